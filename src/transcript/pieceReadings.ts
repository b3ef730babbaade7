import type { Span, Turn } from '../study/model.js'
import { turnAt } from './turnAt.js'

/** How far apart, in UTF-16 code units, two pieces of a quote may stand when they are not in one turn. */
const farthest = 2000

/**
 * Lists the ways in which the pieces of a quote can follow each other, at most so many.
 *
 * A piece begins behind the end of the one before it, in the same turn or within 2,000 characters.
 *
 * @param places per piece where it stands, in order of the text
 * @param turns the turns of the transcript, empty when not known
 * @param limit how many ways are listed at most
 */
export function pieceReadings(places: readonly (readonly Span[])[], turns: readonly Turn[], limit: number): readonly (readonly Span[])[] {
  const nexts = places.map((spans, i) => spans.map(span => reach(span, places[i + 1] ?? [], turns)))
  const possible = completions(places, nexts)
  const readings: Span[][] = []
  const extend = (piece: number, from: number, to: number, taken: readonly Span[]): void => {
    for (let k = from; k < to && readings.length < limit; k++) {
      if (!possible[piece]![k]) continue
      const now = [...taken, places[piece]![k]!]
      const next = nexts[piece]![k]!
      if (piece === places.length - 1) readings.push(now)
      else extend(piece + 1, next.from, next.to, now)
    }
  }
  if (places.length > 0) extend(0, 0, places[0]!.length, [])
  return readings
}

/** Which places of the next piece can follow a place: always a stretch of them. */
function reach(span: Span, next: readonly Span[], turns: readonly Turn[]): { from: number; to: number } {
  if (next.length === 0) return { from: 0, to: 0 }
  const turnEnd = turnAt(turns, span.end - 1)?.end ?? 0
  return { from: firstFrom(next, span.end), to: firstFrom(next, Math.max(span.end + farthest + 1, turnEnd)) }
}

/** Per piece and place whether the pieces behind it can follow. */
function completions(
  places: readonly (readonly Span[])[],
  nexts: readonly (readonly { from: number; to: number }[])[],
): readonly boolean[][] {
  const possible: boolean[][] = places.map(spans => spans.map(() => true))
  for (let piece = places.length - 2; piece >= 0; piece--) {
    // Sums, so that a stretch of thousands of places is asked in one step.
    const sums = [0]
    for (const can of possible[piece + 1]!) sums.push(sums.at(-1)! + (can ? 1 : 0))
    possible[piece] = nexts[piece]!.map(({ from, to }) => to > from && sums[to]! > sums[from]!)
  }
  return possible
}

function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
