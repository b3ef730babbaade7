import { resolve } from 'node:path'
import type { By } from '../coding/index.js'
import type { Study } from '../study/index.js'
import { expectFolder } from './expectFolder.js'
import { withFolder } from './folder.js'
import { nobody, openFolder } from './openFolder.js'
import { rememberFolder } from './remembered.js'
import { rememberSources } from './sourceOf.js'

export interface OpenOptions {
  /** Whose work it is when the tables were changed by hand since the last pass; nobody's when left out. */
  readonly by?: By
}

/**
 * Opens the folder of a study. Only `study.json` and `transcripts/` are needed; every other file is read when it is there.
 *
 * Nothing is written. Tables that were changed by hand since the last pass give the study one `edit` pass more; a source in
 * `transcripts/` that changed since its text was taken gives one `revise` pass more, as `reviseTranscript` does, and
 * `readingNotes` tells what became of what stood in it.
 *
 * @param path the folder
 * @throws StudyError with every problem of every file: which file, row and column, and what to do about it
 * @example
 * const study = await openStudy('fixtures/community-clinic')
 * study.codings.length //=> 50
 */
export async function openStudy(path: string, options: OpenOptions = {}): Promise<Study> {
  await expectFolder(path)
  return withFolder(path, async folder => {
    const opened = await openFolder(folder, options.by ?? nobody)
    rememberSources(opened.now.transcripts, folder, resolve(path))
    rememberFolder(opened.now, resolve(path), folder.stamp, opened)
    return opened.now
  })
}
