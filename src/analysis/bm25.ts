/** How fast a word that is said again adds less, and how much a long passage is held against it: the usual values. */
export const bm25 = { k1: 1.2, b: 0.75 } as const

/** What the weighing of a passage rests on. */
export interface Collection {
  readonly passages: number
  /** Words per passage, on average. */
  readonly length: number
  /** Per term, in how many passages it stands. */
  readonly having: readonly number[]
}

/**
 * Weighs a passage by the terms in it: Okapi BM25 (Robertson & Zaragoza, 2009, eq. 3.15), a term in more than half of the passages
 * still counting for a little, as log(1 + (N − n + ½) / (n + ½)) instead of the log without 1.
 *
 * @param amounts per term how often it stands in the passage
 * @param length how many words the passage has
 */
export function bm25Score({ passages, length: average, having }: Collection, amounts: readonly number[], length: number): number {
  const scale = bm25.k1 * (1 - bm25.b + (bm25.b * length) / average)
  const parts = amounts.map((amount, term) => {
    const rare = Math.log(1 + (passages - having[term]! + 0.5) / (having[term]! + 0.5))
    return (rare * amount * (bm25.k1 + 1)) / (amount + scale)
  })
  // From small to large, so that the order of the words asked for changes nothing.
  return parts.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0)
}
