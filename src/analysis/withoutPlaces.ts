import { isUnlinked, type Study } from '../study/index.js'

/** Columns that say where something stands, which ties all that stands in one conversation. */
const places: ReadonlySet<string> = new Set(['transcript', 'start', 'end', 'coding', 'otherCoding'])

/** The columns and rows of a table of passages; where nothing may be tied together without their places, and not in the order of the texts. */
export function withoutPlaces<R extends object, C extends keyof R & string>(
  study: Study,
  columns: readonly C[],
  rows: readonly R[],
): { readonly columns: readonly C[]; readonly rows: readonly R[] } {
  if (!isUnlinked(study)) return { columns, rows }
  const left = columns.filter(column => !places.has(column))
  const key = (row: R) => JSON.stringify(left.map(column => row[column]))
  return { columns: left, rows: [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)) }
}
