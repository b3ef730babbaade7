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

/**
 * The runs of words that two texts share in order, without those that are shared by chance: in a passage that was written
 * anew "en" and "ja" stand again and are not the same "en" and "ja".
 *
 * A run is kept when it has eight words, or when of the 80 letters around it on either side (of four words: on one side)
 * at least as many stand as were replaced, or when no more than two words were changed between it and a run that is kept so.
 */
export function matchRuns(before: WordTokens, after: WordTokens): readonly Run[] {
  const runs = allRuns(before, after)
  const [left, right] = [standing(before, after, runs), standing(before, after, runs, true)]
  const kept = runs.map(({ length }, i) => length >= longRun || (left[i]! && right[i]!) || (length >= fairRun && (left[i]! || right[i]!)))
  const isNear = (i: number, j: number) => {
    const [one, other] = i < j ? [runs[i], runs[j]] : [runs[j], runs[i]]
    if (one === undefined || other === undefined || !kept[j]) return false
    return other.a - one.a - one.length <= 2 && other.b - one.b - one.length <= 2
  }
  return runs.filter((_, i) => kept[i] || isNear(i, i - 1) || isNear(i, i + 1))
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
