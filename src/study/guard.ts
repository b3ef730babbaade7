import type { Problem } from './error.js'
import { StudyError } from './error.js'
import type { Audience } from './model.js'

/** Marks a study made by `anonymise`. No value has this type by accident. */
export declare class Guarded {
  private readonly anonymiseFirst: never
}

/** A piece of text on its way out, and where it would stand. */
export interface Leaf {
  readonly text: string
  /** Its place in the output, in words: `quotes, row 3, column quote`. */
  readonly where: string
}

/** `parts`: the texts an output is made of, before escaping. `finished`: an output as its own reader decodes it. */
export type Look = 'parts' | 'finished'

/** What a safe study carries: it knows the names and the consents, and tells only whether a text may go out. */
export interface Guard {
  readonly check: (leaves: Iterable<Leaf>, look: Look) => readonly Problem[]
}

const key = Symbol.for('retroduct.guard')

/** The guard of a safe study or of a result made from one; null for anything else. */
export function guardOf(value: object): Guard | null {
  const property = Object.getOwnPropertyDescriptor(value, key)
  const guard = property?.value as Guard | undefined
  // One that a copy would keep was not put there by this library.
  return property?.enumerable === false && typeof guard?.check === 'function' ? guard : null
}

/**
 * Hands a guard on to a value. It is not enumerable, so that a spread, a clone, JSON or a save loses it: an output
 * from such a copy is then for the team.
 */
export function carryGuard<T extends object>(value: T, guard: Guard | null): T {
  return guard === null ? value : Object.defineProperty(value, key, { value: guard, enumerable: false })
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
