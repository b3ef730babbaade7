import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable } from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import type { CaseCell, Study } from '../../src/study/index.js'
import { caseVerdicts } from '../../src/theory/index.js'
import { coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const cell = (of: string, status: CaseCell['status'], facts: Partial<CaseCell> = {}): CaseCell => ({
  id: `${of} ${status} ${facts.theory ?? ''}`,
  ...{ case: of, theme: null, configuration: 'C1', theory: null, summary: null, extra: {} },
  status,
  ...facts,
})
const chain = { context: ['rule'], mechanism: ['trust'], outcome: ['plan'] }
const told = ['1', '2', '3', '4', '5'].map(id => transcript(`t${id}`, [[id, 'The rule came, we trusted, one plan']]))
const of = ['north', 'north', 'north', 'south', 'west']
const made: Study = {
  ...study({
    transcripts: told,
    codings: [
      ...[0, 3].flatMap(i => [
        coding(told[i]!, 'The rule', 'rule', { role: 'context' }),
        coding(told[i]!, 'we trusted', 'trust'),
        coding(told[i]!, 'one plan', 'plan', { role: 'outcome' }),
      ]),
      coding(told[1]!, 'The rule', 'rule', { role: 'context' }),
      coding(told[2]!, 'one plan', 'other'),
      coding(told[4]!, 'The rule', 'rule', { role: 'context', stance: 'refutes' }),
    ],
  }),
  configurations: [configuration('C1', chain)],
  cases: ['north', 'south', 'west', 'east'].map(id => ({ id, name: `Network ${id}`, extra: {} })),
  respondents: told.map((_, i) => respondent(String(i + 1), null, { cases: [of[i]!] })),
  cells: [cell('north', 'fired', { summary: 'As we thought' }), cell('south', 'did not fire'), cell('west', 'no data')],
}
made satisfies Study
const only = (rows: Iterable<object>, ...columns: readonly string[]) => [...rows].map(row => columns.map(name => Reflect.get(row, name)))

describe('caseVerdicts', () => {
  it('shows the verdict as it was given, tells no data from not filled in, and what was coded beside it', () => {
    const table = caseVerdicts(made)
    expect(only(table, 'case', 'verdict', 'given', 'sources', 'context', 'mechanism', 'outcome', 'whole chain')).toEqual([
      ['Network north', 'fired', 'cells.csv', 3, 'said', 'said', 'said', 1],
      ['Network south', 'did not fire', 'cells.csv', 1, 'said', 'said', 'said', 1],
      ['Network west', 'no data', 'cells.csv', 1, 'refuted', 'not coded', 'not coded', 0],
      ['Network east', 'no data', 'not filled in', 0, 'not coded', 'not coded', 'not coded', 0],
    ])
    expect(table.rows[0]!.summary).toBe('As we thought')
    expect(table.rows.map(row => row.differs)).toEqual([
      null,
      'did not fire, and mechanism and outcome said',
      'no data, and its codes are given to what 1 source said of the case',
      null,
    ])
  })

  it.each([
    ['fired', 'west', 'fired, and context refuted; mechanism not coded; outcome not coded'],
    ['fired otherwise', 'south', 'fired otherwise, and mechanism said'],
    ['fired otherwise', 'west', 'fired otherwise, and outcome not coded'],
    ['context absent', 'north', 'context absent, and context said; evidence for it from 1 source'],
    ['context absent', 'west', null],
    ['did not fire', 'west', null],
    ['no data', 'east', null],
  ] as const)('says where %s in %s and the evidence do not go together', (status, where, differs) => {
    const one = { ...made, cells: [cell(where, status)], evidence: [evidence('e1', 'C1', { coding: made.codings[1]!.id })] }
    const row = caseVerdicts(one).rows.find(({ case: name }) => name === `Network ${where}`)!
    expect([row.verdict, row.given, row.differs]).toEqual([status, 'cells.csv', differs])
  })

  it('counts the sources of evidence for and against it that speak of the case', () => {
    const rows = [
      evidence('e1', 'C1', { coding: made.codings[1]!.id }),
      evidence('e2', 'C1', { coding: made.codings[3]!.id, stance: 'refutes' }),
    ]
    expect(only(caseVerdicts({ ...made, evidence: rows }), 'for', 'against').slice(0, 2)).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  it('chooses between two verdicts on one cell for nobody, and takes that of its own version of the theory', () => {
    const twice = caseVerdicts({ ...made, cells: [cell('north', 'did not fire'), cell('north', 'fired')] }).rows[0]!
    expect([twice.verdict, twice.differs]).toEqual(['fired / did not fire', 'cells.csv gives more than one verdict'])
    const theory = { id: 't1', kind: 'initial' as const, from: null, date: null, statement: null, origin: null, reason: null, extra: {} }
    const versioned: Study = {
      ...made,
      theories: [theory, { ...theory, id: 't2', kind: 'refined', from: 't1' }],
      configurations: ['t1', 't2'].map(one => configuration('C1', chain, { theory: one })),
      cells: [cell('north', 'fired', { theory: 't2' }), cell('north', 'did not fire', { theory: 't1' }), cell('south', 'context absent')],
    }
    expect(only(caseVerdicts(versioned), 'theory', 'verdict').slice(0, 2)).toEqual([
      ['t2', 'fired'],
      ['t2', 'context absent'],
    ])
    expect(caseVerdicts(versioned, { configurations: ['C1@t1'] }).rows[0]!.verdict).toBe('did not fire')
  })

  it('takes the status of a theme for no verdict', () => {
    expect(caseVerdicts({ ...made, cells: [cell('north', 'observed')] }).rows[0]).toMatchObject({
      verdict: 'no data',
      given: 'not filled in',
    })
  })

  it('sets cases side by side, a case that is called as a column beside it', () => {
    const [row] = caseVerdicts(
      { ...made, cases: made.cases.map((one, i) => (i === 3 ? { ...one, name: 'theory' } : one)) },
      { as: 'matrix' },
    )
    expect(row).toEqual({
      configuration: 'C1',
      theory: null,
      'Network north': 'fired [3 sources]',
      'Network south': 'did not fire [1 source] differs: did not fire, and mechanism and outcome said',
      'Network west': 'no data [1 source] differs: no data, and its codes are given to what 1 source said of the case',
      'theory (as a name)': 'not filled in [0 sources]',
    })
  })

  it('refuses what is not there, all at once', () => {
    expect(() => caseVerdicts(made, { configurations: ['C9', 'C1', 'D4'] })).toThrow(/2 problems/u)
    expect(() => caseVerdicts(made, { as: 'rows' as never })).toThrow(/no such view/u)
  })

  it('leaves out cases of one or two people in what readers get, and says how many', () => {
    const { study: safe } = anonymise(made, { register: noNames('made up'), language: en })
    const table = caseVerdicts(safe)
    expect(table.audience).toBe('public')
    // Of the east nobody is, so that it tells of nobody; beside it only the north is of three people.
    expect(table.toCsv()).not.toMatch(/south|west/u)
    expect(table.basis).toMatch(/\d cases? of fewer than three people left out/u)
  })

  const status = fc.constantFrom('fired', 'did not fire', 'fired otherwise', 'context absent', 'no data', null)
  const withCells = fc.tuple(theoryStudy, fc.array(fc.tuple(fc.constantFrom('C1', 'C2'), fc.nat(2), status), { maxLength: 5 })).map(
    ([one, cells]): Study => ({
      ...one,
      cells: cells.flatMap(([id, i, given]) =>
        one.cases[i] === undefined ? [] : [{ ...cell(one.cases[i].id, given), id: `${id} ${i} ${given}`, configuration: id }],
      ),
    }),
  )

  it('counts what going through every coding counts, and never changes a verdict', () => {
    fc.assert(
      fc.property(withCells, one => {
        for (const row of caseVerdicts(one)) {
          const here = one.cases.find(({ id, name }) => (name ?? id) === row.case)!
          const people = new Map(one.respondents.map(({ id, cases }) => [id, cases]))
          const said = countable(one).filter(({ coding: { about, transcript: on }, speakers }) => {
            const own = speakers.flatMap(id => people.get(id) ?? [])
            const spoken = about !== null ? [about] : own.length > 0 ? own : one.transcripts.find(({ id }) => id === on)!.cases
            return spoken.includes(here.id)
          })
          expect(Number(row.sources) > 0).toBe(said.some(({ speakers }) => speakers.length > 0))
          const given = new Set(
            one.cells.flatMap(({ case: at, configuration: id, status: is }) =>
              at === here.id && id === row.configuration ? (is ?? []) : [],
            ),
          )
          expect(new Set(String(row.verdict).split(' / '))).toEqual(given.size === 0 ? new Set(['no data']) : given)
          expect(row.given).toBe(given.size === 0 ? 'not filled in' : 'cells.csv')
        }
      }),
    )
  })

  it('says the same in any order, and without somebody changes only the cases they spoke of', () => {
    const key = (row: object) => JSON.stringify(row)
    fc.assert(
      fc.property(withCells, fc.nat(), fc.constantFrom('1', '2', '3'), (one, seed, gone) => {
        const rows = caseVerdicts(one).rows
        expect(
          caseVerdicts({ ...shuffled(one, seed), cells: [...one.cells].reverse() })
            .rows.map(key)
            .sort(),
        ).toEqual(rows.map(key).sort())
        const spoken = new Set(countable(one).flatMap(({ coding: { id }, speakers }) => (speakers.includes(gone) ? [id] : [])))
        const silent = caseVerdicts({ ...one, codings: one.codings.filter(({ id }) => !spoken.has(id)) }).rows
        for (const [i, row] of silent.entries()) {
          expect([row.case, row.verdict, row.given]).toEqual([rows[i]!.case, rows[i]!.verdict, rows[i]!.given])
          expect(Number(row.sources)).toBeLessThanOrEqual(Number(rows[i]!.sources))
        }
      }),
    )
  })
})
