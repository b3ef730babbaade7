import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable, fragmentTable } from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { isRName } from '../../src/table/index.js'
import { code, coding, quoteRow, respondent, study, transcript } from './makeStudy.js'
import { randomStudy } from './randomStudy.js'

const words = 'We came to trust each other more than before'
const talks = ['1', '2', '3'].map(who => transcript(`t${who}`, [[who, `${words} here`]]))
const made = {
  ...study({ transcripts: talks }),
  codes: [code('k1', { name: 'elkaar vertrouwen' }), code('k2', { name: 'group', parent: 'k1' }), code('k3', { name: 'unused' })],
  codings: [
    ...talks.map(one => coding(one, words, 'k1')),
    coding(talks[1]!, words, 'k2', { role: 'context' }),
    coding(talks[1]!, words, 'k1', { coder: 'CD' }),
    coding(talks[2]!, 'trust', 'k2'),
  ],
  respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse')),
}

describe('fragmentTable', () => {
  it('has a row per fragment, 1 where a code was given by anybody, and says which code a column is', () => {
    const { table, columns } = fragmentTable(made)
    expect(table.columns.slice(7)).toEqual(['elkaar_vertrouwen', 'group_2', 'unused'])
    expect(
      table.rows.map(row => [row.fragment, row.transcript, row.speaker, row.group, row.elkaar_vertrouwen, row.group_2, row.unused]),
    ).toEqual([
      [1, 't1', '1', 'nurse', 1, 0, 0],
      [2, 't2', '2', 'nurse', 1, 1, 0],
      [3, 't3', '3', 'nurse', 1, 0, 0],
      [4, 't3', '3', 'nurse', 0, 1, 0],
    ])
    expect(columns.rows[1]).toEqual({ column: 'group_2', code: 'elkaar vertrouwen > group', role: null })
  })

  it('has a column per code and role that were used together when that is asked', () => {
    const { table } = fragmentTable(made, { columns: 'code and role' })
    expect(table.columns.slice(7)).toEqual(['elkaar_vertrouwen_mechanism', 'group_context', 'group_mechanism'])
    expect(() => fragmentTable(made, { columns: 'words' as never })).toThrow(/no such columns/u)
  })

  it('adds up to the fragments that going through every coding finds, in any order, under names of R', () => {
    fc.assert(
      fc.property(randomStudy, one => {
        const { table, columns } = fragmentTable(one)
        const said = countable(one).map(row => row.coding)
        expect(table.rows).toHaveLength(new Set(said.map(row => `${row.transcript} ${row.start} ${row.end}`)).size)
        for (const { column, code: name } of columns.rows) {
          const own = said.filter(row => row.code === name).map(row => `${row.transcript} ${row.start} ${row.end}`)
          expect(table.rows.filter(row => row[column] === 1)).toHaveLength(new Set(own).size)
        }
        for (const name of table.columns) expect(isRName(name), name).toBe(true)
        expect(fragmentTable({ ...one, codings: [...one.codings].reverse() }).table.rows).toEqual(table.rows)
      }),
    )
  })

  it('tells readers no more of who spoke than the quote of the passage does', () => {
    const quoted = { ...made, quotes: [quoteRow('q1', talks[0]!, words, [], { attribution: 'role' })] }
    const { study: safe } = anonymise(quoted, { register: noNames('made up'), language: en })
    const last = fragmentTable(safe).table.rows.at(-1)!
    expect([last.transcript, last.turn, last.speaker, last.round, last.group]).toEqual([null, null, null, null, 'nurse'])
    const none = { ...made, quotes: [quoteRow('q1', talks[0]!, words, [], { attribution: 'none' })] }
    const hidden = fragmentTable(anonymise(none, { register: noNames('made up'), language: en }).study).table.rows.at(-1)!
    expect(hidden.group).toBe(null)
  })
})
