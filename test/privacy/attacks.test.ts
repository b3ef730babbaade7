import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { anonymise, type Entry, noNames } from '../../src/privacy/index.js'
import { findProblems, guardOf, type Study } from '../../src/study/index.js'
import { entry, respondent, spanOf, studyOf, transcript } from '../builders.js'

const safeOf = (study: Study, register: readonly Entry[] = noNames('invented')) => anonymise(study, { register, language: en }).study
const refuses = (study: Study, text: string) => guardOf(safeOf(study))!.check([{ text, where: 'x' }], 'parts').length > 0

const talk = transcript('i', ['1: They quietly threw away every single letter we ever wrote them, and then they laughed.'])
const words = 'They quietly threw away every single letter we ever wrote them'
const row = (facts: Partial<Study['quotes'][number]>): Study['quotes'][number] => ({
  id: 'q1',
  transcript: 'i',
  spans: [spanOf(talk, words)],
  text: words,
  form: 'verbatim',
  translation: null,
  themes: [],
  configurations: [],
  attribution: null,
  approved: 'yes',
  order: null,
  extra: {},
  ...facts,
})
const askFirst: Study['consents'] = [
  { id: 'k', respondent: '1', purpose: 'quote', answer: 'ask first', form: null, date: null, until: null, extra: {} },
]
const asked = (...quotes: Study['quotes']) => safeOf(studyOf([talk], { consents: askFirst, quotes }))

describe('who is asked first', () => {
  it('clears the words of a verbatim quote only', () => {
    expect(asked(row({})).transcripts[0]!.text).toContain(words)
    const cleaned = asked(row({ form: 'cleaned', text: 'They threw away every letter we wrote them' }))
    expect(cleaned.transcripts[0]!.text).not.toContain('threw')
    expect(cleaned.quotes).toMatchObject([{ text: 'They threw away every letter we wrote them', spans: [] }])
    expect(asked(row({ form: 'paraphrase', text: 'Post was lost.' })).transcripts[0]!.text).not.toContain('threw')
  })

  it('has the last word when it is no', () => {
    const refused = row({ id: 'q2', spans: [spanOf(talk, 'every single letter')], text: 'every single letter', approved: 'no' })
    for (const quotes of [
      [row({}), refused],
      [refused, row({})],
    ])
      expect(asked(...quotes).transcripts[0]!.text).not.toContain('every single letter')
  })
})

describe('a quote that was refused', () => {
  it('must have a place, so that it is not printed from elsewhere', () => {
    for (const approved of ['no', 'asked'] as const)
      expect(findProblems(studyOf([talk], { quotes: [row({ approved, form: 'cleaned', spans: [] })] }))).toMatchObject([
        { column: 'spans' },
      ])
    expect(findProblems(studyOf([talk], { quotes: [row({ approved: 'no', form: 'paraphrase', spans: [] })] }))).toEqual([])
  })
})

describe('six words of who may not be quoted', () => {
  const held = { respondents: [respondent('1', { consent: 'paraphrase' })] }

  it('are held over turns and questions', () => {
    const parted = transcript('i', ['1: Well they quietly threw away', 'I: Hm.', '1: every single letter of ours.'])
    expect(refuses(studyOf([parted], held), 'She said quietly threw away every single letter, no more.')).toBe(true)
  })

  it('are held however words are hyphenated, and with signs put in', () => {
    const spoken = transcript('i', ['1: our co-\nordinator sent the e-mails because they’re quick and we don’t write'])
    for (const copy of [
      'our coordinator sent the emails because theyre quick',
      'our co-ordinator sent the e-mails because',
      'sent² the e-mails³ because they’re quick and',
    ])
      expect(refuses(studyOf([spoken], held), copy), copy).toBe(true)
    expect(refuses(studyOf([spoken], held), 'the emails because they’re quick')).toBe(false)
  })

  it('are held of replies and translations', () => {
    const reply = {
      id: 'r',
      round: null,
      respondent: '1',
      item: 'x',
      response: null,
      transcript: null,
      start: null,
      end: null,
      text: 'you made far too much of that one evening',
      action: null,
      reason: null,
      extra: {},
    }
    expect(refuses(studyOf([talk], { ...held, responses: [reply] }), 'You made far too much of that one evening.')).toBe(true)
    expect(refuses(studyOf([talk], { responses: [reply] }), 'You made far too much of that one evening.')).toBe(false)
    const translated = row({ approved: 'no', translation: 'zij gooiden stilletjes elke brief weg die wij schreven' })
    expect(refuses(studyOf([talk], { quotes: [translated] }), 'zij gooiden stilletjes elke brief weg')).toBe(true)
  })

  it('are held of somebody who is only guessed to be the interviewer', () => {
    const turns = [
      { speaker: 'A', respondents: ['1'], asks: false, at: null, start: 3, end: 20 },
      { speaker: 'B', respondents: [], asks: true, at: null, start: 23, end: 62 },
    ]
    const text = 'A: we never knew it\nB: did they not tell you of the plan at all?\n'
    const guessed = {
      ...transcript('i', []),
      text,
      turns: turns.map(turn => ({ ...turn, end: Math.min(turn.end, text.length) })),
      respondents: ['1'],
    }
    expect(safeOf(studyOf([guessed], held)).transcripts[0]!.text).not.toContain('did they not tell')
    const listed = { ...guessed, speakers: ['A=1', 'B=interviewer'] }
    expect(safeOf(studyOf([listed], held)).transcripts[0]!.text).toContain('did they not tell')
  })
})

describe('names that stand where they should not', () => {
  const register = [entry('Jan', { label: 'colleague' }), entry('Piet', { label: 'colleague' })]
  const problem =
    (facts: Partial<Study>, options: object = {}) =>
    () =>
      anonymise(studyOf([talk], facts), { register, language: en, ...options })

  it('make ids the same: refused, because one would be taken for the other', () => {
    expect(problem({ quotes: [row({ id: 'q-jan' }), row({ id: 'q-piet' })] })).toThrow(
      /quotes\.csv, row 3, column id: this id and another become the same/u,
    )
    expect(problem({ quotes: [row({ id: 'q-jan' }), row({ id: 'q-els' })] })).not.toThrow()
  })

  it('are refused in roles and attributes, which are carried as they are', () => {
    const roles = ['context', 'role of Jan']
    expect(problem({ roles })).toThrow(/id of a role holds a registered name/u)
    expect(problem({}, { attributes: ['about Jan'] })).toThrow(/attribute to carry is called by a registered name/u)
  })

  it('mean in a quote what they mean in its transcript', () => {
    const garden = transcript('i', ['1: Ellen grow wild behind the house in spring.'])
    const quote = row({ spans: [spanOf(garden, 'Ellen grow wild')], text: 'Ellen grow wild', approved: null })
    const study = studyOf([garden, transcript('j', ['2: Ellen came.'])], { quotes: [quote] })
    expect(safeOf(study, [entry('Ellen', { where: ['j'] })]).quotes[0]!.text).toBe('Ellen grow wild')
  })
})
