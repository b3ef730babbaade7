import { createHash, type Hash } from 'node:crypto'
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
    hash.update(`${table}\n`)
    addRows(hash, rowsOf(study, table), columns)
    if (table !== 'codings') continue
    hash.update('lost\n')
    addRows(hash, study.lost as readonly object[] as readonly Row[], columns)
  }
  return hash.digest('hex')
}

/** How many rows go to the hash at once: a call for each of a hundred thousand takes longer than the hash itself. */
const atOnce = 1000

function addRows(hash: Hash, rows: readonly Row[], columns: readonly string[]): void {
  for (let from = 0; from < rows.length; from += atOnce) {
    const contents = rows.slice(from, from + atOnce).map(row => JSON.stringify(contentOf(row, columns)))
    hash.update(`${contents.join('\n')}\n`)
  }
}

function contentOf(row: Row, columns: readonly string[]): readonly unknown[] {
  const content: unknown[] = [row.id]
  for (const name of columns) content.push(row[name] ?? null)
  content.push(Object.entries(row.extra).sort(([a], [b]) => (a < b ? -1 : 1)))
  return content
}
