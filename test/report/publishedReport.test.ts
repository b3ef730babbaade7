import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nl } from '../../src/language/nl/index.js'
import { buildReport, quoteTable, renderHtml, renderMarkdown } from '../../src/report/index.js'
import { checkStudy, type Study } from '../../src/study/index.js'
import { escapeMarkdown } from '../../src/table/index.js'
import { code, quoteRow, study, theme, transcript } from '../analysis/makeStudy.js'
import { page } from './fullStudy.js'

// A published evaluation (2020) made by hand with this method. It is read where it lies, and nothing of it is kept here.
const file = new URL('../../../shared/sources/report-2020-nl.txt', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the published report is not on this machine: its test is skipped')

interface Published {
  readonly quotes: readonly { readonly words: string; readonly ids: readonly string[] }[]
  readonly bullets: readonly { readonly text: string; readonly polarity: 'enabling' | 'hindering' }[]
}

/** The quotes with their labels, and the bullets of the summary, of section 3.1. */
function readPublished(): Published {
  const whole = readFileSync(file, 'utf8')
  const section = whole.slice(whole.indexOf('\n3.1\t'), whole.indexOf('\n3.2\t'))
  // A line that does not end in a space ends inside a word.
  const text = section.replace(/(\S)\n(?=\p{Ll})/gu, '$1').replace(/\s+/gu, ' ')
  const quotes = [...text.matchAll(/”\.? ?\((Respondent(?:en)? [^)]{1,20})\)/gu)].map(match => ({
    words: text.slice(openingOf(text, match.index) + 1, match.index),
    ids: match[1]!.match(/\d+[a-z]?/gu)!,
  }))
  const [helps, hinders] = section.slice(section.indexOf('Samenvattend')).split('•').slice(1)
  const bullets = (part: string) =>
    part
      .split('–')
      .slice(1)
      .map(bullet => bullet.replace(/[\uFFFD\u00AD\s]+/gu, ' ').trim())
  return {
    quotes,
    bullets: [
      ...bullets(helps!).map(one => ({ text: one, polarity: 'enabling' as const })),
      ...bullets(hinders!).map(one => ({ text: one, polarity: 'hindering' as const })),
    ],
  }
}

/** Where the quotation opens that closes at `end`: quotations may stand inside it. */
function openingOf(text: string, end: number): number {
  let depth = 1
  let at = end
  while (depth > 0) {
    at--
    if (text[at] === '”') depth++
    if (text[at] === '“') depth--
  }
  return at
}

// Which bullet each quote goes with, read from the report.
const bulletOf = [0, 1, 4, 4, 4, 4, 4, 4, 3, 5, 5, 5]

function studyFrom({ quotes, bullets }: Published): Study {
  const speakers = [...new Set(quotes.map(quote => quote.ids.join('+')))]
  const transcripts = speakers.map(who =>
    transcript(
      `t${who.replace('+', '')}`,
      quotes.filter(quote => quote.ids.join('+') === who).map(quote => [who, quote.words] as const),
    ),
  )
  const rows = quotes.map(({ words, ids }, i) =>
    quoteRow(`q${i + 1}`, transcripts[speakers.indexOf(ids.join('+'))]!, words, [`c${bulletOf[i]}`], { order: i }),
  )
  const themes = bullets.map(({ text, polarity }, i) =>
    theme(`c${i}`, [`factor-${i}`], { label: `Factor ${i + 1}`, role: 'context', polarity, bullet: text }),
  )
  const codes = bullets.map((_, i) => code(`factor-${i}`, { role: 'context' }))
  return { ...study({ transcripts, themes, codes, quotes: rows }), language: 'nl', basis: 'quotes' }
}

describe.skipIf(!isThere)('section 3.1 of the published report', () => {
  const published = isThere ? readPublished() : { quotes: [], bullets: [] }
  const made = studyFrom(published)
  const team = { audience: 'team', language: nl } as const
  const references = [...published.quotes.keys()].map(i => `{{quote q${i + 1}}}`)
  const pages = [page('context', ['# Context', ...references, '{{box context}}'].join('\n\n'), { chapter: 'context' })]

  test('has twelve quotes and six bullets, and makes a sound study', () => {
    expect(published.quotes.map(quote => quote.ids.join())).toEqual([
      '10',
      '4',
      '10',
      '7',
      '13',
      '13a,13b',
      '16a,16b',
      '17',
      '7',
      '4',
      '6',
      '16a,16b',
    ])
    expect(published.bullets.map(bullet => bullet.polarity)).toEqual([...Array(4).fill('enabling'), ...Array(2).fill('hindering')])
    expect(published.quotes.every(quote => quote.words.length > 30 && quote.words.length < 1100)).toBe(true)
    expect(() => checkStudy({ ...made, pages })).not.toThrow()
  })

  test('is printed in her order: every quote with its label, then the box', () => {
    const markdown = renderMarkdown(buildReport({ ...made, pages }, team))
    const chapter = markdown.slice(markdown.indexOf('## Context'), markdown.indexOf('## Methode'))
    const printed = chapter.split('\n').filter(line => line.startsWith('> “'))
    const label = (ids: readonly string[]) => (ids.length === 1 ? `(Respondent ${ids[0]})` : `(Respondenten ${ids.join(' en ')})`)
    expect(printed).toEqual(published.quotes.map(({ words, ids }) => `> “${escapeMarkdown(`x${words}`).slice(1)}” ${label(ids)}`))
    expect(printed[5]).toMatch(/ \(Respondenten 13a en 13b\)$/u)
    const box = chapter.slice(chapter.indexOf('**Samenvattend'))
    const [helps, hinders] = box.split('**Wat belemmert**')
    expect(helps).toContain('**Wat stimuleert**')
    expect(helps!.match(/^> - /gmu)).toHaveLength(4)
    expect(hinders!.match(/^> - /gmu)).toHaveLength(2)
  })

  test('holds no counts, whether she wrote the chapter or not', () => {
    for (const text of [renderMarkdown(buildReport({ ...made, pages }, team)), renderMarkdown(buildReport(made, team))]) {
      const own = published.quotes.reduce((rest, { words }) => rest.replace(escapeMarkdown(`x${words}`).slice(1), ''), text)
      expect(own).not.toMatch(/\d+ (?:bron|person|citat|passage|gesprek)|Achter dit thema|Per groep/u)
    }
    for (const row of quoteTable(made, team)) expect([row.sources, row.people, row.against]).toEqual([null, '', null])
  })

  test('as a skeleton has every quote under its theme', () => {
    const markdown = renderMarkdown(buildReport(made, team))
    expect(markdown.split('\n').filter(line => line.startsWith('> “'))).toHaveLength(12)
    expect(markdown).toContain('### Wat stimuleert')
    expect(markdown.match(/\[nog niet geschreven\]/gu)!.length).toBeGreaterThanOrEqual(6)
  })

  test('as a page on a screen has the same twelve', () => {
    expect(renderHtml(buildReport({ ...made, pages }, team)).match(/<figure class="quote verbatim">/gu)).toHaveLength(12)
  })
})
