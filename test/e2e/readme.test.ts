import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'retroduct-readme-'))
mkdirSync(join(folder, 'work'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whole commands of the README: those in blocks, and those in a sentence that have an argument. */
const commands = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/(?:^npx |`)retroduct ([a-z]+ [^`#\n]+)/gmu)].map(found =>
  found[1]!.trim(),
)
const words = (command: string) => [...command.matchAll(/"([^"]*)"|\S+/gu)].map(found => found[1] ?? found[0])

describe('the commands of the README', () => {
  it('are found', () => expect(commands.length).toBeGreaterThan(10))

  // In order, in one folder, as a newcomer does. What a study without names or transcripts lacks is said by each in its own words.
  it.each(commands)('is one that the command line takes: retroduct %s', command => {
    const { stderr, status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...words(command)], {
      cwd: join(folder, 'work'),
      encoding: 'utf8',
      input: '',
      timeout: 60_000,
    })
    expect(stderr).not.toContain('add --help')
    expect(stderr).not.toMatch(/\n\s+at \S/u)
    expect(status).not.toBeNull()
  })
})
