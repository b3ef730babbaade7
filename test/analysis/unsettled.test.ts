import { describe, expect, test } from 'vitest'
import { twoMinds, unsettled } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { coding, study, theme, transcript } from './makeStudy.js'

const on = transcript('t', [['1', 'They know me and greet me at the door every day.']])
const a = coding(on, 'know me and greet', 'known')
const b = (facts: Parameters<typeof coding>[3]) => coding(on, 'greet me at', 'known', { coder: 'CD', ...facts })
const rows = (codings: Study['codings']) => unsettled(study({ transcripts: [on], codings })).rows

describe('unsettled', () => {
  test('lists both sides, and what both cover', () => {
    expect(rows([a, b({ role: 'context', stance: 'refutes' })])).toEqual([
      {
        transcript: 't',
        start: on.text.indexOf('greet'),
        end: on.text.indexOf('greet') + 5,
        code: 'known',
        differs: 'role, stance',
        coder: 'AB',
        says: 'mechanism, supports',
        otherCoder: 'CD',
        otherSays: 'context, refutes',
        coding: a.id,
        otherCoding: b({}).id,
      },
    ])
  })

  test('a polarity that one did not give, or a stance that goes without saying, is no disagreement', () => {
    expect(rows([a, b({ polarity: 'enabling', stance: 'supports' })])).toEqual([])
    expect(rows([{ ...a, polarity: 'hindering' }, b({ polarity: 'enabling' })])[0]?.differs).toBe('polarity')
    expect(rows([a, b({ elicited: 'rejected' })])[0]?.differs).toBe('stance')
  })

  test('not of one coder, of other codes, of fragments apart, or when it is settled or superseded', () => {
    const other = b({ role: 'context' })
    expect(rows([a, { ...other, coder: 'AB' }])).toEqual([])
    expect(rows([a, { ...other, code: 'greeted' }])).toEqual([])
    expect(rows([a, coding(on, 'every day', 'known', { coder: 'CD', role: 'context' })])).toEqual([])
    expect(rows([a, { ...other, status: 'superseded' }])).toEqual([])
    expect(rows([a, other, { ...a, id: 's', coder: 'EF', status: 'settled', settles: [a.id, other.id] }])).toEqual([])
    expect(rows([a, other])).toHaveLength(1)
  })

  test('finds every pair, in whatever order the codings are listed', () => {
    const all = [a, b({ role: 'context' }), coding(on, 'They know me', 'known', { coder: 'EF', role: 'outcome' })]
    // AB overlaps both others; CD and EF do not overlap.
    expect(rows(all)).toHaveLength(2)
    expect(rows([...all].reverse())).toEqual(rows(all))
  })
})

describe('twoMinds', () => {
  test('is about what one source says, not about coders', () => {
    const no = coding(on, 'every day', 'known', { stance: 'refutes' })
    const made = study({ transcripts: [on], codings: [a, no], themes: [theme('trust', ['known'])] })
    expect(twoMinds(made).rows).toEqual([{ theme: 'trust', source: '1', supports: 1, refutes: 1 }])
    expect(unsettled(made).rows).toEqual([])
    const other = transcript('o', [['2', 'They know me too.']])
    const two = { ...made, transcripts: [on, other], codings: [a, no, coding(other, 'know me', 'known')] }
    expect(twoMinds(two).rows).toEqual([{ theme: 'trust', source: '1', supports: 1, refutes: 1 }])
    expect(twoMinds({ ...made, codings: [a] }).rows).toEqual([])
  })
})
