import type { TableView } from './tableView.js'

/** Stands on every rendering of a table that was not made from a safe study. */
export const teamNote = 'For the team only: not pseudonymised'

/** Stands where the rows would be. */
export const noRows = 'no rows'

/** What the table was computed from, and for a public one that it is pseudonymised (never: anonymous). */
export function basisNote(view: Pick<TableView, 'audience' | 'basis'>): string {
  const lead = view.audience === 'public' ? 'Basis (pseudonymised)' : 'Basis'
  return `${lead}: ${view.basis === '' ? 'not given' : view.basis}`
}

/** What stands under the rows when some are left out or there are none; null otherwise. */
export function rowsNote(view: Pick<TableView, 'rows' | 'more'>): string | null {
  if (view.more > 0) return `… and ${view.more} more ${view.more === 1 ? 'row' : 'rows'}`
  return view.rows.length === 0 ? noRows : null
}
