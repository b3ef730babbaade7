import type { Turn } from '../study/model.js'

/**
 * Finds the turn an offset stands in, or null when it stands in none (a speaker mark, a head line).
 *
 * @param turns the turns of a transcript, in order
 * @param offset in UTF-16 code units
 * @example
 * turnAt([{ start: 3, end: 8, speaker: 'R', respondents: ['10'], asks: false, at: null }], 8) //=> null
 */
export function turnAt(turns: readonly Turn[], offset: number): Turn | null {
  const turn = turns[firstEndingAfter(turns, offset)]
  return turn !== undefined && turn.start <= offset ? turn : null
}

/** The index of the first turn that ends behind an offset; `turns.length` when none does. */
export function firstEndingAfter(turns: readonly Turn[], offset: number): number {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
