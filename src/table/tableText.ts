import { cellText } from './cell.js'
import { basisNote, rowsNote, teamNote } from './notes.js'
import type { TableView } from './tableView.js'
import { textWidth, wrapText } from './wrapText.js'

const totalWidth = 120
const narrowest = 10
const gap = '  '

/** Writes a table for a terminal: aligned columns, wrapped to about 120 characters, numbers to the right. */
export function tableText(view: TableView): string {
  const note = rowsNote(view)
  const blocks = [
    view.title === '' ? null : wrapText(showControls(view.title), totalWidth).join('\n'),
    view.audience === 'team' ? teamNote : null,
    view.columns.length === 0 ? null : writeRows(view),
    note,
    wrapText(showControls(basisNote(view)), totalWidth).join('\n'),
  ]
  return blocks.filter(block => block !== null).join('\n\n')
}

function writeRows(view: TableView): string {
  const header = view.columns.map(showControls)
  const rows = view.rows.map(row => row.map(cell => showControls(cellText(cell))))
  const widths = columnWidths([header, ...rows], view.numeric)
  const lines = rows.map(row => layOut(row, widths, view.numeric))
  const rule = widths.map(width => '-'.repeat(width)).join(gap)
  // Rows of several lines would run into each other.
  const between = lines.some(row => row.length > 1) ? '\n\n' : '\n'
  const head = [...layOut(header, widths, view.numeric), rule].join('\n')
  return lines.length === 0 ? head : `${head}\n${lines.map(row => row.join('\n')).join(between)}`
}

/** The widest cell of each column; when they do not fit, the widest columns give way first. */
function columnWidths(rows: readonly (readonly string[])[], numeric: readonly boolean[]): number[] {
  const natural = numeric.map((_, i) => rows.reduce((widest, row) => Math.max(widest, longestLine(row[i]!)), 1))
  const room = totalWidth - gap.length * (natural.length - 1)
  const capped = (cap: number) => natural.map((width, i) => (numeric[i] ? width : Math.min(width, cap)))
  let cap = Math.max(narrowest, ...natural)
  if (sum(natural) > room) cap = Math.min(cap, room)
  while (cap > narrowest && sum(capped(cap)) > room) cap -= 1
  return capped(Math.max(cap, narrowest))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function longestLine(text: string): number {
  return text.split('\n').reduce((longest, line) => Math.max(longest, textWidth(line)), 0)
}

function layOut(cells: readonly string[], widths: readonly number[], numeric: readonly boolean[]): string[] {
  const wrapped = cells.map((cell, i) => wrapText(cell, widths[i]!))
  const height = Math.max(...wrapped.map(lines => lines.length))
  return Array.from({ length: height }, (_, at) =>
    wrapped
      .map((lines, i) => pad(lines[at] ?? '', widths[i]!, numeric[i]!))
      .join(gap)
      .trimEnd(),
  )
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)))
  return right ? space + text : text + space
}

/** Makes control characters visible: a quote is not to move the cursor or colour the terminal. */
function showControls(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/[\0-\x09\x0B-\x1F]/gu, control => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7F-\x9F]/gu, '\uFFFD')
}
