import type { Language } from '../language/index.js'
import type { Span, Transcript, Turn } from '../study/index.js'
import { gapText, type Withheld } from './consent.js'
import type { Found, NameFinder } from './findNames.js'
import { replacementFor } from './replacements.js'

/** A stretch of the original text and what it became. `whole`: replaced as one, so a place inside it has no finer place. */
export interface Segment {
  readonly from: Span
  readonly to: Span
  readonly whole: boolean
}

/** A transcript as it may be shown, and how its places follow from those of the original. Secret: the places tell of the names. */
export interface SafeTranscript {
  readonly text: string
  readonly turns: readonly Turn[]
  /** The gaps in the safe text: what may not be printed. */
  readonly withheld: readonly Span[]
  /** The same as places in the original. */
  readonly gaps: readonly Span[]
  readonly segments: readonly Segment[]
  /** The replacements made, as places in the original. */
  readonly found: readonly Found[]
}

/** What making a transcript safe needs to know. */
export interface SafeTranscriptOptions {
  readonly finder: NameFinder
  readonly labels: readonly string[]
  readonly language: Language
  readonly withheld: readonly Withheld[]
  /** What the reader sees for the people of a turn. */
  readonly speaker: (turn: Turn) => string
}

/**
 * Makes a transcript anew from its turns: labels for speaker marks, replacements for names, gaps for what may not be
 * printed. What stands outside the turns (title lines, dates, time stamps) is not carried.
 */
export function safeTranscript(transcript: Transcript, options: SafeTranscriptOptions): SafeTranscript {
  const { finder, withheld, speaker } = options
  const found = finder.find(transcript.text, transcript.id)
  const parts = { text: '', segments: [] as Segment[], turns: [] as Turn[], gaps: [] as Span[], used: [] as Found[] }
  for (const turn of transcript.turns) {
    const label = speaker(turn)
    parts.text += label === '' ? '' : `${label}: `
    const start = parts.text.length
    for (const piece of piecesOf(turn, found, withheld)) addPiece(parts, piece, transcript.text, options)
    parts.turns.push({ ...turn, speaker: label === '' ? null : label, start, end: parts.text.length, at: null })
    parts.text += '\n'
  }
  return { text: parts.text, turns: parts.turns, withheld: parts.gaps, gaps: withheld, segments: parts.segments, found: parts.used }
}

interface Parts {
  text: string
  readonly segments: Segment[]
  readonly gaps: Span[]
  readonly used: Found[]
}

type Piece = Span & { readonly name?: Found; readonly gap?: Withheld }

/** Cuts a turn into what is copied, what is replaced and what is left out. A gap swallows the names in it. */
function piecesOf(turn: Turn, found: readonly Found[], withheld: readonly Withheld[]): Piece[] {
  const gaps = withheld.filter(gap => gap.start < turn.end && gap.end > turn.start)
  const names = within(found, turn).filter(name => !gaps.some(gap => name.start < gap.end && gap.start < name.end))
  const marked: Piece[] = [
    ...names.map(name => ({ start: name.start, end: name.end, name })),
    ...widened(gaps, found).map(gap => ({ ...gap, gap })),
  ]
  marked.sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = turn.start
  for (const piece of marked) {
    const start = Math.max(piece.start, at)
    const end = Math.min(piece.end, turn.end)
    if (start >= end) continue
    if (at < start) pieces.push({ start: at, end: start })
    pieces.push({ ...piece, start, end })
    at = end
  }
  if (at < turn.end) pieces.push({ start: at, end: turn.end })
  return pieces
}

// A gap that begins or ends inside a name takes the whole name with it.
function widened(gaps: readonly Withheld[], found: readonly Found[]): Withheld[] {
  return gaps.map(gap => {
    const touched = within(found, gap)
    return { ...gap, start: Math.min(gap.start, touched[0]?.start ?? gap.start), end: Math.max(gap.end, touched.at(-1)?.end ?? gap.end) }
  })
}

/** The names that touch a stretch; they are in order, so a binary search finds where to begin. */
function within(found: readonly Found[], stretch: Span): readonly Found[] {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (found[middle]!.end <= stretch.start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < found.length && found[end]!.start < stretch.end) end++
  return found.slice(low, end)
}

function addPiece(parts: Parts, piece: Piece, original: string, { labels, language }: SafeTranscriptOptions): void {
  const start = parts.text.length
  if (piece.gap !== undefined) parts.text += gapText(language, piece.gap.why)
  else if (piece.name !== undefined) parts.text += replacementFor(piece.name, original, { labels, language })
  else parts.text += original.slice(piece.start, piece.end)
  const to = { start, end: parts.text.length }
  if (piece.gap !== undefined) parts.gaps.push(to)
  if (piece.name !== undefined) parts.used.push(piece.name)
  parts.segments.push({ from: { start: piece.start, end: piece.end }, to, whole: piece.gap !== undefined || piece.name !== undefined })
}

/**
 * Where a span of the original stands in the safe text: words that were replaced are taken whole, what was not carried
 * is left out.
 *
 * @returns null when nothing of the span was carried
 */
export function safeSpan(segments: readonly Segment[], span: Span): Span | null {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (segments[middle]!.from.end <= span.start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last + 1 < segments.length && segments[last + 1]!.from.start < span.end) last++
  const from = segments[low]
  const to = segments[last]
  if (from === undefined || to === undefined || from.from.start >= span.end) return null
  const start = from.whole ? from.to.start : from.to.start + Math.max(0, span.start - from.from.start)
  const end = to.whole ? to.to.end : to.to.start + Math.min(span.end, to.from.end) - to.from.start
  return start < end ? { start, end } : null
}
