import { inspect } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRegister, openStudy } from '../../src/files/index.js'
import * as api from '../../src/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import type { Register } from '../../src/privacy/index.js'
import { guardOf, isUnlinked, type SafeStudy, type Study } from '../../src/study/index.js'
import { by, entry, respondent, studyOf, transcript } from '../builders.js'

/** Every way in which a table or report is shown. */
function shown(
  result: api.Report | { toCsv(): string; toMarkdown(): string; toHtml(): string; toText(): string; toJSON(): unknown },
): string {
  if (result instanceof api.Report) return [api.renderHtml(result), api.renderMarkdown(result), inspect(result)].join('\n')
  return [result.toCsv(), result.toMarkdown(), result.toHtml(), result.toText(), JSON.stringify(result.toJSON()), inspect(result)].join(
    '\n',
  )
}

/** The page of a case, where readers may have one. */
function factsheet(safe: SafeStudy, id: string): api.Report | null {
  try {
    return api.caseFactsheet(safe, id, { perTheme: 3 })
  } catch (error) {
    expect(String(error)).toMatch(/fewer than three people/u)
    return null
  }
}

/** Everything that may be made of a safe study for readers. */
function everything(safe: SafeStudy, language: api.Language): Readonly<Record<string, string>> {
  const all = api.queryCodings(safe, q => q.and())
  const made = {
    quoteTable: [api.quoteTable(safe), api.quoteTable(safe, { quotes: all })],
    buildReport: [api.buildReport(safe)],
    buildCodebook: [api.buildCodebook(safe), api.buildCodebook(safe, { by: 'group' })],
    codebookTable: [api.codebookTable(safe)],
    queryCodings: [all.toTable()],
    queryPairs: [api.queryPairs(safe, q => q.near(q.and(), { within: 'transcript' }))],
    compareFragments: (['fragments', 'matrix', 'words'] as const).flatMap(as =>
      (['group', 'case', 'round', 'role', 'source'] as const)
        .filter(one => as !== 'matrix' || one !== 'source')
        .map(one => api.compareFragments(safe, q => q.and(), { as, by: one, language })),
    ),
    searchPassages: [api.searchPassages(safe, 'netwerk winter', { language })],
    suggestCodes: [api.suggestCodes(safe, 'bellen over een patiënt, calling about a patient', { language })],
    fragments: [api.fragmentTable(safe).table, api.codeMatrix(safe), api.codeMatrix(safe, { by: 'group' })],
    counts: [api.countCodes(safe), api.countCodes(safe, { by: 'group' }), api.contrastGroups(safe, { by: 'group' })],
    heard: [
      api.unheard(safe),
      api.unheard(safe, api.selectQuotes(safe)),
      api.twoMinds(safe),
      api.unsettled(safe),
      api.disagreements(safe),
      api.findDissent(safe),
    ],
    pages: [
      ...safe.cases.map(one => factsheet(safe, one.id)).filter(one => one !== null),
      ...safe.themes.slice(0, 3).map(one => api.themePage(safe, one.id)),
    ],
    history: [api.listPasses(safe), api.auditTrail(safe), api.memberReplies(safe), api.ramesesChecklist(safe)],
    theory: [
      ...(['answer', 'transcript', 'source', 'other round', 'case'] as const).map(within => api.findNearby(safe, { within, atLeast: 0 })),
      api.readingList(safe),
      api.listContested(safe),
      ...safe.configurations.flatMap(one => [
        api.gatherEvidence(safe, one).table,
        api.negativeCases(safe, one),
        api.negativeCases(safe, one, { by: 'case' }),
      ]),
      api.caseVerdicts(safe),
      api.followRipples(safe),
      api.demiRegularities(safe),
      api.compareTheories(safe, safe.theories[0]!.id, safe.theories[1]!.id),
    ],
  }
  return Object.fromEntries(Object.entries(made).map(([name, results]) => [name, results.map(one => shown(one as never)).join('\n')]))
}

describe('labels that are unlinked', () => {
  let study: Study
  let safe: SafeStudy
  let linked: SafeStudy
  let register: Register

  beforeAll(async () => {
    study = await openStudy('fixtures/zorgnetwerk')
    register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
    safe = api.anonymise(study, { register, language: nl, labels: 'unlinked' }).study
    linked = api.anonymise(study, { register, language: nl }).study
  })

  it('leave no number, id or place of anybody in anything that is made', () => {
    expect(shown(api.queryCodings(linked, q => q.and()).toTable())).toMatch(/,t1,\d+,Respondent 1,/u)
    for (const [name, text] of Object.entries(everything(safe, nl))) {
      expect(text.match(/Respondent(?:en)? \d+[a-z]?/u)?.[0], name).toBeUndefined()
      expect(text.match(/(?<![\p{L}\p{N}])(?:r|t)\d{1,2}(?![\p{L}\p{N}])/u)?.[0], name).toBeUndefined()
    }
  })

  it('still count sources as before', () => {
    const counts = (one: SafeStudy) => api.countCodes(one).rows
    expect(counts(safe)).toEqual(counts(linked))
    // Groups stand in the order of respondents.csv, which is another.
    const contrast = (one: SafeStudy) =>
      api
        .contrastGroups(one, { by: 'group' })
        .rows.map(row => JSON.stringify(row))
        .sort()
    expect(contrast(safe)).toEqual(contrast(linked))
  })

  it('give quotes to a group', () => {
    const sizes = new Map<string, number>()
    for (const { group } of study.respondents) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1)
    const groups = [...sizes].filter(([, size]) => size >= 3).map(([group]) => group)
    expect(groups.length).toBeGreaterThan(1)
    const labels = new Set(api.quoteTable(safe).rows.flatMap(({ label, quote }) => (quote !== '' && label !== '' ? [label] : [])))
    for (const label of labels) expect([...groups, 'een respondent']).toContain(label)
    for (const one of safe.transcripts.flatMap(({ turns }) => turns)) if (!one.asks) expect(one.speaker ?? '').not.toMatch(/\d/u)
    expect(labels.size).toBeGreaterThan(1)
  })

  it('stand in an order that does not follow who spoke or where', () => {
    const turned: Study = { ...study, transcripts: [...study.transcripts].reverse(), codings: [...study.codings].reverse() }
    const options = { register, language: nl, labels: 'unlinked' } as const
    const all = (one: Study) => {
      const made = api.anonymise(one, options).study
      return [
        api.quoteTable(made, { quotes: api.queryCodings(made, q => q.and()) }).toCsv(),
        api
          .queryCodings(made, q => q.and())
          .toTable()
          .toCsv(),
      ]
    }
    expect(all(turned)).toEqual(all(study))
  })

  it('do not let a query list what one person said, or one conversation', () => {
    for (const ask of [
      (q: api.QueryParts) => q.respondent(safe.respondents[0]!.id),
      (q: api.QueryParts) => q.source(safe.respondents[0]!.id),
      (q: api.QueryParts) => q.transcript(safe.transcripts[0]!.id),
    ])
      expect(() => api.queryCodings(safe, ask)).toThrow(/labels are unlinked/u)
    expect(() => api.suggestCodes(safe, safe.transcripts[0]!.id)).toThrow(/labels are unlinked/u)
    expect(() => api.memberCheck(safe, { respondent: safe.respondents[0]!.id })).toThrow(/labels are unlinked/u)
    expect(api.queryCodings(safe, q => q.group('bestuurder')).size).toBeGreaterThan(0)
  })

  it('leave dossiers of groups, in which nothing of one person adds up', () => {
    const risk = api.disclosureRisk(safe)
    const doctors = [...risk].find(one => one.label === 'medisch specialist')!
    expect(doctors.links).toBe(false)
    expect([...risk].some(one => /^Respondent/u.test(one.label))).toBe(false)
  })
})

describe('of a small study', () => {
  const interviews = ['1', '2', '3'].map(id =>
    transcript(`i${id}`, [`${id}: We trusted ${'abc'[Number(id) - 1]}lina since the long winter of our own.`]),
  )
  const study = api.openPass(
    studyOf(interviews, {
      respondents: [
        respondent('1', { group: 'nurses of Zwaardvis' }),
        respondent('2', { group: 'manager', label: 'Anna' }),
        respondent('3'),
      ],
    }),
    by,
    pass => {
      for (const one of interviews) pass.code(pass.fragment(one.id, one.turns[0]!), 'trust', { role: 'mechanism' })
    },
  )
  const options = { register: [entry('Zwaardvis')], language: en, labels: 'unlinked' } as const

  it('who has no group, or one of fewer than three people, is a respondent', () => {
    const { study: safe } = api.anonymise(study, options)
    const table = api.quoteTable(safe, { quotes: api.queryCodings(safe, q => q.and()) })
    expect(table.rows.map(row => row.label)).toEqual(['a respondent', 'a respondent', 'a respondent'])
    expect(safe.respondents.map(one => one.label)).toEqual(['a respondent', 'a respondent', 'a respondent'])
    expect(safe.transcripts.every(one => one.turns.every(turn => turn.speaker !== 'Anna' && !/\d/u.test(turn.speaker ?? '')))).toBe(true)
  })

  it('a group of three is a label, unless a name is in it', () => {
    const people = ['1', '2', '3', '4', '5', '6'].map(id => respondent(id, { group: Number(id) < 4 ? 'nurses of Zwaardvis' : 'manager' }))
    const { study: safe } = api.anonymise(studyOf(interviews, { respondents: people }), options)
    expect(safe.respondents.map(one => one.label).sort()).toEqual([...Array(3).fill('a respondent'), ...Array(3).fill('manager')])
  })

  it('her own text may not name a number either', () => {
    const page = (text: string) => ({ ...study, pages: [{ id: 'p', text, about: [], extra: { chapter: 'introduction' } }] })
    const render = (text: string) => api.renderMarkdown(api.buildReport(api.anonymise(page(text), options).study))
    expect(() => render('As Respondent 1 told us.')).toThrow(/label of one respondent/u)
    expect(render('As one of the nurses told us.')).toContain('one of the nurses')
  })

  it('are not for an archive, which holds whole transcripts', () => {
    expect(() => api.anonymise(study, { ...options, profile: 'archive' })).toThrow(/whole transcripts/u)
    expect(() => api.anonymise(study, { ...options, labels: 'none' as never })).toThrow(/not a way to label/u)
  })

  it('are gone with the guard', () => {
    const { study: safe } = api.anonymise(study, options)
    expect(isUnlinked(safe)).toBe(true)
    expect(isUnlinked({ ...safe })).toBe(false)
    expect(guardOf({ ...safe })).toBeNull()
  })
})
