import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import type { Study } from '../../../src/study/index.js'
import { formatRecord, parseCsv } from '../../../src/table/index.js'
import { by, entry } from '../../builders.js'
import { memberStudy, theme } from './memberStudy.js'

const items = ['a', 'b', 'c', 'C1']
const answers = ['', 'agrees', 'adds', 'disputes', 'no view'] as const
const study = fc.sample(memberStudy, { numRuns: 1, seed: 7 })[0]!
const rounds = [{ id: 'check', kind: 'member check', title: null, purpose: null }]

/** The form filled in, as a spreadsheet writes it. */
function fillIn(form: api.MemberCheck['form'], given: readonly (readonly [string, string])[], delimiter: ',' | ';' | '\t'): string {
  const { header, records } = parseCsv(form.toCsv({ delimiter, bom: true }), delimiter)!
  const style = { delimiter, eol: '\r\n', quoteAll: false }
  const rows = records.map(({ cells }, i) => [...cells.slice(0, 3), ...given[i]!])
  return `\uFEFF${[header.cells, ...rows].map(cells => formatRecord(cells, style)).join('')}`
}

describe('the way there and back', () => {
  const filled = fc.array(fc.tuple(fc.constantFrom(...answers), fc.string({ unit: 'grapheme', maxLength: 20 })), {
    minLength: 4,
    maxLength: 4,
  })

  it('keeps every answer and every word, in both languages and with any delimiter', () => {
    fc.assert(
      fc.property(memberStudy, filled, fc.constantFrom(en, nl), fc.constantFrom(',', ';', '\t'), (made, given, language, delimiter) => {
        const { form } = api.memberCheck(made, { respondent: '1', items, language, audience: 'team' })
        const written = given.map(([answer, words]) => {
          const said = words.replace(/\0/gu, '').trim().replace(/^'+/u, '')
          return [answer === '' ? '' : language.member.short[answer].toUpperCase(), answer === '' ? '' : said] as const
        })
        const replies = api.readReplies({ ...made, rounds }, fillIn(form, written, delimiter), { language, round: 'check' })
        expect(replies.map(one => [one.respondent, one.item, one.isChanged])).toEqual(items.map(item => ['1', item, false]))
        expect(replies.map(one => one.facts)).toEqual(
          given.map(([answer], i) => ({
            round: 'check',
            response: answer === '' ? 'no reply' : answer,
            ...(written[i]![1] === '' ? {} : { text: written[i]![1] }),
          })),
        )
        const record = (before: Study) =>
          api.theoryPass(before, by, pass => {
            for (const { respondent, item, facts } of replies) pass.response(respondent, item, facts)
          })
        const after = record({ ...made, rounds })
        expect(after.responses.map(one => [one.item, one.response, one.text])).toEqual(
          replies.map(one => [one.item, one.facts.response, one.facts.text ?? null]),
        )
        expect(record(after).responses).toEqual(after.responses)
      }),
      { numRuns: 60 },
    )
  })

  it('leads from the form of a safe study into the study it was made from, with names that were replaced', () => {
    const named = { ...study, themes: [theme('a', { claim: 'Because Zwaardvis came, and Zwaardvis stayed.' }), theme('b')] }
    const { study: safe } = api.anonymise(named, { register: [entry('Zwaardvis')], language: en })
    const { form } = api.memberCheck(safe, { respondent: '1', items: ['a', 'b'] })
    expect(form.rows[0]!.statement).toContain('‹')
    const csv = fillIn(
      form,
      [
        ['agree', ''],
        ['', ''],
      ],
      ';',
    )
    expect(api.readReplies(named, csv, { language: en })).toEqual([
      { row: 2, respondent: '1', item: 'a', facts: { response: 'agrees' }, isChanged: false },
      { row: 3, respondent: '1', item: 'b', facts: { response: 'no reply' }, isChanged: false },
    ])
    for (const claim of [
      'Because Zwaardvis came, and Zwaardvis left.',
      'Not: Because Zwaardvis came, and Zwaardvis stayed.',
      'Because Zwaardvis stayed.',
    ]) {
      const later = { ...named, themes: [theme('a', { claim }), theme('b')] }
      expect(api.readReplies(later, csv, { language: en }).map(one => one.isChanged)).toEqual([true, false])
    }
  })
})

describe('a file', () => {
  const read = (csv: string, options: api.RepliesOptions = {}) => api.readReplies(study, csv, { language: en, ...options })
  const problems = (csv: string, options: api.RepliesOptions = {}) => {
    try {
      read(csv, options)
    } catch (error) {
      return (error as api.StudyError).problems
    }
    return []
  }

  it('is known by English names whatever the language, and by the answers of the sheet', () => {
    const csv = 'Respondent;Item;Answer;Words\nRespondent 2;Theme b;no view;\n2;C1;"☒  I want to add or change something.";"a; b"\n'
    expect(read(csv).map(one => [one.respondent, one.item, one.facts.response])).toEqual([
      ['2', 'b', 'no view'],
      ['2', 'C1', 'adds'],
    ])
    expect(api.readReplies(study, 'respondent,item,answer\n1,a,disputes\n')[0]!.facts).toEqual({ response: 'disputes' })
  })

  it('names everything that is wrong at once, by row and column, and repeats nothing of it', () => {
    const csv = [
      'respondent,item,statement,answer,in your own words',
      'Greta Vos,a,,agree,',
      '1,nowhere,,agree,',
      '1,a,,perhaps so,',
      '1,b,,,these words are mine',
      '1,c,,agree,,,more',
      '2,a,,agree,',
      '2,Theme a,,disagree,',
    ].join('\n')
    expect(problems(csv, { round: 'chek' }).map(({ row, column, what }) => [row, column, what])).toEqual([
      [undefined, undefined, 'this round is not in study.json'],
    ])
    expect(problems(csv).map(({ row, column, what }) => [row, column, what])).toEqual([
      [2, 'respondent', 'this respondent is not in respondents.csv'],
      [3, 'item', 'there is no such theme or configuration'],
      [4, 'answer', 'this is none of the answers'],
      [5, 'answer', 'there are words here and no answer'],
      [6, undefined, 'this row has more cells than the header'],
      [8, 'item', 'this person answered the same item in row 7'],
    ])
    const said = JSON.stringify(problems(csv))
    for (const words of ['Greta', 'perhaps', 'are mine', 'nowhere']) expect(said).not.toContain(words)
    expect(said).toContain('agree, add, disagree, no view')
    expect(problems(csv).every(one => one.file === 'replies.csv')).toBe(true)
  })

  it('must be a form, with its header', () => {
    expect(problems('')[0]).toMatchObject({ what: 'this file is empty' })
    expect(problems('who,what\n1,a\n').map(one => one.what)).toEqual([
      'the column "respondent" is missing',
      'the column "item" is missing',
      'the column "answer" is missing',
    ])
    expect(problems('respondent,item,item,answer\n1,a,b,agree\n')[0]).toMatchObject({ what: 'two columns have the same name', row: 1 })
    expect(problems('respondent,item,answer\n1,"a,agree\n')[0]!.what).toMatch(/never closed/u)
    expect(() => api.readReplies(study, 'respondent,onderdeel,antwoord\n1,a,eens\n')).toThrow(/give the language it was made in/u)
    expect(() => api.readReplies(null as never, '')).toThrow(/not a study/u)
  })
})
