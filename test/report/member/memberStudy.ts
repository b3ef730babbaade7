import fc from 'fast-check'
import type { Coding, Quote, Study, Theme } from '../../../src/study/index.js'
import { code, coding, respondent, study, transcript } from '../../analysis/makeStudy.js'
import { configuration, evidence } from '../../theory/theoryStudy.js'

export const theme = (id: string, facts: Partial<Theme> = {}): Theme => ({
  id,
  label: `Theme ${id}`,
  role: 'mechanism',
  polarity: null,
  parent: null,
  codes: [id],
  claim: `Claim of ${id}.`,
  bullet: null,
  core: null,
  extra: {},
  ...facts,
})

export const quote = (id: string, facts: Partial<Quote>): Quote => ({
  id,
  transcript: null,
  spans: [],
  text: null,
  form: null,
  translation: null,
  themes: [],
  configurations: [],
  attribution: null,
  approved: null,
  order: null,
  extra: {},
  ...facts,
})

/** The words of a turn, which stand nowhere else. */
export const wordsOf = (t: number, i: number) => ['foo', 'bar', 'baz', 'qux'].map(stem => `${stem}${'abcd'[t]}${'abcdefgh'[i]}x`)

const speakers = fc.constantFrom('1', '1', '2', '3', 'I', '1+2', '2+3')
const place = fc.record({ transcript: fc.nat(3), start: fc.nat(), length: fc.nat(60) })
const fact = fc.record({
  at: place,
  code: fc.constantFrom('a', 'b', 'c'),
  stance: fc.constantFrom(null, 'supports' as const, 'refutes' as const, 'refines' as const),
})
const row = fc.record({
  at: place,
  themes: fc.subarray(['a', 'b']),
  isWhole: fc.boolean(),
  approved: fc.constantFrom(null, 'yes' as const, 'asked' as const, 'no' as const),
  attribution: fc.constantFrom(null, 'number' as const, 'none' as const, 'role' as const),
})

/** Small studies in which every turn has words of its own, and codings and quotes run over turns of several people. */
export const memberStudy: fc.Arbitrary<Study> = fc
  .record({
    conversations: fc.array(fc.array(speakers, { minLength: 1, maxLength: 8, size: 'max' }), { minLength: 1, maxLength: 4 }),
    facts: fc.array(fact, { maxLength: 16, size: 'max' }),
    rows: fc.array(row, { maxLength: 5 }),
    proof: fc.array(fc.nat(15), { maxLength: 6 }),
  })
  .map(({ conversations, facts, rows, proof }) => {
    const transcripts = conversations.map((turns, t) =>
      transcript(
        `t${t}`,
        turns.map((who, i) => [who, wordsOf(t, i).join(' ')] as const),
      ),
    )
    const spanAt = ({ transcript: t, start, length }: { transcript: number; start: number; length: number }) => {
      const on = transcripts[t % transcripts.length]!
      const from = start % on.text.length
      return { on, start: from, end: Math.min(on.text.length, from + 1 + length) }
    }
    const codings = facts.map(({ at, code: name, stance }, i): Coding => {
      const { on, start, end } = spanAt(at)
      return { ...coding(on, on.text.slice(start, start + 1), name, { stance }), id: `k${i}`, start, end }
    })
    return study({
      transcripts,
      codings,
      respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse', { consent: 'verbatim' })),
      codes: ['a', 'b', 'c'].map(one => code(one)),
      themes: [theme('a'), theme('b'), theme('c', { claim: null, bullet: 'Bullet of c.' })],
      configurations: [configuration('C1', { context: ['a'], mechanism: ['b'], outcome: ['c'] }, { statement: 'It works so.' })],
      evidence: proof.flatMap((k, i) => (k < codings.length ? [evidence(`e${i}`, 'C1', { coding: `k${k}`, stance: 'supports' })] : [])),
      quotes: rows.map(({ at, isWhole, ...rest }, i) => {
        const { on, start, end } = spanAt(at)
        return quote(`q${i}`, { ...rest, transcript: on.id, spans: isWhole ? [] : [{ start, end }] })
      }),
    })
  })

/** The same study with what was coded, found and answered in another order. */
export function turned(made: Study): Study {
  const back = <R>(rows: readonly R[]) => [...rows].reverse()
  return { ...made, codings: back(made.codings), evidence: back(made.evidence), quotes: back(made.quotes), responses: back(made.responses) }
}
