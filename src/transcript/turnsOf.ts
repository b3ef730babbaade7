import type { Span, Turn } from '../study/model.js'
import { firstEndingAfter } from './turnAt.js'

/**
 * Lists the turns that have at least one character in a span.
 *
 * @param span in UTF-16 code units, end exclusive
 * @param turns the turns of the transcript, in order
 * @example
 * turnsOf({ start: 0, end: 3 }, [{ start: 3, end: 8, speaker: 'R', respondents: ['10'], asks: false, at: null }]) //=> []
 */
export function turnsOf(span: Span, turns: readonly Turn[]): readonly Turn[] {
  const found: Turn[] = []
  for (let i = firstEndingAfter(turns, span.start); i < turns.length && turns[i]!.start < span.end; i++) {
    // A mark without words is a turn of length 0: nothing of it is in any span.
    if (turns[i]!.end > turns[i]!.start) found.push(turns[i]!)
  }
  return found
}
