import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { archive } from '../../src/cli/archive.js'
import { restoreStudy } from '../../src/cli/restore.js'
import { openStudy } from '../../src/files/index.js'
import { leaksIn } from '../e2e/leaks.js'
import { decideAll } from './decideAll.js'

const root = join(import.meta.dirname, '../..')
const clinic = join(root, 'fixtures/community-clinic')
const register = `${clinic}.secret/register.csv`

let scratch = ''
let passphraseFile = ''
let decisions = ''
let out: MockInstance
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'retroduct-archive-'))
  passphraseFile = join(scratch, 'phrase.txt')
  decisions = join(scratch, 'decisions.csv')
  await writeFile(passphraseFile, 'orbit velvet canyon drift\n')
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
beforeEach(() => {
  out = vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())
const printed = () => out.mock.calls.map(args => args.join(' ')).join('\n')

describe('archive and restore', () => {
  it('write the safe study and its key, and the original again', async () => {
    const [folder, key, back] = [join(scratch, 'archive'), join(scratch, 'secret/clinic.rtdk'), join(scratch, 'back')]
    const options = { register, out: folder, key, passphraseFile, attributes: ['years'], decisions }
    await archive(clinic, options).catch(async error => {
      // What could still identify is put before a person first; nothing is written, and nothing sealed.
      expect(String(error)).toMatch(/for a person to decide/u)
      expect([existsSync(folder), existsSync(key)]).toEqual([false, false])
      decideAll(decisions)
      await archive(clinic, options)
    })
    expect(printed()).toMatch(/Made, pseudonymised, for an archive:[\s\S]*Sealed, and secret:[\s\S]*clinic\.rtdk/u)
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(await leaksIn(await readFile(join(file.parentPath, file.name), 'utf8'), register), file.name).toEqual([])
    await restoreStudy(folder, { key, out: back, passphraseFile })
    expect(printed()).toMatch(/for the team only/u)
    const [before, after] = [await openStudy(clinic), await openStudy(back)]
    for (const [i, one] of before.transcripts.entries()) {
      expect(await readFile(join(back, `texts/${one.id}.txt`))).toEqual(Buffer.from(one.text))
      expect({ ...after.transcripts[i], file: null, hash: null }).toEqual({ ...one, file: null, hash: null })
    }
    const placeless = (study: object) => JSON.parse(JSON.stringify({ ...study, transcripts: [] })) as object
    expect(placeless(after)).toEqual(placeless(before))
  })

  it('refuse before anything is written or asked', async () => {
    const folder = join(scratch, 'refused')
    const options = { register, out: folder, passphraseFile }
    await expect(archive(clinic, { ...options, key: join(folder, 'clinic.rtdk') })).rejects.toThrow(
      /would stand in the folder of the safe study/u,
    )
    await expect(archive(clinic, { ...options, key: passphraseFile })).rejects.toThrow(/a file here already/u)
    await expect(archive(clinic, { out: folder, passphraseFile, key: join(scratch, 'n.rtdk') })).rejects.toThrow(/which names to hide/u)
    expect(existsSync(folder)).toBe(false)
  })

  it('leave no key of a study that could not be written', async () => {
    const folder = join(scratch, 'full')
    await mkdir(folder)
    await writeFile(join(folder, 'notes.txt'), 'mine')
    const key = join(scratch, 'secret/full.rtdk')
    await expect(archive(clinic, { register, out: folder, key, passphraseFile, attributes: ['years'], decisions })).rejects.toThrow(
      /holds other things/u,
    )
    expect(existsSync(key)).toBe(false)
    expect(await readdir(folder)).toEqual(['notes.txt'])
  })

  it('refuse a wrong passphrase, and a folder that was changed', async () => {
    const [folder, key] = [join(scratch, 'archive'), join(scratch, 'secret/clinic.rtdk')]
    const wrong = join(scratch, 'wrong.txt')
    await writeFile(wrong, 'orbit velvet canyon drifts\n')
    const back = join(scratch, 'back2')
    await expect(restoreStudy(folder, { key, out: back, passphraseFile: wrong })).rejects.toThrow(/clinic\.rtdk: the passphrase is wrong/u)
    const themes = await readFile(join(folder, 'themes.csv'), 'utf8')
    await writeFile(join(folder, 'themes.csv'), themes.replace(/\bthe\b/u, 'a'))
    await expect(restoreStudy(folder, { key, out: back, passphraseFile })).rejects.toThrow(/what differs is in themes\.csv/u)
    expect(existsSync(back)).toBe(false)
  })
})
