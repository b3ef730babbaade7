import type { Run } from './matchRuns.js'
import { uniqueRuns } from './matchWords.js'

/** Fewer words in a row that stand elsewhere say nothing: they are there by chance. */
const fewest = 4

/** So many words in a row are the same passage also when they stand there twice. */
const many = 8

/**
 * Takes passages apart that were certainly moved, before the texts are compared in order: those with runs of four words
 * that stand once in both texts, but not in the order of the others. The heaviest choice of passages that goes on in both
 * texts stays.
 */
export function movedAhead(a: Int32Array, b: Int32Array): readonly Run[] {
  const rows = rowsOnce(a, b)
  const stay = heaviestInOrder(rows)
  return rows.filter(row => !stay.has(row))
}

/** Rows of words that stand in both texts, each from its first to its last run of four that stands once in both. */
function rowsOnce(a: Int32Array, b: Int32Array): readonly Run[] {
  const rows: Run[] = []
  let [from, shift, end] = [0, 0, -1]
  const close = () => end >= 0 && rows.push({ a: from, b: from + shift, length: end - from })
  for (const [x, y] of uniqueRuns(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, fewest)) {
    let gap = end
    while (y - x === shift && gap < x && a[gap] === b[gap + shift]) gap++
    if (end < 0 || y - x !== shift || gap < x) {
      close()
      from = Math.max(x, end)
      shift = y - x
    }
    end = x + fewest
  }
  close()
  return rows.filter(row => row.length > 0)
}

function heaviestInOrder(rows: readonly Run[]): ReadonlySet<Run> {
  const rank = new Map([...rows].sort((one, other) => one.b - other.b).map((row, i) => [row, i + 1]))
  // A tree of the heaviest chains that end at the first so many places of the second text (Fenwick 1994).
  const tree = new Array<Chain | null>(rows.length + 1).fill(null)
  let best: Chain | null = null
  for (const row of rows) {
    let before: Chain | null = null
    for (let at = rank.get(row)! - 1; at > 0; at -= at & -at) before = heavier(before, tree[at]!)
    const chain: Chain = { row, before, weight: row.length + (before?.weight ?? 0) }
    for (let at = rank.get(row)!; at < tree.length; at += at & -at) tree[at] = heavier(tree[at]!, chain)
    best = heavier(best, chain)
  }
  const stay = new Set<Run>()
  for (let chain = best; chain !== null; chain = chain.before) stay.add(chain.row)
  return stay
}

interface Chain {
  readonly row: Run
  readonly before: Chain | null
  readonly weight: number
}

const heavier = (one: Chain | null, other: Chain | null) => (one === null || (other !== null && other.weight > one.weight) ? other : one)

/**
 * Finds passages that were cut and pasted elsewhere (block moves, Heckel 1978), each as far as it goes: runs of four words
 * and more that were left over in both texts and stand once among what was left over, the longest first; then runs of
 * eight words and more that stand there several times, in order.
 *
 * @param partner per word of the text before the word of the text after, -1 when there is none
 */
export function movedRuns(a: Int32Array, b: Int32Array, partner: Int32Array, ahead: readonly Run[]): readonly Run[] {
  const matched = new Set<number>(partner)
  const left = a.map((id, i) => (partner[i]! >= 0 ? -1 - i : id))
  const right = b.map((id, j) => (matched.has(j) ? -1 - a.length - j : id))
  const moved: Run[] = []
  const take = (run: Run) => {
    if (run.length < fewest) return
    moved.push(run)
    // A word that is taken becomes a number of its own, which no other word has.
    for (let i = 0; i < run.length; i++) {
      left[run.a + i] = -1 - run.a - i
      right[run.b + i] = -1 - a.length - run.b - i
    }
  }
  for (const { a: x, b: y } of [...ahead].sort((one, other) => other.length - one.length)) take(grown(left, right, x, y))
  const seeds = uniqueRuns(left, right, { a0: 0, a1: left.length, b0: 0, b1: right.length }, fewest)
  for (const { a: x, b: y } of longestFirst(left, right, seeds)) take(grown(left, right, x, y))
  for (const [x, places] of repeated(left, right)) {
    const y = places.find(at => startsSame(left, right, x, at))
    if (y !== undefined) take(grown(left, right, x, y))
  }
  return moved
}

function longestFirst(a: Int32Array, b: Int32Array, seeds: readonly (readonly [number, number])[]): readonly Run[] {
  const seen = new Set<string>()
  const runs = seeds.flatMap(([x, y]) => {
    const run = grown(a, b, x, y)
    const key = `${run.a} ${run.b}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ a: x, b: y, length: run.length }]
  })
  return runs.sort((one, other) => other.length - one.length)
}

/** Runs of many words that stand in both, with every place where they stand in the second. */
function repeated(a: Int32Array, b: Int32Array): readonly (readonly [number, readonly number[]])[] {
  const places = new Map<string, number[]>()
  eachRun(b, (key, at) => {
    const there = places.get(key)
    if (there === undefined) places.set(key, [at])
    else if (there.length < 20) there.push(at)
  })
  const found: (readonly [number, readonly number[]])[] = []
  if (places.size > 0) eachRun(a, (key, at) => places.has(key) && found.push([at, places.get(key)!]))
  return found
}

function eachRun(words: Int32Array, tell: (key: string, at: number) => void): void {
  let length = 0
  for (let at = 0; at < words.length; at++) {
    length = words[at]! < 0 ? 0 : length + 1
    if (length >= many) tell(words.subarray(at - many + 1, at + 1).join(' '), at - many + 1)
  }
}

function startsSame(a: Int32Array, b: Int32Array, x: number, y: number): boolean {
  for (let i = 0; i < many; i++) if (a[x + i]! < 0 || a[x + i] !== b[y + i]) return false
  return true
}

/** The run around two places as far as it goes. Empty when they do not begin the same any more. */
function grown(a: Int32Array, b: Int32Array, x: number, y: number): Run {
  const same = (i: number, j: number) => i >= 0 && j >= 0 && i < a.length && j < b.length && a[i]! >= 0 && a[i] === b[j]
  let [from, to] = [0, 0]
  while (same(x + to, y + to)) to++
  while (to > 0 && same(x + from - 1, y + from - 1)) from--
  return { a: x + from, b: y + from, length: to - from }
}
