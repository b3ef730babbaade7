import type { Span, Study, Transcript } from '../../study/index.js'
import { speakersAt } from '../../transcript/index.js'

/** Where printed words stand in a safe study, and who may have said them there. */
export interface WordsPlace {
  readonly transcript: string
  readonly spans: readonly Span[]
  /** Ids of the safe study. */
  readonly speakers: readonly string[]
}

/** Finds printed words again: as they stand in a transcript, or as a row of `quotes.csv` has them. */
export function placeFinder(safe: Study): (words: string) => readonly WordsPlace[] {
  const texts = safe.transcripts.map(one => ({ one, ...foldedSpace(one.text) }))
  const transcripts = new Map(safe.transcripts.map(one => [one.id, one]))
  const rows = new Map<string, WordsPlace[]>()
  for (const quote of safe.quotes) {
    const transcript = transcripts.get(quote.transcript ?? '')
    if (quote.text === null || transcript === undefined) continue
    const words = oneSpace(quote.text)
    rows.set(words, [...(rows.get(words) ?? []), placeOf(transcript, quote.spans)])
  }
  const known = new Map<string, readonly WordsPlace[]>()
  const find = (words: string): readonly WordsPlace[] => {
    const own = rows.get(words)
    const pieces = words.split(' … ').filter(piece => piece !== '')
    const said = texts.flatMap(({ one, text, offsets }) => {
      const spans = pieces.map(piece => spansIn(text, offsets, piece))
      return spans.length > 0 && spans.every(found => found.length > 0) ? [placeOf(one, spans.flat())] : []
    })
    return [...(own ?? []), ...said]
  }
  return words => {
    const clean = oneSpace(words)
    const cached = known.get(clean)
    if (cached !== undefined) return cached
    const found = clean === '' ? [] : find(clean)
    known.set(clean, found)
    return found
  }
}

function placeOf(transcript: Transcript, spans: readonly Span[]): WordsPlace {
  const speakers = spans.length === 0 ? transcript.respondents : spans.flatMap(span => speakersAt(transcript, span) ?? [])
  return { transcript: transcript.id, spans, speakers: [...new Set(speakers)].sort() }
}

function oneSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** A text with single spaces, and where each of its characters stood. */
function foldedSpace(original: string): { readonly text: string; readonly offsets: Int32Array } {
  const offsets = new Int32Array(original.length + 1)
  let text = ''
  let length = 0
  const parts = original.split(/(\s+)/u)
  let at = 0
  for (const [i, part] of parts.entries()) {
    const kept = i % 2 === 1 ? ' ' : part
    for (let j = 0; j < kept.length; j++) offsets[length++] = at + j
    text += kept
    at += part.length
  }
  offsets[length] = original.length
  return { text, offsets: offsets.subarray(0, length + 1) }
}

function spansIn(text: string, offsets: Int32Array, piece: string): readonly Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
    spans.push({ start: offsets[at]!, end: offsets[at + piece.length - 1]! + 1 })
  return spans
}
