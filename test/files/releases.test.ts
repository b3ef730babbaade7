import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addRelease, openReleases } from '../../src/files/index.js'
import type { EarlierReleases } from '../../src/privacy/index.js'
import { releaseOf } from '../../src/report/index.js'
import { makeSafe, riskStudy, sentenceOf, tableFor } from '../privacy/riskStudy.js'

const safe = makeSafe(riskStudy([{ id: '1', group: 'nurse', attributes: {} }]))
const outputs = [tableFor(safe, [{ label: 'Respondent 1', quote: sentenceOf('1', 0) }])]
const release = (name: string, earlier: EarlierReleases) => releaseOf(safe, { outputs, date: '2026-01-01', name, earlier })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retroduct-releases-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('releases.jsonl', () => {
  it('begins with a secret and gets a line per release; what stands there stays', async () => {
    const path = join(folder, 'releases.jsonl')
    const first = await openReleases(path)
    expect(first.releases).toEqual([])
    expect(await readdir(folder)).toEqual([])
    await addRelease(path, release('first', first))
    const before = await readFile(path, 'utf8')
    const again = await openReleases(path)
    expect(again.releases.map(one => one.name)).toEqual(['first'])
    await addRelease(path, release('second', again))
    expect((await readFile(path, 'utf8')).startsWith(before)).toBe(true)
    expect((await openReleases(path)).releases.map(one => one.name)).toEqual(['first', 'second'])
    expect(await readdir(folder)).toEqual(['releases.jsonl'])
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('takes a release only once, and only from its own list', async () => {
    const path = join(folder, 'releases.jsonl')
    const list = await openReleases(path)
    await addRelease(path, release('first', list))
    const before = await readFile(path, 'utf8')
    await expect(addRelease(path, release('first', list))).rejects.toThrow(/of this name/u)
    await expect(addRelease(path, release('other', await openReleases(join(folder, 'none.jsonl'))))).rejects.toThrow(/another list/u)
    await expect(addRelease(path, { ...release('copied', list) })).rejects.toThrow(/not a release as it was made/u)
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('does not stand in a study folder or a git work tree', async () => {
    await writeFile(join(folder, 'study.json'), '{}')
    await expect(addRelease(join(folder, 'releases.jsonl'), release('first', await openReleases(join(folder, 'x'))))).rejects.toThrow(
      /the folder of a study/u,
    )
    await rm(join(folder, 'study.json'))
    await mkdir(join(folder, '.git'))
    await expect(addRelease(join(folder, 'releases.jsonl'), release('first', await openReleases(join(folder, 'x'))))).rejects.toThrow(
      /a git work tree/u,
    )
    expect(await readdir(folder)).toEqual(['.git'])
  })

  it('that is cut off or unreadable is told by row', async () => {
    const path = join(folder, 'releases.jsonl')
    const list = await openReleases(path)
    await addRelease(path, release('first', list))
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -40))
    await expect(openReleases(path)).rejects.toThrow(/row 2/u)
    await expect(openReleases(folder)).rejects.toThrow(/cannot be read/u)
  })
})
