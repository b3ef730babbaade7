import type { Theme } from '../study/index.js'
import { type Candidate, overlaps } from './quoteCandidates.js'
import type { QuoteTally } from './quoteTally.js'

/** A theme, and what could be printed under it. */
export interface ThemeCandidates {
  readonly theme: Theme
  readonly candidates: { readonly rows: readonly Candidate[]; readonly passages: readonly Candidate[] }
}

/** A theme for which quotes are being chosen. */
export interface Choosing extends ThemeCandidates {
  readonly chosen: Candidate[]
}

/**
 * The next passage of a theme: supporting ones first, with the last place kept for one that refutes it, or where nobody does for one
 * that refines it. Only the quotes a theme cannot do without may go beyond a speaker's share.
 */
export function nextQuote(one: Choosing, tally: QuoteTally, perTheme: number): Candidate | null {
  const { theme, chosen } = one
  const { open, supports, refutes, refines } = poolsOf(one)
  // Only where nobody else can speak is it shown that somebody might not be quoted.
  if (open.length === 0) return chosen.length === 0 ? tally.best(theme.id, one.candidates.passages, chosen, 'beyond') : null
  const isKept = perTheme > 1 && chosen.length === perTheme - 1
  if (isKept && needsRefuting(one)) return refuting(one, tally)
  const isDissentHeard = chosen.some(other => other.stance === 'refutes' || other.stance === 'refines')
  // A supporting passage that holds the words of the only one who refutes would take its place, so that one goes first.
  const isWaiting = perTheme > 1 && needsRefuting(one)
  const apart = isWaiting ? supports.filter(other => !refutes.every(refuter => overlaps(other, refuter))) : supports
  const pools = isKept && !isDissentHeard ? [refines, supports] : [apart, ...(isWaiting ? [refutes] : []), supports]
  const within = firstBest([...pools, [...refutes, ...refines]], pool => tally.best(theme.id, pool, chosen))
  return within ?? (isSilent(one) ? first(one, tally) : null)
}

/** What a theme still misses when its places are full: any words at all, or who refutes it. */
export function indispensable(one: Choosing, tally: QuoteTally, perTheme: number): Candidate | null {
  if (perTheme > 1 && needsRefuting(one)) return refuting(one, tally)
  return isSilent(one) ? first(one, tally) : null
}

function poolsOf({ candidates: { passages } }: ThemeCandidates) {
  const open = passages.filter(passage => !passage.withheld)
  const of = (stance: string) => open.filter(passage => passage.stance === stance)
  return { open, supports: of('supports'), refutes: of('refutes'), refines: of('refines') }
}

function isSilent({ chosen }: Choosing): boolean {
  return chosen.every(other => other.withheld)
}

function needsRefuting(one: Choosing): boolean {
  return poolsOf(one).refutes.length > 0 && !one.chosen.some(other => other.stance === 'refutes' && !other.withheld)
}

/** Some words for a theme that has none, share or not. */
function first(one: Choosing, tally: QuoteTally): Candidate | null {
  const { open, supports } = poolsOf(one)
  return firstBest([supports, open], pool => tally.best(one.theme.id, pool, one.chosen, 'beyond'))
}

/** Who refutes is heard share or not, and when it cannot be otherwise in words that stand there already. */
function refuting(one: Choosing, tally: QuoteTally): Candidate | null {
  const { refutes } = poolsOf(one)
  const { id } = one.theme
  return tally.best(id, refutes, one.chosen) ?? tally.best(id, refutes, one.chosen, 'beyond') ?? tally.best(id, refutes, [], 'beyond')
}

function firstBest(pools: readonly (readonly Candidate[])[], best: (pool: readonly Candidate[]) => Candidate | null): Candidate | null {
  for (const pool of pools) {
    const found = best(pool)
    if (found !== null) return found
  }
  return null
}
