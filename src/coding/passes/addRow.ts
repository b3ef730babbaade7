import { rowId, type TableName } from '../../study/index.js'
import type { Draft } from './draft.js'

/** Adds a row that nobody names, with an id made from what it says. */
export function addRow(draft: Draft, table: TableName, row: Readonly<Record<string, unknown>>): void {
  draft.add(table, { id: rowId(Object.values(row), taken => draft.get(table, taken) !== undefined), ...row })
}
