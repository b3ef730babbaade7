import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { openStudy, saveStudy, whereWords } from '../../src/files/index.js'
import { withdrawRespondent } from '../../src/privacy/index.js'
import { docx, paragraph } from '../transcript/zip.js'
import { folderOf } from './studyFolder.js'

const by = { coder: 'MV', date: '2024-05-04' }
const word = (...lines: readonly string[]) => docx(lines.map(paragraph).join(''))
const rest = ['I: And then?', 'R: Then I came early.']

it('a Word file is corrected after it was coded, and goes when the person withdraws', async () => {
  const folder = folderOf({
    'study.json': '{ "title": "Clinic", "language": "en" }',
    'transcripts.csv': 'id,file,respondents,speakers\na,a.docx,1,R=1;I=interviewer\n',
    'transcripts/a.docx': word('I: What changed?', 'R: They know my name and greet me at the door.', ...rest),
  })
  const coded = openPass(await openStudy(folder), by, pass => {
    pass.code(pass.fragment('a', 'greet me at the door'), 'greeting', { role: 'context' })
  })
  await saveStudy(coded, folder)
  const corrected = ['A head line.', 'I: What changed?', 'R: They knew my name and greet me at the door.', ...rest]
  writeFileSync(join(folder, 'transcripts/a.docx'), word(...corrected))
  const revised = await openStudy(folder, { by })
  expect(revised.journal.at(-1)?.kind).toBe('revise')
  const { start, end } = revised.codings[0]!
  expect(revised.transcripts[0]!.text.slice(start, end)).toBe('greet me at the door')
  await saveStudy(revised, folder)
  expect(await saveStudy(await openStudy(folder), folder)).toEqual([])

  const holding = (await whereWords(revised, '1', folder)).rows.map(row => row.file)
  expect(holding).toEqual(expect.arrayContaining(['texts/a.txt', 'transcripts/a.docx']))
  await saveStudy(withdrawRespondent(revised, '1', { scope: 'everything', by }).study, folder)
  expect((await whereWords(revised, '1', folder)).rows).toEqual([])
  expect(readdirSync(folder, { recursive: true })).not.toContain('transcripts/a.docx')
})
