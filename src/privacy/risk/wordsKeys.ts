import { fold } from './claim.js'

// Fewer words are anybody's: "yes, that is so".
const fewest = 5

/** Folded words by which a quote is known again under another label: as a whole, and sentence by sentence. Too few words are none. */
export function wordsKeys(words: string): readonly string[] {
  const parts = [words, ...words.split(/[.!?…]+/u)].map(fold)
  return [...new Set(parts)].filter(part => part.split(' ').length >= fewest)
}
