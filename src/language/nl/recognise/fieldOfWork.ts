import { foldedWord } from '../../recognise/foldedWord.js'
import { gap } from '../../recognise/tokens.js'
import { wordSet } from '../../recognise/wordSet.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'

const stops = gap.stop | gap.line | gap.comma | gap.colon
const care = wordSet('zorg hulp psychiatrie geneeskunde ondersteuning wonen zaken diensten')

/** "medisch-specialistische zorg", "jonge mensen en psychiatrie": adjectives before a noun of care. */
export function carePhrase({ tokens, near: nearBits, word }: Reading, from: number): number {
  for (let i = from; i < tokens.count && i < from + 4 && (tokens.gap[i]! & stops) === 0 && nearBits[i] === 0; i++) {
    if (i > from && care(tokens.hash[i]!)) return i + 1
    if ((word[i]! & flag.frequency) > 5 || !/(?:e|isch)$/u.test(foldedWord(tokens, i))) return from
  }
  return from
}

/** What work is about: "behandeling", "veiligheid", "sociale zaken". */
export const fieldNoun =
  /(?:ing|heid|zorg|logie|geneeskunde|kunde|beleid|zaken|ziekten|beheer|dienst|voering|therapie|psychiatrie|gedrag|wonen|hulp|welzijn|jeugd)$/u

/** "ketenzorg", "ouderengeneeskunde": a compound right behind a function. */
export function novelNoun({ tokens, word, near: nearBits }: Reading, at: number): boolean {
  return nearBits[at] === 0 && (word[at]! & (flag.compound | flag.form)) !== 0 && fieldNoun.test(foldedWord(tokens, at))
}
