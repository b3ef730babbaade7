import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Study, Theory } from '../../src/study/index.js'
import { compareTheories, demiRegularities, findNearby, followRipples, negativeCases, readingList } from '../../src/theory/index.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const words = 'Norms came, old ties, we trust, we hurry, one plan, care is better.'
const talks = ['1', '2', '3'].map(id =>
  transcript(
    `i${id}`,
    [
      [id, words],
      ['I', 'And?'],
      [id, 'Later we hurry, and costs rose.'],
    ],
    { cases: [id === '3' ? 'south' : 'north'] },
  ),
)
const at = (i: number, on: string, name: string, facts: Parameters<typeof coding>[3]) => coding(talks[i]!, on, name, facts)
const made = study({
  transcripts: talks,
  cases: ['north', 'south'].map(id => ({ id, name: id, extra: {} })),
  respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse')),
  codes: ['norms', 'ties', 'trust', 'haste', 'plan', 'care', 'costs'].map(id => code(id)),
  codings: [
    at(0, 'Norms came', 'norms', { role: 'context', account: 'x' }),
    at(0, 'we trust', 'trust', { account: 'x' }),
    at(0, 'one plan', 'plan', { role: 'outcome', account: 'x' }),
    at(1, 'Norms came', 'norms', { role: 'context', account: 'y' }),
    at(1, 'we hurry', 'haste', { account: 'y' }),
    at(1, 'one plan', 'plan', { role: 'outcome', account: 'y' }),
    at(2, 'old ties', 'ties', { role: 'context', account: 'z' }),
    at(2, 'we trust', 'trust', { account: 'z' }),
    at(2, 'one plan', 'plan', { role: 'outcome', stance: 'refutes' }),
    at(2, 'Norms came', 'norms', { role: 'context' }),
    at(2, 'Later we hurry', 'haste', { polarity: 'hindering' }),
    at(2, 'costs rose', 'costs', { role: 'outcome' }),
  ],
  configurations: [configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['plan', 'care'] })],
})

describe('readingList', () => {
  it('lists accounts first, then what only stands near, each beside what is against it', () => {
    const { rows, basis } = readingList(made)
    const near = 'near (in the same answer)'
    expect(
      rows.map(row => [
        row.from,
        row.context,
        row.mechanism,
        row.outcome,
        row.sources,
        row.against,
        row.hindering,
        row.withoutOutcome,
        row.configurations,
      ]),
    ).toEqual([
      ['one account', 'norms', 'trust', 'plan', 1, 1, 0, 1, 'C1'],
      ['one account', 'norms', 'haste', 'plan', 1, 1, 1, 1, null],
      ['one account', 'ties', 'trust', null, 1, 0, 0, null, null],
      [near, null, 'haste', 'costs', 1, 0, 1, null, null],
    ])
    expect(basis).toMatch(/nobody said to be a link.*blind to mechanisms that nobody said aloud$/u)
    expect(readingList(made, { most: 2 }).basis).toMatch(/; 2 more are not listed/u)
    expect(() => readingList(made, { most: 0 })).toThrow(/no number of rows/u)
  })

  it('lists a pair beside the chain it is part of only when more told it', () => {
    const near = (i: number) =>
      made.codings.slice(0, 3).map((one, j) => ({ ...one, id: `${i}-${j}`, transcript: `i${i + 1}`, account: null }))
    const listed = (one: Study) => readingList(one).rows.map(row => [row.context, row.mechanism, row.outcome, row.sources])
    expect(listed({ ...made, codings: near(0) })).toEqual([['norms', 'trust', 'plan', 1]])
    expect(listed({ ...made, codings: [...near(0), ...near(1).slice(0, 2)] })).toEqual([
      ['norms', 'trust', 'plan', 1],
      ['norms', 'trust', null, 2],
    ])
  })

  it('takes no account of which it is not certain that one source told it', () => {
    const shared = { ...made, codings: made.codings.map((one, i) => (i < 6 ? { ...one, account: 'x' } : one)) }
    expect(
      readingList(shared)
        .rows.filter(row => row.from === 'one account')
        .map(row => row.context),
    ).toEqual(['ties'])
  })
})

describe('demiRegularities', () => {
  it('finds one mechanism in several contexts, and several mechanisms for one context and outcome, per case', () => {
    expect(
      demiRegularities(made).rows.map(row => [
        row.pattern.slice(0, 13),
        row.context,
        row.mechanism,
        row.outcome,
        row.configurations,
        row.sources,
        row.cases,
      ]),
    ).toEqual([
      ['one mechanism', 'norms', 'trust', null, 'C1', 1, 'north: 1'],
      ['one mechanism', 'ties', 'trust', null, null, 1, 'south: 1'],
      ['one context a', 'norms', 'trust', 'plan', 'C1', 1, 'north: 1'],
      ['one context a', 'norms', 'haste', 'plan', null, 1, 'north: 1'],
    ])
    // The two contexts of one configuration are one together.
    const two = [configuration('C1', { context: ['norms', 'ties'], mechanism: ['trust'], outcome: ['plan'] })]
    expect(demiRegularities({ ...made, codings: [], configurations: two }).rows).toEqual([])
    // Nor is one of them another context, told alone.
    expect(demiRegularities({ ...made, codings: made.codings.slice(0, 3), configurations: two }).rows).toEqual([])
  })
})

it('the order of what was coded and found changes nothing', () => {
  const told = (one: Study) => [findNearby(one), readingList(one), demiRegularities(one), followRipples(one)].map(table => table.rows)
  fc.assert(
    fc.property(theoryStudy, fc.nat(1000), (one, seed) => {
      expect(told(shuffled({ ...one, cases: [] }, seed))).toEqual(told({ ...one, cases: [] }))
    }),
    { numRuns: 60 },
  )
})

it('a person who goes takes along what that person told, and nothing else', () => {
  // Each conversation with one person of its own.
  const alone = theoryStudy.map((one): Study => {
    const transcripts = one.transcripts.map((on, i) => {
      const turns = on.turns.map(turn => ({ ...turn, respondents: turn.asks ? [] : [`${i + 1}`] }))
      return { ...on, turns, respondents: [`${i + 1}`] }
    })
    return { ...one, transcripts }
  })
  const only = (one: Study, keep: (transcript: string) => boolean): Study => {
    const codings = one.codings.filter(own => keep(own.transcript))
    const left = new Set(codings.map(own => own.id))
    const rows = one.evidence.filter(row => row.coding === null || left.has(row.coding))
    return { ...one, codings, evidence: rows, transcripts: one.transcripts.filter(on => keep(on.id)) }
  }
  const countsIn = (one: Study) =>
    new Map(
      findNearby(one, { within: 'turn' }).rows.map(row => [JSON.stringify([row.context, row.mechanism, row.outcome]), Number(row.sources)]),
    )
  let went = 0
  fc.assert(
    fc.property(alone, fc.nat(3), (one, i) => {
      const [gone, rest] = [only(one, id => id === `t${i}`), only(one, id => id !== `t${i}`)]
      const [before, after, own] = [countsIn(one), countsIn(rest), countsIn(gone)]
      const expected = [...before]
        .map(([key, sources]) => [key, sources - (own.get(key) ?? 0)] as const)
        .filter(([, sources]) => sources > 0)
      expect([...after].sort()).toEqual(expected.sort())
      const negative = (some: Study) => negativeCases(some, 'C1').rows.filter(row => row.source !== `${i + 1}`)
      expect(negative(rest)).toEqual(negative(one))
      went += own.size
    }),
    { numRuns: 100, seed: 2 },
  )
  expect(went).toBeGreaterThan(10)
})

describe('compareTheories', () => {
  const theory = (id: string, from: string | null, kind: Theory['kind']): Theory => ({
    id,
    kind,
    from,
    date: null,
    statement: null,
    origin: null,
    reason: null,
    extra: {},
  })
  const chain = { context: ['norms'], mechanism: ['trust'], outcome: ['plan'] }
  const versions = {
    ...made,
    theories: [theory('t1', null, 'initial'), theory('t2', 't1', 'working'), theory('t3', 't2', 'refined')],
    configurations: [
      configuration('C1', chain, { theory: 't1', change: 'new' }),
      configuration('C2', chain, { theory: 't1', change: 'new' }),
      configuration('C3', chain, { theory: 't1', change: 'new' }),
      configuration(
        'C1',
        { ...chain, mechanism: ['trust', 'haste'] },
        { theory: 't2', from: ['C1'], change: 'narrowed', reason: 'haste too' },
      ),
      configuration('C2', { ...chain, context: [] }, { theory: 't2', from: ['C2'], change: 'kept' }),
      configuration('C9', chain, { theory: 't3', from: ['C1', 'C2'], change: 'merged', reason: 'one story', statement: 'It works.' }),
    ],
    evidence: [
      evidence('e1', 'C1', { theory: 't1', coding: made.codings[1]!.id, stance: 'supports' }),
      evidence('e2', 'C1', { theory: 't1', coding: made.codings[8]!.id, stance: 'refutes' }),
      evidence('e3', 'C9', { theory: 't3', account: 'y', stance: 'supports' }),
    ],
  }

  it('tells what became of each, why, and on what evidence', () => {
    expect(compareTheories(versions, 't1', 'working').rows).toEqual([
      {
        before: 'C1',
        after: 'C1',
        change: 'narrowed',
        differences: 'mechanism: "haste" added',
        reason: 'haste too',
        supportedBefore: 1,
        refinedBefore: 0,
        refutedBefore: 1,
        supportedAfter: 0,
      },
      {
        before: 'C2',
        after: 'C2',
        change: 'kept',
        differences: 'context: "norms" taken out; recorded as kept, yet it differs',
        reason: null,
        supportedBefore: 0,
        refinedBefore: 0,
        refutedBefore: 0,
        supportedAfter: 0,
      },
      {
        before: 'C3',
        after: null,
        change: null,
        differences: 'not in the version after',
        reason: null,
        supportedBefore: 0,
        refinedBefore: 0,
        refutedBefore: 0,
        supportedAfter: null,
      },
    ])
  })

  it('goes over the versions between', () => {
    const [row] = compareTheories(versions, 't1', 't3').rows
    expect(row).toMatchObject({
      before: 'C1; C2',
      after: 'C9',
      change: 'narrowed, then kept, then merged',
      reason: 'haste too / one story',
      supportedAfter: 1,
    })
    const { rows, basis } = compareTheories(versions, 't3', 't1')
    expect(basis).toMatch(/neither comes from the other/u)
    expect(rows.map(one => [one.before, one.after, one.change])).toEqual([
      [null, 'C1', null],
      [null, 'C2', null],
      [null, 'C3', null],
      ['C9', null, null],
    ])
    expect(() => compareTheories(versions, 't1', 't4')).toThrow(/no such version of the theory/u)
  })
})
