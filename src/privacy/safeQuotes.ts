import { isCleared, type Quote, type Span, type Study } from '../study/index.js'
import { archivable } from './closedTo.js'
import { isApproved } from './consent.js'
import { type Answer, consentFor, type Purpose, placesOf, strictest } from './consentFor.js'
import type { Profile } from './profile.js'

/** What happens to a row of `quotes.csv` in a safe study. */
export interface QuoteFate {
  readonly quote: Quote
  readonly fate: 'printed' | 'gap' | 'paraphrased' | 'left out'
  /** Between what was promised and what would be printed; null: none. */
  readonly conflict:
    | 'no consent for verbatim quotes'
    | 'no consent to be quoted or paraphrased'
    | 'not cleared by the speaker'
    | 'no consent for the archive'
    | null
  /** The paraphrase that stands in for it. */
  readonly standIn: string | null
  /** Whether the speaker agreed to nothing at all. */
  readonly refused: boolean
}

/**
 * Decides per row of `quotes.csv` whether it may be printed. A literal quote without consent gives way to a paraphrase of
 * the same conversation for the same theme, and without one to a gap that says so.
 */
export function quoteFates(study: Study, today?: string, profile: Profile = 'report'): readonly QuoteFate[] {
  const answer = (quote: Quote, purpose: Purpose) => consentForQuote(study, quote, purpose, today)
  const mayStandIn = new Set(
    study.quotes.filter(one => one.form === 'paraphrase' && isCleared(one) && allows(answer(one, 'paraphrase'), one)).map(one => one.id),
  )
  const isClosed = (quote: Quote) =>
    profile === 'archive' && placesOf(quote.transcript ?? '', quote.spans).some(place => archivable(study, place, today) !== 'yes')
  return study.quotes.map(quote => {
    const literal = answer(quote, 'quote')
    const refused = literal === 'no' && answer(quote, 'paraphrase') !== 'yes'
    const decided = (fate: QuoteFate['fate'], conflict: QuoteFate['conflict'], standIn: string | null = null): QuoteFate => ({
      quote,
      fate,
      conflict,
      standIn,
      refused,
    })
    if (isClosed(quote)) return decided('left out', 'no consent for the archive')
    if (quote.approved === 'changed' && quote.text === null) return decided('gap', 'not cleared by the speaker')
    if (!isCleared(quote)) return decided('left out', 'not cleared by the speaker')
    if (refusedWith(study, quote) !== null) return decided('gap', 'not cleared by the speaker')
    if (quote.form === 'paraphrase')
      return mayStandIn.has(quote.id) ? decided('printed', null) : decided('left out', 'no consent to be quoted or paraphrased')
    if (allows(literal, quote)) return decided('printed', null)
    const standIn = study.quotes.find(other => standsIn(other, quote) && mayStandIn.has(other.id) && !isClosed(other))
    return decided(standIn === undefined ? 'gap' : 'paraphrased', 'no consent for verbatim quotes', standIn?.id ?? null)
  })
}

/** The rows of `quotes.csv` that may not be printed as they stand. */
export function quoteConflicts(study: Study, today?: string): readonly QuoteFate[] {
  return quoteFates(study, today).filter(one => one.conflict !== null)
}

function allows(answer: Answer, quote: Quote): boolean {
  return answer === 'yes' || (answer === 'ask first' && isApproved(quote))
}

/** Another quote of these words that was refused, is not answered yet, or was changed: then these words may not be printed here either. */
export function refusedWith(study: Study, quote: Quote): Quote | null {
  if (quote.form === 'paraphrase' || quote.approved === 'changed') return null
  const isRefused = (other: Quote) =>
    other !== quote && other.transcript === quote.transcript && (!isCleared(other) || other.approved === 'changed')
  return study.quotes.find(other => isRefused(other) && spansTouch(other.spans, quote.spans)) ?? null
}

/** Whether two lists of spans share a character. */
export function spansTouch(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some(one => others.some(other => one.start < other.end && other.start < one.end))
}

function standsIn(paraphrase: Quote, quote: Quote): boolean {
  return (
    paraphrase.form === 'paraphrase' &&
    paraphrase.transcript === quote.transcript &&
    (paraphrase.themes.some(theme => quote.themes.includes(theme)) || (paraphrase.themes.length === 0 && quote.themes.length === 0))
  )
}

/** The strictest answer of all who may have said a quote; of one of which the place is not known, of all of its conversation. */
function consentForQuote(study: Study, { transcript, spans }: Quote, purpose: Purpose, today: string | undefined): Answer {
  return strictest(placesOf(transcript ?? '', spans).map(place => consentFor(study, purpose, place, today)))
}
