import { describe, expect, test } from 'vitest'
import { countable, settledAway, speakersAt } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { coding, study, transcript } from './makeStudy.js'

const one = transcript('one', [
  ['I', 'Why do you come?'],
  ['10', 'They know me by name.'],
  ['I', 'Is that all?'],
  ['13a+13b', 'We never asked ourselves.'],
])
const codes = (codings: Study['codings'], facts = {}) =>
  countable(study({ transcripts: [one], codings, ...facts })).map(said => said.coding.code)

describe('countable', () => {
  test('leaves out the interviewer, and what lies in no turn', () => {
    const mark = { ...coding(one, '10: ', 'mark'), end: one.text.indexOf('10: ') + 2 }
    expect(codes([coding(one, 'Why do you', 'asked'), mark, coding(one, 'know me', 'known')])).toEqual(['known'])
  })

  test('knows who may have said it: everyone of the answering turns it overlaps', () => {
    const long = { ...coding(one, 'by name', 'long'), end: one.text.indexOf('ourselves') }
    const said = countable(study({ transcripts: [one], codings: [coding(one, 'know', 'a'), coding(one, 'never', 'b'), long] }))
    expect(said.map(({ coding, speakers }) => [coding.code, speakers])).toEqual([
      ['a', ['10']],
      ['long', ['10', '13a', '13b']],
      ['b', ['13a', '13b']],
    ])
  })

  test('leaves out the superseded, and what a settled coding stands for', () => {
    const a = coding(one, 'know', 'a')
    const b = coding(one, 'know', 'b', { coder: 'CD' })
    const settled = coding(one, 'know', 'c', { status: 'settled', settles: [a.id, b.id] })
    expect(codes([a, b])).toEqual(['a', 'b'])
    expect(codes([a, b, settled])).toEqual(['c'])
    expect(codes([a, b, { ...settled, status: 'superseded' }])).toEqual(['a', 'b'])
    expect(codes([{ ...a, status: 'superseded' }])).toEqual([])
  })

  test('does not bring back what was settled when it is settled once more', () => {
    const a = coding(one, 'know', 'a')
    const first = coding(one, 'know', 'b', { id: 's1', status: 'settled', settles: [a.id] })
    const second = coding(one, 'know', 'c', { id: 's2', status: 'settled', settles: ['s1'] })
    expect(codes([a, { ...first, status: 'superseded' }, second])).toEqual(['c'])
    expect([...settledAway([first, second])].sort()).toEqual([a.id, 's1'].sort())
  })

  test('ends on codings that settle each other', () => {
    const a = coding(one, 'know', 'a', { id: 'x', status: 'settled', settles: ['y'] })
    const b = coding(one, 'know', 'b', { id: 'y', status: 'settled', settles: ['x'] })
    expect(codes([a, b])).toEqual([])
  })

  test('gives the same whatever the order of the table', () => {
    const codings = [
      coding(one, 'never', 'z'),
      coding(one, 'know me', 'b'),
      coding(one, 'know', 'a'),
      coding(one, 'know', 'a', { coder: 'CD' }),
    ]
    const order = (list: typeof codings) => countable(study({ transcripts: [one], codings: list })).map(said => said.coding.id)
    expect(order([...codings].reverse())).toEqual(order(codings))
  })
})

describe('speakersAt', () => {
  test('a turn without a mark may be anyone’s of the conversation, a mark of nobody we know is nobody’s', () => {
    const loose = { ...one, turns: [{ start: 0, end: 9, speaker: null, respondents: [], asks: false, at: null }] }
    const stranger = { ...one, turns: [{ start: 0, end: 9, speaker: 'cleaner', respondents: [], asks: false, at: null }] }
    expect(speakersAt(loose, { start: 2, end: 4 })).toEqual(['10', '13a', '13b'])
    expect(speakersAt(stranger, { start: 2, end: 4 })).toEqual([])
    expect(speakersAt(loose, { start: 12, end: 14 })).toBeNull()
  })
})
