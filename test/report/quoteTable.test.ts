import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { carryLanguage } from '../../src/language/index.js'
import { nl } from '../../src/language/nl/index.js'
import { quoteTable } from '../../src/report/index.js'
import { carryGuard, type SafeStudy, type Study, StudyError } from '../../src/study/index.js'
import { coding, quoteRow, respondent, study, theme, transcript } from '../analysis/makeStudy.js'

const t10 = transcript('t10', [
  ['10', 'They  know me\nby name here.'],
  ['I', 'Really?'],
  ['10', 'Yes, really and truly so.'],
])
const t13 = transcript('t13', [['13a+13b', 'We know everyone who comes in.']])
const across = { ...coding(t10, 'know', 'known'), end: t10.text.indexOf(' and truly') }
const made = study({
  transcripts: [t10, t13],
  respondents: [respondent('10', 'nurse'), respondent('13a', 'manager'), respondent('13b', 'manager')],
  codings: [across, coding(t13, 'We know everyone', 'known', { stance: 'refines' })],
  themes: [
    theme('late', ['nothing'], { label: 'Late', polarity: 'hindering' }),
    theme('trust', ['known'], { label: 'Trust' }),
    theme('place', ['none'], { label: 'Place', role: 'context' }),
  ],
})
const team = { audience: 'team', language: en } as const
const rows = (facts: Partial<Study> = {}, options = {}) => quoteTable({ ...made, ...facts }, { ...team, ...options }).rows
const safe = (plain: Study): SafeStudy => carryGuard({ ...plain }, { check: () => [] }) as SafeStudy

describe('quoteTable', () => {
  test('gives a row per quote, in the order of roles and polarities, and an empty one for a theme without a quote', () => {
    expect(rows()).toEqual([
      {
        role: 'context',
        polarity: null,
        theme: 'Place',
        quote: '',
        label: '',
        group: '',
        sources: 0,
        people: '0',
        against: 0,
        refining: 0,
        stance: null,
      },
      {
        role: 'mechanism',
        polarity: null,
        theme: 'Trust',
        // Without the question between, and with the white space folded.
        quote: 'know me by name here. … Yes, really',
        label: 'Respondent 10',
        group: 'nurse',
        sources: 1,
        people: '1',
        against: 0,
        refining: 1,
        stance: null,
      },
      {
        role: 'mechanism',
        polarity: null,
        theme: 'Trust',
        quote: 'We know everyone',
        label: 'Respondents 13a and 13b',
        group: 'manager',
        sources: 1,
        people: '1',
        against: 0,
        refining: 1,
        stance: 'refines',
      },
      {
        role: 'mechanism',
        polarity: 'hindering',
        theme: 'Late',
        quote: '',
        label: '',
        group: '',
        sources: 0,
        people: '0',
        against: 0,
        refining: 0,
        stance: null,
      },
    ])
  })

  test('has its columns in this order', () => {
    expect(quoteTable(made, team).columns.join()).toBe('role,polarity,theme,quote,label,group,sources,people,against,refining,stance')
    expect(quoteTable(made, team).basis).toContain('2 quotes')
  })

  test('prints no counts when only quotes are known', () => {
    for (const row of rows({ basis: 'quotes' }))
      expect([row.sources, row.people, row.against, row.refining]).toEqual([null, '', null, null])
  })

  test('a study that was not anonymised is for the team only', () => {
    // @ts-expect-error a plain study needs an audience
    expect(() => quoteTable(made)).toThrow(/anonymise the study first/iu)
    expect(quoteTable(made, team).audience).toBe('team')
    expect(quoteTable(safe(made), { language: en }).audience).toBe('public')
  })

  test('speaks the language that is given, else the one the study carries; without either it says so', () => {
    expect(rows({}, { language: nl })[2]?.label).toBe('Respondenten 13a en 13b')
    expect(quoteTable(carryLanguage(safe(made), nl)).rows[2]?.label).toBe('Respondenten 13a en 13b')
    expect(() => quoteTable(safe(made))).toThrow(StudyError)
  })

  test('uses the label a respondent has', () => {
    const respondents = [respondent('10', 'nurse', { label: 'a nurse' }), respondent('13a', null), respondent('13b', null)]
    const labels = rows({ respondents }).map(row => [row.label, row.group])
    expect(labels).toContainEqual(['a nurse', 'nurse'])
    expect(labels).toContainEqual(['Respondents 13a and 13b', 'not stated'])
  })

  test('prints the selection that is given, and refuses one of another study', () => {
    const quotes = { quotes: [{ theme: 'place', coding: across.id }] }
    expect(rows({}, { quotes }).map(row => row.quote)).toEqual(['know me by name here. … Yes, really', '', ''])
    expect(() => rows({}, { quotes: { quotes: [{ theme: 'place', coding: 'gone' }] } })).toThrow(/item 1.*not in the study/iu)
    expect(() => rows({}, { quotes: { quotes: [{ theme: 'gone', coding: across.id }] } })).toThrow(StudyError)
  })
})

describe('a row of quotes.csv', () => {
  const printed = (facts: Parameters<typeof quoteRow>[4], more: Partial<Study> = {}) =>
    rows({ quotes: [quoteRow('q', t13, 'We know everyone', ['trust'], facts)], ...more }, { perTheme: 1 }).find(
      row => row.theme === 'Trust',
    )

  test('is printed with its omissions and insertions', () => {
    expect(printed({ text: 'We … [always]  know' })?.quote).toBe('We … [always] know')
    expect(printed({})?.quote).toBe('We know everyone')
    const start = t13.text.indexOf('We')
    expect(
      printed({
        spans: [
          { start, end: start + 2 },
          { start: start + 8, end: start + 16 },
        ],
      })?.quote,
    ).toBe('We … everyone')
  })

  test('tells by the codings it overlaps what it does to the claim', () => {
    expect(printed({})?.stance).toBe('refines')
  })

  test.each([
    ['number', 'Respondents 13a and 13b'],
    ['pseudonym', 'Respondents 13a and 13b'],
    ['role', 'manager'],
    ['role and case', 'manager, Northgate and south'],
    ['none', ''],
    [null, 'Respondents 13a and 13b'],
  ] as const)('names the speaker by %s', (attribution, label) => {
    const cases = [
      { id: 'north', name: 'Northgate', extra: {} },
      { id: 'south', name: null, extra: {} },
    ]
    const transcripts = [t10, { ...t13, cases: ['north', 'south'] }]
    expect(printed({ attribution }, { cases, transcripts })?.label).toBe(label)
  })

  test('of which the text may not be quoted is printed as the gap that stands there', () => {
    const start = t13.text.indexOf('We')
    const transcripts = [t10, { ...t13, extra: { withheld: `${start}-${start + 7}` } }]
    expect(printed({ text: 'What it said before' }, { transcripts })?.quote).toBe('We know everyone')
    expect(printed({ text: 'In other words', form: 'paraphrase' }, { transcripts })?.quote).toBe('In other words')
  })
})
