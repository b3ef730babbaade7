import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFragments } from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames, readRegister } from '../../src/privacy/index.js'
import { StudyError } from '../../src/study/index.js'
import { code, coding, quoteRow, respondent, study, transcript } from './makeStudy.js'
import { crossedStudy } from './query/crossedStudy.js'

const one = transcript('i1', [['1', 'The norms forced us round the table.']])
const two = transcript('i2', [['2', 'A norm was our table talk, and the norm helped.']])
const three = transcript('i3', [['3', 'Money forced hospitals, not the norm.']])
const four = transcript('i4', [['4', 'Colleagues helped.']])
const made = study({
  transcripts: [three, one, two, four],
  respondents: [
    respondent('1', 'nurse', { cases: ['north'] }),
    respondent('2', 'nurse', { cases: ['south'] }),
    respondent('3', 'doctor', { cases: ['north'] }),
    respondent('4', 'nurse', { cases: ['north'] }),
    // Groups and cases of fewer than three people are not told to readers.
    respondent('5', 'doctor', { cases: ['south'] }),
    respondent('6', 'doctor', { cases: ['south'] }),
  ],
  cases: ['south', 'north'].map(id => ({ id, name: null, extra: {} })),
  codes: [code('norms'), code('money', { parent: 'norms' })],
  codings: [
    coding(three, 'Money forced hospitals, not the norm.', 'norms', { polarity: 'hindering', level: 'macro' }),
    coding(one, 'The norms forced us round the table.', 'norms', { polarity: 'enabling', memo: 'compare with 3' }),
    coding(two, 'A norm was our table talk', 'norms', { polarity: 'enabling' }),
    coding(two, 'the norm helped', 'norms', { polarity: 'enabling', role: 'outcome', elicited: 'rejected' }),
    coding(four, 'Colleagues helped.', 'money', { polarity: 'enabling' }),
  ],
})

describe('fragments side by side', () => {
  const { rows, columns } = compareFragments(made, 'norms', { language: en })

  it('stand per group, then case and source, in the order of the tables', () => {
    expect(rows.map(row => [row.group, row.case, row.source])).toEqual([
      ['nurse', 'south', '2'],
      ['nurse', 'south', '2'],
      ['nurse', 'north', '1'],
      ['doctor', 'north', '3'],
    ])
    expect(columns.slice(0, 3)).toEqual(['group', 'case', 'source'])
    expect(columns).not.toContain('beneficiary')
    expect(columns).toEqual(expect.arrayContaining(['level', 'elicited', 'memo']))
    const byCase = compareFragments(made, 'norms', { by: 'case', language: en })
    expect(byCase.rows.map(row => [row.case, row.group, row.source]).slice(2)).toEqual([
      ['north', 'nurse', '1'],
      ['north', 'doctor', '3'],
    ])
    expect(byCase.columns.slice(0, 3)).toEqual(['case', 'group', 'source'])
    expect(compareFragments(made, 'norms', { by: 'source' }).rows.map(row => row.source)).toEqual(['1', '2', '2', '3'])
    expect(compareFragments(made, 'norms', { by: 'role' }).rows.map(row => row.role)).toEqual([
      'mechanism',
      'mechanism',
      'mechanism',
      'outcome',
    ])
  })

  it('say in which facts each stands apart', () => {
    expect(rows.map(row => row.differs)).toEqual([
      '',
      'role: outcome, others mechanism; stance: refutes, others supports',
      '',
      'alone of its group; polarity: hindering, others enabling; level: macro, others not given',
    ])
    // One against one: neither has more than half of the others against it, unless the other is all there is.
    const pair = compareFragments(made, q => q.and(q.transcript('i1', 'i2'), q.not(q.words('talk'))))
    expect(pair.rows.map(row => row.differs)).toEqual([
      'role: outcome, others mechanism; stance: refutes, others supports',
      'role: mechanism, others outcome; stance: supports, others refutes',
    ])
  })

  it('say which words only their source says, and which are shared, by sources', () => {
    expect(rows.map(row => [row['own words'], row['shared words']])).toEqual([
      ['talk', 'norm (3), table (2)'],
      ['helped', 'norm (3)'],
      ['us, round', 'norm (3), forced (2), table (2)'],
      ['money, hospitals, not', 'norm (3), forced (2)'],
    ])
    expect(compareFragments({ ...made, basis: 'quotes' }, 'norms', { language: en }).rows[0]!['shared words']).toBe('norm, table')
    const bare = compareFragments(made, 'norms')
    expect(bare.columns).not.toContain('own words')
    expect(bare.basis).toMatch(/no language was given/u)
  })

  it('take in the codes under the code when asked, or what any query finds', () => {
    expect(compareFragments(made, 'norms', { under: true }).rows.map(row => row.code)).toContain('norms > money')
    expect(compareFragments(made, q => q.memo()).rows).toHaveLength(1)
    expect(() => compareFragments(made, 'nroms')).toThrow(/did you mean "norms"/iu)
    const wrong = () => compareFragments(made, 'norms', { by: 'colour' as 'case', as: 'heap' as 'words' })
    expect(wrong).toThrow(StudyError)
    expect(wrong).toThrow(/2 problems/u)
    expect(() => compareFragments(made, 'norms', { as: 'matrix', by: 'source' })).toThrow(/sources as its rows/u)
  })

  it('lose no fragment, whatever they are compared by', () => {
    const by = fc.constantFrom('group', 'case', 'round', 'role', 'source' as const)
    fc.assert(
      fc.property(crossedStudy, by, fc.boolean(), (of, division, all) => {
        const table = compareFragments(of, q => q.and(), { by: division, all })
        const looked = compareFragments(of, q => q.and(), { all }).rows
        const shown = (rows: typeof table.rows) => rows.map(row => `${row.words} ${row.role} ${row.coder}`).sort()
        expect(shown(table.rows)).toEqual(shown(looked))
        const parts = table.rows.map(row => row[division])
        // Each part stands together.
        expect(parts.filter((part, i) => i === 0 || part !== parts[i - 1])).toHaveLength(new Set(parts).size)
      }),
    )
  })
})

describe('the other views', () => {
  it('a matrix has a row per source and a column per group', () => {
    const { columns, rows } = compareFragments(made, 'norms', { as: 'matrix', by: 'case' })
    expect(columns).toEqual(['source', 'south', 'north'])
    expect(rows).toEqual([
      { source: '2', south: 'A norm was our table talk (mechanism, enabling)\nthe norm helped (outcome, enabling)', north: null },
      { source: '1', south: null, north: 'The norms forced us round the table. (mechanism, enabling)' },
      { source: '3', south: null, north: 'Money forced hospitals, not the norm. (mechanism, hindering)' },
    ])
  })

  it('words has a row per group: what only it says, what all say, by sources', () => {
    const { rows, basis } = compareFragments(made, 'norms', { as: 'words', language: en })
    expect(rows).toEqual([
      {
        group: 'nurse',
        fragments: 3,
        sources: 2,
        'own words': 'table (2), talk (1), helped (1), us (1), round (1)',
        'shared words': 'norm (2), forced (1)',
      },
      {
        group: 'doctor',
        fragments: 1,
        sources: 1,
        'own words': 'money (1), hospitals (1), not (1)',
        'shared words': 'norm (1), forced (1)',
      },
    ])
    expect(basis).toBe('4 codings of 3 sources: code "norms"; compared by group')
    expect(compareFragments({ ...made, basis: 'quotes' }, 'norms', { as: 'words', language: en }).rows[0]).toMatchObject({ sources: null })
  })
})

describe('a comparison of a safe study', () => {
  const ask = { id: 'n', respondent: '4', purpose: 'quote', answer: 'ask first', form: null, date: null, until: null, extra: {} } as const
  const guarded = {
    ...made,
    respondents: made.respondents.map(person => ({
      ...person,
      consent: ({ 2: 'paraphrase', 3: 'none' } as const)[person.id] ?? ('verbatim' as const),
    })),
    consents: [ask],
  }
  const { study: safe } = anonymise(guarded, { register: noNames('invented'), language: en })

  it('holds no words, nor single words, of who gave no leave, and no memo', () => {
    for (const as of ['fragments', 'matrix', 'words'] as const) {
      const table = compareFragments(safe, 'norms', { as, under: true })
      expect(table.audience).toBe('public')
      const shown = table.toMarkdown() + table.toHtml() + table.toCsv()
      expect(shown).toContain('round')
      expect(shown).not.toMatch(/talk|helped|Money|hospitals|Colleagues|compare with/u)
      // The words that stand in a gap are no words of the speaker.
      expect(as === 'words' ? shown : '').not.toMatch(/quoted|consent/u)
    }
    const { rows } = compareFragments(safe, 'norms', { under: true })
    expect(rows.filter(row => row.words === en.texts.noConsentAtAll)).toHaveLength(1)
    expect(rows.filter(row => row.words === en.texts.noConsent)).toHaveLength(3)
    expect(rows.find(row => row.words === en.texts.noConsent)!['own words']).toBe('')
  })

  it('ties words that are quoted by role to no source, in no view', () => {
    const quoted = { ...made, quotes: [quoteRow('q', one, 'forced us', [], { attribution: 'role' })] }
    const { study: hidden } = anonymise(quoted, { register: noNames('invented'), language: en })
    const row = compareFragments(hidden, 'norms').rows.find(each => String(each.words).includes('round'))
    expect(row).toMatchObject({ group: 'nurse', case: null, source: null })
    const cells = compareFragments(hidden, 'norms', { as: 'matrix' }).rows.find(each => String(each.nurse).includes('round'))
    expect(cells!.source).toBe('not stated')
    expect(compareFragments(hidden, 'norms', { by: 'case' }).rows.find(each => String(each.words).includes('round'))!.case).toBe(
      'not stated',
    )
  })

  it('is stopped at the gate when a part bears a name', () => {
    const { study: named } = anonymise(made, { register: readRegister('name,label\nZwaardvis,someone\n'), language: en })
    const table = compareFragments(named, q => q.not(q.words('Zwaardvis')))
    expect(() => table.toText()).toThrow(/row 2 of the register/u)
  })
})
