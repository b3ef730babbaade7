import type { Mark, Recogniser } from '../language/index.js'
import type { Register } from './entry.js'
import { type NameFinder, nameFinder } from './findNames.js'
import { mark } from './replacements.js'

/** Looks in texts for what may identify and stands neither in the register nor among what may stay. */
export interface Looks {
  readonly unregistered: (text: string, transcript?: string) => readonly Mark[]
}

/**
 * Makes the look for what a register does not know. Not told are what stands in ‹ ›, which is there in the place of a name, and what the
 * register says may stay.
 */
export function looksFor(register: Register, finder: NameFinder, recognise: Recogniser): Looks {
  const staying = register.map(entry => ({ ...entry, match: entry.match === 'keep' ? ('anywhere' as const) : ('keep' as const) }))
  const stay = nameFinder(staying)
  return {
    unregistered: (text, transcript) => {
      const marks = recognise(text)
      if (marks.length === 0) return marks
      const names = finder.find(text, transcript)
      const kept = stay.find(text, transcript)
      return marks.filter(
        one =>
          !isReplacement(text, one) &&
          !names.some(name => name.start < one.end && one.start < name.end) &&
          !kept.some(name => name.start <= one.start && one.end <= name.end),
      )
    },
  }
}

function isReplacement(text: string, { start, end }: Mark): boolean {
  const open = text.lastIndexOf(mark.open, end - 1)
  return open >= 0 && !text.slice(open, start).includes(mark.close)
}
