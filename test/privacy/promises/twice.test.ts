import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymise, type Entry, type Profile, type Study } from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { nameFinder } from '../../../src/privacy/index.js'
import { entry, studyOf, transcript } from '../../builders.js'
import { everythingFrom } from './doors.js'
import { attribute, everyField } from './everyField.js'

const names = ['Otto', 'Otto Canary', 'Anne-Marie', 'de Wit', 'Özlem Yılmaz', "O'Brien", 'Samen+', 'Noord', 'Jan de Vries', 'J.P. Smit']
// Labels that hold words, brackets and signs that a second look might take for something.
const labels = ['a colleague', 'Respondent 3', 'the hospital', '[nurse]', 'x ‹y›', 'person 12', 'de arts', 'A & B', '<b>', '&amp;', '']
const between = [' ', ', ', '. ', '’s ', 's ', '-', '/', '\n', ' (', ') ', ' the ', ' … ', '‹', '›', '**', '&', '2']

const entries: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(fc.subarray(names, { minLength: 1 }), fc.array(fc.constantFrom(...labels), { minLength: 10, maxLength: 10 }))
  .map(([some, shown]) =>
    some.map((name, i) => {
      const match = name === 'de Wit' ? ({ match: 'capital' } as const) : {}
      const ladder = name === 'Noord' ? { ladder: ['a northern town', 'the north'], type: 'LOCATION' } : {}
      return entry(name, { label: shown[i]!, ...match, ...ladder })
    }),
  )
const words = fc
  .array(fc.tuple(fc.constantFrom(...names, 'we', 'Bottrop', 'wit', 'the', 'ottoman'), fc.constantFrom(...between)), { maxLength: 12 })
  .map(all => `well ${all.flat().join('')} yes`.replace(/\n/gu, ' '))

const safeText = (study: Study, register: readonly Entry[], profile: Profile = 'report') =>
  anonymise(study, { register, language: nl, profile }).study

describe('anonymising twice', () => {
  it('is anonymising once, in every text', () => {
    fc.assert(
      fc.property(entries, words, fc.constantFrom<Profile>('report', 'archive'), (register, text, profile) => {
        const once = safeText(studyOf([transcript('i', [`1: ${text}`])], { title: text }), register, profile)
        const twice = safeText({ ...once }, register, profile)
        expect({ ...twice }).toEqual({ ...once })
        // And no name is left, by the same eyes.
        expect(
          nameFinder(register)
            .find(once.transcripts[0]!.text)
            .map(({ start, end }) => once.transcripts[0]!.text.slice(start, end)),
        ).toEqual([])
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('gives every output again, byte for byte', () => {
    const register = names.map((name, i) => entry(name, { label: `person ${i}` }))
    const study = everyField((place, plain) =>
      place === 'roles.id' || place === 'respondents.label' ? plain : `${plain} ${names[plain.length % names.length]}`,
    )
    const make = (from: Study) => anonymise(from, { register, language: en, attributes: [attribute] }).study
    const once = make(study)
    const twice = make({ ...once })
    // What the team knows of consents is used up by the first: the second finds what is there already.
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once))
    const bytes = (safe: typeof once) => [...everythingFrom(safe)].map(({ door, format, output }) => [door, format, output])
    expect(bytes(twice)).toEqual(bytes(once))
  })
})

describe('borders', () => {
  const otto = nameFinder([entry('Otto')])
  const letter = fc.constantFrom(...'abzéßжあ中اक한', 'ñ', 'ﬁ', 'Ⅳ')

  it('a name inside another word is none, whatever the script', () => {
    fc.assert(
      fc.property(letter, letter, (one, other) => {
        for (const text of [`${one}otto`, `otto${other}`, `${one}Otto${other}`, `B${one}otto${other}p`])
          expect([text, otto.find(text)]).toEqual([text, []])
      }),
    )
    for (const text of ['Bottrop', 'lotto', 'ottomaan', 'Lottozahlen', 'risotto']) expect(otto.find(`in ${text}.`)).toEqual([])
  })

  it('a name between signs, digits or marks is one', () => {
    const sign = fc.constantFrom(...'.,;:!?()[]{}«»“”‘’\'"-–—/\\|_*~#@&%+=<>$€ \t\n', '…', '\u00AD', '\u200B', '1', '٣', '९')
    fc.assert(
      fc.property(sign, sign, (before, after) => {
        const text = `x ${before}Otto${after} y`
        expect([text, otto.find(text).length]).toEqual([text, 1])
      }),
      { numRuns: 400 },
    )
  })

  it('marks that combine belong to their letter, and make no border', () => {
    expect(otto.find('O\u0308tto\u0301').map(one => [one.start, one.end])).toEqual([[0, 6]])
    expect(otto.find('ottoe\u0301')).toEqual([])
  })
})

describe('labels', () => {
  const people = ['Otto Canary', 'Greta Vos', 'Ida Lund'].map((name, i) => entry(name, { label: `person ${'KQB'[i]}`, respondent: null }))
  const talks = ['Otto Canary met Greta Vos.', 'Ida Lund said so.', 'Greta Vos and Ida Lund left.'].map((text, i) =>
    transcript(`i${i}`, [`${i + 1}: ${text}`]),
  )
  const shown = (study: Study, register: readonly Entry[]) => {
    const { study: safe, log } = anonymise(study, { register, language: en })
    return { texts: safe.transcripts.map(one => one.text), becomes: log.rows.map(row => row.becomes) }
  }
  const first = shown(studyOf(talks), people)

  it('that were drawn stay when an entry or a transcript comes in anywhere', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), (at, place) => {
        const register = people.toSpliced(at, 0, entry('Wim Zand', { label: 'person X' }))
        const study = studyOf(talks.toSpliced(place, 0, transcript('new', ['9: Wim Zand met Otto Canary.'])))
        const after = shown(study, register)
        for (const text of first.texts) expect(after.texts).toContain(text)
        for (const label of first.becomes) expect(after.becomes).toContain(label)
      }),
    )
  })

  it('that were not drawn stay when an entry or a transcript comes in at the end', () => {
    const bare = people.map(one => ({ ...one, label: '' }))
    const before = shown(studyOf(talks), bare)
    const after = shown(studyOf([...talks, transcript('new', ['9: Wim Zand met Otto Canary.'])]), [...bare, entry('Wim Zand')])
    expect(after.becomes.slice(0, 3)).toEqual(before.becomes)
    for (const text of before.texts) expect(after.texts).toContain(text)
  })
})
