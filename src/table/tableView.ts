import type { Audience } from '../study/model.js'
import { type Cell, cellOf } from './cell.js'

/** What a table is made of. */
export interface TableParts<R extends object> {
  readonly title: string
  readonly columns: readonly (keyof R & string)[]
  readonly rows: readonly R[]
  /** What it was computed from, in a sentence. */
  readonly basis: string
}

/** A table as it is about to be shown: read once, so that what the gate looks at is what is printed. */
export interface TableView {
  readonly title: string
  readonly basis: string
  readonly audience: Audience
  readonly columns: readonly string[]
  /** Per column, whether it holds numbers only. */
  readonly numeric: readonly boolean[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many rows are left out at the end. */
  readonly more: number
}

/** Reads a table for showing, at most `limit` rows of it. */
export function viewTable<R extends object>(table: TableParts<R>, audience: Audience, limit: number): TableView {
  const rows = table.rows.slice(0, limit).map(row => table.columns.map(column => cellOf(row[column])))
  return {
    title: table.title,
    basis: table.basis,
    audience,
    columns: [...table.columns],
    numeric: table.columns.map((_, i) => holdsNumbers(rows, i)),
    rows,
    more: table.rows.length - rows.length,
  }
}

function holdsNumbers(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.some(row => row[column] !== null) && rows.every(row => row[column] === null || typeof row[column] === 'number')
}
