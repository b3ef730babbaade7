import type { Span } from '../study/index.js'
import { foldedWords } from './fold.js'

/** How many words in a row make a quotation: as many as withheld speech may never share with what is printed. */
export const runLength = 6

/** What stands where words were that somebody withdrew. */
export const withdrawnMark = '[withdrawn]'

/** A text with the mark in the place of stretches of it, which are in order. */
export function withMarks(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of spans) {
    result += text.slice(at, start) + withdrawnMark
    at = end
  }
  return result + text.slice(at)
}

/** The runs of words of withheld speech. */
export interface WordRuns {
  /** Whether the text holds a run of six words of withheld speech. */
  readonly has: (text: string) => boolean
  /** The stretches of a text that such runs cover, in order; those with no word between them are one. */
  readonly find: (text: string) => readonly Span[]
  readonly size: number
}

/**
 * Gathers the runs of six words of speech that may not be printed. A run that someone else said too, and may be quoted,
 * is anybody's phrase and does not count.
 */
export function wordRuns(withheld: Iterable<string>, quotable: Iterable<string>): WordRuns {
  const runs = new Set<string>()
  for (const text of withheld) for (const run of runsOf(text)) runs.add(run)
  if (runs.size > 0) for (const text of quotable) for (const run of runsOf(text)) runs.delete(run)
  return {
    size: runs.size,
    has: text => {
      if (runs.size === 0) return false
      for (const run of runsOf(text)) if (runs.has(run)) return true
      return false
    },
    find: text => (runs.size === 0 ? [] : covered(text, runs)),
  }
}

function covered(text: string, runs: ReadonlySet<string>): readonly Span[] {
  const found = [false, true].flatMap(joined => {
    const places: Span[] = []
    const words = foldedWords(text, joined, places)
    return places
      .slice(runLength - 1)
      .flatMap((last, i) => (runs.has(words.slice(i, i + runLength).join(' ')) ? [{ start: places[i]!.start, end: last.end }] : []))
  })
  const spans: Span[] = []
  for (const one of found.sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    const touches = last !== undefined && (one.start <= last.end || foldedWords(text.slice(last.end, one.start)).length === 0)
    if (touches) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, one.end) }
    else spans.push(one)
  }
  return spans
}

function* runsOf(text: string): Generator<string> {
  // Both with the parts of a word apart and together, since "co-ordinator" and "coordinator" are written as it comes.
  for (const words of [foldedWords(text, false), foldedWords(text, true)])
    for (let i = 0; i + runLength <= words.length; i++) yield words.slice(i, i + runLength).join(' ')
}
