import { withheldIn } from '../../analysis/index.js'
import type { Reveal, Span, Study } from '../../study/index.js'
import { answersIn, speakersAt } from '../../transcript/index.js'
import { foldedWords } from '../fold.js'
import type { GuardKnowledge } from '../guard.js'
import type { KnownPeople } from './knownPeople.js'
import type { WordsPlace } from './placesOfWords.js'

/** A row of `reveals.csv`, and where its coding stands in the safe study. */
export interface RevealAt {
  readonly row: Reveal
  /** Its place in `reveals.csv`, from 1. */
  readonly number: number
  /** Ids in the original. */
  readonly speakers: readonly string[]
  readonly transcript: string
  readonly spans: readonly Span[]
  readonly words: readonly string[]
}

/** The rows of `reveals.csv` whose coding is in the safe study. */
export function revealsIn(safe: Study, { original, ids }: GuardKnowledge, known: KnownPeople): readonly RevealAt[] {
  const codings = new Map(safe.codings.map(one => [one.id, one]))
  return original.reveals.flatMap((row, i) => {
    const coding = codings.get(ids.get('codings')?.get(row.coding ?? '') ?? '')
    const transcript = safe.transcripts.find(one => one.id === coding?.transcript)
    if (coding === undefined || transcript === undefined) return []
    // Where a gap stands nothing is printed that could give something away.
    const gaps = withheldIn(transcript)
    const spans = answersIn(transcript, coding).flatMap(span => without(span, gaps))
    if (spans.length === 0) return []
    const speakers = (speakersAt(transcript, coding) ?? []).map(known.personOf)
    const words = spans.flatMap(span => foldedWords(transcript.text.slice(span.start, span.end)))
    return [{ row, number: i + 1, speakers, transcript: coding.transcript, spans, words }]
  })
}

/** What is left of a span when others, in order, are taken out. */
function without(span: Span, others: readonly Span[]): readonly Span[] {
  let start = span.start
  const left: Span[] = []
  for (const other of others) {
    if (other.end <= start || other.start >= span.end) continue
    if (other.start > start) left.push({ start, end: other.start })
    start = Math.max(start, other.end)
  }
  return start < span.end ? [...left, { start, end: span.end }] : left
}

// As many words in a row as the guard of withheld speech takes for the same words.
const alike = 6

/** Whether the words of a coding are printed: their places meet, or where a quote was edited six of its words stand there in a row. */
export function isPrintedIn(reveal: RevealAt, words: string, places: readonly WordsPlace[]): boolean {
  const here = places.filter(place => place.transcript === reveal.transcript)
  // Words that stand there as they are printed need no guess; others may say the same six words.
  if (places.some(place => place.spans.length > 0))
    return here.some(place => place.spans.some(span => reveal.spans.some(own => own.start < span.end && span.start < own.end)))
  const text = ` ${foldedWords(words).join(' ')} `
  const length = Math.min(alike, reveal.words.length)
  if (length === 0) return false
  return reveal.words.some((_, i) => i + length <= reveal.words.length && text.includes(` ${reveal.words.slice(i, i + length).join(' ')} `))
}
