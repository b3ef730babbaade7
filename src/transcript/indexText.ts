import { type FoldedText, foldText, hasLineHyphen, type LineHyphen } from './foldText.js'
import { indexRuns, type RunIndex } from './nearestPassage.js'

/** A text made ready for finding words in it many times. */
export interface IndexedText {
  readonly text: string
  /** The ways to fold this text that differ, the likeliest first. */
  readonly foldings: readonly LineHyphen[]
  /** The text folded; each way is worked out once, when first asked for. */
  folded(lineHyphen: LineHyphen): FoldedText
  /** Runs of words, for the nearest passage; worked out once, when first asked for. */
  runs(): RunIndex
}

/**
 * Makes a text ready for `findWords`, so that folding it is done once for many quotes.
 *
 * @param text the text of a transcript
 * @example
 * const indexed = indexText('Toen kwam de norm.')
 * findWords(indexed, 'de norm') //=> { kind: 'one', start: 10, end: 17, spans: [{ start: 10, end: 17 }] }
 */
export function indexText(text: string): IndexedText {
  const folds = new Map<LineHyphen, FoldedText>()
  let runs: RunIndex | null = null
  return {
    text,
    foldings: hasLineHyphen(text) ? ['join', 'hyphen', 'keep'] : ['join'],
    folded(lineHyphen) {
      const folded = folds.get(lineHyphen) ?? foldText(text, lineHyphen)
      folds.set(lineHyphen, folded)
      return folded
    },
    runs() {
      runs ??= indexRuns(text)
      return runs
    },
  }
}
