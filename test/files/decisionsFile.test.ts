import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addOpenPoints, openDecisions } from '../../src/files/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise } from '../../src/privacy/index.js'
import { checkRelease } from '../../src/report/index.js'
import { Table } from '../../src/table/index.js'
import { entry, studyOf, transcript } from '../builders.js'
import { emptyFolder, folderOf, small } from './studyFolder.js'

const towns = (text: string) =>
  [...text.matchAll(/Sneek|Joure/gu)].map(({ 0: words, index }) => ({
    type: 'LOCATION',
    start: index,
    end: index + words.length,
    text: words,
    certainty: 'sure' as const,
  }))
const study = studyOf([transcript('i1', ['1: I come here on Fridays.'])])
const { study: safe } = anonymise(study, { register: [entry('Otto')], language: en, recognisers: [towns] })
const table = new Table({ title: 'T', columns: ['a'], rows: [{ a: '=Fridays in Sneek' }, { a: 'Joure' }], basis: '', of: safe })

test('open points are written to be decided, and hold when they are', async () => {
  const path = join(emptyFolder(), 'decisions.csv')
  const release = checkRelease(safe, { outputs: [table], decisions: await openDecisions(path) })
  expect(release.open).toBe(2)
  expect(await addOpenPoints(path, release)).toBe(2)
  expect(await addOpenPoints(path, release)).toBe(0)
  const written = readFileSync(path, 'utf8')
  expect(written).toMatch(/^\uFEFFpoint,kind,entry,place,passage,what,who,when,why\n/u)
  expect(written).toContain("'=Fridays in Sneek")
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('what was decided is read again, and new points are added in the style of the file', async () => {
  const path = join(emptyFolder(), 'decisions.csv')
  const decisions = await openDecisions(path)
  const release = checkRelease(safe, { outputs: [table], decisions })
  const [first] = release.toDecide
  const before = `own;why;when;who;what;point\r\nmine;no person;2026-05-01;MV;print;${first!.point}`
  writeFileSync(path, before)
  const again = checkRelease(safe, { outputs: [table], decisions: await openDecisions(path) })
  expect(again).toMatchObject({ open: 1, decided: 1 })
  expect(await addOpenPoints(path, again)).toBe(1)
  expect(readFileSync(path, 'utf8')).toBe(`${before}\r\n;;;;;${again.toDecide[0]!.point}\r\n`)
})

test('a lost secret is told, and nothing is made in its place', async () => {
  const folder = emptyFolder()
  const path = join(folder, 'decisions.csv')
  const release = checkRelease(safe, { outputs: [table], decisions: await openDecisions(path) })
  await addOpenPoints(path, release)
  rmSync(join(folder, 'decisions.key'))
  await expect(openDecisions(path)).rejects.toThrow('the secret of these decisions is gone')
  expect(existsSync(join(folder, 'decisions.key'))).toBe(false)
})

test('decisions stand neither in a study nor in a repository', async () => {
  const inStudy = join(folderOf(small), 'decisions.csv')
  await expect(openDecisions(inStudy)).rejects.toThrow('the folder of a study')
  const repository = emptyFolder()
  mkdirSync(join(repository, '.git'))
  await expect(openDecisions(join(repository, 'decisions.csv'))).rejects.toThrow('a git work tree')
  expect(existsSync(join(repository, 'decisions.key'))).toBe(false)
})
