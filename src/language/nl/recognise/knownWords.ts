import { gap, shape, type Tokens } from '../../recognise/tokens.js'
import { interest, interestBits, interestOf } from './interest.js'
import type { Lexicon } from './lexicon.js'
import { kindOf, near } from './triggers.js'
import { wordForm } from './wordForm.js'

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
  /** The tokens that each kind of rule looks at, by the number of its bit. */
  readonly places: readonly (readonly number[])[]
}

/** What is known of every token. What the lists say of a word is looked up once for all places where it stands. */
export function knownWords(tokens: Tokens, lexicon: Lexicon): KnownWords {
  const { count, hash, shape: shapes, gap: gaps } = tokens
  const ids = new Int32Array(count)
  const word = new Int32Array(count)
  const nears = new Int32Array(count)
  const kinds = new Int32Array(count)
  const places: number[][] = Array.from({ length: interestBits }, () => [])
  const beside = gap.at | gap.hyphen
  let slots = new Int32Array(1024)
  let mask = slots.length - 1
  // Of each word: its hash, flags, classes beside names, kinds of noun, and rules. The first stands for none.
  let facts = new Int32Array(512 * width)
  let size = 1
  const learn = (i: number, at: number) => {
    const h = hash[i]!
    const close = near.of(h)
    const of = kindOf.of(h)
    let bits = shapes[i]! >= shape.digits ? 0 : lexicon.words.flags(h)
    if (bits === 0 && close === 0 && of === 0 && shapes[i]! < shape.digits) bits = wordForm(tokens, i, lexicon)
    facts[at] = h
    facts[at + 1] = bits
    facts[at + 2] = close
    facts[at + 3] = of
    facts[at + 4] = interestOf(tokens, i, lexicon, bits, close, of)
  }
  const grow = () => {
    const old = facts
    facts = new Int32Array(old.length * 2)
    facts.set(old)
    slots = new Int32Array(slots.length * 2)
    mask = slots.length - 1
    for (let id = 1; id < size; id++) {
      let slot = facts[id * width]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = id
    }
  }
  for (let i = 0; i < count; i++) {
    const h = hash[i]!
    let slot = h & mask
    let id = slots[slot]!
    while (id !== 0 && facts[id * width] !== h) {
      slot = (slot + 1) & mask
      id = slots[slot]!
    }
    if (id === 0) {
      id = size++
      slots[slot] = id
      learn(i, id * width)
      if ((size + 1) * width > facts.length) grow()
    }
    const at = id * width
    ids[i] = id
    word[i] = facts[at + 1]!
    nears[i] = facts[at + 2]!
    kinds[i] = facts[at + 3]!
    let rules = facts[at + 4]!
    const form = shapes[i]!
    if (form !== shape.lower) rules |= form >= shape.digits ? interest.number : interest.name
    const before = gaps[i]! & beside
    if (before !== 0) rules |= (before & gap.at) !== 0 ? interest.online : interest.hyphen
    while (rules !== 0) {
      places[31 - Math.clz32(rules & -rules)]!.push(i)
      rules &= rules - 1
    }
  }
  return { ids, word, near: nears, kindOf: kinds, places }
}
const width = 5
