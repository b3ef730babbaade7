import { describe, expect, it } from 'vitest'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, noNames, type Register } from '../../src/privacy/index.js'
import { findProblems, guardOf, type Study } from '../../src/study/index.js'
import { by, entry, respondent, spanOf, studyOf, transcript } from '../builders.js'

const safeOf = (study: Study, register: Register = noNames('invented')) => anonymise(study, { register, language: en })
const quote = (facts: Partial<Study['quotes'][number]>): Study['quotes'][number] => ({
  id: 'q1',
  transcript: 'i',
  spans: [],
  text: null,
  form: 'verbatim',
  translation: null,
  themes: [],
  configurations: [],
  attribution: null,
  approved: null,
  order: null,
  extra: {},
  ...facts,
})

describe('what is carried', () => {
  const talk = transcript('i', ['1: We met each week and it helped.', '2: It did not help me at all.'])
  const once = openPass(studyOf([talk]), by, pass => void pass.code(pass.fragment('i', 'met each week'), 'meeting', { role: 'context' }))
  const twice = openPass(once, { coder: 'Janet Canary', date: '2020-06-01' }, pass => {
    pass.code(pass.fragment('i', 'not help me'), 'meeting', { role: 'context', stance: 'refutes' })
  })

  it('are coders by number, in codings and in the journal', () => {
    const { study } = safeOf(twice)
    expect(study.codings.map(coding => coding.coder)).toEqual(['Coder 1', 'Coder 2'])
    expect(study.journal.map(pass => [pass.kind, pass.coder, pass.date])).toEqual([
      ['import', '', ''],
      ['open', 'Coder 1', ''],
      ['open', 'Coder 2', ''],
    ])
  })

  it('is evidence with its reasoning, without notes', () => {
    const argued = selectivePass(twice, by, pass => {
      pass.configure({ context: ['meeting'] })
      pass.evidence('C1', once.codings[0]!.id, { stance: 'supports', basis: 'inferred', reasoning: 'it fits', note: 'ask her again' })
    })
    expect(safeOf(argued).study.evidence).toMatchObject([{ coding: 'c1', reasoning: 'it fits', note: null }])
  })

  it('are replies of those who may be quoted', () => {
    const reply = (who: string) => ({
      id: who,
      round: null,
      respondent: who,
      item: 'x',
      response: 'adds' as const,
      transcript: null,
      start: null,
      end: null,
      text: `said by ${who}`,
      action: null,
      reason: null,
      extra: {},
    })
    const study = {
      ...once,
      respondents: [respondent('1'), respondent('2', { consent: 'paraphrase' })],
      responses: [reply('1'), reply('2')],
    }
    expect(safeOf(study).study.responses.map(one => one.text)).toEqual(['said by 1', null])
  })
})

describe('labels', () => {
  it('count per type, in the order of the register, and not those that have a label', () => {
    const talk = transcript('i', ['1: Ann saw Bob at Cove and Dune, with Eve.'])
    const register = [
      entry('Ann'),
      entry('Cove', { type: 'LOCATION' }),
      entry('Eve', { label: 'a friend' }),
      entry('Bob'),
      entry('Dune', { type: 'LOCATION' }),
    ]
    expect(safeOf(studyOf([talk]), register).study.transcripts[0]!.text).toContain(
      '‹person A› saw ‹person B› at ‹place A› and ‹place B›, with ‹a friend›.',
    )
  })
})

describe('gaps', () => {
  it('take a name that they touch with them', () => {
    const talk = transcript('i', ['1: We went to Cove House together on a Friday.'])
    const refused = quote({ spans: [spanOf(talk, 'House together')], approved: 'no' })
    const { study } = safeOf(studyOf([talk], { quotes: [refused] }), [entry('Cove House', { type: 'LOCATION' })])
    expect(study.transcripts[0]!.text).toBe('Respondent 1: We went to [not quoted: not cleared by the speaker] on a Friday.\n')
  })

  it('let no paraphrase stand in that the speaker refused, or did not agree to', () => {
    const talk = transcript('i', ['1: They never once asked us what we thought of it.'])
    const literal = quote({ spans: [spanOf(talk, 'never once asked us')], text: 'never once asked us', themes: ['t'] })
    const paraphrase = (facts: object) => quote({ id: 'q2', text: 'Nobody was consulted.', form: 'paraphrase', themes: ['t'], ...facts })
    const printed = (consent: 'paraphrase' | 'none', facts: object) =>
      safeOf(studyOf([talk], { respondents: [respondent('1', { consent })], quotes: [literal, paraphrase(facts)] })).study.quotes.map(
        one => one.text,
      )
    expect(printed('paraphrase', {})).toEqual(['Nobody was consulted.'])
    expect(printed('paraphrase', { approved: 'no' })).toEqual([en.texts.noConsent])
    expect(printed('none', {})).toEqual([en.texts.noConsentAtAll])
    expect(printed('paraphrase', { themes: ['other'] })).toEqual([en.texts.noConsent, 'Nobody was consulted.'])
  })
})

describe('a quote that the speaker changed', () => {
  const talk = transcript('i', ['1: Our own chief never once came to look at what we did on Fridays, and we noticed.'])
  const changed = quote({
    spans: [spanOf(talk, 'Our own chief never once came to look at what we did')],
    text: 'The chief never once came to look at our work',
    form: 'cleaned',
    approved: 'changed',
  })
  const study = studyOf([talk], { quotes: [changed] })

  it('is printed in the new words, and what was said before is withheld', () => {
    const { study: safe } = safeOf(study)
    expect(safe.quotes).toMatchObject([{ text: 'The chief never once came to look at our work', spans: [] }])
    expect(safe.transcripts[0]!.text).toBe('Respondent 1: [not quoted: not cleared by the speaker] on Fridays, and we noticed.\n')
    const ask = (text: string) => guardOf(safe)!.check([{ text, where: 'x' }], 'parts').length
    expect(ask('Our own chief never once came.')).toBe(1)
    expect(ask('The chief never once came to look at our work.')).toBe(0)
    expect(findProblems(safe)).toEqual([])
  })

  it('must say which words it changed, and have new words', () => {
    expect(findProblems({ ...study, quotes: [{ ...changed, spans: [] }] })).toMatchObject([{ column: 'spans' }])
    expect(findProblems(study)).toEqual([])
    const { study: safe, conflicts } = safeOf({ ...study, quotes: [{ ...changed, text: null }] })
    expect(safe.quotes).toMatchObject([{ text: en.texts.notCleared }])
    expect(conflicts.rows).toMatchObject([{ kind: 'changed, and the new words are missing', printed: 'a gap that says so' }])
  })
})

describe('a consent with an end', () => {
  const talk = transcript('i', ['1: These words are mine.'])
  const until = (end: string) =>
    studyOf([talk], {
      consents: [{ id: 'k', respondent: '1', purpose: 'quote', answer: 'yes', form: null, date: null, until: end, extra: {} }],
    })
  const at = (end: string, today: string) => anonymise(until(end), { register: noNames('invented'), language: en, today })

  it('holds to the last day of what is given, and its end is listed', () => {
    for (const [end, today, holds] of [
      ['2025-06-30', '2025-06-30', true],
      ['2025-06-30', '2025-07-01', false],
      ['2025-06', '2025-06-30', true],
      ['2025-06', '2025-07-01', false],
      ['2025', '2025-12-31', true],
      ['2025', '2026-01-01', false],
    ] as const) {
      const { study, conflicts } = at(end, today)
      expect(study.transcripts[0]!.text.includes('These words'), `${end} ${today}`).toBe(holds)
      expect(conflicts.rows.map(row => row.kind)).toEqual(holds ? [] : ['a consent has ended', 'a consent has ended'])
    }
  })

  it('needs a day that can be read', () => {
    expect(() => at('2025', '1-5-2026')).toThrow(/year-month-day/u)
    expect(findProblems(until('31-12-2024'))).toMatchObject([{ file: 'consents.csv', row: 2, column: 'until' }])
  })
})

describe('the guard', () => {
  const phrase = 'at the end of the day it'
  const ask = (study: Study, text: string) => guardOf(safeOf(study).study)!.check([{ text, where: 'x' }], 'parts').length
  const people = [respondent('1', { consent: 'paraphrase' }), respondent('2')]

  it('lets a phrase through that somebody said who may be quoted', () => {
    const both = transcript('i', [`1: Well, ${phrase} was us.`, `2: And ${phrase} is the nurses.`])
    const alone = transcript('i', [`1: Well, ${phrase} was us.`, '2: And the nurses.'])
    expect(ask(studyOf([both], { respondents: people }), `So ${phrase} comes.`)).toBe(0)
    expect(ask(studyOf([alone], { respondents: people }), `So ${phrase} comes.`)).toBe(1)
  })

  it('holds a phrase that only who asks repeated', () => {
    const echoed = transcript('i', [`1: Well, ${phrase} was us.`, `I: You say ${phrase} was you?`])
    expect(ask(studyOf([echoed], { respondents: people.slice(0, 1) }), `So ${phrase} comes.`)).toBe(1)
  })

  it('does not take the words of the language pack for a person, once they stand in a finished output', () => {
    const study = safeOf(studyOf([transcript('i', ['1: Ask Codebook about it.'])]), [entry('Codebook')]).study
    const check = (look: 'parts' | 'finished') => guardOf(study)!.check([{ text: 'Codebook', where: 'x' }], look).length
    expect(check('parts')).toBe(1)
    expect(check('finished')).toBe(0)
  })
})
