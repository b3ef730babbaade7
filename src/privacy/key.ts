import type { Language } from '../language/index.js'
import { type Study, StudyError, sharedMap } from '../study/index.js'
import type { AnonymiseOptions } from './anonymise.js'
import { showOnly } from './entry.js'
import { type Digests, studyDigests } from './studyDigests.js'

/** How a safe study was made, as plain data: everything but the register, the functions that look for names, and the language itself. */
export type KeyOptions = Omit<AnonymiseOptions, 'register' | 'language' | 'recognisers'> & { readonly language: Language['id'] }

/** What leads from a safe study back to the original. */
export interface KeyContent {
  readonly original: Study
  readonly options: KeyOptions
  /** Of the safe study that was made: by them it is known again. */
  readonly digests: Digests
  readonly entries: number
  readonly replacements: number
}

const contents = sharedMap<object, KeyContent>('keys')

/**
 * The key of a safe study: the original, how the safe study was made, and by what it is known again. It does not hold the
 * register. Secret: keep it apart from what was made with it. It shows only counts, and a copy of it opens nothing.
 */
export class Key {
  constructor(content: KeyContent) {
    contents.set(this, content)
    showOnly(this, `Key of ${content.entries} entries and ${content.replacements} replacements`)
  }

  get version(): 1 {
    return 1
  }

  toJSON(): string {
    return 'Key (not written out)'
  }
}

/** What a key holds, for the functions of this room alone. */
export function contentOf(key: Key, call: string): KeyContent {
  const content = typeof key === 'object' && key !== null ? contents.get(key) : undefined
  if (content !== undefined) return content
  const hint =
    'give the key that anonymise or openKey gave; a copy opens nothing, nor does a key made by import to what was loaded by require'
  throw new StudyError([{ what: 'this is not a key', hint, call }])
}

/** Makes the key of a safe study. */
export function keyFor(original: Study, given: AnonymiseOptions, safe: Study, replacements: number): Key {
  const { register, language, recognisers: _, ...options } = given
  return new Key({
    original,
    // A copy, so that what the caller does with its own changes nothing here.
    options: { ...(JSON.parse(JSON.stringify(options)) as typeof options), language: language.id },
    digests: studyDigests(safe),
    entries: register.length,
    replacements,
  })
}
