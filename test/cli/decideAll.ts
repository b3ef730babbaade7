import { readFileSync, writeFileSync } from 'node:fs'
import { parseCsv } from '../../src/table/index.js'

/** Decides on every open point of a file of decisions: all of it may be printed, since it is made up. */
export function decideAll(path: string): void {
  const { header, records } = parseCsv(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''), ',')!
  const columns = header.cells
  const said: Readonly<Record<string, string>> = { what: 'print', who: 'MV', when: '2026-05-01', why: 'it is made up' }
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = records.map(({ cells }) => columns.map((column, i) => quoted(said[column] ?? cells[i]!)).join(','))
  writeFileSync(path, `${[columns.join(','), ...lines].join('\n')}\n`)
}
