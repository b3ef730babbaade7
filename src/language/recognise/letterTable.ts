// What a UTF-16 unit is to the tokenizer, and what it is folded to. Worked out once for ASCII and Latin; further on only for units that occur.

export const kind = { other: 0, letter: 1, capital: 2, digit: 3, silent: 4, apostrophe: 5, hyphen: 6, space: 7, line: 8 } as const

const kinds = new Uint8Array(0x10000)
const folds = new Int32Array(0x10000)
const seen = new Uint8Array(0x10000)

/** Letters that Unicode does not take apart into a letter and a mark. */
const apart: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ĳ: 'ij',
}

const apostrophes = "'’‘ʼ´`"
const hyphens = '-‐‑'
const silents = '\u00ad\u200b\u200c\u200d\u2060\ufeff'

function kindOf(char: string): number {
  if (/\p{Lu}|\p{Lt}/u.test(char)) return kind.capital
  if (/\p{L}/u.test(char)) return apostrophes.includes(char) ? kind.apostrophe : kind.letter
  if (/\p{Nd}/u.test(char)) return kind.digit
  if (/\p{M}/u.test(char) || silents.includes(char)) return kind.silent
  if (apostrophes.includes(char)) return kind.apostrophe
  if (hyphens.includes(char)) return kind.hyphen
  if (/[\n\r\u2028\u2029]/u.test(char)) return kind.line
  if (/\s/u.test(char)) return kind.space
  return kind.other
}

function foldOf(char: string): number {
  const lower = char.toLowerCase()
  const base = apart[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '')
  const letters = apart[base] ?? base
  const first = letters.charCodeAt(0) || char.charCodeAt(0)
  const second = letters.charCodeAt(1)
  return Number.isNaN(second) ? first : first | (second << 16)
}

function learn(unit: number): void {
  const char = String.fromCharCode(unit)
  seen[unit] = 1
  kinds[unit] = unit >= 0xd800 && unit <= 0xdfff ? kind.other : kindOf(char)
  folds[unit] = foldOf(char)
}
for (let unit = 0; unit < 0x80; unit++) learn(unit)

/** The kind of a UTF-16 unit: a value of `kind`. Halves of pairs are `other`. */
export function unitKind(unit: number): number {
  if (seen[unit] === 0) learn(unit)
  return kinds[unit]!
}

/** A UTF-16 unit in lower case without marks; two letters (ĳ, ß) stand in the low and the high half. */
export function unitFold(unit: number): number {
  if (seen[unit] === 0) learn(unit)
  return folds[unit]!
}

/** For loops that look at every unit: the tables themselves, complete below this unit. */
export const letterTable = { kinds, folds, complete: 0x80 }
