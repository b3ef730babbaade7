import { columnsOf, configurationRoles, emptyValue, type Row, type Study, type TableName } from '../study/index.js'

type Fields = Readonly<Record<string, unknown>>

/**
 * A row as the journal holds it: without the fields that say nothing, which are most of them, and without the words of a
 * transcript, which stay in its text.
 */
export function journalRow(row: Fields): Fields {
  const held: Record<string, unknown> = {}
  const isTranscript = 'turns' in row
  for (const name in row) {
    const value = row[name]
    if (isEmpty(value) || (isTranscript && (name === 'text' || name === 'turns'))) continue
    held[name] = value
  }
  return held
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value !== 'object') return false
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0
}

/** Makes whole rows of rows as the journal holds them: every key is there. */
export function wholeRows(study: Study, table: string): (row: Fields) => Row {
  const blank = blankRow(study, table === 'lost' ? 'codings' : (table as TableName))
  return row => ({ ...blank, ...row }) as Row
}

// In memory the words of a coding follow from its place, and its loss from the list it is in; its pass is known when it is done.
const notHeld = new Set(['quote', 'lost', 'pass'])

function blankRow(study: Study, table: TableName): Fields {
  const columns = Object.entries(columnsOf(table, configurationRoles(study)))
  const held = table === 'codings' ? columns.filter(([name]) => !notHeld.has(name)) : columns
  return Object.fromEntries([['id', ''], ...held.map(([name, column]) => [name, emptyValue(column)]), ['extra', {}]])
}
