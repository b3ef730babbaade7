import {
  type Column,
  columnsOf,
  configurationRoles,
  isSame,
  type Naming,
  type Row,
  readCell,
  rowId,
  type Study,
  type TableName,
  tables,
  writeCell,
} from '../study/index.js'
import { type CsvFile, type CsvRecord, formatRecord, joinCsv } from '../table/index.js'
import { isSameRow, type OutRow, valueIn } from './outRows.js'
import { type TableFile, typedIn } from './readTable.js'

export interface TableChange {
  readonly file: TableFile
  /** The rows as they were read, in the order of the file. */
  readonly before: readonly OutRow[]
  /** The rows to write, in their order. */
  readonly after: readonly OutRow[]
  readonly frame: Pick<Study, 'roleFacts'>
  /** Names in the study that is written, for tables that changed: what was typed must still mean the same. */
  readonly renamed: ReadonlyMap<string, Naming>
  /** What a row of codings without a role of its own would read as, when that changed. */
  readonly roleOf: ((code: string) => unknown) | null
  /** Ids that something else in the study names: they must stand in the file, since a hash follows what is typed. */
  readonly named: ReadonlySet<string>
}

/**
 * Writes a table: rows that say what they said keep their characters, others are written in the style of the file, cell
 * by cell: what was typed stays where it still holds.
 *
 * @returns the new content of the file, or null when nothing changes
 */
export function writeTable(change: TableChange): string | null {
  const { file, after, before } = change
  const columns = { id: idColumn, ...columnsOf(file.table, configurationRoles(change.frame)) }
  const old = new Map(before.map((one, i) => [keyOf(file.table, one.row), i]))
  const plans = after.map((out): Plan => {
    const at = old.get(keyOf(file.table, out.row))
    const was = at === undefined ? null : before[at]!
    const record = at === undefined ? null : (file.rows[at]?.record ?? null)
    const kept = was !== null && record !== null && saysTheSame(was, out, columns) && stillHolds(change, out, record, columns)
    return { out, was, record, kept, at: at ?? -1 }
  })
  const unchanged =
    plans.length === before.length &&
    plans.every((plan, i) => plan.at === i && (plan.kept || (plan.record === null && sameRows(plan, columns)))) &&
    !plans.some(
      ({ record, out }) =>
        record !== null && change.named.has(out.row.id) && lacksNamedId(change, out.row, idIn(record.cells, file.columns)),
    )
  if (unchanged) return null
  return layOut(change, plans, columns)
}

const idColumn: Column = { kind: 'text', what: 'id of the row' }

type Declared = Readonly<Record<string, Column>>

interface Plan {
  readonly out: OutRow
  readonly was: OutRow | null
  readonly record: CsvRecord | null
  /** Whether the record stays as it stands in the file. */
  readonly kept: boolean
  readonly at: number
}

const sameRows = ({ was, out }: Plan, columns: Declared) => was !== null && saysTheSame(was, out, columns)

function keyOf(table: TableName, row: Row): string {
  const { key } = tables[table]
  return key.length === 1 ? row.id : JSON.stringify(key.map(column => row[column] ?? null))
}

function saysTheSame(was: OutRow, is: OutRow, columns: Declared): boolean {
  return (
    isSameRow(was, is) || (isSame(was.extra, is.extra) && Object.keys(columns).every(name => isSame(valueIn(was, name), valueIn(is, name))))
  )
}

/** Whether cells that name other rows still name the same ones, and defaults are still the same. */
function stillHolds(change: TableChange, out: OutRow, record: CsvRecord, columns: Declared): boolean {
  const { file, renamed, roleOf } = change
  return file.columns.every((name, i) => name === null || cellHolds(name, record.cells[i] ?? '', out)) && roleHolds()

  function roleHolds(): boolean {
    if (roleOf === null || file.table !== 'codings') return true
    const typed = record.cells[file.columns.indexOf('role')] ?? ''
    return typed.trim() !== '' || roleOf(String(out.row.code)) === out.row.role
  }
  function cellHolds(name: string, cell: string, row: OutRow): boolean {
    const naming = renamed.get(columns[name]?.of ?? '')
    if (naming === undefined || cell.trim() === '') return true
    const reading = readCell(columns[name]!, cell)
    const value = 'value' in reading ? reading.value : null
    const means = Array.isArray(value) ? value.map(one => naming(String(one)) ?? one) : (naming(String(value)) ?? value)
    return isSame(means, valueIn(row, name))
  }
}

/** Columns of a file: what they hold, and the names in its header. */
interface Layout {
  readonly names: readonly (string | null)[]
  readonly headers: readonly string[]
}

const newFile: Pick<CsvFile, 'bom' | 'delimiter' | 'eol' | 'quoteAll' | 'tail'> = {
  bom: false,
  delimiter: ',',
  eol: '\n',
  quoteAll: false,
  tail: '',
}

function layOut(change: TableChange, plans: readonly Plan[], columns: Declared): string {
  const { file } = change
  const style = file.csv ?? newFile
  const old: Layout = { names: file.columns, headers: file.csv?.header.cells.map(name => name.trim()) ?? [] }
  const written = plans.filter(plan => !plan.kept)
  const layout = file.csv === null ? newLayout(change, plans, columns) : addColumns(change, old, written, columns)
  const cells = new Map(written.map(plan => [plan, cellsOf(change, plan, layout, columns)]))
  const withIds =
    layout.names.includes('id') || plans.every(plan => !needsId(change, plan, cells.get(plan), layout)) ? layout : withId(layout, file.csv)
  const lines = plans.map(plan => {
    const made = cells.get(plan)
    const needs = needsId(change, plan, made, layout)
    if (made === undefined && !needs) return { lead: plan.record!.lead, raw: plan.record!.raw }
    const row = withIds.names.map((name, i) => {
      if (name === 'id' && needs) return plan.out.row.id
      const shifted = withIds === layout || file.csv !== null ? i : i - 1
      return (made ?? plan.record!.cells)[shifted] ?? ''
    })
    return { lead: plan.record?.lead ?? '', raw: formatRecord(row, style) }
  })
  return joinCsv(style, [headerLine(file.csv, withIds, style), ...lines])
}

/** A new file has its ids in front; in a file of hers a new column comes last. */
function withId(layout: Layout, csv: CsvFile | null): Layout {
  if (csv === null) return { names: ['id', ...layout.names], headers: ['id', ...layout.headers] }
  return { names: [...layout.names, 'id'], headers: [...layout.headers, 'id'] }
}

function headerLine(csv: CsvFile | null, { headers }: Layout, style: Pick<CsvFile, 'delimiter' | 'eol' | 'quoteAll'>) {
  const known = csv?.header.cells.length ?? 0
  // A name of hers that holds another delimiter must not be taken apart by the reader that tries it.
  if (csv === null) return { lead: '', raw: formatRecord(headers, { ...style, quoteAll: headers.some(name => /[;\t]/u.test(name)) }) }
  if (known === headers.length) return { lead: csv.header.lead, raw: csv.header.raw }
  const old = csv.header.raw.replace(/[\r\n]+$/u, '')
  return { lead: csv.header.lead, raw: old + style.delimiter + formatRecord(headers.slice(known), style) }
}

/** Declared columns that hold something in some row, and those the reader asks for. */
function newLayout({ file, frame }: TableChange, plans: readonly Plan[], columns: Declared): Layout {
  const required = new Set(tables[file.table].required.map(group => group[0]!))
  if (file.table === 'configurations') required.add(configurationRoles(frame)[0] ?? '')
  const names = Object.keys(columns).filter(
    name =>
      name !== 'id' && (required.has(name) || plans.some(({ out }) => !isDefault(file.table, name, out) && !isNothing(valueIn(out, name)))),
  )
  if (required.has('id')) names.unshift('id')
  const extra = [...new Set(plans.flatMap(({ out }) => Object.keys(out.extra)))]
  return { names: [...names, ...extra.map(() => null)], headers: [...names, ...extra] }
}

/** Columns that changed rows need and the file does not have come last. */
function addColumns({ file }: TableChange, old: Layout, written: readonly Plan[], columns: Declared): Layout {
  const names = Object.keys(columns).filter(
    name => name !== 'id' && !old.names.includes(name) && written.some(({ out, was }) => isNeeded(file.table, name, out, was)),
  )
  const known = new Set(old.headers.filter((_, i) => old.names[i] === null))
  const extra = [...new Set(written.flatMap(({ out }) => Object.keys(out.extra)))].filter(name => !known.has(name))
  return { names: [...old.names, ...names, ...extra.map(() => null)], headers: [...old.headers, ...names, ...extra] }
}

const isNothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function isNeeded(table: TableName, name: string, out: OutRow, was: OutRow | null): boolean {
  const value = valueIn(out, name)
  if (was !== null && isSame(valueIn(was, name), value)) return false
  return was !== null || (!isNothing(value) && !isDefault(table, name, out))
}

/** What the reader fills in by itself. */
function isDefault(table: TableName, name: string, out: OutRow): boolean {
  if (table === 'codes' && name === 'name') return out.row.name === out.row.id
  return table === 'codings' && name === 'status' && out.row.status === 'open'
}

function cellsOf({ file, renamed, roleOf }: TableChange, { out, was, record }: Plan, layout: Layout, columns: Declared): string[] {
  return layout.names.map((name, i) => {
    const typed = record?.cells[i] ?? ''
    if (name === null) return out.extra[layout.headers[i]!] ?? (layout.headers[i] === '' ? typed : '')
    const value = name === 'id' ? out.row.id : valueIn(out, name)
    if (name === 'id' && was !== null) return typed
    const mayMove = renamed.has(columns[name]!.of ?? '') || (name === 'role' && roleOf !== null && file.table === 'codings')
    if (was !== null && record !== null && !mayMove && isSame(valueIn(was, name), value)) return typed
    return writeCell(columns[name]!, value)
  })
}

/** Whether the id of a row must be in its cell, because the row would read with another one. */
function needsId(change: TableChange, plan: Plan, made: readonly string[] | undefined, { names }: Layout): boolean {
  const { row } = plan.out
  const cells = made ?? plan.record!.cells
  const typed = idIn(cells, names)
  if (typed !== '') return false
  if (lacksNamedId(change, row, typed)) return true
  const { idFrom } = tables[change.file.table]
  if (idFrom !== null) return String(cells[names.indexOf(idFrom)] ?? '').trim() !== row.id
  // A row that kept its characters keeps its hash; only the number behind twins may move.
  if (made === undefined) return /-\d+$/u.test(row.id)
  return rowId(typedIn({ cells }, names), () => false) !== row.id
}

const idIn = (cells: readonly string[], names: readonly (string | null)[]) => cells[names.indexOf('id')]?.trim() ?? ''

/** Whether a row is named elsewhere by a hash of its cells that stands nowhere: it would be lost when a cell is edited. */
function lacksNamedId({ file, named }: TableChange, row: Row, typed: string): boolean {
  return typed === '' && tables[file.table].idFrom === null && named.has(row.id)
}
