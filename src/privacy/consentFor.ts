import type { Consent, Respondent, Span, Study, Transcript, Turn } from '../study/index.js'
import { membersOf, turnsOf } from '../transcript/index.js'

/** What consent is asked for: the purposes of `consents.csv`. */
export type Purpose = NonNullable<Consent['purpose']>

/** An answer, from least strict to strictest. `ask first`: only what the person agreed to when asked. */
export type Answer = 'yes' | 'ask first' | 'no'

/** Of whom or what: a person, a whole conversation, or a passage of one (UTF-16 code units, end exclusive). */
export type ConsentPlace =
  | { readonly respondent: string }
  | { readonly transcript: string; readonly start?: number | undefined; readonly end?: number | undefined }

/**
 * What may be done: the one place where this is decided, for quotes, transcripts and archives alike. The answer for a passage is the
 * strictest of what was promised for the conversation and what everyone said who may have spoken there: all who share the turn, and of a
 * turn of nobody who is known everyone of the conversation. A withdrawal is an answer of no. What was agreed nowhere is not agreed.
 *
 * Of one person `consents.csv` goes before the column `consent` of `respondents.csv`, and that before `consent` of `study.json`; these
 * two speak of quotes and paraphrases only. Of several answers to one purpose the strictest counts.
 *
 * @param place `{ respondent }`, `{ transcript }` or `{ transcript, start, end }`, by id
 * @param today YYYY-MM-DD; a consent that ended before it counts as refused. Default: none has ended
 * @example
 * consentFor(study, 'quote', { respondent: '1' })
 * //=> 'yes'
 * consentFor(study, 'archive', { transcript: 'interview-1', start: 0, end: 40 })
 * //=> 'no'
 */
export function consentFor(study: Study, purpose: Purpose, place: ConsentPlace, today?: string): Answer {
  return strictest(promisesAt(study, purpose, place, today).map(one => one.answer))
}

/** The strictest of several answers; of none, yes. */
export function strictest(answers: readonly Answer[]): Answer {
  return answers.includes('no') ? 'no' : answers.includes('ask first') ? 'ask first' : 'yes'
}

/** What one person, or all of a conversation, were promised. */
export interface Promised {
  /** The person; null: the conversation, or a passage of nobody who is known. */
  readonly respondent: string | null
  readonly answer: Answer
  /** Where the answer comes from. `ended`: a consent that is over, or that ends before it begins. */
  readonly from: 'consents.csv' | 'ended' | 'respondents.csv' | 'study.json' | 'transcripts.csv' | 'nowhere'
  /** The row of `consents.csv` it comes from. */
  readonly row: Consent | null
}

/** All that bears on a place: of these the strictest holds. */
export function promisesAt(study: Study, purpose: Purpose, place: ConsentPlace, today?: string): readonly Promised[] {
  if ('respondent' in place) return [promisedTo(study, purpose, place.respondent, today)]
  const transcript = factsOf(study).transcripts.get(place.transcript)
  if (transcript === undefined) return [{ respondent: null, answer: 'no', from: 'nowhere', row: null }]
  const { start, end } = place
  const turns = start === undefined || end === undefined ? [] : turnsOf({ start, end }, transcript.turns)
  return [...promisedFor(transcript, purpose), ...promisedBy(study, purpose, transcript, turns, today)]
}

/** The same of one turn. */
export function promisesInTurn(study: Study, purpose: Purpose, transcript: Transcript, turn: Turn, today?: string): readonly Promised[] {
  return [...promisedFor(transcript, purpose), ...promisedBy(study, purpose, transcript, [turn], today)]
}

/** What was promised for a conversation as a whole bears on all of it, the questions too. It makes things stricter, never looser. */
function promisedFor({ consent }: Transcript, purpose: Purpose): readonly Promised[] {
  // A study made by hand may lack the column.
  if ((consent ?? null) === null || purpose === 'recontact') return []
  const isRefused = consent === 'none' || (consent === 'paraphrase' && purpose === 'quote')
  return [{ respondent: null, answer: isRefused ? 'no' : 'yes', from: 'transcripts.csv', row: null }]
}

function promisedBy(
  study: Study,
  purpose: Purpose,
  transcript: Transcript,
  turns: readonly Turn[],
  today: string | undefined,
): readonly Promised[] {
  const answering = turns.filter(turn => !(turn.asks && isKnownToAsk(transcript, turn)))
  // Who asks has given her consent.
  if (turns.length > 0 && answering.length === 0) return []
  const people = answering.length === 0 ? membersOf(transcript) : [...new Set(answering.flatMap(turn => speakersIn(transcript, turn)))]
  if (people.length > 0) return people.map(one => promisedTo(study, purpose, one, today))
  return [{ respondent: null, ...withoutAnswer(purpose, study.consent, 'study.json', 'no'), row: null }]
}

/** Who may have said a turn: of one of nobody who is known, anyone of the conversation. */
function speakersIn(transcript: Transcript, { respondents }: Turn): readonly string[] {
  return respondents.length > 0 ? respondents : membersOf(transcript)
}

function promisedTo(study: Study, purpose: Purpose, respondent: string, today: string | undefined): Promised {
  const given = answered(study, purpose, respondent, today)
  if (given !== null) return given
  const own = factsOf(study).respondents.get(respondent)?.consent ?? null
  const [consent, from] = own === null ? ([study.consent, 'study.json'] as const) : ([own, 'respondents.csv'] as const)
  // Who agreed to be quoted, if asked first, did not refuse to be paraphrased.
  const quote = purpose === 'paraphrase' ? (answered(study, 'quote', respondent, today)?.answer ?? 'no') : 'no'
  return { respondent, ...withoutAnswer(purpose, consent, from, quote), row: null }
}

/** What holds where nobody answered for a purpose: the columns speak of quotes and paraphrases only. */
function withoutAnswer(
  purpose: Purpose,
  consent: Respondent['consent'],
  from: Promised['from'],
  quote: Answer,
): Pick<Promised, 'answer' | 'from'> {
  if (purpose === 'quote') return { answer: consent === 'verbatim' ? 'yes' : 'no', from: consent === null ? 'nowhere' : from }
  if (purpose !== 'paraphrase') return { answer: 'no', from: 'nowhere' }
  if (consent === 'verbatim' || consent === 'paraphrase') return { answer: 'yes', from }
  if (quote !== 'no') return { answer: 'yes', from: 'consents.csv' }
  return { answer: 'no', from: consent === null ? 'nowhere' : from }
}

/** The strictest of a person's answers for a purpose, or null when there is none. */
function answered(study: Study, purpose: Purpose, respondent: string, today: string | undefined): Promised | null {
  const rows = (factsOf(study).consents.get(respondent) ?? []).filter(one => one.purpose === purpose)
  const found = rows.map((row): Promised => {
    const isOver = hasEnded(row, today) || endsBeforeItBegins(row)
    return { respondent, answer: isOver ? 'no' : (row.answer ?? 'no'), from: isOver ? 'ended' : 'consents.csv', row }
  })
  const answer = strictest(found.map(one => one.answer))
  return found.find(one => one.answer === answer) ?? null
}

/** Whether a consent ended before a day; one until a month or a year holds to its end. */
export function hasEnded({ until }: Consent, today: string | undefined): boolean {
  return today !== undefined && until !== null && `${until}-99-99`.slice(0, 10) < today
}

/** Whether a row says that it ended before it was given: then nobody knows what was agreed, and it counts as refused. */
export function endsBeforeItBegins({ date, until }: Consent): boolean {
  return date !== null && until !== null && `${until}-99-99`.slice(0, 10) < `${date}-01-01`.slice(0, 10)
}

const askers = /^(?:i|int|interviewer|q|v|vraag|moderator|onderzoeker|researcher)\s{0,3}\d{0,3}$/iu

/** Whether it is said, and not only taken from the questions asked, that a mark is the interviewer's. */
export function isKnownToAsk({ speakers }: Transcript, { speaker }: Turn): boolean {
  const mark = (speaker ?? '').trim().toLowerCase()
  return askers.test(mark) || speakers.some(entry => entry.split('=')[0]?.trim().toLowerCase() === mark)
}

interface Facts {
  readonly respondents: ReadonlyMap<string, Respondent>
  readonly transcripts: ReadonlyMap<string, Transcript>
  readonly consents: ReadonlyMap<string, readonly Consent[]>
}

const known = new WeakMap<Study, Facts>()

/** This is asked of every turn. */
function factsOf(study: Study): Facts {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const consents = new Map<string, Consent[]>()
  for (const one of study.consents) {
    const who = one.respondent ?? ''
    consents.set(who, [...(consents.get(who) ?? []), one])
  }
  const facts = {
    respondents: new Map(study.respondents.map(one => [one.id, one])),
    transcripts: new Map(study.transcripts.map(one => [one.id, one])),
    consents,
  }
  known.set(study, facts)
  return facts
}

/** A place for `consentFor` of several spans of a transcript, or of the whole where none is known. */
export function placesOf(transcript: string, spans: readonly Span[]): readonly ConsentPlace[] {
  return spans.length === 0 ? [{ transcript }] : spans.map(({ start, end }) => ({ transcript, start, end }))
}
