import type { Run } from './matchRuns.js'
import type { WordTokens } from './wordTokens.js'

/** Words of fragments in the text before, from and to: what an edit had better not break. */
export interface WordSpan {
  readonly from: number
  readonly to: number
}

/**
 * Moves edits that could as well stand elsewhere. Of "ja. ja." one "ja." less can be the first or the second, or the end of
 * the one and the begin of the other: it is taken where it breaks fewest fragments, else where lines and sentences begin.
 */
export function slideEdits(before: WordTokens, after: WordTokens, runs: readonly Run[], fragments: readonly WordSpan[]): readonly Run[] {
  const slid = [...runs]
  const broken = breaks(fragments)
  for (let i = 0; i + 1 < slid.length; i++) {
    const [left, right] = [slid[i]!, slid[i + 1]!]
    const [a, b] = [left.a + left.length, left.b + left.length]
    const isCut = right.b === b
    if (!isCut && right.a !== a) continue
    const words = isCut ? before : after
    const [from, to] = isCut ? [a, right.a] : [b, right.b]
    const cost = (shift: number) => (isCut ? broken.byCut(from + shift, to + shift) : broken.byPut(a + shift))
    const best = bestShift(words, from, to, [left.length, right.length], cost)
    if (best === 0) continue
    slid[i] = { ...left, length: left.length + best }
    slid[i + 1] = { a: right.a + best, b: right.b + best, length: right.length - best }
  }
  return slid.filter(run => run.length > 0)
}

function bestShift(
  words: WordTokens,
  from: number,
  to: number,
  [left, right]: readonly [number, number],
  cost: (shift: number) => number,
): number {
  const { ids } = words
  let lowest = 0
  let highest = 0
  while (-lowest < left && ids[from + lowest - 1] === ids[to + lowest - 1]) lowest--
  while (highest < right && ids[from + highest] === ids[to + highest]) highest++
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let shift = lowest; shift <= highest && lowest < highest; shift++) {
    const now = cost(shift) * 10 - beginsAt(words, from + shift)
    if (now > least || (now === least && Math.abs(shift) >= Math.abs(best))) continue
    least = now
    best = shift
  }
  return best
}

/** 2 for the first word of a line, 1 for the first of a sentence. */
function beginsAt({ text, starts, ends }: WordTokens, at: number): number {
  if (at === 0 || at >= starts.length) return 2
  const between = text.slice(ends[at - 1], starts[at])
  return between.includes('\n') ? 2 : /[.?!…]/u.test(between) ? 1 : 0
}

/** How many fragments a cut or an insertion breaks, told from their sorted begins and ends. */
function breaks(fragments: readonly WordSpan[]) {
  const starts = Int32Array.from(fragments, one => one.from).sort()
  const ends = Int32Array.from(fragments, one => one.to).sort()
  return {
    byCut: (from: number, to: number) => countBelow(starts, to) - countBelow(ends, from + 1),
    byPut: (at: number) => countBelow(starts, at) - countBelow(ends, at + 1),
  }
}

function countBelow(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
