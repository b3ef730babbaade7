import type { Language } from '../language/index.js'
import { type Consent, isCleared, type Quote, type Respondent, type Span, type Study, type Transcript, type Turn } from '../study/index.js'

/** What may be printed of what someone said, from most to least. `ask first`: literal quotes that the speaker approved. */
export type Printable = 'verbatim' | 'ask first' | 'paraphrase' | 'none'

const order: readonly Printable[] = ['verbatim', 'ask first', 'paraphrase', 'none']

/** The strictest of several consents. */
export function strictest(consents: readonly Printable[]): Printable {
  return consents.reduce((strict, one) => (order.indexOf(one) > order.indexOf(strict) ? one : strict), 'verbatim')
}

/**
 * What may be printed of what a respondent said. `consents.csv` goes before the column of `respondents.csv`, and that
 * before the default of the study; where nothing was given anywhere, nothing may be printed.
 *
 * @param today YYYY-MM-DD; a consent that ended before it counts as refused
 */
export function consentOf(study: Study, respondent: string, today?: string): Printable {
  const given = study.respondents.find(one => one.id === respondent)?.consent ?? study.consent ?? 'none'
  const quote = answerFor(study, respondent, 'quote', today) ?? (given === 'verbatim' ? 'yes' : 'no')
  const paraphrase = answerFor(study, respondent, 'paraphrase', today) ?? (given === 'none' && quote === 'no' ? 'no' : 'yes')
  if (quote === 'yes') return 'verbatim'
  return quote === 'ask first' ? 'ask first' : paraphrase === 'yes' ? 'paraphrase' : 'none'
}

/** The respondents of whom no consent is recorded anywhere: nothing of them is printed literally. */
export function withoutConsent(study: Study): readonly Respondent[] {
  if (study.consent !== null) return []
  const answered = new Set(study.consents.filter(one => one.purpose === 'quote' || one.purpose === 'paraphrase').map(one => one.respondent))
  return study.respondents.filter(one => one.consent === null && !answered.has(one.id))
}

type Answer = 'yes' | 'ask first' | 'no'

/** The strictest of a person's answers for a purpose, or null when there is none. */
function answerFor(study: Study, respondent: string, purpose: 'quote' | 'paraphrase', today: string | undefined): Answer | null {
  const answers = study.consents
    .filter(one => one.respondent === respondent && one.purpose === purpose)
    .map((one): Answer => (hasEnded(one, today) ? 'no' : (one.answer ?? 'no')))
  if (answers.length === 0) return null
  return answers.includes('no') ? 'no' : answers.includes('ask first') ? 'ask first' : 'yes'
}

const askers = /^(?:i|int|interviewer|q|v|vraag|moderator|onderzoeker|researcher)\s{0,3}\d{0,3}$/iu

/** Whether it is said, and not only taken from the questions asked, that a mark is the interviewer's. */
export function isKnownToAsk({ speakers }: Transcript, { speaker }: Turn): boolean {
  const mark = (speaker ?? '').trim().toLowerCase()
  return askers.test(mark) || speakers.some(entry => entry.split('=')[0]?.trim().toLowerCase() === mark)
}

/**
 * What may be printed of a turn: the strictest consent of all who may have spoken. Who asks has given hers; one of whom it is
 * only guessed that she asks may be a respondent.
 */
export function consentOfTurn(study: Study, transcript: Transcript, turn: Turn, today?: string): Printable {
  if (turn.asks && isKnownToAsk(transcript, turn)) return 'verbatim'
  const people = turn.respondents.length > 0 ? turn.respondents : transcript.respondents
  if (people.length === 0) return study.consent ?? 'none'
  return strictest(people.map(one => consentOf(study, one, today)))
}

/** Whether a consent ended before a day; one until a month or a year holds to its end. */
export function hasEnded({ until }: Consent, today: string | undefined): boolean {
  return today !== undefined && until !== null && `${until}-99-99`.slice(0, 10) < today
}

/** Whether the speaker was asked about a quote and agreed to it, in these or in other words. */
export function isApproved(quote: Quote): boolean {
  return quote.approved === 'yes' || quote.approved === 'changed'
}

/** Why a passage is not printed. */
export type Withholding = 'consent' | 'refused' | 'approval'

/** What stands in the place of what is not printed. */
export function gapText({ texts }: Language, why: Withholding): string {
  if (why === 'approval') return texts.notCleared
  return why === 'refused' ? texts.noConsentAtAll : texts.noConsent
}

/** A passage of a transcript that may not be printed as it was said. UTF-16 code units, end exclusive. */
export interface Withheld extends Span {
  readonly why: Withholding
}

/** The passages of a transcript that may not be printed as they were said: whole turns, and quotes that were not cleared. */
export function withheldIn(study: Study, transcript: Transcript, today?: string): readonly Withheld[] {
  const quotes = study.quotes.filter(quote => quote.transcript === transcript.id)
  // Of a quote that the speaker changed only the changed words may be printed, so what was said is withheld.
  const refused = quotes.filter(quote => !isCleared(quote) || quote.approved === 'changed').flatMap(quote => quote.spans)
  // Who approved a cleaned or paraphrased version did not approve the words it was made from.
  const approved = quotes
    .filter(quote => quote.approved === 'yes' && (quote.form ?? 'verbatim') === 'verbatim')
    .flatMap(quote => quote.spans)
  return transcript.turns.flatMap((turn): Withheld[] => {
    const consent = consentOfTurn(study, transcript, turn, today)
    const held = joined(refused.flatMap(span => overlap(span, turn)))
    if (consent === 'verbatim') return held.map(span => ({ ...span, why: 'approval' }))
    const kept =
      consent === 'ask first'
        ? joined(approved.flatMap(span => overlap(span, turn))).flatMap(span =>
            without(
              span,
              held.flatMap(one => overlap(one, span)),
            ),
          )
        : []
    return without(turn, kept).map(span => ({ ...span, why: consent === 'none' ? 'refused' : 'consent' }))
  })
}

/** What is left of a span when others, in order, are taken out. */
function without(span: Span, others: readonly Span[]): Span[] {
  const edges = [span.start, ...others.flatMap(other => [other.start, other.end]), span.end]
  return edges.flatMap((start, i) => (i % 2 === 0 && start < edges[i + 1]! ? [{ start, end: edges[i + 1]! }] : []))
}

function overlap(a: Span, b: Span): Span[] {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? [{ start, end }] : []
}

/** Spans in order, those that touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && span.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else result.push(span)
  }
  return result
}
