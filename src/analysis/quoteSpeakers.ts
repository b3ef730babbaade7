import { positionOf } from '../coding/index.js'
import type { Coding, Quote, Span, Study, Transcript } from '../study/index.js'
import { membersOf, speakersAt } from '../transcript/index.js'

/** A quote of a selection: a row of `quotes.csv`, or a coding. */
export interface SelectedQuote {
  readonly theme: string
  readonly coding?: string
  readonly quote?: string
}

/** The coding or row of `quotes.csv` that a selected quote names. */
export function quotedThing(study: Study, selected: SelectedQuote): { readonly coding: Coding } | { readonly quote: Quote } | null {
  if (selected.coding !== undefined) {
    const coding = study.codings[positionOf(study.codings, selected.coding)]
    return coding === undefined ? null : { coding }
  }
  const quote = study.quotes.find(one => one.id === selected.quote)
  return quote === undefined ? null : { quote }
}

/** Who may have said a selected quote. */
export function quoteSpeakers(study: Study, selected: SelectedQuote): readonly string[] {
  const thing = quotedThing(study, selected)
  if (thing === null) return []
  return 'quote' in thing ? rowSpeakers(study, thing.quote) : spanSpeakers(study, thing.coding.transcript, [thing.coding])
}

/** Who may have said a row of `quotes.csv`: the speakers of its spans, or without spans everyone of its conversation. */
export function rowSpeakers(study: Study, quote: Quote): readonly string[] {
  return spanSpeakers(study, quote.transcript, quote.spans)
}

function spanSpeakers(study: Study, id: string | null, spans: readonly Span[]): readonly string[] {
  const transcript = study.transcripts.find(one => one.id === id)
  if (transcript === undefined) return []
  return spans.length === 0 ? membersOf(transcript) : speakersOfSpans(transcript, spans)
}

function speakersOfSpans(transcript: Transcript, spans: readonly Span[]): readonly string[] {
  return [...new Set(spans.flatMap(span => speakersAt(transcript, span) ?? []))].sort()
}
