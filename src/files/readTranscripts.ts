import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { compareNatural, type Problem, type Row, StudyError, type Transcript, tables } from '../study/index.js'
import { type ReadOptions, readTranscript, type TranscriptText } from '../transcript/index.js'
import { isInnerPath } from './commit.js'
import { decodeText } from './decodeText.js'
import type { Folder } from './folder.js'
import { readTurns } from './keptTurns.js'
import type { TableFile } from './readTable.js'

/** Transcripts with their texts, and the rows of those that could not be read. */
export interface TranscriptsRead {
  readonly transcripts: readonly Transcript[]
  /** Ids of transcripts without a text: nothing can be said about places in them. */
  readonly unread: ReadonlySet<string>
  readonly problems: readonly Problem[]
  readonly notes: readonly ReadingNote[]
  /** Sources that changed since their texts were taken: the transcripts still have the old ones. */
  readonly changed: readonly ChangedSource[]
}

/** A source that changed, as it reads now. */
export interface ChangedSource extends TranscriptText {
  readonly id: string
  readonly file: string
  readonly hash: string
}

/** Something the reader decided or left out, for a person to check. */
export interface ReadingNote {
  /** The file in the study folder. */
  readonly file: string
  readonly note: string
}

/** Texts already read, by what they were read from: a save looks at the same folder twice. */
export type TextCache = Map<string, Promise<TranscriptText>>

/** The file that holds the text of a transcript as it was read. */
export function textPath(id: string): string {
  return `texts/${fileNameFor(id)}.txt`
}

/** The file that holds the turns of a text, when they do not follow from it. */
export function turnsPath(id: string): string {
  return `texts/${fileNameFor(id)}.turns.json`
}

// Signs that file systems do not allow are written as %XX.
export function fileNameFor(id: string): string {
  return id.replace(/[\u0000-\u001f"%*/:<>?\\|]|^\.|[. ]$/gu, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** Reads the transcripts that transcripts.csv names, or without one every file in transcripts/. */
export async function readTranscripts(
  folder: Folder,
  table: TableFile,
  pattern: RegExp | null,
  cache: TextCache,
): Promise<TranscriptsRead> {
  if (table.failed) return { transcripts: [], unread: new Set(), problems: strayProblems(folder), notes: [], changed: [] }
  const rows = table.csv === null ? rowsFromFiles(folder) : table.rows.map(one => one.row)
  const places = new Map(folder.paths.map(path => [path.normalize('NFC'), path]))
  const unread = new Set<string>()
  const problems: Problem[] = []
  const notes: ReadingNote[][] = []
  const changed: (ChangedSource | undefined)[] = []
  const read = await Promise.all(
    rows.map(async (row, i): Promise<Transcript> => {
      const record = table.rows[i]?.record
      const outcome = await readOne({ folder, places, pattern, cache }, row)
      if (!('problems' in outcome)) {
        const file = `transcripts/${row.file}`
        notes[i] = (outcome.now ?? outcome).notes.map(note => ({ file, note }))
        if (outcome.now !== undefined) changed[i] = { id: row.id, file, ...outcome.now }
      }
      if (!('problems' in outcome)) return { ...row, hash: outcome.hash, text: outcome.text, turns: outcome.turns } as unknown as Transcript
      unread.add(row.id)
      const place = record === undefined ? { file: `transcripts/${row.file}` } : { file: tables.transcripts.file, row: record.row }
      for (const one of outcome.problems) problems.push({ ...one, ...place })
      return { ...row, text: '', turns: [] } as unknown as Transcript
    }),
  )
  const all = [...notes.flat(), ...(table.csv === null ? [] : unnamedFiles(folder, rows))]
  return {
    transcripts: read,
    unread,
    problems: [...strayProblems(folder), ...problems],
    notes: all,
    changed: changed.flatMap(one => one ?? []),
  }
}

/** How the note begins of a file that is not in the study. */
export const withoutRow = 'This file has no row in transcripts.csv'

/** Files that lie in transcripts/ without a row: they are not in the study, which should not go unsaid. */
function unnamedFiles(folder: Folder, rows: readonly Row[]): readonly ReadingNote[] {
  const named = new Set(rows.map(row => `transcripts/${String(row.file).trim()}`.normalize('NFC')))
  return folder.paths
    .filter(path => path.startsWith('transcripts/') && !named.has(path.normalize('NFC')) && !/^[.~]/u.test(basename(path)))
    .map(file => ({ file, note: `${withoutRow}, so it is not in the study: add a row with an id and ${basename(file)}.` }))
}

function strayProblems(folder: Folder): Problem[] {
  return folder.strays.map(() => ({
    what: 'a link in the study folder leads out of it, or to nothing',
    hint: 'put the file itself in the folder',
  }))
}

function rowsFromFiles(folder: Folder): Row[] {
  const files = folder.paths.filter(path => path.startsWith('transcripts/')).sort(compareNatural)
  return files.map(path => {
    const name = basename(path)
    const id = name.replace(/(?<=[^.])\.[^.]*$/u, '')
    const empty = {
      round: null,
      respondents: [],
      cases: [],
      speakers: [],
      consent: null,
      language: null,
      date: null,
      mode: null,
      minutes: null,
    }
    return { id, file: path.slice('transcripts/'.length), ...empty, hash: null, extra: {} }
  })
}

interface Reading {
  readonly folder: Folder
  readonly places: ReadonlyMap<string, string>
  readonly pattern: RegExp | null
  readonly cache: TextCache
}

type Wrong = Pick<Problem, 'what' | 'hint' | 'column'>
type Hashed = TranscriptText & { readonly hash: string }
/** A text, and when its source changed also the text as it is there now. */
type Outcome = (Hashed & { readonly now?: Hashed }) | { readonly problems: readonly Wrong[] }

async function readOne({ folder, places, pattern, cache }: Reading, row: Row): Promise<Outcome> {
  const file = String(row.file ?? '').trim()
  const column = 'file'
  if (file === '') return { problems: [] }
  if (!isInnerPath(file))
    return { problems: [{ what: 'this path leads out of transcripts/', hint: 'give a file in transcripts/', column }] }
  const path = places.get(`transcripts/${file}`.normalize('NFC'))
  if (path === undefined)
    return { problems: [{ what: 'this file is not in transcripts/', hint: 'put it there, or correct its name', column }] }
  const source = await folder.read(path)
  const hash = createHash('sha256').update(source).digest('hex')
  const known = typeof row.hash === 'string' ? row.hash.trim().toLowerCase() : null
  const kept = known === null ? undefined : places.get(textPath(row.id).normalize('NFC'))
  const isChanged = known !== null && known !== hash
  if (isChanged && kept === undefined) return { problems: [changed] }
  const keptBytes = kept === undefined ? null : await folder.read(kept)
  const options = {
    speakers: row.speakers as readonly string[],
    respondents: row.respondents as readonly string[],
    ...(pattern === null ? {} : { speaker: pattern }),
  }
  let keptTurns: Hashed['turns'] | null = null
  const turns = kept === undefined ? undefined : places.get(turnsPath(row.id).normalize('NFC'))
  if (turns !== undefined) {
    const text = decodeText(keptBytes!)
    const read = readTurns(await folder.read(turns), options.speakers, options.respondents)
    if (read !== null && 'text' in text && !isChanged) return { text: text.text, turns: read, notes: [], hash }
    if (read !== null && 'text' in text) keptTurns = read
  }
  const key = JSON.stringify([
    basename(file),
    hash,
    keptBytes && createHash('sha256').update(keptBytes).digest('hex'),
    options.speakers,
    options.respondents,
  ])
  try {
    if (isChanged) {
      const before = await readTranscript(keptBytes!, { ...options, format: 'txt' })
      const now = await readTranscript(source, { ...options, name: basename(file) })
      return { ...before, turns: keptTurns ?? before.turns, hash: known, now: { ...now, hash } }
    }
    const reading = cache.get(key) ?? readText(source, basename(file), keptBytes, options)
    cache.set(key, reading)
    return { ...(await reading), hash }
  } catch (error) {
    if (!(error instanceof StudyError))
      return { problems: [{ what: 'this file cannot be read', hint: 'see whether it opens in its own program', column }] }
    return { problems: error.problems.map(atColumn) }
  }
}

/** A text that was kept is the text. Only subtitles are read again: their times are not in it. */
async function readText(source: Uint8Array, name: string, kept: Uint8Array | null, options: ReadOptions): Promise<TranscriptText> {
  if (kept === null) return readTranscript(source, { ...options, name })
  const read = await readTranscript(kept, { ...options, format: 'txt' })
  if (!/\.(?:vtt|srt)$/iu.test(name)) return read
  const again = await readTranscript(source, { ...options, name })
  return again.text === read.text ? again : read
}

const changed: Wrong = {
  what: 'this file changed since its text was taken, so places in it may have moved',
  hint: 'put the file back as it was, or add the new one as another transcript',
  column: 'file',
}

// The file is named by a cell, so its name is left out; a line inside it is still told.
function atColumn({ what, hint, row }: Problem): Wrong {
  return {
    what: row === undefined ? what : `${what} (line ${row} of the file)`,
    hint,
    column: /speakers/u.test(what) ? 'speakers' : 'file',
  }
}
