import { foldText } from './foldText.js'

/** The words of a text as numbers, with their places in the text. */
export interface WordTokens {
  readonly text: string
  readonly ids: Int32Array
  /** UTF-16 code units of `text`, end exclusive. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Per word the letters of all words before it; one more at the end. */
  readonly letters: Int32Array
}

// A word with its apostrophes, or a sign that is said as one: an emoji, a currency. Punctuation and white space are no words.
const token = /[\p{L}\p{N}\p{M}_]+(?:'[\p{L}\p{N}\p{M}_]+)*|\p{S}/gu

/**
 * Cuts texts into words that are the same number when they are the same word, however quotation marks, dashes, hyphens at
 * line ends and accents are typed. Capitals differ.
 */
export function wordTokens(...texts: readonly string[]): readonly WordTokens[] {
  const known = new Map<string, number>()
  return texts.map(text => {
    const folded = foldText(text)
    const found = Array.from(folded.text.matchAll(token), match => [match[0], match.index] as const)
    const ids = new Int32Array(found.length)
    const [starts, ends] = [new Int32Array(found.length), new Int32Array(found.length)]
    const letters = new Int32Array(found.length + 1)
    found.forEach(([word, at], i) => {
      const id = known.get(word) ?? known.size
      known.set(word, id)
      ids[i] = id
      starts[i] = folded.starts[at]!
      ends[i] = folded.ends[at + word.length - 1]!
      letters[i + 1] = letters[i]! + word.length
    })
    return { text, ids, starts, ends, letters }
  })
}
