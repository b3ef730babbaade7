import { speakersAt } from '../analysis/index.js'
import { tables } from '../study/index.js'
import { expectFolder } from './expectFolder.js'
import { withFolder } from './folder.js'
import { folderNotes } from './folderNotes.js'
import { nobody, type Opened, openFolder } from './openFolder.js'
import type { ReadingNote } from './readTranscripts.js'

/**
 * What was decided or left out when a study was read: another encoding, lines above the first speaker, marks nobody is
 * listed for, files without a row, names of files and columns one slip away from those that are known, codings of what the
 * interviewer said. For a person to check; the notes hold numbers of lines and rows, never words of a text.
 *
 * @param path the folder of the study
 * @throws StudyError as `openStudy`
 * @example
 * await readingNotes('fixtures/community-clinic')
 * //=> [{ file: 'transcripts/interview-4.md', note: '1 line above the first speaker belongs to no turn.' }]
 */
export async function readingNotes(path: string): Promise<readonly ReadingNote[]> {
  await expectFolder(path)
  const opened = await withFolder(path, async folder => openFolder(folder, nobody))
  return [...opened.notes, ...(await folderNotes(path)), ...askedNotes(opened)]
}

/** Codings that touch no answering turn: they are kept, but count nowhere. */
function askedNotes({ study, files, codingRows }: Opened): readonly ReadingNote[] {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const lost = new Set(study.lost)
  return codingRows.flatMap((coding, i) => {
    const transcript = transcripts.get(coding.transcript)
    if (transcript === undefined || lost.has(coding) || speakersAt(transcript, coding) !== null) return []
    const row = files.codings.rows[i]!.record.row
    return [{ file: tables.codings.file, note: `Row ${row} lies in what no respondent said, so it does not count.` }]
  })
}
