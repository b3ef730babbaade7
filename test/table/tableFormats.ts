import fc from 'fast-check'
import { type Cell, Table } from '../../src/table/index.js'
import { trickyText } from './trickyText.js'

/** A table of any cells under any names. */
export const anyTable: fc.Arbitrary<Table> = fc
  .uniqueArray(trickyText, { minLength: 1, maxLength: 4 })
  .chain(columns => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      trickyText,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    )
    const row = fc.tuple(...columns.map(() => cell)).map(cells => Object.fromEntries(columns.map((column, i) => [column, cells[i]!])))
    return fc.tuple(fc.constant(columns), trickyText, fc.array(row, { maxLength: 5 }))
  })
  .map(([columns, title, rows]) => new Table<Record<string, Cell>>({ title, columns, rows, basis: '', of: {} }))

/** The table's header and cells as given. */
export function cellsOf(table: Table): Cell[][] {
  return [[...table.columns], ...table.rows.map(row => table.columns.map(column => row[column] ?? null))]
}
