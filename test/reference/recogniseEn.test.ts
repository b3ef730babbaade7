import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compromiseRecogniser } from '../../src/language/en/compromise.js'
import { en } from '../../src/language/en/index.js'
import { type MarkedInterview, readInterview } from './readInterview.js'
import { scoreMarks } from './scoreMarks.js'

const judged = (interviews: readonly MarkedInterview[], recognise = en.recognise) =>
  scoreMarks(interviews.map(({ text, gold }) => ({ text, gold, marks: recognise(text) })))

// The rules were written with these at hand: what they say is that nothing was lost.
const atHand = ['en-a1', 'en-a2', 'en-b1', 'en-b2', 'en-c1'].map(markedInterview)
// This one was scored once before anybody read it (core 71, direct 78, precision 84), and its kinds of error were worked on since.
const scoredOnce = [readInterview('en-c2')]

describe('English interviews', () => {
  test('whose names the rules were written with', () => {
    const scores = judged(atHand)
    expect(scores.direct).toBeGreaterThan(94)
    expect(scores.core).toBeGreaterThan(93)
    expect(scores.indirect).toBeGreaterThan(65)
    expect(scores.precision).toBeGreaterThan(96)
    expect(scores.sure).toBeGreaterThan(99)
    expect(scores.looks).toBeLessThan(5)
  })

  test('in Scots, from speech to text', () => {
    const scores = judged(scoredOnce)
    expect(scores.direct).toBeGreaterThan(78)
    expect(scores.core).toBeGreaterThan(71)
    expect(scores.precision).toBeGreaterThan(84)
  })

  test('hold more than compromise finds, at a better precision', () => {
    const ours = judged(atHand)
    const theirs = judged(atHand, compromiseRecogniser())
    expect(ours.core).toBeGreaterThan(theirs.core + 20)
    expect(ours.precision).toBeGreaterThan(theirs.precision)
  })
})

interface Case {
  readonly lang: string
  readonly text: string
  readonly entities: readonly { start: number; end: number; type: string; text: string }[]
  readonly scope?: readonly string[]
}

const file = join(import.meta.dirname, '../../../shared/deid/cases.jsonl')

// Cases of public test suites. They keep their own licences and are read from beside the repository, where they are there.
describe('public cases', () => {
  test.skipIf(!existsSync(file))(
    'English: three quarters masked at 93 % (skipped where shared/deid/cases.jsonl is not beside the repository)',
    () => {
      const cases = readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as Case)
        .filter(one => one.lang === 'en')
      const score = (recognise: typeof en.recognise) =>
        scoreMarks(
          cases.map(({ text, entities, scope }) => ({
            text,
            gold: entities.map(one => ({ ...one, who: null })),
            marks: recognise(text),
            scope,
          })),
        )
      const ours = score(en.recognise)
      expect(cases.length).toBeGreaterThan(200)
      expect(ours.core).toBeGreaterThan(85)
      expect(ours.precision).toBeGreaterThan(93)
      expect(score(compromiseRecogniser()).core).toBeLessThan(ours.core)
    },
  )
})
