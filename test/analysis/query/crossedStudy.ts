import fc from 'fast-check'
import type { Study } from '../../../src/study/index.js'
import { code, coding, respondent, study, theme, transcript } from '../makeStudy.js'

const word = fc.constantFrom('Trust,', 'trústing', 'a', "zo'n co-creatie", 'norm …', '—', '')
const turn = fc.tuple(fc.constantFrom('1', '2', '1+2', 'I', 'I'), fc.array(word, { maxLength: 4 }))

const fact = fc.record({
  transcript: fc.nat(1),
  start: fc.nat(),
  length: fc.nat(30),
  code: fc.constantFrom('a', 'b', 'c'),
  role: fc.constantFrom('context', 'mechanism'),
  polarity: fc.constantFrom(null, 'enabling' as const),
  stance: fc.constantFrom(null, 'supports' as const, 'refutes' as const),
  elicited: fc.constantFrom(null, 'rejected' as const, 'volunteered' as const),
  account: fc.constantFrom(null, null, 'x', 'y'),
  about: fc.constantFrom(null, null, 'north'),
  memo: fc.constantFrom(null, 'why'),
  coder: fc.constantFrom('AB', 'CD'),
  status: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'superseded' as const, 'settled' as const),
  settles: fc.constantFrom([], [], ['k0'], ['k1', 'k2']),
})

/** Small studies whose codings cross one another, turns, questions and marks of speakers in every way; some stand twice. */
export const crossedStudy: fc.Arbitrary<Study> = fc
  .tuple(fc.array(fc.array(turn, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 2 }), fc.array(fact, { maxLength: 14 }))
  .map(([conversations, facts]) => {
    const transcripts = conversations.map((turns, i) =>
      transcript(
        `t${i}`,
        turns.map(([who, words]) => [who, words.join(' ')] as const),
        { round: ['first', null][i]!, cases: ['south'] },
      ),
    )
    const codings = facts.map(({ transcript: at, start: from, length, ...rest }, i) => {
      const on = transcripts[at]!
      const start = from % on.text.length
      const { id, ...made } = coding(on, on.text.slice(start, start + 1), rest.code, rest)
      return { ...made, id: `k${i}`, start, end: Math.min(on.text.length, start + 1 + length) }
    })
    return study({
      transcripts,
      codings,
      respondents: [respondent('1', 'nurse', { cases: ['north'], extra: { years: '9' } }), respondent('2', null)],
      cases: ['north', 'south'].map(id => ({ id, name: `the ${id}`, extra: { size: id === 'north' ? 'large' : '' } })),
      codes: [code('a'), code('b', { parent: 'a' }), code('c', { parent: 'b', name: 'see' })],
      themes: [theme('T', ['a', 'c'])],
    })
  })
