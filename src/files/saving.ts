import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, realpath, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { StudyError } from '../study/index.js'
import { type Commit, commitOf, commitPath, newFilePath, savingName } from './commit.js'
import { codeOf, stampFile } from './folder.js'

/** Who is saving: a save that was cut off leaves this behind. */
interface Owner {
  readonly pid: number
  readonly host: string
  readonly token: string
}

/** A save takes seconds. Whatever claims to be at it for longer than this is not. */
const longest = 10 * 60_000

/** The saves of this process: its number alone says little, since a restarted container uses it again. */
const mine = new Set<string>()

/**
 * Does a save while nobody else saves in the folder. A save that was cut off before is finished first when it was
 * decided, and cleared away when it was not.
 */
export async function withSaving<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const token = await takeOver(folder)
  try {
    await finish(folder)
    await rm(join(folder, savingName, 'new'), { recursive: true, force: true })
    return await work()
  } finally {
    // After a decision the save must stay findable until it is finished.
    if ((await commitOf(folder)) === null) await clear(folder)
    mine.delete(token)
  }
}

/**
 * Puts files in place all together: either all of them, or none.
 *
 * @returns the mark of each new file, taken where nobody else could change it
 */
export async function commitFiles(
  folder: string,
  written: ReadonlyMap<string, Uint8Array>,
  removed: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const stamps = new Map<string, string>()
  for (const [path, bytes] of written) {
    await writeSafely(newFilePath(folder, path), bytes)
    stamps.set(path, await stampFile([newFilePath(folder, path)]))
  }
  const commit: Commit = { files: [...written.keys()], removed }
  const draft = `${commitPath(folder)}.draft`
  await writeSafely(draft, Buffer.from(JSON.stringify(commit)))
  await rename(draft, commitPath(folder))
  await syncFolder(dirname(draft))
  await finish(folder)
  return stamps
}

/** Finishes a decided save: every new file to its place. May be cut off at any moment and done again. */
async function finish(folder: string): Promise<void> {
  const commit = await commitOf(folder)
  if (commit === null) return
  const touched = new Set<string>()
  for (const path of commit.files) {
    const place = await placeOf(folder, path)
    await rename(newFilePath(folder, path), place).catch(ignoreMissing)
    touched.add(dirname(place))
  }
  for (const path of commit.removed) await unlink(join(folder, path)).catch(ignoreMissing)
  for (const one of touched) await syncFolder(one)
  await unlink(commitPath(folder)).catch(ignoreMissing)
}

/** Where a file belongs: a link inside the folder is followed, so that it stays a link. */
async function placeOf(folder: string, path: string): Promise<string> {
  const place = join(folder, path)
  await mkdir(dirname(place), { recursive: true })
  return realpath(place).catch(() => place)
}

async function clear(folder: string): Promise<void> {
  // The name goes in one step; what it held can go slowly.
  const away = join(folder, `${savingName}-done-${randomUUID()}`)
  await rename(join(folder, savingName), away).catch(ignoreMissing)
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${savingName}-done-`)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Becomes the one who saves in a folder, or throws when somebody else is. */
async function takeOver(folder: string): Promise<string> {
  const token = randomUUID()
  const owner: Owner = { pid: process.pid, host: hostname(), token }
  mine.add(token)
  try {
    for (;;) {
      if (await claimFree(folder, owner)) return token
      const last = await lastOwner(folder)
      if (last === null) continue
      if (await isAtWork(last)) throw busy(folder, last.owner)
      if (await claimNext(folder, last, owner)) return token
    }
  } catch (error) {
    mine.delete(token)
    throw error
  }
}

/** Puts `.saving/` in place with its owner inside, in one step; false when there is one. */
async function claimFree(folder: string, owner: Owner): Promise<boolean> {
  const draft = join(folder, `${savingName}-done-${owner.token}`)
  try {
    await mkdir(draft)
    await writeFile(join(draft, 'owner.json'), JSON.stringify(owner))
    await rename(draft, join(folder, savingName))
    return true
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // There is one already, or somebody who cleared up took the draft along.
    return ignoreKnown(['ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT'], false)(error)
  }
}

/** Follows a dead owner. Of those who try, one can make the next file, and it is whole from the start. */
async function claimNext(folder: string, last: Found, owner: Owner): Promise<boolean> {
  const next = ownerPath(folder, last.number + 1)
  if (!(await makeWhole(next, join(folder, savingName, `${owner.token}.draft`), JSON.stringify(owner)))) return false
  // Meanwhile another may have cleared up after the dead one, and a third begun: then this place is the third's.
  const before = last.number === 0 ? null : await readOwner(ownerPath(folder, last.number))
  if (before?.token === last.owner?.token) return true
  await unlink(next).catch(ignoreMissing)
  return false
}

const ownerPath = (folder: string, number: number) => join(folder, savingName, number > 1 ? `owner-${number}.json` : 'owner.json')

/** Makes a file that is whole from its first moment on; false when it is there already, or its folder is gone. */
async function makeWhole(path: string, draft: string, text: string): Promise<boolean> {
  try {
    await writeFile(draft, text)
    await link(draft, path)
    return true
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(error))) return false
    // No links on this file system.
    return writeFile(path, text, { flag: 'wx' }).then(() => true, ignoreKnown(['EEXIST', 'ENOENT'], false))
  }
}

interface Found {
  readonly number: number
  /** Null while it is being written, or when it was cut off there. */
  readonly owner: Owner | null
  readonly age: number
}

async function lastOwner(folder: string): Promise<Found | null> {
  const names = await readdir(join(folder, savingName)).catch(ignoreKnown(['ENOENT'], []))
  const numbers = names
    .map(name => /^owner(?:-(\d+))?\.json$/u.exec(name))
    .flatMap(match => (match === null ? [] : [Number(match[1] ?? 1)]))
  const number = Math.max(0, ...numbers)
  const path = ownerPath(folder, number)
  const found = await stat(number === 0 ? join(folder, savingName) : path).catch(ignoreKnown(['ENOENT'], null))
  if (found === null) return null
  return { number, owner: await readOwner(path), age: Date.now() - found.mtimeMs }
}

async function readOwner(path: string): Promise<Owner | null> {
  try {
    const { pid, host, token } = JSON.parse(await readFile(path, 'utf8')) as Partial<Owner>
    return typeof pid === 'number' && typeof host === 'string' && typeof token === 'string' ? { pid, host, token } : null
  } catch {
    return null
  }
}

async function isAtWork({ owner, age }: Found): Promise<boolean> {
  if (owner === null) return age < 10_000
  if (mine.has(owner.token)) return true
  if (age > longest) return false
  if (owner.host !== hostname()) return true
  return owner.pid !== process.pid && isAlive(owner.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function busy(folder: string, owner: Owner | null): StudyError {
  const elsewhere = owner !== null && owner.host !== hostname()
  return new StudyError([
    {
      what: elsewhere ? 'another computer is saving in this folder' : 'another program is saving in this folder',
      hint: elsewhere
        ? 'wait until it is done; a save that was cut off there is cleared after ten minutes'
        : 'wait until it is done, and save again',
      file: folder,
    },
  ])
}

/** Writes a file that is on the disk, and not only on its way there, when this returns. */
export async function writeSafely(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  // Not every system lets a folder be opened; there the rename alone must do.
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

const ignoreMissing = ignoreKnown(['ENOENT'], undefined)

function ignoreKnown<T>(codes: readonly string[], otherwise: T): (error: unknown) => T {
  return error => {
    if (codes.includes(codeOf(error))) return otherwise
    throw error
  }
}
