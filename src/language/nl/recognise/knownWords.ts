import type { Columns } from '../../recognise/columns.js'
import { gap, shape, type Tokens } from '../../recognise/tokens.js'
import { interest } from './interest.js'
import type { Lexicon } from './lexicon.js'
import { fact, learnWord, rowBits, trimFacts } from './wordFacts.js'

/** What is known of the tokens of a text, in columns. */
export interface KnownWords {
  /** The same number for every token that is the same word, from 1 on. */
  readonly ids: Int32Array
  /** Bits of `flag`. */
  readonly word: Int32Array
  /** Bits of `near`. */
  readonly near: Int32Array
  /** Bits of `kindOf`. */
  readonly kindOf: Int32Array
  /** Which rules look at each token: bits of `interest`. */
  readonly rules: Int32Array
}

/** The tokens that each kind of rule looks at, in order: sorted by counting, which is cheaper than a growing list for each. */
export function wokenBy(rules: Int32Array, columns: Columns): (interest: number) => Int32Array {
  const from = columns.int32(33)
  for (let i = 0; i < rules.length; i++) for (let left = rules[i]!; left !== 0; left &= left - 1) from[lowestBit(left) + 1]!++
  for (let bit = 0; bit < 32; bit++) from[bit + 1]! += from[bit]!
  const next = columns.int32(33)
  next.set(from)
  const places = columns.int32(from[32]!)
  for (let i = 0; i < rules.length; i++) for (let left = rules[i]!; left !== 0; left &= left - 1) places[next[lowestBit(left)]!++] = i
  return interest => {
    const bit = lowestBit(interest)
    return from[bit] === next[bit] ? nowhere : places.subarray(from[bit]!, next[bit]!)
  }
}
const nowhere = new Int32Array(0)
const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits)

/** What is known of every token. What the lists say of a word is looked up the first time it is met. */
export function knownWords(tokens: Tokens, lexicon: Lexicon): KnownWords {
  const { count, hash, shape: shapes, gap: gaps, columns } = tokens
  const { facts } = lexicon
  trimFacts(facts)
  const ids = columns.int32(count)
  const word = columns.int32(count)
  const nears = columns.int32(count)
  const kinds = columns.int32(count)
  const rules = columns.int32(count)
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
    if (form === shape.lower) {
      word[i] = rows[row + fact.lower]!
      rules[i] = rows[row + fact.lowerRules]!
    } else {
      word[i] = rows[row + fact.other]!
      rules[i] = rows[row + fact.otherRules]! | (form >= shape.digits ? interest.number : interest.name)
    }
    const before = gaps[i]! & beside
    if (before !== 0) rules[i]! |= (before & gap.at) !== 0 ? interest.online : interest.hyphen
  }
  return { ids, word, near: nears, kindOf: kinds, rules }
}
