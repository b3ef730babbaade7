import { expectFolder } from './expectFolder.js'
import { withFolder } from './folder.js'
import { nobody, openFolder } from './openFolder.js'
import type { ReadingNote } from './readTranscripts.js'

/**
 * What was decided or left out when the transcripts of a study were read: another encoding, lines above the first speaker,
 * marks nobody is listed for, files without a row. For a person to check; the notes hold line numbers, never words of a text.
 *
 * @param path the folder of the study
 * @throws StudyError as `openStudy`
 * @example
 * await readingNotes('fixtures/community-clinic')
 * //=> [{ file: 'transcripts/interview-4.md', note: '1 line above the first speaker belongs to no turn.' }]
 */
export async function readingNotes(path: string): Promise<readonly ReadingNote[]> {
  await expectFolder(path)
  return withFolder(path, async folder => (await openFolder(folder, nobody)).notes)
}
