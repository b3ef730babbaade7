import {
  type Column,
  type Columns,
  columnsOf,
  configurationRoles,
  emptyValue,
  type Problem,
  type Row,
  readCell,
  rowId,
  type Study,
  type TableName,
  tables,
} from '../study/index.js'
import { type CsvFile, type CsvRecord, type Delimiter, parseCsv } from '../table/index.js'
import { decodeText } from './decodeText.js'

/** A row of a table and the record it was read from. */
export interface ReadRow {
  /** What the row says, a field per declared column, references as they were typed. */
  readonly row: Row
  readonly record: CsvRecord
}

/** A table as it was read from its file. */
export interface TableFile {
  readonly table: TableName
  /** Null when there is no such file, or no such file that can be read. */
  readonly csv: CsvFile | null
  /** What each column of the file holds: a declared column, or null for a column of her own. */
  readonly columns: readonly (string | null)[]
  readonly rows: readonly ReadRow[]
  /** Whether the file as a whole cannot be read. */
  readonly failed: boolean
  readonly problems: readonly Problem[]
}

/** The table of a folder that has no file for it. */
export function noTable(table: TableName): TableFile {
  return { table, csv: null, columns: [], rows: [], failed: false, problems: [] }
}

/**
 * Reads the file of a table: its form, the kind of every value and the ids of rows that have none. Whether references
 * lead anywhere is seen later, when all tables are read.
 */
export function readTable(table: TableName, bytes: Uint8Array, frame: Pick<Study, 'roleFacts'>): TableFile {
  const { file } = tables[table]
  const fail = (what: string, hint: string, row?: number): TableFile => {
    const problem = { what, hint, file, ...(row === undefined ? {} : { row }) }
    return { ...noTable(table), failed: true, problems: [problem] }
  }
  const decoded = decodeText(bytes)
  if ('textBefore' in decoded) {
    const row = (parseCsv(`${decoded.textBefore}x`, ',')?.records.at(-1)?.row ?? 1) as number
    return fail('this file is not in UTF-8', 'save it as "CSV UTF-8"', row)
  }
  const declared = { id: idColumn, ...columnsOf(table, configurationRoles(frame)) }
  const csv = parseWithKnownNames(decoded.text, declared)
  if (csv === null) return fail('this file is empty', 'give it a header row, or take the file away')
  if (csv.flaws.length > 0) return { ...noTable(table), failed: true, problems: csv.flaws.map(flaw => ({ ...flaw, file })) }
  const columns = csv.header.cells.map(name => nameOfColumn(name, declared))
  const problems = headerProblems(table, csv, columns, declared)
  if (problems.length > 0) return { ...noTable(table), failed: true, problems }
  return readRows(table, csv, columns, declared)
}

const idColumn: Column = { kind: 'text', what: 'id of the row' }

/** The delimiter that gives the most known names in the header is the file's. The body says nothing. */
function parseWithKnownNames(text: string, declared: Columns): CsvFile | null {
  const knownNames = (delimiter: Delimiter) =>
    parseCsv(text.slice(0, headerLimit), delimiter)?.header.cells.filter(name => nameOfColumn(name, declared) !== null).length ?? 0
  const counts = delimiters.map(knownNames)
  return parseCsv(text, delimiters[counts.indexOf(Math.max(...counts))]!)
}

const delimiters: readonly Delimiter[] = [',', ';', '\t']
const headerLimit = 20_000

function nameOfColumn(name: string, declared: Columns): string | null {
  const wanted = name.trim().toLowerCase()
  return Object.keys(declared).find(column => column.toLowerCase() === wanted) ?? null
}

function headerProblems(table: TableName, csv: CsvFile, columns: readonly (string | null)[], declared: Columns): Problem[] {
  const place = { file: tables[table].file as string, row: csv.header.row }
  const problems: Problem[] = []
  const seen = new Set<string>()
  csv.header.cells.forEach((name, i) => {
    const key = name.trim().toLowerCase()
    if (key !== '' && seen.has(key))
      problems.push({ what: 'two columns have the same name', hint: 'rename or remove one', ...place, column: columns[i] ?? String(i + 1) })
    seen.add(key)
  })
  const missing = requiredGroups(table, declared).filter(group => !group.some(name => columns.includes(name)))
  if (missing.length > 0)
    problems.push({
      what: `there is no column ${missing.map(group => group.join(' or ')).join(', no column ')}`,
      hint: `the first row should hold the names of the columns; it has ${csv.header.cells.length}, of which ${columns.filter(name => name !== null).length} are known`,
      ...place,
    })
  return problems
}

function requiredGroups(table: TableName, declared: Columns): readonly (readonly string[])[] {
  const { required } = tables[table]
  if (table !== 'configurations') return required
  const roles = Object.keys(declared).filter(name => declared[name]!.of === 'codes' || name.endsWith('Text'))
  return [...required, roles]
}

function readRows(table: TableName, csv: CsvFile, columns: readonly (string | null)[], declared: Columns): TableFile {
  const problems: Problem[] = []
  const { file, required, idFrom } = tables[table]
  const empty = emptyValues(declared)
  const rows = csv.records.map((record): ReadRow => {
    const wrong = new Set<string>()
    const report = (what: string, hint: string, column?: string) => {
      wrong.add(column ?? '')
      problems.push({ what, hint, file, row: record.row, ...(column === undefined ? {} : { column }) })
    }
    const values: Record<string, unknown> = { ...empty }
    readCells(values, record, csv, columns, declared, report)
    for (const group of required) {
      if (group.every(name => isEmpty(values[name]) && !wrong.has(name)))
        report(`this row has no ${group.join(' or ')}`, 'fill it in', group[0])
    }
    values.id = String(values.id ?? (idFrom === null ? '' : (values[idFrom] ?? ''))).trim()
    return { row: values as Row, record }
  })
  return { table, csv, columns, rows: giveIds(rows, columns), failed: false, problems }
}

type Report = (what: string, hint: string, column?: string) => void

/** Reads the cells of a record into the values of a row: a large table is read without making anything twice. */
function readCells(
  values: Record<string, unknown>,
  record: CsvRecord,
  csv: CsvFile,
  columns: readonly (string | null)[],
  declared: Columns,
  report: Report,
): void {
  let extra: Record<string, string> | null = null
  if (record.cells.length > columns.length)
    report('this row has more cells than the header', 'put cells that hold a delimiter between quotation marks')
  for (const [i, cell] of record.cells.entries()) {
    const name = columns[i]
    if (name === undefined || cell === '' || cell.trim() === '') continue
    if (name === null) {
      const header = csv.header.cells[i]!.trim()
      if (header === '') report('this cell stands under no column name', 'name the column in the first row', String(i + 1))
      else extra = Object.fromEntries([...Object.entries(extra ?? {}), [header, cell]])
      continue
    }
    const reading = readCell(declared[name]!, cell)
    if ('value' in reading) values[name] = reading.value
    else report('this cell does not hold what its column is for', `expected ${reading.expected}`, name)
  }
  values.extra = extra ?? {}
}

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function emptyValues(declared: Columns): Record<string, unknown> {
  return Object.fromEntries(Object.entries(declared).map(([name, column]) => [name, emptyValue(column)]))
}

/** Rows without an id get one from what was typed in them, whatever the order of the columns. */
function giveIds(read: readonly ReadRow[], columns: readonly (string | null)[]): readonly ReadRow[] {
  if (read.every(one => one.row.id !== '')) return read
  const taken = new Set(read.map(one => one.row.id))
  return read.map(one => {
    if (one.row.id !== '') return one
    const id = rowId(typedIn(one.record, columns), typed => taken.has(typed))
    taken.add(id)
    return { row: { ...one.row, id }, record: one.record }
  })
}

/** What was typed in the declared columns of a record, whatever their order. */
export function typedIn({ cells }: Pick<CsvRecord, 'cells'>, columns: readonly (string | null)[]): readonly string[] {
  return columns.flatMap((name, i) => (name === null || name === 'id' || !cells[i]?.trim() ? [] : [`${name}=${cells[i]!.trim()}`])).sort()
}
