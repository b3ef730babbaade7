import type { Run } from './matchRuns.js'
import { uniqueRuns } from './matchWords.js'

/** Fewer words in a row that stand elsewhere say nothing: they are there by chance. */
const fewest = 4

/** So many words in a row are the same passage also when they stand there twice. */
const many = 8

/**
 * Finds passages that were cut and pasted elsewhere (block moves, Heckel 1978), each as far as it goes: runs of four words
 * and more that were left over in both texts and stand once among what was left over, the longest first; then runs of
 * eight words and more that stand there several times, in order.
 *
 * @param partner per word of the text before the word of the text after, -1 when there is none
 */
export function movedRuns(a: Int32Array, b: Int32Array, partner: Int32Array): readonly Run[] {
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
