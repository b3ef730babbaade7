import type { Span } from '../study/index.js'

/** What a character is to someone who looks for names. */
export enum Kind {
  /** A letter or digit. */
  Word = 0,
  /** Nothing to the eye: a soft hyphen, a zero-width character, a combining mark. */
  Nothing = 1,
  /** Holds words together as much as it parts them: a hyphen, an apostrophe, emphasis marks of Markdown. */
  Soft = 2,
  Space = 3,
  Newline = 4,
  Dot = 5,
  Other = 6,
}

export interface Folded {
  readonly kind: Kind
  /** The letters it stands for in the comparison; empty for what is not a letter or digit. */
  readonly letters: string
}

// Letters that Unicode does not take apart, as people type them without.
const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
}

// Every hyphen and dash, apostrophe and quotation mark that people and programs write, and the emphasis marks of Markdown.
const soft = /^(?:\p{Pd}|[−¬‧·⁃\u001E\u001F]|['’‘‛ʼ`´ʹ＇｀′‵ꞌꞋ՚׳"“”„*_~\u02B9-\u02BF\u02C8\u02CA\u02CB])$/u

// What the eye does not see, or sees as a small sign at a word: controls, format characters, marks, ™, ², ª.
const invisible = [/^\p{M}$/u, /^[\p{Cc}\p{Cf}\p{No}ªº™®©℠]$/u, /^\p{Default_Ignorable_Code_Point}$/u]

// Nearly all characters of a transcript are below this, and an array is faster than a map.
const low: Folded[] = []
const high = new Map<number, Folded>()

/**
 * Folds one character: compatibility forms, case, diacritics, apostrophes, hyphens and invisible characters make no
 * difference between two spellings of a name.
 *
 * @param point a code point
 */
export function foldCharacter(point: number): Folded {
  const known = point < 0x300 ? low[point] : high.get(point)
  if (known !== undefined) return known
  const folded = fold(String.fromCodePoint(point))
  if (point < 0x300) low[point] = folded
  else high.set(point, folded)
  return folded
}

function fold(character: string): Folded {
  if (/^[\r\n\u2028\u2029\v\f\u0085]$/u.test(character)) return { kind: Kind.Newline, letters: '' }
  // A byte order mark counts as white space, and is not seen in a word.
  if (/^[\s\u2800]$/u.test(character) && character !== '\uFEFF') return { kind: Kind.Space, letters: '' }
  if (character === '.') return { kind: Kind.Dot, letters: '' }
  if (soft.test(character)) return { kind: Kind.Soft, letters: '' }
  if (invisible.some(pattern => pattern.test(character))) return { kind: Kind.Nothing, letters: '' }
  const letters = [...character.normalize('NFKD').toLowerCase().normalize('NFKD')].map(one => plain[one] ?? one).join('')
  const kept = letters.replace(/[^\p{L}\p{N}]/gu, '')
  return kept === '' ? { kind: Kind.Other, letters: '' } : { kind: Kind.Word, letters: kept }
}

/**
 * The words of a text as they are compared: folded, in order.
 *
 * @param joined whether a hyphen or apostrophe inside a word holds it together ("co-ordinator" is one word) or parts it
 * @param places gets where each word stands
 */
export function foldedWords(text: string, joined = false, places?: Span[]): string[] {
  const words: string[] = []
  let word = ''
  let held = false
  let at = 0
  let from = 0
  let to = 0
  const end = () => {
    if (word !== '') {
      words.push(word)
      places?.push({ start: from, end: to })
    }
    word = ''
    held = false
  }
  for (const character of text) {
    const { kind, letters } = foldCharacter(character.codePointAt(0)!)
    at += character.length
    if (kind === Kind.Word) {
      if (word === '') from = at - character.length
      to = at
      word += letters
      held = false
    } else if (kind === Kind.Soft && joined && !held) held = true
    // A hyphen at the end of a line holds the word together over it.
    else if (kind !== Kind.Nothing && !(held && kind === Kind.Newline)) end()
  }
  end()
  return words
}
