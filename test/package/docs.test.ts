import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initStudy, openRegister, openStudy, saveKey } from '../../src/files/index.js'
import * as api from '../../src/index.js'
import { compromiseRecogniser } from '../../src/language/en/compromise.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { by, entry, respondent, spanOf, studyOf, transcript } from '../builders.js'
import { type Example, programOf, readExamples } from './examples.js'
import { root } from './sources.js'

type Scope = Readonly<Record<string, unknown>>

const one = transcript('interview-1', ['I: What changed?', '1: Since then we sat round the table within a month.'])
const names = ['trust', 'trusting each other', 'sharing failures', 'volume norms', 'shared care']
const study = api.openPass(studyOf([one]), by, pass => {
  for (const name of names) pass.define(name, { role: 'mechanism' })
})
const coded = api.openPass(study, by, pass => {
  pass.code(pass.fragment('interview-1', 'we sat round the table within a month'), 'regular meetings', { role: 'mechanism' })
})
const register = api.readRegister('name\nGreta Vos\n')
const fragment = { ...spanOf(one, 'we sat round the table'), transcript: 'interview-1' }
const safe = api.anonymise(coded, { register, language: en }).study

/** Two interviews, one with a pair who share a mark, each with a coding. */
const pair = api.openPass(
  studyOf([transcript('i1', ['10: We trust them.']), transcript('i2', ['13a+13b: We trust each other.'])]),
  by,
  pass => {
    for (const id of ['i1', 'i2']) pass.code(pass.fragment(id, 'We trust'), 'trust', { role: 'mechanism' })
  },
)

/** Four sources behind one theme, and two coders who differ on a role. */
const lines = ['10', '11', '12', '13'].map(id =>
  transcript(`i${id}`, [`${id}: ${'We trust them more and more every single day. '.repeat(2)}`]),
)
const people = ['10', '11', '12', '13'].map(id => respondent(id, { group: 'nurse' }))
const asked = api.openPass(studyOf(lines, { respondents: people }), by, pass => {
  for (const { id, turns } of lines) pass.code(pass.fragment(id, turns[0]!), 'trust', { role: 'mechanism', polarity: 'enabling' })
})
const evaluated = api.selectivePass(
  api.openPass(asked, { ...by, coder: 'CD' }, pass => {
    pass.code(pass.fragment('i10', lines[0]!.turns[0]!), 'trust', { role: 'context' })
  }),
  by,
  pass => pass.theme('trust', { role: 'mechanism', codes: ['trust'] }),
)

const sensitive = { ...evaluated, codes: evaluated.codes.map(one => ({ ...one, sensitive: true })) }

const table = new api.Table({
  title: 'Codes',
  columns: ['code', 'sources'],
  rows: [{ code: 'trust', sources: 3 }],
  basis: '4 interviews',
  of: safe,
})
const teamTable = new api.Table({ title: 'Codes', columns: ['code'], rows: [{ code: 'trust' }], basis: '', of: study })

/** Three who tell of trust, a theory in two versions, and evidence for it. */
const three = [
  'The norms came, so we trust them, and there is one plan.',
  'Norms came, we trust, one plan.',
  'Norms came. Old ties made us trust.',
]
const saidTrust: string[] = []
const theorised = api.theoryPass(
  api.openPass(
    studyOf(
      three.map((words, i) => transcript(`i1${i}`, [`1${i}: ${words}`])),
      { respondents: ['10', '11', '12'].map(id => respondent(id, { group: 'nurse' })) },
    ),
    by,
    pass => {
      pass.define('shared duty', { role: 'context' })
      pass.define('short lines', { role: 'outcome' })
      pass.define('openness', { role: 'mechanism' })
      const at = (id: string, words: string, code: string, role: string) => pass.code(pass.fragment(id, words), code, { role })
      const told = [at('i10', 'The norms', 'norms', 'context'), at('i10', 'we trust', 'trust', 'mechanism')]
      pass.account([...told, at('i10', 'one plan', 'one plan', 'outcome')])
      at('i11', 'Norms', 'norms', 'context')
      saidTrust.push(told[1]!, at('i11', 'we trust', 'trust', 'mechanism'))
      at('i11', 'one plan', 'one plan', 'outcome')
      at('i12', 'Norms', 'norms', 'context')
      pass.account([at('i12', 'Old ties', 'old ties', 'context'), at('i12', 'made us trust', 'trust', 'mechanism')])
    },
  ),
  by,
  pass => {
    const chain = { context: ['norms'], mechanism: ['trust'], outcome: ['one plan'] }
    pass.theory('initial', { kind: 'initial' })
    pass.configure({ ...chain, context: ['norms', 'shared duty'] }, { id: 'C1' })
    pass.theory('refined', { kind: 'refined', reason: 'nobody spoke of duty' })
    pass.carry('C1', { change: 'narrowed', roles: chain, reason: 'nobody spoke of duty' })
    pass.configure({ context: ['one plan'], mechanism: ['openness'], outcome: ['short lines'] }, { id: 'C2', reason: 'it goes on' })
    pass.evidence('C1', saidTrust, { stance: 'supports' })
  },
)

/** A configuration in three cases, with verdicts on it in two of them. */
const cell = { theme: null, configuration: 'C1', theory: 'refined', summary: null, extra: {} }
const inCases = {
  ...theorised,
  configurations: theorised.configurations.filter(one => one.id === 'C1'),
  cases: ['North', 'South', 'East'].map(name => ({ id: name.toLowerCase(), name, extra: {} })),
  respondents: theorised.respondents.map((one, i) => ({ ...one, cases: [['north', 'south', 'east'][i]!] })),
  cells: [
    { ...cell, id: 'm1', case: 'north', status: 'fired' },
    { ...cell, id: 'm2', case: 'south', status: 'did not fire' },
  ],
}

/** Four cases with scores, and no data on one of them. */
const scored = {
  ...inCases,
  cases: [
    { id: 'north', name: 'North', extra: { hours: '1', norm: '0' } },
    { id: 'south', name: 'South', extra: { hours: '0', norm: '1' } },
    { id: 'east', name: 'East', extra: { hours: '1', norm: '0' } },
    { id: 'west', name: 'West', extra: { hours: '1', norm: '1' } },
  ],
  cells: [...inCases.cells, { ...cell, id: 'm3', case: 'east', status: 'fired' }, { ...cell, id: 'm4', case: 'west', status: 'no data' }],
}

/** Names that examples use without saying where they come from. */
const prelude: Scope = {
  ...api,
  openStudy,
  openRegister,
  initStudy,
  saveKey,
  compromiseRecogniser,
  en,
  nl,
  study,
  coded,
  safe,
  register,
  table,
  fragment,
}

/** The last place of a name, as a recogniser marks it. */
function markOf(text: string, name: string): readonly api.Mark[] {
  const start = text.lastIndexOf(name)
  return start < 0
    ? []
    : [{ type: name === 'Sneek' ? 'LOCATION' : 'PERSON', text: name, certainty: 'sure', start, end: start + name.length }]
}

/** What an example needs besides, by its name or its file. */
const setUps: Readonly<Record<string, Scope | (() => Promise<Scope>)>> = {
  'analysis/countable.ts': { study: pair },
  'transcript/sources.ts': { study: pair },
  'analysis/people.ts': { a: pair.codings[0], b: pair.codings[1] },
  'analysis/oneSided.ts': { safe: api.anonymise(sensitive, { register, language: en }).study },
  'analysis/': { study: evaluated },
  'theory/caseVerdicts.ts': { inCases },
  'theory/qca/truthTable.ts': { scored },
  'theory/': { study: theorised },
  'privacy/findNames.ts': { otto: entry('Otto') },
  'files/saveRegister.ts': () => {
    mkdirSync('secret', { recursive: true })
    writeFileSync('secret/register.csv', 'name\nGreta Vos\n')
    return Promise.resolve({})
  },
  'privacy/propose/': {
    study: studyOf([transcript('i1', ['1: Greta Vos came from Sneek. Vos said so.'])]),
    nl: { ...nl, recognise: (text: string) => ['Greta Vos', 'Sneek', 'Vos'].flatMap(name => markOf(text, name)) },
  },
  'report/review/': { study },
  'report/cases/caseFactsheet.ts': async () => ({ clinic: await openStudy(join(root, 'fixtures/community-clinic')) }),
  'report/rameses/': { study: theorised },
  'report/member/memberReplies.ts': { study: theorised },
  'report/member/readReplies.ts': { study: theorised },
  'report/': async () => {
    const open = await openStudy(join(root, 'fixtures/community-clinic'))
    const names = await openRegister(join(root, 'fixtures/community-clinic.secret/register.csv'))
    const clinic = api.anonymise({ ...open, title: 'The open door' }, { register: names, language: en }).study
    return { safe: clinic, report: api.buildReport(clinic) }
  },
  'files/saveStudy.ts': async () => {
    rmSync('walk-in-clinic', { recursive: true, force: true })
    await initStudy('walk-in-clinic', { title: 'Walk-in clinic', language: 'en' })
    return {}
  },
  'files/writeOutputs.ts': { table: teamTable },
}

/** Examples whose result is of a larger study than a test would show: the fields and their kinds must be those. */
const ofShape: ReadonlySet<string> = new Set([
  'analysis/contrastGroups.ts: contrastGroups',
  'analysis/countCodes.ts: countCodes',
  'analysis/selectQuotes.ts: selectQuotes',
  'analysis/unheard.ts: unheard',
  'analysis/unsettled.ts: unsettled',
  'report/quoteTable.ts: quoteTable',
])

/** Examples that cannot be run, each with the reason. */
const notRun: Readonly<Record<string, string>> = {}

const examples = readExamples()
const here = process.cwd()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retroduct-docs-'))
  for (const name of ['community-clinic', 'community-clinic.secret'])
    cpSync(join(root, 'fixtures', name), join(folder, 'fixtures', name), { recursive: true })
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(here)
  rmSync(folder, { recursive: true, force: true })
})

async function scopeOf({ name, path }: Example): Promise<Scope> {
  const key = Object.keys(setUps).find(one => name === one || path === one || (one.endsWith('/') && path.startsWith(one)))
  const given = key === undefined ? {} : setUps[key]!
  const own = (await import(join(root, 'src', path))) as Scope
  const setUp = typeof given === 'function' ? await given() : given
  return { ...(path.startsWith('study/') ? await import('../../src/study/index.js') : {}), ...prelude, ...own, ...setUp }
}

/** The value that a docstring says; `...` at the end of an object stands for the rest of it. */
function readResult(said: string): { readonly value: unknown; readonly partial: boolean } {
  const partial = /,\s*\.\.\.\s*\}$/u.test(said)
  const source = partial ? said.replace(/,\s*\.\.\.\s*\}$/u, ' }') : said
  return { value: new Function(`return (${source})`)(), partial }
}

/** The fields of a value and the kinds of what they hold; where an example says null another study may have something. */
function expectShape(value: unknown, said: unknown, partial: boolean): void {
  if (Array.isArray(said)) {
    expect(Array.isArray(value) && value.length > 0).toBe(true)
    for (const part of value as unknown[])
      expect(said.some(one => JSON.stringify(Object.keys(one as object)) === JSON.stringify(Object.keys(part as object)))).toBe(true)
    return
  }
  const fields = (row: unknown) => Object.entries(row as object)
  const named = (row: unknown) => fields(row).map(([key]) => key)
  if (partial) expect(named(value)).toEqual(expect.arrayContaining(named(said)))
  else expect(named(value)).toEqual(named(said))
  const kinds = new Map(fields(value).map(([key, field]) => [key, field]))
  for (const [key, field] of fields(said)) {
    const other = kinds.get(key)
    if (field !== null && other !== null) expect(typeof other, key).toBe(typeof field)
  }
}

describe('the examples of the docstrings', () => {
  it('are found, and those with a set-up or an exception are there', () => {
    expect(examples.length).toBeGreaterThan(60)
    const known = examples.map(example => example.name)
    expect(new Set(known).size).toBe(known.length)
    for (const name of [...ofShape, ...Object.keys(notRun)]) expect(known).toContain(name)
    for (const key of Object.keys(setUps))
      expect(
        known.some(name => name.startsWith(key)),
        key,
      ).toBe(true)
  })

  it('a wrong result fails', async () => {
    const { body, checks } = programOf({ code: "const a = 1\na + 1\n//=> 2\n'x' //=> 'x'" })
    expect(checks).toBe(2)
    const said: string[] = []
    await run(body, {}, (value, result) => said.push(`${JSON.stringify(value)} ${result}`))
    expect(said).toEqual(['2 2', `"x" 'x'`])
    expect(() => expectShape({ a: 1 }, { b: 1 }, false)).toThrow()
    expect(() => expectShape({ a: '1' }, { a: 1 }, true)).toThrow()
  })

  it.each(examples.filter(example => notRun[example.name] === undefined))('$name', async example => {
    const { body } = programOf(example)
    await run(body, await scopeOf(example), (value, said) => {
      const { value: expected, partial } = readResult(said)
      if (ofShape.has(example.name)) expectShape(value, expected, partial)
      else if (partial) expect(value).toMatchObject(expected as object)
      else expect(value).toEqual(expected)
    })
  })
})

async function run(body: string, scope: Scope, check: (value: unknown, said: string) => void): Promise<void> {
  // In a block of its own, so that an example may name what the prelude names.
  const names = Object.keys(scope).filter(name => /^[\w$]+$/u.test(name) && name !== 'default' && name !== 'check')
  const AsyncFunction = (async () => {}).constructor as new (...parameters: string[]) => (...values: unknown[]) => Promise<void>
  await new AsyncFunction(...names, 'check', `{ ${body} }`)(...names.map(name => scope[name]), check)
}
