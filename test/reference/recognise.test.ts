import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nl } from '../../src/language/nl/index.js'
import { recognise } from '../../src/privacy/index.js'
import { type MarkedText, readInterview, readInterviews } from './readInterview.js'
import { figures, percent, scoreMarks } from './scoreMarks.js'

const here = dirname(fileURLToPath(import.meta.url))
const find = (text: string) => recognise(text, { language: nl })

describe('the reader of marked interviews', () => {
  it('takes marks out and counts places in what is left', () => {
    const { text, entities } = readInterview('a', 'Ik ben {{PERSON|Ann|ann}}, {{AGE|58}}.')
    expect(text).toBe('Ik ben Ann, 58.')
    expect(entities.map(({ start, end, who }) => [text.slice(start, end), who])).toEqual([
      ['Ann', 'ann'],
      ['58', null],
    ])
  })

  it('refuses a mark it cannot read', () => {
    expect(() => readInterview('a', 'Ik ben {{PERSON|Ann')).toThrow('a mark that cannot be read')
  })
})

describe('the score', () => {
  const text = readInterview('a', 'Ik ben {{PERSON|Ann Bos|ann}} uit {{LOCATION|Ede}}, en {{PERSON|Ann|ann}} blijft.')
  const at = (words: string, certainty: 'sure' | 'likely' | 'look' = 'sure') => {
    const start = text.text.indexOf(words)
    return { start, end: start + words.length, type: 'PERSON', text: words, certainty } as const
  }

  it('counts a name as hidden only when all of it is', () => {
    const { core, whole, characters } = scoreMarks([text], () => [at('Ann'), at('Ede')])
    expect([core, whole, characters]).toEqual([
      [1, 3],
      [0, 1],
      [6, 6],
    ])
  })

  it('holds marks beside every name against it, but not those to look at', () => {
    expect(scoreMarks([text], () => [at('blijft')]).marks).toEqual([0, 1])
    expect(scoreMarks([text], () => [at('blijft', 'look')]).marks).toEqual([0, 0])
  })
})

/** What must hold, a little under what is measured; the aims are in the documentation. */
const bounds: Readonly<
  Record<string, { direct: number; core: number; indirect: number; marks: number; sure: number; characters: number }>
> = {
  interviews: { direct: 99, core: 98.5, indirect: 95, marks: 98.8, sure: 99.5, characters: 97 },
  // Written to be hard: bodies and projects are called by ordinary words.
  later: { direct: 95.5, core: 92.5, indirect: 80, marks: 97.5, sure: 99, characters: 95 },
  // Nobody who writes rules reads these: they say what the rules do to text they were not written for.
  sealed: { direct: 94, core: 92, indirect: 74, marks: 95.5, sure: 98, characters: 94 },
}

/**
 * Interviews written for this project by people who did not know the rules; `nl-d` were held against the rules before anyone looked into
 * them. Others of the same form may be put into a folder beside it.
 */
const sets = Object.keys(bounds).filter(folder => existsSync(join(here, folder)))

describe.each(sets)('Dutch %s', folder => {
  const interviews = readInterviews(join(here, folder), 'nl')
  const score = scoreMarks(interviews, find)
  const bound = bounds[folder]!
  if (folder === 'interviews') for (const one of interviews) console.log(one.name, figures(scoreMarks([one], find)))
  console.log(folder, figures(score))

  it('hides what identifies', () => {
    expect(percent(score.direct)).toBeGreaterThanOrEqual(bound.direct)
    expect(percent(score.core)).toBeGreaterThanOrEqual(bound.core)
    expect(percent(score.indirect)).toBeGreaterThanOrEqual(bound.indirect)
  })

  it('leaves the rest', () => {
    expect(percent(score.marks)).toBeGreaterThanOrEqual(bound.marks)
    expect(percent(score.sure)).toBeGreaterThanOrEqual(bound.sure)
    expect(percent(score.characters)).toBeGreaterThanOrEqual(bound.characters)
  })
})

/** Cases of other tools' tests; they are read where they lie, and are no part of this repository. */
const cases = join(here, '../../../shared/deid/cases.jsonl')
const generated = join(here, '../../../shared/deid/perf-nl.jsonl')
const readCases = (file: string): readonly MarkedText[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as MarkedText & { readonly lang: string })
    .filter(one => one.lang === 'nl')

describe.skipIf(!existsSync(generated))('a generated interview of 1 MB (skipped where it is not there)', () => {
  it('is hidden whole', () => {
    const score = scoreMarks(readCases(generated), find)
    expect(percent(score.core)).toBeGreaterThanOrEqual(99.5)
    expect(percent(score.marks)).toBeGreaterThanOrEqual(99.5)
  })
})

describe.skipIf(!existsSync(cases))('cases of public test suites (skipped where they are not there)', () => {
  it('are hidden as far as the figures of the documentation say', () => {
    const score = scoreMarks(readCases(cases), find)
    console.log('cases', figures(score))
    expect(percent(score.core)).toBeGreaterThanOrEqual(96)
    expect(percent(score.direct)).toBeGreaterThanOrEqual(98)
    expect(percent(score.marks)).toBeGreaterThanOrEqual(99)
  })
})
