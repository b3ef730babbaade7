import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import { particle } from './particles.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

export const wil = wordHash('wil')
const ends = gap.stop | gap.line | gap.colon | gap.comma
/** Verbs behind a subject, "wil" among them. */
const does = wordSet('wil is was heeft had doet deed zegt zei belt belde kan kon zou moet moest komt kwam die hoor zelf')
const prepositions = wordSet('met aan van voor door tegen bij naar namens heet heette heten noem noemen maar')

/**
 * "Wil" as a first name in text without capitals, where the same word is a verb in every other sentence: "wil wil niet", "wil prins die is",
 * "met wil de groot", or a turn that says nothing else. For somebody to look at.
 */
export function markNameOrVerb(reading: Reading, out: Candidates): void {
  const { tokens, plain } = reading
  const { hash, gap: gaps, count, start, end } = tokens
  const places: number[] = []
  let named = false
  for (const i of reading.at(interest.before)) {
    if (hash[i] !== wil) continue
    const alone = (gaps[i]! & (gap.line | gap.colon | gap.start)) !== 0 && (gaps[i + 1]! & (gap.stop | gap.line)) !== 0
    if (plain[i] === 0 && !(alone && tokens.shape[i] === shape.capital)) continue
    const last = surnameEnd(reading, i)
    if (last > i && !isAsked(reading, i)) {
      named = true
      out.add(start[i]!, end[last]!, 'PERSON', certainty.look, -1)
    } else if (alone) out.add(start[i]!, end[i]!, 'PERSON', certainty.look, -1)
    else places.push(i)
  }
  for (const i of places) {
    const twice = i + 1 < count && hash[i + 1] === wil && gaps[i + 1] === gap.space
    const behind = i > 0 && (gaps[i]! & ends) === 0 && prepositions(hash[i - 1]!)
    const acts = named && i + 1 < count && (gaps[i + 1]! & ends) === 0 && does(hash[i + 1]!)
    const fresh = i === 0 || (gaps[i]! & ends) !== 0 || !isAsked(reading, i)
    if (twice || isObject(reading, i) || (behind && (i + 1 >= count || !isSubject(reading, i + 1))) || (acts && fresh))
      out.add(start[i]!, end[i]!, 'PERSON', certainty.look, -1)
  }
}

/** Whether somebody stands before it who wants something. */
const isAsked = ({ tokens: { gap: gaps }, near: nearBits }: Reading, at: number) =>
  at > 0 && (gaps[at]! & ends) === 0 && (nearBits[at - 1]! & near.bit.pronoun) !== 0

/** "dan kun je wil bellen": one verb more than a sentence holds. */
const isObject = ({ tokens: { hash, gap: gaps, count } }: Reading, at: number) =>
  at > 1 &&
  at + 1 < count &&
  ((gaps[at - 1]! | gaps[at]! | gaps[at + 1]!) & ends) === 0 &&
  may(hash[at - 2]!) &&
  subjects(hash[at - 1]!) &&
  asks(hash[at + 1]!)
const may = wordSet('kun kan kunt kon moet moest zal zou ga gaat ging mag')
const subjects = wordSet('je jij u ik we wij ze hij')
const asks = wordSet('bellen vragen mailen appen spreken zien halen helpen roepen ook even nog')

const isSubject = ({ tokens: { gap: gaps }, near: nearBits }: Reading, at: number) =>
  (gaps[at]! & ends) === 0 && (nearBits[at]! & (near.bit.pronoun | near.bit.article)) !== 0

/** The last token of a surname right behind, over "de", "van den"; the token itself where none stands. */
function surnameEnd({ tokens, word, near: nearBits }: Reading, at: number): number {
  const { hash, gap: gaps, count, length } = tokens
  let i = at + 1
  while (i < count && i < at + 3 && gaps[i] === gap.space && particle(hash[i]!)) i++
  if (i >= count || gaps[i] !== gap.space || length[i]! < 3 || (nearBits[i]! & (near.bit.does | near.bit.stopWord)) !== 0) return at
  const bits = word[i]!
  const surname = (bits & flag.surname) !== 0 && (bits & flag.frequency) < (i > at + 1 ? 7 : 6)
  // "wil prins die is": a sentence that goes on as behind a subject.
  return surname && (i + 1 >= count || (gaps[i + 1]! & ends) !== 0 || does(hash[i + 1]!) || i > at + 1) ? i : at
}
