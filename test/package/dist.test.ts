import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as source from '../../src/index.js'
import { root } from './sources.js'

const dist = join(root, 'dist')
const entries = ['index', 'node', 'nl', 'en', 'compromise']
const specifier = (entry: string) => (entry === 'index' ? 'retroduct' : `retroduct/${entry}`)
let folder = ''

beforeAll(() => {
  const missing = entries
    .flatMap(entry => [`${entry}.js`, `${entry}.cjs`, `${entry}.d.ts`, `${entry}.d.cts`])
    .filter(file => !existsSync(join(dist, file)))
  if (missing.length > 0)
    throw new Error(`dist/ is not built (${missing.join(', ')} missing): run "npm run build", or "npm test", which builds first`)
  folder = mkdtempSync(join(tmpdir(), 'retroduct-dist-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/retroduct'), 'dir')
})
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
})

/** Runs a script in a process of its own, in a folder in which the package is installed; gives what it prints. */
function run(name: string, script: string): unknown {
  writeFileSync(join(folder, name), script)
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

/** What a user of the built package does: a wrong folder, a safe study, a table of it, a name planted in a table. */
const job = `
  const tell = work => { try { return work() } catch (error) { return error } }
  const opened = await openStudy('there/is/no/such/folder').catch(error => error)
  const text = 'I: Why did you stay?\\nR: Because Greta Vos knew my name from the very first day.\\n'
  const turns = [{ start: 3, end: 20, speaker: 'I', respondents: [], asks: true, at: null },
    { start: 24, end: text.length - 1, speaker: 'R', respondents: ['1'], asks: false, at: null }]
  const transcript = { id: 'i1', file: null, round: null, respondents: ['1'], cases: [], speakers: [], consent: null, language: null, date: null,
    mode: null, minutes: null, hash: null, extra: {}, text, turns }
  const plain = { ...newStudy({ title: 'Clinic', language: 'nl', consent: 'verbatim' }), transcripts: [transcript],
    respondents: [{ id: '1', label: null, group: null, consent: null, cases: [], extra: {} }] }
  const by = { coder: 'MV', date: '2020-05-04' }
  const open = openPass(plain, by, pass => {
    pass.code(pass.fragment('i1', 'Because Greta Vos knew my name'), 'being known', { role: 'mechanism' })
  })
  const coded = selectivePass(open, by, pass => pass.theme('Being known', { role: 'mechanism', codes: ['being known'] }))
  const register = readRegister('name,label\\nGreta Vos,a colleague\\n')
  const { study: safe } = anonymise(coded, { register, language: nl })
  const planted = new Table({ title: 'T', columns: ['a'], rows: [{ a: 'Greta Vos' }], basis: '', of: safe })
  const refused = tell(() => planted.toCsv())
  console.log(JSON.stringify({
    opened: opened instanceof StudyError && opened.problems.length,
    audience: quoteTable(safe).audience,
    csv: quoteTable(safe).toCsv(),
    team: tell(() => quoteTable({ ...safe })) instanceof StudyError,
    refused: refused instanceof StudyError && !refused.message.includes('Greta'),
    label: nl.joinLabels(['Respondent 13a', 'Respondent 13b']),
  }))`
const names = 'newStudy, openPass, selectivePass, anonymise, readRegister, quoteTable, Table, StudyError'

function expectDone(result: unknown): void {
  expect(result).toMatchObject({ opened: 1, audience: 'public', team: true, refused: true, label: 'Respondenten 13a en 13b' })
  expect((result as { csv: string }).csv).toMatch(/Because ‹a colleague› knew my name/u)
  expect((result as { csv: string }).csv).not.toContain('Greta')
}

describe('the built package', () => {
  it('is built from these sources', () => {
    const built = createRequire(import.meta.url)(join(dist, 'index.cjs')) as object
    expect(Object.keys(built).sort()).toEqual(Object.keys(source).sort())
  })

  it('does its work from CommonJS files, one StudyError and one guard across entries', () => {
    const path = (entry: string) => JSON.stringify(join(dist, `${entry}.cjs`))
    expectDone(
      run(
        'files.cjs',
        `const { ${names} } = require(${path('index')}); const { openStudy } = require(${path('node')}); const { nl } = require(${path('nl')}); (async () => {${job}})()`,
      ),
    )
  })

  it('does its work when it is required by name', () => {
    expectDone(
      run(
        'named.cjs',
        `const { ${names} } = require('retroduct'); const { openStudy } = require('retroduct/node'); const { nl } = require('retroduct/nl'); (async () => {${job}})()`,
      ),
    )
  })

  it('does its work when it is imported by name', () => {
    expectDone(
      run(
        'named.mjs',
        `import { ${names} } from 'retroduct'; import { openStudy } from 'retroduct/node'; import { nl } from 'retroduct/nl'; ${job}`,
      ),
    )
  })

  it.each(entries)('%s gives the same names to import and require, and prints nothing', entry => {
    const script = `
      import { createRequire } from 'node:module'
      import * as imported from '${specifier(entry)}'
      const required = createRequire(import.meta.url)('${specifier(entry)}')
      console.log(JSON.stringify([Object.keys(imported), Object.keys(required)]))`
    const [imported, required] = run(`${entry}.mjs`, script) as [string[], string[]]
    expect(imported.length).toBeGreaterThan(0)
    expect(imported.filter(name => name !== 'module.exports').sort()).toEqual(required.sort())
    expect(imported).not.toContain('default')
  })

  it('a safe study made by import is held by the tables that require makes: notebooks mix the two', () => {
    const script = `
      import { createRequire } from 'node:module'
      import { anonymise, newStudy, readRegister } from 'retroduct'
      import { en } from 'retroduct/en'
      const { Table } = createRequire(import.meta.url)('retroduct')
      const register = readRegister('name,label\\nGreta Vos,a colleague\\n')
      const { study } = anonymise(newStudy({ title: 'Clinic', language: 'en' }), { register, language: en })
      const table = new Table({ title: 'T', columns: ['a'], rows: [{ a: 'Greta Vos' }], basis: '', of: study })
      let refused = false
      try { table.toCsv() } catch { refused = true }
      console.log(JSON.stringify([table.audience, refused]))`
    expect(run('mixed.mjs', script)).toEqual(['public', true])
  })
})

describe('the packed package', () => {
  let tarball = ''
  const bin = (name: string) => join(root, 'node_modules/.bin', name)
  beforeAll(() => {
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, encoding: 'utf8' })
    expect(packed.status, packed.stderr).toBe(0)
    tarball = join(folder, readdirSync(folder).find(file => file.endsWith('.tgz'))!)
  })

  it('holds what is built and what goes with it, and nothing of a study', () => {
    const { stdout } = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' })
    const files = stdout.trim().split('\n')
    expect(files).toContain('package/dist/index.js')
    expect(files).toContain('package/LICENSE')
    const others = files.filter(
      file => !/^package\/(?:dist\/[\w./-]+\.(?:js|cjs|d\.ts|d\.cts|map)|package\.json|[A-Z-]+(?:\.md)?)$/u.test(file),
    )
    expect(others).toEqual([])
  })

  it('has its name, entries and files in order (publint)', () => {
    const { status, stdout, stderr } = spawnSync(bin('publint'), ['run', tarball, '--strict'], { encoding: 'utf8' })
    expect(status, stdout + stderr).toBe(0)
  })

  it('has types that resolve in every way (attw, strict)', () => {
    const { status, stdout, stderr } = spawnSync(bin('attw'), [tarball, '--profile', 'strict', '--no-color'], { encoding: 'utf8' })
    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/No problems found/u)
  })
})

describe('in a browser', () => {
  const browser: BuildOptions = {
    bundle: true,
    platform: 'browser',
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    external: ['mammoth/*'],
    logLevel: 'silent',
  }
  const everythingOf = (files: readonly string[]) => files.map(file => `export * from './${file}.js'`).join('\n')
  const bundle = (contents: string, options: BuildOptions = {}) => build({ ...browser, stdin: { contents, resolveDir: dist }, ...options })
  const mainJob = `export { anonymise, axialPass, buildReport, newStudy, openPass, quoteTable, readRegister, readTranscript, renderHtml,
    renderMarkdown, selectivePass } from './index.js'`

  /** Bundles entries of dist/ for a browser, and weighs what a page loads at first; a Node built-in in them would fail it. */
  async function sizeOf(contents: string): Promise<{ raw: number; gzip: number }> {
    const { outputFiles, metafile } = await bundle(contents, { splitting: true, outdir: 'page' })
    const outputs = metafile!.outputs
    const packages = Object.values(outputs)
      .flatMap(output => output.imports)
      .filter(one => !(one.path in outputs))
    expect(packages.filter(one => !one.path.startsWith('mammoth/') || one.kind !== 'dynamic-import')).toEqual([])
    const atFirst = new Set(Object.keys(outputs).filter(path => outputs[path]!.entryPoint !== undefined && path.endsWith('stdin.js')))
    expect(atFirst.size).toBe(1)
    for (const path of atFirst) for (const one of outputs[path]!.imports) if (one.kind === 'import-statement') atFirst.add(one.path)
    const chunks = outputFiles!
      .filter(file => [...atFirst].some(path => file.path.replaceAll('\\', '/').endsWith(path)))
      .map(file => file.contents)
    expect(chunks).toHaveLength(atFirst.size)
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
    return { raw: sum(chunks.map(one => one.length)), gzip: sum(chunks.map(one => gzipSync(one, { level: 9 }).length)) }
  }

  it('needs nothing of Node, and mammoth only when a Word file is read', async () => {
    const sizes = {
      'main job': await sizeOf(mainJob),
      core: await sizeOf(everythingOf(['index'])),
      nl: await sizeOf(everythingOf(['nl'])),
      en: await sizeOf(everythingOf(['en'])),
      'core + nl + en': await sizeOf(everythingOf(['index', 'nl', 'en'])),
    }
    const lines = Object.entries(sizes).map(
      ([name, { raw, gzip }]) => `${name}: ${(raw / 1000).toFixed(1)} kB, gzipped ${(gzip / 1000).toFixed(1)} kB`,
    )
    console.info(lines.join('\n'))
    // The aim for the main job is 80 kB; marked (15), zod (7) and papaparse (7) are what stands between. Neither should grow unseen.
    expect(sizes['main job'].gzip).toBeLessThan(140_000)
    // Of the core 6 are the words of passphrases, 25 the room of theory, 9 the reading of finished reports.
    expect(sizes.core.gzip).toBeLessThan(300_000)
  })

  it('runs where there is no process, no Buffer and no require', async () => {
    const { outputFiles } = await bundle(everythingOf(['index', 'nl']), {
      format: 'iife',
      globalName: 'retroduct',
      supported: { 'dynamic-import': true },
    })
    const context = createContext({ TextEncoder, TextDecoder, atob })
    const work = job.replace(
      "await openStudy('there/is/no/such/folder').catch(error => error)",
      "tell(() => checkStudy({ ...newStudy({ title: 'x', language: 'nl' }), codes: [{ id: '' , extra: {} }] }))",
    )
    const script = `${outputFiles![0]!.text}\n;(() => { const { ${names}, nl, checkStudy } = retroduct; let said; const console = { log: text => { said = text } }; ${work}; return said })()`
    const result = JSON.parse(String(runInContext(script, context))) as { opened: unknown }
    expect(result.opened).toBeGreaterThan(0)
    expectDone({ ...result, opened: 1 })
  })
})

describe('the licence of what is bundled', () => {
  it('natural is in dist/ by its leaf files only, without its databases', () => {
    const chunks = readdirSync(dist).filter(file => /\.c?js$/u.test(file))
    const texts = chunks.map(file => readFileSync(join(dist, file), 'utf8')).join('\n')
    expect(texts).not.toMatch(/require\(["'](?:natural|pg|mongoose|redis|dotenv)["']\)|from ["'](?:natural|pg|mongoose|redis|dotenv)["']/u)
  })
})
