import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRegister, openStudy } from '../../src/files/index.js'
import { nl } from '../../src/language/nl/index.js'
import { anonymise, makeRegister } from '../../src/privacy/index.js'
import { buildReport, type Dossiers, disclosureRisk, quoteTable } from '../../src/report/index.js'
import type { SafeStudy, Study } from '../../src/study/index.js'
import { entry, respondent, studyOf, transcript } from '../builders.js'
import { codingAt } from './riskStudy.js'

const of = (risk: Dossiers, label: string) => [...risk].find(one => one.label === label)

describe('the demonstration study', () => {
  let study: Study
  let safe: SafeStudy
  /** The safe study numbers codings by their place in the table. */
  const selected = (...ids: readonly string[]) => ({
    quotes: ids.map(id => ({ theme: safe.themes[0]!.id, coding: `c${study.codings.findIndex(one => one.id === id) + 1}` })),
  })
  const told = (...ids: readonly string[]) => disclosureRisk(safe, { outputs: [quoteTable(safe, { quotes: selected(...ids) })] })

  beforeAll(async () => {
    study = await openStudy('fixtures/zorgnetwerk')
    const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
    safe = anonymise(study, { register, language: nl }).study
  })

  it('has seven rows of reveals.csv, and every one of them that is printed is found', () => {
    expect(study.reveals).toHaveLength(7)
    for (const { coding, attribute, value } of study.reveals) {
      const { facts } = [...told(coding!)].find(one => one.printed.length > 0) ?? { facts: [] }
      const isPrinted = quoteTable(safe, { quotes: selected(coding!) }).rows.some(row => row.quote.length > 0 && !row.quote.startsWith('['))
      const found = facts.some(
        fact => fact.from === 'reveal' && fact.attribute === attribute && (value === 'unique' ? fact.unique : fact.value === value),
      )
      expect(found, coding!).toBe(isPrinted)
    }
  })

  it('says who is alone with what a passage gives away, and who is not', () => {
    expect(of(told('c075'), 'Respondent 6')).toMatchObject({ k: 1 })
    expect(of(told('c107'), 'Respondent 8')).toMatchObject({ k: 2, insider: 1, who: 'group: medisch specialist; jaren: 4' })
    expect(of(told('c050'), 'Respondent 4')).toMatchObject({ k: 4, who: 'group: medisch specialist; ziekenhuistype: academisch' })
  })

  it('adds up the passages of one respondent: a hospital and a discipline together', () => {
    expect(of(told('c050', 'c075'), 'Respondent 4')).toMatchObject({ k: 4 })
    const other: Study = {
      ...study,
      reveals: [...study.reveals, { id: 'x', coding: 'c051', attribute: 'discipline', value: 'dermatologie', extra: {} }],
    }
    safe = anonymise(other, { register: makeRegister([entry('Zwaardvis')]), language: nl }).study
    expect(of(told('c050', 'c051'), 'Respondent 4')).toMatchObject({ k: 1 })
  })

  it('puts pairs, a researcher alone and a quote without a label before the reader', async () => {
    const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
    safe = anonymise(study, { register, language: nl }).study
    const risk = disclosureRisk(safe)
    expect(of(risk, 'Onderzoeker van buiten')).toMatchObject({ k: 1, people: 1 })
    expect(of(risk, 'Respondenten 13a en 13b')).toMatchObject({ k: 4, insider: 1, people: 2 })
    expect(of(risk, 'Respondent 15a')).toMatchObject({ k: 3 })
    expect(of(risk, nl.risk.noLabel)).toMatchObject({ links: false })
    expect(risk.smallest).toBe(1)
    for (const { k, insider, singleOut } of risk) expect(insider).toBe(singleOut.includes(nl.risk.heard) ? 1 : Math.max(1, k - 1))
  })

  it('is counted again for a population of all board members', () => {
    const risk = disclosureRisk(safe, { population: { bestuurder: 9 } })
    expect(of(risk, 'Respondenten 13a en 13b')).toMatchObject({ k: 4, population: 9 })
    expect(of(risk, 'Respondent 1')!.population).toBeNull()
  })
})

// A published evaluation (2020) made by hand with this method. It is read where it lies, and nothing of it is kept here.
const file = new URL('../../../shared/sources/report-2020-nl.txt', import.meta.url)
const isThere = existsSync(file)
if (!isThere) console.warn('the published report is not on this machine: its test is skipped')

describe.skipIf(!isThere)('the published report', () => {
  it('with a full register still singles out the respondent who plans a book', () => {
    const whole = readFileSync(file, 'utf8')
    const text = whole.replace(/(\S)\n(?=\p{Ll})/gu, '$1').replace(/\s+/gu, ' ')
    const quotes = [...text.matchAll(/“([^“”]{30,900})”\.? ?\((Respondent \d+)\)/gu)].map(match => ({
      words: match[1]!,
      id: match[2]!.replace(/\D/gu, ''),
    }))
    const book = quotes.find(one => /\bboek\b/u.test(one.words))!
    expect(book).toBeDefined()
    const people = [...new Set(quotes.map(one => one.id))]
    expect(people.length).toBeGreaterThan(5)
    const transcripts = people.map(id =>
      transcript(
        `i${id}`,
        quotes.filter(one => one.id === id).map(one => `${id}: ${one.words}`),
      ),
    )
    const codings = transcripts.flatMap(one => one.turns.map((turn, i) => codingAt(`${one.id}.${i}`, one.id, turn.start, turn.end)))
    const told = codings.find(one =>
      transcripts.some(other => other.id === one.transcript && other.text.slice(one.start, one.end) === book.words),
    )!
    const study: Study = {
      ...studyOf(transcripts, { respondents: people.map(id => respondent(id, { group: 'medisch specialist' })) }),
      language: 'nl',
      codings,
      codes: [],
      quotes: codings.map((one, i) => ({
        id: `q${i + 1}`,
        transcript: one.transcript,
        spans: [{ start: one.start, end: one.end }],
        text: null,
        form: 'verbatim' as const,
        translation: null,
        themes: [],
        configurations: [],
        attribution: 'number' as const,
        approved: null,
        order: i,
        extra: {},
      })),
      pages: [{ id: 'context', text: codings.map((_, i) => `{{quote q${i + 1}}}`).join('\n\n'), about: [], extra: { chapter: 'context' } }],
      reveals: [{ id: 'v1', coding: told.id, attribute: 'plannen', value: 'een boek', extra: {} }],
    }
    const names = [...new Set(text.match(/(?<=[\p{Ll},] )\p{Lu}\p{L}{3,}(?: \p{Lu}\p{L}+)*/gu) ?? [])].filter(
      name => !/Respondent/u.test(name),
    )
    const { study: safe } = anonymise(study, {
      register: makeRegister(names.map(name => entry(name, { type: 'ORG', label: 'een naam' }))),
      language: nl,
    })
    const risk = disclosureRisk(safe, { outputs: [buildReport(safe, { quotes: { quotes: [] } })] })
    expect(of(risk, `Respondent ${book.id}`)).toMatchObject({ k: 1, insider: 1, who: 'plannen: een boek' })
    expect(of(risk, `Respondent ${people.find(id => id !== book.id)!}`)!.k).toBe(people.length)
  })
})
