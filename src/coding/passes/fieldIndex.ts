import type { Row } from '../../study/index.js'

/** The keys of rows by what one of their fields holds, while the rows change. */
export interface FieldIndex {
  readonly of: (value: unknown) => Iterable<string>
  readonly put: (key: string, before: Row | undefined, after: Row | undefined) => void
}

/** Indexes rows by a field; a field with several values is found by each of them, an empty one by none. */
export function fieldIndex(field: string, rows: readonly Row[], keyOf: (row: Row) => string): FieldIndex {
  const keys = new Map<unknown, Set<string>>()
  const put = (key: string, before: Row | undefined, after: Row | undefined) => {
    if (before !== undefined && before[field] === after?.[field]) return
    for (const value of valuesIn(before?.[field])) keys.get(value)?.delete(key)
    for (const value of valuesIn(after?.[field])) {
      const known = keys.get(value)
      if (known === undefined) keys.set(value, new Set([key]))
      else known.add(key)
    }
  }
  for (const row of rows) put(keyOf(row), undefined, row)
  return { of: value => keys.get(value) ?? [], put }
}

function valuesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
}
