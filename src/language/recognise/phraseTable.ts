import { tokenize } from './tokenize.js'
import { gap, type Tokens } from './tokens.js'
import { hashEnd } from './wordHash.js'

/** A name of a list found in a text. */
export interface FoundPhrase {
  /** One past the last token. */
  readonly end: number
  /** The number of the kind in the list of kinds. */
  readonly kind: number
}

/** Names of one or more words, found by the hashes of their words; the longest that begins at a token. */
export interface PhraseTable {
  readonly kinds: readonly string[]
  /** Whether any name begins with the word of this hash. */
  readonly begins: (hash: number) => boolean
  readonly longest: (tokens: Tokens, at: number) => FoundPhrase | null
}

/** What may stand between two words of one name. */
const inside = gap.space | gap.line | gap.hyphen | gap.apostrophe | gap.dot | gap.stop | gap.and | gap.slash
const together = (step: number, hash: number) => hashEnd(Math.imul(step, 31) ^ hash)

/**
 * Makes a table of names.
 *
 * @param lists names apart by bars, by kind; of kinds that hold the same name the first counts
 */
export function phraseTable(lists: Readonly<Record<string, string>>): PhraseTable {
  const kinds = Object.keys(lists)
  const steps = new Map<number, number>()
  const firsts = new Set<number>()
  kinds.forEach((kind, number) => {
    for (const name of (lists[kind] ?? '').split('|')) {
      if (name === '') continue
      const { count, hash } = tokenize(name)
      let step = 0
      for (let i = 0; i < count; i++) {
        step = together(step, hash[i]!)
        if (i === 0) firsts.add(hash[0]!)
        const known = steps.get(step) ?? -1
        if (i < count - 1) steps.set(step, known)
        else if (known < 0) steps.set(step, number)
      }
    }
  })
  return {
    kinds,
    begins: hash => firsts.has(hash),
    longest: (tokens, at) => {
      let step = 0
      let best: FoundPhrase | null = null
      for (let i = at; i < tokens.count; i++) {
        if (i > at && (tokens.gap[i]! & ~inside) !== 0) break
        step = together(step, tokens.hash[i]!)
        const kind = steps.get(step)
        if (kind === undefined) break
        if (kind >= 0) best = { end: i + 1, kind }
      }
      return best
    },
  }
}
