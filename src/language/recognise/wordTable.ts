import { wordHash } from './wordHash.js'

/** Words packed at build time: groups of one set of flags as flags, count and Rice parameter, and the bits of all in base64. */
export interface PackedWords {
  /** How many bits of a hash are kept. */
  readonly keyBits: number
  readonly groups: readonly (readonly [flags: number, count: number, rice: number])[]
  readonly bits: string
  /** Words that share a key with another, by their flags; the group of such keys has flags -1. */
  readonly exact: Readonly<Record<string, string>>
}

/** Flags of words, found by hash. With 24 bits a word that is not in it is taken for one once in some 150 times, with 26 in some 600. */
export interface WordTable {
  /** The flags of the word with this `wordHash`; 0 when it is not in the table. */
  readonly flags: (hash: number) => number
  /** The same for a folded word. */
  readonly flagsOf: (word: string) => number
}

/** Unpacks words into one open table: the keys, and beside each the number of its group. */
export function wordTable({ keyBits, groups, bits, exact: shared }: PackedWords): WordTable {
  const total = groups.reduce((sum, [, count]) => sum + count, 0)
  let slotBits = 10
  while (2 ** slotBits < total * 1.6) slotBits++
  const mask = 2 ** slotBits - 1
  const toKey = 32 - keyBits
  const toSlot = keyBits - slotBits
  const keys = new Int32Array(mask + 1)
  // 0 is a free slot.
  const slots = new Uint8Array(mask + 1)
  const flagsOfGroup = Int32Array.from([0, ...groups.map(([flags]) => flags)])
  const read = riceReader(bits)
  groups.forEach(([, count, rice], group) => {
    let key = -1
    for (let i = 0; i < count; i++) {
      key += read(rice) + 1
      let slot = toSlot >= 0 ? key >>> toSlot : key << -toSlot
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      keys[slot] = key
      slots[slot] = group + 1
    }
  })
  const exact = new Map(
    Object.entries(shared).flatMap(([flags, words]) => words.split(' ').map(word => [wordHash(word), Number(flags)] as const)),
  )
  const flags = (hash: number): number => {
    const key = hash >>> toKey
    let slot = toSlot >= 0 ? key >>> toSlot : key << -toSlot
    for (let group = slots[slot]!; group !== 0; group = slots[slot]!) {
      if (keys[slot] === key) {
        const found = flagsOfGroup[group]!
        return found >= 0 ? found : (exact.get(hash) ?? 0)
      }
      slot = (slot + 1) & mask
    }
    return 0
  }
  return { flags, flagsOf: word => flags(wordHash(word)) }
}

/** Reads Golomb-Rice codes one after another. */
function riceReader(base64: string): (parameter: number) => number {
  const binary = atob(base64)
  const size = binary.length
  const bytes = new Uint8Array(size + 8)
  for (let i = 0; i < size; i++) bytes[i] = binary.charCodeAt(i)
  // The next bits, the first one highest; `filled` of them.
  let window = 0
  let filled = 0
  let at = 0
  return parameter => {
    let quotient = 0
    for (;;) {
      while (filled <= 24) {
        window |= bytes[at++]! << (24 - filled)
        filled += 8
      }
      const ones = Math.clz32(~window)
      if (ones < filled) {
        quotient += ones
        window = ones === 31 ? 0 : window << (ones + 1)
        filled -= ones + 1
        break
      }
      quotient += filled
      window = 0
      filled = 0
    }
    while (filled <= 24) {
      window |= bytes[at++]! << (24 - filled)
      filled += 8
    }
    if (parameter === 0) return quotient
    const rest = window >>> (32 - parameter)
    window <<= parameter
    filled -= parameter
    return (quotient << parameter) | rest
  }
}
