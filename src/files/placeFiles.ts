import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeSafely } from './saving.js'

/**
 * Puts files in a folder all together: every one is written beside its place first. When anything fails, what was there is there again,
 * and what was not there is gone.
 *
 * @param files by their paths, relative to the folder
 */
export async function placeFiles(root: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const drafts = [...files].map(([path, bytes]) => {
    const hidden = join(root, dirname(path), `.${randomUUID()}`)
    return { to: join(root, path), from: `${hidden}.draft`, before: `${hidden}.before`, bytes }
  })
  const made: string[] = []
  const placed: { readonly to: string; readonly before: string | null }[] = []
  try {
    for (const { to } of drafts) {
      const first = await mkdir(dirname(to), { recursive: true })
      if (first !== undefined) made.push(first)
    }
    for (const { from, bytes } of drafts) await writeSafely(from, bytes)
    for (const { to, from, before } of drafts) {
      const isKept = await keep(to, before)
      placed.push({ to, before: isKept ? before : null })
      await rename(from, to)
    }
  } catch (error) {
    // Each by itself: one that cannot be put back does not keep the others from it.
    for (const { to, before } of placed.reverse()) await (before === null ? rm(to, { force: true }) : rename(before, to)).catch(() => null)
    for (const { from } of drafts) await rm(from, { force: true }).catch(() => null)
    for (const folder of made.reverse()) await rm(folder, { recursive: true, force: true }).catch(() => null)
    throw error
  }
  for (const { before } of placed) if (before !== null) await rm(before, { force: true })
}

/** Keeps a file under another name as well; false when there is none. */
async function keep(path: string, under: string): Promise<boolean> {
  try {
    await link(path, under)
    return true
  } catch {
    // No such file, or no links on this file system.
    return copyFile(path, under).then(
      () => true,
      () => false,
    )
  }
}
