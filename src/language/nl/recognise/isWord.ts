import { foldWord } from '../../wordPlaces.js'
import { flag } from './flags.js'
import { lexicon } from './lexicon.js'

/**
 * Whether a word is in the list of Dutch words. Inflected and compound words are not looked into: nearly every name can be taken for one.
 */
export function isWordNl(word: string): boolean {
  return (lexicon().words.flagsOf(foldWord(word)) & flag.frequency) !== 0
}
