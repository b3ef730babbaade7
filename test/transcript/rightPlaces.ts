import type { Span } from '../../src/study/index.js'
import { foldText } from '../../src/transcript/foldText.js'
import type { CarriedSpan } from '../../src/transcript/index.js'
import { type WordTokens, wordTokens } from '../../src/transcript/wordTokens.js'
import { type Edited, wordsFrom } from './randomEdits.js'

/** Two texts, word by word, and which words of the one really became which of the other. */
export interface Known {
  readonly before: Words
  readonly after: Words
  /** Per word before its place after; -1 when it is gone. */
  readonly now: readonly number[]
}

interface Row {
  readonly from: number
  readonly to: number
}

interface Words {
  readonly text: string
  readonly words: readonly string[]
  readonly places: readonly Span[]
}

export function knownOf(text: string, edited: Edited): Known {
  const [before, after] = [wordsOf(text), wordsOf(edited.text)]
  const now = new Array<number>(before.words.length).fill(-1)
  wordsFrom(before.places, after.places, edited).forEach((from, at) => {
    if (from >= 0) now[from] = at
  })
  return { before, after, now }
}

function wordsOf(text: string): Words {
  const [{ starts, ends }] = wordTokens(text) as [WordTokens]
  const places = Array.from(starts, (start, nth) => ({ start, end: ends[nth]! }))
  return { text, places, words: places.map(({ start, end }) => foldText(text.slice(start, end)).text) }
}

/**
 * `as right`: what the texts alone cannot tell from what really happened. `may be lost`: it stands, but nothing in the
 * texts tells that it is the same.
 */
export type Verdict = 'right' | 'missed' | 'other words' | 'jumped' | 'as right' | 'may be lost'

/** What became of a fragment, beside what really became of its words. */
export function judge(span: Span, to: CarriedSpan, known: Known): { verdict: Verdict; stands: boolean } {
  const { before, after, now } = known
  const own = nthsIn(before.places, span)
  if (own.length === 0) return { verdict: 'right', stands: false }
  const first = now[own[0]!]!
  const stands = first >= 0 && own.every((nth, i) => now[nth] === first + i)
  if (to.kind !== 'stands') return { verdict: !stands ? 'right' : isTold(known, own, first) ? 'missed' : 'may be lost', stands }
  const there = nthsIn(after.places, to)
  if (there.length !== own.length || own.some((nth, i) => before.words[nth] !== after.words[there[i]!]))
    return { verdict: 'other words', stands }
  if (stands && there[0] === first) return { verdict: 'right', stands }
  return { verdict: isAsRight(known, own, there[0]!, stands ? first : -1) ? 'as right' : 'jumped', stands }
}

/**
 * The same words in another place than where they went are right only there where the texts tell of no difference: in one
 * row with words that stayed (one of "ja ja" less), in a row that stands once in both texts (cut out and typed in elsewhere
 * is what a move looks like), or in one of two copies that has as many of the words around it, or eight.
 */
function isAsRight(known: Known, own: readonly number[], at: number, first: number): boolean {
  const shift = at - own[0]!
  const row = rowOf(known, own[0]!, at)
  for (let i = row.from; i < row.to; i++) if (known.now[i] === i + shift) return true
  if (isPasted(known, own, row)) return true
  if (first < 0) return false
  const real = rowOf(known, own[0]!, first)
  return row.to - row.from >= Math.min(8, real.to - real.from)
}

/** Two words and more that stand once in both texts, or words in a row of four and more that does. */
const isPasted = (known: Known, own: readonly number[], row: Row) =>
  (own.length > 1 && isOnce(known, own[0]!, own.at(-1)! + 1)) || (row.to - row.from >= 4 && isOnce(known, row.from, row.to))

/** Whether the texts tell that a fragment stands: by a row of four words in its order, or by one that stands once in both. */
function isTold(known: Known, own: readonly number[], first: number): boolean {
  const row = rowOf(known, own[0]!, first)
  return (row.to - row.from >= 4 && !isMoved(known, row, first - own[0]!)) || isPasted(known, own, row)
}

/** Whether more words that stand came to stand on the other side of a row than it has itself. */
function isMoved({ now }: Known, { from, to }: Row, shift: number): boolean {
  const crossing = now.filter((at, i) => at >= 0 && ((i < from && at >= to + shift) || (i >= to && at < from + shift)))
  return crossing.length > to - from
}

function isOnce({ before, after }: Known, from: number, to: number): boolean {
  const row = before.words.slice(from, to)
  return [before.words, after.words].every(words => {
    let found = 0
    for (let at = words.indexOf(row[0]!); at >= 0; at = words.indexOf(row[0]!, at + 1))
      if (row.every((one, i) => words[at + i] === one)) found++
    return found === 1
  })
}

/** The row of words, the same in both texts, around two words that are the same. */
function rowOf({ before, after }: Known, i: number, j: number): Row {
  let from = i
  let to = i
  const shift = j - i
  while (from > 0 && from + shift > 0 && before.words[from - 1] === after.words[from - 1 + shift]) from--
  while (to < before.words.length && to + shift < after.words.length && before.words[to] === after.words[to + shift]) to++
  return { from, to }
}

const nthsIn = (places: readonly Span[], { start, end }: Span) =>
  places.flatMap((place, nth) => (place.start < end && start < place.end ? [nth] : []))
