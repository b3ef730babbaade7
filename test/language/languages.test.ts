import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { carryLanguage, languageOf } from '../../src/language/index.js'
import { nl } from '../../src/language/nl/index.js'
import { StudyError } from '../../src/study/index.js'

const holes = (text: string) => (text.match(/\{\p{L}+\}/gu) ?? []).sort()

describe('the two packs', () => {
  test('have the same texts with the same places to fill in', () => {
    expect(Object.keys(nl.texts).sort()).toEqual(Object.keys(en.texts).sort())
    for (const [key, text] of Object.entries(en.texts))
      expect([key, holes(nl.texts[key as keyof typeof nl.texts])]).toEqual([key, holes(text)])
  })

  test('name the same values', () => {
    for (const key of Object.keys(en.names) as (keyof typeof en.names)[])
      expect([key, Object.keys(nl.names[key])]).toEqual([key, Object.keys(en.names[key])])
  })

  test.each([en, nl])('promise nothing they cannot keep: $id', language => {
    const all = [...Object.values<string>({ ...language.texts }), ...language.fixedTexts].join('\n')
    expect(all).not.toMatch(/saturat|verzadig|anonie?m|anonym|%|percent/iu)
    expect(language.texts.pseudonymised).toMatch(/pseudon[yi]m/iu)
  })
})

describe('labels', () => {
  test('one plural for respondents who speak together', () => {
    expect(nl.joinLabels(['13a', '13b'].map(nl.labelOf))).toBe('Respondenten 13a en 13b')
    expect(en.joinLabels(['13a', '13b'].map(en.labelOf))).toBe('Respondents 13a and 13b')
    expect(en.joinLabels(['1', '2', '3'].map(en.labelOf))).toBe('Respondents 1, 2 and 3')
    expect(en.joinLabels([en.labelOf('10')])).toBe('Respondent 10')
  })

  test('a list for any others, each once', () => {
    expect(nl.joinLabels(['een bestuurder', 'een arts'])).toBe('een bestuurder en een arts')
    expect(nl.joinLabels(['een arts', 'Respondent 2'])).toBe('een arts en Respondent 2')
    expect(nl.joinLabels(['een arts', 'een arts'])).toBe('een arts')
    expect(nl.joinLabels([])).toBe('')
  })

  test('letters for names, after Z with two', () => {
    expect(nl.entityLabel('PERSON', 1)).toBe('persoon A')
    expect(nl.entityLabel('HOSPITAL', 2)).toBe('ziekenhuis B')
    expect(en.entityLabel('LOCATION', 26)).toBe('place Z')
    expect(en.entityLabel('LOCATION', 27)).toBe('place AA')
    expect(en.entityLabel('LOCATION', 703)).toBe('place AAA')
    expect(en.entityLabel('ASTEROID', 1)).toBe('name A')
  })
})

describe('words', () => {
  test('are brought to their stem', () => {
    expect(nl.stem('Cliënten')).toBe(nl.stem('cliënt'))
    expect(nl.stem('samenwerken')).toBe('samenwerk')
    expect(en.stem('Visiting')).toBe(en.stem('visits'))
    expect(nl.stem('samenwerken')).not.toBe(en.stem('samenwerken'))
  })

  test('that carry little meaning are known, without signs and stray spaces', () => {
    expect(nl.stopWords.has('je')).toBe(true)
    expect(en.stopWords.has('the')).toBe(true)
    expect([...nl.stopWords, ...en.stopWords].filter(word => word !== word.trim() || /[^\p{L}'’]/u.test(word))).toEqual([])
  })
})

describe('the fixed texts', () => {
  test.each([en, nl])('hold every piece of every text: $id', language => {
    const known = new Set(language.fixedTexts)
    expect(language.fixedTexts.filter(text => text.includes('{') || text !== text.trim() || text === '')).toEqual([])
    for (const text of Object.values<string>({ ...language.texts })) {
      const pieces = text.split(/\{\p{L}+\}/u).map(piece => piece.trim())
      expect(pieces.filter(piece => /[\p{L}\p{N}]/u.test(piece) && !known.has(piece))).toEqual([])
    }
    expect(known.has(language.names.roles.context!)).toBe(true)
    // What stands for a name stands inside the text of the study, and is looked at there.
    expect(known.has(language.entityLabel('EMAIL', 1).slice(0, -2))).toBe(false)
  })
})

describe('a carried language', () => {
  test('is lost in a copy, and gives way to one that is given', () => {
    const value = carryLanguage({ title: 'x' }, nl)
    expect(languageOf(value).id).toBe('nl')
    expect(languageOf(value, en).id).toBe('en')
    expect(Object.keys(value)).toEqual(['title'])
    expect(() => languageOf({ ...value })).toThrow(StudyError)
  })
})
