import type { Mark } from '../../language/index.js'
import type { Span } from '../../study/index.js'
import { foldCharacter, Kind } from '../fold.js'

/** A place where something is named that may have to be hidden. */
export interface Mention extends Span {
  /** The transcript it stands in; null when the tables of the study name it. */
  readonly transcript: string | null
  /** As it is written, in one line. */
  readonly text: string
  readonly type: string
  readonly certainty: Mark['certainty']
  /** The respondent whose own name it is, by what stands around it. */
  readonly respondent: string | null
  /** Whether it follows a title, as a surname does. */
  readonly titled: boolean
}

const isWord = (character: string) => foldCharacter(character.codePointAt(0)!).kind === Kind.Word

/**
 * A stretch in whole words: a name is found by its words, so half of one is no use. What follows a name inside its word may be the s
 * of a possessive, and stays out.
 *
 * @returns null when there is no letter or digit in it
 */
export function inWholeWords(text: string, { start, end }: Span): Span | null {
  let from = start
  let to = end
  while (from < to && !isWord(text[from]!) && !isHalf(text, from)) from++
  while (to > from && !isWord(text[to - 1]!) && !isHalf(text, to - 1) && !isTail(text, to - 1)) to--
  if (from >= to) return null
  while (from > 0 && isLetter(text[from - 1]!) && isLetter(text[from]!)) from--
  let after = to
  while (after < text.length && isLetter(text[after]!) && isLetter(text[after - 1]!)) after++
  const rest = text.slice(to, after)
  return { start: from, end: /^s$/iu.test(rest) ? to : after }
}

// Letters, digits, and what the eye does not see between them.
const isLetter = (unit: string) => /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\ud800-\udfff]/u.test(unit)
const isHalf = (text: string, at: number) => /[\ud800-\udfff]/u.test(text[at]!)
/** A sign that belongs to a name: Samen+. */
const isTail = (text: string, at: number) => text[at] === '+' && at > 0 && isLetter(text[at - 1]!)

/** Words as they are put in the register: in one line, a word that a line end cut in two whole again, without what parts variants. */
export function spellingOf(written: string): string {
  return written
    .replace(/[-\u00ad]\r?\n[ \t]{0,20}(?=\p{Ll})/gu, '')
    .replace(/[-\u00ad]\r?\n[ \t]{0,20}/gu, '-')
    .replace(/\u00ad/gu, '')
    .replace(/;/gu, ',')
    .replace(/\s+/gu, ' ')
    .trim()
}
