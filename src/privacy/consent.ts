import type { Quote, Span, Study, Transcript, Turn } from '../study/index.js'

/** What may be printed of what someone said, from most to least. */
export type Printable = 'verbatim' | 'paraphrase' | 'none'

const order: readonly Printable[] = ['verbatim', 'paraphrase', 'none']

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
  const answer = (purpose: 'quote' | 'paraphrase'): boolean | null => {
    const rows = study.consents.filter(one => one.respondent === respondent && one.purpose === purpose)
    if (rows.length === 0) return null
    return rows.every(one => one.answer === 'yes' && !(today !== undefined && one.until !== null && one.until < today))
  }
  const quote = answer('quote') ?? given === 'verbatim'
  const paraphrase = answer('paraphrase') ?? (given !== 'none' || quote)
  return quote && paraphrase ? 'verbatim' : quote || paraphrase ? 'paraphrase' : 'none'
}

/** What may be printed of a turn: the strictest consent of all who may have spoken. Who asks has given hers. */
export function consentOfTurn(study: Study, transcript: Transcript, turn: Turn, today?: string): Printable {
  if (turn.asks) return 'verbatim'
  const people = turn.respondents.length > 0 ? turn.respondents : transcript.respondents
  if (people.length === 0) return study.consent ?? 'none'
  return strictest(people.map(one => consentOf(study, one, today)))
}

/** Whether the speaker has cleared a quote, as far as that was needed. */
export function isCleared(quote: Quote): boolean {
  return quote.approved !== 'asked' && quote.approved !== 'no'
}

/** Why a passage is not printed. */
export type Withholding = 'consent' | 'approval'

/** A passage of a transcript that may not be printed as it was said. UTF-16 code units, end exclusive. */
export interface Withheld extends Span {
  readonly why: Withholding
}

/** The passages of a transcript that may not be printed as they were said: whole turns, and quotes that were not cleared. */
export function withheldIn(study: Study, transcript: Transcript, today?: string): readonly Withheld[] {
  const refused = study.quotes.filter(quote => quote.transcript === transcript.id && !isCleared(quote)).flatMap(quote => quote.spans)
  return transcript.turns.flatMap((turn): Withheld[] => {
    if (consentOfTurn(study, transcript, turn, today) !== 'verbatim') return [{ start: turn.start, end: turn.end, why: 'consent' }]
    return joined(refused.flatMap(span => overlap(span, turn))).map(span => ({ ...span, why: 'approval' }))
  })
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
