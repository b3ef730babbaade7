import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { leaksIn } from './leaks.js'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const example = (name: string) => run(process.execPath, [join('examples', name)], { cwd: root })

const tried = [
  'across-cases.mjs',
  'codebook.mjs',
  'coding.mjs',
  'dossier.mjs',
  'finished-report.mjs',
  'history.mjs',
  'missing-voices.mjs',
  'questions.mjs',
  'quote-table.mjs',
  'report.mjs',
  'texts-that-change.mjs',
  'theory.mjs',
  'two-coders.mjs',
  'who-might-be-known.mjs',
]

describe('the examples', () => {
  it('are all tried here', async () => {
    expect((await readdir(join(root, 'examples'))).sort()).toEqual(tried)
  })

  it('make a quote table without names', async () => {
    const { stdout } = await example('quote-table.mjs')
    expect(stdout).toMatch(/^\d+ quotes in out\/example-quotes\.csv/u)
    const csv = await readFile(join(root, 'out/example-quotes.csv'), 'utf8')
    expect(csv.split('\r\n').length).toBeGreaterThan(20)
    expect(await leaksIn(csv, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })

  it('make a report without names', async () => {
    const { stdout } = await example('report.mjs')
    expect(stdout).toBe('made example-report.html and example-report.md in out/\n')
    const html = await readFile(join(root, 'out/example-report.html'), 'utf8')
    expect(await leaksIn(html, join(root, 'fixtures/community-clinic.secret/register.csv'))).toEqual([])
    expect(html).toMatch(/not written yet/u)
  })

  it('code in passes', async () => {
    const { stdout } = await example('coding.mjs')
    expect(stdout).toMatch(/^1 coding and 1 relation more/u)
    expect(stdout).toMatch(/For the team only/u)
  })

  it('put the work of two coders together', async () => {
    const { stdout } = await example('two-coders.mjs')
    expect(stdout).toMatch(/codings brought in: 2 of AB, 2 of CD; 54 now/u)
    expect(stdout).toMatch(/1 settled, 0 left/u)
  })

  it('set cases beside each other', async () => {
    const { stdout } = await example('across-cases.mjs')
    expect(stdout).toMatch(/For the team only/u)
    expect(stdout).toMatch(/^case,norm,C1\r?$/mu)
    expect(stdout).toMatch(/no data/u)
    expect(stdout).toMatch(/^# Netwerk galwegtumoren$/mu)
  })

  it('make the page of a configuration without names', async () => {
    const { stdout, stderr } = await example('dossier.mjs')
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(stdout).toMatch(/^# /mu)
    expect(await leaksIn(stdout, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })

  it('hold a finished report against its study', async () => {
    const { stdout } = await example('finished-report.mjs')
    expect(stdout).toMatch(/^line 5: altered: .*wasn't → was never$/mu)
    expect(stdout).toMatch(/^line 7: promise not kept: .* holds 1 quotation of respondents$/mu)
  })

  it('say what a configuration rests on, and what speaks against it', async () => {
    const { stdout } = await example('theory.mjs')
    expect(stdout).toMatch(/rests on 3 sources/u)
    expect(stdout).toMatch(/Negative cases[\s\S]*Demi-regularities[\s\S]*Ripples[\s\S]*Configurations to look at/u)
    expect(await leaksIn(stdout, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })

  it('look back', async () => {
    const { stdout } = await example('history.mjs')
    expect(stdout).toMatch(/merged the code 'familiar place' into 'no booking needed', 4\s+codings moved/u)
    expect(stdout).toMatch(/as before the merge/u)
  })

  it('ask questions of the codings', async () => {
    const { stdout } = await example('questions.mjs')
    expect(stdout).toMatch(/\d+ codings (?:\(\d+ passages\) )?of \d+ sources: role "mechanism" and near/u)
    expect(stdout).toMatch(/because/u)
    expect(
      await leaksIn(stdout.slice(stdout.indexOf('--- for readers ---')), join(root, 'fixtures/zorgnetwerk.secret/register.csv')),
    ).toEqual([])
  })

  it('change a text and let somebody withdraw', async () => {
    const { stdout } = await example('texts-that-change.mjs')
    expect(stdout).toMatch(/0 files still hold her words/u)
  })

  it('make a codebook without names, and take one back from a spreadsheet', async () => {
    const { stdout } = await example('codebook.mjs')
    expect(stdout).toMatch(/1 difference/u)
    const html = await readFile(join(root, 'out/example-codebook.html'), 'utf8')
    expect(await leaksIn(html, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })

  it('put before a person who might be known', async () => {
    const { stdout } = await example('who-might-be-known.mjs')
    expect(stdout).toMatch(/: 1 of those who took part fit\./u)
    expect(stdout).toMatch(/\d+ dossiers to read in out\/example-dossiers\.team\.html/u)
    expect(await leaksIn(stdout, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })

  it('show whose voice is missing', async () => {
    const { stdout } = await example('missing-voices.mjs')
    expect(stdout).toMatch(/\d+ times a group was asked about a theme and nobody of it supported it/u)
    expect(await leaksIn(stdout, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })
})
