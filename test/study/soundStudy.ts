import { type Coding, type Configuration, newStudy, type Study } from '../../src/study/index.js'
import { respondent, spanOf, transcript } from '../builders.js'

/** Content that no message may hold: it stands in every kind of text of the sound study. */
export const canary = 'Zwaardvis'

const interview = transcript(
  'i1',
  ['I: Why did you stay?', `10: Because ${canary} knew my name, and I was, well, needed.`, 'I: And then?', '10: Then I came early.'],
  { round: 'r1', cases: ['north'] },
)
const pair = transcript('i2', ['13a+13b: We came late.'], { file: 'i2.txt', speakers: ['R=13a', 'R=13b'] })
export const said = `Because ${canary} knew my name, and I was, well, needed.`

const extra = { note: canary }
const none = { extra: {} }
const facts = {
  polarity: null,
  stance: null,
  level: null,
  beneficiary: null,
  elicited: null,
  expected: null,
  certainty: null,
  account: null,
  about: null,
  memo: canary,
}
const coding = (id: string, words: string, more: Partial<Coding> = {}): Coding => ({
  id,
  ...spanOf(interview, words),
  code: 'k1',
  role: 'mechanism',
  coder: 'MV',
  pass: '',
  status: 'open',
  settles: [],
  ...facts,
  ...none,
  ...more,
})
const code = (id: string, more: object) => ({
  id,
  name: canary,
  role: null,
  parent: null,
  topic: null,
  definition: canary,
  when: null,
  whenNot: null,
  typical: [],
  borderline: [],
  colour: null,
  sensitive: null,
  retired: null,
  ...none,
  ...more,
})
const theme = (id: string, more: object) => ({
  id,
  label: canary,
  role: 'mechanism',
  polarity: null,
  parent: null,
  codes: [],
  claim: canary,
  bullet: null,
  core: null,
  ...none,
  ...more,
})
const quote = (id: string, more: object) => ({
  id,
  transcript: 'i1',
  spans: [],
  text: null,
  form: null,
  translation: null,
  themes: [],
  configurations: [],
  attribution: null,
  approved: null,
  order: null,
  ...none,
  ...more,
})
const configuration = (id: string, theory: string, more: object = {}): Configuration => ({
  id,
  theory,
  statement: canary,
  beneficiary: null,
  status: null,
  from: [],
  change: null,
  reason: null,
  rivalOf: null,
  ...none,
  ...Object.fromEntries(
    ['context', 'mechanism', 'outcome'].flatMap(role => [
      [role, []],
      [`${role}Text`, null],
    ]),
  ),
  ...more,
})
const evidence = (id: string, more: object) => ({
  id,
  configuration: 'C1',
  theory: 't2',
  role: null,
  coding: null,
  account: null,
  reference: null,
  stance: null,
  basis: null,
  reasoning: null,
  weight: null,
  note: canary,
  ...none,
  ...more,
})
const cell = (id: string, more: object) => ({
  id,
  case: 'north',
  theme: null,
  configuration: null,
  theory: null,
  summary: canary,
  status: null,
  ...none,
  ...more,
})
const { start, end } = spanOf(interview, said)

/** A study in which every table has a row, every reference a value, and nothing is wrong. */
export const sound: Study = {
  ...newStudy({ title: canary, language: 'en', rounds: [{ id: 'r1' }] }),
  transcripts: [interview, pair],
  respondents: [
    respondent('10', { label: canary, cases: ['north'], extra }),
    respondent('13a'),
    respondent('13b', { cases: ['north', 'south'] }),
  ],
  consents: [{ id: 'o1', respondent: '10', purpose: 'quote', answer: 'yes', form: canary, date: null, until: null, ...none }],
  cases: ['north', 'south'].map(id => ({ id, name: canary, extra })),
  topics: [
    { id: 'g1', label: canary, parent: null, role: 'context', ...none },
    { id: 'g2', label: null, parent: 'g1', role: null, ...none },
  ],
  codes: [
    code('k1', { role: 'mechanism', topic: 'g1', typical: ['c1'] }),
    code('k2', { parent: 'k1', borderline: ['c2'] }),
    code('k3', { parent: 'k2' }),
  ],
  relations: [{ id: 'l1', from: 'k1', relation: canary, to: 'k2', memo: null, ...none }],
  codings: [
    coding('c1', 'knew my name', { account: 'a1' }),
    coding('c2', 'Then I came early', { code: 'k2', role: 'outcome', about: 'south' }),
    coding('c3', 'knew my name', { status: 'settled', settles: ['c1', 'gone'] }),
  ],
  lost: [coding('gone', 'And then?')],
  themes: [theme('m1', { codes: ['k1', 'k2'] }), theme('m2', { parent: 'm1', codes: ['k1'] })],
  quotes: [
    quote('q1', {
      spans: [{ start, end }],
      text: `“… because ${canary} [the nurse] knew my name and I was well needed”`,
      form: 'verbatim',
    }),
    quote('q2', { spans: [{ start, end }], text: `Because ${canary} knew my name, and I was needed.`, form: 'cleaned', themes: ['m1'] }),
    quote('q3', { spans: [{ start, end }], text: 'She stayed for being known.', form: 'paraphrase', configurations: ['C1'] }),
  ],
  theories: [
    { id: 't1', kind: 'initial', from: null, date: null, statement: canary, origin: null, reason: null, ...none },
    { id: 't2', kind: 'refined', from: 't1', date: null, statement: null, origin: null, reason: null, ...none },
  ],
  // One id in two versions of the theory is one configuration that was kept.
  configurations: [
    configuration('C1', 't1', { context: ['k1'] }),
    configuration('C1', 't2', { from: ['C1'], mechanism: ['k2'] }),
    configuration('C2', 't2', { rivalOf: 'C1', context: ['k2'], mechanism: ['k1'], outcome: ['k2'], outcomeText: canary }),
  ],
  evidence: [
    evidence('e1', { account: 'a1' }),
    evidence('e2', { reference: canary, theory: null }),
    evidence('e3', { coding: 'c2', role: 'outcome' }),
  ],
  cells: [cell('x1', { theme: 'm1' }), cell('x2', { configuration: 'C1', theory: 't1', status: 'fired' })],
  prompts: [{ id: 'p1', transcript: 'i1', start: 0, end: 5, configuration: 'C1', theory: 't1', ...none }],
  answers: [{ id: 'n1', transcript: 'i1', topic: 'g2', start: null, end: null, status: 'asked', ...none }],
  responses: [
    {
      id: 's1',
      round: 'r1',
      respondent: '10',
      item: canary,
      response: 'agrees',
      transcript: 'i1',
      start: null,
      end: null,
      text: canary,
      action: null,
      reason: null,
      ...none,
    },
  ],
  reveals: [{ id: 'v1', coding: 'c1', attribute: canary, value: null, ...none }],
  sampling: [{ id: 'w1', cell: canary, planned: 3, reached: 2, refused: null, ...none }],
}
