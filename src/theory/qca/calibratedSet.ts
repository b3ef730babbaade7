/** What every set may say of itself. */
interface SetFacts {
  /** What its column is called; made from what it is of unless given. */
  readonly name?: string
  /** Why these scores and thresholds. Needed wherever any are given. */
  readonly note?: string
}

/** Scores per word: 1 fully in, 0 fully out, anything between; null leaves the case out, as no data. */
export type Scores = Readonly<Record<string, number | null>>

/** The cases in which a configuration fired. Unless `scores` say otherwise fired is 1 and did not fire 0; other verdicts need a score. */
export interface VerdictSet extends SetFacts {
  readonly configuration: string
  readonly scores?: Scores
}

/** The cases in which a theme was seen. Unless `scores` say otherwise observed is 1 and absent 0; expected needs a score. */
export interface ThemeSet extends SetFacts {
  readonly theme: string
  readonly scores?: Scores
}

/**
 * The cases with an attribute: from a `threshold` up (crisp), by three `anchors` (fuzzy: the direct method of Ragin 2008, with 0.05 at `out`,
 * 0.5 at `cross` and 0.95 at `in`), or by `scores` per value. A column of numbers from 0 to 1 needs none of these.
 */
export interface AttributeSet extends SetFacts {
  readonly attribute: string
  readonly threshold?: number
  readonly anchors?: { readonly out: number; readonly cross: number; readonly in: number }
  readonly scores?: Scores
}

/** A score per case with its reason, as the analyst gives it. A case that is not listed has no data. */
export interface ScoredSet extends SetFacts {
  readonly name: string
  readonly cases: readonly { readonly case: string; readonly score: number | null; readonly reason: string }[]
}

/** A set of cases, and how their scores come about. */
export type CalibratedSet = VerdictSet | ThemeSet | AttributeSet | ScoredSet

/** The three anchors of the direct method: log odds of 0.05 and 0.95 at the outer two, as in R's QCA. */
export function directScore(value: number, { out, cross, in: inside }: NonNullable<AttributeSet['anchors']>): number {
  const isIn = (value - cross) * (inside - cross) >= 0
  const part = isIn ? (value - cross) / (inside - cross) : (value - cross) / (cross - out)
  return 1 / (1 + Math.exp(-part * Math.log(19)))
}
