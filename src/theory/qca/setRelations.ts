/** How far one fuzzy set lies within another. */
export interface SetRelation {
  /** Consistency: the part of the set that lies within the outcome; null of an empty set. */
  readonly inclusion: number | null
  /** Proportional reduction in inconsistency: the same without what lies within the outcome and its absence alike. */
  readonly pri: number | null
}

/**
 * How far a set lies within an outcome, by the fuzzy minimum (Ragin 2008, Redesigning Social Inquiry, chapter 3; PRI as in Duşa 2019, QCA
 * with R, chapter 6). Of crisp sets inclusion is the part of the cases in the set that have the outcome.
 *
 * @example
 * within([1, 1, 0.5], [1, 0, 0.5])
 * //=> { inclusion: 0.6, pri: 0.5 }
 */
export function within(set: readonly number[], outcome: readonly number[]): SetRelation {
  let all = 0
  let both = 0
  let either = 0
  for (const [i, x] of set.entries()) {
    const y = outcome[i]!
    all += x
    both += Math.min(x, y)
    either += Math.min(x, y, 1 - y)
  }
  return { inclusion: all === 0 ? null : both / all, pri: all - either <= 1e-12 ? null : (both - either) / (all - either) }
}

/** Relevance of necessity (Schneider & Wagemann 2012, formula 9.4): low where a necessary condition is there almost everywhere. */
export function relevance(set: readonly number[], outcome: readonly number[]): number | null {
  let without = 0
  let outside = 0
  for (const [i, x] of set.entries()) {
    without += 1 - x
    outside += 1 - Math.min(x, outcome[i]!)
  }
  return outside === 0 ? null : without / outside
}

/** How far a case is in a combination: as far as in the condition it is in least. */
export function membership(scores: readonly number[], combination: readonly (0 | 1)[]): number {
  return combination.reduce<number>((least, one, i) => Math.min(least, one === 1 ? scores[i]! : 1 - scores[i]!), 1)
}
