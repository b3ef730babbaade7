import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { check } from '../../src/cli/check.js'
import { codebook } from '../../src/cli/codebook.js'
import { dossier } from '../../src/cli/dossier.js'
import { fail } from '../../src/cli/fail.js'
import { history } from '../../src/cli/history.js'
import { init } from '../../src/cli/init.js'
import { startProgress } from '../../src/cli/progress.js'
import { quotes } from '../../src/cli/quotes.js'
import { report } from '../../src/cli/report.js'
import { withdraw } from '../../src/cli/withdraw.js'
import { openPass } from '../../src/coding/index.js'
import { openStudy, saveStudy } from '../../src/files/index.js'
import { StudyError } from '../../src/study/index.js'
import { signing } from '../privacy/decidedRelease.js'

const root = join(import.meta.dirname, '../..')
const clinic = join(root, 'fixtures/community-clinic')
const register = join(root, 'fixtures/community-clinic.secret/register.csv')
const chosen = { perTheme: 2, maxShare: 0.5 }

let scratch = ''
let decisions = ''
let out: MockInstance
let err: MockInstance
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'retroduct-commands-'))
  decisions = join(scratch, 'decided', 'decisions.csv')
  await mkdir(dirname(decisions))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))
beforeEach(() => {
  out = vi.spyOn(console, 'log').mockImplementation(() => {})
  err = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})
const printed = (spy: MockInstance) => spy.mock.calls.map(args => args.join(' ')).join('\n')

describe('report', () => {
  it('writes four files and, where asked, the review beside the register', async () => {
    const review = join(scratch, 'review.csv')
    const options = { ...chosen, register, decisions, out: join(scratch, 'a'), review, today: '2026-01-01', attributes: ['years'] }
    await signing(decisions, () => report(clinic, options))
    expect((await readdir(join(scratch, 'a'))).sort()).toEqual(['quotes.csv', 'quotes.md', 'report.html', 'report.md'])
    expect(await readFile(join(scratch, 'review.team.csv'), 'utf8')).toContain('in the register')
    expect(printed(out)).toContain('No registered name is in these files')
  })

  it('writes for the team under another name, and says that nothing is hidden', async () => {
    await report(clinic, { ...chosen, team: true, out: join(scratch, 'b') })
    expect((await readdir(join(scratch, 'b'))).every(file => file.includes('.team.'))).toBe(true)
    expect(printed(out)).toContain('nothing is hidden')
  })

  it('says which quotes clash with a promise', async () => {
    const zorgnetwerk = join(root, 'fixtures/zorgnetwerk')
    const names = `${zorgnetwerk}.secret/register.csv`
    await signing(decisions, () => report(zorgnetwerk, { ...chosen, register: names, decisions, out: join(scratch, 'c') }))
    expect(printed(out)).toContain('quotes.csv, row 6 (Respondent 10): refused by the speaker; printed: nothing')
  })
})

describe('quotes', () => {
  it.each(['csv', 'md', 'html'])('writes %s', async format => {
    await signing(decisions, () => quotes(clinic, { ...chosen, register, decisions, out: join(scratch, `q.${format}`) }))
    expect(await readFile(join(scratch, `q.${format}`), 'utf8')).toContain('Respondent')
  })

  it('refuses other formats, and a study of which it is not known what to hide', async () => {
    await expect(quotes(clinic, { ...chosen, register, out: 'q.pdf' })).rejects.toThrow(/\.csv, \.md or \.html/u)
    await expect(quotes(clinic, { ...chosen, out: join(scratch, 'r.csv') })).rejects.toThrow(/which names to hide/u)
  })
})

describe('dossier', () => {
  it('writes a page per configuration, of those named or all of the newest version', async () => {
    const options = { register, decisions, out: join(scratch, 'd'), today: '2026-01-01' }
    await signing(decisions, () => dossier(clinic, [], options))
    expect((await readdir(join(scratch, 'd'))).sort()).toEqual(['dossier.html', 'dossier.md'])
    const all = await readFile(join(scratch, 'd', 'dossier.md'), 'utf8')
    expect(all.match(/^## C\d/gmu)).toEqual(['## C1', '## C2'])
    await signing(decisions, () => dossier(clinic, ['C2'], { ...options, out: join(scratch, 'e') }))
    expect((await readFile(join(scratch, 'e', 'dossier.md'), 'utf8')).match(/^## C\d/gmu)).toEqual(['## C2'])
  })

  it('is for the team with its notes, and says which configuration is not there', async () => {
    await dossier(clinic, ['C1'], { team: true, out: join(scratch, 'f') })
    expect((await readdir(join(scratch, 'f'))).every(file => file.includes('.team.'))).toBe(true)
    const wrong = dossier(clinic, ['C1', 'C9', 'Q'], { team: true, out: join(scratch, 'g') })
    await expect(wrong).rejects.toThrow(/2 problems:.*number 2 of those named.*number 3 of those named/su)
    await expect(readdir(join(scratch, 'g'))).rejects.toThrow()
  })
})

describe('what a person has to decide', () => {
  it('is written beside the register with the dossiers to read, and nothing else is written', async () => {
    const place = await mkdtemp(join(scratch, 'undecided-'))
    const options = { ...chosen, register, decisions: join(place, 'decisions.csv'), out: join(place, 'out', 'q.csv') }
    await expect(quotes(clinic, options)).rejects.toThrow(/Nothing was written: 5 points .* 4 × dossier that nobody signed/u)
    expect((await readdir(place)).sort()).toEqual(['decisions.csv', 'decisions.key', 'dossiers.team.html'])
    const csv = await readFile(join(place, 'decisions.csv'), 'utf8')
    expect(csv.split('\n')[1]).toMatch(/,consent,Respondent P3: quote: no/u)
    expect(await readFile(join(place, 'dossiers.team.html'), 'utf8')).toContain('Respondent P1')
    await signing(options.decisions, () => quotes(clinic, options))
    expect(await readdir(join(place, 'out'))).toEqual(['q.csv'])
  })

  it('is asked again of a version after one that went out, which is remembered by its name', async () => {
    const place = await mkdtemp(join(scratch, 'released-'))
    const names = join(place, 'register.csv')
    await cp(register, names)
    const path = join(place, 'decisions.csv')
    const options = { ...chosen, register: names, out: join(place, 'q.csv'), today: '2026-05-01' }
    await signing(path, () => quotes(clinic, { ...options, release: 'draft' }))
    const list = await readFile(join(place, 'releases.jsonl'), 'utf8')
    expect(list.trim().split('\n')).toHaveLength(2)
    expect(list).toContain('"draft"')
    await expect(quotes(clinic, { ...options, release: 'draft' })).rejects.toThrow(/name/u)
    // Now the dossiers tell what was printed before, too.
    await expect(quotes(clinic, { ...options, release: 'second' })).rejects.toThrow(/dossier that nobody signed/u)
    await expect(signing(path, () => quotes(clinic, { ...options, release: 'second' }))).resolves.toBeUndefined()
    expect((await readFile(join(place, 'releases.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(3)
  })

  it('has no place to be remembered without a register', async () => {
    const options = { ...chosen, withoutRegister: 'none', release: 'x', out: join(scratch, 'z.csv') }
    const dir = join(scratch, 'no-register')
    await mkdir(join(dir, 'transcripts'), { recursive: true })
    await writeFile(join(dir, 'study.json'), '{ "title": "T", "language": "en", "consent": "verbatim" }')
    await writeFile(join(dir, 'transcripts/a.txt'), 'I: So?\nP1: Well.\n')
    await expect(quotes(dir, options)).rejects.toThrow(/no place to remember/u)
  })
})

describe('a study without names', () => {
  it('is told so with a reason, and speaks one of two languages', async () => {
    const made = join(scratch, 'nameless')
    await mkdir(join(made, 'transcripts'), { recursive: true })
    await writeFile(join(made, 'transcripts/a.txt'), 'I: How are you?\nP1: Well enough to come here on my own feet.\n')
    await init(made, { title: 'Nameless', language: 'en' })
    const options = { ...chosen, withoutRegister: 'nobody is named', decisions, out: join(scratch, 'n.csv') }
    await signing(decisions, () => quotes(made, options))
    expect(await readFile(join(scratch, 'n.csv'), 'utf8')).toMatch(/^\uFEFFrole,/u)
    await writeFile(join(made, 'study.json'), '{ "title": "Sans noms", "language": "fr" }')
    await expect(quotes(made, options)).rejects.toThrow(/no pack yet/u)
  })
})

describe('check --report', () => {
  it('holds a finished report against the study: a page for the team, and only counts on the console', async () => {
    const [talk] = (await openStudy(clinic)).transcripts
    const turn = talk!.turns.find(one => !one.asks && one.end - one.start > 60)!
    const words = talk!.text.slice(turn.start, turn.end).replace(/["“”]/gu, '')
    const file = join(scratch, 'draft.md')
    await writeFile(
      file,
      `# Draft\n\nOne said “${words}” (Respondent 99). Another: “these words were surely never said at all” (Respondent 1).\n`,
    )
    await check(clinic, { report: file, out: join(scratch, 'checked'), groups: ['carers=nurse'] })
    const said = printed(out)
    expect(said).toMatch(/draft\.md: 2 quotations/u)
    expect(said).toMatch(/1 quotation not found/u)
    expect(said).not.toContain(words.slice(0, 30))
    expect(await readdir(join(scratch, 'checked'))).toEqual(['report-check.team.html'])
    expect(await readFile(join(scratch, 'checked', 'report-check.team.html'), 'utf8')).toContain('these words were surely never said')
  })

  it('says so when there is no report, or a word for a group is no pair', async () => {
    await expect(check(clinic, { report: join(scratch, 'none.docx') })).rejects.toThrow('no report here')
    await expect(check(clinic, { report: join(clinic, 'study.json'), groups: ['carers'] })).rejects.toThrow('not given as a pair')
  })
})

describe('check --notebook', () => {
  it('says what in a notebook must not be passed on, by cell and never in words', async () => {
    const file = join(scratch, 'work.ipynb')
    const cell = (text: string) => ({ cell_type: 'code', source: [], outputs: [{ output_type: 'stream', text: [text] }] })
    await writeFile(file, JSON.stringify({ nbformat: 4, cells: [cell('fine'), cell('Greta Bloom said so')] }))
    const names = join(scratch, 'names.csv')
    await writeFile(names, 'name\nGreta Bloom\n')
    await check(clinic, { notebook: file, register: names })
    expect(printed(err)).toContain('work.ipynb: cell 2, output 1: this would print the name of row 2 of the register')
    expect(printed(err) + printed(out)).not.toContain('Bloom')
    expect(process.exitCode).toBe(1)
    await writeFile(file, JSON.stringify({ nbformat: 4, cells: [cell('fine')] }))
    await check(clinic, { notebook: file, register: names })
    expect(printed(out)).toContain('work.ipynb: no registered name')
  })

  it('refuses a file that is not there, and the team’s own', async () => {
    await expect(check(clinic, { notebook: join(scratch, 'none.ipynb'), register })).rejects.toThrow('no notebook here')
    const file = join(scratch, 'work.ipynb')
    await expect(check(clinic, { notebook: file, team: true })).rejects.toThrow('Leave --team out')
  })
})

describe('check', () => {
  it('says in counts what is there, and what to look at', async () => {
    await check(join(root, 'fixtures/zorgnetwerk'))
    expect(printed(out)).toMatch(
      /244 codings[\s\S]*1 passage is coded in two ways[\s\S]*\d+ conflicts[\s\S]*\d+ refused by the speaker[\s\S]*checkConsent/u,
    )
    expect(printed(out)).toContain('interview-08.txt: The file is not UTF-8')
  })

  it('says who has no consent on record', async () => {
    await check(join(scratch, 'nameless')).catch(() => {})
    const made = join(scratch, 'unasked')
    await mkdir(join(made, 'transcripts'), { recursive: true })
    await writeFile(join(made, 'study.json'), '{ "title": "Unasked", "language": "en" }')
    await writeFile(join(made, 'transcripts.csv'), 'id,file,respondents\na,a.txt,P1\n')
    await writeFile(join(made, 'respondents.csv'), 'id\nP1\n')
    await writeFile(join(made, 'transcripts/a.txt'), 'I: How are you?\nP1: Well.\n')
    await check(made)
    expect(printed(out)).toContain('respondents.csv, row 2: no consent is recorded')
  })
})

describe('what is easily overlooked', () => {
  const made = async (name: string, files: Readonly<Record<string, string>>) => {
    const dir = join(scratch, name)
    for (const [path, text] of Object.entries({ 'study.json': '{ "title": "T", "language": "en" }', ...files })) {
      await mkdir(dirname(join(dir, path)), { recursive: true })
      await writeFile(join(dir, path), text)
    }
    return dir
  }

  it('is told by check: no transcripts, a language without a pack', async () => {
    await check(await made('bare', { 'study.json': '{ "title": "T", "language": "fr" }', 'codes.csv': 'id,name\nk1,trust\n' }))
    expect(printed(out)).toMatch(/no problems found, and no transcripts yet[\s\S]* 1 code\n[\s\S]* 1 pass\n/u)
    expect(printed(out)).toContain('study.json: This language has no pack yet')
    await expect(init(join(scratch, 'french'), { title: 'T', language: 'fr' })).rejects.toThrow('no pack yet')
  })

  it('is told also of a study that does not open', async () => {
    const dir = await made('slip', { 'code.csv': 'id,name\nk1,trust\n', 'themes.csv': 'label,role,codes\nTrust,context,k1\n' })
    await expect(check(dir)).rejects.toThrow(StudyError)
    expect(printed(out)).toContain('code.csv: This file is not read. Did you mean codes.csv?')
  })

  it('includes references in the report that lead nowhere, which make the check fail', async () => {
    const dir = await made('broken', {
      'transcripts/a.txt': 'I: So?\nP1: Well.\n',
      'report/1.md': '---\r\norder: 1\r\n---\r\nOne.\r\n\r\n{{quote nothing}} and {{n\r\n',
    })
    await check(dir)
    expect(printed(out)).toContain('the report cannot be made')
    expect(printed(err)).toMatch(/report\/1\.md, row 6: a reference is not closed[\s\S]*report\/1\.md, row 6: /u)
    expect(process.exitCode).toBe(1)
  })

  it('includes an attribute that nobody has, and the ones there are', async () => {
    const options = { ...chosen, register, out: join(scratch, 'x.csv'), attributes: ['yeers'] }
    await expect(quotes(clinic, options)).rejects.toThrow(/No respondent or case has the attribute "yeers"\. Those there are: .*years/u)
  })

  it('includes a register in the folder of the study, in a line of its own', async () => {
    const dir = await made('open', { 'transcripts/a.txt': 'I: So?\nP1: Well.\n', 'register.csv': 'name,label\nGreta,a colleague\n' })
    const options = { ...chosen, register: join(dir, 'register.csv'), decisions, out: join(scratch, 'y.csv') }
    await signing(decisions, () => quotes(dir, options))
    expect(printed(err)).toMatch(/^The register of names stands in the folder of a study/u)
  })
})

describe('fail', () => {
  it('prints problems for her, and of a mistake of ours only where it happened', () => {
    fail(new StudyError([{ what: 'this is wrong', hint: 'do that', file: 'a.csv', row: 3 }]))
    expect(printed(err)).toBe('a.csv, row 3: this is wrong. Do that.')
    fail(new StudyError([{ what: 'the register is empty', hint: "say why: noNames('...')", call: 'anonymise' }]))
    expect(printed(err)).toContain('\nThe register is empty. Say why: --without-register with the reason.')
    fail(new Error('canary of a name'))
    fail('canary')
    expect(printed(err)).toContain('mistake in retroduct')
    expect(printed(err)).toMatch(/\n\s+at /u)
    expect(printed(err)).not.toContain('canary')
    expect(process.exitCode).toBe(1)
  })
})

describe('progress', () => {
  const terminal = (isTTY: boolean) => {
    const written: string[] = []
    return { written, stream: { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream }
  }

  it('is silent for short work, and tells the step of long work when a person watches', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { written, stream } = terminal(true)
    const progress = startProgress(stream)
    progress.step('Opening')
    vi.advanceTimersByTime(900)
    expect(written).toEqual([])
    vi.advanceTimersByTime(200)
    expect(written).toEqual(['\r\u001B[KOpening …'])
    progress.step('Building')
    expect(written.at(-1)).toBe('\r\u001B[KBuilding …')
    progress.done()
    expect(written.at(-1)).toBe('\r\u001B[K')
    vi.useRealTimers()
  })

  it('says nothing where no terminal is', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { written, stream } = terminal(false)
    const progress = startProgress(stream)
    progress.step('Opening')
    vi.advanceTimersByTime(5000)
    progress.done()
    expect(written).toEqual([])
    vi.useRealTimers()
  })
})

describe('codebook', () => {
  it('writes a page, Markdown and a table, without names unless for the team', async () => {
    await codebook(clinic, { register, out: join(scratch, 'cb'), by: 'group' })
    expect((await readdir(join(scratch, 'cb'))).sort()).toEqual(['codebook.csv', 'codebook.html', 'codebook.md'])
    await codebook(clinic, { team: true, out: join(scratch, 'cbt') })
    expect((await readdir(join(scratch, 'cbt'))).sort()).toEqual(['codebook.team.csv', 'codebook.team.html', 'codebook.team.md'])
  })
})

/** A copy of the clinic with a pass in its journal. */
async function workedOn(name: string): Promise<string> {
  const dir = join(scratch, name)
  await cp(clinic, dir, { recursive: true })
  const coded = openPass(await openStudy(dir), { coder: 'MV', date: '2024-05-04' }, pass => {
    pass.code(pass.turn('interview-1', 2), 'arriving', { role: 'context' })
  })
  await saveStudy(coded, dir)
  return dir
}

describe('history', () => {
  it('prints the passes, one pass, and its calls', async () => {
    const dir = await workedOn('history')
    await history(dir, {})
    expect(printed(out)).toMatch(/For the team only[\s\S]*1 coding added by MV/u)
    out.mockClear()
    await history(dir, { pass: '1' })
    expect(printed(out)).not.toContain('MV')
    out.mockClear()
    await history(dir, { pass: '2024-05-04', calls: true })
    expect(printed(out)).toContain('coded a fragment of interview-1')
    await expect(history(dir, { pass: '7' })).rejects.toThrow(StudyError)
  })

  it('is told by check when a line of it was changed', async () => {
    const dir = await workedOn('tampered')
    const journal = await readFile(join(dir, 'journal.jsonl'), 'utf8')
    await writeFile(join(dir, 'journal.jsonl'), journal.replace('"coder":"MV"', '"coder":"XX"'))
    await check(dir)
    expect(printed(out)).toMatch(/journal\.jsonl, row 2: .*id does not fit/u)
  })
})

describe('withdraw', () => {
  it('only says what would go, until it is told to do it', async () => {
    const dir = await workedOn('withdraw')
    const words = 'There’s no form, there’s no receptionist'.replaceAll('’', "'")
    const options = { scope: 'everything', coder: 'MV', today: '2024-06-01', register } as const
    await withdraw(dir, 'P1', options)
    expect(printed(out)).toMatch(/Nothing was changed/u)
    expect(await readFile(join(dir, 'codings.csv'), 'utf8')).toContain(words)
    await withdraw(dir, 'P1', { ...options, yes: true })
    expect(printed(out)).toMatch(/Withdrawn, and saved/u)
    expect(printed(out)).not.toContain(words)
    expect((await openStudy(dir)).respondents.map(one => one.id)).not.toContain('P1')
    for (const file of await readdir(dir, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain(words)
  })

  it('takes somebody out of what is printed, and refuses who is not there', async () => {
    const dir = await workedOn('unprinted')
    await withdraw(dir, 'P1', { scope: 'quotes', coder: 'MV', today: '2024-06-01', yes: true })
    expect((await openStudy(dir)).consents).toContainEqual(expect.objectContaining({ respondent: 'P1', purpose: 'quote', answer: 'no' }))
    await expect(withdraw(dir, 'P99', { scope: 'quotes', coder: 'MV', today: '2024-06-01' })).rejects.toThrow(StudyError)
  })
})
