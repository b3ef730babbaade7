import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Beside the files of a study while it is being saved: the new files, who saves, and the decision. */
export const savingName = '.saving'

/** A decided save: the files that are new, and those that go. From this moment on it counts, finished or not. */
export interface Commit {
  readonly files: readonly string[]
  readonly removed: readonly string[]
}

export const commitPath = (folder: string) => join(folder, savingName, 'commit.json')
export const newFilePath = (folder: string, path: string) => join(folder, savingName, 'new', path)

/** The decided save of a folder that was not finished, or null. */
export async function commitOf(folder: string): Promise<Commit | null> {
  const text = await readFile(commitPath(folder), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const { files, removed } = JSON.parse(text) as Partial<Record<string, unknown>>
    return arePaths(files) && arePaths(removed) ? { files, removed } : null
  } catch {
    return null
  }
}

/** The new files of a decided save that are not in their place yet, by the path they belong at. */
export async function newFilesIn(folder: string, commit: Commit): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const path of commit.files) {
    const place = newFilePath(folder, path)
    const there = await access(place).then(
      () => true,
      () => false,
    )
    if (there) found.set(path, place)
  }
  return found
}

// The folder may come from a stranger: a commit must not move files out of it.
function arePaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(one => typeof one === 'string' && isInnerPath(one) && !one.startsWith('.'))
}

/** Whether a relative path stays where it starts: no way up, no root, no drive. */
export function isInnerPath(path: string): boolean {
  return !/[\\:\u0000]/u.test(path) && path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}
