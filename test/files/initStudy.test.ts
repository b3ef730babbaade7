import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { initStudy } from '../../src/files/initStudy.js'
import { openStudy } from '../../src/files/openStudy.js'
import { tableNames, tables } from '../../src/study/index.js'
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

test('git tracks only tables without people and what they said, and the file says so', async () => {
  const dir = join(emptyFolder(), 'new')
  await initStudy(dir, facts)
  const text = readFileSync(join(dir, '.gitignore'), 'utf8')
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  const kept = ['topics', 'codes', 'relations', 'themes', 'theories', 'configurations', 'prompts', 'answers', 'sampling'].map(
    one => `${one}.csv`,
  )
  const files = tableNames.map(table => tables[table].file as string)
  expect(files.filter(file => !lines.includes(file)).sort()).toEqual([...kept].sort())
  const folders = ['transcripts/', 'texts/', 'report/', 'memos/', '*.secret/', '.saving*/']
  expect(lines).toEqual(
    expect.arrayContaining([...folders, 'journal.jsonl', 'register*.csv', 'decisions.csv', 'releases.jsonl', '*.key', '*.team.*']),
  )
  expect(text).toMatch(/^# With this file git tracks only what may be shared/u)
  expect(text).toContain('take out parts 1 and 2')
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
