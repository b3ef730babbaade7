import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))

/**
 * Rows of one of our own lists: columns apart by tabs, named in the line that starts with `#:`; other lines with # are remarks.
 *
 * @returns rows as objects; [] when the list is not there
 */
export function readRows(path) {
  const file = join(folder, path)
  if (!existsSync(file)) return []
  let columns = ['name']
  const rows = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#:'))
      columns = line
        .slice(2)
        .split('\t')
        .map(one => one.trim())
    if (line.startsWith('#') || line.trim() === '') continue
    const cells = line.split('\t')
    rows.push(Object.fromEntries(columns.map((column, i) => [column, (cells[i] ?? '').trim()])))
  }
  return rows
}

/** Several values in a cell. */
export const several = cell =>
  (cell ?? '')
    .split(/[;|]/u)
    .map(one => one.trim())
    .filter(Boolean)

/** The words of a list of words apart by spaces or lines. */
export function readWords(path) {
  const file = join(folder, path)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .flatMap(line => line.split(/\s+/u))
    .filter(Boolean)
}
