import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frameworkMatrix } from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import type { Case, Study } from '../../src/study/index.js'
import { coding, respondent, study, theme, transcript } from './makeStudy.js'

const caseRow = (id: string, extra: Readonly<Record<string, string>> = {}): Case => ({ id, name: `Network ${id}`, extra })
type CellRow = Study['cells'][number]
const cell = (of: string, on: string, facts: Partial<CellRow>): CellRow => ({
  id: `${of}.${on}`,
  ...{ case: of, theme: on, configuration: null, theory: null, summary: null, status: null, extra: {} },
  ...facts,
})

const talks = ['1', '2', '3', '4'].map(id => transcript(`t${id}`, [[id, 'We trusted them and it was slow']]))
const made: Study = {
  ...study({
    transcripts: talks,
    codings: [
      coding(talks[0]!, 'trusted them', 'trust'),
      coding(talks[1]!, 'trusted', 'trust'),
      coding(talks[2]!, 'slow', 'pace'),
      coding(talks[3]!, 'trusted them', 'trust', { about: 'b' }),
    ],
    themes: [theme('trust', ['trust'], { label: 'Trust' }), theme('pace', ['pace'], { label: 'Pace' })],
  }),
  cases: [caseRow('a', { size: '10', kind: 'new' }), caseRow('b', { size: '9', kind: 'old' }), caseRow('c', { size: '2', kind: 'new' })],
  respondents: ['1', '2', '3', '4'].map(id => respondent(id, null, { cases: [id === '3' ? 'c' : 'a'] })),
  cells: [cell('a', 'trust', { summary: 'They trust each other', status: 'observed' }), cell('c', 'trust', { status: 'missing' })],
}

describe('cases beside themes', () => {
  it('show the summary, the status, and how many sources speak of the case: missing is not none', () => {
    expect(frameworkMatrix(made).rows).toEqual([
      { case: 'Network a', Trust: 'They trust each other [observed; 2 sources, 2 passages]', Pace: '[nothing coded]' },
      { case: 'Network b', Trust: '[coded; 1 source, 1 passage]', Pace: '[nothing coded]' },
      { case: 'Network c', Trust: '[missing]', Pace: '[coded; 1 source, 1 passage]' },
    ])
  })

  it('stand cell by cell too, with the same counts', () => {
    const cells = frameworkMatrix(made, { as: 'cells' }).rows
    expect(cells).toHaveLength(6)
    expect(cells[0]).toEqual({
      case: 'Network a',
      theme: 'Trust',
      status: 'observed',
      summary: 'They trust each other',
      sources: 2,
      passages: 2,
    })
  })

  it('are ordered by an attribute, numbers as numbers, and put together with totals', () => {
    expect(frameworkMatrix(made, { sortBy: 'size' }).rows.map(row => row.case)).toEqual(['Network c', 'Network b', 'Network a'])
    const grouped = frameworkMatrix(made, { groupBy: 'kind', sortBy: 'size' }).rows
    expect(grouped.map(row => [row.kind, row.case, row.Trust])).toEqual([
      ['new', 'Network c', '[missing]'],
      ['new', 'Network a', 'They trust each other [observed; 2 sources, 2 passages]'],
      ['new', 'all (2)', 'missing 1, observed 1'],
      ['old', 'Network b', '[coded; 1 source, 1 passage]'],
      ['old', 'all (1)', 'coded 1'],
    ])
  })

  it('are those asked for, and what the study does not have is refused, all at once', () => {
    const some = frameworkMatrix(made, { rows: ['Network b'], columns: ['pace'] })
    expect([some.columns, some.rows.length]).toEqual([['case', 'Pace'], 1])
    const attempt = () => frameworkMatrix(made, { rows: ['nowhere'], columns: ['nothing'], sortBy: 'colour' })
    expect(attempt).toThrow(/3 problems[\s\S]*cases\.csv[\s\S]*themes\.csv[\s\S]*attribute/u)
  })

  it('that nobody is of are told of nobody, to readers too', () => {
    const bare: Study = { ...study({ themes: made.themes }), cases: made.cases, cells: made.cells }
    const { study: safe } = anonymise(bare, { register: noNames('made up'), language: en })
    expect(frameworkMatrix(safe).rows.map(row => row.case)).toEqual(['Network a', 'Network b', 'Network c'])
  })

  it('of fewer than three people are put together for readers, without their summaries', () => {
    const { study: safe } = anonymise(made, { register: noNames('made up'), language: en })
    const table = frameworkMatrix(safe)
    // Three people are of case a; one is of c, and nobody of b, who is told of all the same.
    expect(table.toCsv()).not.toContain('Network c')
    expect(table.rows.map(row => row.case)).toContain('other')
  })
})

// Nine factsheets under fixed headings. They are read where they lie, and nothing of them is kept here.
const file = new URL('../../../shared/sources/factsheets-2024-nl.md', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the published factsheets are not on this machine: their test is skipped')

describe.skipIf(!isThere)('the published factsheets', () => {
  const headings = [
    'Aanleiding',
    'Effecten',
    'Succesfactoren proces',
    'Aandachtspunten proces',
    'Organisatie en gemaakte afspraken',
    'Blijvende uitdagingen',
  ]

  it('stand as nine cases beside their fixed headings, each cell as it is written', () => {
    const text = readFileSync(file, 'utf8')
    const parts = text.slice(text.indexOf('\n# Leeswijzer factsheets')).split(/\n# /u).slice(1)
    const sheets = parts.filter(part => /\n#+ Aanleiding\n/u.test(part) && /\n#+ Succesfactoren/u.test(part))
    expect(sheets).toHaveLength(9)
    const section = (sheet: string, heading: string) =>
      sheet
        .split(/\n#{2,4} /u)
        .find(one => one.startsWith(`${heading}\n`))
        ?.slice(heading.length)
        .trim() ?? null
    const cases = sheets.map(
      (sheet, i): Case => ({
        id: `k${i}`,
        name: sheet
          .slice(0, sheet.indexOf('\n'))
          .replace(/<[^>]+>.*$/u, '')
          .trim(),
        extra: {},
      }),
    )
    const themes = headings.map((label, i) => theme(`h${i}`, [], { label }))
    const cells = sheets.flatMap((sheet, i) =>
      headings.flatMap((heading, h) => {
        const summary = section(sheet, heading)
        return summary === null ? [] : [cell(`k${i}`, `h${h}`, { summary, status: 'observed' })]
      }),
    )
    const sheetStudy: Study = { ...study({ themes }), language: 'nl', cases, cells }
    const matrix = frameworkMatrix(sheetStudy)
    expect(matrix.rows).toHaveLength(9)
    expect(matrix.columns).toEqual(['case', ...headings])
    for (const row of matrix.rows) expect(String(row.Aanleiding)).toMatch(/\p{L}.*\[observed\]$/su)
    const long = frameworkMatrix(sheetStudy, { as: 'cells' }).rows
    expect(long.filter(row => row.status === 'observed')).toHaveLength(cells.length)
    expect(long.filter(row => row.status === 'nothing coded')).toHaveLength(9 * headings.length - cells.length)
    expect(cells.length).toBeGreaterThan(45)
    // Nobody of these cases was spoken with, so nothing is put together; what surely leads to somebody is refused.
    const { study: safe } = anonymise(sheetStudy, { register: noNames('it is looked at what the gate says'), language: nl })
    expect(frameworkMatrix(safe).rows).toHaveLength(9)
    expect(() => frameworkMatrix(safe).toCsv()).toThrow(/what looks like/u)
  })
})
