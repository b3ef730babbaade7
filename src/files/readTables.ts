import {
  type Column,
  columnsOf,
  configurationRoles,
  type Naming,
  namesOf,
  type Row,
  type Study,
  type TableName,
  tableNames,
  tables,
} from '../study/index.js'
import type { Folder } from './folder.js'
import { noTable, type ReadRow, readTable, type TableFile } from './readTable.js'

export type TableFiles = Readonly<Record<TableName, TableFile>>

/**
 * Reads every table of a folder, as it stands.
 *
 * @param known the tables whose files are the same as when they were read before
 */
export async function readTables(
  folder: Folder,
  frame: Pick<Study, 'roleFacts'>,
  known: (table: TableName) => TableFile | null,
): Promise<TableFiles> {
  const read = await Promise.all(
    tableNames.map(async table => {
      const { file } = tables[table]
      const before = known(table)
      if (before !== null) return before
      return folder.paths.includes(file) ? withDefaults(readTable(table, await folder.read(file), frame)) : noTable(table)
    }),
  )
  return Object.fromEntries(read.map(file => [file.table, file])) as Record<TableName, TableFile>
}

/** What a row says of itself when a column is left empty. */
function withDefaults(file: TableFile): TableFile {
  if (file.table !== 'codes') return file
  return { ...file, rows: file.rows.map(one => ({ ...one, row: { ...one.row, name: one.row.name ?? one.row.id } })) }
}

/** Gives references that name a row by its name the id of that row. */
export function resolveNames(files: TableFiles, frame: Pick<Study, 'roleFacts'>): TableFiles {
  const names = new Map(
    tableNames.map(table => [
      table as string,
      namesOf(
        table,
        files[table].rows.map(one => one.row),
      ),
    ]),
  )
  const tablesNow = tableNames.map(table => {
    const columns = Object.entries(columnsOf(table, configurationRoles(frame))).filter(([, column]) => column.of !== undefined)
    const rows = columns.length === 0 ? files[table].rows : files[table].rows.map(one => resolved(one, resolveRow(one.row, columns, names)))
    return [table, { ...files[table], rows }]
  })
  return Object.fromEntries(tablesNow) as TableFiles
}

function resolveRow(row: Row, columns: readonly (readonly [string, Column])[], names: ReadonlyMap<string, Naming>): Row {
  let resolved = row
  for (const [name, column] of columns) {
    const naming = names.get(column.of!)!
    const value = row[name]
    if (typeof value === 'string') resolved = withValue(resolved, name, naming(value) ?? value)
    else if (Array.isArray(value) && value.length > 0) resolved = { ...resolved, [name]: value.map(one => naming(String(one)) ?? one) }
  }
  return resolved
}

const resolved = (one: ReadRow, row: Row): ReadRow => (one.row === row ? one : { ...one, row })

// Most rows are not copied: they name things by their ids already.
const withValue = (row: Row, name: string, value: string): Row => (row[name] === value ? row : { ...row, [name]: value })
