import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest'
import { names } from '../../src/cli/names.js'
import type { Mark, Recogniser } from '../../src/language/index.js'

// A recogniser of its own, so that the test is of the command.
const known = vi.hoisted(() => ({ names: ['Canary Vos', 'Canary'] }))
vi.mock('../../src/cli/languageFor.js', async original => {
  const real = await original<typeof import('../../src/cli/languageFor.js')>()
  const recognise: Recogniser = text =>
    [...text.matchAll(new RegExp(known.names.join('|'), 'gu'))].map(
      (found): Mark => ({ type: 'PERSON', start: found.index, end: found.index + found[0].length, text: found[0], certainty: 'look' }),
    )
  return { ...real, languageFor: async (code: string) => ({ ...(await real.languageFor(code)), recognise }) }
})

let folder = ''
let out: MockInstance
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retroduct-names-'))
  await mkdir(join(folder, 'study/transcripts'), { recursive: true })
  await mkdir(join(folder, 'secret'))
  await writeFile(join(folder, 'study/study.json'), '{"title":"T","language":"en"}')
  await writeFile(join(folder, 'study/transcripts.csv'), 'id,file\ni1,i1.txt\n')
  await writeFile(join(folder, 'study/transcripts/i1.txt'), 'I: Who came?\nP1: Canary Vos did. Canary sang with Finch.\n')
  out = vi.spyOn(console, 'log').mockImplementation(() => {})
  known.names = ['Canary Vos', 'Canary']
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})
const study = () => join(folder, 'study')
const register = () => join(folder, 'secret/register.csv')
const printed = () => out.mock.calls.map(args => args.join(' ')).join('\n')

it('makes the register and the page beside it, and prints counts and paths, no name', async () => {
  await names(study(), { register: register() })
  expect((await readdir(join(folder, 'secret'))).sort()).toEqual(['register.csv', 'review.team.html'])
  const csv = await readFile(register(), 'utf8')
  expect(csv).toContain('Canary Vos,Canary,PERSON,person ')
  expect(csv).toContain('decide:')
  const page = await readFile(join(folder, 'secret/review.team.html'), 'utf8')
  expect(page).toContain('<s>Canary Vos</s>')
  expect(printed()).toContain('1 row proposed')
  expect(printed()).toContain('1 row asks for a decision')
  expect(printed()).not.toMatch(/Canary|Finch/u)
})

it('adds what is new behind her rows, which stay as they are', async () => {
  await writeFile(register(), 'name;label;match\r\nCanary Vos;een vogel;\r\nCanary;;keep\r\n')
  known.names = ['Canary Vos', 'Canary', 'Finch']
  await names(study(), { register: register(), review: join(folder, 'secret/page.html') })
  const csv = await readFile(register(), 'utf8')
  expect(csv).toMatch(/^name;label;match;type;note\r\nCanary Vos;een vogel;;;\r\nCanary;;keep;;\r\nFinch;person \d+;/u)
  expect(printed()).toContain('had 2 rows, which stay as they are; 1 proposed')
  expect(printed()).not.toMatch(/Canary|Finch/u)
  expect(await readdir(join(folder, 'secret'))).toContain('page.team.html')
})

it('writes no register when there is nothing to put in it', async () => {
  known.names = ['Nobody']
  await names(study(), { register: register() })
  expect(await readdir(join(folder, 'secret'))).toEqual(['review.team.html'])
  expect(printed()).toContain('No name was found')
})

it('says how many files it did not look through, and not what they are called', async () => {
  await writeFile(join(study(), 'transcripts/Canary Vos.txt'), 'I: And you?\nP2: Finch.\n')
  await names(study(), { register: register() })
  expect(printed()).toContain('Not looked through: 1 file in transcripts/ without a row in transcripts.csv')
  expect(printed()).not.toMatch(/Canary|Finch/u)
})

it('refuses to write names into the study or a git work tree, and then writes nothing', async () => {
  await cp(study(), join(folder, 'git/study'), { recursive: true })
  await mkdir(join(folder, 'git/.git'))
  const before = await readdir(study())
  await expect(names(study(), { register: join(study(), 'register.csv') })).rejects.toThrow('--register leads into the folder of a study')
  await expect(names(study(), { register: join(folder, 'git/register.csv') })).rejects.toThrow('a git work tree')
  await expect(names(study(), { register: register(), review: join(study(), 'r.html') })).rejects.toThrow('--review leads into')
  expect(await readdir(study())).toEqual(before)
  expect(await readdir(join(folder, 'secret'))).toEqual([])
})
