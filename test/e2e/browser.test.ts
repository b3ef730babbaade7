import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegister, openStudy } from '../../src/files/index.js'
import { anonymise, buildReport, quoteTable, renderHtml, reviewPage } from '../../src/index.js'
import { nl } from '../../src/language/nl/index.js'

const root = join(import.meta.dirname, '../..')
const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (path === undefined) console.warn('No browser is installed: the report is not looked at in one. (Debian: apt-get install chromium)')

describe.skipIf(path === undefined)('in a browser', () => {
  let browser: Browser
  let scratch = ''
  let html = ''
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'retroduct-page-'))
    browser = await chromium.launch({
      executablePath: path!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    const study = await openStudy(join(root, 'fixtures/zorgnetwerk'))
    const register = await openRegister(join(root, 'fixtures/zorgnetwerk.secret/register.csv'))
    const { study: safe } = anonymise(study, { register, language: nl })
    html = renderHtml(buildReport(safe))
    await writeFile(join(scratch, 'report.html'), html)
    await writeFile(join(scratch, 'review.html'), renderHtml(reviewPage(study, { register, language: nl })))
    await writeFile(join(scratch, 'table.html'), `<!doctype html><meta charset="utf-8"><title>t</title>${quoteTable(safe).toHtml()}`)
  })
  afterAll(async () => {
    await browser?.close()
    await rm(scratch, { recursive: true, force: true })
  })

  /** Opens a file and keeps what it asked for and complained of. */
  async function open(file: string, width: number): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', request => asked.push(request.url()))
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    await page.goto(pathToFileURL(join(scratch, file)).href)
    return { page, asked, complaints }
  }

  it.each([360, 1100])('shows the report at %i pixels without sideways scrolling, and asks for nothing else', async width => {
    const { page, asked, complaints } = await open('report.html', width)
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(scroll).toBeLessThanOrEqual(width)
    expect(asked).toHaveLength(1)
    expect(complaints).toEqual([])
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.scripts.length, document.querySelectorAll('h1').length]),
    ).toEqual(['nl', 0, 1])
    await page.close()
  })

  it.each([390, 1100])('shows the review at %i pixels, folded, and leads from a place to its turn', async width => {
    const { page, complaints } = await open('review.html', width)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const [first] = await page.$$('details:has(.passage) > summary')
    await first!.click()
    for (const one of await page.$$('.chapter details[open] > details > summary')) await one.click()
    await page.click('details[open] > .passage .where a')
    // The turn is in a part that was folded: it opens, and the turn stands on the screen.
    const target = await page.evaluate(() => document.querySelector(':target')?.getBoundingClientRect().top ?? -9)
    expect(Math.round(target)).toBeGreaterThanOrEqual(0)
    expect(target).toBeLessThan(900)
    expect(await page.evaluate(() => document.querySelector(':target')?.closest('details')?.open)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('leads from its contents to every chapter, by ids that are there once', async () => {
    const { page } = await open('report.html', 1100)
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')].map(
        link => document.querySelectorAll(`[id="${decodeURIComponent(link.getAttribute('href')!.slice(1))}"]`).length,
      ),
    )
    expect(links.length).toBeGreaterThan(15)
    expect(new Set(links)).toEqual(new Set([1]))
    await page.close()
  })

  it('reads well by eye: text is large enough and stands out from its ground', async () => {
    const { page } = await open('report.html', 360)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('p, li, blockquote, td, th, figcaption')]
        .filter(one => one.textContent!.trim() !== '')
        .map(one => Number.parseFloat(getComputedStyle(one).fontSize))
        .filter(size => size < 12),
    )
    expect(small).toEqual([])
    await page.close()
  })

  it('prints', async () => {
    const { page } = await open('report.html', 1100)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.close()
  })

  it('runs the library itself, from text to report', async () => {
    const entry = `
      import { readTranscript, openPass, newStudy, anonymise, noNames, quoteTable, selectivePass } from '${join(root, 'dist/index.js')}'
      import { en } from '${join(root, 'dist/en.js')}'
      globalThis.job = async () => {
        const { text, turns } = await readTranscript('I: How was it?\\nP1: We met every week and that helped us.', { format: 'txt', respondents: ['P1'], speakers: ['P1=P1', 'I=interviewer'] })
        const empty = { file: null, round: null, cases: [], speakers: [], consent: null, language: null, date: null, mode: null, minutes: null, hash: null, extra: {} }
        const transcripts = [{ id: 'i1', text, turns, respondents: ['P1'], ...empty }]
        const respondents = [{ id: 'P1', label: null, group: 'nurses', consent: 'verbatim', cases: [], extra: {} }]
        const study = { ...newStudy({ title: 'In a page', language: 'en' }), transcripts, respondents }
        const by = { coder: 'MV', date: '2026-01-15' }
        const open = openPass(study, by, pass => pass.code(pass.fragment('i1', 'We met every week'), 'meeting', { role: 'mechanism' }) && undefined)
        const themed = selectivePass(open, by, pass => { pass.theme('Meeting', { role: 'mechanism', codes: ['meeting'] }) })
        const table = quoteTable(anonymise(themed, { register: noNames('made up'), language: en }).study)
        document.body.append(table.toElement())
        return table.rows[0].quote
      }`
    const bundled = await build({
      stdin: { contents: entry, resolveDir: root },
      bundle: true,
      format: 'iife',
      platform: 'browser',
      write: false,
      external: ['mammoth/*'],
    })
    const page = await browser.newPage()
    await page.goto('about:blank')
    await page.addScriptTag({ content: bundled.outputFiles[0]!.text })
    expect(await page.evaluate('job()')).toBe('We met every week')
    expect(await page.evaluate(() => document.querySelectorAll('table tbody tr').length)).toBe(1)
    await page.close()
  })

  it('seals and opens a key with Web Crypto', async () => {
    const entry = `
      import { newStudy, anonymise, newPassphrase, noNames, openKey, restore, sealKey } from '${join(root, 'dist/index.js')}'
      import { en } from '${join(root, 'dist/en.js')}'
      globalThis.job = async () => {
        const { study, key } = anonymise(newStudy({ title: 'In a page', language: 'en' }), { register: noNames('made up'), language: en })
        const passphrase = newPassphrase()
        const opened = await openKey(await sealKey(key, passphrase), passphrase)
        return [passphrase.split(' ').length, restore(study, opened).title]
      }`
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: root },
      bundle: true,
      format: 'iife',
      platform: 'browser',
      write: false,
      external: ['mammoth/*'],
    })
    const page = await browser.newPage()
    // Web Crypto is there on pages that are secure, as a file is.
    await page.goto(pathToFileURL(join(scratch, 'table.html')).href)
    await page.addScriptTag({ content: outputFiles[0]!.text })
    expect(await page.evaluate('job()')).toEqual([6, 'In a page'])
    await page.close()
  })
})
