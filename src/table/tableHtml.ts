import { cellText } from './cell.js'
import { decodeHtml } from './decodeHtml.js'
import { escapeHtml } from './escapeHtml.js'
import { basisNote, noRows, rowsNote, teamNote } from './notes.js'
import type { TableView } from './tableView.js'

/** Writes a table as a piece of HTML without styles or scripts: caption, for the team a warning, rows, basis. */
export function tableHtml(view: TableView): string {
  return [
    '<div class="retroduct-table">',
    ...(view.audience === 'team' ? [`<p class="team"><strong>${teamNote}</strong></p>`] : []),
    '<table>',
    `<caption>${writeText(view.title)}</caption>`,
    `<thead><tr>${view.columns.map((column, i) => `<th scope="col"${numberClass(view, i)}>${writeText(column)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...writeRows(view),
    '</tbody>',
    '</table>',
    `<p class="basis">${writeText(basisNote(view))}</p>`,
    '</div>',
  ].join('\n')
}

/**
 * Reads the finished HTML for the gate, without the attributes that are the same in every table: a person may be called
 * Col. Text of the study cannot look like these, since its quotation marks are escaped.
 */
export function readTableHtml(html: string): readonly string[] {
  return decodeHtml(html.replace(/ (?:class|scope|colspan)="[a-z\d -]{1,20}"/gu, ''))
}

function writeRows(view: TableView): string[] {
  const rows = view.rows.map(
    row => `<tr>${row.map((cell, i) => `<td${numberClass(view, i)}>${writeText(cellText(cell))}</td>`).join('')}</tr>`,
  )
  const note = rowsNote(view)
  const span = view.columns.length > 1 ? ` colspan="${view.columns.length}"` : ''
  return note === null ? rows : [...rows, `<tr><td class="${note === noRows ? 'none' : 'more'}"${span}>${note}</td></tr>`]
}

function numberClass(view: TableView, column: number): string {
  return view.numeric[column] ? ' class="number"' : ''
}

function writeText(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/gu, '<br>')
}
