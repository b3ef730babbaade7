import { answersIn, attributionAt, isWithheld, membersOf, mostGuarded, speakersAt, stanceOf } from '../../analysis/index.js'
import { quoteConflicts, withheldIn } from '../../privacy/index.js'
import { audienceOf, isCleared, type Quote, type Span, type Stance, type Study, type Transcript } from '../../study/index.js'
import { turnsOf } from '../../transcript/index.js'
import type { Making } from '../making.js'
import { type PrintedQuote, printRow, wordsAt } from '../printedQuote.js'
import { type MemberItem, saidBehind } from './memberItem.js'

/** Something a person said, as it is shown to that person. */
export interface OwnPassage {
  readonly printed: PrintedQuote
  /** Whether it may also be of somebody else. */
  readonly isShared: boolean
}

/** What a person said behind an item, and how many of those passages may not be printed. */
export interface OwnPassages {
  readonly shown: readonly OwnPassage[]
  readonly held: number
}

interface Piece {
  readonly transcript: Transcript
  readonly spans: readonly Span[]
  readonly isShared: boolean
  readonly stance: Stance | null
  readonly quote: Quote | null
}

/**
 * What a person said behind an item, in the order in which it was said: only turns this person may have spoken, and of those only what may be
 * quoted under this person's label. A quote in the words of `quotes.csv` goes before the coding it was made from.
 */
export function ownPassages(making: Making, item: MemberItem, respondent: string): OwnPassages {
  const { study } = making
  const rows = rowPieces(study, item, respondent)
  const codings = largest(codingPieces(study, item, respondent))
  const worded = rows.filter(one => one.quote?.text !== null)
  const plain = rows.filter(one => one.quote?.text === null && !codings.some(other => covers(other, one)))
  const pieces = [...worded, ...plain, ...codings.filter(one => !worded.some(row => overlap(row, one)))]
  const order = new Map(study.transcripts.map((one, i) => [one.id, i]))
  const place = ({ transcript, spans }: Piece) => [order.get(transcript.id)!, spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0] as const
  const key = ({ quote }: Piece) => quote?.id ?? ''
  const sorted = pieces.sort((a, b) => {
    const [one, other] = [place(a), place(b)]
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || (key(a) < key(b) ? -1 : 1)
  })
  const shown = sorted.flatMap(piece => shownPiece(making, piece) ?? [])
  const distinct = new Map(shown.map(one => [one.printed.words, one]))
  return { shown: [...distinct.values()], held: sorted.length - shown.length }
}

/** Quotes of an item that were chosen by hand, as far as every word of them may be this person's. */
function rowPieces(study: Study, item: MemberItem, respondent: string): readonly Piece[] {
  return study.quotes.flatMap((quote): readonly Piece[] => {
    const about = item.kind === 'theme' ? quote.themes.includes(item.theme.id) : quote.configurations.includes(item.configuration.id)
    const transcript = study.transcripts.find(one => one.id === quote.transcript)
    if (!about || transcript === undefined) return []
    const { spans } = quote
    const speakers = spans.length === 0 ? [membersOf(transcript)] : spans.flatMap(span => speakersPerTurn(transcript, span))
    if (speakers.length === 0 || !speakers.every(one => one.includes(respondent))) return []
    const isShared = speakers.some(one => one.length > 1)
    // Without its place nothing says which of those who spoke together it is of.
    return spans.length === 0 && isShared ? [] : [{ transcript, spans, isShared, stance: null, quote }]
  })
}

/** Who may have said each turn of a span; nobody, where a question was asked. */
function speakersPerTurn(transcript: Transcript, span: Span): readonly (readonly string[])[] {
  return turnsOf(span, transcript.turns).map(turn => speakersAt(transcript, turn) ?? [])
}

/** Of each coding the turns that this person may have spoken. */
function codingPieces(study: Study, item: MemberItem, respondent: string): readonly Piece[] {
  return saidBehind(study, item).flatMap(({ coding, speakers }): readonly Piece[] => {
    const transcript = study.transcripts.find(one => one.id === coding.transcript)
    if (transcript === undefined || !speakers.includes(respondent)) return []
    const mine = answersIn(transcript, coding)
      .map(span => ({ span, who: speakersAt(transcript, span) ?? [] }))
      .filter(({ span, who }) => who.includes(respondent) && transcript.text.slice(span.start, span.end).trim() !== '')
    const stance = stanceOf(coding)
    if (mine.length === 0) return []
    return [
      {
        transcript,
        spans: mine.map(one => one.span),
        isShared: mine.some(one => one.who.length > 1),
        stance: stance === 'supports' ? null : stance,
        quote: null,
      },
    ]
  })
}

/** Of passages that hold one another only the longest. */
function largest(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((one, i) => !pieces.some((other, j) => i !== j && covers(other, one) && (!covers(one, other) || j < i)))
}

function covers(outer: Piece, inner: Piece): boolean {
  if (outer.transcript !== inner.transcript || inner.spans.length === 0) return false
  return inner.spans.every(one => outer.spans.some(span => span.start <= one.start && one.end <= span.end))
}

function overlap(a: Pick<Piece, 'transcript' | 'spans'>, b: Pick<Piece, 'transcript' | 'spans'>): boolean {
  return a.transcript === b.transcript && touch(a.spans, b.spans)
}

const touch = (a: readonly Span[], b: readonly Span[]) => a.some(one => b.some(other => one.start < other.end && other.start < one.end))

/** A passage as it is printed; null when it may not be. */
function shownPiece({ study, language }: Making, piece: Piece): OwnPassage | null {
  const { transcript, spans, isShared, stance, quote } = piece
  if (!mayBeShown(study, piece)) return null
  if (quote !== null) {
    const printed = printRow(study, language, quote)
    return printed.form === 'gap' ? null : { printed, isShared }
  }
  const printed = {
    words: wordsAt(transcript, spans),
    form: 'verbatim',
    isFixed: false,
    translation: null,
    label: '',
    group: null,
    stance,
  } as const
  return { printed, isShared }
}

/**
 * Consent, approval, and how the speaker is to be named hold on a sheet as they do in a report. In a safe study what may not be quoted is a
 * gap already; in any other it is looked for here, since a sheet is made to be handed over.
 */
function mayBeShown(study: Study, { transcript, spans, quote }: Piece): boolean {
  if (audienceOf(study) === 'public') {
    const attribution = mostGuarded(attributionAt(study, transcript.id, spans), quote?.attribution ?? null)
    if (attribution !== null && attribution !== 'number' && attribution !== 'pseudonym') return false
    return quote !== null || !isWithheld(transcript, spans)
  }
  if (quote !== null) return isCleared(quote) && !quoteConflicts(study).some(one => one.quote === quote)
  return !touch(withheldIn(study, transcript), spans)
}
