import { describe, expect, test } from 'vitest'
import type { Study } from '../../src/study/index.js'
import { sourcesOf } from '../../src/transcript/index.js'
import { study, transcript } from '../analysis/makeStudy.js'

const alone = transcript('alone', [['10', 'I am alone.']])
const pair = transcript('pair', [['13a+13b', 'We are two.']])
const apart = transcript('apart', [
  ['1', 'Me.'],
  ['2', 'And me.'],
])

const heard = (transcripts: Study['transcripts'], said: readonly string[][], facts = {}) =>
  sourcesOf(study({ transcripts, ...facts }))
    .heardIn(said)
    .map(source => source.id)

describe('a home source', () => {
  test('is the person alone who was ever spoken with alone, in whatever round', () => {
    const later = transcript('later', [['13a', 'Now I am alone.']], { round: 'second' })
    expect(heard([pair, later], [['13a'], ['13b']])).toEqual(['13a', '13a;13b'])
    expect(heard([pair], [['13a'], ['13b']])).toEqual(['13a;13b'])
  })

  test('is the group of the first conversation in which the person spoke, by round', () => {
    const other = transcript('other', [['13a+14', 'We too.']], { round: 'second' })
    const rounds = [
      { id: 'first', kind: null, title: null, purpose: null },
      { id: 'second', kind: null, title: null, purpose: null },
    ]
    const homes = (order: Study['transcripts']) => sourcesOf(study({ transcripts: order, rounds })).homeOf('13a').id
    expect(homes([other, { ...pair, round: 'first' }])).toBe('13a;13b')
    expect(
      homes([
        { ...other, round: 'first' },
        { ...pair, round: 'second' },
      ]),
    ).toBe('13a;14')
  })

  test('a conversation in which the person was silent comes after one in which they spoke', () => {
    const silent = transcript('silent', [['20', 'Only I speak.']], { respondents: ['20', '13a', '21'] })
    expect(sourcesOf(study({ transcripts: [silent, pair] })).homeOf('13a').id).toBe('13a;13b')
    expect(sourcesOf(study({ transcripts: [silent] })).homeOf('13a').id).toBe('13a;20;21')
  })

  test('somebody in no conversation is a source alone', () => {
    expect(sourcesOf(study({ transcripts: [alone] })).homeOf('99').respondents).toEqual(['99'])
    expect(sourcesOf(study({ transcripts: [alone, pair] })).all.map(source => source.id)).toEqual(['10', '13a;13b'])
  })
})

describe('what one of several said', () => {
  test('counts for the source they all belong to', () => {
    expect(heard([alone, pair], [['10'], ['13a', '13b'], ['13a']])).toEqual(['10', '13a;13b'])
  })

  test('of different sources, counts only when none of them is counted already', () => {
    // 1 and 2 spoke alone elsewhere; here they share a mark.
    const transcripts = [transcript('a', [['1', 'x']]), transcript('b', [['2', 'x']]), transcript('c', [['1+2', 'x']])]
    expect(heard(transcripts, [['1', '2']])).toEqual(['1;2'])
    expect(heard(transcripts, [['1', '2'], ['2']])).toEqual(['2'])
    expect(heard(transcripts, [['1', '2'], ['1'], ['2']])).toEqual(['1', '2'])
  })

  test('nobody known is no source', () => {
    expect(heard([apart], [[]])).toEqual([])
    expect(heard([apart], [['1'], ['2']])).toEqual(['1;2'])
  })
})
