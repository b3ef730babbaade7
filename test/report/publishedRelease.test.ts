import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nl } from '../../src/language/nl/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { buildReport, checkRelease, renderHtml } from '../../src/report/index.js'
import type { Quote, Study } from '../../src/study/index.js'
import { respondent, studyOf, transcript } from '../builders.js'

// A published evaluation (2020) made by hand with this method. It is read where it lies, and nothing of it is kept here: its consent says
// that interviews are not quoted literally, and that nothing leads to a project or a person.
const file = new URL('../../../shared/sources/report-2020-nl.txt', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the published report is not on this machine: its test is skipped')

interface Quoted {
  readonly words: string
  readonly ids: readonly string[]
}

/** All its quotes, with who said them. */
function readQuotes(): readonly Quoted[] {
  const whole = readFileSync(file, 'utf8')
  // A line that does not end in a space ends inside a word.
  const text = whole.replace(/(\S)\n(?=\p{Ll})/gu, '$1').replace(/\s+/gu, ' ')
  return [...text.matchAll(/“([^“”]{30,900})”\.? ?\((Respondent(?:en)? [^)]{1,20})\)/gu)].map(match => ({
    words: match[1]!.replace(/:/gu, ''),
    ids: match[2]!.match(/\d+[a-z]?/gu)!,
  }))
}

/** The report's quotes as a study: everybody is promised the same. */
function published(consent: 'verbatim' | 'paraphrase'): Study {
  const quotes = readQuotes()
  const people = [...new Set(quotes.flatMap(one => one.ids))]
  const talks = [...new Set(quotes.map(one => one.ids.join('+')))].map(who =>
    transcript(
      `t${who}`,
      quotes.filter(one => one.ids.join('+') === who).map(one => `${who}: ${one.words}`),
    ),
  )
  const rows = talks.flatMap(talk => talk.turns.map((turn, i): Quote => quoteOf(`${talk.id}.${i}`, talk.id, turn)))
  const text = rows.map(row => `{{quote ${row.id}}}`).join('\n\n')
  return {
    ...studyOf(talks, { respondents: people.map(id => respondent(id, { consent })) }),
    language: 'nl',
    quotes: rows,
    pages: [{ id: 'context', text, about: [], extra: { chapter: 'context' } }],
  }
}

function quoteOf(id: string, talk: string, { start, end }: { readonly start: number; readonly end: number }): Quote {
  const shown = { form: 'verbatim', translation: null, attribution: 'number', approved: null, order: null } as const
  return { id, transcript: talk, spans: [{ start, end }], text: null, themes: [], configurations: [], extra: {}, ...shown }
}

const release = (study: Study) => {
  const { study: safe } = anonymise(study, { register: noNames('nobody made one'), language: nl })
  const report = buildReport(safe)
  return { report, points: checkRelease(safe, { outputs: [report] }).table.rows }
}

describe.skipIf(!isThere)('the gate, before the published report', () => {
  it('stops its quotes, and names the project, the organisations and the region in them', () => {
    const { report, points } = release(published('verbatim'))
    // Addresses of sites stand in them, which lead to a project by themselves.
    expect(() => renderHtml(report)).toThrow(/what looks like a web address/u)
    const marks = points.filter(row => row.kind === 'mark').map(row => row.entry)
    for (const named of [/BeterKeten/u, /Erasmus MC/u, /Ikazia/u, /IJsselland/u, /Groot-Rijnmond/u, /Rotterdam/u])
      expect(
        marks.some(entry => named.test(entry)),
        String(named),
      ).toBe(true)
    expect(points.filter(row => row.kind === 'dossier').length).toBeGreaterThan(10)
  })

  it('tells that literal quotes clash with what was promised, per person, and lets none of them out', () => {
    const quotes = readQuotes()
    const { report, points } = release(published('paraphrase'))
    const clashes = points.filter(row => row.kind === 'consent')
    expect(new Set(clashes.map(row => row.what))).toContain('no literal quotes')
    const people = new Set(quotes.flatMap(one => one.ids))
    const told = new Set(clashes.flatMap(row => /^Respondent(?:en)? (\d+[a-z]?)/u.exec(row.entry)?.[1] ?? []))
    expect([...told].sort()).toEqual([...people].sort())
    const html = renderHtml(report)
    for (const { words } of quotes) expect(html).not.toContain(words.slice(10, 60))
  })
})
