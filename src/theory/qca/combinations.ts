import { membership, within } from './setRelations.js'

/** A case with a score in every condition and in the outcome. */
export interface ScoredCase {
  readonly name: string
  /** In the order of the conditions. */
  readonly scores: readonly number[]
  readonly outcome: number
}

/** A combination of conditions that at least one case is in. */
export interface Combination {
  readonly values: readonly (0 | 1)[]
  /** How far each case is in it. */
  readonly set: readonly number[]
  /** The cases that are in it more than out. */
  readonly members: readonly ScoredCase[]
}

/** The combinations that cases are in, in the order of R's QCA: 00, 01, 10, 11. A case at exactly 0.5 is in none. */
export function combinationsOf(cases: readonly ScoredCase[]): readonly Combination[] {
  const members = new Map<string, ScoredCase[]>()
  for (const one of cases) {
    if (one.scores.includes(0.5)) continue
    const key = one.scores.map(score => (score > 0.5 ? 1 : 0)).join('')
    members.set(key, [...(members.get(key) ?? []), one])
  }
  return [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const values = [...key].map((one): 0 | 1 => (one === '1' ? 1 : 0))
      return { values, members: own, set: cases.map(one => membership(one.scores, values)) }
    })
}

/** From where up an inclusion is enough for the outcome, and below where it speaks for its absence; between them a row contradicts itself. */
export interface Cuts {
  readonly inclusion: number
  readonly exclusion: number
}

/** What a row says of the outcome. `?`: too few cases. */
export type Output = '1' | '0' | 'C' | '?'

// Sums of decimals are a little off.
const slack = 1e-9

/** What an inclusion says of the outcome. */
export function outputOf(inclusion: number, { inclusion: high, exclusion: low }: Cuts): '1' | '0' | 'C' {
  if (inclusion >= high - slack) return '1'
  return inclusion >= low - slack ? 'C' : '0'
}

/** How many cases stand in rows that point one way: to the outcome, or to its absence, by the same cut. */
export function pointing(rows: readonly Combination[], outcome: readonly number[], { inclusion: cut }: Cuts): number {
  const absence = outcome.map(score => 1 - score)
  const isEnough = (set: readonly number[], of: readonly number[]) => (within(set, of).inclusion ?? 0) >= cut - slack
  return rows.reduce((sum, { set, members }) => sum + (isEnough(set, outcome) || isEnough(set, absence) ? members.length : 0), 0)
}
