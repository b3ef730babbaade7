import { gap, shape } from '../../recognise/tokens.js'
import { numberWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** "december vijfentwintig": behind a month a number is a year, where nothing follows that it counts. */
export function isShortYear({ tokens, near: nearBits }: Reading, at: number): boolean {
  const value = numberWord(tokens.hash[at]!)
  if (value < 13 || value > 35 || tokens.shape[at] !== shape.lower) return false
  const next = at + 1
  const open = next < tokens.count && (tokens.gap[next]! & (gap.line | gap.stop | gap.comma)) === 0
  return !open || ((nearBits[next]! & near.bit.stopWord) !== 0 && (nearBits[next]! & (near.bit.unit | near.bit.article)) !== near.bit.unit)
}

/** Days and weeks that a year is said behind: "kerstavond 2019", "pinkstermaandag tweeduizend twee". */
export const isFeast = (letters: string): boolean => feasts.test(letters)
const feasts =
  /^(?:kerst|kerstmis|pasen|pinksteren|carnaval|sinterklaas|oudjaar|nieuwjaar|hemelvaart|koningsdag|ramadan|[a-z]{3,20}(?:dag|avond|nacht|vakantie|weekend|feest))$/u
