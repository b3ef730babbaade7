import type { Said } from '../analysis/index.js'
import {
  answersIn,
  attributionAt,
  attributionOf,
  groupOf,
  isWithheld,
  leastGuarded,
  mostGuarded,
  quotedThing,
  rowSpeakers,
  rowStance,
  type SelectedQuote,
  speakersAt,
  stanceOf,
} from '../analysis/index.js'
import type { Language } from '../language/index.js'
import { audienceOf, type Coding, isCleared, type Quote, type Span, type Stance, type Study, type Transcript } from '../study/index.js'

/** A quote as it is printed. */
export interface PrintedQuote {
  readonly words: string
  /** `gap`: the words say that, and why, something is not quoted. */
  readonly form: 'verbatim' | 'cleaned' | 'paraphrase' | 'gap'
  /** Whether the words are those of the language pack, not of the study. */
  readonly isFixed: boolean
  readonly translation: string | null
  readonly label: string
  readonly group: string | null
  readonly stance: Stance | null
}

/**
 * Works out how a selected quote is printed: its spans with ` … ` between them, the analyst's insertions kept, white space folded.
 *
 * @param codings the codings behind its theme, which tell what a row of `quotes.csv` does to the claim
 * @returns null when the selection names nothing in the study
 */
export function printQuote(study: Study, language: Language, selected: SelectedQuote, codings: readonly Said[] = []): PrintedQuote | null {
  const thing = quotedThing(study, selected)
  if (thing === null) return null
  return 'quote' in thing ? printRow(study, language, thing.quote, codings) : printCoding(study, language, thing.coding)
}

/** A row of `quotes.csv` as it is printed. One the speaker refused, or has yet to answer, is printed as a gap. */
export function printRow(study: Study, language: Language, quote: Quote, codings: readonly Said[] = []): PrintedQuote {
  const transcript = study.transcripts.find(one => one.id === quote.transcript)
  const speakers = rowSpeakers(study, quote)
  const attribution = guardedFor(study, quote)
  const common = {
    label: attributionOf(study, language, { ...quote, attribution }, speakers),
    group: groupFor(study, attribution, speakers),
    stance: rowStance(quote, codings),
    isFixed: false,
    translation: null,
  }
  if (!isCleared(quote)) return { ...common, words: language.texts.notCleared, form: 'gap', isFixed: true }
  const form = quote.form ?? 'verbatim'
  // A paraphrase stands on other consent than the words it renders.
  if (transcript !== undefined && form !== 'paraphrase' && isWithheld(transcript, quote.spans))
    return { ...common, words: wordsAt(transcript, quote.spans), form: 'gap' }
  // Anonymising leaves such a row where a quote had to go.
  const gaps = [language.texts.noConsent, language.texts.noConsentAtAll, language.texts.notCleared]
  if (quote.text !== null && gaps.includes(quote.text)) return { ...common, words: quote.text, form: 'gap', isFixed: true }
  const words = quote.text === null ? (transcript === undefined ? '' : wordsAt(transcript, quote.spans)) : folded(quote.text)
  return { ...common, words, form, translation: translationOf(study, language, quote, transcript) }
}

/** The group of who spoke; beside words that are given to nobody it may be told to the team only. */
function groupFor(study: Study, attribution: Quote['attribution'], speakers: readonly string[]): string | null {
  return attribution === 'none' && audienceOf(study) === 'public' ? null : groupOf(study, speakers)
}

/** A row without spans says itself how its speaker is named. */
function guardedFor(study: Study, quote: Quote): Quote['attribution'] {
  if (quote.spans.length === 0) return mostGuarded(leastGuarded(study), quote.attribution)
  return attributionAt(study, quote.transcript ?? '', quote.spans)
}

/** A coding as it is printed: what was answered in it, without the questions between. */
export function printCoding(study: Study, language: Language, coding: Coding): PrintedQuote | null {
  const transcript = study.transcripts.find(one => one.id === coding.transcript)
  if (transcript === undefined) return null
  const spans = answersIn(transcript, coding)
  const speakers = speakersAt(transcript, coding) ?? []
  const attribution = attributionAt(study, coding.transcript, spans)
  return {
    words: wordsAt(transcript, spans),
    form: isWithheld(transcript, spans) ? 'gap' : 'verbatim',
    isFixed: false,
    translation: null,
    label: attributionOf(study, language, { transcript: coding.transcript, attribution }, speakers),
    group: groupFor(study, attribution, speakers),
    stance: coding.stance ?? (stanceOf(coding) === 'refutes' ? 'refutes' : null),
  }
}

/** What stands at these places, with ` … ` between them and white space folded. */
export function wordsAt(transcript: Transcript, spans: readonly Span[]): string {
  return spans.map(span => folded(transcript.text.slice(span.start, span.end))).join(' … ')
}

function folded(said: string): string {
  return said.replace(/\s+/gu, ' ').trim()
}

function translationOf(study: Study, language: Language, quote: Quote, transcript: Transcript | undefined): string | null {
  const spoken = (transcript?.language ?? study.language).slice(0, 2).toLowerCase()
  return quote.translation === null || spoken === language.id ? null : folded(quote.translation)
}
