import { describe, expect, test } from 'vitest'
import { contrastGroups, countCodes, isWithheld, selectQuotes, unheard, withheldIn } from '../../src/analysis/index.js'
import { code, coding, respondent, study, theme, transcript } from './makeStudy.js'

const first = transcript('i1', [['1', 'They know me well.']], { round: 'first', cases: ['north'] })
const second = transcript('i2', [['2', 'Nobody knows me.']], { round: 'second', cases: ['south'] })
const third = transcript('i3', [['3', 'I have nothing to say.']], { round: 'first' })
const pair = transcript('i4', [['4+5', 'We know them. They know us.']], { round: 'second' })
const made = study({
  transcripts: [first, second, third, pair],
  rounds: [
    { id: 'first', kind: 'interview', title: 'First talks', purpose: null },
    { id: 'second', kind: 'reflection', title: null, purpose: null },
  ],
  cases: [
    { id: 'north', name: 'Northgate', extra: {} },
    { id: 'south', name: null, extra: {} },
  ],
  respondents: [
    respondent('1', 'nurse'),
    respondent('2', 'doctor', { cases: ['south'] }),
    respondent('3', 'nurse'),
    respondent('4', 'nurse'),
    respondent('5', 'doctor'),
  ],
  codes: [code('known', { name: 'being known', topic: 'q' })],
  codings: [
    coding(first, 'know me', 'known'),
    coding(second, 'Nobody', 'known', { stance: 'refutes' }),
    coding(pair, 'We know', 'known', { about: 'north' }),
    coding(pair, 'They know us', 'known', { role: 'context' }),
    coding(pair, 'know us', 'known', { role: 'context', coder: 'CD' }),
  ],
  themes: [theme('trust', ['known'], { label: 'Trust' })],
})
const asked = (...ids: string[]) =>
  ids.map(id => ({ id: `a${id}`, transcript: id, topic: 'q', start: null, end: null, status: 'asked' as const, extra: {} }))

describe('countCodes', () => {
  test('per code and role: sources, people and passages', () => {
    expect(countCodes(made).rows).toEqual([
      { code: 'being known', role: 'context', sources: 1, people: '1-2', codings: 1 },
      { code: 'being known', role: 'mechanism', sources: 3, people: '3-4', codings: 3 },
    ])
  })

  test('divided by case: the one spoken of, else the speaker’s, else that of the conversation', () => {
    const rows = countCodes(made, { by: 'case' }).rows.filter(row => row.role === 'mechanism')
    expect(rows.map(row => [row.in, row.sources])).toEqual([
      ['Northgate', 2],
      ['south', 1],
    ])
    expect(() => countCodes(made, { by: 'groep' as 'group' })).toThrow(
      "countCodes: counts cannot be divided by this. Did you mean 'group'?",
    )
    expect(() => contrastGroups(made, { by: 'ward' as 'group' })).toThrow(/give by: 'group', 'case', 'round'/iu)
    expect(countCodes(made, { by: 'case' }).rows.find(row => row.role === 'context')?.in).toBe('not stated')
  })

  test('shows the division as a column', () => {
    expect(countCodes(made).columns).toEqual(['code', 'role', 'sources', 'people', 'codings'])
    expect(countCodes(made, { by: 'round' }).toCsv().split('\r\n')[0]).toBe('code,role,in,sources,people,codings')
  })
})

describe('contrastGroups', () => {
  test('sets groups side by side; nobody is called silent when it is not known who was asked', () => {
    expect(contrastGroups(made, { by: 'group' }).rows).toEqual([
      { theme: 'Trust', group: 'nurse', supports: 1, refutes: 0, refines: 0, silent: null },
      { theme: 'Trust', group: 'doctor', supports: 0, refutes: 1, refines: 0, silent: null },
      { theme: 'Trust', group: 'nurse / doctor', supports: 1, refutes: 0, refines: 0, silent: null },
    ])
  })

  test('counts as silent who was asked and of whom nothing is coded', () => {
    const rows = contrastGroups({ ...made, answers: asked('i1', 'i2', 'i3') }, { by: 'group' }).rows
    expect(rows.map(row => [row.group, row.silent])).toEqual([
      ['nurse', 1],
      ['doctor', 0],
      ['nurse / doctor', 0],
    ])
  })

  test('by round, and by case', () => {
    const rows = contrastGroups({ ...made, answers: asked('i1', 'i3') }, { by: 'round' }).rows
    expect(rows.map(row => [row.group, row.supports, row.refutes, row.silent])).toEqual([
      ['First talks', 1, 0, 1],
      ['second', 1, 1, 0],
    ])
    expect(contrastGroups(made, { by: 'case' }).rows.map(row => [row.group, row.supports, row.refutes])).toEqual([
      ['Northgate', 2, 0],
      ['south', 0, 1],
    ])
  })
})

describe('unheard', () => {
  test('shows the least heard first, with quotes only when they were chosen', () => {
    expect(unheard(made).rows[0]).toEqual({ respondent: '3', group: 'nurse', rounds: 1, codings: 0, quotes: null })
    const rows = unheard(made, selectQuotes(made)).rows
    expect(rows.map(row => [row.respondent, row.codings, row.quotes])).toEqual([
      ['3', 0, 0],
      ['1', 1, 1],
      ['2', 1, 1],
      ['4', 3, 1],
      ['5', 3, 1],
    ])
  })
})

describe('withheld', () => {
  test('is read from the safe transcript, and touches what overlaps it', () => {
    const safe = { ...first, extra: { withheld: '3-9;12-14' } }
    expect(withheldIn(safe)).toEqual([
      { start: 3, end: 9 },
      { start: 12, end: 14 },
    ])
    expect(isWithheld(safe, [{ start: 9, end: 12 }])).toBe(false)
    expect(
      isWithheld(safe, [
        { start: 0, end: 2 },
        { start: 8, end: 9 },
      ]),
    ).toBe(true)
    expect(withheldIn(first)).toEqual([])
    expect(withheldIn({ ...first, extra: { withheld: 'nonsense' } })).toEqual([])
  })
})
