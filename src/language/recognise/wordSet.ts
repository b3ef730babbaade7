import { wordClasses } from './wordClasses.js'

/**
 * A set of words, asked by hash.
 *
 * @param words apart by spaces
 * @returns whether the word with this `wordHash` is one of them
 */
export function wordSet(words: string): (hash: number) => boolean {
  const { of } = wordClasses({ words })
  return hash => of(hash) !== 0
}
