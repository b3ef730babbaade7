import { wordHash } from './wordHash.js'

/** Classes of words, found by hash: a bit per class. At most 31 classes. */
export interface WordClasses<Name extends string> {
  readonly bit: Readonly<Record<Name, number>>
  /** The classes of the word with this `wordHash`, as bits. */
  readonly of: (hash: number) => number
}

/**
 * Makes classes of words.
 *
 * @param lists words apart by spaces, by name of the class; a word may stand in several
 */
export function wordClasses<Name extends string>(lists: Readonly<Record<Name, string>>): WordClasses<Name> {
  const names = Object.keys(lists) as Name[]
  if (names.length > 31) throw new Error('Too many classes of words for one set of bits.')
  const bits = new Map<number, number>()
  const bit = {} as Record<Name, number>
  names.forEach((name, i) => {
    bit[name] = 1 << i
    for (const word of lists[name].split(/\s+/u)) {
      if (word === '') continue
      const hash = wordHash(word)
      bits.set(hash, (bits.get(hash) ?? 0) | (1 << i))
    }
  })
  let room = 64
  while (room < bits.size * 3) room *= 2
  const mask = room - 1
  const keys = new Int32Array(room)
  const values = new Int32Array(room)
  for (const [hash, value] of bits) {
    let slot = hash & mask
    while (values[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = hash
    values[slot] = value
  }
  return {
    bit,
    of: hash => {
      for (let slot = hash & mask; values[slot] !== 0; slot = (slot + 1) & mask) if (keys[slot] === hash) return values[slot]!
      return 0
    },
  }
}
