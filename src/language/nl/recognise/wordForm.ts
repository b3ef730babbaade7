import { foldedWord } from '../../recognise/foldedWord.js'
import type { Tokens } from '../../recognise/tokens.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { isCompoundOf, isFormOf } from './dutchForms.js'
import { anyName, flag } from './flags.js'
import type { Lexicon } from './lexicon.js'

/** Latin of the body, medicines, diseases. */
const medical = wordEndings(
  'aris alis icus orum atum itis osis oses emie emia pathie grafie scopie ectomie tomie pine pril olol statine mycine cilline mab nib azol azine afine oxetine sartan xaban gliptine vir idine amide'.split(
    ' ',
  ),
  0,
)

/** Whether a folded word ends as medicines and diseases do. */
export const isMedical = (letters: string): boolean => letters.length > 7 && medical.test(letters)

/** What a word that is not listed is by its form, written in lower case or not. */
export function wordForm(tokens: Tokens, at: number, { words }: Lexicon, isLower: boolean): number {
  const letters = foldedWord(tokens, at)
  const { length } = letters
  if (length < 3) return 0
  if (length > 40) return flag.odd
  if (length > 14 && isLower) return flag.form | flag.compound
  const has = (one: string, asPart = false) => {
    const found = words.flagsOf(one)
    return asPart && one.length < 5 ? (found & flag.frequency) > 2 : (found & (flag.frequency | flag.notName)) !== 0
  }
  if (isFormOf(letters, has)) return flag.form
  if (length > 7 && medical.test(letters)) return flag.form
  if (isCompoundOf(letters, has)) return flag.form | (isOfProduct(letters, words) ? flag.notName : flag.compound)
  if (!/[aeiouy]/u.test(letters)) return isLower ? 0 : flag.odd
  if (letters.endsWith('s')) {
    const base = words.flagsOf(letters.slice(0, -1))
    if ((base & anyName) !== 0 && (base & flag.frequency) === 0) return (base & ~flag.frequency) | flag.genitive
  }
  return flag.odd
}

/** "excelblad", "whatsappgroep": what is done with something that everybody has. */
function isOfProduct(letters: string, words: Lexicon['words']): boolean {
  for (let at = letters.length - 3; at > 3; at--)
    if ((words.flagsOf(letters.slice(0, at)) & (flag.notName | anyName)) === flag.notName) return true
  return false
}
