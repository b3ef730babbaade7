import type { Mark, Recogniser } from '../language/index.js'
import { columnsOf, tableNames } from '../study/index.js'
import type { Register } from './entry.js'
import { type NameFinder, nameFinder } from './findNames.js'
import { foldedWords } from './fold.js'
import { mark } from './replacements.js'

const modelWords = tableNames.flatMap(table =>
  Object.entries(columnsOf(table, [])).flatMap(([name, column]) => [name, ...(column.values ?? [])]),
)

/** Looks in texts for what may identify and stands neither in the register nor among what may stay. */
export interface Looks {
  readonly unregistered: (text: string, transcript?: string) => readonly Mark[]
}

/**
 * Makes the look for what a register does not know. Not told are what stands in ‹ ›, which is there in the place of a name, what the
 * register says may stay, and the words of the format itself ("mechanism, enabling"), which are foreign to the language of a study.
 */
export function looksFor(register: Register, finder: NameFinder, recognise: Recogniser, roles: readonly string[]): Looks {
  const own = new Set([...modelWords, ...roles].flatMap(word => foldedWords(word)))
  const staying = register.map(entry => ({ ...entry, match: entry.match === 'keep' ? ('anywhere' as const) : ('keep' as const) }))
  const stay = nameFinder(staying)
  const isAnyStaying = register.some(entry => entry.match === 'keep')
  return {
    unregistered: (text, transcript) => {
      const marks = recognise(text)
      if (marks.length === 0) return marks
      const names = finder.find(text, transcript)
      const kept = isAnyStaying ? stay.find(text, transcript) : []
      return marks.filter(
        one =>
          !isReplacement(text, one) &&
          !foldedWords(one.text).every(word => own.has(word)) &&
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
