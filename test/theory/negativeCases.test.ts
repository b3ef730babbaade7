import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable, type Said, sourcesOf, speakersAt, stanceOf } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { negativeCases } from '../../src/theory/index.js'
import { coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const roles = ['context', 'mechanism', 'outcome'] as const
const codesOf = (one: object, role: string) => Reflect.get(one, role) as readonly string[]

/** What goes against C1 in what was said of a unit, worked out from the words of the docstring. */
function expectedOf(made: Study, all: readonly Said[]) {
  const said = all.filter(one => one.coding.status !== 'superseded')
  const [own, rival] = made.configurations
  const given = made.evidence.filter(one => one.configuration === 'C1' && one.stance === 'refutes')
  const state = (role: string) => {
    const stances = said
      .filter(({ coding: one }) => one.role === role && codesOf(own!, role).includes(one.code))
      .map(({ coding: one }) => stanceOf(one))
    if (codesOf(own!, role).length === 0) return 'no codes'
    const words = [stances.includes('supports') ? 'said' : null, stances.includes('refutes') ? 'refuted' : null].filter(one => one !== null)
    return words.length > 0 ? words.join(' and ') : stances.length > 0 ? 'refined' : 'not coded'
  }
  const states = roles.map(state)
  const isThere = (one: string) => one.startsWith('said')
  const fails = (one: string) => one === 'not coded' || one.endsWith('refuted')
  const isAgainst = given.some(row =>
    all.some(
      ({ coding: one }) => one.id === row.coding || (row.account !== null && one.account === row.account && one.status !== 'superseded'),
    ),
  )
  const without = isThere(states[0]!) && fails(states[2]!)
  const other = isThere(states[2]!) && fails(states[1]!)
  const isRefuted = states.some(one => one.endsWith('refuted'))
  if (!without && !other && !isRefuted && !isAgainst) return null
  const tells = said.some(
    ({ coding: one }) =>
      one.role === 'mechanism' &&
      codesOf(rival!, 'mechanism').includes(one.code) &&
      !codesOf(own!, 'mechanism').includes(one.code) &&
      stanceOf(one) === 'supports',
  )
  return { states, without, other, isAgainst, rivals: tells ? 'C2' : null }
}

/** What does not count any more, and was given as evidence all the same. */
function onlyGiven(made: Study): readonly Said[] {
  return made.codings.flatMap(one => {
    const speakers = speakersAt(made.transcripts.find(on => on.id === one.transcript)!, one)
    const isGiven = made.evidence.some(row => row.coding === one.id && row.stance === 'refutes')
    return one.status === 'superseded' && isGiven && speakers !== null ? [{ coding: one, speakers }] : []
  })
}

describe('negativeCases', () => {
  it.each(['source', 'case'] as const)('finds what going through every %s finds', by => {
    let found = 0
    fc.assert(
      fc.property(theoryStudy, made => {
        const said = [...countable(made), ...onlyGiven(made)]
        const { homeOf, all } = sourcesOf(made)
        const people = new Map(made.respondents.map(one => [one.id, one.cases]))
        const casesOf = ({ coding: one, speakers }: Said) => {
          const own = speakers.flatMap(person => people.get(person) ?? [])
          return one.about !== null ? [one.about] : own.length > 0 ? own : made.transcripts.find(on => on.id === one.transcript)!.cases
        }
        const units =
          by === 'source'
            ? all.map(
                ({ id, respondents }) =>
                  [
                    respondents.join(', '),
                    said.filter(({ speakers }) => speakers.length > 0 && speakers.every(one => homeOf(one).id === id)),
                  ] as const,
              )
            : made.cases.map(({ id, name }) => [name!, said.filter(one => casesOf(one).includes(id))] as const)
        const expected = units.flatMap(([name, own]) => {
          const one = expectedOf(made, own)
          return one === null ? [] : [[name, ...one.states, one.without, one.other, one.isAgainst, one.rivals] as const]
        })
        const rows = negativeCases(made, 'C1', { by }).rows
        const why = (row: (typeof rows)[number], start: string) =>
          String(row.why)
            .split('; ')
            .some(one => one.startsWith(start))
        expect(
          rows
            .map(row => [
              row[by],
              ...roles.map(role => row[role]),
              why(row, 'context said, outcome'),
              why(row, 'outcome said, mechanism'),
              why(row, 'evidence against'),
              row.rivals,
            ])
            .sort(),
        ).toEqual(expected.map(one => [...one]).sort())
        found += rows.length
      }),
      { numRuns: 300, seed: 9 },
    )
    expect(found).toBeGreaterThan(50)
  })

  it('does not change with the order of the tables', () => {
    fc.assert(
      fc.property(theoryStudy, fc.nat(1000), fc.constantFrom('source' as const, 'case' as const), (made, seed, by) => {
        const rows = (one: Study) =>
          negativeCases(one, 'C1', { by })
            .rows.map(row => JSON.stringify(row))
            .sort()
        expect(rows(shuffled(made, seed))).toEqual(rows(made))
      }),
      { numRuns: 60 },
    )
  })

  const talks = ['1', '2', '3'].map(id =>
    transcript(`i${id}`, [[id, 'Norms came, we trust, we hurry, care is better.']], { cases: [`c${id}`] }),
  )
  const made = study({
    transcripts: talks,
    cases: ['c1', 'c2', 'c3'].map(id => ({ id, name: null, extra: {} })),
    respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse')),
    codings: [
      coding(talks[0]!, 'Norms came', 'norms', { role: 'context' }),
      coding(talks[1]!, 'we hurry', 'haste'),
      coding(talks[1]!, 'care is better', 'care', { role: 'outcome' }),
      ...(['Norms came', 'we trust', 'care is better'] as const).map((words, i) =>
        coding(talks[2]!, words, ['norms', 'trust', 'care'][i]!, { role: roles[i]! }),
      ),
    ],
    configurations: [
      configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['care'] }),
      configuration('C2', { context: ['norms'], mechanism: ['haste'], outcome: ['care'] }, { rivalOf: 'C1' }),
    ],
    cells: [{ id: 'x', case: 'c1', theme: null, configuration: 'C1', theory: null, summary: null, status: 'did not fire', extra: {} }],
  })

  it('says not coded, names the rival beside it, and takes verdicts from cells', () => {
    expect(negativeCases(made, 'C1').rows).toEqual([
      {
        source: '1',
        group: 'nurse',
        context: 'said',
        mechanism: 'not coded',
        outcome: 'not coded',
        why: 'context said, outcome not coded',
        evidence: 0,
        rivals: null,
        sources: 1,
      },
      {
        source: '2',
        group: 'nurse',
        context: 'not coded',
        mechanism: 'not coded',
        outcome: 'said',
        why: 'outcome said, mechanism not coded',
        evidence: 0,
        rivals: 'C2',
        sources: 1,
      },
    ])
    expect(negativeCases(made, 'C1', { by: 'case' }).rows.map(row => [row.case, row.verdict])).toEqual([
      ['c1', 'did not fire'],
      ['c2', null],
    ])
    expect(negativeCases(made, 'C1').toText()).not.toMatch(/absent|%|saturat/u)
    // Of the rival, haste is its own mechanism, and trust that of its rival.
    expect(negativeCases(made, 'C2').rows.map(row => [row.source, row.rivals])).toEqual([
      ['1', null],
      ['3', 'C1'],
    ])
  })

  it('counts evidence against it that nobody said, and refuses another division', () => {
    const rows = [evidence('e1', 'C1', { stance: 'refutes', reference: 'a report' })]
    expect(negativeCases({ ...made, evidence: rows }, 'C1').basis).toMatch(/1 piece of evidence against it/u)
    expect(() => negativeCases(made, 'C1', { by: 'round' as 'case' })).toThrow(/Give by: 'source' or 'case'/u)
  })
})
