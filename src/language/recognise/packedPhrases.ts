import { tokenize } from './tokenize.js'
import { gap, type Tokens } from './tokens.js'
import { hashEnd } from './wordHash.js'
import { type PackedWords, wordTable } from './wordTable.js'

/** A name of a packed list found in a text: one past its last token, and the number of its kind. */
export interface FoundName {
  readonly end: number
  readonly kind: number
}

/** Names of one or more words packed to a few bits each, their first words with them. The longest that begins at a token is found. */
export interface PackedPhrases {
  /** Whether a name begins with the word of this hash. */
  readonly begins: (hash: number) => boolean
  readonly longest: (tokens: Tokens, at: number) => FoundName | null
}

const inside = gap.space | gap.line | gap.hyphen | gap.apostrophe | gap.dot | gap.stop | gap.and | gap.slash
const step = (before: number, hash: number) => hashEnd((Math.imul(before, 31) + 0x9e3779b9) ^ hash)
const begins = 1

/** The hashes of the first word of a name, of its first two words, and so on to the whole. */
export function phraseSteps(name: string): number[] {
  const { count, hash } = tokenize(name)
  const steps: number[] = []
  let all = 0
  for (let i = 0; i < count; i++) {
    all = step(all, hash[i]!)
    steps.push(all)
  }
  return steps
}

/** The flags under which the steps of a name are packed: 1 when more words follow, and its kind (from 0) above it. */
export const phraseFlag = { begins, kind: (number: number) => (number + 1) << 1 } as const

/**
 * Makes a table of packed names.
 *
 * @param packed the steps of all names, with the flags of `phraseFlag`
 */
export function packedPhrases(packed: PackedWords): PackedPhrases {
  const { flags } = wordTable(packed)
  return {
    begins: hash => flags(step(0, hash)) !== 0,
    longest: (tokens, at) => {
      let all = 0
      let best: FoundName | null = null
      for (let i = at; i < tokens.count; i++) {
        if (i > at && (tokens.gap[i]! & ~inside) !== 0) break
        all = step(all, tokens.hash[i]!)
        const found = flags(all)
        if (found > 1) best = { end: i + 1, kind: (found >> 1) - 1 }
        if ((found & begins) === 0) break
      }
      return best
    },
  }
}
