import type { Configuration, Study } from '../study/index.js'

/** What `cells.csv` says of a configuration in a case. */
export interface VerdictIn {
  /** The verdict; `no data` when none is filled in, and all of them, as `fired / did not fire`, when rows differ. */
  readonly verdict: string
  readonly isFilledIn: boolean
  /** Whether rows give different verdicts. */
  readonly isTwofold: boolean
  readonly summary: string | null
}

/** The verdicts there are. Any other status is of a theme, and says nothing of a configuration. */
export const verdicts = ['fired', 'did not fire', 'fired otherwise', 'context absent', 'no data'] as const

/** The verdict on a configuration in a case: rows of its own version of the theory go before rows that name none. */
export function verdictIn(study: Study, { id, theory }: Configuration, of: string): VerdictIn {
  const rows = study.cells.filter(cell => cell.case === of && cell.configuration === id)
  const exact = rows.filter(cell => cell.theory === theory)
  const meant = exact.length > 0 ? exact : rows.filter(cell => cell.theory === null)
  const given = new Set(meant.flatMap(cell => (verdicts.some(one => one === cell.status) ? (cell.status ?? []) : [])))
  const summaries = meant.flatMap(cell => cell.summary ?? [])
  return {
    verdict: given.size === 0 ? 'no data' : verdicts.filter(one => given.has(one)).join(' / '),
    isFilledIn: given.size > 0,
    isTwofold: given.size > 1,
    summary: summaries.length === 0 ? null : summaries.join('; '),
  }
}
