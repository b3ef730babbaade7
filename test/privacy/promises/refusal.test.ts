import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { saveStudy, writeOutputs } from '../../../src/files/index.js'
import type { Output } from '../../../src/files/writeOutputs.js'
import { anonymise, codebookTable, countCodes, quoteTable, StudyError, Table } from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { entry } from '../../builders.js'
import { emptyFolder, folderOf, photograph, small } from '../../files/studyFolder.js'
import { decidedRelease } from '../decidedRelease.js'
import { everyField } from './everyField.js'
import { spellings } from './spellings.js'

const name = 'Otto Canary'
const study = everyField((place, plain) => (place === 'codes.name' || place === 'quotes.text' ? `${plain} ${name}` : plain))
const register = [entry(name, { label: 'a colleague' })]
const { study: safe } = anonymise(study, { register, language: en })
const tables = [countCodes(safe), codebookTable(safe), quoteTable(safe)] as const
const release = decidedRelease(safe, tables)
const fine = (i: number, path = `deep/${i}.csv`): Output => ({ path, content: tables[i]!.toCsv(), audience: 'public', of: tables[i]! })

/** A folder in which the outputs of last time stand, by the names those of this time have. */
const before = { 'deep/0.csv': 'old 0', 'deep/1.csv': 'old 1', 'deep/2.csv': 'old 2', 'kept.txt': 'hers' }

/** What is wrong with the last file. */
const faults: Readonly<Record<string, Output>> = {
  'a name in it': { ...fine(2), content: `role\n${name}` },
  'a name in it, in bytes': { ...fine(2), content: Buffer.from(`role\n${name}`) },
  'a name in its path': fine(2, 'deep/otto-canary.csv'),
  'a name in a folder of its path': fine(2, 'OttoCanary/2.csv'),
  'a path that leads out': fine(2, '../2.csv'),
  'a path that was given before': fine(2, 'deep/0.csv'),
  'a path that is a folder': fine(2, 'deep'),
  'a path that goes through a file': fine(2, 'kept.txt/2.csv'),
  'nothing that it was made from': { path: 'deep/2.csv', content: 'x', audience: 'public' },
  'an origin that nobody looked at': { ...fine(2), of: countCodes(safe) },
  'an origin for the team': { ...fine(2), of: countCodes(study) },
}

describe.each(Object.entries(faults))('outputs of which the last has %s', (_, last) => {
  it('are refused, and the folder is as it was, to the byte and the moment', async () => {
    const folder = folderOf(before)
    const seen = photograph(folder)
    const error = await writeOutputs(folder, [fine(0), fine(1), last], { release }).catch(one => one)
    expect(error).toBeInstanceOf(StudyError)
    expect(error.message).not.toMatch(/canary/iu)
    expect(photograph(folder)).toEqual(seen)
  })

  it('make no folder', async () => {
    const folder = join(emptyFolder(), 'a/b/out')
    if (last.path === 'deep' || last.path.startsWith('kept')) return
    await expect(writeOutputs(folder, [fine(0), fine(1), last], { release })).rejects.toThrow(StudyError)
    expect(existsSync(join(folder, '../..'))).toBe(false)
  })
})

test('a file that cannot be put in its place leaves what was there, also of the files before it', async () => {
  const folder = folderOf(before)
  const contents = (all: Record<string, string>) => Object.entries(all).map(([path, seen]) => [path, seen.replace(/^\d+ /u, '')])
  const seen = contents(photograph(folder))
  // The draft has a short name; the file itself gets one that no system takes.
  const last = fine(2, `${'x'.repeat(300)}.csv`)
  await expect(writeOutputs(folder, [fine(0), fine(1), { ...fine(1), path: 'new/1.csv' }, last], { release })).rejects.toThrow(
    /could not be written/u,
  )
  expect(contents(photograph(folder))).toEqual(seen)
})

test('outputs without a fault are written: the same files, and the folder is another', async () => {
  const folder = folderOf(before)
  expect(await writeOutputs(folder, [fine(0), fine(1), fine(2)], { release })).toEqual(['deep/0.csv', 'deep/1.csv', 'deep/2.csv'])
  expect(Object.keys(photograph(folder))).toEqual(['deep', ...Object.keys(before)].sort())
  expect(photograph(folder)['deep/2.csv']).toContain('colleague')
})

describe('a path with a name', () => {
  // A line end or a quotation mark in a path is another matter.
  const written = spellings
    .map(({ what, write }) => [what, write('Otto', 'Canary')] as const)
    .filter(([, path]) => !/[\r\n<>/*:"?]/u.test(path))

  it.each(written)('is refused: with %s', async (_, path) => {
    const folder = join(emptyFolder(), 'out')
    for (const at of [`${path}.csv`, `${path}/quotes.csv`, `interview ${path} 2.csv`])
      await expect(writeOutputs(folder, [fine(0), fine(1, at)], { release }), at).rejects.toThrow(/row 2 of the register/u)
    const team = new Table({ title: 'T', columns: ['a'], rows: [{ a: 1 }], basis: '', of: safe })
    await expect(writeOutputs(folder, [{ path: `${path}.csv`, content: '', audience: 'team', of: team }])).rejects.toThrow(StudyError)
    expect(existsSync(folder)).toBe(false)
  })
})

describe('a safe study that is not to be passed on', () => {
  it.each(['report', 'archive'] as const)('is refused, and the folder is as it was: made for a %s', async profile => {
    const { study: own } = anonymise(study, { register, language: en, profile })
    for (const folder of [folderOf(small), emptyFolder()]) {
      const seen = photograph(folder)
      await expect(saveStudy(own, folder)).rejects.toThrow(StudyError)
      await expect(saveStudy(own, folder, { release })).rejects.toThrow(StudyError)
      expect(photograph(folder)).toEqual(seen)
    }
    const elsewhere = join(emptyFolder(), 'new')
    await expect(saveStudy(own, elsewhere)).rejects.toThrow(StudyError)
    expect(existsSync(elsewhere)).toBe(false)
  })

  it('is refused when a folder stands where a file of it belongs', async () => {
    const { study: own } = anonymise(study, { register, language: en, profile: 'archive' })
    const folder = emptyFolder()
    mkdirSync(join(folder, 'study.json'))
    const seen = photograph(folder)
    await expect(saveStudy(own, folder, { release: decidedRelease(own) })).rejects.toThrow()
    expect(photograph(folder)).toEqual(seen)
  })
})
