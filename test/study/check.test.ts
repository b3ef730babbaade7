import { describe, expect, it } from 'vitest'
import {
  checkStudy,
  columnsOf,
  configurationRoles,
  findProblems,
  type Problem,
  type Row,
  rowsOf,
  type Study,
  StudyError,
  standsUnderItself,
  type TableName,
  tableNames,
  tables,
} from '../../src/study/index.js'
import { canary, said, sound } from './soundStudy.js'

const nowhere = `${canary} nowhere`

/** The sound study with some fields of one row of a table changed. */
function change(table: TableName, nth: number, fields: Readonly<Record<string, unknown>>): Study {
  const rows = rowsOf(sound, table).map((row, i) => (i === nth ? { ...row, ...fields } : row))
  return { ...sound, [table]: rows }
}

const inRow = (table: TableName, nth: number, column?: string) => ({
  file: tables[table].file as string,
  row: nth + 2,
  ...(column === undefined ? {} : { column }),
})

/** The one problem of a study, told without its content. */
function onlyProblem(study: Study): Problem {
  const problems = findProblems(study)
  expect(problems).toHaveLength(1)
  expect(new StudyError(problems).message).not.toContain(canary)
  expect(problems[0]!.what).not.toBe('')
  expect(problems[0]!.hint).not.toBe('')
  return problems[0]!
}

const columns = tableNames.flatMap(table =>
  Object.entries(columnsOf(table, configurationRoles(sound))).map(([name, column]) => ({ table, name, column, title: `${table}.${name}` })),
)
const pointers = columns.filter(({ column }) => ['reference', 'references', 'role'].includes(column.kind))
const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined)

describe('a sound study', () => {
  it('has no problems, and everything it takes to have them', () => {
    expect(findProblems(sound)).toEqual([])
    expect(() => checkStudy(sound)).not.toThrow()
    for (const table of tableNames) expect(rowsOf(sound, table), table).not.toHaveLength(0)
    for (const { table, name, title } of pointers)
      expect(
        rowsOf(sound, table).some(row => isFilled(row[name])),
        title,
      ).toBe(true)
  })
})

describe('ids', () => {
  it.each(tableNames)('twice in %s', table => {
    const rows = rowsOf(sound, table)
    const problem = onlyProblem({ ...sound, [table]: [...rows, rows[0]] })
    expect(problem).toMatchObject(inRow(table, rows.length, 'id'))
    expect(problem.what).toMatch(table === 'configurations' ? /^this id and theory together are used twice$/u : /^this id is used twice$/u)
    expect(problem.hint).toContain('row 2 ')
  })

  it.each(tableNames)('empty in %s', table => {
    const rows = rowsOf(sound, table)
    const study = { ...sound, [table]: [...rows, { ...rows.at(-1), id: '', settles: [] }] }
    expect(onlyProblem(study)).toMatchObject({ ...inRow(table, rows.length, 'id'), hint: 'expected an id' })
  })
})

describe('what would not survive the disk, or lead nowhere', () => {
  it('is an id with the sign that separates ids', () => {
    expect(onlyProblem({ ...sound, cases: [...sound.cases, { id: 'a;b', name: null, extra: {} }] })).toMatchObject(
      inRow('cases', sound.cases.length, 'id'),
    )
  })

  it.each(['prompts', 'answers', 'responses'] as const)('is a place of %s outside the text', table => {
    for (const place of [
      { start: 3, end: 1e6 },
      { start: 5, end: 2 },
      { start: -1, end: 4 },
      { start: 3, end: null },
    ])
      expect(onlyProblem(change(table, 0, place))).toMatchObject(inRow(table, 0, 'start'))
    expect(findProblems(change(table, 0, { start: 0, end: 4 }))).toEqual([])
  })

  it('is a coding that settles itself, and a quote whose spans are out of order', () => {
    expect(onlyProblem(change('codings', 0, { settles: [sound.codings[0]!.id] }))).toMatchObject(inRow('codings', 0, 'settles'))
    const [span] = sound.quotes.find(quote => quote.spans.length > 0)!.spans
    const nth = sound.quotes.findIndex(quote => quote.spans.length > 0)
    expect(onlyProblem(change('quotes', nth, { spans: [span, span] }))).toMatchObject(inRow('quotes', nth, 'spans'))
  })

  it('is a role or a round named twice, a role like a column, or a role under none', () => {
    const [role] = sound.roleFacts
    const withRole = (more: object) => ({
      ...sound,
      roles: [...sound.roles, 'actor'],
      roleFacts: [...sound.roleFacts, { ...role!, inConfiguration: false, ...more }],
    })
    const problem = (study: Study) => onlyProblem(study).what
    expect(problem(withRole({}))).toBe('two roles have the same id')
    expect(problem(withRole({ id: 'status' }))).toBe('a role is called like a column of configurations.csv')
    expect(problem(withRole({ id: 'actor', parent: 'nobody' }))).toBe('a role stands under one that does not exist')
    expect(problem({ ...sound, rounds: [...sound.rounds, sound.rounds[0]!] })).toBe('two rounds have the same id')
  })
})

describe('references to nothing', () => {
  it.each(pointers)('$title', ({ table, name, column }) => {
    // The last row that has one: no other row refers to it.
    const nth = rowsOf(sound, table).findLastIndex(row => isFilled(row[name]))
    const value = column.kind === 'references' ? [...(rowsOf(sound, table)[nth]![name] as string[]), nowhere] : nowhere
    const problem = onlyProblem(change(table, nth, { [name]: value }))
    expect(problem).toMatchObject(inRow(table, nth, name))
    const target = column.of as TableName | undefined
    expect(problem.hint).toContain(column.kind === 'role' ? 'study.json' : tables[target!].file)
  })

  it.each([
    ['transcripts', 0, 'round', nowhere, /round/u],
    ['responses', 0, 'round', nowhere, /round/u],
    ['evidence', 1, 'configuration', nowhere, /configuration/u],
    ['cells', 1, 'configuration', nowhere, /configuration/u],
    ['prompts', 0, 'configuration', nowhere, /configuration/u],
    ['quotes', 2, 'configurations', ['C1', nowhere], /configuration/u],
    ['configurations', 2, 'rivalOf', nowhere, /configuration/u],
    ['configurations', 1, 'from', [nowhere], /configuration/u],
    ['evidence', 0, 'account', nowhere, /account/u],
  ] as const)('%s, row %i, %s', (table, nth, column, value, what) => {
    const problem = onlyProblem(change(table, nth, { [column]: value }))
    expect(problem).toMatchObject(inRow(table, nth, column))
    expect(problem.what).toMatch(what)
  })

  it('a configuration must be there in the version of the theory that is named', () => {
    expect(onlyProblem(change('evidence', 0, { configuration: 'C2', theory: 't1' }))).toMatchObject(inRow('evidence', 0, 'configuration'))
    expect(findProblems(change('evidence', 0, { configuration: 'C2', theory: 't2' }))).toEqual([])
    expect(findProblems(change('evidence', 0, { configuration: 'C2', theory: null }))).toEqual([])
  })

  it('a coding whose words are gone may still be referred to', () => {
    expect(findProblems({ ...change('evidence', 2, { coding: 'gone' }) })).toEqual([])
    expect(onlyProblem({ ...sound, lost: [] })).toMatchObject(inRow('codings', 2, 'settles'))
  })

  it('roles are those of the study, in the study’s own words', () => {
    const { roleFacts } = sound
    const icamo = { ...sound, roles: [...sound.roles, 'actor'], roleFacts: [...roleFacts, { ...roleFacts[0]!, id: 'actor' }] }
    const configurations = sound.configurations.map(one => ({ ...one, actor: [], actorText: null }))
    expect(findProblems({ ...icamo, configurations, codings: change('codings', 0, { role: 'actor' }).codings })).toEqual([])
    const lost = configurations.map((one, i) => (i === 0 ? { ...one, actor: [nowhere] } : one))
    expect(onlyProblem({ ...icamo, configurations: lost })).toMatchObject(inRow('configurations', 0, 'actor'))
  })
})

describe('values of another kind', () => {
  const wrong: Readonly<Record<string, unknown>> = {
    text: 5,
    integer: 1.5,
    number: 'one',
    boolean: 'yes',
    choice: nowhere,
    list: [5],
    spans: [{ start: -1, end: 5 }],
    role: 5,
    reference: 5,
    references: canary,
  }
  // A reference of another kind refers to nothing as well; codings and transcripts have places and words of their own.
  const plain = columns.filter(
    ({ table, name, column }) => !(table === 'codings' && ['quote', 'lost'].includes(name)) && column.of === undefined,
  )
  const settled = plain.filter(({ column, name }) => column.kind !== 'role' && name !== 'id')

  it.each(settled)('$title', ({ table, name, column }) => {
    // The last row: a configuration nobody refers to. Other rules may see the same value; one problem tells its kind.
    const nth = rowsOf(sound, table).length - 1
    const problems = findProblems(change(table, nth, { [name]: wrong[column.kind] }))
    expect(problems.filter(problem => problem.what.includes('kind'))).toMatchObject([inRow(table, nth, name)])
    expect(new StudyError(problems).message).not.toContain(canary)
  })

  it.each(columns)('never stops the check: $title', ({ table, name, column }) => {
    for (const value of [wrong[column.kind], {}, [], 5, undefined]) {
      const problems = findProblems(change(table, 0, { [name]: value }))
      expect(new StudyError(problems).message).not.toContain(canary)
    }
  })
})

describe('trees', () => {
  const trees = columns.filter(({ table, column }) => column.of === table && column.kind === 'reference')
  it.each(trees)('$title: a row under itself', ({ table, name }) => {
    const id = rowsOf(sound, table)[0]!.id
    expect(onlyProblem(change(table, 0, { [name]: id }))).toMatchObject(inRow(table, 0, name))
  })

  it('a longer circle is told for each row in it, not for what hangs under it', () => {
    const problems = findProblems(change('codes', 0, { parent: 'k2' }))
    expect(problems).toMatchObject([inRow('codes', 0, 'parent'), inRow('codes', 1, 'parent')])
  })

  it('are walked once however long, and not for ever', () => {
    const above = new Map(Array.from({ length: 10_000 }, (_, i) => [String(i), String(i + 1)] as const))
    expect(standsUnderItself('0', above)).toBe(false)
    expect(standsUnderItself('0', new Map([...above, ['9999', '0']]))).toBe(true)
    expect(standsUnderItself('0', new Map([...above, ['9999', '5000']]))).toBe(false)
  })
})

describe('turns', () => {
  const turns = sound.transcripts[0]!.turns
  const { length } = sound.transcripts[0]!.text
  const withTurn = (nth: number, fields: object) =>
    change('transcripts', 0, { turns: turns.map((turn, i) => (i === nth ? { ...turn, ...fields } : turn)) })

  it.each([
    ['beyond the text', 3, { end: length + 1 }],
    ['over the one before', 1, { start: turns[0]!.end - 1 }],
    ['ending before it starts', 3, { end: turns[3]!.start - 1 }],
    ['before the text', 0, { start: -1 }],
  ])('%s', (_, nth, fields) => {
    const problem = onlyProblem(withTurn(nth, fields))
    const { start, end } = { ...turns[nth]!, ...fields }
    expect(problem).toMatchObject({ transcript: 'i1', at: { start, end } })
    expect(problem.what).toMatch(/turn/u)
  })

  it('may be empty, and may touch', () => {
    expect(findProblems(withTurn(3, { end: turns[3]!.start }))).toEqual([])
    expect(findProblems(withTurn(1, { start: turns[0]!.end }))).toEqual([])
  })

  it('of somebody who is no respondent', () => {
    const problem = onlyProblem(withTurn(1, { respondents: ['10', nowhere] }))
    expect(problem).toMatchObject({ transcript: 'i1', at: { start: turns[1]!.start, end: turns[1]!.end } })
    expect(problem.hint).toContain('respondents.csv')
  })
})

describe('places of codings', () => {
  const { length } = sound.transcripts[0]!.text
  it.each([
    ['beyond the text', { end: length + 1 }, 'end'],
    ['empty', { start: 5, end: 5 }, 'end'],
    ['backwards', { start: 9, end: 5 }, 'end'],
    ['before the text', { start: -1 }, 'start'],
    ['between characters', { start: 1.5 }, 'start'],
  ])('%s', (_, fields, column) => {
    expect(onlyProblem(change('codings', 1, fields))).toMatchObject(inRow('codings', 1, column))
  })

  it('the whole text is a place', () => {
    expect(findProblems(change('codings', 1, { start: 0, end: length }))).toEqual([])
  })
})

describe('quotes', () => {
  const { length } = sound.transcripts[0]!.text
  const [span] = sound.quotes[0]!.spans

  it.each([
    ['beyond the text', [{ start: 0, end: length + 1 }]],
    ['empty', [{ start: 4, end: 4 }]],
    ['backwards', [{ start: 9, end: 4 }]],
    ['the second of two', [span, { start: length, end: length + 1 }]],
  ])('spans outside the text: %s', (_, spans) => {
    expect(onlyProblem(change('quotes', 2, { spans }))).toMatchObject(inRow('quotes', 2, 'spans'))
  })

  it.each([
    ['another word', said.replace('name', 'face')],
    ['a word left out', said.replace(', well', '')],
    ['a word put in', said.replace('needed', 'much needed')],
    ['other order', said.replace('knew my', 'my knew')],
    ['only an insertion', '[she said]'],
    ['an insertion that is not closed', said.replace('knew', '[the nurse knew')],
  ])('words that differ: %s', (_, text) => {
    for (const form of ['verbatim', null]) {
      const problem = onlyProblem(change('quotes', 0, { text, form }))
      expect(problem).toMatchObject(inRow('quotes', 0, 'text'))
      expect(problem.hint).toContain('…')
    }
  })

  it.each([
    ['words put in', said.replace('needed', 'much needed')],
    ['a word twice', said.replace('name', 'name name')],
    ['other order', said.replace('knew my', 'my knew')],
    ['another word', said.replace('name', 'face')],
  ])('a cleaned quote takes away, and nothing else: %s', (_, text) => {
    expect(onlyProblem(change('quotes', 1, { text }))).toMatchObject(inRow('quotes', 1, 'text'))
  })

  it('case, punctuation, insertions in brackets and a paraphrase are hers', () => {
    for (const text of [said.toUpperCase(), said.replaceAll(',', ''), said.replace('knew', '[the nurse] knew'), null]) {
      expect(findProblems(change('quotes', 0, { text }))).toEqual([])
    }
    expect(findProblems(change('quotes', 2, { text: 'Nothing that was said' }))).toEqual([])
  })

  it('of two spans say both, with what is left out marked between', () => {
    const { text } = sound.transcripts[0]!
    const spans = ['knew my name', 'well, needed'].map(words => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }))
    expect(findProblems(change('quotes', 0, { spans, text: '… knew my name … well, needed' }))).toEqual([])
    expect(onlyProblem(change('quotes', 0, { spans, text: '… knew my name …' }))).toMatchObject(inRow('quotes', 0, 'text'))
  })
})

describe('evidence and cells', () => {
  it.each([
    ['nothing', { coding: null }],
    ['two things', { reference: canary }],
    ['three things', { reference: canary, account: 'a1' }],
  ])('evidence that rests on %s', (_, fields) => {
    const problem = onlyProblem(change('evidence', 2, fields))
    expect(problem).toMatchObject(inRow('evidence', 2))
    expect(problem.hint).toContain('coding, account and reference')
  })

  it.each([
    ['nothing', { theme: null }],
    ['two things', { configuration: 'C1' }],
  ])('a cell about %s', (_, fields) => {
    expect(onlyProblem(change('cells', 0, fields))).toMatchObject(inRow('cells', 0))
  })
})

describe('everything at once', () => {
  it('is told in one error', () => {
    const broken: Study = {
      ...sound,
      codes: [...sound.codes, sound.codes[0]!],
      codings: change('codings', 0, { code: nowhere }).codings,
      quotes: change('quotes', 0, { text: canary }).quotes,
      cells: change('cells', 0, { theme: null }).cells,
      responses: change('responses', 0, { round: nowhere }).responses,
    }
    const places = findProblems(broken).map(({ file, row, column }) => `${file}:${row}:${column ?? ''}`)
    expect(places.sort()).toEqual(['cells.csv:2:', 'codes.csv:5:id', 'codings.csv:2:code', 'quotes.csv:2:text', 'responses.csv:2:round'])
    const attempt = () => checkStudy(broken)
    expect(attempt).toThrow(StudyError)
    expect(attempt).toThrow(/^5 problems:/u)
    expect(attempt).not.toThrow(canary)
  })

  it('counts rows as a spreadsheet does: the header is row 1', () => {
    const row = (id: string): Row => ({ ...sound.cases[0]!, id })
    const study = { ...sound, cases: [...sound.cases, row('c'), row('c')] as unknown as Study['cases'] }
    expect(onlyProblem(study)).toMatchObject({ file: 'cases.csv', row: 5 })
  })
})
