import { type Cell, cellText } from './cell.js'
import { escapeFormula } from './escapeFormula.js'
import type { TableView } from './tableView.js'

export interface CsvOptions {
  /** What stands between cells; `,` unless given. */
  readonly delimiter?: ',' | ';' | '\t'
  /** Whether to start with a byte order mark, by which Excel knows UTF-8; false unless given. */
  readonly bom?: boolean
}

/** Writes a table as CSV (RFC 4180), safe against spreadsheet formulas. */
export function tableCsv(view: TableView, options: Required<CsvOptions>): string {
  const lines = [view.columns, ...view.rows].map(row => writeLine(row, options.delimiter))
  return (options.bom ? '\uFEFF' : '') + lines.join('\r\n')
}

function writeLine(cells: readonly Cell[], delimiter: string): string {
  const line = cells.map(writeField).join(delimiter)
  // A blank line would be skipped by many readers.
  return line === '' ? '""' : line
}

function writeField(cell: Cell): string {
  // A number starts with `-` without being a formula; the words for numbers without digits do not pass for numbers.
  const text = typeof cell === 'number' && Number.isFinite(cell) ? String(cell) : escapeFormula(cellText(cell))
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// All delimiters, not only the one used, so that a reader who guesses finds only one that fits. Space at an end, or a byte
// order mark at the start, would be taken off by some readers.
const needsQuotes = /[",;\t\r\n]|^\s|\s$/u
