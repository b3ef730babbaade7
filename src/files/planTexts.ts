import { createHash } from 'node:crypto'
import { type Study, StudyError, type Transcript } from '../study/index.js'
import type { Folder } from './folder.js'
import { writeTurns } from './keptTurns.js'
import { fileNameFor, textPath, turnsPath } from './readTranscripts.js'
import { sourceOf } from './sourceOf.js'

/**
 * The study with every transcript at its source in the folder. A source that is not there is brought from where the study
 * was opened; where that cannot be, the text becomes one.
 *
 * @param withdrawn sources that go, so that their names are free
 */
export async function withSources(
  study: Study,
  folder: Folder | null,
  withdrawn: readonly string[],
): Promise<{ study: Study; written: ReadonlyMap<string, Uint8Array> }> {
  const gone = new Set(withdrawn)
  const places = new Map((folder?.paths ?? []).filter(path => !gone.has(path)).map(path => [path.normalize('NFC'), path]))
  const taken = new Set([...places.keys()].map(path => path.toLowerCase()))
  const written = new Map<string, Uint8Array>()
  const transcripts: Transcript[] = []
  for (const one of study.transcripts) {
    const path = one.file === null ? undefined : places.get(`transcripts/${one.file.trim()}`.normalize('NFC'))
    if (path !== undefined) {
      transcripts.push({ ...one, hash: hashOf(await folder!.read(path)) })
      continue
    }
    const brought = await bringSource(one, taken, written)
    const source = brought ?? { file: freeName(fileNameFor(one.id), taken), bytes: Buffer.from(one.text) }
    written.set(`transcripts/${source.file}`, source.bytes)
    transcripts.push({ ...one, file: source.file, hash: hashOf(source.bytes) })
  }
  return { study: { ...study, transcripts }, written }
}

/**
 * The study with each text at the source that the folder has for it: one that has no source of its own where the text is the very
 * same, and one whose own source stands in another folder. Not when somebody withdrew: a source may hold more than the text that
 * was taken from it.
 */
export function atKnownSources(study: Study, before: Study | null, folder: Folder | null): Study {
  if (before === null || folder === null || isNewWithdrawal(study, before)) return study
  const places = new Set(folder.paths.map(path => path.normalize('NFC')))
  const isHere = (file: string | null): boolean => file !== null && places.has(`transcripts/${file.trim()}`.normalize('NFC'))
  if (study.transcripts.every(one => isHere(one.file))) return study
  const known = new Map(before.transcripts.map(one => [one.id, one]))
  const transcripts = study.transcripts.map(one => {
    const there = known.get(one.id)
    if (there === undefined || isHere(one.file) || !isHere(there.file)) return one
    return one.file === null && there.text !== one.text ? one : { ...one, file: there.file, hash: there.hash }
  })
  return { ...study, transcripts }
}

/** The study with its sources as they stand in the folder, of which the hash a study knows may be that of another folder. */
export function withSourcesThere(study: Study, now: Study): Study {
  const known = new Map(now.transcripts.map(one => [one.id, one]))
  const transcripts = study.transcripts.map(one => {
    const there = known.get(one.id)
    return there === undefined || there.file !== one.file || there.hash === one.hash ? one : { ...one, hash: there.hash }
  })
  return { ...study, transcripts }
}

/**
 * The sources in a folder that a withdrawal does not leave: of texts that are gone, and of those that were cut. Only of one that
 * the folder does not know yet: what is deleted otherwise is hers to delete.
 */
export function withdrawnSources(study: Study, before: Study | null, folder: Folder | null): readonly string[] {
  if (before === null || !isNewWithdrawal(study, before)) return []
  const kept = new Set(study.transcripts.map(one => one.file))
  const gone = new Set(before.transcripts.map(one => one.file).filter(file => file !== null && !kept.has(file)))
  const paths = new Set([...gone].map(file => `transcripts/${file!.trim()}`.normalize('NFC')))
  return (folder?.paths ?? []).filter(path => paths.has(path.normalize('NFC')))
}

/** Whether somebody withdrew since the folder was saved. */
export function isNewWithdrawal(study: Study, before: Study): boolean {
  return study.journal.slice(before.journal.length).some(pass => pass.kind === 'withdraw' && pass.withdrawn !== undefined)
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The source of a transcript under its own name, when it can be had and the name is free. Two transcripts may share one. */
async function bringSource(one: Transcript, taken: Set<string>, written: ReadonlyMap<string, Uint8Array>) {
  const bytes = await sourceOf(one)
  if (bytes === null) return null
  const file = one.file!.trim()
  const path = `transcripts/${file}`
  const there = written.get(path)
  if (there !== undefined) return Buffer.from(there).equals(bytes) ? { file, bytes } : null
  const name = path.normalize('NFC').toLowerCase()
  if (taken.has(name)) return null
  taken.add(name)
  return { file, bytes }
}

function freeName(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const file = n === 1 ? `${name}.txt` : `${name}-${n}.txt`
    const path = `transcripts/${file}`.normalize('NFC').toLowerCase()
    if (taken.has(path)) continue
    taken.add(path)
    return file
  }
}

/** The texts that offsets count in, and the turns that do not follow from them. */
export async function planTexts(study: Study, before: Study | null, folder: Folder | null, keepTurns: ReadonlySet<string>) {
  expectDistinctNames(study.transcripts)
  const written = new Map<string, Uint8Array>()
  const removed: string[] = []
  const paths = new Set(folder?.paths ?? [])
  const write = async (path: string, text: string) => {
    const bytes = Buffer.from(text)
    if (!paths.has(path) || !bytes.equals(await folder!.read(path))) written.set(path, bytes)
  }
  for (const one of study.transcripts) {
    await write(textPath(one.id), one.text)
    if (keepTurns.has(one.id)) await write(turnsPath(one.id), writeTurns(one))
    else if (paths.has(turnsPath(one.id))) removed.push(turnsPath(one.id))
  }
  const kept = new Set(study.transcripts.map(one => one.id))
  for (const { id } of before?.transcripts ?? []) {
    if (!kept.has(id)) removed.push(...[textPath(id), turnsPath(id)].filter(path => paths.has(path)))
  }
  return { written, removed }
}

// Some file systems do not tell capitals apart: two texts must not end up in one file.
function expectDistinctNames(transcripts: readonly Transcript[]): void {
  const seen = new Set<string>()
  transcripts.forEach(({ id }, i) => {
    const name = textPath(id).normalize('NFC').toLowerCase()
    if (seen.has(name))
      throw new StudyError([
        {
          what: 'two transcripts have ids that differ in capitals only',
          hint: 'give one of them another id',
          file: 'transcripts.csv',
          row: i + 2,
          column: 'id',
        },
      ])
    seen.add(name)
  })
}
