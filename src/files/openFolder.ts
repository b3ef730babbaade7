import { type By, editPass, importPass, replay } from '../coding/index.js'
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
} from '../study/index.js'
import type { Folder } from './folder.js'
import { placeCodings } from './placeCodings.js'
import { placeQuotes } from './placeQuotes.js'
import { type JournalFile, readJournal } from './readJournal.js'
import { readPages } from './readPages.js'
import { compilePattern, readStudyFile, type StudyFileRead } from './readStudyFile.js'
import { readTables, type TableFiles } from './readTables.js'
import { type ReadingNote, readTranscripts, type TextCache } from './readTranscripts.js'
import { tablesHash } from './tablesHash.js'
import { tellCauses } from './tellCauses.js'
import { wordFinder } from './wordFinder.js'

/** A study with the files it was read from. */
export interface Opened {
  readonly study: Study
  readonly studyFile: StudyFileRead
  readonly files: TableFiles
  readonly journal: JournalFile
  /** Every coding of codings.csv in the order of its rows, lost ones too. */
  readonly codingRows: readonly Coding[]
  readonly notes: readonly ReadingNote[]
}

export const nobody: By = { coder: '', date: '' }

/** Reads a study from the files of a folder. Throws one `StudyError` with all problems of all files. */
export async function openFolder(folder: Folder, by: By, cache: TextCache = new Map()): Promise<Opened> {
  const studyFile = await readStudyFile(folder)
  const frame = newStudy(studyFile.file ?? { title: '?', language: 'en' })
  const files = await readTables(folder, frame)
  const pattern = frame.speakerPattern === null ? null : compilePattern(frame.speakerPattern)
  const texts = await readTranscripts(folder, files.transcripts, pattern, cache)
  const finder = wordFinder(texts.transcripts)
  const codings = placeCodings(
    files.codings,
    files.codes.rows.map(one => one.row),
    texts.unread,
    finder,
  )
  const quotes = placeQuotes(files.quotes, texts.unread, finder)
  const [report, memos] = [await readPages(folder, 'report'), await readPages(folder, 'memos')]
  const journal = await readJournal(folder)
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
  return {
    study: showStudy({ ...study, journal: passesOf(study, journal, by) }),
    studyFile,
    files,
    journal,
    codingRows: codings.all,
    notes: texts.notes,
  }
}

/** Without respondents.csv the people are those that transcripts.csv and the turns name. */
function peopleIn(transcripts: readonly Transcript[]): readonly Respondent[] {
  const ids = new Set(transcripts.flatMap(one => [...one.respondents, ...one.turns.flatMap(turn => turn.respondents)]))
  return [...ids].map(id => ({ id, label: null, group: null, consent: null, cases: [], extra: {} }))
}

/** The journal, with a pass for what was done to the tables by hand: all of it, or what the journal does not tell. */
function passesOf(study: Study, journal: JournalFile, by: By): readonly Pass[] {
  if (journal.passes.length === 0) return [importPass(study)]
  if (journal.tables === tablesHash(study)) return journal.passes
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
