import { kind, unitFold, unitKind } from './letterTable.js'

/** The hash of no letters: what a word's hash starts with. */
export const hashStart = 0x811c9dc5 | 0

/** One folded letter more (FNV-1a). */
export function hashStep(hash: number, folded: number): number {
  const next = Math.imul(hash ^ (folded & 0xffff), 0x01000193)
  return folded >>> 16 === 0 ? next : Math.imul(next ^ (folded >>> 16), 0x01000193)
}

/** Spreads what the steps leave in the low bits (the end of MurmurHash3). */
export function hashEnd(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}

/**
 * The hash of a word: the same for every way to write it (case, diacritics, NFC or NFD, soft hyphens).
 *
 * @returns 32 bits as a signed integer
 */
export function wordHash(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    if (unitKind(unit) !== kind.silent) hash = hashStep(hash, unitFold(unit))
  }
  return hashEnd(hash)
}
