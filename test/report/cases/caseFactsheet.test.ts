import { describe, expect, it } from 'vitest'
import { selectQuotes } from '../../../src/analysis/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { anonymise, noNames } from '../../../src/privacy/index.js'
import { caseFactsheet, disclosureRisk, type Report, renderHtml, renderMarkdown, themePage } from '../../../src/report/index.js'
import type { CaseCell, Study } from '../../../src/study/index.js'
import { coding, quoteRow, respondent, study, theme, transcript } from '../../analysis/makeStudy.js'
import { configuration } from '../../theory/theoryStudy.js'

const cell = (of: string, facts: Partial<CaseCell>): CaseCell => ({
  id: `${of} ${facts.theme ?? facts.configuration}`,
  ...{ case: of, theme: null, configuration: null, theory: null, summary: null, status: null, extra: {} },
  ...facts,
})
const words = 'We had come to trust each other a lot over all those years'
const talks = Array.from({ length: 7 }, (_, i) => transcript(`t${i}`, [[`p${i}`, `${words}, said the ${i}th, and the pace was slow`]]))
const labels = ['Trust', 'Pace', 'Money', 'Plans', 'Rules', 'Fear']
const themes = labels.map((label, i) =>
  theme(label.toLowerCase(), [label.toLowerCase()], { label, role: i === 5 ? null : i < 4 ? 'mechanism' : 'context' }),
)
const made: Study = {
  ...study({ transcripts: talks, themes }),
  codings: talks.flatMap((one, i) => [
    coding(one, words, 'trust'),
    ...(i === 5 ? [coding(one, 'the pace was slow', 'pace', { about: 'east' })] : []),
  ]),
  cases: [
    { id: 'north', name: 'Network North', extra: { size: '4', founded: '' } },
    { id: 'south', name: 'Network South', extra: { size: '9', founded: '2016' } },
    { id: 'east', name: 'Network East', extra: { size: '2', founded: '2020' } },
  ],
  respondents: talks.map((_, i) =>
    respondent(`p${i}`, i < 6 ? 'nurse' : 'director', { cases: [i < 3 ? 'north' : i < 6 ? 'south' : 'east'] }),
  ),
  configurations: ['C1', 'C2'].map(id => configuration(id, {}, { statement: `${id} holds` })),
  cells: [
    cell('north', { theme: 'trust', status: 'observed', summary: '- They trust\n- each **other**' }),
    cell('north', { theme: 'money', status: 'absent', summary: 'No money went round' }),
    cell('north', { theme: 'plans', status: 'expected' }),
    cell('north', { theme: 'rules', status: 'missing' }),
    cell('north', { configuration: 'C1', status: 'fired', summary: 'As it should' }),
  ],
}
const team = { audience: 'team', language: en } as const
const sections = (report: Report) =>
  new Map(
    [...renderMarkdown(report).matchAll(/^### (.*)\n\n([\s\S]*?)(?=\n#{2,3} |$(?![\s\S]))/gmu)].map(([, head, body]) => [head!, body!]),
  )

describe('the factsheet of a case', () => {
  it('has every heading in the same order for each case, under its role, whatever is known', () => {
    const heads = made.cases.map(one =>
      [...renderMarkdown(caseFactsheet(made, one.id, team)).matchAll(/^##+ ([^*\n]*[^*\s])/gmu)].map(([, head]) => head),
    )
    expect(heads[0]).toEqual([
      'About this case',
      'Context',
      'Rules',
      'Mechanisms',
      'Trust',
      'Pace',
      'Money',
      'Plans',
      'Other themes',
      'Fear',
      'Configurations',
    ])
    expect(heads[1]).toEqual(heads[0])
    expect(heads[2]).toEqual(heads[0])
  })

  it('tells observed, expected, absent, missing and not filled in apart', () => {
    const found = sections(caseFactsheet(made, 'Network North', team))
    expect([...found.keys()]).toEqual([
      ...[
        'Rules *(missing)*',
        'Trust *(observed)*',
        'Pace *(not filled in)*',
        'Money *(absent)*',
        'Plans *(expected)*',
        'Fear *(not filled in)*',
      ],
    ])
    expect(found.get('Rules *(missing)*')).toContain(en.texts.cellMissing)
    expect(found.get('Pace *(not filled in)*')).toContain(en.texts.cellNothing)
    expect(found.get('Money *(absent)*')).toMatch(/looked for[\s\S]*No money went round/u)
    expect(found.get('Plans *(expected)*')).toContain(en.texts.cellExpected)
    expect(found.get('Trust *(observed)*')).toMatch(/^- They trust\n- each \*\*other\*\*\n\nCoded of this case: 3 sources, 3 passages\./u)
    const south = sections(caseFactsheet(made, 'south', team))
    expect(south.get('Trust *(coded, not summarised)*')).toContain('not written yet')
    // What somebody of another case said of it counts for it.
    expect(sections(caseFactsheet(made, 'east', team)).get('Pace *(coded, not summarised)*')).toContain('1 source')
  })

  it('shows attributes that are empty as not given, and verdicts that are not filled in', () => {
    const text = renderMarkdown(caseFactsheet(made, 'north', team))
    expect(text).toContain('| size | 4 |\n| founded | not given |')
    expect(text).toContain('| C1 | C1 holds | fired | As it should |\n| C2 | C2 holds | not filled in |  |')
    expect(renderMarkdown(caseFactsheet(made, 'north', { ...team, attributes: ['size'] }))).not.toContain('founded')
  })

  it('quotes who speaks of the case only, one per theme unless asked for more, in HTML too, in Dutch too', () => {
    const quotesIn = (report: Report) => renderMarkdown(report).match(/said the|“/gu)?.length ?? 0
    expect(quotesIn(caseFactsheet(made, 'north', team))).toBe(1)
    expect(quotesIn(caseFactsheet(made, 'north', { ...team, perTheme: 3 }))).toBe(3)
    const own = caseFactsheet(made, 'south', { ...team, quotes: selectQuotes(made, { perTheme: 7, maxShare: 1 }) })
    expect(renderMarkdown(own).match(/Respondent p\d/gu)).toEqual(['Respondent p3', 'Respondent p4', 'Respondent p5'])
    const html = renderHtml(caseFactsheet(made, 'north', { ...team, language: nl }))
    expect(html).toMatch(/Over deze casus[\s\S]*niet ingevuld[\s\S]*<li>They trust<\/li>/u)
  })

  it('has no count where only quotes are known', () => {
    expect(renderMarkdown(caseFactsheet({ ...made, basis: 'quotes' }, 'north', team))).not.toContain('Coded of this case')
  })

  it('is refused for what is not there, and to readers for a case of one or two people', () => {
    expect(() => caseFactsheet(made, 'west', team)).toThrow(/no such case/u)
    expect(() => caseFactsheet(made, 'north', { ...team, themes: ['Joy', 'trust', 'Woe'] })).toThrow(/2 problems/u)
    expect(() => caseFactsheet(made as never, 'north')).toThrow(/was not anonymised/u)
    const { study: safe } = anonymise(made, { register: noNames('made up'), language: en })
    const named = (name: string) => safe.cases.find(one => one.name === name)!.id
    expect(() => caseFactsheet(safe, named('Network East'))).toThrow(/fewer than three people[\s\S]*for the team/u)
    // The north is as small as the south, and goes with the east so that nobody can subtract.
    expect(() => caseFactsheet(safe, named('Network North'))).toThrow(/fewer than three people/u)
    expect(caseFactsheet(safe, named('Network South')).audience).toBe('public')
  })
})

describe('a quote on the page of a case', () => {
  const guarded = (attribution: 'role' | 'none' | 'role and case' | 'number') => {
    const one: Study = {
      ...made,
      respondents: made.respondents.map(row => ({ ...row, cases: row.id === 'p6' ? ['south'] : row.cases })),
      quotes: [0, 1, 2].map(i => quoteRow(`q${i}`, talks[i]!, words, ['trust'], { attribution })),
    }
    const { study: safe } = anonymise(one, { register: noNames('made up'), language: en })
    return { safe, text: renderMarkdown(caseFactsheet(safe, safe.cases.find(row => row.name === 'Network North')!.id, { perTheme: 3 })) }
  }

  it('is of a speaker whose case readers may know: not of words given to a group or to nobody', () => {
    for (const attribution of ['role', 'none'] as const) {
      const { text } = guarded(attribution)
      expect(text).not.toContain('“')
      expect(text).toContain(en.texts.caseQuotesHeld)
    }
    for (const attribution of ['role and case', 'number'] as const) {
      const { text } = guarded(attribution)
      expect(text.match(/“/gu)).toHaveLength(3)
      expect(text).not.toContain(en.texts.caseQuotesHeld)
    }
  })

  it('tells who weighs what is known of people that the speaker is of the case', () => {
    const { safe } = guarded('number')
    const page = caseFactsheet(safe, safe.cases.find(row => row.name === 'Network North')!.id)
    const told = disclosureRisk(safe, { outputs: [page] }).dossiers.flatMap(one => one.facts.map(fact => `${fact.attribute} ${fact.value}`))
    expect(told.join('\n')).toMatch(/case.*Network North/u)
  })
})

describe('the page of a theme', () => {
  it('sets every case under what stands behind the theme, with the status of each and how many there are', () => {
    const text = renderMarkdown(themePage(made, 'Trust', team))
    expect(text).toMatch(
      /^# Trust[\s\S]*Behind this theme: 7 sources[\s\S]*## In the cases\n\nCases: observed: 1; coded, not summarised: 2\./u,
    )
    expect([...sections(themePage(made, 'money', { ...team, sortBy: 'size' })).keys()]).toEqual([
      ...['Network East *(not filled in)*', 'Network North *(absent)*', 'Network South *(not filled in)*'],
    ])
  })

  it('has her claim, her bullet and her pages', () => {
    const page = { id: 'p', text: '# Why trust\n\nSince **it** counts: {{n trust}}.', about: [], extra: { theme: 'trust' } }
    const claimed = {
      ...made,
      themes: made.themes.map((one, i) => (i === 0 ? { ...one, claim: 'Trust helps', bullet: 'In short', core: true } : one)),
      pages: [page],
    }
    const text = renderMarkdown(themePage(claimed, 'trust', team))
    for (const part of ['core theme', 'In short', 'Trust helps', '### Why trust', 'Since **it** counts: 7']) expect(text).toContain(part)
    expect(text).not.toContain('not written yet]*\n\nBehind')
  })

  it('puts cases of few people together for readers, without their summaries', () => {
    const cells = [...made.cells, cell('east', { theme: 'trust', status: 'observed', summary: 'Only the director' })]
    const { study: safe } = anonymise({ ...made, cells }, { register: noNames('made up'), language: en })
    const text = renderMarkdown(themePage(safe, safe.themes.find(one => one.label === 'Trust')!.id))
    expect(text).not.toMatch(/Network East|Only the director/u)
    expect(text).toContain('### other')
  })

  it('is refused for what is not there', () => {
    expect(() => themePage(made, 'Joy', team)).toThrow(/no such theme/u)
    expect(() => themePage(made, 'Trust', { ...team, sortBy: 'colour' })).toThrow(/attribute/u)
    expect(() => themePage(made as never, 'Trust')).toThrow(/was not anonymised/u)
  })
})
