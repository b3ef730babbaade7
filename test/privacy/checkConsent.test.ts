import { describe, expect, it } from 'vitest'
import { selectQuotes } from '../../src/analysis/index.js'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, type CheckConsentOptions, checkConsent, noNames } from '../../src/privacy/index.js'
import type { Consent, Quote, Study, Transcript } from '../../src/study/index.js'
import { StudyError } from '../../src/study/index.js'
import { by, entry, respondent, spanOf, studyOf, transcript } from '../builders.js'

const talk = transcript('t', [
  'I: What changed?',
  'A: We dug the whole garden over in March.',
  'A+B: Then we sowed it together in one day.',
  'B: I never liked beans.',
])
const words = 'We dug the whole garden over in March'
const answer = (respondent: string, purpose: Consent['purpose'], said: Consent['answer'], facts: Partial<Consent> = {}): Consent => ({
  id: `${respondent} ${purpose} ${said}`,
  respondent,
  purpose,
  answer: said,
  form: 'letter',
  date: '2023-05-01',
  until: null,
  extra: {},
  ...facts,
})
const quote = (facts: Partial<Quote>): Quote => ({
  ...{
    id: 'q',
    transcript: 't',
    spans: [spanOf(talk, words)],
    text: words,
    form: 'verbatim',
    translation: null,
    themes: [],
    configurations: [],
  },
  ...{ attribution: null, approved: null, order: null, extra: {} },
  ...facts,
})
const coded = selectivePass(
  openPass(studyOf([talk]), by, pass => {
    pass.code(pass.fragment('t', words), 'digging', { role: 'context' })
    pass.code(pass.fragment('t', 'I never liked beans'), 'beans', { role: 'context' })
  }),
  by,
  pass => pass.theme('Garden', { role: 'context', codes: ['digging', 'beans'] }),
)
const made = (facts: Partial<Study>): Study => ({ ...coded, ...facts })
const rows = (study: Study, options: CheckConsentOptions = {}) => checkConsent(study, { language: en, ...options }).rows
const kindsAt = (study: Study, where: string, options: CheckConsentOptions = {}) =>
  rows(study, options)
    .filter(row => row.where.startsWith(where))
    .map(row => `${row.person}: ${row.kind}; ${row.printed}`)

describe('a row of quotes.csv', () => {
  const at = (facts: Partial<Quote>, study: Partial<Study> = {}, options: CheckConsentOptions = {}) =>
    kindsAt(made({ quotes: [quote(facts)], ...study }), 'quotes.csv, row 2', options)
  const a = (consent: 'paraphrase' | 'none' | null) => ({ respondents: [respondent('A', { consent }), respondent('B')] })

  it('clashes with nothing when all was agreed', () => {
    expect(rows(made({ quotes: [quote({})] }))).toEqual([])
    expect(rows(made({ quotes: [quote({})] }), { selection: selectQuotes(made({ quotes: [quote({})] })) })).toEqual([])
  })

  it.each<[string, Partial<Quote>, Partial<Study>, CheckConsentOptions]>([
    ['no literal quotes; a gap that says so', {}, a('paraphrase'), {}],
    ['no quotes at all; a gap that says so', {}, a('none'), {}],
    ['no consent is recorded; a gap that says so', {}, a(null), {}],
    ['no paraphrase; nothing', { form: 'paraphrase', text: 'They dug.' }, a('none'), {}],
    ['ask first, and not asked; a gap that says so', {}, { consents: [answer('A', 'quote', 'ask first')] }, {}],
    ['asked, and not answered; nothing', { approved: 'asked' }, { consents: [answer('A', 'quote', 'ask first')] }, {}],
    ['asked, and not answered; nothing', { approved: 'asked' }, {}, {}],
    ['refused by the speaker; nothing', { approved: 'no' }, {}, {}],
    ['changed, and the new words are missing; a gap that says so', { approved: 'changed', text: null }, {}, {}],
    ['the text changed after approval; nothing', { approved: 'revised' }, {}, {}],
    [
      'a consent has ended; a gap that says so',
      {},
      { consents: [answer('A', 'quote', 'yes', { until: '2024' })] },
      { today: '2025-01-01' },
    ],
    ['a consent ends before it begins; a gap that says so', {}, { consents: [answer('A', 'quote', 'yes', { until: '2022' })] }, {}],
    ['not for the archive; nothing', {}, {}, { profile: 'archive' }],
    ['not for the archive; nothing', {}, { consents: [answer('A', 'archive', 'no')] }, { profile: 'archive' }],
  ])('%s', (expected, facts, study, options) => {
    const found = at(facts, study, options)
    expect(found).toEqual([`Respondent A: ${expected}`])
  })

  it('says what was promised on which form, and what to do', () => {
    const [row] = rows(made({ quotes: [quote({})], consents: [answer('A', 'quote', 'no')] }))
    expect(row).toEqual({
      kind: 'no literal quotes',
      person: 'Respondent A',
      promised: 'quote: no (letter, 2023-05-01)',
      planned: 'a literal quote',
      where: 'quotes.csv, row 2',
      printed: 'a gap that says so',
      why: 'the person did not agree to it',
      todo: 'print a paraphrase, if that was agreed, or leave it out',
    })
  })

  it('is held to the stricter of a pair, and to the promise for the conversation', () => {
    const both = quote({ spans: [spanOf(talk, 'Then we sowed it together in one day')], text: null })
    const strict = made({ quotes: [both], respondents: [respondent('A', { consent: 'paraphrase' }), respondent('B')] })
    expect(kindsAt(strict, 'quotes')).toEqual(['Respondent A: one of those who speak is stricter; a gap that says so'])
    const transcripts: readonly Transcript[] = [{ ...talk, consent: 'paraphrase' }]
    expect(kindsAt(made({ quotes: [both], transcripts }), 'quotes')).toEqual([
      'all of the conversation: the conversation is stricter; a gap that says so',
    ])
  })

  it('does not print words that another row withholds, whatever it says itself', () => {
    const inside = quote({ id: 'q2', spans: [spanOf(talk, 'the whole garden')], text: 'the whole garden', approved: 'no' })
    const study = made({ quotes: [quote({}), inside] })
    expect(kindsAt(study, 'quotes.csv, row 2')).toEqual(['Respondent A: overlaps a quote that was not cleared; a gap that says so'])
    const { study: safe } = anonymise(study, { register: noNames('invented'), language: en })
    expect(safe.quotes.map(one => one.text)).toEqual([en.texts.notCleared])
  })

  it('is not named closer than another row of the same words', () => {
    const guarded = quote({ id: 'q2', spans: [spanOf(talk, 'the whole garden')], attribution: 'role' })
    expect(kindsAt(made({ quotes: [quote({ attribution: 'number' }), guarded] }), 'quotes.csv')).toEqual([
      'Respondent A: named closer than agreed; attribution role',
    ])
  })
})

describe('what is printed besides', () => {
  const strict = made({ respondents: [respondent('A', { consent: 'paraphrase' }), respondent('B')] })

  it('is looked at in a selection, in evidence and in examples', () => {
    const selection = { quotes: [{ theme: coded.themes[0]!.id, coding: coded.codings[0]!.id }] }
    const printed = 'Respondent A: no literal quotes; another passage, or a gap that says so'
    expect(kindsAt(strict, 'theme Garden, chosen by rule: t, turn 2', { selection })).toEqual([printed])
    expect(kindsAt(strict, 'theme')).toEqual([])
    const argued = selectivePass(strict, by, pass => {
      pass.configure({ context: ['digging'] })
      pass.evidence('C1', coded.codings[0]!.id, { stance: 'supports', basis: 'said' })
    })
    expect(kindsAt(argued, 'evidence.csv, row 2: t, turn 2')).toEqual(['Respondent A: no literal quotes; a gap that says so'])
    const marked = { ...strict, codes: strict.codes.map((one, i) => (i === 0 ? { ...one, typical: [coded.codings[0]!.id] } : one)) }
    expect(kindsAt(marked, 'codes.csv, row 2')).toEqual(['Respondent A: no literal quotes; a gap that says so'])
    expect(() => rows(strict, { selection: { quotes: [{ theme: 'x', coding: 'none such' }] } })).toThrow(StudyError)
  })

  it('is the speech itself: what is left out of the texts is told per person', () => {
    expect(kindsAt(strict, 't: ')).toEqual([
      'Respondent A: no literal quotes; gaps that say so',
      'Respondent A: one of those who speak is stricter; gaps that say so',
    ])
    expect(rows(strict).map(row => row.where)).toEqual(['t: 1 turn', 't: 1 turn'])
  })

  it('is a reply', () => {
    const reply = {
      ...{ id: 'a', round: null, respondent: 'A', item: 'x', response: 'adds' as const, transcript: null, start: null, end: null },
      ...{ text: 'I would add beans.', action: null, reason: null, extra: {} },
    }
    expect(kindsAt({ ...strict, responses: [reply] }, 'responses.csv, row 2')).toEqual(['Respondent A: no literal quotes; nothing'])
    expect(kindsAt({ ...strict, responses: [{ ...reply, respondent: 'B' }] }, 'responses.csv')).toEqual([])
  })
})

describe('the records themselves', () => {
  it('are told where they contradict each other, or do not fit', () => {
    const consents = [answer('A', 'quote', 'yes'), answer('A', 'quote', 'no'), answer('B', 'recontact', 'yes', { until: '2024-01' })]
    const found = rows(made({ consents }), { today: '2024-06-01' }).filter(row => row.where.startsWith('consents'))
    expect(found.map(row => [row.kind, row.where, row.person])).toEqual([
      ['a consent has ended', 'consents.csv, row 4', 'Respondent B'],
      ['answers contradict each other', 'consents.csv, rows 2 and 3', 'Respondent A'],
    ])
  })

  it('are told where a label or the register would print a name, without the name', () => {
    const named = transcript('n', ['Greta: I came in May.'])
    const turns = named.turns.map(turn => ({ ...turn, respondents: ['9'] }))
    const study = studyOf([{ ...named, turns, respondents: ['9'] }], { respondents: [respondent('9', { label: 'Greta' })] })
    const table = checkConsent(study, { language: en, register: [entry('Greta', { respondent: '9', match: 'keep' })] })
    expect(table.rows.map(row => [row.kind, row.where, row.person])).toEqual([
      ['a name without consent', 'respondents.csv, row 2, column label', 'Respondent 9'],
      ['a name without consent', 'register, row 2, column match', 'Respondent 9'],
    ])
    expect(table.toCsv()).not.toContain('Greta')
    expect(rows({ ...study, consents: [answer('9', 'name', 'yes')] })).toEqual([])
  })
})

it('is for the team, holds nothing of what was said, and is not asked of a safe study', () => {
  const consents = [answer('A', 'quote', 'no'), answer('B', 'quote', 'ask first')]
  const study = made({ quotes: [quote({}), quote({ id: 'q2', approved: 'no' })], consents })
  const table = checkConsent(study, { language: en, selection: selectQuotes(study) })
  expect(table.audience).toBe('team')
  expect(table.rows.length).toBeGreaterThan(4)
  expect(table.toCsv()).not.toMatch(/garden|beans|sowed/u)
  const { study: safe, conflicts } = anonymise(study, { register: noNames('invented'), language: en })
  expect(() => checkConsent(safe)).toThrow(/does not hold what was promised/u)
  expect(conflicts.rows).toEqual(checkConsent(study, { language: en }).rows)
})
