import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readingNotes } from '../../src/files/index.js'

it('tells what was decided or left out in reading transcripts, by file and line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'retroduct-notes-'))
  await mkdir(join(folder, 'transcripts'))
  await writeFile(join(folder, 'study.json'), '{ "title": "Notes", "language": "en" }')
  await writeFile(join(folder, 'transcripts.csv'), 'id,file,respondents,speakers\na,a.txt,P1,P1=P1;I=interviewer\n')
  await writeFile(join(folder, 'transcripts/a.txt'), Buffer.from('A canary title\nI: How was it?\nP1: Caf\u00e9 talk, mostly.\n', 'latin1'))
  await writeFile(join(folder, 'transcripts/b.txt'), 'I: And you?\nP2: The same.\n')
  const notes = await readingNotes(folder)
  await rm(folder, { recursive: true })
  expect(notes.map(one => `${one.file}: ${one.note}`)).toEqual([
    expect.stringMatching(/^transcripts\/a\.txt: The file is not UTF-8/u),
    'transcripts/a.txt: 1 line above the first speaker belongs to no turn.',
    'transcripts/b.txt: This file has no row in transcripts.csv, so it is not in the study: add a row with an id and b.txt.',
  ])
  expect(JSON.stringify(notes)).not.toContain('canary')
})
