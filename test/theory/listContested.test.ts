import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Study } from '../../src/study/index.js'
import { type ContestedRow, gatherEvidence, listContested, negativeCases } from '../../src/theory/index.js'
import { coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const talks = ['1', '2', '3'].map(id => transcript(`t${id}`, [[id, 'norms trust table']]))
const [one, two, three] = talks as [(typeof talks)[0], (typeof talks)[0], (typeof talks)[0]]
const code = (on: typeof one, words: string, name: string, role: string, facts = {}) =>
  coding(on, words, name, { role, id: `${on.id}.${words}`, ...facts })
const base = study({
  transcripts: talks,
  respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse')),
  cases: ['north', 'south'].map(id => ({ id, name: id, extra: {} })),
  codings: [code(one, 'norms', 'norms', 'context'), code(one, 'trust', 'trust', 'mechanism'), code(one, 'table', 'table', 'outcome')],
  configurations: [configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['table'] })],
  evidence: [
    evidence('e1', 'C1', { role: 'context', coding: 't1.norms', stance: 'supports', basis: 'said' }),
    evidence('e2', 'C1', { role: 'mechanism', coding: 't1.trust', stance: 'supports', basis: 'said' }),
    evidence('e3', 'C1', { role: 'outcome', coding: 't1.table', stance: 'supports', basis: 'said' }),
  ],
})
const rowsOf = (facts: Partial<Study>) => listContested({ ...base, ...facts }, 'C1').rows.map(({ part, kind, n }) => [part, kind, n])
const kind = (facts: Partial<Study>, wanted: ContestedRow['kind']) => rowsOf(facts).filter(row => row[1] === wanted)

describe('listContested', () => {
  it('has nothing to list where one source tells it all and nothing speaks against it, and says that this proves nothing', () => {
    expect(rowsOf({})).toEqual([])
    expect(listContested(base).basis).toBe('1 configuration, 1 of them without rows: nothing against these was coded, which proves nothing')
  })

  it('lists evidence against and refining, by role and as a whole', () => {
    const codings = [...base.codings, code(two, 'trust', 'trust', 'mechanism', { stance: 'refutes' })]
    const against = evidence('e4', 'C1', { role: 'mechanism', coding: 't2.trust', stance: 'refutes', basis: 'said' })
    expect(kind({ codings, evidence: [...base.evidence, against] }, 'evidence against')).toEqual([
      ['whole', 'evidence against', 1],
      ['mechanism', 'evidence against', 1],
    ])
    const refining = { ...against, stance: 'refines' as const }
    expect(kind({ codings, evidence: [...base.evidence, refining] }, 'evidence that refines')).toHaveLength(2)
  })

  it('lists roles without evidence, only inferred, only agreed', () => {
    expect(kind({ evidence: base.evidence.slice(0, 1) }, 'nothing for it')).toEqual([
      ['mechanism', 'nothing for it', 0],
      ['outcome', 'nothing for it', 0],
    ])
    const inferred = base.evidence.map(row => (row.id === 'e2' ? { ...row, basis: 'inferred' as const } : row))
    expect(kind({ evidence: inferred }, 'only inferred')).toEqual([['mechanism', 'only inferred', 1]])
    const agreed = base.codings.map(row => ({ ...row, elicited: 'agreed' as const }))
    expect(kind({ codings: agreed }, 'only agreed')).toEqual([['whole', 'only agreed', 1]])
  })

  it('lists chains put together, negative cases and rivals', () => {
    const codings = [base.codings[0]!, code(two, 'trust', 'trust', 'mechanism'), code(three, 'table', 'table', 'outcome')]
    expect(kind({ codings, evidence: [] }, 'put together')).toEqual([['whole', 'put together', 3]])
    expect(kind({ codings, evidence: [] }, 'negative cases')).toEqual([['whole', 'negative cases', 2]])
    const rival = configuration('C2', { context: ['norms'], mechanism: ['money'], outcome: ['table'] }, { rivalOf: 'C1' })
    expect(kind({ configurations: [...base.configurations, rival] }, 'rival')).toEqual([['whole', 'rival', 0]])
  })

  it('lists verdicts that differ and cases without one, where verdicts are given at all', () => {
    const cell = (id: string, of: string, status: 'fired' | 'did not fire' | 'no data') => ({
      id,
      case: of,
      theme: null,
      configuration: 'C1',
      theory: null,
      summary: null,
      status,
      extra: {},
    })
    expect(kind({ cells: [cell('a', 'north', 'fired'), cell('b', 'south', 'did not fire')] }, 'verdicts differ')).toEqual([
      ['whole', 'verdicts differ', 2],
    ])
    expect(kind({ cells: [cell('a', 'north', 'fired'), cell('b', 'south', 'no data')] }, 'case without verdict')).toEqual([
      ['whole', 'case without verdict', 1],
    ])
    expect(kind({ cells: [cell('a', 'north', 'fired')] }, 'case without verdict')).toEqual([['whole', 'case without verdict', 1]])
    expect(kind({}, 'case without verdict')).toEqual([])
  })

  it('lists passages that coders read differently, and who disputed it when it was shown', () => {
    const codings = [...base.codings, code(one, 'trust', 'trust', 'context', { id: 'other', coder: 'CD' })]
    expect(kind({ codings }, 'coders disagree')).toEqual([['mechanism', 'coders disagree', 1]])
    const reply = {
      id: 'r',
      round: null,
      respondent: '2',
      item: 'C1',
      response: 'disputes',
      transcript: null,
      start: null,
      end: null,
      text: null,
      action: null,
      reason: null,
      extra: {},
    } as const
    expect(kind({ responses: [reply] }, 'disputed when shown')).toEqual([['whole', 'disputed when shown', 1]])
    expect(kind({ responses: [{ ...reply, response: 'agrees' }] }, 'disputed when shown')).toEqual([])
  })

  it('says what the evidence and the negative cases say', () => {
    let rows = 0
    fc.assert(
      fc.property(theoryStudy, made => {
        for (const meant of made.configurations) {
          const listed = listContested(made, meant).rows
          const { parts } = gatherEvidence(made, meant)
          const against = parts
            .filter(part => part.from === 'evidence' && part.stance === 'refutes')
            .map(part => [part.part, part.sources.length])
          expect(listed.filter(row => row.kind === 'evidence against').map(row => [row.part, row.n])).toEqual(against)
          const sources = negativeCases(made, meant).rows.length
          expect(listed.filter(row => row.kind === 'negative cases').map(row => row.n)).toEqual(sources === 0 ? [] : [sources])
          rows += listed.length
        }
      }),
    )
    expect(rows).toBeGreaterThan(100)
  })

  it('does not depend on the order of what was coded', () => {
    const sorted = (made: Study) =>
      listContested(made)
        .rows.map(row => JSON.stringify(row))
        .sort()
    fc.assert(
      fc.property(theoryStudy, fc.nat(), (made, seed) => {
        expect(sorted(shuffled(made, seed))).toEqual(sorted(made))
      }),
    )
  })

  it('knows no other configuration', () => {
    expect(() => listContested(base, 'C9')).toThrow('no such configuration')
  })
})
