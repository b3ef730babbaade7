import type { Problem } from './error.js'
import { StudyError } from './error.js'
import type { Audience } from './model.js'
import { sharedMap } from './sharedMap.js'

/** Marks a study made by `anonymise`. No value has this type by accident. */
export declare class Guarded {
  private readonly anonymiseFirst: never
}

/** A piece of text on its way out, and where it would stand. */
export interface Leaf {
  readonly text: string
  /** Its place in the output, in words: `quotes, row 3, column quote`. */
  readonly where: string
  /** A sentence of the library's own, in which registered names are looked for and unknown words are not. */
  readonly ours?: boolean
}

/** `parts`: the texts an output is made of, before escaping. `finished`: an output as its own reader decodes it. */
export type Look = 'parts' | 'finished'

/** What a safe study carries: it knows the names and the consents, and tells only whether a text may go out. */
export interface Guard {
  readonly check: (leaves: Iterable<Leaf>, look: Look) => readonly Problem[]
  /** Whether nothing that one person said may be put together. */
  readonly unlinked?: boolean
}

const key = Symbol.for('retroduct.guard')

// The property can be seen, and so be made or copied by hand. Only what is known here as well was handed on by this library.
const carriers = sharedMap<object, Guard>('carriers')

/** The guard of a safe study or of a result made from one; null for anything else, also where one was put by hand. */
export function guardOf(value: object): Guard | null {
  return carriers.get(value) ?? null
}

/**
 * Hands a guard on to a value. It is not enumerable, so that a spread, a clone, JSON or a save loses it: an output
 * from such a copy is then for the team.
 */
export function carryGuard<T extends object>(value: T, guard: Guard | null): T {
  if (guard === null) return value
  Object.defineProperty(value, key, { value: guard, enumerable: false })
  carriers.set(value, Object.freeze(guard))
  return value
}

/** Whether in what is made from this value nothing may tie what one person said together: no label, id, place or order. */
export function isUnlinked(value: object): boolean {
  return guardOf(value)?.unlinked === true
}

/** Who may see what is made from this value. */
export function audienceOf(value: object): Audience {
  return guardOf(value) === null ? 'team' : 'public'
}

/** Refuses texts that may not go out: one `StudyError` that names every place. Without a guard there is nothing to ask. */
export function holdAtGate(guard: Guard | null, leaves: Iterable<Leaf>, look: Look): void {
  if (guard === null) return
  const problems = guard.check(leaves, look)
  if (problems.length > 0) throw new StudyError(problems)
}
