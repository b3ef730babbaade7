import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transcript } from '../study/index.js'
import type { Folder } from './folder.js'

// By the transcript itself: one whose text was changed, withdrawn or made safe is another, and its source stays behind.
const sources = new WeakMap<Transcript, string>()

/** Remembers where the sources of transcripts stand on disk. */
export function rememberSources(transcripts: readonly Transcript[], folder: Folder, path: string): void {
  const places = new Map(folder.paths.map(one => [one.normalize('NFC'), one]))
  for (const one of transcripts) {
    const place = one.file === null ? undefined : places.get(`transcripts/${one.file.trim()}`.normalize('NFC'))
    if (place !== undefined) sources.set(one, join(path, place))
  }
}

/** The source of a transcript that was opened in another folder, when it still is what the text was read from; else null. */
export async function sourceOf(transcript: Transcript): Promise<Uint8Array | null> {
  const path = sources.get(transcript)
  const bytes = path === undefined ? null : await readFile(path).catch(() => null)
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === transcript.hash ? bytes : null
}
