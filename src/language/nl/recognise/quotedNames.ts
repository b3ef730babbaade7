import { certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import type { Coined } from './projects.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const opening = /[‘'"“„«]/u
const closing = /[’'"”»]/u

/** "‘De Wachtkamer’ noemden we dat", "het project "Samen Beter"": words in quotation marks beside a word that names. */
export function quoted({ tokens, near: nearBits }: Reading, at: number, calls: boolean): Coined | null {
  const { text, start, end, gap: gaps, count, shape: shapes } = tokens
  const closed = (i: number) => closing.test(text[end[i]!] ?? '') && !/\p{L}/u.test(text[end[i]! + 1] ?? '')
  const opened = (i: number) => opening.test(text[start[i]! - 1] ?? '') && !/\p{L}/u.test(text[start[i]! - 2] ?? '')
  // "netwerken ‘als vanzelf’": without a capital only what is called so.
  const named = (first: number, last: number): Coined | null => {
    const capital = shapes[first] !== shape.lower
    const talk = (nearBits[first]! & (near.bit.stopWord | near.bit.does | near.bit.pronoun)) !== 0
    return capital || (calls && !talk) ? { first, last, type: 'PROJECT', sureness: certainty.likely } : null
  }
  for (let first = at + 1; first < count && first < at + 4 && (gaps[first]! & (gap.stop | gap.line)) === 0; first++) {
    if (!opened(first)) continue
    for (let last = first; last < count && last < first + 6 && (last === first || (gaps[last]! & (gap.stop | gap.line)) === 0); last++)
      if (closed(last)) return named(first, last)
    return null
  }
  const last = at - 1
  if (last < 0 || !closed(last) || (gaps[at]! & (gap.stop | gap.line)) !== 0) return null
  for (let first = last; first >= 0 && first > last - 6; first--) {
    if (opened(first)) return named(first, last)
    if ((gaps[first]! & (gap.stop | gap.line)) !== 0) return null
  }
  return null
}
