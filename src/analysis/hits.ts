import type { Span } from '../study/index.js'
import { type Found, type Occurrence, weightOf } from './occurrences.js'
import type { TextIndex } from './textIndex.js'

/** A run of passages of one turn that answers a search. */
export interface Hit extends Span {
  readonly turn: number | null
  /** How many words it has. */
  readonly length: number
  /** Per term how much it stands here: a word 1, part of a longer one less. */
  readonly amounts: readonly number[]
  /** The words of the text that answer, as places in the text and how. */
  readonly matched: readonly (Span & { readonly found: Found })[]
}

interface Range {
  readonly first: number
  last: number
  readonly inside: (Occurrence & { readonly term: number })[]
}

/** The passages in which any of the terms stands; two passages when a phrase runs over their border. */
export function anyTerm(index: TextIndex, occurrences: readonly (readonly Occurrence[])[]): readonly Hit[] {
  const ranges = new Map<number, Range>()
  for (const one of inOrder(occurrences)) {
    const first = index.passageOf[one.at]!
    const last = index.passageOf[one.at + one.length - 1]!
    const range = ranges.get(first) ?? { first, last, inside: [] }
    range.last = Math.max(range.last, last)
    range.inside.push(one)
    ranges.set(first, range)
  }
  return [...ranges.values()].map(range => hitOf(index, range, occurrences.length))
}

/**
 * The passages in which all terms stand within so many words of one turn: at each word asked for the shortest stretch that ends there and
 * holds them all, widened to the passages it stands in, joined where these overlap.
 *
 * @param near how many words the stretch may count, the first and the last included
 */
export function allNear(index: TextIndex, occurrences: readonly (readonly Occurrence[])[], near: number): readonly Hit[] {
  const all = inOrder(occurrences)
  const turnOf = (at: number) => index.passages[index.passageOf[at]!]!.turn
  const ranges: Range[] = []
  const last = occurrences.map(() => -1)
  for (const [i, one] of all.entries()) {
    last[one.term] = i
    if (last.includes(-1)) continue
    const from = Math.min(...last)
    const start = all[from]!.at
    if (one.at - start >= near || turnOf(start) !== turnOf(one.at)) continue
    const stretch = all.slice(from, i + 1)
    const end = Math.max(...stretch.map(part => part.at + part.length))
    if (end - start > near) continue
    const range = { first: index.passageOf[start]!, last: index.passageOf[end - 1]!, inside: stretch }
    const before = ranges.at(-1)
    if (before === undefined || before.last < range.first) ranges.push(range)
    else {
      before.last = Math.max(before.last, range.last)
      before.inside.push(...stretch.filter(part => !before.inside.includes(part)))
    }
  }
  return ranges.map(range => hitOf(index, range, occurrences.length))
}

/** All of them by their place in the text. */
function inOrder(occurrences: readonly (readonly Occurrence[])[]): readonly (Occurrence & { readonly term: number })[] {
  return occurrences.flatMap((places, term) => places.map(one => ({ ...one, term }))).sort((a, b) => a.at - b.at || a.term - b.term)
}

function hitOf(index: TextIndex, { first, last, inside }: Range, terms: number): Hit {
  const { start, from, turn } = index.passages[first]!
  const { end, to } = index.passages[last]!
  const amounts = new Array<number>(terms).fill(0)
  for (const { term, found } of inside) amounts[term]! += weightOf[found]
  const matched = inside.map(({ at, length, found }) => ({ start: index.starts[at]!, end: index.ends[at + length - 1]!, found }))
  return { start, end, turn, length: to - from, amounts, matched }
}
