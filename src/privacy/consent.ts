import type { Language } from '../language/index.js'
import { isCleared, type Quote, type Respondent, type Span, type Study, type Transcript, type Turn } from '../study/index.js'
import { closedTo } from './closedTo.js'
import { type Answer, consentFor, promisesInTurn, strictest } from './consentFor.js'
import type { Profile } from './profile.js'

/** What may be printed of what someone said, from most to least. `ask first`: literal quotes that the speaker approved. */
export type Printable = 'verbatim' | 'ask first' | 'paraphrase' | 'none'

function printable(quote: Answer, paraphrase: Answer): Printable {
  if (quote === 'yes') return 'verbatim'
  return quote === 'ask first' ? 'ask first' : paraphrase === 'yes' ? 'paraphrase' : 'none'
}

/**
 * What may be printed of what a respondent said.
 *
 * @param today YYYY-MM-DD; a consent that ended before it counts as refused
 */
export function consentOf(study: Study, respondent: string, today?: string): Printable {
  return printable(consentFor(study, 'quote', { respondent }, today), consentFor(study, 'paraphrase', { respondent }, today))
}

/** What may be printed of a turn: the strictest consent of all who may have spoken. */
export function consentOfTurn(study: Study, transcript: Transcript, turn: Turn, today?: string): Printable {
  const answer = (purpose: 'quote' | 'paraphrase') =>
    strictest(promisesInTurn(study, purpose, transcript, turn, today).map(one => one.answer))
  return printable(answer('quote'), answer('paraphrase'))
}

/** The respondents of whom no consent is recorded anywhere: nothing of them is printed literally. */
export function withoutConsent(study: Study): readonly Respondent[] {
  if (study.consent !== null) return []
  const answered = new Set(study.consents.filter(one => one.purpose === 'quote' || one.purpose === 'paraphrase').map(one => one.respondent))
  return study.respondents.filter(one => one.consent === null && !answered.has(one.id))
}

/** Whether the speaker was asked about a quote and agreed to it, in these or in other words. */
export function isApproved(quote: Quote): boolean {
  return quote.approved === 'yes' || quote.approved === 'changed'
}

/** Why a passage is not printed. */
export type Withholding = 'archive' | 'consent' | 'refused' | 'approval'

/** What stands in the place of what is not printed. */
export function gapText({ texts }: Language, why: Withholding): string {
  if (why === 'archive') return texts.notArchived
  if (why === 'approval') return texts.notCleared
  return why === 'refused' ? texts.noConsentAtAll : texts.noConsent
}

/** A passage of a transcript that may not be printed as it was said. UTF-16 code units, end exclusive. */
export interface Withheld extends Span {
  readonly why: Withholding
}

/** The passages of a transcript that may not be printed as they were said: whole turns, and quotes that were not cleared. */
export function withheldIn(study: Study, transcript: Transcript, today?: string, profile: Profile = 'report'): readonly Withheld[] {
  const quotes = study.quotes.filter(quote => quote.transcript === transcript.id)
  // Of a quote that the speaker changed only the changed words may be printed, so what was said is withheld.
  const refused = quotes.filter(quote => !isCleared(quote) || quote.approved === 'changed').flatMap(quote => quote.spans)
  // Who approved a cleaned or paraphrased version did not approve the words it was made from.
  const approved = quotes
    .filter(quote => quote.approved === 'yes' && (quote.form ?? 'verbatim') === 'verbatim')
    .flatMap(quote => quote.spans)
  const closed = profile === 'archive' ? closedTo(study, today) : null
  return transcript.turns.flatMap((turn): Withheld[] => {
    if (closed?.isClosed(transcript, turn)) return turn.start < turn.end ? [{ start: turn.start, end: turn.end, why: 'archive' }] : []
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
