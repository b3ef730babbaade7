import type { Configuration, Page, Study } from '../../src/study/index.js'
import { code, coding, quoteRow, respondent, study, theme, transcript } from '../analysis/makeStudy.js'

const t1 = transcript('t1', [['1', 'They came with new rules. We had to sit down together within a month. It took our evenings.']], {
  round: 'first',
  mode: 'live',
  minutes: 45,
})
const t2 = transcript('t2', [['2', 'The rules made us talk. Nobody forced us though, I would say.']], {
  round: 'first',
  mode: 'video',
  minutes: 60,
})
const t3 = transcript('t3', [['3a+3b', 'We never noticed those rules. The evenings we did notice.']], { round: 'second', minutes: 30 })

/** A page of hers. */
export function page(id: string, text: string, extra: Readonly<Record<string, string>> = {}): Page {
  return { id, text, about: [], extra }
}

export function configuration(id: string, theory: string | null, facts: Readonly<Record<string, unknown>> = {}): Configuration {
  const empty = { statement: null, beneficiary: null, status: null, from: [], change: null, reason: null, rivalOf: null }
  const roles = { context: [], contextText: null, mechanism: [], mechanismText: null, outcome: [], outcomeText: null }
  return { id, theory, ...empty, ...roles, extra: {}, ...facts } as Configuration
}

/** A study that uses every part a report is made of. */
export const full: Study = {
  ...study({
    transcripts: [t1, t2, t3],
    respondents: [
      respondent('1', 'nurse'),
      respondent('2', 'doctor'),
      respondent('3a', 'board'),
      respondent('3b', 'board', { consent: 'none' }),
    ],
    codes: [
      code('rules', { name: 'new rules', role: 'context', definition: 'Rules from outside', topic: 'q' }),
      code('evenings', { name: 'evening work', role: 'context', parent: 'rules' }),
      code('talk', { name: 'talking', role: 'mechanism', when: 'When people meet', retired: true }),
    ],
    codings: [
      coding(t1, 'They came with new rules', 'rules', { id: 'k1', role: 'context', stance: 'supports', account: 'a1' }),
      coding(t2, 'The rules made us talk', 'rules', { id: 'k2', role: 'context', elicited: 'agreed' }),
      coding(t3, 'We never noticed those rules', 'rules', { id: 'k3', role: 'context', stance: 'refutes' }),
      coding(t2, 'Nobody forced us', 'rules', { id: 'k4', role: 'context', stance: 'refines' }),
      coding(t1, 'It took our evenings', 'evenings', { id: 'k5', role: 'context' }),
      coding(t1, 'sit down together', 'talk', { id: 'k6', account: 'a1' }),
      coding(t1, 'sit down', 'talk', { id: 'k7', coder: 'CD', role: 'outcome' }),
    ],
    themes: [
      theme('norms', ['rules'], {
        label: 'Outside rules',
        role: 'context',
        polarity: 'enabling',
        claim: 'Rules bring people to the table.',
        bullet: 'Rules from outside',
        core: true,
      }),
      theme('time', ['evenings'], { label: 'Time', role: 'context', polarity: 'hindering', bullet: 'It costs evenings' }),
      theme('talk', ['talk'], { label: 'Talking', parent: 'norms', claim: 'Talking makes trust.' }),
    ],
    quotes: [
      quoteRow('q1', t1, 'We had to sit down together within a month', ['norms'], {
        text: 'We had to sit down … within a month [of that]',
      }),
      quoteRow('q2', t3, 'The evenings we did notice', [], {
        configurations: ['C1'],
        form: 'paraphrase',
        text: 'They did notice the evenings.',
      }),
      quoteRow('q3', t2, 'I would say', ['norms'], { approved: 'no' }),
    ],
  }),
  questions: ['What works, for whom?'],
  ethics: 'Approved by the board.',
  cleaning: ['stammering left out'],
  rounds: [
    { id: 'first', kind: 'interview', title: 'First talks', purpose: 'glean' },
    { id: 'second', kind: 'reflection', title: null, purpose: 'refine' },
  ],
  cases: [{ id: 'north', name: 'Northgate', extra: {} }],
  topics: [{ id: 'q', label: 'Rules', parent: null, role: 'context', extra: {} }],
  answers: ['t1', 't2', 't3'].map(id => ({ id: `a${id}`, transcript: id, topic: 'q', start: null, end: null, status: 'asked', extra: {} })),
  sampling: [{ id: 's', cell: 'nurses', planned: 3, reached: 1, refused: null, extra: {} }],
  theories: [
    { id: 'first', kind: 'initial', from: null, date: null, statement: 'Rules do it.', origin: null, reason: null, extra: {} },
    {
      id: 'now',
      kind: 'refined',
      from: 'first',
      date: null,
      statement: 'Rules and talk do it.',
      origin: null,
      reason: 'Talk was missing',
      extra: {},
    },
  ],
  configurations: [
    configuration('C1', 'first', { statement: 'Rules make people meet.' }),
    configuration('C1', 'now', {
      context: ['rules'],
      mechanism: ['talk'],
      mechanismText: 'they start to talk',
      outcomeText: 'they meet',
      status: 'contested',
      change: 'narrowed',
      reason: 'One hospital differed',
      beneficiary: 'patients',
      rivalOf: 'C2',
    }),
    configuration('C2', 'now', { context: ['rules'], status: 'proposed' }),
  ],
  evidence: [
    { role: 'context', coding: 'k2', stance: 'supports', basis: 'said', reasoning: null, weight: 'thin' },
    { role: 'mechanism', account: 'a1', stance: 'supports', basis: 'inferred', reasoning: 'They met right after', weight: null },
    { role: null, coding: 'k3', stance: 'refutes', basis: 'said', reasoning: null, weight: 'rich' },
    { role: 'outcome', reference: 'Minutes of 2020', stance: 'refines', basis: 'other data', reasoning: null, weight: null },
  ].map(
    (one, i) =>
      ({
        id: `e${i}`,
        configuration: 'C1',
        theory: 'now',
        account: null,
        coding: null,
        reference: null,
        note: null,
        extra: {},
        ...one,
      }) as Study['evidence'][number],
  ),
  cells: [
    { id: 'm', case: 'north', theme: null, configuration: 'C1', theory: 'now', summary: 'They met at once.', status: 'fired', extra: {} },
  ],
  journal: [
    { id: 'p1', base: '', kind: 'open', coder: 'AB', date: '2020-01-01', changes: [] },
    { id: 'p2', base: 'p1', kind: 'open', coder: 'CD', date: '2020-01-02', changes: [] },
  ],
}
