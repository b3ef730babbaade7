import { diffWords, type Match, type Stretch, trim } from './diffWords.js'

/** How many words of a stretch without a common run are compared one by one; beyond it a stretch counts as rewritten. */
const smallStretch = 400
const mostLeftOver = 600

/** Runs of so many words that stand once in both texts are fixed first, the longest first. */
const runLengths = [4, 2, 1]

/**
 * Matches the words of two texts in order. Runs of words that stand once in both are fixed first (patience diff, B. Cohen
 * 2003, with runs for lines), what lies between is compared word by word (Myers 1986).
 */
export function matchWords(a: Int32Array, b: Int32Array, match: Match): void {
  const open: { readonly stretch: Stretch; readonly step: number }[] = [{ stretch: { a0: 0, a1: a.length, b0: 0, b1: b.length }, step: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const stretch = trim(a, b, next.stretch, match)
    const { a0, a1, b0, b1 } = stretch
    if (a0 === a1 || b0 === b1) continue
    if (a1 - a0 + b1 - b0 <= smallStretch || next.step === runLengths.length) {
      diffWords(a, b, stretch, mostLeftOver, match)
      continue
    }
    const anchors = inOrder(uniqueRuns(a, b, stretch, runLengths[next.step]!))
    // What an anchor hardly makes smaller is not searched for anchors of this length again.
    const stepFor = (size: number) => (anchors.length === 0 || size * 4 > (a1 - a0 + b1 - b0) * 3 ? next.step + 1 : next.step)
    let [i, j] = [a0, b0]
    for (const [x, y] of anchors) {
      if (x < i || y < j) continue
      open.push({ stretch: { a0: i, a1: x, b0: j, b1: y }, step: stepFor(x - i + y - j) })
      let length = 0
      while (x + length < a1 && y + length < b1 && a[x + length] === b[y + length]) match(x + length, y + length++)
      ;[i, j] = [x + length, y + length]
    }
    open.push({ stretch: { a0: i, a1, b0: j, b1 }, step: stepFor(a1 - i + b1 - j) })
  }
}

export type Pair = readonly [number, number]

/** Where runs of words begin that stand once in both stretches, in the order of the first. */
export function uniqueRuns(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Stretch, length: number): readonly Pair[] {
  const inA = runsOnce(a, a0, a1, length)
  const inB = runsOnce(b, b0, b1, length)
  const pairs: Pair[] = []
  for (const [key, x] of inA) {
    const y = inB.get(key)
    if (x >= 0 && y !== undefined && y >= 0) pairs.push([x, y])
  }
  return pairs.sort(([x], [y]) => x - y)
}

/** Per run where it stands, or -1 when it stands more than once. */
function runsOnce(words: Int32Array, from: number, to: number, length: number): Map<string | number, number> {
  const places = new Map<string | number, number>()
  for (let at = from; at + length <= to; at++) {
    const key = length === 1 ? words[at]! : words.subarray(at, at + length).join(' ')
    places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

/** The longest choice of pairs that goes on in both texts (longest increasing subsequence). */
function inOrder(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([, y], i) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < y) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = tails[low - 1]!
    tails[low] = i
  })
  const chosen: Pair[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.push(pairs[at]!)
  return chosen.reverse()
}
