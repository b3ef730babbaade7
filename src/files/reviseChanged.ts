import { type By, type RevisedRow, reviseText } from '../coding/index.js'
import { counted, type Study, StudyError, showStudy, type TableName, tables } from '../study/index.js'
import type { ChangedSource, ReadingNote } from './readTranscripts.js'

/** Finds the row of a table on disk by the id of what it says; null when the file has none. */
export type RowNumber = (table: TableName, id: string) => number | null

/**
 * Gives transcripts whose sources changed their new text, a `revise` pass each, and tells what became of what stood in the
 * old one: by file and row, never in words.
 */
export function reviseChanged(
  study: Study,
  changed: readonly ChangedSource[],
  by: By,
  rowOf: RowNumber,
): { readonly study: Study; readonly notes: readonly ReadingNote[] } {
  let now = study
  const notes: ReadingNote[] = []
  for (const { id, file, hash, text, turns } of changed) {
    const revised = revise(now, { id, file, text, turns }, by)
    const transcripts = revised.study.transcripts.map(one => (one.id === id ? { ...one, hash } : one))
    now = showStudy({ ...revised.study, transcripts })
    if (revised.study.journal.length > study.journal.length) notes.push(...notesOn(file, revised.changes.rows, rowOf))
  }
  return { study: now, notes }
}

function revise(study: Study, { id, file, text, turns }: Omit<ChangedSource, 'hash' | 'notes'>, by: By) {
  try {
    return reviseText(study, id, { text, turns }, by)
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    throw new StudyError(error.problems.map(({ call: _, ...problem }) => ({ ...problem, file })))
  }
}

const told: Readonly<Partial<Record<RevisedRow['what'], string>>> = {
  lost: 'its words are gone from the transcript',
  changed: 'words of it were edited in the transcript: see whether it still holds',
  'found again': 'its words are in the transcript again',
}

function notesOn(file: string, rows: readonly RevisedRow[], rowOf: RowNumber): readonly ReadingNote[] {
  const moved = rows.filter(row => row.what === 'moved').length
  const note = `This file changed since its text was taken, so the transcript was revised; ${counted(moved, 'places')} moved along.`
  return [
    { file, note },
    ...rows.flatMap(row => {
      const table = row.table as TableName
      const place = rowOf(table, row.id)
      const note = row.what === 'rests on it' ? 'it rests on a coding that was changed or lost' : told[row.what]
      if (note === undefined) return []
      return [
        {
          file: tables[table].file,
          note: `${place === null ? 'A row' : `Row ${place}`}: ${note}${row.note === '' || row.what === 'rests on it' ? '' : ` (${row.note})`}.`,
        },
      ]
    }),
  ]
}
