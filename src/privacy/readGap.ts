import { foldCharacter, Kind } from './fold.js'

/** What stands between two words of a name. */
export interface Gap {
  readonly end: number
  /** Whether the words on both sides may also be one word. */
  readonly soft: boolean
  /** Marks that part words for good, without white space; at most three, else the gap is a wall. */
  readonly symbols: string
  /** Whether the marks follow the word at once. */
  readonly adjacent: boolean
}

/** The letters of a word in their folded form, and where it ends. */
export function readWord(text: string, start: number): { letters: string; end: number } {
  let letters = ''
  let at = start
  while (at < text.length) {
    const point = text.codePointAt(at)!
    const folded = foldCharacter(point)
    if (folded.kind !== Kind.Word && folded.kind !== Kind.Nothing) break
    letters += folded.letters
    at += point > 0xffff ? 2 : 1
  }
  return { letters, end: at }
}

const longestGap = 40
const titles = new Set('st ste dr drs mr mrs ms ir ing prof mw dhr mevr ds jr sr'.split(' '))

/** Reads what follows a word, up to the next. */
export function readGap(text: string, start: number, word: string): Gap {
  const seen = { hyphenFirst: text[start - 1] === '\u00AD', space: false, newline: false, dots: 0, signs: 0 }
  let symbols = ''
  let adjacent = false
  let at = start
  for (; at < text.length && seen.signs < longestGap; ) {
    const point = text.codePointAt(at)!
    const { kind } = foldCharacter(point)
    if (kind === Kind.Word) break
    const character = String.fromCodePoint(point)
    // Words left out between two parts of a name leave the name: a quote over two turns is printed with … between them.
    if (kind === Kind.Space || character === '…') seen.space = true
    else if (kind === Kind.Newline) seen.newline = true
    else if (kind !== Kind.Nothing) seen.signs++
    if (kind === Kind.Soft && !seen.space && !seen.newline && hyphen.test(character)) seen.hyphenFirst = true
    if (kind === Kind.Dot || character === '/') seen.dots++
    else if (kind === Kind.Other && character !== '…') {
      adjacent ||= at === start
      symbols += character
    }
    at += point > 0xffff ? 2 : 1
  }
  const parted = seen.space || seen.newline
  // After an initial or a title a dot is no end ("J. de Vries", "St. Anna"), nor inside an address; elsewhere it is.
  const isEnd = seen.dots > 0 && [...word].length !== 1 && !titles.has(word.toLowerCase()) && (parted || seen.dots > 1)
  if (isEnd) symbols += '.'
  if (symbols.length > 3) symbols = '\u0000'
  // A hyphen at the end of a line, or before a space that was one, holds a word together.
  return { end: at, soft: symbols === '' && (seen.hyphenFirst || !parted), symbols, adjacent }
}

const hyphen = /^[\p{Pd}¬‧⁃\u001E\u001F]$/u
