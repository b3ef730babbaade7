import type { Row } from './model.js'
import type { TableName } from './tables.js'

/** The column by which rows of a table are named besides their id. */
export const nameColumn: Partial<Record<TableName, string>> = {
  codes: 'name',
  themes: 'label',
  cases: 'name',
  topics: 'label',
  respondents: 'label',
}

/** Tells which row of a table is meant: by id, or by name if only one row has that name. */
export type Naming = (name: string) => string | null

/**
 * Makes the look-up by which rows of a table are named.
 *
 * @example
 * namesOf('codes', [{ id: 'k1', name: 'trust' }])('trust')
 * //=> 'k1'
 */
export function namesOf(table: TableName, rows: readonly Row[]): Naming {
  const ids = new Set(rows.map(row => row.id))
  const byName = new Map<string, string | null>()
  const column = nameColumn[table]
  if (column !== undefined) {
    for (const row of rows) {
      const name = row[column]
      if (typeof name === 'string') byName.set(name.trim(), byName.has(name.trim()) ? null : row.id)
    }
  }
  return name => (ids.has(name) ? name : (byName.get(name.trim()) ?? null))
}
