import type { Entry } from '../src/privacy/index.js'
import { newStudy, type Respondent, type Study, type Transcript, type Turn } from '../src/study/index.js'

/** A respondent about whom nothing is known but what is given. */
export function respondent(id: string, facts: Partial<Respondent> = {}): Respondent {
  return { id, label: null, group: null, consent: 'verbatim', cases: [], extra: {}, ...facts }
}

/**
 * A transcript from lines `mark: words`; the mark `I` asks, any other is the id of a respondent, `13a+13b` of two who
 * share it. A line without a colon belongs to no turn.
 */
export function transcript(id: string, lines: readonly string[], facts: Partial<Transcript> = {}): Transcript {
  let text = ''
  const turns: Turn[] = []
  for (const line of lines) {
    const [, mark, words] = /^([^:]+): (.*)$/su.exec(line) ?? [null, null, line]
    if (mark) {
      text += `${mark}: `
      const asks = mark === 'I'
      turns.push({
        speaker: mark,
        respondents: asks ? [] : mark.split('+'),
        asks,
        at: null,
        start: text.length,
        end: text.length + words!.length,
      })
    }
    text += `${words}\n`
  }
  const respondents = [...new Set(turns.flatMap(turn => turn.respondents))]
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
    extra: {},
  }
  return { id, text, turns, respondents, ...empty, ...facts }
}

/** A study of these transcripts, with the people in them. */
export function studyOf(transcripts: readonly Transcript[], facts: Partial<Study> = {}): Study {
  const people = [...new Set(transcripts.flatMap(one => one.respondents))]
  return { ...newStudy({ title: 'A study', language: 'en' }), transcripts, respondents: people.map(id => respondent(id)), ...facts }
}

/** The offsets of words that stand once in a transcript. */
export function spanOf(one: Transcript, words: string): { transcript: string; start: number; end: number } {
  const start = one.text.indexOf(words)
  if (start < 0 || one.text.includes(words, start + 1)) throw new Error('these words do not stand once in the transcript')
  return { transcript: one.id, start, end: start + words.length }
}

export const by = { coder: 'MV', date: '2020-05-04' }

/** An entry of a register. */
export const entry = (name: string, facts: Partial<Entry> = {}): Entry => ({
  name,
  variants: [],
  type: 'PERSON',
  label: '',
  respondent: null,
  match: 'anywhere',
  where: [],
  note: null,
  ...facts,
})
