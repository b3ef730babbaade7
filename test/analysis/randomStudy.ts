import fc from 'fast-check'
import type { Study } from '../../src/study/index.js'
import { coding, respondent, study, theme, transcript } from './makeStudy.js'

const people = ['1', '2', '3', '4', '5']
const groups = ['nurse', 'doctor', null]
const words = ['alpha', 'beta', 'gamma', 'delta']

const speakers = fc.oneof(
  fc.constantFrom(...people),
  fc.uniqueArray(fc.constantFrom(...people), { minLength: 2, maxLength: 3 }).map(ids => ids.join('+')),
  fc.constant('I'),
)

const conversation = fc.array(speakers, { minLength: 1, maxLength: 4 })

const fact = fc.record({
  transcript: fc.nat(4),
  word: fc.constantFrom(...words),
  turn: fc.nat(3),
  code: fc.constantFrom('a', 'b'),
  role: fc.constantFrom('context', 'mechanism'),
  stance: fc.constantFrom(null, 'supports' as const, 'refutes' as const, 'refines' as const),
  elicited: fc.constantFrom(null, 'agreed' as const, 'volunteered' as const, 'rejected' as const),
  coder: fc.constantFrom('AB', 'CD'),
})

/** Small studies with shared marks, interviewers, two coders and two themes. */
export const randomStudy: fc.Arbitrary<Study> = fc
  .tuple(fc.array(conversation, { minLength: 1, maxLength: 5 }), fc.array(fact, { maxLength: 14 }))
  .map(([conversations, facts]) => {
    const transcripts = conversations.map((turns, i) =>
      transcript(
        `t${i}`,
        turns.map((who, j) => [who, words.map(word => `${word}${j}`).join(' ')] as const),
      ),
    )
    const codings = facts.flatMap(({ transcript: at, word, turn, code, ...rest }, i) => {
      const on = transcripts[at % transcripts.length]!
      return [coding(on, `${word}${turn % on.turns.length}`, code, { id: `k${i}`, ...rest })]
    })
    return study({
      transcripts,
      codings,
      respondents: people.map((id, i) => respondent(id, groups[i % groups.length]!)),
      themes: [theme('A', ['a']), theme('AB', ['a', 'b'], { role: 'context' })],
    })
  })
