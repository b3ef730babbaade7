import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPass, reviseTranscript } from '../../src/coding/index.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { checkRelease, codebookTable } from '../../src/report/index.js'
import { decidedRelease } from '../privacy/decidedRelease.js'
import { emptyFolder, type Files, folderOf, small, writeFiles } from './studyFolder.js'

const subtitles = 'WEBVTT\r\n\r\n00:01.000 --> 00:04.000\r\nR: They know my name.\r\n'
const files: Files = {
  ...small,
  'transcripts/deep/b.vtt': subtitles,
  'transcripts.csv': 'id,file,respondents,speakers\na,a.txt,1,R=1;I=interviewer\nb,deep/b.vtt,2,R=2;I=interviewer\n',
  'codings.csv': 'id,transcript,quote,code\nc1,b,They know my name,being known\n',
}
const by = { coder: 'MV', date: '2024-05-04' }
const elsewhere = () => join(emptyFolder(), 'copy')
const sources = (folder: string) => readdirSync(join(folder, 'transcripts'), { recursive: true, encoding: 'utf8' }).sort()

test('a study saved elsewhere takes its sources along, byte for byte and under their names', async () => {
  const folder = folderOf(files)
  const study = openPass(await openStudy(folder), by, pass => void pass.code(pass.fragment('b', 'my name'), 'k2', { role: 'outcome' }))
  const copy = elsewhere()
  await saveStudy(study, copy)
  expect(readFileSync(join(copy, 'transcripts/deep/b.vtt'), 'utf8')).toBe(subtitles)
  const again = await openStudy(copy)
  expect(again.transcripts).toEqual(study.transcripts)
  expect(existsSync(join(copy, 'texts/b.turns.json'))).toBe(false)
  expect(await saveStudy(again, copy)).toEqual([])
})

test('a text that has another source elsewhere keeps that one, and what is known of its own is not written there', async () => {
  const opened = await openStudy(folderOf(files))
  const { study: revised } = reviseTranscript(opened, 'b', opened.transcripts[1]!.text.replace('They know', 'They all know'), by)
  const copy = elsewhere()
  await saveStudy(revised, copy)
  expect(sources(copy)).toEqual(['a.txt', 'b.txt'])
  expect(await saveStudy(revised, copy)).toEqual([])
  const coded = openPass(revised, by, pass => void pass.code(pass.fragment('b', 'my name'), 'k2', { role: 'outcome' }))
  await saveStudy(coded, copy)
  expect(await saveStudy(coded, copy)).toEqual([])
  expect(sources(copy)).toEqual(['a.txt', 'b.txt'])
  // A wrong hash would make the source look changed: another pass, and the text read anew.
  expect((await openStudy(copy)).journal).toEqual(coded.journal)
})

test('two transcripts of one source share it there too', async () => {
  const study = await openStudy(
    folderOf({
      ...small,
      'transcripts.csv': String(small['transcripts.csv']).replace('b.txt', 'a.txt'),
      'codings.csv': 'transcript,quote,code\n',
    }),
  )
  const copy = elsewhere()
  await saveStudy(study, copy)
  expect(sources(copy)).toEqual(['a.txt'])
})

test('a source that changed meanwhile, or is gone, is replaced by the text that was read', async () => {
  const folder = folderOf(files)
  const study = await openStudy(folder)
  writeFiles(folder, { 'transcripts/deep/b.vtt': 'WEBVTT\n' })
  const copy = elsewhere()
  await saveStudy(study, copy)
  expect(sources(copy)).toEqual(['a.txt', 'b.txt'])
  expect((await openStudy(copy)).transcripts[1]!.text).toBe(study.transcripts[1]!.text)
})

test('a safe study leaves the sources behind', async () => {
  const study = await openStudy(folderOf(files))
  const register = noNames('all of it is invented')
  const safe = anonymise(study, { register, language: en, profile: 'archive' }).study
  const copy = elsewhere()
  await expect(saveStudy(anonymise(study, { register, language: en }).study, copy)).rejects.toThrow('made for a report')
  await expect(saveStudy(safe, copy)).rejects.toThrow('not looked at for a release')
  const other = checkRelease(safe, { outputs: [codebookTable(safe)] })
  await expect(saveStudy(safe, copy, { release: other })).rejects.toThrow('not looked at for a release')
  expect(existsSync(copy)).toBe(false)
  await saveStudy(safe, copy, { release: decidedRelease(safe) })
  expect(sources(copy).some(name => name.endsWith('.vtt'))).toBe(false)
})
