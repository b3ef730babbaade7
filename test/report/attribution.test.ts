import { describe, expect, it } from 'vitest'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { buildReport, quoteTable, renderMarkdown } from '../../src/report/index.js'
import type { Quote } from '../../src/study/index.js'
import { by, respondent, spanOf, studyOf, transcript } from '../builders.js'

const words = 'we were told to sign before we had read a single page of it'
const talk = transcript('i', [`7: And then ${words}, all of us.`, '8: I had read it all at home the night before that.'])
const coded = openPass(
  studyOf([talk], { respondents: [respondent('7', { group: 'nurse' }), respondent('8', { group: 'nurse' })] }),
  by,
  pass => {
    pass.code(pass.fragment('i', words), 'signing', { role: 'context' })
    pass.code(pass.fragment('i', 'I had read it all at home the night before that'), 'signing', { role: 'context' })
  },
)
const themed = selectivePass(coded, by, pass => {
  pass.theme('Signing', { role: 'context', codes: ['signing'] })
  pass.configure({ context: ['signing'] }, { id: 'C1' })
  pass.evidence('C1', coded.codings[0]!.id, { stance: 'supports' })
})
const row = (attribution: Quote['attribution'], themes: readonly string[]): Quote => ({
  id: `q-${attribution}`,
  transcript: 'i',
  spans: [spanOf(talk, 'told to sign before we had read')],
  text: null,
  form: 'verbatim',
  translation: null,
  themes,
  configurations: [],
  attribution,
  approved: null,
  order: null,
  extra: {},
})
const team = { language: en, audience: 'team' } as const

describe('a passage whose quote hides the speaker', () => {
  it('hides the speaker wherever it is printed: in the table, in the theme, as evidence', () => {
    for (const [attribution, label] of [
      ['role', 'nurse'],
      ['none', ''],
      ['number', 'Respondent 7'],
    ] as const) {
      const study = { ...themed, quotes: [row(attribution, [])] }
      const labels = quoteTable(study, team)
        .rows.filter(one => one.quote.includes('told to sign'))
        .map(one => one.label)
      expect(labels).toEqual([label])
      const markdown = renderMarkdown(buildReport(study, team))
      const lines = markdown.split('\n').filter(line => line.includes('told to sign'))
      expect(lines.length).toBeGreaterThan(1)
      expect(lines.filter(line => line.includes('Respondent 7')).length).toBe(attribution === 'number' ? lines.length : 0)
      expect(markdown).toContain('Respondent 8')
    }
  })

  it('is as its most guarded quote says', () => {
    const study = { ...themed, quotes: [row('number', ['Signing']), row('role', ['Signing']), row('none', [])] }
    expect(
      quoteTable(study, team)
        .rows.filter(one => one.quote.includes('told to sign'))
        .map(one => one.label),
    ).toEqual(['', ''])
  })
})
