import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import type { Response, Study } from '../../../src/study/index.js'
import { by, entry } from '../../builders.js'
import { memberStudy, turned } from './memberStudy.js'

const response = fc.record({
  respondent: fc.constantFrom('1', '2', '3'),
  item: fc.constantFrom('a', 'Theme a', 'b', 'C1', 'a finding in other words'),
  response: fc.constantFrom('agrees' as const, 'adds' as const, 'disputes' as const, 'no view' as const, 'no reply' as const),
})
const answered = fc.tuple(memberStudy, fc.array(response, { maxLength: 12 })).map(([made, given]): Study => {
  const empty = { round: null, transcript: null, start: null, end: null, text: null, action: null, reason: null, extra: {} }
  return { ...made, responses: given.map((one, i): Response => ({ id: `a${i}`, ...empty, ...one })) }
})
const rowsOf = (made: Study) => [...api.memberReplies(made)]

describe('replies', () => {
  it('never change the independent sources behind anything', () => {
    fc.assert(
      fc.property(answered, made => {
        const without: Study = { ...made, responses: [] }
        for (const { item, kind, sources } of rowsOf(made)) {
          if (kind === 'theme') expect(sources).toBe(api.behindTheme(without, item).supports.length)
          else if (kind === 'configuration') expect(sources).toBe(api.gatherEvidence(without, item).restsOn)
          else expect(sources).toBeNull()
        }
      }),
    )
  })

  it('are of people, counted once in a column, and add up', () => {
    fc.assert(
      fc.property(answered, made => {
        const keyOf = (item: string | null) => (item === 'Theme a' ? 'a' : item)
        for (const row of rowsOf(made)) {
          const own = made.responses.filter(one => keyOf(one.item) === row.item)
          const who = (kind: string) => new Set(own.filter(one => one.response === kind).map(one => one.respondent))
          const silent = [...who('no reply')].filter(one => own.every(other => other.respondent !== one || other.response === 'no reply'))
          expect([row.agrees, row.adds, row.disputes, row.noView, row.noReply]).toEqual([
            who('agrees').size,
            who('adds').size,
            who('disputes').size,
            who('no view').size,
            silent.length,
          ])
          expect(row.put).toBe(new Set(own.map(one => one.respondent)).size)
          expect(row.heardBefore ?? 0).toBeLessThanOrEqual(row.put)
        }
        expect(new Set(rowsOf(made).map(row => row.item)).size).toBe(rowsOf(made).length)
      }),
    )
  })

  it('are the same whatever the order of the tables', () => {
    fc.assert(
      fc.property(answered, made => {
        expect(rowsOf(turned(made))).toEqual(rowsOf(made))
      }),
    )
  })

  it('of an earlier version of a configuration stand apart from those of the newest', () => {
    const made = api.theoryPass(fc.sample(memberStudy, { numRuns: 1, seed: 3 })[0]!, by, pass => {
      pass.theory('t1', { kind: 'initial' })
      pass.configure({ context: ['a'], mechanism: ['b'] }, { id: 'C2', statement: 'As it was.' })
      pass.theory('t2', { kind: 'refined', reason: 'it did not hold' })
      pass.carry('C2', { change: 'reworded', statement: 'As it is.', reason: 'it did not hold' })
      pass.response('1', 'C2@t1', { response: 'disputes' })
      pass.response('2', 'C2', { response: 'agrees' })
      pass.response('3', 'C2@t2', { response: 'adds' })
    })
    expect(rowsOf(made).map(row => [row.item, row.statement, row.put])).toEqual([
      ['C2@t1', 'As it was.', 1],
      ['C2', 'As it is.', 2],
    ])
  })

  it('of who was heard before are told, and nothing is counted where only quotes are known', () => {
    const made = fc
      .sample(memberStudy, { numRuns: 40, seed: 11 })
      .find(one => api.behindTheme(one, 'a').supports.some(({ id }) => id === '1'))!
    const put = api.theoryPass(made, by, pass => {
      pass.response('1', 'a', { response: 'agrees' })
    })
    expect(rowsOf(put)[0]).toMatchObject({ item: 'a', heardBefore: 1, agrees: 1 })
    expect(rowsOf({ ...put, basis: 'quotes' })[0]).toMatchObject({ sources: null, heardBefore: null, agrees: 1 })
    const { study: safe } = api.anonymise(put, { register: [entry('Zwaardvis')], language: en })
    expect(api.memberReplies(safe).audience).toBe('public')
    expect(rowsOf(safe)).toEqual(rowsOf(put))
  })
})
