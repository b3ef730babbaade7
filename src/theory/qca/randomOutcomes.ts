import { seeded, shuffled } from '../../analysis/index.js'
import { type Combination, type Cuts, pointing } from './combinations.js'
import { within } from './setRelations.js'

/** How often outcomes that are dealt at random do as well as those that were seen. */
export interface RandomOutcomes {
  readonly times: number
  readonly seed: number
  /** In how many of them at least as many cases stand in rows that point one way. */
  readonly asWell: number
  /** Per row, in how many of them its inclusion is at least as high. */
  readonly asHigh: readonly number[]
}

const slack = 1e-9

/**
 * Deals the outcomes out anew over the cases, each time in another order. With few cases and many conditions most rows hold one case, and then
 * any outcome fits them (Marx & Duşa 2011, Methodological Innovations Online 6(2)): how often that happens is shown, and no more is made of it.
 */
export function randomOutcomes(
  rows: readonly Combination[],
  outcome: readonly number[],
  cuts: Cuts,
  { times, seed }: { readonly times: number; readonly seed: number },
): RandomOutcomes {
  const random = seeded(seed)
  const inclusions = (of: readonly number[]) => rows.map(({ set }) => within(set, of).inclusion ?? 0)
  const seen = inclusions(outcome)
  const pointed = pointing(rows, outcome, cuts)
  const asHigh = rows.map(() => 0)
  let asWell = 0
  for (let i = 0; i < times; i++) {
    const dealt = shuffled(outcome, random)
    if (pointing(rows, dealt, cuts) >= pointed) asWell++
    for (const [r, inclusion] of inclusions(dealt).entries()) if (inclusion >= seen[r]! - slack) asHigh[r]!++
  }
  return { times, seed, asWell, asHigh }
}
