import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { expectKeyPlace, openKeyFile, saveKey } from '../../src/files/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, keyLimits, noNames, restore } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'
import { studyOf, transcript } from '../builders.js'
import { emptyFolder, folderOf } from './studyFolder.js'

const passphrase = 'orbit velvet canyon drift'
const study = studyOf([transcript('i1', ['I: So?', '10: Well, I think so.'])])
const { study: safe, key } = anonymise(study, { register: noNames('made up'), language: en })
const json = (facts: object) => JSON.stringify({ title: 'T', language: 'en', ...facts })

async function problemOf(work: Promise<unknown>): Promise<{ what: string; hint: string; file?: string }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    expect(error.problems).toHaveLength(1)
    return error.problems[0]!
  }
  throw new Error('it was not refused')
}

describe('saveKey', () => {
  const folder = emptyFolder()
  const path = join(folder, 'new', 'clinic.rtdk')
  beforeAll(() => saveKey(key, path, passphrase))

  it('writes a file for its owner only, and leaves nothing beside it', () => {
    expect(readdirSync(join(folder, 'new'))).toEqual(['clinic.rtdk'])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path).subarray(0, 4).toString()).toBe('RTDK')
  })

  it('gives the key back', async () => {
    expect({ ...restore(safe, await openKeyFile(path, passphrase)) }).toEqual({ ...study })
  })

  it('never writes over a file, not even through a link', async () => {
    const before = readFileSync(path)
    expect(await problemOf(saveKey(key, path, passphrase))).toMatchObject({
      what: expect.stringMatching(/a file here already/u),
      file: 'clinic.rtdk',
    })
    symlinkSync(path, join(folder, 'link.rtdk'))
    await problemOf(saveKey(key, join(folder, 'link.rtdk'), passphrase))
    expect(readFileSync(path).equals(before)).toBe(true)
    // One that came while the key was being sealed stays too.
    const late = join(folder, 'late.rtdk')
    const saving = saveKey(key, late, passphrase)
    await new Promise(resolve => setTimeout(resolve, 30))
    writeFileSync(late, 'mine')
    expect((await problemOf(saving)).what).toMatch(/could not be written/u)
    expect(readFileSync(late, 'utf8')).toBe('mine')
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('asks for a passphrase of twelve characters, and for a path', async () => {
    expect((await problemOf(saveKey(key, join(folder, 'short.rtdk'), 'short'))).what).toMatch(/shorter than 12/u)
    expect((await problemOf(saveKey(key, '', passphrase))).what).toMatch(/not said where/u)
    expect(readdirSync(folder)).not.toContain('short.rtdk')
  })
})

describe('the place of a key', () => {
  it.each([
    ['the folder of a study', { 'study.json': json({}) }, 'keys/clinic.rtdk'],
    ['the folder of a study', { 'study.json': json({}) }, 'clinic.rtdk'],
    ['a git work tree', { '.git/HEAD': 'ref: x' }, 'deep/er/clinic.rtdk'],
  ])('is not %s', async (place, files, name) => {
    const folder = folderOf(files)
    const before = readdirSync(folder, { recursive: true })
    expect((await problemOf(saveKey(key, join(folder, name), passphrase))).what).toContain(place)
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
  })

  it('is not one that a link leads to', async () => {
    const folder = folderOf({ 'study.json': json({}), 'sub/x': '' })
    const elsewhere = emptyFolder()
    symlinkSync(join(folder, 'sub'), join(elsewhere, 'way'))
    expect((await problemOf(expectKeyPlace(join(elsewhere, 'way/clinic.rtdk')))).what).toContain('the folder of a study')
    expect((await problemOf(expectKeyPlace(join(elsewhere, 'way/not/there/clinic.rtdk')))).what).toContain('the folder of a study')
  })

  it('may be beside an invented study, but not in what is about to be shared', async () => {
    const folder = folderOf({ '.git/HEAD': 'ref: x', 'clinic/study.json': json({ invented: true }) })
    await expectKeyPlace(join(folder, 'clinic.secret/clinic.rtdk'))
    const out = join(emptyFolder(), 'out')
    expect((await problemOf(expectKeyPlace(join(out, 'keys/clinic.rtdk'), out))).what).toContain('the folder of the safe study')
    await expectKeyPlace(join(`${out}.secret`, 'clinic.rtdk'), out)
  })
})

describe('openKeyFile', () => {
  afterEach(() => vi.restoreAllMocks())

  it('says plainly what is no key, by the name of the file', async () => {
    const folder = folderOf({ 'notes.txt': 'Otto was here', 'large.rtdk': 'RTDK' })
    expect(await problemOf(openKeyFile(join(folder, 'none.rtdk'), passphrase))).toMatchObject({ file: 'none.rtdk' })
    expect((await problemOf(openKeyFile(folder, passphrase))).what).toMatch(/no key here/u)
    const problem = await problemOf(openKeyFile(join(folder, 'notes.txt'), passphrase))
    expect(problem).toMatchObject({ what: 'this is not a key of this library', file: 'notes.txt' })
    expect(JSON.stringify(problem)).not.toContain('Otto')
    truncateSync(join(folder, 'large.rtdk'), keyLimits.size + 1)
    expect((await problemOf(openKeyFile(join(folder, 'large.rtdk'), passphrase))).what).toMatch(/larger than any key/u)
  })

  it('warns once of a key that stands where it is easily shared', async () => {
    const folder = folderOf({ 'study.json': json({}), 'clinic.rtdk': 'RTDK' })
    const path = join(realpathSync(folder), 'clinic.rtdk')
    const said: string[] = []
    for (let i = 0; i < 2; i++) await problemOf(openKeyFile(path, passphrase, { warn: text => said.push(text) }))
    expect(said).toEqual([expect.stringMatching(/^The key stands in the folder of a study/u)])
    const emitted = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    mkdirSync(join(folder, 'other'))
    writeFileSync(join(folder, 'other/clinic.rtdk'), 'RTDK')
    await problemOf(openKeyFile(join(folder, 'other/clinic.rtdk'), passphrase))
    expect(emitted).toHaveBeenCalledWith(expect.stringContaining('The key stands in'), { code: 'RETRODUCT_KEY' })
  })
})
