/**
 * Numbers as letters, the way columns of a spreadsheet are named: A to Z, then AA.
 *
 * @param n from 1
 * @example
 * entityLetters(28)
 * //=> 'AB'
 */
export function entityLetters(n: number): string {
  let letters = ''
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
