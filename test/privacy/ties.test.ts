import { describe, expect, it } from 'vitest'
import { compareFragments, queryCodings, queryPairs, searchPassages, suggestCodes } from '../../src/analysis/index.js'
import { openPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { quoteTable } from '../../src/report/index.js'
import type { Quote, Study } from '../../src/study/index.js'
import { by, respondent, spanOf, studyOf, transcript } from '../builders.js'

const talk = transcript(
  'i1',
  [
    'I: What changed?',
    '10: We finally trusted the lighthouse meeting. The chair was rude about our lighthouse.',
    '11: The harbour meeting was fine.',
  ],
  { cases: ['north'] },
)
const hidden = 'The chair was rude about our lighthouse.'
const made = openPass(
  studyOf([talk], {
    respondents: [
      respondent('10', { group: 'nurses', extra: { sector: 'public' } }),
      respondent('11', { group: 'nurses', extra: { sector: 'private' } }),
      // Groups and cases of fewer than three people are not told to readers.
      respondent('12', { group: 'nurses', cases: ['north'] }),
    ],
    cases: [{ id: 'north', name: 'North', extra: {} }],
  }),
  by,
  pass => {
    pass.code(pass.fragment('i1', 'We finally trusted the lighthouse meeting'), 'trust', { role: 'mechanism' })
    pass.code(pass.fragment('i1', hidden), 'rude', { role: 'mechanism' })
    pass.code(pass.fragment('i1', 'The harbour meeting was fine'), 'trust', { role: 'mechanism' })
  },
)
const { start, end } = spanOf(talk, hidden)
const quote = (facts: Partial<Quote>): Quote => ({
  id: 'q1',
  transcript: 'i1',
  spans: [{ start, end }],
  text: null,
  form: 'verbatim',
  translation: null,
  themes: [],
  configurations: [],
  attribution: 'role',
  approved: 'yes',
  order: null,
  extra: {},
  ...facts,
})
const safeOf = (study: Study) => anonymise(study, { register: noNames('invented'), language: en, attributes: ['sector'] }).study
const hiding = (attribution: Quote['attribution']) => safeOf({ ...made, quotes: [quote({ attribution })] })
const safe = hiding('role')

describe('words that quotes.csv gives to a role only', () => {
  it('are not given to a person by the query that found them', () => {
    const asked = queryCodings(safe, q =>
      q.and(q.or(q.respondent('10'), q.not(q.source('11')), q.transcript('t1')), q.case('north'), q.attribute('sector', 'public')),
    )
    const shown = [
      asked.toTable().toText(),
      quoteTable(safe, { quotes: asked }).toText(),
      compareFragments(safe, q => q.respondent('10')).basis,
    ]
    for (const text of shown) expect(text).not.toMatch(/respondent "10"|source "11"|"t1"|"north"|"public"/u)
    expect(asked.basis).toContain('respondent (not told here)')
    const pairs = queryPairs(safe, q => q.and(q.respondent('10'), q.near(q.code('rude'), { within: 'turn' })))
    expect(pairs.basis).not.toContain('"10"')
  })

  it('lose no more of the query than they must', () => {
    const words = (attribution: Quote['attribution']) =>
      queryCodings(hiding(attribution), q => q.and(q.respondent('10'), q.group('nurses'), q.case('north'), q.code('rude'))).words
    expect(words('number')).toBe('respondent "10" and group "nurses" and case "north" and code "rude"')
    expect(words('role and case')).toBe('respondent (not told here) and group "nurses" and case "north" and code "rude"')
    expect(words('role')).toBe('respondent (not told here) and group "nurses" and case (not told here) and code "rude"')
    expect(words('none')).toBe('respondent (not told here) and group (not told here) and case (not told here) and code "rude"')
    // Nothing that was found is hidden; and the team may know all.
    expect(queryCodings(hiding('none'), q => q.and(q.respondent('10'), q.code('trust'))).words).toContain('"10"')
    expect(queryCodings({ ...made, quotes: [quote({})] }, q => q.respondent('10')).words).toContain('"10"')
  })

  it('have no group either when nothing may be told', () => {
    for (const [attribution, group] of [
      ['role', 'nurses'],
      ['none', 'not stated'],
    ] as const) {
      const study = hiding(attribution)
      expect(quoteTable(study, { quotes: queryCodings(study, q => q.code('rude')) }).rows).toMatchObject([{ group }])
    }
  })

  it('stand in no pair with words of which the speaker is told elsewhere', () => {
    for (const [one, other] of [
      ['trust', 'rude'],
      ['rude', 'trust'],
    ] as const) {
      const pairs = queryPairs(safe, q => q.and(q.code(one), q.near(q.code(other), { within: 'turn' })))
      expect(pairs.rows).toHaveLength(1)
      expect(pairs.toText()).not.toMatch(/chair/u)
      expect(pairs.basis).toContain('1 pair')
    }
    const team = queryPairs({ ...made, quotes: [quote({})] }, q => q.and(q.code('trust'), q.near(q.code('rude'), { within: 'turn' })))
    expect(team.rows).toMatchObject([{ otherWords: hidden, speaker: '10' }])
  })

  it('do not stand between words of the person who said them', () => {
    const many = transcript('i2', ['I: So?', '10: Apples are fine. Walnuts are dear. Berries are fine. Cherries are sour. Dates are dry.'])
    const sentences = ['Apples are fine.', 'Walnuts are dear.', 'Berries are fine.', 'Cherries are sour.', 'Dates are dry.']
    const coded = openPass(studyOf([many], { respondents: [respondent('10', { group: 'nurses' })] }), by, pass => {
      for (const said of sentences) pass.code(pass.fragment('i2', said), 'food', { role: 'mechanism' })
    })
    const themes: Study['themes'] = [
      {
        ...{ id: 'f', label: 'Food', role: 'mechanism', polarity: null, parent: null },
        ...{ codes: ['food'], claim: null, bullet: null, core: null, extra: {} },
      },
    ]
    const roleOnly = (id: string, said: string) => {
      const at = spanOf(many, said)
      return quote({ id, transcript: 'i2', spans: [{ start: at.start, end: at.end }] })
    }
    const study = safeOf({ ...coded, themes, quotes: [roleOnly('q1', sentences[1]!), roleOnly('q2', sentences[3]!)] })
    const found = queryCodings(study, q => q.code('food'))
    const inOrder = [0, 2, 4, 3, 1].map(i => sentences[i])
    expect(found.toTable().rows.map(row => row.words)).toEqual(inOrder)
    expect(quoteTable(study, { quotes: found }).rows.map(row => row.quote)).toEqual(inOrder)
    expect(compareFragments(study, 'food').rows.map(row => row.words)).toEqual(inOrder)
    // For code to go on with, and for the team, they stand as in the text.
    expect(found.codings.map(one => one.start)).toEqual([...found.codings.map(one => one.start)].sort((a, b) => a - b))
    expect(
      queryCodings(coded, q => q.code('food'))
        .toTable()
        .rows.map(row => row.words),
    ).toEqual(sentences)
    const pairs = queryPairs(study, q => q.and(q.code('food'), q.near(q.code('food'), { within: 'turn' }))).rows
    const firstHidden = pairs.findIndex(row => row.coding === null)
    expect(pairs.slice(firstHidden).every(row => row.coding === null)).toBe(true)
    const hiddenPairs = pairs.slice(firstHidden).map(row => `${row.words}\n${row.otherWords}`)
    expect(hiddenPairs).toEqual([...hiddenPairs].sort())
  })

  it('are not known again by the words their source says', () => {
    for (const as of ['fragments', 'words'] as const) {
      const table = compareFragments(safe, q => q.and(), { as, by: 'group' })
      const told = table.rows.map(row => [row['own words'], row['shared words']].join())
      expect(told.join()).not.toMatch(/chair|rude/u)
    }
    // Said by one source in fact, and by one as far as may be told: with the hidden words counted it would be told of both.
    const trust = compareFragments(safe, q => q.and(), { by: 'source' }).rows
    expect(trust.find(row => row.source === 'Respondent 10')!['own words']).toContain('lighthouse')
    expect(trust.find(row => row.source === 'not stated')!['own words']).toBe('')
  })

  it('are not found with the person who said them', () => {
    expect(searchPassages(safe, 'harbour').rows).toHaveLength(1)
    const found = searchPassages(safe, 'rude chair')
    expect(found.rows).toEqual([])
    expect(found.basis).toContain('1 passage left out')
    expect(searchPassages({ ...made, quotes: [quote({})] }, 'chair', { language: en }).rows).toMatchObject([{ respondents: ['10'] }])
  })

  it('are not suggested a code with their place', () => {
    const uncoded = { ...made, codings: made.codings.filter(one => one.code !== 'rude') }
    const again = safeOf({ ...uncoded, quotes: [quote({})] })
    const text = again.transcripts[0]!.text
    const at = text.indexOf(hidden)
    for (const what of ['t1', { transcript: 't1', start: at, end: at + hidden.length }]) {
      const { rows } = suggestCodes(again, what)
      expect(rows.find(row => row.text.includes('rude'))).toMatchObject({ transcript: null, start: null, end: null })
    }
  })
})

describe('a safe study', () => {
  it('carries no id that was made of what was said', () => {
    const known = 'cabcdefghijkl'
    const coded = made.codings[0]!.id
    const page = { id: 'intro', text: `See {{quote ${known}}}.`, about: [known, coded, 'i1', '10'], extra: {} }
    const codes = made.codes.map(code => (code.id === 'trust' ? { ...code, id: 'communication' } : code))
    const {
      quotes,
      pages,
      codes: safeCodes,
    } = safeOf({
      ...made,
      codes,
      codings: made.codings.map(one => (one.code === 'trust' ? { ...one, code: 'communication' } : one)),
      quotes: [quote({ id: 'q1' }), quote({ id: known, attribution: null })],
      pages: [page],
    })
    // What she called so herself stays.
    expect(safeCodes[0]!.id).toBe('communication')
    expect(quotes.map(one => one.id)).toEqual(['q1', 'q2'])
    expect(pages).toMatchObject([{ text: 'See {{quote q2}}.', about: ['q2', 'c1', 't1', '10'] }])
  })
})

describe('an error of a query', () => {
  it('does not tell what is written in her own words', () => {
    const study: Study = {
      ...made,
      respondents: made.respondents.map(one => ({ ...one })),
      cases: [{ id: 'zwaardviss', name: 'Zwaardvis', extra: {} }],
      codings: made.codings.map(one => ({ ...one, beneficiary: 'Zwaardvis', certainty: 'Zwaardvis', account: 'Zwaardvis' })),
    }
    const wrong = 'Zwaardvi'
    for (const ask of [
      () => queryCodings(study, q => q.beneficiary(wrong)),
      () => queryCodings(study, q => q.certainty(wrong)),
      () => queryCodings(study, q => q.account(wrong)),
      () => queryCodings(study, q => q.case(wrong)),
    ]) {
      expect(ask).toThrow(/has no such/u)
      expect(ask).not.toThrow(/Zwaardvi/u)
    }
  })
})
