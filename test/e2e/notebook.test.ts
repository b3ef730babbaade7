import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leaksIn } from './leaks.js'

const root = join(import.meta.dirname, '../..')
const promised = promisify(execFile)

type Kernel = 'deno' | 'tslab'

// As in .ci/notebooks, which installs them.
const tools = process.env.RETRODUCT_NOTEBOOKS || join(homedir(), '.cache/retroduct-notebooks')
const hasJupyter = spawnSync('jupyter', ['nbconvert', '--version']).status === 0
const lacks: Readonly<Record<Kernel, boolean>> = {
  deno: !hasJupyter || !existsSync(join(tools, 'jupyter/kernels/deno/kernel.json')),
  tslab: !hasJupyter || !existsSync(join(tools, 'jupyter/kernels/tslab/kernel.json')),
}
const lacking = [...(hasJupyter ? [] : ['jupyter']), ...(['deno', 'tslab'] as const).filter(kernel => lacks[kernel])]
if (lacking.length > 0) console.warn(`Notebooks are not run: no ${lacking.join(', no ')}. (Debian, as root: bash .ci/notebooks)`)

const patience = 240_000
const clinic = 'community-clinic'
const register = (study: string) => join(root, `fixtures/${study}.secret/register.csv`)
const teamOnly = /for the team only/iu
const pseudonymised = /pseudonymised/iu
let scratch = ''

beforeAll(async () => {
  if (lacks.deno && lacks.tslab) return
  expect(existsSync(join(root, 'dist/node.d.ts')), 'dist/ is not built: run "npm run build"').toBe(true)
  scratch = await mkdtemp(join(tmpdir(), 'retroduct-notebook-'))
  const { stdout } = await promised('npm', ['pack', '--silent', '--pack-destination', scratch], { cwd: root })
  await writeFile(join(scratch, 'package.json'), '{ "private": true }')
  await promised('npm', ['i', `./${stdout.trim()}`, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: scratch })
}, patience)
afterAll(async () => {
  if (scratch !== '') await rm(scratch, { recursive: true, force: true })
})

/** What is shown under a cell. */
interface Shown {
  /** As values, by their types. */
  readonly data: Readonly<Record<string, string>>
  /** As printed text: tslab prints values. */
  readonly printed: string
  readonly error: { readonly name: string; readonly value: string; readonly traceback: string } | null
  /** All of it. */
  readonly all: string
}

interface Plan<Name extends string> {
  readonly study: string
  /** Cells under which nothing is to appear. */
  readonly silent: readonly string[]
  /** Cells under which something is to appear. */
  readonly shows: Readonly<Record<Name, string>>
  /** How often all cells are run, one after the other: twice unless given. */
  readonly rounds?: number
}

/**
 * Runs a notebook beside a copy of a study, and gives per cell what is shown, a value for each round. tslab runs no cell after one that
 * fails, so there a failing cell stands last and alone.
 */
async function run<Name extends string>(kernel: Kernel, plan: Plan<Name>): Promise<Record<Name, readonly Shown[]>> {
  const { study, silent, shows, rounds = 2 } = plan
  const names = Object.keys(shows) as Name[]
  const round = [...silent.map(source => ({ source, silent: true })), ...names.map(name => ({ source: shows[name], silent: false }))]
  const cells = Array.from({ length: rounds }, () => round).flat()
  const shown = await execute(kernel, study, cells)
  for (const [at, { source, silent }] of cells.entries()) {
    if (silent && shown[at] !== null) throw new Error(`Something is shown under a cell that is silent:\n${source}\n${shown[at]!.all}`)
    if (!silent && shown[at] === null) throw new Error(`Nothing is shown under a cell:\n${source}\n${aboveIt(shown, at)}`)
  }
  const perName = names.map((name, i) => [name, shown.filter((_, at) => at % round.length === silent.length + i)])
  return Object.fromEntries(perName) as Record<Name, readonly Shown[]>
}

function aboveIt(shown: readonly (Shown | null)[], at: number): string {
  return `The last thing above it:\n${shown.slice(0, at).findLast(one => one !== null)?.all}`
}

interface NotebookOutput {
  readonly data?: Readonly<Record<string, string | readonly string[]>>
  readonly text?: string | readonly string[]
  readonly ename?: string
  readonly evalue?: string
  readonly traceback?: readonly string[]
}

/**
 * Runs the cells as nbconvert does, but waits for what comes late: the Deno kernel (2.9.6) often says that a cell is done before it sends
 * what the cell shows. Notebooks on a screen take it all the same; nbconvert throws it away.
 */
const patientRunner = `
from queue import Empty
from nbclient.util import ensure_async, run_sync
from nbconvert.preprocessors import ExecutePreprocessor

class Patient(ExecutePreprocessor):
    def preprocess_cell(self, cell, resources, index):
        cell, resources = super().preprocess_cell(cell, resources, index)
        late = run_sync(self.late)
        while not cell.metadata.get("silent") and not cell.outputs and late(cell, index):
            pass
        return cell, resources

    async def late(self, cell, index):
        try:
            message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=5))
        except Empty:
            return False
        self.process_message(message, cell, index)
        return True
`

async function execute(
  kernel: Kernel,
  study: string,
  plan: readonly { readonly source: string; readonly silent: boolean }[],
): Promise<(Shown | null)[]> {
  for (const folder of [study, `${study}.secret`]) {
    await rm(join(scratch, folder), { recursive: true, force: true })
    await cp(join(root, 'fixtures', folder), join(scratch, folder), { recursive: true })
  }
  const empty = { cell_type: 'code', execution_count: null, outputs: [] }
  const cells = plan.map(({ source, silent }, i) => ({ ...empty, id: `c${i}`, metadata: { silent }, source }))
  const metadata = { kernelspec: { name: kernel, display_name: kernel, language: 'typescript' } }
  await writeFile(join(scratch, 'in.ipynb'), JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }))
  await writeFile(join(scratch, 'patient.py'), patientRunner)
  const own = ['config', 'runtime', 'deno'].map(name => join(scratch, `.${name}`))
  for (const folder of own) await mkdir(folder, { recursive: true })
  const [config, runtime, deno] = own as [string, string, string]
  const places = { JUPYTER_DATA_DIR: join(tools, 'jupyter'), JUPYTER_CONFIG_DIR: config, JUPYTER_RUNTIME_DIR: runtime, DENO_DIR: deno }
  const env = { ...process.env, ...places, PYTHONPATH: scratch, DENO_NO_UPDATE_CHECK: '1' }
  const how = ['enabled=True', 'allow_errors=True', 'timeout=120', 'startup_timeout=30'].map(option => `--Patient.${option}`)
  const runner = ['--NotebookExporter.preprocessors=patient.Patient', ...how]
  const command = ['nbconvert', '--to', 'notebook', ...runner, '--output', 'out.ipynb', 'in.ipynb']
  // tslab (1.0.22) now and then dies while it starts: "Socket is blocked by a bind or unbind operation".
  const start = (): Promise<unknown> => promised('jupyter', command, { cwd: scratch, env })
  await start().catch(ifNotStarted(start)).catch(ifNotStarted(start))
  const done = JSON.parse(await readFile(join(scratch, 'out.ipynb'), 'utf8')) as {
    cells: readonly { outputs: readonly NotebookOutput[] }[]
  }
  return done.cells.map(({ outputs }) => (outputs.length === 0 ? null : shownIn(outputs)))
}

function ifNotStarted(again: () => Promise<unknown>): (error: Error) => Promise<unknown> {
  return error => (/Kernel didn't respond|Kernel died before replying/u.test(error.message) ? again() : Promise.reject(error))
}

function shownIn(outputs: readonly NotebookOutput[]): Shown {
  const text = (lines: string | readonly string[] = '') => stripVTControlCharacters([lines].flat().join(''))
  const data = Object.fromEntries(outputs.flatMap(one => Object.entries(one.data ?? {})).map(([type, lines]) => [type, text(lines)]))
  const printed = outputs.map(one => text(one.text)).join('')
  const failed = outputs.find(one => one.ename !== undefined)
  const error =
    failed === undefined ? null : { name: failed.ename!, value: text(failed.evalue), traceback: text(failed.traceback?.join('\n')) }
  return { data, printed, error, all: [...Object.values(data), printed, ...Object.values(error ?? {})].join('\n') }
}

/**
 * The imports and the variables of every notebook here. `register: register`, because tslab does not know a variable of an earlier cell
 * again when it is written as a property without a colon.
 */
function opened(study: string, language: string): string[] {
  return [
    `import { anonymise, buildReport, contrastGroups, openPass, quoteTable, StudyError } from 'retroduct'
import { openRegister, openStudy, saveStudy } from 'retroduct/node'
import { ${language} } from 'retroduct/${language}'`,
    `const study = await openStudy('${study}')
const register = await openRegister('${study}.secret/register.csv')
const by = { coder: 'MV', date: '2026-01-15' }`,
    `const made = anonymise(study, { register: register, language: ${language} })
const safe = made.study`,
  ]
}

/** The code of the README, a cell per paragraph, and one per value that is to show itself. */
async function readmeCells(): Promise<{ silent: string[]; table: string; page: string }> {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const code = readme.match(/```js\n(import [\s\S]*?)```/u)![1]!
  const cells = code
    .replaceAll('fixtures/', '')
    .split(/\n\n|\n(?=(?:quoteTable|renderHtml)\()/u)
    .map(cell => cell.trim())
  const table = cells.find(cell => cell.startsWith('quoteTable('))!
  const page = cells.find(cell => cell.startsWith('renderHtml('))!
  return { silent: cells.filter(cell => cell !== table && cell !== page), table, page }
}

async function expectNoNames(shown: Shown, study: string = clinic): Promise<void> {
  expect(await leaksIn(shown.all, register(study)), shown.all.slice(0, 1000)).toEqual([])
}

const coding = `const coded = openPass(study, by, pass => {
  pass.code(pass.fragment('interview-1', "By accident, like most of the good things"), 'by accident', { role: 'context' })
})`
const wrongCalls = `openPass(study, by, pass => {
  pass.fragment('interview-99', 'anything')
  pass.code(pass.fragment('interview-1', 'Stan Whittle never said these words'), 'a code', { role: 'context' })
})`

/** The README in a notebook: a quote table and a page without a name. */
async function expectReadme(kernel: Kernel): Promise<void> {
  const { silent, table, page } = await readmeCells()
  const shown = await run(kernel, { study: 'zorgnetwerk', silent, shows: { table, page } })
  for (const one of shown.table) {
    expect(one.all).toMatch(/Citaten per thema[\s\S]*Respondent/u)
    await expectNoNames(one, 'zorgnetwerk')
  }
  for (const one of shown.page) {
    expect(one.all).toMatch(/<!doctype html>/u)
    await expectNoNames(one, 'zorgnetwerk')
  }
}

describe.skipIf(lacks.deno)('in a notebook of the Deno kernel', () => {
  const shows = {
    publicTable: 'quoteTable(safe, { perTheme: 2 })',
    teamTable: "quoteTable(study, { audience: 'team', language: en })",
    publicReport: 'buildReport(safe)',
    teamReport: "buildReport(study, { audience: 'team', language: en })",
    groups: "contrastGroups(safe, { by: 'group' })",
    conflicts: 'made.conflicts',
    safe: 'safe',
    key: 'made.key',
    register: 'register',
    review: 'made.review',
    secrets: '({ key: made.key, register: register, review: made.review })',
    displayed: 'await Deno.jupyter.display(made.review)',
    logged: 'console.log(made.key, [register], made.review)',
    refused: 'quoteTable({ ...safe })',
    noFolder: "await openStudy('nowhere')",
    wrongCalls,
    same: 'await openStudy("nowhere").catch(error => error instanceof StudyError)',
    coded: 'coded.codings.length',
    saved: "await saveStudy(coded, 'community-clinic')",
    savedAgain: "await saveStudy(coded, 'community-clinic')",
  }
  let shown: Record<keyof typeof shows, readonly Shown[]>
  let codings = ''
  beforeAll(async () => {
    shown = await run('deno', { study: clinic, silent: [...opened(clinic, 'en'), coding], shows })
    codings = await readFile(join(scratch, clinic, 'codings.csv'), 'utf8')
  }, patience)

  it('a quote table shows itself as HTML, Markdown and text, without a name', async () => {
    for (const one of shown.publicTable) {
      expect(Object.keys(one.data).sort()).toEqual(['text/html', 'text/markdown', 'text/plain'])
      expect(one.data['text/html']).toMatch(/^(?:<style>[^<]*<\/style>\n)?<div[\s\S]*<table>[\s\S]*<td>[\s\S]*<\/div>$/u)
      expect(one.data['text/markdown']).toMatch(/^\| role \| polarity \| theme \| quote \|/mu)
      expect(one.data['text/plain']).toMatch(/^role +polarity +theme +quote/mu)
      for (const text of Object.values(one.data)) {
        expect(text).toMatch(pseudonymised)
        expect(text).not.toMatch(teamOnly)
      }
      await expectNoNames(one)
    }
  })

  it('a quote table for the team says so, in each of them', () => {
    for (const one of shown.teamTable) {
      expect(Object.keys(one.data).sort()).toEqual(['text/html', 'text/markdown', 'text/plain'])
      for (const text of Object.values(one.data)) expect(text).toMatch(teamOnly)
    }
  })

  it('a report shows itself: the page, its Markdown, and its chapters as text', async () => {
    for (const one of shown.publicReport) {
      expect(one.data['text/html']).toMatch(/^<!doctype html>[\s\S]*class="retroduct"[\s\S]*<\/html>\s*$/u)
      expect(one.data['text/markdown']).toMatch(/^# The open door/u)
      expect(one.data['text/plain']).toMatch(/^The open door[\s\S]*\n {2}1\. /u)
      for (const text of Object.values(one.data)) {
        expect(text).toMatch(pseudonymised)
        expect(text).not.toMatch(teamOnly)
      }
      await expectNoNames(one)
    }
  })

  // A notebook drops <html>, <head> and <body>, and with them any class that stands there.
  it('a report keeps its looks inside the page of a notebook', () => {
    for (const one of shown.publicReport) expect(one.data['text/html']).toMatch(/<(?:div|main|article)\b[^>]* class="retroduct"/u)
  })

  it('a report for the team says so, and holds names: the search for them can fail', async () => {
    for (const one of shown.teamReport) {
      for (const text of Object.values(one.data)) expect(text).toMatch(teamOnly)
      expect((await leaksIn(one.data['text/html']!, register(clinic))).length).toBeGreaterThan(0)
      expect((await leaksIn(one.data['text/markdown']!, register(clinic))).length).toBeGreaterThan(0)
    }
  })

  it('other results show themselves too; those that are always for the team say so', async () => {
    for (const one of [...shown.groups, ...shown.conflicts]) expect(Object.keys(one.data)).toContain('text/html')
    for (const one of shown.groups) await expectNoNames(one)
    for (const one of shown.conflicts) expect(one.data['text/html']).toMatch(teamOnly)
  })

  it('a safe study, spelled out, holds no name', async () => {
    for (const one of shown.safe) {
      expect(one.data['text/plain']).toContain('transcripts')
      await expectNoNames(one)
    }
  })

  it('a key, a register and a review show counts only', async () => {
    const counts = {
      key: /^Key of \d+ entries and \d+ replacements$/u,
      register: /^Register of 14 entries$/u,
      review: /^Review of \d+ places/u,
    }
    for (const name of ['key', 'register', 'review'] as const) {
      for (const one of shown[name]) {
        expect(Object.keys(one.data)).toEqual(['text/plain'])
        expect(one.all.trim()).toMatch(counts[name])
      }
    }
    for (const one of [...shown.secrets, ...shown.displayed, ...shown.logged]) {
      expect(one.all).toMatch(/Review of \d+ places/u)
      expect(one.all.length).toBeLessThan(400)
    }
    for (const name of ['key', 'register', 'review', 'secrets', 'displayed', 'logged'] as const)
      for (const one of shown[name]) await expectNoNames(one)
  })

  it('an error can be read: what is wrong, where, and what to do, never what was said', async () => {
    for (const one of shown.noFolder) {
      expect(one.error?.name).toBe('StudyError')
      expect(one.error?.value).toBe('nowhere: there is no such folder. Give the folder that study.json is in.')
      expect(one.error?.traceback).toContain(one.error?.value)
    }
    for (const one of shown.refused) expect(one.error?.value).toMatch(/anonymise/u)
    for (const one of shown.wrongCalls) {
      expect(one.error?.value).toMatch(/^2 problems:\n +1\. pass\.fragment, call 1: .*interview-99.*\n +2\. pass\.fragment, call 2, .*\S$/u)
      await expectNoNames(one)
    }
    for (const one of shown.same) expect(one.data['text/plain']).toBe('true')
  })

  it('cells can run twice: they show the same, and nothing is coded or saved a second time', () => {
    // In the second round the study that is opened holds the coding.
    const grown = ['saved', 'safe', 'publicReport', 'teamReport']
    for (const [name, [first, second]] of Object.entries(shown)) if (!grown.includes(name)) expect(second?.all, name).toBe(first?.all)
    const [first, second] = shown.saved
    expect(first?.all).toContain('codings.csv')
    for (const one of [second, ...shown.savedAgain]) expect(one?.data['text/plain']).toBe('[]')
    expect(codings.match(/By accident, like most/gu)).toHaveLength(1)
  })

  // Fails while readDocx calls mammoth by its front door, which changes __proto__: Deno does not allow that, and two interviews are .docx.
  it('the code of the README makes a quote table and a page without a name', () => expectReadme('deno'), patience)
})

describe.skipIf(lacks.tslab)('in a notebook of tslab', () => {
  const shows = {
    publicTable: 'quoteTable(safe, { perTheme: 2 })',
    teamTable: "quoteTable(study, { audience: 'team', language: en })",
    publicReport: 'buildReport(safe)',
    key: 'made.key',
    register: 'register',
    review: 'made.review',
    secrets: '({ key: made.key, register: register, review: made.review })',
    types: `const typed: 0 extends 1 & typeof study ? never : true = true
const typedRows: string[] = quoteTable(safe).rows.map(row => row.quote)
const typedPack: 0 extends 1 & typeof en ? never : string = en.id
typed`,
    required: `declare const require: (name: string) => any
const tools: string[] = [require('retroduct').quoteTable, require('retroduct/node').openStudy].map(one => one.name)
;[...tools, require('retroduct/nl').nl.id, require('retroduct/en').en.id, Object.keys(require('retroduct/compromise')).length > 0]`,
    compromise: `import * as extra from 'retroduct/compromise'
Object.keys(extra).length > 0`,
    html: `import * as tslab from 'tslab'
tslab.display.html(quoteTable(safe, { perTheme: 1 }).toHtml())`,
    coded: 'coded.codings.length',
    same: 'await openStudy("nowhere").catch((error: unknown) => error instanceof StudyError)',
  }
  let shown: Record<keyof typeof shows, readonly Shown[]>
  beforeAll(async () => {
    shown = await run('tslab', { study: clinic, silent: [...opened(clinic, 'en'), coding], shows })
  }, patience)

  it('the main entry and the subpaths are found by import and by require, with their types', () => {
    for (const one of Object.values(shown).flat()) expect(one.all).not.toMatch(/Cannot find module|declaration file|implicitly/u)
    for (const one of shown.types) expect(one.printed.trim()).toBe('true')
    for (const one of shown.required) expect(one.printed).toMatch(/'quoteTable',\s+'openStudy',\s+'nl',\s+'en',\s+true/u)
    for (const one of shown.compromise) expect(one.printed.trim()).toBe('true')
    for (const one of shown.same) expect(one.printed.trim()).toBe('true')
  })

  it('values print as text: a table, a report, and counts only of what is secret', async () => {
    for (const one of shown.publicTable) {
      expect(one.printed).toMatch(/^role +polarity +theme +quote/mu)
      expect(one.printed).toMatch(pseudonymised)
      expect(one.printed).not.toMatch(teamOnly)
      await expectNoNames(one)
    }
    for (const one of shown.teamTable) expect(one.printed).toMatch(teamOnly)
    for (const one of shown.publicReport) {
      expect(one.printed).toMatch(/^The open door[\s\S]*\n {2}1\. /u)
      await expectNoNames(one)
    }
    for (const one of shown.key) expect(one.printed.trim()).toMatch(/^Key of \d+ entries and \d+ replacements$/u)
    for (const one of shown.register) expect(one.printed.trim()).toBe('Register of 14 entries')
    for (const one of shown.review) expect(one.printed.trim()).toMatch(/^Review of \d+ places/u)
    for (const one of shown.secrets) expect(one.printed.length).toBeLessThan(400)
  })

  it('the HTML of a table can be displayed', async () => {
    for (const one of shown.html) {
      expect(one.data['text/html']).toMatch(/^(?:<style>[^<]*<\/style>\n)?<div[\s\S]*<table>/u)
      await expectNoNames(one)
    }
  })

  it('cells can run twice and show the same', () => {
    for (const [name, [first, second]] of Object.entries(shown)) expect(second?.all, name).toBe(first?.all)
  })

  it('a wrong call of the library is found before it runs, and an error can be read', async () => {
    const plan = { study: clinic, silent: opened(clinic, 'en'), rounds: 1 }
    const typed = await run('tslab', { ...plan, shows: { unsafe: 'quoteTable(study)' } })
    expect(typed.unsafe[0]?.all).toMatch(/is not assignable to parameter of type 'SafeStudy'/u)
    const failed = await run('tslab', { ...plan, shows: { wrongCalls } })
    expect(failed.wrongCalls[0]?.all).toMatch(/StudyError: 2 problems:\n +1\. pass\.fragment, call 1: .*interview-99/u)
    await expectNoNames(failed.wrongCalls[0]!)
  })

  it('the code of the README makes a quote table and a page without a name', () => expectReadme('tslab'), patience)

  // Fails while src/index.ts does not export the types LogRow, ReviewRow and ConflictRow: tslab wants a name for the type of every variable.
  it('what anonymise gives can be taken apart', async () => {
    const apart = 'const { study: hidden, key, log, review, conflicts } = anonymise(study, { register: register, language: en })'
    const { log } = await run('tslab', { study: clinic, silent: [...opened(clinic, 'en'), apart], shows: { log: 'log' }, rounds: 1 })
    expect(log[0]?.printed).toMatch(/^row +type +becomes/mu)
  })
})
