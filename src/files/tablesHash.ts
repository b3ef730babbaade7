import { createHash } from 'node:crypto'
import { columnsOf, configurationRoles, type Row, rowsOf, type Study, tableNames } from '../study/index.js'

/** Columns that tell where the source of a transcript stands on disk: a save may move it, and that is no work on the study. */
export const placeColumns: ReadonlySet<string> = new Set(['file', 'hash'])

/** A hash of what the tables say: whatever the order of their columns, their quotation marks and their line ends. */
export function tablesHash(study: Study): string {
  const hash = createHash('sha256')
  const roles = configurationRoles(study)
  for (const table of tableNames) {
    const columns = Object.keys(columnsOf(table, roles)).filter(
      name => name !== 'id' && !(table === 'transcripts' && placeColumns.has(name)),
    )
    const rows =
      table === 'codings' ? [...rowsOf(study, table), null, ...(study.lost as readonly object[] as readonly Row[])] : rowsOf(study, table)
    hash.update(`${table}\n`)
    for (const row of rows) hash.update(row === null ? 'lost\n' : `${JSON.stringify(contentOf(row, columns))}\n`)
  }
  return hash.digest('hex')
}

function contentOf(row: Row, columns: readonly string[]): readonly unknown[] {
  const extra = Object.entries(row.extra).sort(([a], [b]) => (a < b ? -1 : 1))
  return [row.id, ...columns.map(name => row[name] ?? null), extra]
}
