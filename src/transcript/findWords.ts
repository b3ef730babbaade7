import type { Span, Turn } from '../study/model.js'
import type { FoldedText } from './foldText.js'
import { type IndexedText, indexText } from './indexText.js'
import { nearestPassage } from './nearestPassage.js'
import { pieceReadings } from './pieceReadings.js'
import { type Piece, quoteReadings } from './quotePieces.js'
import { isWordBorder } from './wordBorder.js'

export interface FindOptions {
  /** The turns of the transcript: pieces of a quote may stand any distance apart within one turn. */
  readonly turns?: readonly Turn[]
  /** Where the words were before the text was edited: of several places the nearest is taken. UTF-16 code units. */
  readonly near?: number
}

/** Where the words of a quote stand. */
export type FoundWords =
  | {
      readonly kind: 'one'
      readonly start: number
      readonly end: number
      /** One per piece of the quote between omissions. */
      readonly spans: readonly Span[]
    }
  | {
      readonly kind: 'several'
      /** At most fifty. */
      readonly places: readonly Span[]
    }
  | {
      readonly kind: 'none'
      /** The passage that shares most words in a row, when it shares three. */
      readonly nearest: Span | null
    }

const mostPlaces = 50

/**
 * Finds where the words of a quote stand in a text, never inside a word.
 *
 * The words exactly as they stand win; else white space, line ends, quotation marks, apostrophes and dashes may differ; else `…`, `...` and
 * `[...]` leave words out and `[insertions]` are ignored (`[T]oen` is `toen`), where pieces follow each other within one turn or within 2,000
 * characters. Capitals and letters never differ. A quote that can be read in more than one way is `several`.
 *
 * @param text the text, or the text made ready with `indexText` when many quotes are looked for
 * @param words the words of the quote
 * @example
 * findWords('Toen kwam de norm, en wij ook.', 'Toen … en wij')
 * //=> { kind: 'one', start: 0, end: 25, spans: [{ start: 0, end: 4 }, { start: 19, end: 25 }] }
 */
export function findWords(text: string | IndexedText, words: string, options: FindOptions = {}): FoundWords {
  const indexed = typeof text === 'string' ? indexText(text) : text
  return placeWords(indexed, words, options) ?? { kind: 'none', nearest: nearestPassage(indexed.runs(), words) }
}

/** The same, without looking for the nearest passage: null when the words do not stand there. */
export function placeWords(
  indexed: IndexedText,
  words: string,
  options: FindOptions = {},
): Exclude<FoundWords, { readonly kind: 'none' }> | null {
  for (const lineHyphen of indexed.foldings) {
    const folded = indexed.folded(lineHyphen)
    for (const [i, pieces] of quoteReadings(words, lineHyphen).entries()) {
      const places = pieces.map(piece => placesOf(folded, piece))
      if (places.some(spans => spans.length === 0)) continue
      const exact = i === 0 ? places[0]!.filter(span => indexed.text.slice(span.start, span.end) === words.trim()) : []
      const readings = pieceReadings(exact.length > 0 ? [exact] : places, options.turns ?? [], limitOf(options))
      if (readings.length > 0) return chosen(readings, options.near)
    }
  }
  return null
}

/** With a place to be near to, the nearest may be any of them. */
function limitOf({ near }: FindOptions): number {
  return near === undefined ? mostPlaces : 10_000
}

function chosen(readings: readonly (readonly Span[])[], near: number | undefined): Exclude<FoundWords, { readonly kind: 'none' }> {
  if (readings.length === 1) return one(readings[0]!)
  if (near !== undefined) {
    const distance = (reading: readonly Span[]): number => Math.abs(reading[0]!.start - near)
    const nearest = readings.reduce((best, reading) => (distance(reading) < distance(best) ? reading : best))
    if (readings.filter(reading => distance(reading) === distance(nearest)).length === 1) return one(nearest)
  }
  return { kind: 'several', places: readings.slice(0, mostPlaces).map(reading => ({ start: reading[0]!.start, end: reading.at(-1)!.end })) }
}

function one(spans: readonly Span[]): Extract<FoundWords, { readonly kind: 'one' }> {
  return { kind: 'one', start: spans[0]!.start, end: spans.at(-1)!.end, spans }
}

/** Where the forms of a piece stand at word borders, in order of the text. */
function placesOf(folded: FoldedText, forms: Piece): readonly Span[] {
  const spans: Span[] = []
  for (const form of forms) {
    for (let at = folded.text.indexOf(form); at !== -1; at = folded.text.indexOf(form, at + 1)) {
      const end = at + form.length
      if (isWordBorder(folded.text, at) && isWordBorder(folded.text, end))
        spans.push({ start: folded.starts[at]!, end: folded.ends[end - 1]! })
    }
  }
  return forms.length === 1 ? spans : spans.sort((a, b) => a.start - b.start)
}
