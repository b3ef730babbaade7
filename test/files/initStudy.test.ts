import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { initStudy } from '../../src/files/initStudy.js'
import { openStudy } from '../../src/files/openStudy.js'
import { emptyFolder, folderOf, photograph } from './studyFolder.js'

const facts = { title: 'Walk-in clinic', language: 'en' }

test('a new study opens, with a row for each transcript that is there', async () => {
  const dir = folderOf({
    'transcripts/interview 10.txt': 'I: x?\nR: y.\n',
    'transcripts/interview 2, b.txt': 'I: x?\nR: y.\n',
    'transcripts/~$lock.docx': '',
  })
  const paths = await initStudy(dir, facts)
  expect(paths).toEqual(['study.json', 'transcripts.csv', 'respondents.csv', 'codes.csv', 'codings.csv', 'themes.csv', '.gitignore'])
  const study = await openStudy(dir)
  expect(study.title).toBe('Walk-in clinic')
  expect(study.transcripts.map(one => one.id)).toEqual(['interview 2, b', 'interview 10'])
})

test('what holds names is kept out of git, with the reason', async () => {
  const dir = join(emptyFolder(), 'new')
  await initStudy(dir, facts)
  const lines = readFileSync(join(dir, '.gitignore'), 'utf8').split('\n')
  for (const line of [
    'transcripts/',
    'texts/',
    'codings.csv',
    'journal.jsonl',
    '*.secret/',
    'register*.csv',
    '*.key',
    '*.team.*',
    '.saving*/',
  ])
    expect(lines).toContain(line)
  expect(lines[0]).toMatch(/^# /u)
  expect((await openStudy(dir)).transcripts).toEqual([])
})

test('nothing that is there is written over', async () => {
  const dir = folderOf({ 'codes.csv': 'mine', '.gitignore': 'mine' })
  const before = photograph(dir)
  const error: unknown = await initStudy(dir, facts).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ problems: [{ file: 'codes.csv' }, { file: '.gitignore' }] })
  expect(photograph(dir)).toEqual(before)
  await expect(initStudy(dir, { title: '', language: 'en' })).rejects.toThrow('a title and a language')
})
