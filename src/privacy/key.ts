import type { Study } from '../study/index.js'
import { showOnly } from './entry.js'

/** What leads from a safe study back to the original. */
export interface KeyContent {
  readonly original: Study
  readonly entries: number
  readonly replacements: number
}

const contents = new WeakMap<Key, KeyContent>()

/** The key of a safe study. Secret: keep it apart from what was made with it. It shows only counts. */
export class Key {
  readonly version = 1

  constructor(content: KeyContent) {
    contents.set(this, content)
    showOnly(this, `Key of ${content.entries} entries and ${content.replacements} replacements`)
  }

  toJSON(): string {
    return 'Key (not written out)'
  }
}

/** What a key holds, for the functions of this room alone. */
export function contentOf(key: Key): KeyContent {
  return contents.get(key)!
}
