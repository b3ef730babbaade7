import type { Span } from '../study/model.js'

/** The words of a text, numbered, with the places of every three in a row. */
export interface RunIndex {
  readonly ids: ReadonlyMap<string, number>
  /** Per word of the text: its number. */
  readonly words: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Per three words: the last place where they stand. */
  readonly last: ReadonlyMap<string, number>
  /** Per place: the place before it with the same three words, -1 when there is none. */
  readonly before: Int32Array
}

/** How many places of one run of three words are looked at: "ik denk dat" stands everywhere and tells nothing. */
const mostPlaces = 300

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** Numbers the words of a text and notes where every three in a row stand. */
export function indexRuns(text: string): RunIndex {
  const ids = new Map<string, number>()
  const words: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(wordPattern)) {
    const word = foldWord(match[0])
    const id = ids.get(word) ?? ids.size
    ids.set(word, id)
    words.push(id)
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  const last = new Map<string, number>()
  const before = new Int32Array(words.length).fill(-1)
  for (let at = 0; at + 2 < words.length; at++) {
    const key = runKey(words, at)
    before[at] = last.get(key) ?? -1
    last.set(key, at)
  }
  return { ids, words: Int32Array.from(words), starts: Int32Array.from(starts), ends: Int32Array.from(ends), last, before }
}

/**
 * Finds the passage that shares most words in a row with a quote: at least three, whatever their case, accents and punctuation.
 *
 * @returns where the shared words stand, or null when no three words in a row are shared
 */
export function nearestPassage(index: RunIndex, quote: string): Span | null {
  const wanted = Array.from(quote.matchAll(wordPattern), match => index.ids.get(foldWord(match[0])) ?? -1)
  let best = { length: 0, at: 0 }
  for (let from = 0; from + 2 < wanted.length; from++) {
    // What is left of the quote cannot be longer than the best.
    if (wanted.length - from <= best.length) break
    let at = index.last.get(runKey(wanted, from)) ?? -1
    for (let seen = 0; at !== -1 && seen < mostPlaces; seen++) {
      const length = sharedRun(index.words, at, wanted, from)
      if (length >= best.length) best = { length, at }
      at = index.before[at]!
    }
  }
  return best.length === 0 ? null : { start: index.starts[best.at]!, end: index.ends[best.at + best.length - 1]! }
}

function sharedRun(words: Int32Array, at: number, wanted: readonly number[], from: number): number {
  let length = 0
  while (from + length < wanted.length && wanted[from + length] !== -1 && words[at + length] === wanted[from + length]) length++
  return length
}

function runKey(words: ArrayLike<number>, at: number): string {
  return `${words[at]} ${words[at + 1]} ${words[at + 2]}`
}

function foldWord(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
