import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudy } from '../../src/files/index.js'
import type { Study } from '../../src/study/index.js'
import { decideAll } from '../cli/decideAll.js'
import { leaksIn } from './leaks.js'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
let scratch = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'retroduct-cli-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function cli(...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: root })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

const studies = ['zorgnetwerk', 'community-clinic'] as const
const register = (study: string) => join(root, `fixtures/${study}.secret/register.csv`)

describe.each(studies)('the main job on %s', study => {
  it('writes a report and a quote table in which no registered name stands', async () => {
    const out = join(scratch, study)
    const ended = await cli('report', `fixtures/${study}`, '--register', register(study), '--out', out)
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect((await readdir(out)).sort()).toEqual(['quotes.csv', 'quotes.md', 'report.html', 'report.md'])
    for (const file of await readdir(out)) {
      const content = await readFile(join(out, file), 'utf8')
      expect(content.length).toBeGreaterThan(1000)
      expect(await leaksIn(content, register(study)), file).toEqual([])
    }
  })

  it('gives the same bytes again', async () => {
    const out = join(scratch, `${study}-again`)
    await cli('report', `fixtures/${study}`, '--register', register(study), '--out', out)
    for (const file of await readdir(out)) expect(await readFile(join(out, file))).toEqual(await readFile(join(scratch, study, file)))
  })

  it.each(['csv', 'md', 'html'])('writes the quote table as %s', async format => {
    const out = join(scratch, `${study}.${format}`)
    expect(await cli('quotes', `fixtures/${study}`, '--register', register(study), '--out', out)).toMatchObject({ code: 0 })
    const content = await readFile(out, 'utf8')
    expect(content).toMatch(/role.*polarity.*theme.*quote.*label.*group.*sources.*people.*against.*refining.*stance/su)
    expect(await leaksIn(content, register(study))).toEqual([])
  })

  it('would find names in what is made for the team: the search for leaks can fail', async () => {
    const out = join(scratch, `${study}-team`)
    expect(await cli('report', `fixtures/${study}`, '--team', '--out', out)).toMatchObject({ code: 0 })
    expect((await readdir(out)).sort()).toEqual(['quotes.team.csv', 'quotes.team.md', 'report.team.html', 'report.team.md'])
    const html = await readFile(join(out, 'report.team.html'), 'utf8')
    expect((await leaksIn(html, register(study))).length).toBeGreaterThan(0)
  })
})

describe('an archive and its key', () => {
  const phrase = () => join(scratch, 'phrase.txt')
  beforeAll(() => writeFile(phrase(), 'orbit velvet canyon drift lemon acorn\n'))

  it.each(studies)('%s is written without a name, sealed, opened and restored byte for byte', async study => {
    const [folder, key, back] = ['', '.rtdk', '-back'].map(end => join(scratch, `${study}-archive${end}`))
    const decisions = join(scratch, `${study}-decisions.csv`)
    const make = () =>
      cli(
        'archive',
        `fixtures/${study}`,
        '--register',
        register(study),
        '--out',
        folder!,
        '--key',
        key!,
        '--passphrase-file',
        phrase(),
        '--decisions',
        decisions,
      )
    const first = await make()
    if (first.code !== 0) {
      expect(first.err).toMatch(/for a person to decide/u)
      decideAll(decisions)
    }
    expect(first.code === 0 ? first : await make()).toMatchObject({ code: 0, err: '' })
    for (const file of await readdir(folder!, { recursive: true, withFileTypes: true }))
      if (file.isFile())
        expect(await leaksIn(await readFile(join(file.parentPath, file.name), 'utf8'), register(study)), file.name).toEqual([])
    expect(await cli('restore', folder!, '--key', key!, '--out', back!, '--passphrase-file', phrase())).toMatchObject({ code: 0, err: '' })
    const [before, after] = [await openStudy(join(root, 'fixtures', study)), await openStudy(back!)]
    for (const { id, text } of before.transcripts) expect(await readFile(join(back!, `texts/${id}.txt`), 'utf8')).toBe(text)
    // Where the sources stand is new: the texts themselves became them.
    const placeless = (study: Study) => ({ ...study, transcripts: study.transcripts.map(one => ({ ...one, file: null, hash: null })) })
    expect(placeless(after)).toEqual(placeless(before))
  })

  it('is not restored with another passphrase, and the passphrase is no argument', async () => {
    const [folder, key] = [join(scratch, 'community-clinic-archive'), join(scratch, 'community-clinic-archive.rtdk')]
    const other = join(scratch, 'other.txt')
    await writeFile(other, 'orbit velvet canyon drift lemon acorns\n')
    const ended = await cli('restore', folder, '--key', key, '--out', join(scratch, 'never'), '--passphrase-file', other)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toMatch(/the passphrase is wrong, or the key was changed/u)
    const asked = await cli('restore', folder, '--key', key, '--out', join(scratch, 'never'))
    expect(asked.err).toMatch(/no terminal here/u)
    expect((await cli('archive', '--help')).out).not.toMatch(/--passphrase[ =]/u)
    await expect(readdir(join(scratch, 'never'))).rejects.toThrow()
  })
})

describe('bad input', () => {
  it('asks what to hide', async () => {
    const ended = await cli('report', 'fixtures/zorgnetwerk', '--out', join(scratch, 'none'))
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('It is not known which names to hide')
    await expect(readdir(join(scratch, 'none'))).rejects.toThrow()
  })

  it('lists all problems of a broken study with their places, and writes nothing', async () => {
    const broken = join(scratch, 'broken')
    await cp(join(root, 'fixtures/community-clinic'), broken, { recursive: true })
    const codings = await readFile(join(broken, 'codings.csv'), 'utf8')
    const themes = await readFile(join(broken, 'themes.csv'), 'utf8')
    await writeFile(join(broken, 'codings.csv'), codings.replace(/\n([^,]+),([^,]+),/u, '\n$1,nowhere,'))
    await writeFile(join(broken, 'themes.csv'), themes.replace(/label/u, 'heading'))
    const ended = await cli('report', broken, '--register', register('community-clinic'), '--out', join(scratch, 'broken-out'))
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('codings.csv, row 2')
    expect(ended.err).toContain('themes.csv')
    expect(ended.err).not.toContain('nowhere')
    await expect(readdir(join(scratch, 'broken-out'))).rejects.toThrow()
  })

  it('refuses a report in which she wrote a registered name the library could not replace', async () => {
    const named = join(scratch, 'named')
    await cp(join(root, 'fixtures/community-clinic'), named, { recursive: true })
    const first = await readFile(register('community-clinic'), 'utf8')
    // Her own words bring in words of someone who may only be paraphrased.
    const vtt = (await readdir(join(named, 'transcripts'))).find(file => file.endsWith('.vtt'))
    const said = await withheldWords(named)
    await cp(join(root, 'fixtures/community-clinic'), named, { recursive: true })
    const { mkdir } = await import('node:fs/promises')
    await mkdir(join(named, 'report'), { recursive: true })
    await writeFile(join(named, 'report/1.md'), `---\nchapter: introduction\n---\nOne of them put it like this: ${said}.\n`)
    expect(vtt).toBeDefined()
    expect(first).toContain('name')
    const ended = await cli('report', named, '--register', register('community-clinic'), '--out', join(scratch, 'named-out'))
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('six words or more')
    expect(ended.err).not.toContain(said)
    await expect(readdir(join(scratch, 'named-out'))).rejects.toThrow()
  })

  it.each([
    ['quotes without --out', ['quotes', 'fixtures/zorgnetwerk'], /--out/u],
    ['an unknown format', ['quotes', 'fixtures/zorgnetwerk', '--team', '--out', 'x.pdf'], /\.csv, \.md or \.html/u],
    ['a folder that is not there', ['check', 'fixtures/nowhere'], /no such folder/u],
    ['a wrong share', ['quotes', 'x', '--max-share', '3', '--out', 'x.csv'], /max-share/u],
    ['an unknown command', ['publish', 'x'], /unknown command/u],
  ])('says what is wrong with %s', async (_, args, message) => {
    const ended = await cli(...args)
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(message)
  })
})

describe('init', () => {
  it('makes a folder that opens, with a .gitignore for what holds names, and does not overwrite', async () => {
    const made = join(scratch, 'new-study')
    expect(await cli('init', made, '--title', 'Walk-in', '--language', 'en')).toMatchObject({ code: 0 })
    expect(await readFile(join(made, '.gitignore'), 'utf8')).toMatch(/transcripts\/[\s\S]*register/u)
    await writeFile(join(made, 'transcripts/a.txt'), 'I: How are you?\nP1: Quite well, and you?\n')
    expect(await cli('check', made)).toMatchObject({ code: 0 })
    expect(await cli('init', made)).toMatchObject({ code: 1 })
  })
})

describe('--help', () => {
  it.each(['init', 'check', 'quotes', 'report'])('tells what %s does', async command => {
    const { out } = await cli(command, '--help')
    expect(out).toMatch(/Usage: retroduct/u)
  })
})

/** Ten words in a row of the respondent who agreed to paraphrases only. */
async function withheldWords(folder: string): Promise<string> {
  const { openStudy } = await import('../../src/files/index.js')
  const study = await openStudy(folder)
  const shy = study.respondents.find(one => one.consent === 'paraphrase')!
  const transcript = study.transcripts.find(one => one.respondents.includes(shy.id))!
  const turn = transcript.turns.find(one => one.respondents.includes(shy.id) && one.end - one.start > 120)!
  return transcript.text
    .slice(turn.start, turn.end)
    .split(/\s+/u)
    .slice(2, 12)
    .join(' ')
    .replace(/[.,;:?!]$/u, '')
}
