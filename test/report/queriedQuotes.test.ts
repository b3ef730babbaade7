import { describe, expect, it } from 'vitest'
import { isFoundIn, quotesOf } from '../../src/analysis/index.js'
import { queryCodings } from '../../src/analysis/query/queryCodings.js'
import { queryPairs } from '../../src/analysis/query/queryPairs.js'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, readRegister } from '../../src/privacy/index.js'
import { quoteTable } from '../../src/report/index.js'
import { StudyError } from '../../src/study/index.js'
import { by, respondent, studyOf, transcript } from '../builders.js'

const name = 'Zwaardvis'
const interview = transcript('i1', [
  `10: When ${name} came along we sat round the table within a month.`,
  '11: I never felt that we were on the same side, not for one single day.',
  '12: They told me in private that the numbers had been made up all along.',
  '13: It was the norm that drove us to the table in the end I think.',
])
const people = [
  respondent('10', { group: 'nurse', extra: { sector: 'public' } }),
  respondent('11', { group: 'nurse', consent: 'paraphrase' }),
  respondent('12', { group: 'doctor', consent: 'none' }),
  respondent('13', { group: 'doctor' }),
  // Groups of fewer than three people are not told to readers.
  respondent('14', { group: 'nurse' }),
  respondent('15', { group: 'doctor' }),
]
const approvals = [
  { id: 'n1', respondent: '13', purpose: 'quote', answer: 'ask first', form: null, date: null, until: null, extra: {} },
] as const
const open = openPass(studyOf([interview], { respondents: people, consents: approvals }), by, pass => {
  const words = ['we sat round the table', 'on the same side', 'the numbers had been made up', 'the norm that drove us']
  for (const [i, said] of words.entries()) pass.code(pass.fragment('i1', said), `part ${i}`, { role: 'mechanism', memo: `about ${name}` })
  pass.code(pass.fragment('i1', 'we sat round the table'), 'part 0', { role: 'context' })
})
const second = openPass(open, { ...by, coder: 'CD' }, pass => {
  pass.code(pass.fragment('i1', 'we sat round the table'), 'part 0', { role: 'mechanism' })
})
const plain = selectivePass(second, by, pass => {
  pass.theme('Meeting', { role: 'mechanism', codes: ['part 0', 'part 1'] })
  pass.theme('Norms', { role: 'mechanism', codes: ['part 2', 'part 3'] })
  pass.theme('Empty', { role: 'mechanism', codes: ['part 3'] })
})
const register = readRegister(`name,type,label\n${name},PERSON,a colleague\n`)
const { study: safe } = anonymise(plain, { register, language: en })

describe('a query in a quote table', () => {
  const found = queryCodings(safe, q => q.or(q.code('part 0'), q.code('part 1')))

  it('has the themes found, the same words once, and last what stands behind no theme', () => {
    const table = quoteTable(safe, { quotes: found })
    expect(table.rows.map(({ theme, quote, role, sources }) => [theme, quote, role, sources])).toEqual([
      ['Meeting', 'we sat round the table', 'mechanism', 1],
      ['Meeting', en.texts.noConsent, 'mechanism', 1],
      ['', 'we sat round the table', 'context', null],
    ])
    expect(table.basis).toContain('(code "part 0" or code "part 1")')
    expect(table.audience).toBe('public')
  })

  it('is refused for any other study than it was asked of', () => {
    const ofPlain = queryCodings(plain, q => q.code('part 0'))
    // The ids of another study may mean other words in this one.
    const alike = { ...plain, codings: plain.codings.map((coding, i) => ({ ...coding, id: `c${i + 1}` })) }
    for (const other of [ofPlain, queryCodings(alike, q => q.code('part 0'))]) {
      expect(() => quoteTable(safe, { quotes: other })).toThrow(StudyError)
      expect(() => quoteTable(safe, { quotes: other })).toThrow(/asked of another study/u)
    }
    const grown = selectivePass(plain, by, pass => pass.theme('Later', { role: 'context', codes: ['part 0'] }))
    expect(isFoundIn(grown, ofPlain)).toBe(true)
    expect(quotesOf(grown, ofPlain).map(one => one.theme)).toEqual(['Later', 'Meeting'])
    expect(quoteTable(grown, { quotes: ofPlain, audience: 'team', language: en }).audience).toBe('team')
  })
})

describe('what a query of a safe study shows', () => {
  const found = queryCodings(safe, q => q.and())

  it('holds no words of who gave no leave, no memo, no coder, no name', () => {
    const shown = [found.toTable().toCsv(), found.toTable().toMarkdown(), JSON.stringify(found)].join('\n')
    expect(shown).toContain('we sat round the table')
    expect(shown).not.toMatch(/on the same side|made up all|had been made|norm that drove|about a coll|about Z|MV|Zwaardvis/u)
    const byConsent = found.toTable().rows.map(row => [row.group, row.words])
    expect(byConsent).toContainEqual(['nurse', en.texts.noConsent])
    expect(byConsent).toContainEqual(['doctor', en.texts.noConsentAtAll])
    expect(byConsent.filter(([group, words]) => group === 'doctor' && words === en.texts.noConsent)).toHaveLength(1)
  })

  it('is refused at the gate when the query itself holds a name', () => {
    const named = queryCodings(safe, q => q.not(q.words(name)))
    expect(() => named.toTable().toCsv()).toThrow(/row 2 of the register/u)
  })

  it('shows attributes that were carried, and no others', () => {
    expect(() => queryCodings(safe, q => q.attribute('sector', 'public'))).toThrow(/anonymise was told to carry/u)
    const carried = anonymise(plain, { register, language: en, attributes: ['sector'] }).study
    expect(queryCodings(carried, q => q.attribute('sector', 'public')).size).toBe(3)
    expect(found.toTable({ attributes: ['sector'] }).rows.every(row => row.sector === '')).toBe(true)
  })

  it.each([
    ['role', 'nurse', null],
    ['none', null, null],
  ] as const)('ties words whose quote names a speaker by %s no closer to the speaker', (attribution, group, speaker) => {
    const quoted = anonymise(
      {
        ...plain,
        quotes: [
          {
            id: 'q1',
            transcript: 'i1',
            spans: [{ start: interview.text.indexOf('the table within'), end: interview.text.indexOf(' a month') }],
            text: null,
            form: null,
            translation: null,
            themes: [],
            configurations: [],
            attribution,
            approved: null,
            order: null,
            extra: {},
          },
        ],
      },
      { register, language: en },
    ).study
    const [row] = queryCodings(quoted, q => q.code('part 0')).toTable({ attributes: ['sector'] }).rows
    expect(row).toMatchObject({ coding: null, transcript: null, turn: null, speaker, group, round: null, words: 'we sat round the table' })
    const pairs = queryPairs(quoted, q => q.near(q.code('part 1'), { within: 'transcript' }))
    expect(pairs.rows.filter(pair => pair.code === 'part 0').map(pair => [pair.coding, pair.other, pair.transcript, pair.speaker])).toEqual(
      Array.from({ length: 3 }, () => [null, null, null, null]),
    )
    // The team looks for the place.
    expect(queryCodings(plain, q => q.code('part 0')).toTable().rows[0]).toMatchObject({ transcript: 'i1', turn: 1, speaker: '10' })
  })
})
