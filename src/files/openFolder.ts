import { type By, editPass, importPass, replay, tell } from '../coding/index.js'
import {
  type Coding,
  newStudy,
  type Pass,
  type Respondent,
  type Study,
  StudyError,
  showStudy,
  type TableName,
  type Transcript,
  tableNames,
  tables,
} from '../study/index.js'
import type { Folder } from './folder.js'
import { placeCodings } from './placeCodings.js'
import { placeQuotes } from './placeQuotes.js'
import { type JournalFile, readJournal } from './readJournal.js'
import { readPages } from './readPages.js'
import { compilePattern, readStudyFile, type StudyFileRead, studyFileName } from './readStudyFile.js'
import { readTables, resolveNames, type TableFiles } from './readTables.js'
import { type ReadingNote, readTranscripts, type TextCache, type TranscriptsRead } from './readTranscripts.js'
import { type RowNumber, reviseChanged } from './reviseChanged.js'
import { tablesHash } from './tablesHash.js'
import { tellCauses } from './tellCauses.js'
import { wordFinder } from './wordFinder.js'

/** A study with the files it was read from. */
export interface Opened {
  /** What the files say, with the texts that were kept. */
  readonly study: Study
  /** The study as it is opened: with a pass more where the source of a transcript changed. */
  readonly now: Study
  readonly studyFile: StudyFileRead
  readonly files: TableFiles
  readonly journal: JournalFile
  /** The tables as their files say, names not yet turned into ids. */
  readonly typed: TableFiles
  readonly texts: TranscriptsRead
  /** The hash of the tables; null when the folder has no journal that it could be compared with. */
  readonly tables: string | null
  /** Every coding of codings.csv in the order of its rows, lost ones too. */
  readonly codingRows: readonly Coding[]
  readonly notes: readonly ReadingNote[]
}

export const nobody: By = { coder: '', date: '' }

/** A folder as it was read before, and the paths that changed since. */
export interface Before {
  readonly opened: Opened
  readonly changed: ReadonlySet<string>
}

/**
 * Reads a study from the files of a folder. Throws one `StudyError` with all problems of all files.
 *
 * @param before what need not be read again, because its files are the same
 */
export async function openFolder(folder: Folder, by: By, cache: TextCache = new Map(), before: Before | null = null): Promise<Opened> {
  const studyFile = await readStudyFile(folder)
  const frame = newStudy(studyFile.file ?? { title: '?', language: 'en' })
  // Another frame reads the same tables differently.
  const known = before === null || before.changed.has(studyFileName) ? null : before
  const typed = await readTables(folder, frame, table =>
    known?.changed.has(tables[table].file) === false ? known.opened.typed[table] : null,
  )
  const files = resolveNames(typed, frame)
  const pattern = frame.speakerPattern === null ? null : compilePattern(frame.speakerPattern)
  const texts = sameTexts(known, typed) ?? (await readTranscripts(folder, files.transcripts, pattern, cache))
  const finder = wordFinder(texts.transcripts)
  const codings = placeCodings(
    files.codings,
    files.codes.rows.map(one => one.row),
    texts.unread,
    finder,
  )
  const quotes = placeQuotes(files.quotes, texts.unread, finder)
  const [report, memos] = [await readPages(folder, 'report'), await readPages(folder, 'memos')]
  const journal = await readJournal(folder, known?.opened.journal)
  const rows = Object.fromEntries(tableNames.map(table => [table, files[table].rows.map(one => one.row)])) as unknown as Pick<
    Study,
    TableName
  >
  const respondents = files.respondents.csv === null && !files.respondents.failed ? peopleIn(texts.transcripts) : rows.respondents
  const study: Study = {
    ...frame,
    ...rows,
    respondents,
    transcripts: texts.transcripts,
    codings: codings.codings,
    lost: codings.lost,
    quotes: quotes.quotes,
    pages: report.pages,
    memos: memos.pages,
  }
  const problems = [studyFile, ...tableNames.map(table => files[table]), texts, codings, quotes, report, memos, journal].flatMap(
    one => one.problems,
  )
  const numbers = Object.fromEntries(tableNames.map(table => [table, files[table].rows.map(one => one.record.row)]))
  const all = tellCauses({
    study,
    files,
    problems,
    framed: studyFile.file !== null,
    rowNumbers: { ...numbers, codings: codings.rowNumbers },
    silent: new Set([...codings.silent, ...quotes.silent]),
  })
  if (all.length > 0) throw new StudyError(all)
  // What a save is about to write has its hash from the study that is saved, and is compared with that row by row.
  const hash = journal.passes.length === 0 ? null : before === null ? tablesHash(study) : journal.tables
  const told = showStudy({ ...study, journal: passesOf(study, journal, hash, by) })
  tell(told)
  const rowOf: RowNumber = (table, id) => {
    const place = table === 'codings' ? codings.all.findIndex(one => one.id === id) : rows[table].findIndex(one => one.id === id)
    return files[table].rows[place]?.record.row ?? null
  }
  const revised = reviseChanged(told, texts.changed, by, rowOf)
  return {
    study: told,
    now: revised.study,
    studyFile,
    files,
    typed,
    texts,
    journal,
    tables: hash,
    codingRows: codings.all,
    notes: [...texts.notes, ...revised.notes],
  }
}

/** The texts that were read before, when neither they nor what transcripts.csv says of them changed. */
function sameTexts(before: Before | null, typed: TableFiles): TranscriptsRead | null {
  if (before === null || before.opened.typed.transcripts !== typed.transcripts) return null
  const isText = (path: string) => path.startsWith('transcripts/') || path.startsWith('texts/')
  return [...before.changed].some(isText) ? null : before.opened.texts
}

/** Without respondents.csv the people are those that transcripts.csv and the turns name. */
function peopleIn(transcripts: readonly Transcript[]): readonly Respondent[] {
  const ids = new Set(transcripts.flatMap(one => [...one.respondents, ...one.turns.flatMap(turn => turn.respondents)]))
  return [...ids].map(id => ({ id, label: null, group: null, consent: null, cases: [], extra: {} }))
}

/** The journal, with a pass for what was done to the tables by hand: all of it, or what the journal does not tell. */
function passesOf(study: Study, journal: JournalFile, hash: string | null, by: By): readonly Pass[] {
  if (journal.passes.length === 0) return [importPass(study)]
  if (journal.tables === hash) return journal.passes
  const edit = editPass(replayed(study, journal.passes), { ...study, journal: journal.passes }, by)
  return edit === null ? journal.passes : [...journal.passes, edit]
}

/** The study as its journal tells it; where the sources of transcripts stand is not the journal's business. */
export function replayed(study: Study, passes: readonly Pass[]): Study {
  const before = replay(passes, study)
  const places = new Map(study.transcripts.map(one => [one.id, one]))
  const transcripts = before.transcripts.map(one => {
    const place = places.get(one.id)
    return place === undefined ? one : { ...one, file: place.file, hash: place.hash }
  })
  return { ...before, transcripts }
}
