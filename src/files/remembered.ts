import type { Pass, Study } from '../study/index.js'
import type { Opened } from './openFolder.js'
import { tablesHash } from './tablesHash.js'

/** What a folder held when a study was last opened from it or saved in it, and the mark it bore then. */
interface Remembered {
  readonly dir: string
  readonly stamp: string
  readonly opened: Opened
}

// By its first pass: all studies that grow from one another share it, and when they are gone so is this.
const remembered = new WeakMap<Pass, Remembered>()

/** Remembers what a folder holds, so that saving need not read it again when nobody changed it. */
export function rememberFolder(study: Study, dir: string, stamp: string, opened: Opened): void {
  const [first] = study.journal
  if (first !== undefined) remembered.set(first, { dir, stamp, opened })
}

/**
 * What the folder holds, when it still bears the mark it bore when that was seen; else null. The rows are shared with
 * studies in the hands of a script: when it wrote in one of them, what is remembered is of no use.
 */
export function recallFolder(study: Study, dir: string, stamp: string): Opened | null {
  const [first] = study.journal
  const known = first === undefined ? undefined : remembered.get(first)
  if (known === undefined || known.dir !== dir || known.stamp !== stamp) return null
  return known.opened.tables === tablesHash(known.opened.study) ? known.opened : null
}
