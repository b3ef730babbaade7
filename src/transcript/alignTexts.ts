import type { Span, TextEdit } from '../study/model.js'
import { editsBetween } from './editsBetween.js'
import { matchRuns, type Run } from './matchRuns.js'
import { movedAhead, movedRuns } from './movedRuns.js'
import { pairSimilar } from './pairSimilar.js'
import { slideEdits, type WordSpan } from './slideEdits.js'
import { type WordTokens, wordTokens } from './wordTokens.js'

/** Which words of a text stand where in the text after an edit. */
export interface Alignment {
  readonly before: WordTokens
  readonly after: WordTokens
  /** Per word before: the same word after, or -1. Moved passages stand out of order. */
  readonly partner: Int32Array
  /** Per word before: the word it was corrected to (`tafle` to `tafel`), or -1. */
  readonly similar: Int32Array
  /** What changed in the text, in order. A passage that was moved is cut in one place and put in another. */
  readonly edits: readonly TextEdit[]
}

/**
 * Finds which words of a text stand in the text after it was edited, and where.
 *
 * @param fragments places in the text before that had better stay whole where an edit can be told in several ways
 */
export function alignTexts(textBefore: string, textAfter: string, fragments: readonly Span[] = []): Alignment {
  const [before, after] = wordTokens(textBefore, textAfter) as [WordTokens, WordTokens]
  const words = fragments.map(span => wordsAt(before, span)).filter(({ from, to }) => from < to)
  const ahead = movedAhead(before.ids, after.ids)
  const [left, right] = [
    without(
      before,
      ahead.map(run => ({ from: run.a, to: run.a + run.length })),
      -1,
    ),
    without(
      after,
      ahead.map(run => ({ from: run.b, to: run.b + run.length })),
      -1 - before.ids.length,
    ),
  ]
  const runs = slideEdits(left, right, matchRuns(left, right), words)
  const partner = new Int32Array(before.ids.length).fill(-1)
  pair(partner, runs)
  const similar = pairSimilar(left, right, runs)
  const isBeside = (i: number, j: number) => j >= 0 && (partner[i] === j || similar[i] === j)
  similar.forEach((j, i) => {
    if (j < 0 || before.ids[i] !== after.ids[j]) return
    // The same word in a passage that was written anew is the same one only next to another.
    if (isBeside(i - 1, j - 1) || isBeside(i + 1, j + 1)) partner[i] = j
  })
  partner.forEach((j, i) => {
    if (j >= 0 || (similar[i]! >= 0 && before.ids[i] === after.ids[similar[i]!])) similar[i] = -1
  })
  const edits = editsBetween(before, after, inOrder(partner, similar))
  const moved = movedRuns(before.ids, after.ids, inOrder(partner, similar), ahead)
  pair(partner, moved)
  for (const { a, length } of moved) similar.fill(-1, a, a + length)
  return { before, after, partner, similar, edits }
}

/** Words that are not to be matched in order: each becomes a number of its own. */
function without(words: WordTokens, taken: readonly WordSpan[], below: number): WordTokens {
  const ids = words.ids.slice()
  for (const { from, to } of taken) for (let at = from; at < to; at++) ids[at] = below - at
  return { ...words, ids }
}

/** The words that a span has a letter of. */
export function wordsAt({ starts, ends }: WordTokens, { start, end }: Span): WordSpan {
  const from = firstOver(ends, start)
  return { from, to: Math.max(from, firstOver(starts, end - 1)) }
}

/** The first place of a sorted list that is greater than a value. */
function firstOver(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

function pair(partner: Int32Array, runs: readonly Run[]): void {
  for (const { a, b, length } of runs) for (let i = 0; i < length; i++) partner[a + i] = b + i
}

const inOrder = (partner: Int32Array, similar: Int32Array) => partner.map((j, i) => (j >= 0 ? j : similar[i]!))
