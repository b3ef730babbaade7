// Packs words with flags: hashes of 24 bits or more, those of one set of flags together, sorted, as Golomb-Rice codes of their differences.
// A word takes 9 to 15 bits that way. The words themselves are not in the result, and cannot be read from it.

/** The flags of a key that several words share. */
const shared = -1

/**
 * @param words flags by folded word
 * @param wordHash as in src/language/recognise/wordHash.ts
 * @param keyBits bits of a hash that are kept; each one more halves how often an unknown word is taken for a listed one
 * @returns groups as [flags, count, rice parameter] and all bits in base64
 */
export function packWords(words, wordHash, keyBits = 24) {
  const byKey = new Map()
  for (const word of words.keys()) {
    const key = wordHash(word) >>> (32 - keyBits)
    add(byKey, key, word)
  }
  const groups = new Map()
  // Words that share a key stand in full beside the table.
  const exact = new Map()
  for (const [key, sharing] of byKey) {
    const flags = sharing.length === 1 ? words.get(sharing[0]) : shared
    add(groups, flags, key)
    if (sharing.length > 1) for (const word of sharing) add(exact, words.get(word), word)
  }
  const bits = new BitWriter()
  const heads = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([flags, keys]) => {
      keys.sort((a, b) => a - b)
      const rice = Math.max(0, Math.round(Math.log2((Math.LN2 * 2 ** keyBits) / keys.length)))
      let before = -1
      for (const key of keys) {
        bits.rice(key - before - 1, rice)
        before = key
      }
      return [flags, keys.length, rice]
    })
  if (heads.length > 128) throw new Error(`${heads.length} sets of flags: a table holds 128.`)
  return {
    keyBits,
    groups: heads,
    bits: bits.base64(),
    exact: Object.fromEntries([...exact].sort(([a], [b]) => a - b).map(([flags, list]) => [flags, list.sort().join(' ')])),
  }
}

/** Adds to the list of a key. Lists of one set of flags hold tens of thousands: a copy per word took minutes. */
function add(lists, key, one) {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [one])
  else list.push(one)
}

class BitWriter {
  bytes = []
  current = 0
  filled = 0
  bit(one) {
    this.current = (this.current << 1) | one
    if (++this.filled < 8) return
    this.bytes.push(this.current)
    this.current = 0
    this.filled = 0
  }
  rice(value, parameter) {
    for (let quotient = Math.floor(value / 2 ** parameter); quotient > 0; quotient--) this.bit(1)
    this.bit(0)
    for (let at = parameter - 1; at >= 0; at--) this.bit(Math.floor(value / 2 ** at) & 1)
  }
  base64() {
    while (this.filled > 0) this.bit(0)
    return Buffer.from(this.bytes).toString('base64')
  }
}
