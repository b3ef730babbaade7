import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { type ClaimKind, claimHolds, countWordsBy, type Language, readClaims } from '../../src/language/index.js'
import { nl } from '../../src/language/nl/index.js'

const groups = (language: Language, ...names: readonly string[]) =>
  names.map(group => ({ group, stems: language.words(group).map(word => language.stem(word)) }))
const english = (sentence: string) =>
  readClaims(sentence, groups(en, 'nurse', 'medical specialist'), en).map(({ kind, start, end, group, said }) => [
    kind,
    sentence.slice(start, end),
    group,
    said,
  ])
const dutch = (sentence: string) =>
  readClaims(sentence, groups(nl, 'verpleegkundige', 'medisch specialist', 'bestuurder'), nl).map(({ kind, start, end, group, said }) => [
    kind,
    sentence.slice(start, end),
    group,
    said,
  ])

describe('words for counts in English', () => {
  it.each([
    ['All nurses said so.', [['all', 'All nurses', 'nurse', null]]],
    ['Not all of the nurses agreed.', [['not all', 'Not all of the nurses', 'nurse', null]]],
    [
      'Nearly all nurses; most medical specialists.',
      [
        ['nearly all', 'Nearly all nurses', 'nurse', null],
        ['most', 'most medical specialists', 'medical specialist', null],
      ],
    ],
    ['Most of the twelve interviewees did.', [['most', 'Most of the twelve interviewees', null, null]]],
    ['Three of the four nurses did.', [['number', 'Three of the four nurses', 'nurse', { n: 3, of: 4 }]]],
    ['3 out of 4 nurses did.', [['number', '3 out of 4 nurses', 'nurse', { n: 3, of: 4 }]]],
    ['Five respondents did.', [['number', 'Five respondents', null, { n: 5, of: null }]]],
    [
      'None of the nurses did, and no nurses will.',
      [
        ['none', 'None of the nurses', 'nurse', null],
        ['none', 'no nurses', 'nurse', null],
      ],
    ],
    ['Nurses mentioned it frequently.', [['often', 'frequently', 'nurse', null]]],
    ['It was mentioned most by nurses.', [['most often', 'mentioned most', 'nurse', null]]],
    ['The nurses say so.', [['group', 'The nurses', 'nurse', null]]],
    ['Everyone said so.', [['all', 'Everyone', null, null]]],
  ])('%s', (sentence, expected) => {
    expect(english(sentence)).toEqual(expected)
  })

  it.each([
    'Half of the patients come back.',
    'All hospitals pay.',
    'Respondent 10 nurses a grudge.',
    'The nurse said so.',
    'It works once everyone has lost as much.',
    'They met in 2019, three times a week.',
    'Most, however, is unclear, nurses say.',
  ])('none in: %s', sentence => {
    expect(english(sentence)).toEqual([])
  })
})

describe('words for counts in Dutch', () => {
  it.each([
    ['Alle bestuurders vinden dat.', [['all', 'Alle bestuurders', 'bestuurder', null]]],
    ['Niet alle bestuurders herkennen dit.', [['not all', 'Niet alle bestuurders', 'bestuurder', null]]],
    [
      'Een groot deel van de geïnterviewde medisch specialisten.',
      [['many', 'Een groot deel van de geïnterviewde medisch specialisten', 'medisch specialist', null]],
    ],
    ['Twee van de drie verpleegkundigen.', [['number', 'Twee van de drie verpleegkundigen', 'verpleegkundige', { n: 2, of: 3 }]]],
    [
      'Meer dan de helft (5 van de 9) zei dat.',
      [
        ['most', 'Meer dan de helft', null, null],
        ['number', '5 van de 9', null, { n: 5, of: 9 }],
      ],
    ],
    ['De helft van de bestuurders.', [['half', 'De helft van de bestuurders', 'bestuurder', null]]],
    ['Een van de bestuurders zei het.', [['one', 'Een van de bestuurders', 'bestuurder', null]]],
    ['Dat is frequent benoemd.', [['often', 'frequent', null, null]]],
    ['Niemand noemde het.', [['none', 'Niemand', null, null]]],
  ])('%s', (sentence, expected) => {
    expect(dutch(sentence)).toEqual(expected)
  })

  it.each([
    'Alle ziekenhuizen doen mee.',
    'De helft van de patiënten.',
    'Als iedereen evenveel te verliezen heeft, leert men.',
    'Interview 12 verpleegkundige',
    'De bestuurder knikte.',
  ])('none in: %s', sentence => {
    expect(dutch(sentence)).toEqual([])
  })
})

describe('the rule', () => {
  it('bears out what the library itself writes of a count, whatever the count', () => {
    const kinds: Readonly<Record<string, ClaimKind>> = {
      none: 'none',
      all: 'all',
      most: 'nearly all',
      'more than half': 'most',
      half: 'half',
      some: 'several',
      few: 'several',
    }
    const phrases = {
      numbers: en.numbers,
      exact: 'exact',
      none: 'none',
      all: 'all',
      most: 'most',
      moreThanHalf: 'more than half',
      half: 'half',
      some: 'some',
      few: 'few',
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (n, of) => {
        fc.pre(n <= of && n !== 1)
        const written = countWordsBy(phrases, n, of, ['', ''])
        if (written === 'exact') expect(claimHolds('number', { n, of, isFirst: false }, { n, of })).toBe(true)
        else expect(claimHolds(kinds[written]!, { n, of, isFirst: false })).toBe(true)
      }),
    )
  })

  it('says no where a word says more than there is', () => {
    const holds = (kind: ClaimKind, n: number, of: number, isFirst = false) => claimHolds(kind, { n, of, isFirst })
    expect([holds('all', 3, 4), holds('all', 0, 0), holds('all', 4, 4)]).toEqual([false, false, true])
    expect([holds('not all', 4, 4), holds('not all', 3, 4)]).toEqual([false, true])
    expect([holds('most', 2, 4), holds('most', 3, 4)]).toEqual([false, true])
    expect([holds('half', 2, 4), holds('half', 2, 5), holds('half', 3, 5), holds('half', 1, 4)]).toEqual([true, true, true, false])
    expect([holds('many', 2, 5), holds('many', 3, 5)]).toEqual([false, true])
    expect([holds('several', 1, 5), holds('several', 2, 5)]).toEqual([false, true])
    expect([holds('few', 4, 5), holds('few', 2, 5)]).toEqual([false, true])
    expect([holds('none', 1, 5), holds('none', 0, 5)]).toEqual([false, true])
    expect([holds('most often', 3, 5), holds('most often', 3, 5, true)]).toEqual([false, true])
    expect(claimHolds('number', { n: 3, of: 4, isFirst: false }, { n: 3, of: 5 })).toBe(false)
  })
})
