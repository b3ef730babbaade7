// Accents that stand apart belong to their letter; a word that a line end cut in two is one word.
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:(?:['’-]|[-\u00ad]\n[ \t]{0,8}(?=\p{Ll}))[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)*/gu

// Letters that Unicode does not take apart, as people type them without.
const plain: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

/**
 * Visits the words of a text in order with their places in UTF-16 code units: what `wordsIn` finds, also over a hyphen at a line end and
 * with accents that stand apart.
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  word.lastIndex = 0
  for (let found = word.exec(text); found !== null; found = word.exec(text)) visit(found.index, found.index + found[0].length)
}

/**
 * Folds a word for comparing: case, diacritics, hyphens and apostrophes inside it, and signs nobody sees make no difference.
 *
 * @example
 * foldWord('Co-creatie')
 * //=> 'cocreatie'
 */
export function foldWord(written: string): string {
  const lower = written.toLowerCase()
  if (/^[a-z0-9]+$/u.test(lower)) return lower
  const apart = lower.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
  return apart.replace(/[øđðłħıßæœþ]/gu, letter => plain[letter]!)
}
