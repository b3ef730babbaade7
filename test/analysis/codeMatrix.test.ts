import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeMatrix, countable, countCodes, passagesIn, sourcesOf } from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { coding, quoteRow, respondent, study, transcript } from './makeStudy.js'
import { randomStudy } from './randomStudy.js'

const words = 'We came to trust each other more than before'
const talks = ['1', '2', '3', '4+5'].map((who, i) => transcript(`t${i}`, [[who, `${words} here`]]))
const made = {
  ...study({ transcripts: talks, codings: talks.map(one => coding(one, words, 'trust')) }),
  cases: ['north', 'all', 'west'].map(id => ({ id, name: id, extra: {} })),
  respondents: ['1', '2', '3', '4', '5'].map((id, i) => respondent(id, i < 3 ? 'nurse' : 'doctor', { cases: [i < 3 ? 'north' : 'all'] })),
}

describe('codeMatrix', () => {
  it('counts codes per case, those without any too, and calls no case as a column beside it', () => {
    expect(codeMatrix(made).rows).toEqual([{ code: 'trust', role: 'mechanism', north: 3, 'all (as a name)': 1, west: 0, all: 4 }])
  })

  it('counts passages per source, a pair as one, and what is of no one source apart', () => {
    const both = { ...made, transcripts: [...talks, transcript('t9', [['1+2', words]])] }
    const unsure = { ...both, codings: [...made.codings, coding(both.transcripts[4]!, words, 'trust')] }
    expect(codeMatrix(unsure, { by: 'source' }).rows).toEqual([
      { code: 'trust', role: 'mechanism', '1': 1, '2': 1, '3': 1, '4, 5': 1, 'no one source': 1, all: 5 },
    ])
    expect(codeMatrix(unsure, { by: 'source', count: 'sources' }).rows[0]).toMatchObject({ '4, 5': 1, all: 4 })
  })

  it('has the totals and the cells of countCodes, however it is divided', () => {
    fc.assert(
      fc.property(randomStudy, fc.constantFrom('group', 'case', 'round'), fc.constantFrom('sources', 'passages'), (one, by, count) => {
        const field = count === 'sources' ? 'sources' : 'codings'
        const rows = codeMatrix(one, { by, count }).rows
        expect(rows.map(row => [row.code, row.role, row.all])).toEqual(countCodes(one).rows.map(row => [row.code, row.role, row[field]]))
        const cells = rows.flatMap(({ code, role, all: _, ...parts }) =>
          Object.entries(parts).flatMap(([part, n]) => (n === 0 ? [] : [[code, role, part, n].join(' ')])),
        )
        expect(cells.sort()).toEqual(
          countCodes(one, { by })
            .rows.map(row => [row.code, row.role, row.in, row[field]].join(' '))
            .sort(),
        )
      }),
    )
  })

  it('gives every passage to its source, or to none, and each source what is certain to be its own', () => {
    fc.assert(
      fc.property(randomStudy, one => {
        const { homeOf } = sourcesOf(one)
        for (const { code, role, all, ...parts } of codeMatrix(one, { by: 'source' }).rows) {
          const said = countable(one).filter(row => row.coding.code === code && row.coding.role === role)
          const sum = Object.values(parts).reduce<number>((total, n) => total + Number(n), 0)
          // A passage that two codings of different speakers overlap on is told under both.
          expect(sum).toBeGreaterThanOrEqual(Number(all))
          for (const [name, n] of Object.entries(parts)) {
            if (name === 'no one source') continue
            const own = said.filter(({ speakers }) => speakers.length > 0 && new Set(speakers.map(id => homeOf(id).id)).size === 1)
            const hers = own.filter(({ speakers }) => homeOf(speakers[0]!).respondents.join(', ') === name)
            expect(n).toBe(passagesIn(hers.map(row => row.coding)))
          }
        }
      }),
    )
  })

  it('says the same in any order', () => {
    fc.assert(
      fc.property(randomStudy, fc.constantFrom('case', 'source'), (one, by) => {
        expect(codeMatrix({ ...one, codings: [...one.codings].reverse() }, { by }).rows).toEqual(codeMatrix(one, { by }).rows)
      }),
    )
  })

  it('ties for readers no passage to a source that a quote gives to a group, and puts small cases together', () => {
    const quoted = { ...made, quotes: [quoteRow('q1', talks[0]!, words, [], { attribution: 'role' })] }
    const { study: safe } = anonymise(quoted, { register: noNames('made up'), language: en })
    expect(codeMatrix(safe, { by: 'source' }).rows[0]).toEqual({
      ...{ code: 'trust', role: 'mechanism', 'Respondent 2': 1, 'Respondent 3': 1, 'Respondents 4 and 5': 1, 'no one source': 1, all: 4 },
    })
    expect(codeMatrix(safe).columns).not.toContain('all (as a name)')
    const unlinked = anonymise(made, { register: noNames('made up'), language: en, labels: 'unlinked' }).study
    expect(() => codeMatrix(unlinked, { by: 'source' })).toThrow(/unlinked[\s\S]*for the team/u)
  })

  it('refuses what nothing can be counted by, all at once', () => {
    expect(() => codeMatrix(made, { by: 'town' as never, count: 'words' as never })).toThrow(/2 problems/u)
  })
})
