import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { leaksIn } from './leaks.js'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const example = (name: string) => run(process.execPath, [join('examples', name)], { cwd: root })

describe('the examples', () => {
  it('are all tried here', async () => {
    expect((await readdir(join(root, 'examples'))).sort()).toEqual(['coding.mjs', 'missing-voices.mjs', 'quote-table.mjs', 'report.mjs'])
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

  it('show whose voice is missing', async () => {
    const { stdout } = await example('missing-voices.mjs')
    expect(stdout).toMatch(/\d+ times a group was asked about a theme and nobody of it supported it/u)
    expect(await leaksIn(stdout, join(root, 'fixtures/zorgnetwerk.secret/register.csv'))).toEqual([])
  })
})
