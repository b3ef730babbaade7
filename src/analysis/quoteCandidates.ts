import { carriedLanguage, wordsIn } from '../language/index.js'
import { isCleared, type Quote, type Span, type Stance, type Study, type Theme, type Transcript } from '../study/index.js'
import { answersIn } from '../transcript/index.js'
import { behindTheme } from './behindTheme.js'
import type { Said } from './countable.js'
import { rowSpeakers } from './quoteSpeakers.js'
import { stanceOf } from './stanceOf.js'
import { isWithheld } from './withheld.js'

/** Something that could be printed under a theme. */
export interface Candidate {
  /** What a selection calls it. */
  readonly names: { readonly coding: string } | { readonly quote: string }
  readonly transcript: string
  readonly spans: readonly Span[]
  readonly speakers: readonly string[]
  /** Null for a row of `quotes.csv` on which no coding of the theme says what it does. */
  readonly stance: Stance | null
  /** 0 of a good length, 1 too short, 2 too long. */
  readonly length: 0 | 1 | 2
  /** Whether a gap would be printed. */
  readonly withheld: boolean
  /** Place in the study: of the transcript, then in its text. */
  readonly place: readonly [number, number]
}

const fewestWords = 8

/** What could be printed under a theme: the cleared rows of `quotes.csv`, in their order, and the passages behind it. */
export function candidatesFor(
  study: Study,
  theme: Theme,
  maxWords: number,
): { readonly rows: readonly Candidate[]; readonly passages: readonly Candidate[] } {
  const { codings } = behindTheme(study, theme)
  const places = new Map(study.transcripts.map((transcript, i) => [transcript.id, [transcript, i] as const]))
  const passages = codings.flatMap(said => {
    const [transcript, place] = places.get(said.coding.transcript)!
    return said.speakers.length === 0 ? [] : [passageCandidate(transcript, place, said, maxWords)]
  })
  passages.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
  return { rows: clearedRows(study, theme).map(quote => rowCandidate(study, quote, codings)), passages }
}

/** Rows of `quotes.csv` for a theme that may be printed: not those the speaker refused, or has yet to answer. */
export function clearedRows(study: Study, theme: Theme): readonly Quote[] {
  return study.quotes
    .filter(quote => quote.themes.includes(theme.id) && isCleared(quote))
    .sort((a, b) => (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) || 0)
}

function passageCandidate(transcript: Transcript, place: number, { coding, speakers }: Said, maxWords: number): Candidate {
  const spans = answersIn(transcript, coding)
  const words = spans.reduce((sum, span) => sum + wordsIn(transcript.text.slice(span.start, span.end)).length, 0)
  return {
    names: { coding: coding.id },
    transcript: transcript.id,
    spans,
    speakers,
    stance: stanceOf(coding),
    length: words < fewestWords ? 1 : words > maxWords ? 2 : 0,
    withheld: isWithheld(transcript, spans),
    place: [place, coding.start],
  }
}

function rowCandidate(study: Study, quote: Quote, codings: readonly Said[]): Candidate {
  return {
    names: { quote: quote.id },
    transcript: quote.transcript ?? '',
    spans: quote.spans,
    speakers: rowSpeakers(study, quote),
    stance: rowStance(quote, codings),
    length: 0,
    withheld: isGap(study, quote),
    place: [0, 0],
  }
}

/** What a quote of hers does to the claim, by the codings of the theme it overlaps: the dissenting one speaks loudest. */
export function rowStance(quote: Pick<Quote, 'transcript' | 'spans'>, codings: readonly Said[]): Stance | null {
  const under = codings.filter(
    ({ coding }) => coding.transcript === quote.transcript && quote.spans.some(span => span.start < coding.end && coding.start < span.end),
  )
  const stances = new Set(under.map(said => stanceOf(said.coding)))
  return (['refutes', 'refines', 'supports'] as const).find(stance => stances.has(stance)) ?? null
}

/** Anonymising leaves a row that says so where a quote had to go. */
function isGap(study: Study, { text, form, spans, transcript: id }: Quote): boolean {
  const texts = carriedLanguage(study)?.texts
  if (texts !== undefined && text !== null && [texts.noConsent, texts.noConsentAtAll, texts.notCleared].includes(text)) return true
  const transcript = study.transcripts.find(one => one.id === id)
  return form !== 'paraphrase' && transcript !== undefined && isWithheld(transcript, spans)
}

/** Whether two candidates share words. */
export function overlaps(one: Candidate, other: Candidate): boolean {
  return one.transcript === other.transcript && spansOverlap(one.spans, other.spans)
}

export function spansOverlap(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some(span => others.some(other => span.start < other.end && other.start < span.end))
}
