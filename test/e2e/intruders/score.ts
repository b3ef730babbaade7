import { expect } from 'vitest'
import type { Person } from './inventedStudy.js'
import type { Guess } from './reading.js'

/** How often an intruder was right, and how often chance alone would be. */
export interface Score {
  readonly right: number
  readonly guesses: number
  /** The sum of the chances, one per guess, and of their variances. */
  readonly expected: number
  readonly variance: number
}

/**
 * Scores guesses.
 *
 * @param chanceOf one in so many: how many people may stand behind a label
 */
export function scoreOf(
  guesses: readonly Guess[],
  people: readonly Person[],
  labelOf: (person: Person) => string,
  oneIn: (label: string) => number,
): Score {
  const chances = guesses.map(({ label }) => 1 / oneIn(label))
  return {
    right: guesses.filter(({ label, person }) => people.some(one => one.name === person && labelOf(one) === label)).length,
    guesses: guesses.length,
    expected: chances.reduce((sum, one) => sum + one, 0),
    variance: chances.reduce((sum, one) => sum + one * (1 - one), 0),
  }
}

export function together(scores: readonly Score[]): Score {
  const sum = (pick: (score: Score) => number) => scores.reduce((all, one) => all + pick(one), 0)
  return {
    right: sum(one => one.right),
    guesses: sum(one => one.guesses),
    expected: sum(one => one.expected),
    variance: sum(one => one.variance),
  }
}

/** No better than chance: three standard deviations above it would come about once in a thousand seeds. */
export function expectChance(score: Score, what: string): void {
  expect(score.guesses, what).toBeGreaterThan(20)
  const most = score.expected + 3 * Math.sqrt(score.variance)
  expect(score.right, `${what}: ${score.right} of ${score.guesses} right, chance gives ${score.expected.toFixed(1)}`).toBeLessThanOrEqual(
    most,
  )
}

/** Clearly better than chance, and right more often than not. */
export function expectSuccess(score: Score, what: string): void {
  expect(score.right / score.guesses, `${what}: ${score.right} of ${score.guesses}`).toBeGreaterThan(0.6)
  expect(score.right, what).toBeGreaterThan(score.expected + 4 * Math.sqrt(score.variance))
}
