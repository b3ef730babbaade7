import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { openStudy } from '../../src/files/openStudy.js'
import { saveStudy } from '../../src/files/saveStudy.js'
import { emptyFolder, folderOf, problemsOf, small, writeFiles } from './studyFolder.js'

const by = { coder: 'MV', date: '2024-05-04' }
// Bundled inside the project, so that the packages left out of the bundle are found.
const scripts = join('node_modules', '.cache', `retroduct-${process.pid}`)
const bundle = join(scripts, 'saver.mjs')

beforeAll(async () => {
  mkdirSync(scripts, { recursive: true })
  // The child opens the folder and adds a pass, over and over, until it is killed.
  const contents = `
    import { openStudy } from './src/files/openStudy.ts'
    import { saveStudy } from './src/files/saveStudy.ts'
    import { openPass } from './src/coding/index.ts'
    const [folder, first] = process.argv.slice(2)
    for (let n = Number(first); ; n++) {
      const study = openPass(await openStudy(folder), { coder: 'C' + n, date: '2024-05-04' }, pass => {
        pass.code(pass.fragment('a', { start: n % 60, end: (n % 60) + 9 }), 'k1', { role: 'context' })
      })
      await saveStudy(study, folder)
      process.stdout.write('saved\\n')
    }`
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: bundle,
    logLevel: 'error',
  })
})
afterAll(() => rmSync(scripts, { recursive: true, force: true }))

const ended = (child: ChildProcess) => new Promise<void>(resolve => child.once('exit', () => resolve()))
const told = (child: ChildProcess) => new Promise<void>(resolve => child.stdout!.once('data', () => resolve()))

test('a save that is killed leaves the old study or the new one, never a mixture', async () => {
  const folder = folderOf(small)
  let passes = (await openStudy(folder)).journal.length
  // Worth something only when children got to save, and were cut off while they did.
  let grown = 0
  let interrupted = 0
  const until = Date.now() + 20_000
  for (let round = 0; Date.now() < until || grown < 11 || interrupted < 4; round++) {
    const child = spawn(process.execPath, [bundle, folder, String(round * 50)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const exit = ended(child)
    for (let saves = 0; saves < 2; saves++) await told(child)
    const before = performance.now()
    await told(child)
    // Somewhere in the next round of opening and saving, which takes about as long as this one did, on a fast machine and on a busy one.
    await new Promise(resolve => setTimeout(resolve, ((round * 0.173) % 1.1) * (performance.now() - before)))
    child.kill('SIGKILL')
    await exit
    const study = await openStudy(folder)
    // One coding per pass besides the three at the start: tables and journal tell the same story.
    expect(study.codings.length - 3).toBe(study.journal.length - 1)
    expect(study.journal.some(pass => pass.kind === 'edit')).toBe(false)
    expect(study.journal.length).toBeGreaterThanOrEqual(passes)
    if (study.journal.length > passes) grown++
    if (savingIsThere(folder)) interrupted++
    passes = study.journal.length
  }
}, 180_000)

function savingIsThere(folder: string): boolean {
  try {
    readFileSync(join(folder, '.saving', 'owner.json'))
    return true
  } catch {
    return false
  }
}

const dead = { pid: 999_999_999, host: (await import('node:os')).hostname(), token: 'dead' }

test('at every step of a decided save the new study is what is there', async () => {
  const folder = folderOf(small)
  const old = await openStudy(folder)
  const fresh = openPass(old, by, pass => {
    pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' })
  })
  const saved = folderOf(small)
  const paths = await saveStudy(fresh, saved)
  for (let done = 0; done <= paths.length; done++) {
    const cut = folderOf(small)
    const content = (path: string) => readFileSync(join(saved, path))
    const waiting = Object.fromEntries(paths.slice(done).map(path => [`.saving/new/${path}`, content(path)]))
    const placed = Object.fromEntries(paths.slice(0, done).map(path => [path, content(path)]))
    writeFiles(cut, { ...placed, ...waiting, '.saving/owner.json': JSON.stringify(dead) })
    if (done === 0) expect(await openStudy(cut)).toEqual(old)
    writeFiles(cut, { '.saving/commit.json': JSON.stringify({ files: paths, removed: [] }) })
    const open = await openStudy(cut)
    expect(open.codings).toEqual(fresh.codings)
    expect(open.journal.map(pass => pass.id)).toEqual(fresh.journal.map(pass => pass.id))
    // The next save finishes it first.
    const next = openPass(open, by, pass => void pass.code(pass.fragment('b', 'Because'), 'k1', { role: 'mechanism' }))
    await saveStudy(next, cut)
    expect((await openStudy(cut)).codings).toEqual(next.codings)
    expect(savingIsThere(cut)).toBe(false)
  }
})

test('a second saver is refused while the first is at work, and not after it died', async () => {
  const folder = folderOf(small)
  const study = openPass(await openStudy(folder), by, pass => void pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' }))
  writeFiles(folder, { '.saving/owner.json': JSON.stringify({ ...dead, pid: process.ppid }) })
  await expect(saveStudy(study, folder)).rejects.toThrow('another program is saving in this folder')
  writeFiles(folder, { '.saving/owner.json': JSON.stringify({ ...dead, host: 'elsewhere' }) })
  await expect(saveStudy(study, folder)).rejects.toThrow('another computer is saving in this folder')
  expect((await openStudy(folder)).codings).toHaveLength(3)
  writeFiles(folder, { '.saving/owner.json': JSON.stringify(dead) })
  await saveStudy(study, folder)
  expect((await openStudy(folder)).codings).toHaveLength(4)
})

test('of two saves at once one wins whole and the other is refused', async () => {
  const folder = folderOf(small)
  const study = await openStudy(folder)
  const [one, other] = ['every week', 'Because'].map(words =>
    openPass(study, by, pass => void pass.code(pass.fragment('b', words), 'k2', { role: 'outcome' })),
  )
  const outcomes = await Promise.allSettled([saveStudy(one!, folder), saveStudy(other!, folder)])
  expect(outcomes.map(outcome => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  const winner = outcomes[0]!.status === 'fulfilled' ? one! : other!
  expect((await openStudy(folder)).codings).toEqual(winner.codings)
})

test('a commit that points out of the folder is not followed', async () => {
  const outer = emptyFolder()
  const folder = join(outer, 'study')
  writeFiles(folder, { ...small, '.saving/owner.json': JSON.stringify(dead), '.saving/new/x': 'evil' })
  writeFiles(folder, { '.saving/commit.json': JSON.stringify({ files: ['../stolen.txt'], removed: ['../keep.txt'] }) })
  writeFiles(outer, { 'keep.txt': 'mine' })
  const study = openPass(await openStudy(folder), by, pass => void pass.code(pass.fragment('b', 'every week'), 'k2', { role: 'outcome' }))
  await saveStudy(study, folder).catch(() => undefined)
  expect(readFileSync(join(outer, 'keep.txt'), 'utf8')).toBe('mine')
  expect(() => readFileSync(join(outer, 'stolen.txt'))).toThrow()
  expect(await problemsOf(folder)).toEqual([])
})
