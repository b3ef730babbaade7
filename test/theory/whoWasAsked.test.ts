import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable, membersOf, sourcesOf, stanceOf } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { whoWasAsked } from '../../src/theory/index.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const ids = (sources: readonly { readonly id: string }[]) => sources.map(one => one.id)
const prompt = (id: string, at: string, facts: object = {}) => ({
  ...{ id, transcript: at, start: null, end: null, configuration: 'C1', theory: null, extra: {} },
  ...facts,
})
const answer = (id: string, at: string, topic: string, status: 'asked' | 'volunteered' | 'not reached') => ({
  ...{ id, transcript: at, topic, start: null, end: null, status, extra: {} },
})

const talks = ['1', '2', '3', '4+5'].map((who, i) => transcript(`i${i + 1}`, [[who, 'Norms came, we trust. Nobody helped.']]))
const made: Study = study({
  transcripts: talks,
  respondents: ['1', '2', '3', '4', '5'].map(id => respondent(id, 'nurse')),
  codes: [code('norms', { topic: 'q' }), code('trust')],
  codings: [
    coding(talks[0]!, 'Norms came', 'norms', { role: 'context' }),
    coding(talks[0]!, 'Nobody helped', 'trust', { role: 'mechanism', stance: 'refutes' }),
    coding(talks[1]!, 'Norms came', 'norms', { role: 'outcome' }),
    coding(talks[3]!, 'we trust', 'trust', { role: 'mechanism' }),
  ],
  configurations: [configuration('C1', { context: ['norms'], mechanism: ['trust'] })],
})

describe('whoWasAsked', () => {
  it('tells who it was put to and who was asked, what they said, and who said nothing', () => {
    const asked = {
      ...made,
      prompts: [prompt('p1', 'i1'), prompt('p2', 'i1'), prompt('p3', 'i4')],
      answers: [answer('a1', 'i2', 'q', 'asked'), answer('a2', 'i3', 'q', 'not reached'), answer('a3', 'i3', 'other', 'asked')],
    }
    const found = whoWasAsked(asked, asked.configurations[0]!)
    expect([ids(found.put), found.conversations, ids(found.asked!)]).toEqual([['1', '4;5'], 2, ['2']])
    expect(Object.values(found.said).map(ids)).toEqual([['1', '4;5'], [], ['1']])
    // A code in another role says nothing of it; who was not asked is not silent.
    expect(ids(found.silent)).toEqual(['2'])
  })

  it('is not known where nothing was recorded', () => {
    const found = whoWasAsked(made, made.configurations[0]!)
    expect([found.put, found.conversations, found.asked, found.silent]).toEqual([[], 0, null, []])
  })

  it('looks at every version of the theory the configuration went through, and at no other', () => {
    const theory = (id: string, from: string | null) =>
      ({ id, from, kind: null, date: null, statement: null, origin: null, reason: null, extra: {} }) as const
    const versions = {
      ...made,
      codings: [],
      theories: [theory('t1', null), theory('t2', 't1'), theory('t3', 't2')],
      configurations: [
        configuration('A', { context: ['norms'] }, { theory: 't1' }),
        configuration('C1', { context: ['norms'] }, { theory: 't2', from: ['A'], change: 'narrowed' }),
        configuration('C1', { context: ['trust'] }, { theory: 't3', change: 'new' }),
      ],
      prompts: [prompt('p1', 'i1', { configuration: 'A', theory: 't1' }), prompt('p2', 'i2', { theory: 't3' }), prompt('p3', 'i3')],
    }
    const [, second, third] = versions.configurations
    expect(ids(whoWasAsked(versions, second!).put)).toEqual(['1', '3'])
    expect(ids(whoWasAsked(versions, third!).put)).toEqual(['2', '3'])
    const told = {
      ...versions,
      evidence: [evidence('e1', 'A', { theory: 't1', coding: 'x' })],
      codings: [{ ...made.codings[0]!, id: 'x' }],
    }
    expect(ids(whoWasAsked(told, second!).silent)).toEqual(['3'])
  })

  it('finds what going through every source finds, whatever order things stand in', () => {
    let silent = 0
    fc.assert(
      fc.property(theoryStudy, fc.subarray([0, 1, 2, 3], { minLength: 1 }), fc.nat(), (plain, at, seed) => {
        const rows = at.filter(i => i < plain.transcripts.length).map(i => prompt(`p${i}`, `t${i}`))
        const asking = { ...plain, prompts: rows }
        const meant = asking.configurations[0]!
        const found = whoWasAsked(asking, meant)
        expect(whoWasAsked(shuffled(asking, seed), meant)).toEqual(found)
        const { homeOf } = sourcesOf(asking)
        const put = new Set(
          asking.transcripts
            .filter(one => rows.some(row => row.transcript === one.id))
            .flatMap(one => membersOf(one).map(who => homeOf(who).id)),
        )
        expect(ids(found.put)).toEqual([...put].sort())
        const codes = (role: string) => (meant as unknown as Readonly<Record<string, readonly string[]>>)[role] ?? []
        const given = asking.evidence.filter(one => one.configuration === 'C1')
        const isSaid = (one: ReturnType<typeof countable>[number]) =>
          codes(one.coding.role).includes(one.coding.code) ||
          given.some(row => row.coding === one.coding.id || (row.account !== null && row.account === one.coding.account))
        const spoken = [...countable(asking)].filter(isSaid)
        for (const source of put) {
          const may = spoken.some(one => one.speakers.some(who => homeOf(who).id === source))
          // A superseded coding may be evidence too, so that somebody who said only that is not silent.
          if (ids(found.silent).includes(source)) expect(may).toBe(false)
          const refutes = spoken.some(
            one =>
              one.speakers.every(who => homeOf(who).id === source) &&
              one.speakers.length > 0 &&
              codes(one.coding.role).includes(one.coding.code) &&
              stanceOf(one.coding) === 'refutes',
          )
          if (refutes) expect(ids(found.said.refutes)).toContain(source)
        }
        silent += found.silent.length
      }),
      { numRuns: 300, seed: 9 },
    )
    expect(silent).toBeGreaterThan(20)
  })
})
