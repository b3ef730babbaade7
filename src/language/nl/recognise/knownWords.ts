import { gap, shape, type Tokens } from '../../recognise/tokens.js'
import { interest, interestBits } from './interest.js'
import type { Lexicon } from './lexicon.js'
import { fact, learnWord, rowBits, trimFacts } from './wordFacts.js'

/** What is known of the tokens of a text, in columns. */
export interface KnownWords {
  /** The same number for every token that is the same word, from 1 on. */
  readonly ids: Int32Array
  /** One past the highest number. */
  readonly idCount: number
  /** Bits of `flag`. */
  readonly word: Int32Array
  /** Bits of `near`. */
  readonly near: Int32Array
  /** Bits of `kindOf`. */
  readonly kindOf: Int32Array
  /** The tokens that each kind of rule looks at, by the number of its bit. */
  readonly places: readonly (readonly number[])[]
}

/** What is known of every token. What the lists say of a word is looked up the first time it is met. */
export function knownWords(tokens: Tokens, lexicon: Lexicon): KnownWords {
  const { count, hash, shape: shapes, gap: gaps } = tokens
  const { facts } = lexicon
  trimFacts(facts)
  const ids = new Int32Array(count)
  const word = new Int32Array(count)
  const nears = new Int32Array(count)
  const kinds = new Int32Array(count)
  const places: number[][] = Array.from({ length: interestBits }, () => [])
  const beside = gap.at | gap.hyphen
  let { slots, rows } = facts
  let mask = slots.length - 1
  for (let i = 0; i < count; i++) {
    const h = hash[i]!
    let slot = h & mask
    let id = slots[slot]!
    while (id !== 0 && rows[id << rowBits] !== h) {
      slot = (slot + 1) & mask
      id = slots[slot]!
    }
    if (id === 0) {
      id = learnWord(facts, tokens, i, lexicon)
      if (facts.slots !== slots) {
        slots = facts.slots
        rows = facts.rows
        mask = slots.length - 1
      }
    }
    const row = id << rowBits
    const form = shapes[i]!
    ids[i] = id
    nears[i] = rows[row + fact.near]!
    kinds[i] = rows[row + fact.kindOf]!
    let rules: number
    if (form === shape.lower) {
      word[i] = rows[row + fact.lower]!
      rules = rows[row + fact.lowerRules]!
    } else {
      word[i] = rows[row + fact.other]!
      rules = rows[row + fact.otherRules]! | (form >= shape.digits ? interest.number : interest.name)
    }
    const before = gaps[i]! & beside
    if (before !== 0) rules |= (before & gap.at) !== 0 ? interest.online : interest.hyphen
    while (rules !== 0) {
      places[31 - Math.clz32(rules & -rules)]!.push(i)
      rules &= rules - 1
    }
  }
  return { ids, idCount: facts.size, word, near: nears, kindOf: kinds, places }
}
