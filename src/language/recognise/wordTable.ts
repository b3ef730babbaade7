import { wordHash } from './wordHash.js'

/** Words packed at build time: groups of one set of flags as flags, count and Rice parameter, and the bits of all in base64. */
export interface PackedWords {
  readonly groups: readonly (readonly [flags: number, count: number, rice: number])[]
  readonly bits: string
  /** Words that share a key with another, by their flags; the group of such keys has flags -1. */
  readonly exact: Readonly<Record<string, string>>
}

/** Flags of words, found by hash. A word that is not in the table is taken for one in it once in some 150 times. */
export interface WordTable {
  /** The flags of the word with this `wordHash`; 0 when it is not in the table. */
  readonly flags: (hash: number) => number
  /** The same for a folded word. */
  readonly flagsOf: (word: string) => number
}

const keyBits = 24

/** Unpacks words into one open table: a slot holds the key above and the number of its group below. */
export function wordTable(packed: PackedWords): WordTable {
  const total = packed.groups.reduce((sum, [, count]) => sum + count, 0)
  let slotBits = 10
  while (2 ** slotBits < total * 1.6) slotBits++
  const shift = 32 - slotBits
  const mask = 2 ** slotBits - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  const flagsOfGroup = Int32Array.from(packed.groups, ([flags]) => flags)
  const read = riceReader(packed.bits)
  packed.groups.forEach(([, count, rice], group) => {
    let key = -1
    for (let i = 0; i < count; i++) {
      key += read(rice) + 1
      let slot = (key << (32 - keyBits)) >>> shift
      while (slots[slot] !== -1) slot = (slot + 1) & mask
      slots[slot] = (key << 7) | group
    }
  })
  const exact = new Map(
    Object.entries(packed.exact).flatMap(([flags, words]) => words.split(' ').map(word => [wordHash(word), Number(flags)] as const)),
  )
  const flags = (hash: number): number => {
    const key = hash >>> (32 - keyBits)
    let slot = hash >>> shift
    for (let found = slots[slot]!; found !== -1; found = slots[slot]!) {
      if (found >>> 7 === key) {
        const bits = flagsOfGroup[found & 127]!
        return bits >= 0 ? bits : (exact.get(hash) ?? 0)
      }
      slot = (slot + 1) & mask
    }
    return 0
  }
  return { flags, flagsOf: word => flags(wordHash(word)) }
}

/** Reads Golomb-Rice codes one after another. */
function riceReader(base64: string): (parameter: number) => number {
  const bytes = atob(base64)
  let at = 0
  let window = 0
  let filled = 0
  const fill = () => {
    window = (window << 8) | bytes.charCodeAt(at++)
    filled += 8
  }
  return parameter => {
    let quotient = 0
    for (;;) {
      if (filled === 0) fill()
      filled--
      if (((window >>> filled) & 1) === 0) break
      quotient++
    }
    let rest = 0
    for (let left = parameter; left > 0; ) {
      if (filled === 0) fill()
      const take = Math.min(left, filled)
      filled -= take
      left -= take
      rest = (rest << take) | ((window >>> filled) & ((1 << take) - 1))
    }
    return quotient * 2 ** parameter + rest
  }
}
