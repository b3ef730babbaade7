import type { Problem, Span, Transcript } from '../study/index.js'
import { type FoundWords, findWords, type IndexedText, indexText, turnAt } from '../transcript/index.js'

export type Wrong = Pick<Problem, 'what' | 'hint' | 'column'>

export const isWrong = (value: object): value is Wrong => 'what' in value

/** Finds the words of codings and quotes in the texts of a study, and says in words where they are when they are not found. */
export interface Finder {
  readonly has: (transcript: string) => boolean
  readonly textOf: (transcript: string) => string
  /** Words that must stand in one place. */
  readonly findOne: (transcript: string, words: string) => Span | Wrong
  /** Words that must stand from `start` on. */
  readonly findAt: (transcript: string, words: string, start: number) => Span | Wrong
  /** Words that must be those of a place. */
  readonly confirm: (transcript: string, words: string, place: Span) => Span | Wrong
  /** The spans of words with omissions. */
  readonly findPieces: (transcript: string, words: string) => readonly Span[] | Wrong
}

export function wordFinder(transcripts: readonly Transcript[]): Finder {
  const known = new Map(transcripts.map(one => [one.id, one]))
  const indexes = new Map<string, IndexedText>()
  const search = (id: string, words: string, near?: number): FoundWords => {
    const transcript = known.get(id)!
    const index = indexes.get(id) ?? indexText(transcript.text)
    indexes.set(id, index)
    return findWords(index, words, near === undefined ? { turns: transcript.turns } : { turns: transcript.turns, near })
  }
  const finder: Finder = {
    has: id => known.has(id),
    textOf: id => known.get(id)!.text,
    findOne: (id, words) => {
      const found = search(id, words)
      return found.kind === 'one' ? { start: found.start, end: found.end } : tellNotFound(found, known.get(id)!, 'quote', 'start')
    },
    findAt: (id, words, start) => {
      const { text } = known.get(id)!
      if (text.startsWith(words, start)) return { start, end: start + words.length }
      const found = search(id, words, start)
      if (found.kind !== 'one') return tellNotFound(found, known.get(id)!, 'quote', 'start')
      if (isBetweenWords(text, start, found.start)) return { start: Math.min(start, found.start), end: found.end }
      return { what: 'these words do not begin at this start', hint: `they stand at ${placeIn(known.get(id)!, found)}`, column: 'start' }
    },
    confirm: (id, words, place) => {
      const { text } = known.get(id)!
      const said = text.slice(place.start, place.end)
      if (said === words) return place
      const here = findWords(said, withoutEdges(words))
      if (here.kind === 'one' && isBetweenWords(said, 0, here.start) && isBetweenWords(said, here.end, said.length)) return place
      const found = search(id, words, place.start)
      const hint =
        found.kind === 'one'
          ? `they stand at ${placeIn(known.get(id)!, found)}; correct start and end, or the words`
          : 'correct the words, or start and end'
      return { what: 'these words are not the words between start and end', hint, column: 'quote' }
    },
    findPieces: (id, words) => {
      const found = search(id, words)
      return found.kind === 'one' ? found.spans : tellNotFound(found, known.get(id)!, 'text', 'spans')
    },
  }
  return finder
}

/** Whether two offsets have nothing between them but signs and spaces. */
function isBetweenWords(text: string, one: number, other: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(Math.min(one, other), Math.max(one, other)))
}

/** Words without the signs around them: a full stop or quotation mark more or less is no other passage. */
function withoutEdges(words: string): string {
  const isEdge = (at: number) => edges.has(words[at] ?? '')
  let [start, end] = [0, words.length]
  while (start < end && isEdge(start)) start++
  while (end > start && isEdge(end - 1)) end--
  return words.slice(start, end)
}

const edges = new Set(' \n\t.,;:!?"\'“”„‘’‚«»')

/** `characters 20 to 38 (turn 2)`: a person finds a turn, a program characters. */
function placeIn({ turns }: Transcript, { start, end }: Span): string {
  const turn = turnAt(turns, start)
  return `characters ${start} to ${end}${turn === null ? '' : ` (turn ${turns.indexOf(turn) + 1})`}`
}

/** Says where words stand that are not in one place: places only, never the words. */
function tellNotFound(found: Exclude<FoundWords, { kind: 'one' }>, transcript: Transcript, column: string, give: string): Wrong {
  if (found.kind === 'several') {
    const first = found.places
      .slice(0, 5)
      .map(place => placeIn(transcript, place))
      .join(', ')
    const more = found.places.length > 5 ? ' and more' : ''
    return {
      what: `these words stand in the transcript ${found.places.length} times`,
      hint: `give ${give}: they stand at ${first}${more}`,
      column,
    }
  }
  const { nearest } = found
  if (nearest === null)
    return { what: 'these words are not in the transcript', hint: 'no passage comes near; see whether it is the right transcript', column }
  return {
    what: 'these words are not in the transcript',
    hint: `the nearest passage is at ${placeIn(transcript, nearest)}; copy the words from there`,
    column,
  }
}
