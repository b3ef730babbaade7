import { shape, type Tokens } from '../../recognise/tokens.js'
import { interestOf } from './interest.js'
import type { Lexicon } from './lexicon.js'
import { kindOf, near } from './triggers.js'
import { wordForm } from './wordForm.js'

/** The columns of a row of `WordFacts.rows`; a word in lower case and with capitals may be taken for something else. */
export const fact = { hash: 0, near: 1, kindOf: 2, lower: 3, lowerRules: 4, other: 5, otherRules: 6 } as const
export const rowBits = 3

/**
 * What is known of the words met so far, whatever text they stood in: talk is made of few words, and what the lists, the endings and the rules
 * say of one never changes. A number per word, its place in `rows`; 0 stands for none. Two words of one hash are one word here, as in the lists.
 */
export interface WordFacts {
  /** Numbers of words by the low bits of their hash: an open table. */
  slots: Int32Array
  rows: Int32Array
  size: number
}

/** More words than a study has. Then all are forgotten, between two texts. */
const most = 1 << 16

export const noFacts = (): WordFacts => ({ slots: new Int32Array(1 << 12), rows: new Int32Array(1 << (11 + rowBits)), size: 1 })

/** Begins a text: forgets what is too much. */
export function trimFacts(facts: WordFacts): void {
  if (facts.size > most) Object.assign(facts, noFacts())
}

/** Learns the word at a token, which has no number yet, and gives its number. */
export function learnWord(facts: WordFacts, tokens: Tokens, at: number, lexicon: Lexicon): number {
  if (facts.size * 2 >= facts.slots.length) grow(facts)
  const { rows, size: id } = facts
  const hash = tokens.hash[at]!
  const row = id << rowBits
  const close = near.of(hash)
  const of = kindOf.of(hash)
  const listed = tokens.shape[at]! >= shape.digits ? 0 : lexicon.words.flags(hash)
  const isFormed = listed === 0 && close === 0 && of === 0 && tokens.shape[at]! < shape.digits
  const lower = isFormed ? wordForm(tokens, at, lexicon, true) : listed
  const other = isFormed ? wordForm(tokens, at, lexicon, false) : listed
  rows[row] = hash
  rows[row + fact.near] = close
  rows[row + fact.kindOf] = of
  rows[row + fact.lower] = lower
  rows[row + fact.lowerRules] = interestOf(tokens, at, lexicon, lower, close, of)
  rows[row + fact.other] = other
  rows[row + fact.otherRules] = lower === other ? rows[row + fact.lowerRules]! : interestOf(tokens, at, lexicon, other, close, of)
  facts.size++
  enter(facts, id)
  return id
}

function enter({ slots, rows }: WordFacts, id: number): void {
  const mask = slots.length - 1
  let slot = rows[id << rowBits]! & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = id
}

function grow(facts: WordFacts): void {
  const rows = new Int32Array(facts.rows.length * 2)
  rows.set(facts.rows)
  facts.rows = rows
  facts.slots = new Int32Array(facts.slots.length * 2)
  for (let id = 1; id < facts.size; id++) enter(facts, id)
}
