import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import type { Study } from '../../src/study/index.js'
import { demiRegularities, findNearby, followRipples, gatherEvidence, negativeCases, readingList } from '../../src/theory/index.js'
import { code, coding, quoteRow, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence } from './theoryStudy.js'

const ids = ['10', '11', '12', '13']
const talks = ids.map(id =>
  transcript(`i${id}`, [[id, 'Norms came at last and we trust each other now. Plans came.']], { cases: [id === '13' ? 'south' : 'north'] }),
)
const told = (i: number, account: string | null) => [
  coding(talks[i]!, 'Norms came', 'norms', { role: 'context', account }),
  coding(talks[i]!, 'we trust', 'trust', { account }),
]

/** A study in which these people tell of norms and trust; what the first says of trust is given to no number. */
function made(people: readonly number[], facts: Partial<Study> = {}): Study {
  return study({
    transcripts: talks,
    respondents: ids.map(id => respondent(id, id === '13' ? 'director' : 'nurse')),
    cases: ['north', 'south'].map(id => ({ id, name: `The ${id}`, extra: {} })),
    codes: ['norms', 'trust', 'care', 'plan'].map(id => code(id)),
    codings: people.flatMap(i => told(i, `a${i}`)),
    configurations: [configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['care'] })],
    quotes: [quoteRow('q1', talks[0]!, 'we trust', [], { attribution: 'role', approved: 'yes', form: 'verbatim' })],
    ...facts,
  })
}
const options = { register: noNames('invented'), language: en } as const
const safeOf = (one: Study) => anonymise(one, options).study
const unlinkedOf = (one: Study) => anonymise(one, { ...options, labels: 'unlinked' }).study

describe('what readers are told of one who is named by no number', () => {
  const team = made([0])
  const safe = safeOf(team)

  it('is told to the team', () => {
    expect(findNearby(team).rows.map(row => row.sources)).toEqual([1])
    expect(negativeCases(team, 'C1').rows.map(row => row.source)).toEqual(['10'])
    expect(readingList(team).rows.length).toBe(1)
    expect(gatherEvidence(team, 'C1').threads.partly.map(one => one.source.id)).toEqual(['10'])
  })

  it('does not stand beside what else that one said', () => {
    expect(findNearby(safe, { atLeast: 0 }).rows).toEqual([])
    expect(findNearby(safe).basis).toMatch(/1 of fewer than three sources are left out/u)
    expect(readingList(safe).rows).toEqual([])
    expect(negativeCases(safe, 'C1').rows).toEqual([])
    expect(negativeCases(safe, 'C1').basis).toMatch(/fewer than three sources left out whose passages may not be put together/u)
    expect(demiRegularities(safe).rows).toEqual([])
    expect(gatherEvidence(safe, 'C1').notes.join()).toMatch(/only counted by passages that may be put side by side/u)
  })

  it('is counted where three told it, by no group', () => {
    const three = safeOf(made([0, 1, 2]))
    expect(findNearby(three).rows.map(row => [row.sources, row.groups])).toEqual([[3, null]])
    expect(readingList(three).rows.map(row => [row.sources, row.groups])).toEqual([[3, null]])
    // Two may be named, and the one who may not is not told by what is left.
    expect(negativeCases(three, 'C1').rows.map(row => [row.source, row.sources])).toEqual([
      [expect.stringMatching(/^Respondent 1[12]$/u), 1],
      [expect.stringMatching(/^Respondent 1[12]$/u), 1],
    ])
    expect(findNearby(safeOf(made([0, 1]))).rows.map(row => row.sources)).toEqual([1])
  })

  it('carries no ripple', () => {
    const chain = made([0], {
      configurations: [
        configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['care'] }),
        configuration('C2', { context: ['care'], mechanism: ['trust'], outcome: ['plan'] }),
      ],
      codings: [
        ...told(0, null),
        coding(talks[0]!, 'Plans', 'care', { role: 'outcome' }),
        coding(talks[0]!, 'came at last', 'plan', { role: 'outcome' }),
      ],
    })
    expect(followRipples(chain).rows.map(row => row.sources)).toEqual([1])
    expect(followRipples(safeOf(chain)).rows.map(row => [row.sources, row.groups])).toEqual([[0, null]])
  })
})

describe('where nothing may be tied together', () => {
  it('only what three told is told', () => {
    const [two, three] = [
      [1, 2],
      [0, 1, 2],
    ].map(people => unlinkedOf(made(people)))
    expect(findNearby(two!).rows).toEqual([])
    expect(negativeCases(two!, 'C1').rows).toEqual([])
    expect(findNearby(three!).rows.map(row => [row.sources, row.groups])).toEqual([[3, null]])
    expect(negativeCases(three!, 'C1').rows.map(row => [row.source, row.group, row.sources])).toEqual([[null, null, 3]])
  })
})

describe('classes of few people', () => {
  it('are put together, or left out', () => {
    const all = made([1, 2, 3], { quotes: [], evidence: [evidence('e1', 'C1', { account: 'a3', stance: 'supports' })] })
    const safe = safeOf(all)
    expect(gatherEvidence(all, 'C1').table.toText()).toContain('director')
    const shown = [findNearby(safe), readingList(safe), gatherEvidence(safe, 'C1').table, negativeCases(safe, 'C1')].map(one =>
      one.toText(),
    )
    for (const text of shown) expect(text).not.toContain('director')
    expect(negativeCases(all, 'C1', { by: 'case' }).rows.map(row => row.case)).toEqual(['The north', 'The south'])
    const cases = negativeCases(safe, 'C1', { by: 'case' })
    expect(cases.rows).toEqual([])
    expect(cases.basis).toMatch(/2 cases of fewer than three people left out/u)
  })
})
