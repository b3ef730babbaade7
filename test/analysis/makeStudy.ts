import {
  type Code,
  type Coding,
  newStudy,
  type Quote,
  type Respondent,
  type Study,
  type Theme,
  type Transcript,
  type Turn,
} from '../../src/study/index.js'

const extra = {}

/** A transcript from turns: who may speak (ids joined by `+`, `I` for the interviewer) and the words. */
export function transcript(
  id: string,
  turns: readonly (readonly [who: string, words: string])[],
  facts: Partial<Transcript> = {},
): Transcript {
  let text = ''
  const made: Turn[] = []
  for (const [who, words] of turns) {
    const asks = who === 'I'
    text += `${who}: `
    made.push({
      start: text.length,
      end: text.length + words.length,
      speaker: who,
      respondents: asks ? [] : who.split('+'),
      asks,
      at: null,
    })
    text += `${words}\n`
  }
  const respondents = [...new Set(made.flatMap(turn => turn.respondents))].sort()
  const empty = {
    file: null,
    round: null,
    cases: [],
    speakers: [],
    consent: null,
    language: null,
    date: null,
    mode: null,
    minutes: null,
    hash: null,
    extra,
  }
  return { ...empty, id, text, turns: made, respondents, ...facts }
}

/** A coding of words that stand once in the transcript. */
export function coding(on: Transcript, words: string, code: string, facts: Partial<Coding> = {}): Coding {
  const start = on.text.indexOf(words)
  if (start < 0) throw new Error(`not in ${on.id}: ${words}`)
  return {
    id: `${on.id}:${code}:${start}:${facts.coder ?? 'AB'}`,
    transcript: on.id,
    start,
    end: start + words.length,
    code,
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
    extra,
    ...facts,
  }
}

export function code(id: string, facts: Partial<Code> = {}): Code {
  const empty = {
    role: null,
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
  }
  return { id, name: id, ...empty, extra, ...facts }
}

export function theme(id: string, codes: readonly string[], facts: Partial<Theme> = {}): Theme {
  return { id, label: id, role: 'mechanism', polarity: null, parent: null, codes, claim: null, bullet: null, core: null, extra, ...facts }
}

export function respondent(id: string, group: string | null = null, facts: Partial<Respondent> = {}): Respondent {
  return { id, label: null, group, consent: 'verbatim', cases: [], extra, ...facts }
}

export function quoteRow(id: string, on: Transcript, words: string, themes: readonly string[], facts: Partial<Quote> = {}): Quote {
  const start = on.text.indexOf(words)
  if (start < 0) throw new Error(`not in ${on.id}: ${words}`)
  const empty = { form: null, translation: null, configurations: [], attribution: null, approved: null, order: null }
  return { id, transcript: on.id, spans: [{ start, end: start + words.length }], text: null, ...empty, themes, extra, ...facts }
}

/** A study with respondents made from its transcripts unless they are given. */
export function study(facts: Partial<Study>): Study {
  const people = [...new Set((facts.transcripts ?? []).flatMap(one => one.respondents))].map(id => respondent(id))
  const codes = [...new Set((facts.codings ?? []).map(one => one.code))].map(id => code(id))
  return { ...newStudy({ title: 'The open door', language: 'en' }), respondents: people, codes, ...facts }
}
