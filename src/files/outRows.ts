import { type Coding, type Row, rowsOf, type Study, type TableName } from '../study/index.js'
import type { OutRow } from './writeTable.js'

/** The rows of a table as they go into its file. */
export function outRows(table: TableName, study: Study): readonly OutRow[] {
  if (table !== 'codings') return rowsOf(study, table).map(plainRow)
  return codingRows(
    [...study.codings.map(coding => ({ coding, lost: false })), ...study.lost.map(coding => ({ coding, lost: true }))],
    study,
  )
}

/** Codings with the words that stand in their place, and lost ones with the words they had. */
export function codingRows(codings: readonly { readonly coding: Coding; readonly lost: boolean }[], study: Study): readonly OutRow[] {
  const texts = new Map(study.transcripts.map(one => [one.id, one.text]))
  return codings.map(({ coding, lost }) => {
    const row = coding as object as Row
    const { quote, ...rest } = coding.extra
    return {
      row,
      extra: lost ? rest : coding.extra,
      valueOf: column => {
        if (column === 'quote') return lost ? (quote ?? null) : (texts.get(coding.transcript)?.slice(coding.start, coding.end) ?? null)
        return column === 'lost' ? (lost ? true : null) : row[column]
      },
    }
  })
}

function plainRow(row: Row): OutRow {
  return { row, extra: row.extra, valueOf: column => row[column] }
}

/** Lays the codings that count and the lost ones in the order of the file they came from; neither order changes. */
export function inFileOrder(rows: readonly OutRow[], before: readonly OutRow[], lostFrom: number): readonly OutRow[] {
  const places = new Map(before.map((one, i) => [one.row.id, i]))
  const [kept, lost] = [rows.slice(0, lostFrom), rows.slice(lostFrom)]
  const ordered: OutRow[] = []
  for (const one of kept) {
    const place = places.get(one.row.id)
    while (place !== undefined && lost.length > 0 && (places.get(lost[0]!.row.id) ?? Number.POSITIVE_INFINITY) < place)
      ordered.push(lost.shift()!)
    ordered.push(one)
  }
  return [...ordered, ...lost]
}
