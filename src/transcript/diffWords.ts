/** A stretch of two sequences: from and to in the one, from and to in the other. */
export interface Stretch {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Told that `a` at i is `b` at j. */
export type Match = (i: number, j: number) => void

/**
 * Matches two sequences so that fewest elements are left over: the linear-space algorithm of Myers (1986, "An O(ND)
 * difference algorithm and its variations", section 4b).
 *
 * @param most how many elements may be left over before the search is given up
 * @returns false when it was given up: then nothing more is matched than what stands at both ends
 */
export function diffWords(a: Int32Array, b: Int32Array, whole: Stretch, most: number, match: Match): boolean {
  const size = 2 * Math.min(whole.a1 - whole.a0 + whole.b1 - whole.b0, most + 2) + 4
  const search = { a, b, most, forward: new Int32Array(size), backward: new Int32Array(size) }
  const open = [trim(a, b, whole, match)]
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const { a0, a1, b0, b1 } = stretch
    if (a0 === a1 || b0 === b1) continue
    const middle = middleOf(search, stretch)
    if (middle === null) return false
    for (let i = 0; i < middle.length; i++) match(middle.x + i, middle.y + i)
    open.push(trim(a, b, { a0, a1: middle.x, b0, b1: middle.y }, match))
    open.push(trim(a, b, { a0: middle.x + middle.length, a1, b0: middle.y + middle.length, b1 }, match))
  }
  return true
}

/** Matches what two stretches have in common at their begin and at their end. */
export function trim(a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Stretch, match: Match): Stretch {
  let [from, until, other, rest] = [a0, a1, b0, b1]
  while (from < until && other < rest && a[from] === b[other]) match(from++, other++)
  while (from < until && other < rest && a[until - 1] === b[rest - 1]) match(--until, --rest)
  return { a0: from, a1: until, b0: other, b1: rest }
}

interface Search {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly most: number
  readonly forward: Int32Array
  readonly backward: Int32Array
}

interface Snake {
  readonly x: number
  readonly y: number
  readonly length: number
}

/** Farther out of the two sequences than any step leads back from. */
const nowhere = -(2 ** 29)

/** The snake in the middle of a shortest edit script: searched from both ends until the two meet. */
function middleOf({ a, b, most, forward, backward }: Search, { a0, a1, b0, b1 }: Stretch): Snake | null {
  const [n, m] = [a1 - a0, b1 - b0]
  const delta = n - m
  const isOdd = (delta & 1) !== 0
  const half = Math.min((n + m + 1) >> 1, most >> 1)
  const zero = half + 1
  forward[zero + 1] = 0
  backward[zero + 1] = 0
  for (let d = 0; d <= half; d++) {
    for (let k = -d; k <= d; k += 2) {
      const from = step(forward, zero + k, k, d, n, m)
      let x = from
      while (x >= 0 && x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++
      forward[zero + k] = x
      const opposite = delta - k
      if (isOdd && Math.abs(opposite) < d && x + backward[zero + opposite]! >= n)
        return { x: a0 + from, y: b0 + from - k, length: x - from }
    }
    for (let k = -d; k <= d; k += 2) {
      const from = step(backward, zero + k, k, d, n, m)
      let x = from
      while (x >= 0 && x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++
      backward[zero + k] = x
      const opposite = delta - k
      if (!isOdd && Math.abs(opposite) <= d && x + forward[zero + opposite]! >= n) return { x: a1 - x, y: b1 - x + k, length: x - from }
    }
  }
  return null
}

/** Where one more element left over leads to on a diagonal. */
function step(reached: Int32Array, at: number, k: number, d: number, n: number, m: number): number {
  const x = k === -d ? reached[at + 1]! : k === d ? reached[at - 1]! + 1 : Math.max(reached[at - 1]! + 1, reached[at + 1]!)
  return x < 0 || x > n || x - k > m ? nowhere : x
}
