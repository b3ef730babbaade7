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
  if (table === 'codings' || table === 'lost') return wholeCoding
  const blank = blankRow(study, table as TableName)
  return row => ({ ...blank, ...row }) as Row
}

function blankRow(study: Study, table: TableName): Fields {
  const columns = Object.entries(columnsOf(table, configurationRoles(study)))
  return Object.fromEntries([['id', ''], ...columns.map(([name, column]) => [name, emptyValue(column)]), ['extra', {}]])
}

const none: readonly never[] = []
const noExtra = {}

/** Key by key: codings can be a million, and an object that is put together of others takes ten times as long. */
function wholeCoding(row: Fields): Row {
  const whole: Record<string, unknown> & Row = {
    id: (row.id ?? '') as string,
    transcript: row.transcript ?? null,
    start: row.start ?? null,
    end: row.end ?? null,
    code: row.code ?? null,
    role: row.role ?? null,
    polarity: row.polarity ?? null,
    level: row.level ?? null,
    beneficiary: row.beneficiary ?? null,
    stance: row.stance ?? null,
    elicited: row.elicited ?? null,
    expected: row.expected ?? null,
    certainty: row.certainty ?? null,
    coder: row.coder ?? null,
    account: row.account ?? null,
    about: row.about ?? null,
    status: row.status ?? null,
    settles: row.settles ?? none,
    memo: row.memo ?? null,
    extra: (row.extra ?? noExtra) as Row['extra'],
  }
  // A pass that is under way has no id yet.
  return row.pass === undefined ? whole : Object.assign(whole, { pass: row.pass })
}
