import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { anonymise, checkNotebook } from '../../src/privacy/index.js'
import { type SafeStudy, StudyError } from '../../src/study/index.js'
import { Table, teamNote } from '../../src/table/index.js'
import { entry, respondent, studyOf, transcript } from '../builders.js'

const interview = transcript('i1', [
  '10: It was Greta Vos who called me.',
  '11: I would rather not be quoted on any of this at all, you know.',
])
const study = studyOf([interview], { respondents: [respondent('10'), respondent('11', { consent: 'none' })] })
const recognisers = [
  (text: string) =>
    [...text.matchAll(/06-\d{8}/gu)].map(({ 0: found, index }) => ({
      type: 'PHONE',
      start: index,
      end: index + found.length,
      text: found,
      certainty: 'sure' as const,
    })),
]
const { study: safe } = anonymise(study, { register: [entry('Greta Vos', { variants: ['Vos'] })], language: en, recognisers })

const notebook = (...cells: readonly object[]) => JSON.stringify({ nbformat: 4, metadata: { kernelspec: { name: 'deno' } }, cells })
const printed = (output: object) => notebook({ cell_type: 'code', source: ['study'], outputs: [output] })
const told = (json: string, of: SafeStudy = safe) => checkNotebook(json, of, 'a.ipynb').problems.map(one => one.what)

describe('checkNotebook', () => {
  it('finds a name in every part of a notebook, and says in which cell', () => {
    const places: readonly (readonly [string, string])[] = [
      [notebook({ cell_type: 'code', source: ['find("Gre', 'ta Vos")'], outputs: [] }), 'cell 1'],
      [notebook({ cell_type: 'markdown', source: '# Gre**ta** V&#111;s' }), 'cell 1'],
      [
        notebook({ cell_type: 'raw', source: 'x' }, { cell_type: 'code', source: '', metadata: { tags: ['Greta Vos'] } }),
        'cell 2, metadata',
      ],
      [notebook({ cell_type: 'markdown', source: 'x', attachments: { 'greta-vos.png': {} } }), 'cell 1, attachment'],
      [printed({ output_type: 'stream', text: ['Gre\u001b[31m', 'ta\u001b[0m Vos\n'] }), 'cell 1, output 1'],
      [printed({ data: { 'text/html': '<td>Gre<wbr>ta Vos</td>', 'text/plain': 'G. Vos' } }), 'cell 1, output 1'],
      [printed({ data: { 'image/svg+xml': ['<svg><text>Greta&#32;Vos</text></svg>'] } }), 'cell 1, output 1'],
      [printed({ data: { 'application/json': { rows: [{ name: 'Greta Vos' }] } } }), 'cell 1, output 1'],
      [printed({ data: { 'application/vnd.dataresource+json': '{"a":"Greta Vos"}' } }), 'cell 1, output 1'],
      [printed({ output_type: 'error', ename: 'Error', evalue: 'no', traceback: ['at \u001b[1mGreta Vos'] }), 'cell 1, output 1'],
      [JSON.stringify({ nbformat: 4, cells: [], metadata: { authors: [{ name: 'Greta Vos' }] } }), 'metadata'],
    ]
    for (const [json, place] of places) expect(told(json), json).toEqual([`${place}: this would print the name of row 2 of the register`])
  })

  it('finds words of someone who may not be quoted, what leads to a person, and results for the team', () => {
    expect(told(printed({ text: 'rather not be quoted on any of this' }))[0]).toContain('six words or more')
    expect(told(printed({ text: 'call 06-12345678' }))[0]).toContain('a telephone number')
    const team = new Table({ title: 'T', columns: ['a'], rows: [{ a: 1 }], basis: '', of: study })
    expect(told(printed({ data: { 'text/html': team.toHtml() } }))).toEqual(['cell 1, output 1: this is for the team only'])
    expect(teamNote.length).toBeGreaterThan(10)
  })

  it('says nothing of a clean notebook, and where there are pictures it cannot read', () => {
    const table = new Table({ title: 'T', columns: ['a'], rows: [{ a: 'Greta' }], basis: '', of: safe })
    const json = printed({ data: { 'text/html': table.toHtml(), 'image/png': 'iVBORw0KGgo=' } })
    expect(checkNotebook(json, safe)).toEqual({ problems: [], unread: ['cell 1, output 1, image/png'] })
  })

  it('tells no content, and refuses what is no notebook or no safe study', () => {
    const problems = checkNotebook(printed({ text: 'Greta Vos 06-12345678' }), safe).problems
    expect(problems).toHaveLength(2)
    expect(JSON.stringify(problems)).not.toMatch(/Greta|Vos|1234/u)
    for (const json of ['', '[]', '{"cells":3}', 'Greta Vos']) expect(() => checkNotebook(json, safe)).toThrow(StudyError)
    expect(() => checkNotebook(notebook(), { ...safe } as SafeStudy)).toThrow('a safe study')
  })
})
