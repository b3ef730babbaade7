import { isCleared, type Quote, type Study, type Transcript } from '../study/index.js'
import { consentOf, consentOfTurn, isApproved, type Printable, strictest } from './consent.js'

/** What happens to a row of `quotes.csv` in a safe study. */
export interface QuoteFate {
  readonly quote: Quote
  readonly fate: 'printed' | 'gap' | 'paraphrased' | 'left out'
  /** Between what was promised and what would be printed; null: none. */
  readonly conflict: 'no consent for verbatim quotes' | 'no consent to be quoted or paraphrased' | 'not cleared by the speaker' | null
  /** The paraphrase that stands in for it. */
  readonly standIn: string | null
  /** Whether the speaker agreed to nothing at all. */
  readonly refused: boolean
}

/**
 * Decides per row of `quotes.csv` whether it may be printed. A literal quote without consent gives way to a paraphrase of
 * the same conversation for the same theme, and without one to a gap that says so.
 */
export function quoteFates(study: Study, today?: string): readonly QuoteFate[] {
  const consents = new Map(study.quotes.map(quote => [quote.id, consentOfQuote(study, quote, today)]))
  return study.quotes.map(quote => {
    const consent = consents.get(quote.id)!
    const refused = consent === 'none'
    if (quote.approved === 'changed' && quote.text === null)
      return { quote, fate: 'gap', conflict: 'not cleared by the speaker', standIn: null, refused }
    if (!isCleared(quote)) return { quote, fate: 'left out', conflict: 'not cleared by the speaker', standIn: null, refused }
    if (quote.form === 'paraphrase') {
      if (consent !== 'none') return { quote, fate: 'printed', conflict: null, standIn: null, refused }
      return { quote, fate: 'left out', conflict: 'no consent to be quoted or paraphrased', standIn: null, refused }
    }
    if (consent === 'verbatim' || (consent === 'ask first' && isApproved(quote)))
      return { quote, fate: 'printed', conflict: null, standIn: null, refused }
    const standIn = study.quotes.find(other => standsIn(other, quote) && isCleared(other) && consents.get(other.id) !== 'none')
    return {
      quote,
      fate: standIn === undefined ? 'gap' : 'paraphrased',
      conflict: 'no consent for verbatim quotes',
      standIn: standIn?.id ?? null,
      refused,
    }
  })
}

/** The rows of `quotes.csv` that may not be printed as they stand. */
export function quoteConflicts(study: Study, today?: string): readonly QuoteFate[] {
  return quoteFates(study, today).filter(one => one.conflict !== null)
}

function standsIn(paraphrase: Quote, quote: Quote): boolean {
  return (
    paraphrase.form === 'paraphrase' &&
    paraphrase.transcript === quote.transcript &&
    (paraphrase.themes.some(theme => quote.themes.includes(theme)) || (paraphrase.themes.length === 0 && quote.themes.length === 0))
  )
}

/** The strictest consent of all who may have said a quote. */
function consentOfQuote(study: Study, quote: Quote, today?: string): Printable {
  const transcript = study.transcripts.find(one => one.id === quote.transcript)
  if (transcript === undefined) return 'none'
  const turns = turnsOfQuote(quote, transcript)
  if (turns.length > 0) return strictest(turns.map(turn => consentOfTurn(study, transcript, turn, today)))
  if (transcript.respondents.length === 0) return study.consent ?? 'none'
  return strictest(transcript.respondents.map(one => consentOf(study, one, today)))
}

function turnsOfQuote(quote: Quote, transcript: Transcript) {
  return transcript.turns.filter(turn => quote.spans.some(span => span.start < turn.end && turn.start < span.end))
}
