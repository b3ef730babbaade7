import fc from 'fast-check'
import type { Coding, Configuration, Evidence, Study } from '../../src/study/index.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'

/** A configuration with these codes in its roles. */
export function configuration(
  id: string,
  roles: Readonly<Partial<Record<'context' | 'mechanism' | 'outcome', readonly string[]>>>,
  facts: Partial<Configuration> = {},
): Configuration {
  const words = { contextText: null, mechanismText: null, outcomeText: null }
  const empty = { theory: null, statement: null, beneficiary: null, status: null, from: [], change: null, reason: null, rivalOf: null }
  return { id, context: [], mechanism: [], outcome: [], ...roles, ...words, ...empty, extra: {}, ...facts } as Configuration
}

/** A row of evidence. */
export function evidence(id: string, of: string, facts: Partial<Evidence>): Evidence {
  const empty = { theory: null, role: null, coding: null, account: null, reference: null, stance: null, basis: null }
  return { id, configuration: of, ...empty, reasoning: null, weight: null, note: null, extra: {}, ...facts }
}

const people = ['1', '2', '3', '4', '5']
const speakers = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1', '1', '2', '3', '4', '5') },
  { weight: 2, arbitrary: fc.constant('I') },
  { weight: 1, arbitrary: fc.constantFrom('1+2', '3+4', '2+5') },
)
const role = fc.constantFrom('context', 'mechanism', 'outcome', 'future')
const fact = fc.record({
  transcript: fc.oneof(fc.constant(0), fc.nat(3)),
  start: fc.oneof(fc.nat(), fc.constant(3)),
  length: fc.oneof(fc.nat(24), fc.constant(4)),
  code: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  role,
  stance: fc.constantFrom(null, null, 'supports' as const, 'refutes' as const, 'refines' as const),
  elicited: fc.constantFrom(null, 'volunteered' as const, 'asked' as const, 'agreed' as const, 'rejected' as const),
  polarity: fc.constantFrom(null, 'enabling' as const, 'hindering' as const),
  account: fc.constantFrom(null, null, 'x', 'y', 'z'),
  about: fc.constantFrom(null, null, null, 'north'),
  status: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'superseded' as const),
})
const piece = fc.record({
  configuration: fc.constantFrom('C1', 'C2'),
  role: fc.constantFrom(null, 'context', 'mechanism', 'outcome'),
  of: fc.oneof(
    fc.nat(15).map(i => ({ coding: `k${i}` })),
    fc.constantFrom({ account: 'x' }, { account: 'y' }, { reference: 'a report' }),
  ),
  stance: fc.constantFrom(null, 'supports' as const, 'refutes' as const, 'refines' as const),
  basis: fc.constantFrom(null, 'said' as const, 'inferred' as const, 'other data' as const),
  weight: fc.constantFrom(null, 'thin' as const, 'fair' as const, 'rich' as const),
})
const codes = fc.oneof(
  { weight: 5, arbitrary: fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }) },
  { weight: 1, arbitrary: fc.constant([]) },
)

/** Small studies in which codings cross everything, accounts run over people, and two configurations compete. */
export const theoryStudy: fc.Arbitrary<Study> = fc
  .record({
    conversations: fc.array(fc.array(speakers, { minLength: 1, maxLength: 6, size: 'max' }), { minLength: 1, maxLength: 4 }),
    facts: fc.array(fact, { maxLength: 24, size: 'max' }),
    pieces: fc.array(piece, { maxLength: 8 }),
    roles: fc.array(fc.tuple(codes, codes, codes), { minLength: 2, maxLength: 2 }),
  })
  .map(({ conversations, facts, pieces, roles }) => {
    const transcripts = conversations.map((turns, i) =>
      transcript(
        `t${i}`,
        turns.map(who => [who, 'one two three'] as const),
        { round: ['first', 'second', null, 'first'][i]!, cases: i === 0 ? ['south'] : [] },
      ),
    )
    const codings = facts.map(({ transcript: at, start: from, length, ...rest }, i): Coding => {
      const on = transcripts[at % transcripts.length]!
      const start = from % on.text.length
      const made = coding(on, on.text.slice(start, start + 1), rest.code, rest)
      return { ...made, id: `k${i}`, start, end: Math.min(on.text.length, start + 1 + length) }
    })
    const known = new Set(codings.map(one => one.id))
    return study({
      transcripts,
      codings,
      respondents: people.map((id, i) => respondent(id, ['nurse', 'doctor', null][i % 3]!, { cases: i < 2 ? ['north'] : [] })),
      cases: ['north', 'south'].map(id => ({ id, name: `the ${id}`, extra: {} })),
      codes: [code('a'), code('b', { parent: 'a' }), code('c', { parent: 'b' }), code('d'), code('e')],
      configurations: roles.map(([context, mechanism, outcome], i) =>
        configuration(`C${i + 1}`, { context, mechanism, outcome }, i === 1 ? { rivalOf: 'C1' } : {}),
      ),
      evidence: pieces.flatMap(({ of, configuration: to, ...rest }, i) =>
        'coding' in of && !known.has(of.coding) ? [] : [evidence(`e${i}`, to, { ...rest, ...of })],
      ),
    })
  })

/** The same study with what was coded and found in another order. The order of people and of conversations is hers, and says who is heard first. */
export function shuffled(made: Study, seed: number): Study {
  const inOrder = <R>(rows: readonly R[], n: number) =>
    fc.sample(fc.shuffledSubarray([...rows], { minLength: rows.length }), { numRuns: 1, seed: seed + n })[0]!
  return { ...made, codings: inOrder(made.codings, 1), cases: inOrder(made.cases, 2), evidence: inOrder(made.evidence, 3) }
}
