/** The longest speaker mark that is looked at, in UTF-16 code units: longer is a sentence. */
export const longestMark = 80

/**
 * Folds a speaker mark so that spellings of one mark compare equal: case, diacritics, white space and trailing punctuation.
 *
 * @example
 * foldMark('  Geïnterviewde  1. ') //=> 'geinterviewde 1'
 */
export function foldMark(mark: string): string {
  return mark
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s/u)
    .filter(word => word !== '')
    .join(' ')
    .replace(/^[*_#@[({<]{1,4}/u, '')
    .replace(/[\s*_.,:;)\]}>-]{1,8}$/u, '')
}

/** What is left of a folded mark without its number: `respondent` of `respondent 13a`. The mark itself when it has none. */
export function markBase(folded: string): string {
  return markNumber(folded) === null ? folded : folded.replace(/[\s_.-]{0,3}\d{1,3}[a-z]?$/u, '')
}

/** The number at the end of a folded mark: `13a` of `respondent 13a`, or null. */
export function markNumber(folded: string): string | null {
  return /\d{1,3}[a-z]?$/u.exec(folded)?.[0] ?? null
}
