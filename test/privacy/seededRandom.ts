import type { Random } from '../../src/privacy/draw.js'

/** Bytes of a seed (xorshift): enough to look random to a count, and the same each time. */
export function seededRandom(seed: number): Random {
  let state = seed * 2 + 1
  return count =>
    Uint8Array.from({ length: count }, () => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 11) & 255
    })
}
