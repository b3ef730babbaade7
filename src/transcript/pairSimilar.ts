import type { Run } from './matchRuns.js'
import type { WordTokens } from './wordTokens.js'

/** Longer passages without a common run were written anew, not corrected word by word. */
const longest = 40

/**
 * Pairs words that were corrected with what they were corrected to, in passages that were replaced between two runs: those
 * that share at least half of their letters at the begin and the end, as many letters as can be in order.
 *
 * @returns per word of the text before the word of the text after, or -1
 */
export function pairSimilar(before: WordTokens, after: WordTokens, runs: readonly Run[]): Int32Array {
  const similar = new Int32Array(before.ids.length).fill(-1)
  let [a, b] = [0, 0]
  for (const run of [...runs, { a: before.ids.length, b: after.ids.length, length: 0 }]) {
    const [n, m] = [run.a - a, run.b - b]
    if (n > 0 && m > 0 && n <= longest && m <= longest) pairIn(before, after, [a, n, b, m], similar)
    ;[a, b] = [run.a + run.length, run.b + run.length]
  }
  return similar
}

function pairIn(before: WordTokens, after: WordTokens, [a, n, b, m]: readonly [number, number, number, number], similar: Int32Array): void {
  const width = m + 1
  const best = new Int32Array((n + 1) * width)
  const shared = new Int32Array(n * m)
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      // A word of a passage that was moved is not there.
      const isThere = before.ids[a + i]! >= 0 && after.ids[b + j]! >= 0
      const letters = isThere ? sharedLetters(wordAt(before, a + i), wordAt(after, b + j)) : 0
      shared[i * m + j] = letters
      const together = letters === 0 ? 0 : letters + best[(i + 1) * width + j + 1]!
      best[i * width + j] = Math.max(together, best[(i + 1) * width + j]!, best[i * width + j + 1]!)
    }
  }
  // Less than half of a passage, and it was written anew: what words look alike do so by chance.
  const least = Math.min(before.letters[a + n]! - before.letters[a]!, after.letters[b + m]! - after.letters[b]!)
  if (Math.min(n, m) > 3 && best[0]! * 2 < least) return
  for (let i = 0, j = 0; i < n && j < m; ) {
    const letters = shared[i * m + j]!
    if (letters > 0 && best[i * width + j] === letters + best[(i + 1) * width + j + 1]!) similar[a + i++] = b + j++
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++
    else j++
  }
}

export function wordAt({ text, starts, ends }: WordTokens, at: number): string {
  return text.slice(starts[at], ends[at])
}

/** The letters two words share at their begin and end; 0 when these are less than half of the longer one. */
export function sharedLetters(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  const most = Math.min(a.length, b.length)
  let begin = 0
  while (begin < most && a[begin] === b[begin]) begin++
  let end = 0
  while (end < most - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const letters = begin + end
  return letters * 2 >= Math.max(a.length, b.length) ? letters : 0
}
