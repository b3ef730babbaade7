import { type Guard, guardOf, holdAtGate, type Leaf } from '../study/guard.js'
import { cellText } from './cell.js'
import { type TableParts, type TableView, viewTable } from './tableView.js'

/** A format: how to write it, and how its reader reads it back. */
export interface Format {
  readonly name: string
  readonly write: (view: TableView) => string
  readonly read: (output: string) => readonly string[]
}

/** Shows a table in a format, past the gate: it looks at every part before, and at the finished text as its reader reads it. */
export function renderTable<R extends object>(table: TableParts<R>, format: Format, limit: number): string {
  const guard = guardOf(table)
  const output = format.write(gatedView(table, limit))
  holdAtGate(guard, finishedLeaves(output, format), 'finished')
  return output
}

/** The parts of a table, past the gate. */
export function gatedView<R extends object>(table: TableParts<R>, limit: number): TableView {
  const guard = guardOf(table)
  const view = viewTable(table, guard === null ? 'team' : 'public', limit)
  if (guard !== null) holdAtGate(guard, partLeaves(view, guard), 'parts')
  return view
}

/** Every text of a table that comes from the study, with its place. */
export function tableLeaves(table: Shown): Iterable<Leaf> {
  const guard = guardOf(table)
  const { title, basis, columns } = table
  const rows = table.rows.map(row => Object.fromEntries(columns.map(column => [column, Reflect.get(row, column) as unknown])))
  return guard === null ? [] : partLeaves(viewTable({ title, basis, columns, rows }, 'public', Number.POSITIVE_INFINITY), guard)
}

/** A table of any rows. */
interface Shown {
  readonly title: string
  readonly basis: string
  readonly columns: readonly string[]
  readonly rows: readonly object[]
}

function* partLeaves(view: TableView, guard: Guard): Iterable<Leaf> {
  yield { text: view.title, where: 'table, title' }
  yield { text: view.basis, where: 'table, basis', ours: true }
  for (const [i, column] of view.columns.entries()) yield { text: column, where: `table, name of column ${i + 1}` }
  const places = view.columns.map((column, i) => placeOf(column, i, guard))
  for (const [i, row] of view.rows.entries()) {
    for (const [j, cell] of row.entries()) yield { text: cellText(cell), where: `table, row ${i + 1}, column ${places[j]}` }
  }
}

/** A message may name a column only if the name itself may go out. */
function placeOf(column: string, at: number, guard: Guard): string {
  const passes = guard.check([{ text: column, where: `table, name of column ${at + 1}` }], 'parts').length === 0
  return passes ? column : String(at + 1)
}

// A generator, so that nothing is read back when there is no guard to ask.
function* finishedLeaves(output: string, format: Format): Iterable<Leaf> {
  for (const text of format.read(output)) yield { text, where: `table, finished ${format.name}` }
}
