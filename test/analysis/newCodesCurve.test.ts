import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCodesCurve } from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import type { Study } from '../../src/study/index.js'
import { coding, study, transcript } from './makeStudy.js'

/** A study in which each conversation has these codes. */
function studyWith(codes: readonly (readonly string[])[], dates: readonly (string | null)[] = []): Study {
  const talks = codes.map((own, i) => transcript(`t${i + 1}`, [[String(i + 1), `words ${own.join(' ')} end`]], { date: dates[i] ?? null }))
  return study({
    transcripts: talks,
    codings: talks.flatMap((talk, i) => [...codes[i]!].map(one => coding(talk, one, one))),
  })
}

describe('new codes', () => {
  // Guest, Namey & Chen (2020), steps 1 to 4: a base of four with 10 codes in all, runs of two that add 1 and 0.
  const made = studyWith([['aa', 'bb', 'cc', 'dd'], ['ee', 'ff', 'gg'], ['hh', 'ii', 'aa'], ['jj', 'bb'], ['kk', 'cc'], ['dd'], ['ee']])

  it('are counted in order, and their share in a run is that of the base', () => {
    const rows = newCodesCurve(made).rows
    expect(rows.map(row => [row.codes, row.new, row['so far']])).toEqual([
      [4, 4, 4],
      [3, 3, 7],
      [3, 2, 9],
      [2, 1, 10],
      [2, 1, 11],
      [1, 0, 11],
      [1, 0, 11],
    ])
    expect(rows.map(row => row.share)).toEqual([null, null, null, null, null, 0.1, 0])
    expect(rows.map(row => row.under)).toEqual([null, null, null, null, null, false, true])
    expect(newCodesCurve(made, { threshold: 0.1 }).rows[5]!.under).toBe(true)
  })

  it('are in order of date where all have one, and else as listed', () => {
    const dated = studyWith([['aa'], ['bb', 'aa']], ['2026-02-01', '2026-01-01'])
    expect(newCodesCurve(dated).rows.map(row => [row.conversation, row.new])).toEqual([
      ['t2', 2],
      ['t1', 0],
    ])
    expect(newCodesCurve(studyWith([['aa'], ['bb', 'aa']], ['2026-02-01'])).rows[0]!.conversation).toBe('t1')
  })

  it('begin anew in every round', () => {
    const rounds = { ...made, rounds: [{ id: 'r', kind: null, title: 'Later', purpose: null }] }
    const later = { ...rounds, transcripts: made.transcripts.map((one, i) => (i > 4 ? { ...one, round: 'r' } : one)) }
    expect(
      newCodesCurve(later)
        .rows.map(row => [row.round, row.order, row.new])
        .slice(0, 2),
    ).toEqual([
      ['Later', 1, 1],
      ['Later', 2, 1],
    ])
  })

  it('lie in a band that ends where every order does, and is the same every time', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(['aa', 'bb', 'cc', 'dd', 'ee'], { minLength: 1 }), { minLength: 1, maxLength: 6 }), codes => {
        const one = studyWith(codes)
        const rows = newCodesCurve(one, { orders: 50 }).rows
        const last = rows.at(-1)!
        expect([last.low, last.high]).toEqual([last['so far'], last['so far']])
        for (const row of rows) expect(row.low).toBeLessThanOrEqual(row.high)
        expect(newCodesCurve(one, { orders: 50 }).rows).toEqual(rows)
      }),
      { numRuns: 40 },
    )
  })

  it('are not made of a safe study, and never called what they are not', () => {
    const safe = anonymise(made, { register: noNames('made up'), language: en }).study
    expect(() => newCodesCurve(safe)).toThrow(/does not carry the order/u)
    expect(() => newCodesCurve(made, { run: 0 })).toThrow(/whole number/u)
    expect(() => newCodesCurve(made, { threshold: 5 })).toThrow(/part of a whole/u)
    expect(newCodesCurve(made).toText()).not.toMatch(/saturat/iu)
  })
})
