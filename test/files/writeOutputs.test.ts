import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Output, writeFiles, writeOutputs } from '../../src/files/writeOutputs.js'
import { en } from '../../src/language/en/index.js'
import { anonymise } from '../../src/privacy/index.js'
import { checkRelease, type Release } from '../../src/report/index.js'
import { StudyError } from '../../src/study/index.js'
import { Table } from '../../src/table/index.js'
import { entry, studyOf, transcript } from '../builders.js'
import { emptyFolder, folderOf, photograph, small } from './studyFolder.js'

const output = (path: string, audience: 'public' | 'team' = 'public', content: string | Uint8Array = path) => ({ path, audience, content })

test('outputs are written, those for the team under a name that says so', async () => {
  const dir = join(emptyFolder(), 'out')
  const paths = await writeFiles(dir, [
    output('quotes.csv', 'team'),
    output('a/report.html'),
    output('b/x.team.md', 'team'),
    output('plain', 'team'),
    output('bytes.bin', 'public', Uint8Array.from([0, 255])),
  ])
  expect(paths).toEqual(['quotes.team.csv', 'a/report.html', 'b/x.team.md', 'plain.team', 'bytes.bin'])
  expect(readdirSync(dir, { recursive: true }).sort()).toEqual([
    'a',
    'a/report.html',
    'b',
    'b/x.team.md',
    'bytes.bin',
    'plain.team',
    'quotes.team.csv',
  ])
  expect([...readFileSync(join(dir, 'bytes.bin'))]).toEqual([0, 255])
  await writeFiles(dir, [output('a/report.html', 'public', 'new')])
  expect(readFileSync(join(dir, 'a/report.html'), 'utf8')).toBe('new')
})

test('a name of a person in the name of a file is refused by what it was made from', async () => {
  const study = studyOf([transcript('i1', ['1: I come here on Fridays.'])])
  const { study: safe } = anonymise(study, { register: [entry('Otto Canary', { variants: ['Otto'] })], language: en })
  const dir = join(emptyFolder(), 'out')
  const error = await writeFiles(dir, [output('fine.csv'), { ...output('for-otto/quotes.csv'), of: safe }]).catch(one => one)
  expect(error).toBeInstanceOf(StudyError)
  expect(error.message).toMatch(/output 2, its path: this would print the name of row 2 of the register/u)
  expect(error.message).not.toMatch(/otto/iu)
  expect(existsSync(dir)).toBe(false)
})

test.each([
  ['../x.csv', 'leads out'],
  ['/x.csv', 'leads out'],
  ['a/../../x.csv', 'leads out'],
  ['c:\\x.csv', 'leads out'],
  ['', 'leads out'],
  ['folder', 'that of a folder'],
  ['file/x.csv', 'goes through a file'],
  ['away/x.csv', 'a link on its path'],
  ['GOOD.csv', 'same path'],
])('%j is refused, and nothing is written', async (path, why) => {
  const dir = folderOf({ file: 'x' })
  mkdirSync(join(dir, 'folder'))
  symlinkSync(emptyFolder(), join(dir, 'away'))
  const before = photograph(dir)
  await expect(writeFiles(dir, [output('good.csv'), output(path)])).rejects.toThrow(why)
  expect(photograph(dir)).toEqual(before)
})

test('files of a study are not written over', async () => {
  const dir = folderOf(small)
  for (const path of ['codings.csv', 'Study.json', 'transcripts/a.txt', 'journal.jsonl']) {
    await expect(writeFiles(dir, [output(path)])).rejects.toThrow('a file of the study')
  }
  expect(await writeFiles(dir, [output('out/quotes.csv')])).toEqual(['out/quotes.csv'])
})

test('a public output is written only when it was looked at for a release in which nothing is open', async () => {
  const phones = (text: string) =>
    [...text.matchAll(/Sneek/gu)].map(({ index }) => ({
      type: 'LOCATION',
      start: index,
      end: index + 5,
      text: 'Sneek',
      certainty: 'sure' as const,
    }))
  const register = [entry('Otto Canary', { variants: ['Otto'] })]
  const study = studyOf([transcript('i1', ['1: I come here on Fridays.'])])
  const { study: safe } = anonymise(study, { register, language: en, recognisers: [phones] })
  const table = (cell: string) => new Table({ title: 'T', columns: ['a'], rows: [{ a: cell }], basis: '', of: safe })
  const fine = table('Fridays')
  const town = table('Fridays in Sneek')
  const dir = join(emptyFolder(), 'out')
  const file = (of: ReturnType<typeof table>) => ({ path: 'a.csv', content: of.toCsv(), audience: of.audience, of })
  const refusal = async (files: readonly Output[], release?: Release) =>
    (await writeOutputs(dir, files, release === undefined ? {} : { release }).catch(one => one)).message

  expect(await refusal([file(fine)])).toContain('not looked at for a release')
  expect(await refusal([output('bare.csv')])).toContain('not looked at for a release')
  expect(await refusal([file(town)], checkRelease(safe, { outputs: [town] }))).toContain('1 point is not decided')
  expect(await refusal([file(town)], checkRelease(safe, { outputs: [fine] }))).toContain('not looked at for a release')
  expect(existsSync(dir)).toBe(false)
  expect(await writeOutputs(dir, [file(fine)], { release: checkRelease(safe, { outputs: [fine] }) })).toEqual(['a.csv'])
})
