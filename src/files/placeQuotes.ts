import { type Problem, type Quote, type Row, type Span, tables } from '../study/index.js'
import type { TableFile } from './readTable.js'
import { type Finder, isWrong, type Wrong } from './wordFinder.js'

/** The quotes of a folder, each with its spans. */
export interface QuotesRead {
  readonly quotes: readonly Quote[]
  readonly silent: readonly string[]
  readonly problems: readonly Problem[]
}

/** Finds the spans of quotes that are given by their words. */
export function placeQuotes(table: TableFile, unread: ReadonlySet<string>, finder: Finder): QuotesRead {
  const { file } = tables.quotes
  const problems: Problem[] = []
  const silent: string[] = []
  const quotes = table.rows.map(({ row, record }) => {
    const transcript = String(row.transcript)
    if (!unread.has(transcript) && !finder.has(transcript)) return row as unknown as Quote
    if (unread.has(transcript)) silent.push(`${file}:${record.row}:spans`, `${file}:${record.row}:text`)
    else {
      const spans = spansOf(row, transcript, finder)
      if (!isWrong(spans)) return { ...row, spans } as unknown as Quote
      problems.push({ ...spans, file, row: record.row })
    }
    return row as unknown as Quote
  })
  return { quotes, silent, problems }
}

function spansOf(row: Row, transcript: string, finder: Finder): readonly Span[] | Wrong {
  const given = row.spans as readonly Span[]
  if (given.length > 0 || typeof row.text !== 'string' || row.form === 'paraphrase') return given
  const found = finder.findPieces(transcript, row.text)
  // What was cleaned, or changed by the speaker, need not stand in the text word for word.
  if (isWrong(found)) return row.form === 'cleaned' || row.approved === 'changed' || row.approved === 'revised' ? [] : found
  return found
}
