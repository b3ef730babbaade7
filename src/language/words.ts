// Intl.Segmenter is superlinear on long texts and breaks "co-creatie" in two; this expression is linear and does not.
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/**
 * Cuts a text into words: letters and digits of any script, held together by single apostrophes and hyphens.
 *
 * @example
 * wordsIn('Eén co-creatie, z’n cliënten!')
 * //=> ['Eén', 'co-creatie', 'z’n', 'cliënten']
 */
export function wordsIn(text: string): readonly string[] {
  return text.match(word) ?? []
}
