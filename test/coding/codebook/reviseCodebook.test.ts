import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axialPass, compareCodebook, openPass, readCodebook, replay, reviseCodebook, undoPass } from '../../../src/coding/index.js'
import { codebookTable } from '../../../src/report/index.js'
import { type Code, findProblems, type Study, StudyError } from '../../../src/study/index.js'
import { by, studyOf, transcript } from '../../builders.js'

const interview = transcript('i1', ['1: We trusted each other. We shared what failed.'])
let ids: readonly string[] = []
const study = openPass(
  studyOf([interview], { topics: [{ id: 'g1', label: 'How it began', parent: null, role: null, extra: {} }] }),
  by,
  pass => {
    pass.define('trust', { role: 'mechanism', definition: 'counting on one another' })
    pass.define('failures', { role: 'mechanism', parent: 'trust', whenNot: 'not of gossip' })
    pass.define('norms', { role: 'context' })
    ids = [
      pass.code(pass.fragment('i1', 'We trusted each other'), 'trust'),
      pass.code(pass.fragment('i1', 'We shared what failed'), 'failures'),
    ]
  },
)
const csv = codebookTable(study).toCsv()
const differences = (of: Study, text: string) =>
  compareCodebook(of, readCodebook(text)).rows.map(row => [row.row, row.code, row.what, row.before, row.after, row.note])
const codeIn = (of: Study, id: string) => of.codes.find(code => code.id === id)
const revise = (text: string, of = study) => reviseCodebook(of, by, text)

function problemsOf(text: string, of = study): readonly string[] {
  try {
    revise(text, of)
  } catch (error) {
    if (error instanceof StudyError) return error.problems.map(({ file, row, column, what }) => `${file} ${row} ${column}: ${what}`)
    throw error
  }
  return []
}

describe('a codebook that comes back', () => {
  it('as it went makes no difference', () => {
    expect(differences(study, csv)).toEqual([])
    expect(revise(csv)).toBe(study)
    for (const options of [{ delimiter: ';' }, { delimiter: '\t', bom: true }] as const)
      expect(differences(study, codebookTable(study).toCsv(options))).toEqual([])
  })

  it('is told in words, and done in one pass that can be taken back', () => {
    const text = [
      'id;name;parent;role;definition;whenNot;topic;retired;typical',
      `trust;trusting;;outcome;counting on colleagues;;How it began;;${ids[0]}`,
      'failures;failures;norms;mechanism;;;;yes;',
      'k9;hope;trust;;what keeps people going;;;;',
    ].join('\n')
    expect(differences(study, text)).toEqual([
      [2, 'trusting', 'renamed', 'trust', 'trusting', ''],
      [2, 'trusting', 'role changed', 'mechanism', 'outcome', ''],
      [2, 'trusting', 'definition changed', 'counting on one another', 'counting on colleagues', ''],
      [2, 'trusting', 'topic changed', '', 'g1', ''],
      [2, 'trusting', 'typical examples changed', '', ids[0], ''],
      [3, 'failures', 'moved under another code', 'trust', 'norms', ''],
      [3, 'failures', 'when not to use changed', 'not of gossip', '', ''],
      [3, 'failures', 'retired', '', 'true', ''],
      [4, 'hope', 'added', '', 'under "trusting"', ''],
      [null, 'norms', 'not in the file', '', '', 'stays as it is'],
    ])
    const revised = revise(text)
    expect(codeIn(revised, 'trust')).toMatchObject({ name: 'trusting', role: 'outcome', topic: 'g1', typical: [ids[0]] })
    expect(codeIn(revised, 'failures')).toMatchObject({ parent: 'norms', whenNot: null, retired: true })
    expect(codeIn(revised, 'k9')).toMatchObject({ name: 'hope', parent: 'trust', definition: 'what keeps people going' })
    expect(codeIn(revised, 'norms')).toEqual(codeIn(study, 'norms'))
    expect(revised.codings).toEqual(study.codings)
    expect(findProblems(revised)).toEqual([])
    expect(revised.journal.length).toBe(study.journal.length + 1)
    expect(revised.journal.at(-1)!.changes.map(change => change.note)[2]).toBe('"hope": added')
    expect(replay(revised.journal, revised).codes).toEqual(revised.codes)
    expect(undoPass(revised, by).codes).toEqual(study.codes)
    // Once more changes nothing.
    expect(revise(text, revised)).toBe(revised)
  })

  it('without a column leaves it as it is, and without a row too', () => {
    const revised = revise('name,when\ntrust,always\n')
    expect(codeIn(revised, 'trust')).toMatchObject({ definition: 'counting on one another', when: 'always', role: 'mechanism' })
    expect(revised.codes).toHaveLength(3)
  })

  it('can put codes under one another that are both new, whatever their order', () => {
    const revised = revise('name,parent\nsmall things,large things\nlarge things,trust\n')
    expect(codeIn(revised, 'small things')!.parent).toBe('large things')
    expect(codeIn(revised, 'large things')!.parent).toBe('trust')
  })

  it('from another program keeps its paths and colours', () => {
    const revised = revise('Code;Color;Code memo\nWork;#ff0000;\nWork>Shifts;#00ff00;nights\nWork>Shifts>Long;;\n', studyOf([]))
    expect(revised.codes.map(code => [code.name, code.parent, code.colour, code.definition])).toEqual([
      ['Work', null, '#ff0000', null],
      ['Shifts', 'Work', '#00ff00', 'nights'],
      ['Long', 'Shifts', null, null],
    ])
  })

  it('keeps two codes of one name under two parents apart', () => {
    const text = 'path\nA\nB\nA>other\nB>other\n'
    const revised = revise(text, studyOf([]))
    expect(revised.codes.map(code => [code.id, code.name, code.parent])).toEqual([
      ['A', 'A', null],
      ['B', 'B', null],
      ['other', 'other', 'A'],
      ['other 2', 'other', 'B'],
    ])
    expect(revise(text, revised)).toBe(revised)
    expect(differences(revised, codebookTable(revised).toCsv())).toEqual([])
    expect(problemsOf('name,when\nother,x\n', revised)).toEqual(['codebook.csv 2 name: several codes have this name'])
    expect(codeIn(revise('name,parent,when\nother,B,x\n', revised), 'other 2')!.when).toBe('x')
  })

  it('points at a new name that is almost another, and takes it over only with an id', () => {
    expect(differences(study, 'name\ntrusts\n')[0]).toEqual([2, 'trusts', 'added', '', '', 'almost the name of "trust"'])
    expect(problemsOf('name\ntrusts\n')).toEqual(['codebook.csv 2 name: this new name is almost that of another code'])
    expect(codeIn(revise('id,name\ntrusts,trusts\n'), 'trusts')).toBeDefined()
    expect(differences(study, 'id,name\nnorms,trusst\n')[0]).toEqual([
      2,
      'trusst',
      'renamed',
      'norms',
      'trusst',
      'almost the name of "trust"',
    ])
  })

  it.each([
    ['an unknown role', 'name,role\ntrust,cause\n', ['2 role: this role is not one of the study’s']],
    ['an unknown topic', 'name,topic\ntrust,nowhere\n', ['2 topic: this topic is not in topics.csv']],
    [
      'an unknown parent',
      'name,parent\ntrust,nowhere\n',
      ['2 parent: the code this one stands under is in neither the file nor the study'],
    ],
    ['a path without its parent', 'path\nnowhere>trust\n', ['2 path: the code this one stands under is in neither the file nor the study']],
    ['a circle', 'id,name,parent\ntrust,trust,failures\n', ['2 parent: this code would stand under itself']],
    ['a row twice', 'name\ntrust\ntrust\n', ['3 name: this row and row 2 are about the same code']],
    ['a name of another', 'id,name\nnorms,trust\n', ['2 name: two codes under the same code have this name']],
    ['a name with ;', 'id,name\nnorms,"a;b"\n', ['2 name: this is not a name for a code']],
    ['an id with ;', 'name\n"a;b"\n', ['2 name: an id cannot hold ";"']],
    [
      'an example of another code',
      'name,typical\nnorms,c-nowhere\n',
      ['2 typical: an example is not a coding of this code or of a code under it'],
    ],
    [
      'an example twice',
      () => `name,typical,borderline\ntrust,${ids[0]},${ids[0]}\n`,
      ['2 borderline: an example is typical and borderline at once'],
    ],
    [
      'levels that were moved without their parent',
      () => csv.replace(/failures,failures,trust,trust,failures/u, 'failures,failures,trust,norms,failures'),
      ['3 parent: the levels say another place or name than the columns parent and name'],
    ],
  ] as const)('is refused whole with %s', (_, text, problems) => {
    expect(problemsOf(typeof text === 'string' ? text : text())).toEqual(problems.map(problem => `codebook.csv ${problem}`))
  })

  it('tells everything that is wrong at once, and no name', () => {
    const text = 'name,role,parent\nGreta Vos,cause,\ntrust,,Greta Vosje\n'
    expect(problemsOf(text)).toHaveLength(2)
    expect(() => revise(text)).not.toThrow(/Greta/u)
  })

  it('follows a parent that was renamed in the same file, with levels as they were or as they are now', () => {
    const renamed = csv.replace('trust,trust,,trust,', 'trust,trusting,,trust,')
    expect(differences(study, renamed).map(row => row[2])).toEqual(['renamed'])
    const inFull = renamed
      .replace('trusting,,trust,', 'trusting,,trusting,')
      .replace('failures,failures,trust,trust,', 'failures,failures,trust,trusting,')
    expect(differences(study, inFull).map(row => row[2])).toEqual(['renamed'])
  })

  it('takes examples away that no longer are codings of their code', () => {
    const marked = openPass(study, by, pass => pass.define('trust', { typical: [ids[1]!] }))
    const revised = revise('id,name,parent\nfailures,failures,\n', marked)
    expect(codeIn(revised, 'trust')!.typical).toEqual([])
    expect(findProblems(revised)).toEqual([])
    expect(axialPass(revised, by, pass => pass.nest('failures', 'trust')).codes.find(code => code.id === 'failures')!.parent).toBe('trust')
  })
})

// What names and definitions hold in the field, and what trips readers of CSV.
const sign = fc.constantFrom(...'aéïß=+-@\'",;\t\n\r |>\\:#…'.split(''), '\uFEFF', '::', '=1+1', "'=", ' ')
const anyText = fc.string({ unit: sign, minLength: 1, maxLength: 12 })
// A name of nothing but spaces is none.
const anyName = anyText.filter(name => name.trim() !== '')
const blank: Code = { ...study.codes[0]!, role: null, parent: null, definition: null, whenNot: null }

/** A tree of codes with anything in their names. */
const codebooks = fc
  .array(
    fc.record({
      name: anyName,
      definition: fc.option(anyText),
      when: fc.option(anyText),
      role: fc.option(fc.constantFrom('context', 'outcome')),
      retired: fc.option(fc.boolean()),
      under: fc.nat(),
    }),
    { maxLength: 8 },
  )
  .map(rows =>
    rows.map(
      ({ under, ...facts }, i): Code => ({ ...blank, ...facts, id: `k${i}`, parent: under % (i + 1) === i ? null : `k${under % (i + 1)}` }),
    ),
  )
const delimiters = fc.record({ delimiter: fc.constantFrom(',', ';', '\t'), bom: fc.boolean() })

describe('whatever stands in a codebook', () => {
  it('written and read back it makes no difference', () => {
    fc.assert(
      fc.property(codebooks, delimiters, (codes, options) => {
        const of = studyOf([], { codes })
        const text = codebookTable(of).toCsv(options)
        expect(differences(of, text)).toEqual([])
        expect(revise(text, of)).toBe(of)
      }),
    )
  })

  it('into an empty study and out again it is the same', () => {
    fc.assert(
      fc.property(codebooks, codes => {
        const safe = codes.map((code, i) => ({
          ...code,
          name: `${code.name!.replaceAll(';', '')}${i}`,
          definition: code.definition?.trim() ? code.definition : null,
          when: code.when?.trim() ? code.when : null,
        }))
        const made = revise(codebookTable(studyOf([], { codes: safe })).toCsv(), studyOf([]))
        const byId = (rows: readonly Code[]) => new Map(rows.map(code => [code.id, code]))
        expect(byId(made.codes)).toEqual(byId(safe))
      }),
    )
  })
})
