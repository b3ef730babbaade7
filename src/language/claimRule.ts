/** What a report may say of how many people said something. */
export type ClaimKind =
  | 'all'
  | 'not all'
  | 'nearly all'
  | 'most'
  | 'half'
  | 'many'
  | 'several'
  | 'few'
  | 'one'
  | 'none'
  | 'number'
  | 'often'
  | 'most often'
  | 'group'

/** What the data say: `n` sources of the `of` that could have. */
export interface Borne {
  readonly n: number
  readonly of: number
  /** Whether no theme of the same role has more sources. */
  readonly isFirst: boolean
}

/**
 * Whether the data bear out words for a count. The rule, the same in every language; `n` is the sources counted, `m` those asked, or those
 * interviewed where it is not recorded who was asked:
 *
 * | words | borne out when |
 * |---|---|
 * | all, everyone | n = m |
 * | not all | n < m |
 * | nearly all | three quarters of m or more |
 * | most, more than half | more than half of m |
 * | half | half of m, or as near as an odd number comes |
 * | many, a large part | half of m or more |
 * | several, some, often | two or more |
 * | a few | two or more, and no more than half of m |
 * | one of them | one or more |
 * | none, nobody | none |
 * | three; three of the four | just that number, and m as it says |
 * | mentioned most | no theme of the role has more sources |
 * | the nurses | two of that group or more |
 *
 * It is looser than the rule by which the library writes (`countWords`), since people do not write by one; it tells what cannot be
 * upheld, not what could be said better.
 *
 * @param said the number, and of how many, where the words are numbers
 * @example
 * claimHolds('most', { n: 3, of: 6, isFirst: false })
 * //=> false
 */
export function claimHolds(
  kind: ClaimKind,
  { n, of, isFirst }: Borne,
  said: { readonly n: number; readonly of: number | null } | null = null,
): boolean {
  switch (kind) {
    case 'all':
      return of > 0 && n === of
    case 'not all':
      return n < of
    case 'nearly all':
      return n > 0 && n * 4 >= of * 3
    case 'most':
      return n * 2 > of
    case 'half':
      return n > 0 && Math.abs(n * 2 - of) <= of % 2
    case 'many':
      return n > 1 && n * 2 >= of
    case 'several':
    case 'often':
    case 'group':
      return n >= 2
    case 'few':
      return n >= 2 && n * 2 <= of
    case 'one':
      return n >= 1
    case 'none':
      return n === 0
    case 'number':
      return said !== null && n === said.n && (said.of === null || said.of === of)
    case 'most often':
      return n > 0 && isFirst
  }
}
