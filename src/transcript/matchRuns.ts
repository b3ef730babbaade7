import { matchWords } from './matchWords.js'
import type { WordTokens } from './wordTokens.js'

/** Words in a row that stand in both texts: from `a` in the text before and from `b` in the text after. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** How many letters to either side of a run tell whether the text around it stands too. */
const around = 80

/** A run so long is no coincidence. */
const longRun = 8
const fairRun = 4

/** A short run with more words than these changed on both sides of it stands alone. */
const nearby = 2

/**
 * The runs of words that two texts share in order, without those that are shared by chance: in a passage that was written
 * anew "en" and "ja" stand again and are not the same "en" and "ja".
 *
 * A run is kept when it has eight words, or when of the 80 letters around it on either side (of four words: on one side)
 * at least as many stand as were replaced. A run of fewer than four words must also stand between two others with no more
 * than two words changed to either side, or beside one with only words cut or only words put between them.
 */
export function matchRuns(before: WordTokens, after: WordTokens): readonly Run[] {
  const runs = allRuns(before, after)
  const [left, right] = [standing(before, after, runs), standing(before, after, runs, true)]
  const gap = (i: number) => gapBetween(runs[i - 1], runs[i], before.ids.length, after.ids.length)
  const isNear = (i: number) => Math.max(...gap(i)) <= nearby
  // Beside another run with nothing in its place, or between two with few words in theirs.
  const isHeld = (i: number, isLeft: boolean, isRight: boolean) =>
    (isLeft && isRight) || (isLeft && Math.min(...gap(i)) === 0) || (isRight && Math.min(...gap(i + 1)) === 0)
  const kept = runs.map(({ length }, i) => {
    if (length >= longRun) return true
    return length >= fairRun ? left[i]! || right[i]! : left[i]! && right[i]! && isHeld(i, isNear(i), isNear(i + 1))
  })
  return runs.filter((_, i) => kept[i] || isHeld(i, kept[i - 1] === true && isNear(i), kept[i + 1] === true && isNear(i + 1)))
}

/** How many words of either text stand between two runs, or before the first or after the last. */
function gapBetween(one: Run | undefined, other: Run | undefined, a: number, b: number): readonly [number, number] {
  const from = one === undefined ? { a: 0, b: 0 } : { a: one.a + one.length, b: one.b + one.length }
  return [(other?.a ?? a) - from.a, (other?.b ?? b) - from.b]
}

function allRuns(before: WordTokens, after: WordTokens): readonly Run[] {
  const partner = new Int32Array(before.ids.length).fill(-1)
  matchWords(before.ids, after.ids, (i, j) => {
    partner[i] = j
  })
  return runsOf(partner)
}

/** The runs in which words and their partners go on together; -1 is a word without one. */
export function runsOf(partner: Int32Array): readonly Run[] {
  const runs: Run[] = []
  for (let a = 0; a < partner.length; ) {
    let length = 1
    const b = partner[a]!
    while (b >= 0 && partner[a + length] === b + length) length++
    if (b >= 0) runs.push({ a, b, length })
    a += length
  }
  return runs
}

/** Per run whether on its left (or right) at least as many letters stand as were replaced. What was only cut or only put in raises no doubt. */
function standing(before: WordTokens, after: WordTokens, runs: readonly Run[], toRight = false): readonly boolean[] {
  return runs.map((_, i) => {
    let stood = 0
    let replaced = 0
    for (let j = i; stood + replaced < around; j += toRight ? 1 : -1) {
      const [one, other] = toRight ? [runs[j], runs[j + 1]] : [runs[j - 1], runs[j]]
      const from = one === undefined ? { a: 0, b: 0 } : { a: one.a + one.length, b: one.b + one.length }
      const to = other ?? { a: before.ids.length, b: after.ids.length }
      replaced += Math.min(before.letters[to.a]! - before.letters[from.a]!, after.letters[to.b]! - after.letters[from.b]!)
      const next = toRight ? other : one
      if (next === undefined) break
      stood += before.letters[next.a + next.length]! - before.letters[next.a]!
    }
    return stood >= replaced
  })
}
