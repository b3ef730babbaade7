import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const tails = wordClasses({
  HOSPITAL: 'ziekenhuis kliniek gasthuis',
  CARE_INSTITUTION:
    'huisartsenpraktijk huisartspraktijk praktijk apotheek huisartsen fysiotherapie tandartsen thuiszorg kraamzorg hospice verpleeghuis zorgcentrum tandartspraktijk fysiotherapiepraktijk gezondheidscentrum',
})
const { bit } = tails

/** Whether a word says of the name before it that it is an institution. */
export const institutionTail = (hash: number): boolean => tails.of(hash) !== 0

/**
 * A word with a capital before "huisartsenpraktijk", "kliniek": "Compas huisartsenpraktijk", "Canté praktijk voor Pedagogiek en
 * Psychologie". At the start of a sentence too, where the word is not one of the most frequent.
 */
export function markInstitutions(reading: Reading, out: Candidates): void {
  const { tokens, word, near: nearBits, plain } = reading
  for (const i of reading.at(interest.institution)) {
    if (i === 0 || plain[i] === 1 || tokens.gap[i] !== gap.space) continue
    let first = i
    while (
      first > 0 &&
      first > i - 5 &&
      (tokens.gap[first]! & ~(gap.space | gap.hyphen)) === 0 &&
      isNameWord(reading, first - 1, first < i)
    )
      first--
    while (first < i && tokens.shape[first] === shape.lower) first++
    if (first === i) continue
    const only = first === i - 1
    const common =
      (nearBits[first]! & (near.bit.stopWord | near.bit.article | near.bit.possessive | near.bit.pronoun)) !== 0 ||
      (word[first]! & flag.frequency) > 4
    if (only && (common || (reading.begins[first] === 1 && (word[first]! & flag.form) !== 0))) continue
    const hospital = (tails.of(tokens.hash[i]!) & bit.HOSPITAL) !== 0
    out.add(tokens.start[first]!, tokens.end[complementEnd(reading, i)]!, hospital ? 'HOSPITAL' : 'CARE_INSTITUTION', certainty.likely, 12)
  }
}

function isNameWord({ tokens }: Reading, at: number, behind: boolean): boolean {
  const form = tokens.shape[at]!
  if (form === shape.capital || form === shape.mixed || form === shape.capitals) return true
  return (
    behind &&
    /^(?:en|van|de|der|den|het|aan|op|voor)$/u.test(tokens.text.slice(tokens.start[at]!, Math.min(tokens.end[at]!, tokens.start[at]! + 5)))
  )
}

/** Over "voor Pedagogiek en Psychologie". */
function complementEnd({ tokens }: Reading, at: number): number {
  const word = (i: number) => tokens.text.slice(tokens.start[i]!, Math.min(tokens.end[i]!, tokens.start[i]! + 5))
  let last = at
  for (let i = at + 1; i < tokens.count && i < at + 7 && (tokens.gap[i]! & ~(gap.space | gap.hyphen)) === 0; i++) {
    if (tokens.shape[i] === shape.capital) last = i
    else if (!/^(?:voor|en|van|de)$/u.test(word(i))) break
  }
  return last
}
