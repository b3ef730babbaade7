import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { commitOf, newFilesIn, savingName } from './commit.js'

/** The files of a study, wherever they are: paths are relative, with `/` between the parts. */
export interface Folder {
  readonly paths: readonly string[]
  readonly read: (path: string) => Promise<Uint8Array>
  /** Paths that lead out of the folder through a link: they are not among `paths`. */
  readonly strays: readonly string[]
  /** Changes whenever a file of the study does. */
  readonly stamp: string
}

/** Files of a study stand here; nothing else in the folder is looked at. */
const places: readonly { readonly folder: string; readonly deep: boolean }[] = [
  { folder: '', deep: false },
  { folder: 'transcripts', deep: true },
  { folder: 'texts', deep: false },
  { folder: 'report', deep: false },
  { folder: 'memos', deep: false },
]

const attempts = 50

/**
 * Does work on a folder as it stands at one moment: when the folder was changed meanwhile, the work is done again on
 * what is there now. A save that was cut off after it was decided counts as done. Nothing is written.
 */
export async function withFolder<T>(path: string, work: (folder: Folder) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const before = await stampFolder(path)
    const outcome = await settle(async () => work(folderFrom(before)))
    const after = await stampFolder(path)
    if (before.stamp === after.stamp || attempt === attempts) return unwrap(outcome)
    await new Promise(resolve => setTimeout(resolve, 5 * attempt))
  }
}

/** A mark of the files of a study as they are now, to see later whether any of them was changed. */
export async function stampOf(path: string): Promise<string> {
  return (await stampFolder(path)).stamp
}

interface Stamped {
  readonly stamp: string
  /** Where each file of the study is on disk. */
  readonly files: ReadonlyMap<string, readonly string[]>
  readonly strays: readonly string[]
}

function folderFrom({ files, strays, stamp }: Stamped): Folder {
  return {
    paths: [...files.keys()],
    strays,
    stamp,
    read: async path => {
      const [first, second] = files.get(path) ?? []
      if (first === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      // A file of a decided save may be put in its place between looking and reading.
      return second === undefined ? readFile(first) : readFile(first).catch(() => readFile(second))
    },
  }
}

async function stampFolder(path: string): Promise<Stamped> {
  const commit = await commitOf(path)
  const fresh = commit === null ? new Map<string, string>() : await newFilesIn(path, commit)
  const found = new Map<string, readonly string[]>()
  const strays: string[] = []
  const root = await realpath(path)
  for (const { folder, deep } of places) await listFiles({ path, root, found, strays }, folder, deep)
  for (const gone of commit?.removed ?? []) found.delete(gone)
  for (const [name, at] of fresh) found.set(name, [at, join(path, name)])
  const files = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
  const stamps = await Promise.all([...files].map(async ([name, at]) => [name, await stampFile(at)] as const))
  return { stamp: joinStamps(stamps), files, strays }
}

/** A mark of one file, wherever of these places it is. */
export async function stampFile(places: readonly string[]): Promise<string> {
  for (const place of places) {
    const found = await stat(place, { bigint: true }).catch(() => null)
    if (found !== null) return `${found.ino} ${found.size} ${found.mtimeNs}`
  }
  return 'gone'
}

// As JSON, because a file can have any name.
const joinStamps = (stamps: readonly (readonly [path: string, stamp: string])[]) => JSON.stringify(stamps)

/** The mark that a folder bears after a save: known from the marks of the new files, and not looked up in what may have changed since. */
export function stampAfter(stamp: string, written: ReadonlyMap<string, string>, removed: readonly string[]): string {
  const before = new Map(JSON.parse(stamp) as [string, string][])
  for (const path of removed) before.delete(path)
  for (const [path, mark] of written) before.set(path, mark)
  return joinStamps([...before].sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Listing {
  readonly path: string
  readonly root: string
  readonly found: Map<string, readonly string[]>
  readonly strays: string[]
}

async function listFiles(listing: Listing, folder: string, deep: boolean): Promise<void> {
  const here = join(listing.path, folder)
  if (folder !== '' && !(await isInside(listing.root, here))) {
    if (await lstat(here).catch(() => null)) listing.strays.push(folder)
    return
  }
  const entries = await readdir(here, { withFileTypes: true }).catch(error => {
    if (folder !== '' && ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return []
    throw error
  })
  for (const entry of entries) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    // Dot files and the lock files of Word and LibreOffice are not hers.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === savingName) continue
    const linked = entry.isSymbolicLink()
    const place = join(here, entry.name)
    if (linked && !(await isInside(listing.root, place))) listing.strays.push(name)
    else if (entry.isFile() || (linked && (await stat(place)).isFile())) listing.found.set(name, [place])
    else if (deep && entry.isDirectory()) await listFiles(listing, name, true)
  }
}

/** Whether a path, links followed, stays inside a folder. What does not exist is not inside. */
async function isInside(root: string, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => null)
  if (real === null) return false
  const way = relative(root, real)
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/iu.test(way) && !way.startsWith(sep)
}

/** The code of a system error, such as `ENOENT`; empty for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown }

async function settle<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    return { error }
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

/** A folder with changes on top that are not on disk yet: to look at what a save would give before it is done. */
export function folderAfter(folder: Folder | null, written: ReadonlyMap<string, Uint8Array>, removed: readonly string[]): Folder {
  const gone = new Set(removed)
  const kept = (folder?.paths ?? []).filter(path => !written.has(path) && !gone.has(path))
  return {
    paths: [...kept, ...written.keys()],
    strays: folder?.strays ?? [],
    stamp: '',
    read: async path => written.get(path) ?? (await folder!.read(path)),
  }
}
