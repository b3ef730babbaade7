import { isOneSlip } from '../../study/index.js'
import { type Register, spellings } from '../entry.js'
import { foldedWords } from '../fold.js'
import { familyOf } from './families.js'

/** Shorter words differ by one letter all the time. */
const shortest = 5

/**
 * Per entry the others that have a word which differs by one letter: Jansen and Janssen, who are two people, or one who is misspelt.
 */
export function nearEntries(register: Register): readonly (readonly number[])[] {
  const owners = new Map<string, Set<number>>()
  register.forEach((entry, i) => {
    if (entry.match === 'keep' || familyOf(entry.type) === 'alike') return
    for (const word of wordsOf(spellings(entry))) owners.set(word, (owners.get(word) ?? new Set()).add(i))
  })
  const near = register.map(() => new Set<number>())
  for (const [a, b] of nearWords([...owners.keys()])) {
    for (const i of owners.get(a)!)
      for (const j of owners.get(b)!) {
        // Who also shares the word as it is, is no other for being written in two ways.
        if (i === j || isOne(register, i, j)) continue
        near[i]!.add(j)
        near[j]!.add(i)
      }
  }
  return near.map(one => [...one].sort((a, b) => a - b))
}

const isOne = (register: Register, i: number, j: number) =>
  (register[i]!.label !== '' && register[i]!.label === register[j]!.label) ||
  (register[i]!.respondent !== null && register[i]!.respondent === register[j]!.respondent)

/** The longer words of spellings, folded. */
export function wordsOf(all: readonly string[], least = shortest): ReadonlySet<string> {
  return new Set(all.flatMap(one => foldedWords(one, true)).filter(word => word.length >= least && /\p{L}/u.test(word)))
}

/** Pairs of words that differ by one slip. Words that do, share what is left of them when one letter is taken out of each. */
function* nearWords(words: readonly string[]): Generator<readonly [string, string]> {
  const lists = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const word of words) {
    for (const key of lessOne(word)) {
      const list = lists.get(key) ?? []
      for (const other of list) {
        const pair = `${other} ${word}`
        if (seen.has(pair) || !isOneSlip(other, word)) continue
        seen.add(pair)
        yield [other, word]
      }
      list.push(word)
      lists.set(key, list)
    }
  }
}

/** A word, and what is left of it without each of its letters. */
export function lessOne(word: string): ReadonlySet<string> {
  const keys = new Set([word])
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1))
  return keys
}
