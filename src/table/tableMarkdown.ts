import { type Cell, cellText } from './cell.js'
import { escapeMarkdown } from './escapeMarkdown.js'
import { basisNote, rowsNote, teamNote } from './notes.js'
import type { TableView } from './tableView.js'

/** Writes a table as GFM Markdown: title, for the team a warning, rows, basis. */
export function tableMarkdown(view: TableView): string {
  const note = rowsNote(view)
  const blocks = [
    view.title === '' ? null : `**${escapeMarkdown(view.title)}**`,
    view.audience === 'team' ? `**${teamNote}**` : null,
    view.columns.length === 0 ? null : writeRows(view),
    note === null ? null : `*${note}*`,
    escapeMarkdown(basisNote(view)),
  ]
  return `${blocks.filter(block => block !== null).join('\n\n')}\n`
}

function writeRows(view: TableView): string {
  const rule = view.numeric.map(numeric => (numeric ? '---:' : '---'))
  const lines = [view.columns.map(escapeMarkdown), rule, ...view.rows.map(row => row.map(writeCell))]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function writeCell(cell: Cell): string {
  return typeof cell === 'string' ? escapeMarkdown(cell) : cellText(cell)
}
