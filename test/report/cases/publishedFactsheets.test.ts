import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frameworkMatrix } from '../../../src/analysis/index.js'
import { openPass, selectivePass } from '../../../src/coding/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { caseFactsheet, type Report, renderHtml, renderMarkdown, themePage } from '../../../src/report/index.js'
import { newStudy, type Page, type Study } from '../../../src/study/index.js'
import { decodeEntities } from '../../../src/table/index.js'
import { by } from '../../builders.js'

// Nine published factsheets under fixed headings, and a page for each of seven themes. They are read where they lie; nothing of them is kept here.
const file = new URL('../../../../shared/sources/factsheets-2024-nl.md', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the published factsheets are not on this machine: their pages are not made again')
const source = isThere ? readFileSync(file, 'utf8').replaceAll('\r', '') : ''

/** The headings of every factsheet, the role each is read as, and how many points stand under it in the nine, in order. */
const headings = {
  Aanleiding: ['context', null],
  'Organisatie en gemaakte afspraken': ['context', [5, 5, 3, 3, 3, 4, 5, 4, 5]],
  'Succesfactoren proces': ['mechanism', [4, 6, 4, 4, 3, 5, 4, 6, 4]],
  'Aandachtspunten proces': ['mechanism', [2, 4, 1, 2, 2, 2, 1, 2, 1]],
  'Proces totstandkoming samenwerkingsafspraken': ['mechanism', null],
  Effecten: ['outcome', [3, 4, 3, 3, 5, 6, 2, 3, 2]],
  'Blijvende uitdagingen': ['outcome', [4, 3, 3, 2, 3, 2, 3, 3, 1]],
} as const
const labels = Object.keys(headings) as (keyof typeof headings)[]

/** The pages of the source, by their first heading. */
const parts = source.split(/\n(?=# )/u)
const sheets = parts.filter(part => /\n#+ Aanleiding\n/u.test(part) && /\n#+ Succesfactoren/u.test(part))
const themes = parts.filter(part => /\n## Waarom\n/u.test(part) && /\n## Aanbevelingen\n/u.test(part))
const titleOf = (part: string) =>
  part
    .slice(2, part.indexOf('\n'))
    .replace(/<sup>.*?<\/sup>/gu, '')
    .replaceAll('- ', '')
    .trim()

/** What stands under a heading, up to the next and without the line that says whom to write to. */
function under(part: string, heading: string): string | null {
  const found = part.split(/\n#{2,4} /u).find(one => one.startsWith(`${heading}\n`))
  const text = found?.slice(heading.length).replace(/\nVoor meer informatie[\s\S]*$/u, '') ?? ''
  return text.trim() === '' ? null : text.trim()
}

/** The words of Markdown, a line each. */
function wordsOf(markdown: string): readonly string[] {
  const lines = markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\\([^\w\s])/gu, '$1')
    .split('\n')
    .map(line =>
      decodeEntities(line)
        .replace(/^\s*(?:[-*]|#+)\s+/u, '')
        .replace(/[*_]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
  return lines.filter(line => line !== '' && line !== '-')
}

const points = (markdown: string) => markdown.split('\n').filter(line => /^\s*- +\S/u.test(line)).length

/** The sections of a page by their titles, as Markdown. */
function sectionsOf(report: Report): ReadonlyMap<string, string> {
  const found = renderMarkdown(report)
    .split(/\n(?=#{2,3} )/u)
    .map(part => {
      const head = part.slice(0, part.indexOf('\n')).replace(/^#+ /u, '')
      return [head.replace(/ \*\(.*$/u, ''), part.slice(head.length + 4).trim()] as const
    })
  return new Map(found)
}

const region = (sheet: string) => /\n\n\s*([^\n*#]+)\n/u.exec(sheet)?.[1]?.trim() ?? ''
const kindOf = (sheet: string) => /\*\*Categorie spreiding:\*\*\s*([^\n]+)/u.exec(sheet)?.[1]?.trim() ?? ''

/** The study of the nine, made by the doors a researcher goes through. */
function published(): Study {
  const cases = sheets.map((sheet, i) => ({
    id: `k${i + 1}`,
    name: titleOf(sheet),
    // Of only one case the degree can be read in the source: of the others it is missing, and not none.
    extra: { regio: region(sheet), categorie: kindOf(sheet), implementatiegraad: '' },
  }))
  const empty: Study = { ...newStudy({ title: 'Spreiding', language: 'nl' }), cases }
  const withCodes = openPass(empty, by, pass => {
    for (const label of labels) pass.define(label, { role: headings[label][0] })
    for (const part of themes) pass.define(titleOf(part), { role: 'future' })
  })
  const ids = new Map<string, string>()
  const themed = selectivePass(withCodes, by, pass => {
    for (const label of labels) ids.set(label, pass.theme(label, { role: headings[label][0], codes: [label] }))
    for (const part of themes) {
      const claim = wordsOf(part.slice(part.indexOf('\n'), part.indexOf('\n## Waarom'))).join(' ')
      ids.set(titleOf(part), pass.theme(titleOf(part), { role: 'future', codes: [titleOf(part)], claim }))
    }
  })
  const filled = selectivePass(themed, by, pass => {
    for (const [i, sheet] of sheets.entries())
      for (const label of labels) {
        const summary = under(sheet, label)
        // A network that is only planned has no effects yet, and of one the course of events is a picture.
        const isPlan = titleOf(sheet).startsWith('Vaatnetwerk') && label === 'Effecten'
        pass.cell(
          `k${i + 1}`,
          ids.get(label)!,
          summary === null ? { status: 'missing' } : { summary, status: isPlan ? 'expected' : 'observed' },
        )
      }
    for (const part of themes)
      for (const [i, examples] of examplesPerCase(part).entries())
        if (examples.length > 0)
          pass.cell(`k${i + 1}`, ids.get(titleOf(part))!, { summary: examples.map(one => `- ${one}`).join('\n'), status: 'observed' })
  })
  const pages = themes.map(
    (part, i): Page => ({
      id: `p${i}`,
      text: part.slice(part.indexOf('\n## Waarom')),
      about: [],
      extra: { theme: ids.get(titleOf(part))! },
    }),
  )
  return { ...filled, pages }
}

const called = ['Borstcentrum', 'Flevoziekenhuis', 'Leiden', 'HartNet', 'Oncomid', 'Samen+', 'electieve', 'Vaatnetwerk', 'Erasmus MC']

/** The examples that a page of a theme gives, per case. */
function examplesPerCase(part: string): readonly (readonly string[])[] {
  const examples = (under(part, 'Aanbevelingen') ?? '').split('\n').filter(line => /^\s{2,}- /u.test(line))
  return called.map(name => examples.filter(line => line.includes(name)).map(line => line.replace(/^\s*- /u, '')))
}

describe.skipIf(!isThere)('the published factsheets, made again', () => {
  const study = isThere ? published() : newStudy({ title: '', language: 'nl' })
  const team = { audience: 'team', language: nl } as const

  it('are nine, with every heading, and under each the points that were published', () => {
    expect(sheets).toHaveLength(9)
    for (const [i, sheet] of sheets.entries()) {
      const page = caseFactsheet(study, titleOf(sheet), { ...team, themes: labels })
      const found = sectionsOf(page)
      expect([...found.keys()].filter(one => labels.includes(one as never)).sort()).toEqual([...labels].sort())
      for (const label of labels) {
        const [, counts] = headings[label]
        const text = under(sheet, label)
        const printed = found.get(label)!
        if (text === null) {
          expect(printed, `${label} of ${titleOf(sheet)}`).toContain(nl.texts.cellMissing)
          continue
        }
        const own = printed.replace(`*${nl.texts.cellExpected}*`, '')
        expect(wordsOf(own), `${label} of ${titleOf(sheet)}`).toEqual(wordsOf(text))
        if (counts !== null) expect(Math.max(1, points(own)), `${label} of ${titleOf(sheet)}`).toBe(counts[i])
      }
    }
  })

  it('tell what was planned from what was seen, and what is missing from what is not there', () => {
    const marks = (name: string) => {
      const sheet = sheets.find(one => titleOf(one).includes(name))!
      return renderMarkdown(caseFactsheet(study, titleOf(sheet), { ...team, themes: labels })).match(/^### .*$/gmu)!
    }
    expect(marks('Vaatnetwerk')).toContain('### Effecten *(verwacht)*')
    expect(marks('Vaatnetwerk')).toContain('### Aanleiding *(gezien)*')
    expect(marks('Leiden')).toContain('### Proces totstandkoming samenwerkingsafspraken *(ontbreekt)*')
    const sheet = renderMarkdown(caseFactsheet(study, 'k1', { ...team, themes: labels }))
    expect(sheet).toContain('| regio | Groningen |\n| categorie | Uitwisseling |\n| implementatiegraad | niet ingevuld |')
  })

  it('have seven pages of themes, with the definition, the reasons, the advice and the cases that are examples', () => {
    expect(themes).toHaveLength(7)
    const examples = themes.map(part => {
      const page = themePage(study, titleOf(part), team)
      const text = renderMarkdown(page)
      const words = new Set(wordsOf(text))
      for (const line of [...wordsOf(under(part, 'Waarom')!), ...wordsOf(under(part, 'Aanbevelingen')!)])
        expect(words, titleOf(part)).toContain(line)
      const definition = wordsOf(part.slice(part.indexOf('\n'), part.indexOf('\n## Waarom'))).join(' ')
      expect(text.replaceAll('\\', '')).toContain(definition)
      const cases = [...text.matchAll(/^### (.*) \*\(gezien\)\*$/gmu)].map(([, name]) => decodeEntities(name!).replaceAll('\\', ''))
      return called.flatMap((name, i) => (cases.includes(titleOf(sheets[i]!)) ? [name] : []))
    })
    // As the overview in the notes on this source has them.
    expect(examples).toEqual([
      ['Borstcentrum', 'Leiden', 'Vaatnetwerk'],
      ['Flevoziekenhuis', 'HartNet', 'Samen+'],
      ['Flevoziekenhuis', 'Oncomid', 'Erasmus MC'],
      ['Oncomid', 'Erasmus MC'],
      ['Flevoziekenhuis', 'Samen+', 'Erasmus MC'],
      ['Leiden'],
      ['Flevoziekenhuis'],
    ])
  })

  it('say the same as the framework matrix, and in HTML as in Markdown', () => {
    const cells = frameworkMatrix(study, { as: 'cells', columns: labels }).rows
    for (const one of study.cases) {
      const page = caseFactsheet(study, one.id, { ...team, themes: labels })
      const statuses = [...renderMarkdown(page).matchAll(/^### (.*) \*\((.*)\)\*$/gmu)].map(([, label, status]) => [label, status])
      const expected = cells.filter(cell => cell.case === one.name).map(cell => [cell.theme, nl.names.statuses[String(cell.status)]])
      expect(statuses).toEqual(expected)
      const html = renderHtml(page)
      for (const [label] of statuses) expect(html).toContain(`>${label} <span class="tag">`)
    }
  })
})
