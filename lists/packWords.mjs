// Packs words with flags: hashes of 24 bits, those of one set of flags together, sorted, as Golomb-Rice codes of their differences.
// A word takes 9 to 13 bits that way. The words themselves are not in the result, and cannot be read from it.

const keyBits = 24

/**
 * @param words flags by folded word
 * @param wordHash as in src/language/recognise/wordHash.ts
 * @returns groups as [flags, count, rice parameter] and all bits in base64
 */
export function packWords(words, wordHash) {
  const groups = new Map()
  const taken = new Map()
  // The most frequent and the most named first: where two words share a key, the later one is left out.
  for (const [word, flags] of words) {
    const key = wordHash(word) >>> (32 - keyBits)
    if (taken.has(key)) continue
    taken.set(key, word)
    const group = groups.get(flags) ?? []
    group.push(key)
    groups.set(flags, group)
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
  return { groups: heads, bits: bits.base64() }
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
