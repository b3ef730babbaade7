import { type Coding, type Row, rowsOf, type Study, type TableName, type Transcript } from '../study/index.js'

/** A row as it goes into a file. */
export interface OutRow {
  readonly row: Row
  readonly extra: Readonly<Record<string, string>>
  /** For codings: the transcript its words stand in, and whether they are gone from it. */
  readonly place: Place | null
}

interface Place {
  readonly transcript: Transcript | undefined
  readonly lost: boolean
}

/** What a column of a row holds. The words of a coding are those that stand in its place, of a lost one those it had. */
export function valueIn({ row, place }: OutRow, column: string): unknown {
  if (place === null || (column !== 'quote' && column !== 'lost')) return row[column]
  if (column === 'lost') return place.lost ? true : null
  return place.lost ? (row.extra.quote ?? null) : (place.transcript?.text.slice(Number(row.start), Number(row.end)) ?? null)
}

/** Whether two rows are the very same, so that they need not be compared. */
export function isSameRow(a: OutRow, b: OutRow): boolean {
  return a.row === b.row && a.place?.transcript === b.place?.transcript && a.place?.lost === b.place?.lost
}

/** The rows of a table as they go into its file. */
export function outRows(table: TableName, study: Study): readonly OutRow[] {
  if (table !== 'codings') return rowsOf(study, table).map(row => ({ row, extra: row.extra, place: null }))
  return [...codingRows(study.codings, false, study), ...codingRows(study.lost, true, study)]
}

/** Codings as rows; `lost` says of each, or of all, whether its words are gone. */
export function codingRows(
  codings: readonly Coding[],
  lost: boolean | ReadonlySet<Coding>,
  { transcripts }: Pick<Study, 'transcripts'>,
): readonly OutRow[] {
  // One place for all codings of a transcript: of a hundred thousand codings each object counts.
  const places = new Map(transcripts.map(one => [one.id, { transcript: one, lost: false }]))
  const nowhere: Place = { transcript: undefined, lost: false }
  return codings.map(coding => {
    const row = coding as object as Row
    if (lost === false || (lost !== true && !lost.has(coding))) {
      return { row, extra: coding.extra, place: places.get(coding.transcript) ?? nowhere }
    }
    const { quote, ...rest } = coding.extra
    return { row, extra: rest, place: { transcript: undefined, lost: true } }
  })
}

/** Lays the codings that count and the lost ones in the order of the file they came from; neither order changes. */
export function inFileOrder(rows: readonly OutRow[], before: readonly OutRow[], lostFrom: number): readonly OutRow[] {
  if (lostFrom === rows.length) return rows
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
