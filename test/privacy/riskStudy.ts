import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { type AnonymiseOptions, anonymise, noNames } from '../../src/privacy/index.js'
import type { Coding, Reveal, SafeStudy, Study } from '../../src/study/index.js'
import { Table } from '../../src/table/index.js'
import { respondent, studyOf, transcript } from '../builders.js'

/** Somebody in a small study: her group, her attributes, and with whom she speaks. */
export interface Person {
  readonly id: string
  readonly group: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The nth sentence of a person: words that nobody else says. */
export function sentenceOf(id: string, n: number): string {
  const word = `${[...id].map(letter => 'abcdefghijklmnop'['0123456789abcdef'.indexOf(letter)] ?? 'q').join('')}word`
  return `The ${word} number ${'abc'[n]}${word} came about in that long winter ${'xyz'[n]}${word}`
}

/** A reveal of the nth sentence of a person. */
export interface Told {
  readonly id: string
  readonly n: number
  readonly attribute: string
  readonly value: string
}

/**
 * A study in which everybody says three sentences, each coded. Ids with the same number speak in one conversation: of a pair `3a`, `3b`
 * each under her own mark, but the third sentence under a mark that they share.
 */
export function riskStudy(people: readonly Person[], told: readonly Told[] = [], facts: Partial<Study> = {}): Study {
  const numbers = [...new Set(people.map(one => one.id.replace(/\D/gu, '')))]
  const transcripts = numbers.map(number => {
    const ids = people.filter(one => one.id.replace(/\D/gu, '') === number).map(one => one.id)
    const lines = ids.flatMap(id => [0, 1].map(n => `${id}: ${sentenceOf(id, n)}.`))
    return transcript(`i${number}`, ['I: What happened?', ...lines, ...ids.map(id => `${ids.join('+')}: ${sentenceOf(id, 2)}.`)])
  })
  const codings = people.flatMap(({ id }) =>
    [0, 1, 2].map((n): Coding => {
      const one = transcripts.find(conversation => conversation.text.includes(sentenceOf(id, n)))!
      const start = one.text.indexOf(sentenceOf(id, n))
      return codingAt(`c${id}-${n}`, one.id, start, start + sentenceOf(id, n).length)
    }),
  )
  const reveals = told.map(
    ({ id, n, attribute, value }, i): Reveal => ({ id: `v${i}`, coding: `c${id}-${n}`, attribute, value, extra: {} }),
  )
  const respondents = people.map(({ id, group, attributes }) => respondent(id, { group, extra: attributes }))
  return { ...studyOf(transcripts), respondents, codings, reveals, codes: [codeOf('winter')], ...facts }
}

export function codingAt(id: string, transcriptId: string, start: number, end: number, facts: Partial<Coding> = {}): Coding {
  return {
    id,
    transcript: transcriptId,
    start,
    end,
    code: 'winter',
    role: 'mechanism',
    polarity: null,
    stance: null,
    level: null,
    beneficiary: null,
    elicited: null,
    expected: null,
    certainty: null,
    account: null,
    about: null,
    memo: null,
    coder: 'AB',
    pass: 'p1',
    status: 'open',
    settles: [],
    extra: {},
    ...facts,
  }
}

function codeOf(id: string): Study['codes'][number] {
  return {
    id,
    name: id,
    role: 'mechanism',
    parent: null,
    topic: null,
    definition: null,
    when: null,
    whenNot: null,
    typical: [],
    borderline: [],
    colour: null,
    sensitive: null,
    retired: null,
    extra: {},
  }
}

export function makeSafe(study: Study, options: Partial<AnonymiseOptions> = {}): SafeStudy {
  return anonymise(study, { register: noNames('invented'), language: en, ...options }).study
}

/** A row of a table that readers see: a sentence, the label it is given to, and what stands beside it. */
export interface Row {
  readonly label: string
  readonly quote: string
  readonly [column: string]: string
}

export function tableFor(safe: SafeStudy, rows: readonly Row[], title = 'Quotes'): Table<Row> {
  const columns = [...new Set(['label', 'quote', ...rows.flatMap(row => Object.keys(row))])]
  return new Table<Row>({ title, columns, rows, basis: 'invented', of: safe })
}

export { en, nl }
