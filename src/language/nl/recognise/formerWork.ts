import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  before: 'vroeger ooit destijds jarenlang eerst altijd zelf oorspronkelijk',
  be: 'is was ben bent werd',
  retired: 'gepensioneerd voormalig',
  goesOn: 'bij in op en van voor maar toen die dus heeft had moest nu daar tot geweest',
})
const { bit } = words
const stops = gap.stop | gap.line | gap.comma | gap.colon
/** How words end that say what somebody does, though no list has them. */
const doers = wordEndings(
  'maker bakker bouwer houder handelaar bewerker leraar visser boer boerin schipper smid slager wever drukker zetter binder kweker koopman loods stoker snijder schilder metselaar timmerman monteur ist iste euse trice eur loog naaister ster'.split(
    ' ',
  ),
  3,
)

/** Whether a word says of work that it was done before. */
export const formerWords = (hash: number): boolean => (words.of(hash) & (bit.before | bit.retired)) !== 0

/** "die was vroeger zeilmaker bij", "gepensioneerd havenloods": what somebody was, though no list of functions has it. */
export function markFormerWork(reading: Reading, out: Candidates): void {
  const { tokens } = reading
  const of = (i: number) => (i >= 0 && i < tokens.count ? words.of(tokens.hash[i]!) : 0)
  for (const i of reading.at(interest.former)) {
    const noun = i + 1
    if (noun >= tokens.count || (tokens.gap[noun]! & stops) !== 0 || !isTrade(reading, noun)) continue
    const isSaid = (of(i - 1) & bit.be) !== 0 || (of(i - 2) & bit.be) !== 0
    if ((of(i) & bit.retired) === 0 && !isSaid) continue
    const ends = noun + 1 >= tokens.count || (tokens.gap[noun + 1]! & stops) !== 0 || (of(noun + 1) & bit.goesOn) !== 0
    if (ends) out.add(tokens.start[noun]!, tokens.end[noun]!, 'FUNCTION', certainty.likely, 4)
  }
  // "die was violiste en"
  for (const i of reading.at(interest.unknown)) {
    if (i < 2 || (of(i - 1) & bit.be) === 0 || ((tokens.gap[i]! | tokens.gap[i - 1]!) & stops) !== 0 || !isTrade(reading, i)) continue
    if ((reading.near[i - 2]! & near.bit.pronoun) !== 0) out.add(tokens.start[i]!, tokens.end[i]!, 'FUNCTION', certainty.likely, 4)
  }
}

function isTrade({ tokens, word, near: nearBits }: Reading, at: number): boolean {
  if (tokens.shape[at] !== shape.lower || (nearBits[at]! & ~near.bit.person) !== 0 || (word[at]! & flag.frequency) > 4) return false
  return (word[at]! & anyName) === 0 && doers.test(foldedWord(tokens, at))
}
