import type { Coding } from '../../study/index.js'
import { type CodingColumns, wordColumns } from './codingColumns.js'
import type { Nearness, QueryRelation, Reach } from './query.js'
import { turnColumns } from './textColumns.js'

/** Which codings of a transcript are meant: 1 for those that are. */
export type Mask = Uint8Array

/**
 * A relation as numbers, so that all of them are looked up alike: coding `b` stands in it to `a` when `key(b) <= reach(a)` and
 * `value(b) >= need(a)`. Keys go up in the order in which codings are gone through.
 */
interface Bounds {
  readonly order: 'start' | 'start, last first' | 'end'
  readonly key: (b: number) => number
  readonly value: (b: number) => number
  readonly reach: (a: number) => number
  readonly need: (a: number) => number
  /** Codings that stand in no turn are near nothing by turns. */
  readonly takes?: (coding: number) => boolean
}

/** A relation between codings that share something: what they share, as a number, or -1 for nothing. */
interface Sharing {
  readonly shared: (coding: number) => number
}

/** A relation, whatever codings it is to. */
export type RelationKind = { readonly kind: QueryRelation['kind']; readonly within?: Nearness }

/** Which of `wanted` stand in a relation to one of `others`, but for themselves. Masks are per transcript, as the columns are. */
export function related(
  all: readonly CodingColumns[],
  wanted: readonly Mask[],
  others: readonly Mask[],
  relation: RelationKind,
): readonly Mask[] {
  if (isByAccount(relation)) return sharingAccounts(all, wanted, others)
  return all.map((columns, i) => {
    const lookUp = lookUpFor(columns, relation)
    return 'shared' in lookUp ? sharing(wanted[i]!, others[i]!, lookUp) : bounded(columns, wanted[i]!, others[i]!, lookUp)
  })
}

/** Every pair of one of `wanted` and one of `others` in a relation, in the order of the text, one at a time. */
export function* pairsIn(
  all: readonly CodingColumns[],
  wanted: readonly Mask[],
  others: readonly Mask[],
  relation: RelationKind,
): Generator<readonly [Coding, Coding]> {
  const byAccount = isByAccount(relation) ? codingsByAccount(all, others) : null
  for (const [i, columns] of all.entries()) {
    const { codings } = columns
    const find = byAccount === null ? finderIn(columns, others[i]!, relation) : null
    for (const [a, coding] of codings.entries()) {
      if (wanted[i]![a] === 0) continue
      const found = find === null ? (byAccount?.get(coding.account ?? '') ?? []) : find(a).map(b => codings[b]!)
      for (const other of found) if (other !== coding) yield [coding, other]
    }
  }
}

function finderIn(columns: CodingColumns, others: Mask, relation: RelationKind): (a: number) => number[] {
  const lookUp = lookUpFor(columns, relation)
  const find = 'shared' in lookUp ? sharersIn(others, lookUp) : withinBounds(columns, others, lookUp)
  return a => find(a).sort((x, y) => x - y)
}

function isByAccount(relation: RelationKind): boolean {
  return relation.kind === 'near' && relation.within === 'account'
}

/** An account may run over several transcripts of its source. */
function codingsByAccount(all: readonly CodingColumns[], others: readonly Mask[]): ReadonlyMap<string, readonly Coding[]> {
  const accounts = new Map<string, Coding[]>()
  for (const [i, { codings }] of all.entries()) {
    for (const [b, coding] of codings.entries()) {
      if (others[i]![b] === 0 || coding.account === null) continue
      const account = accounts.get(coding.account)
      if (account === undefined) accounts.set(coding.account, [coding])
      else account.push(coding)
    }
  }
  return accounts
}

function sharingAccounts(all: readonly CodingColumns[], wanted: readonly Mask[], others: readonly Mask[]): readonly Mask[] {
  const accounts = codingsByAccount(all, others)
  return all.map(({ codings }, i) =>
    wanted[i]!.map((is, a) => {
      const { account } = codings[a]!
      return is === 1 && account !== null && (accounts.get(account)?.length ?? 0) > others[i]![a]! ? 1 : 0
    }),
  )
}

function lookUpFor(columns: CodingColumns, relation: RelationKind): Bounds | Sharing {
  const { start, end } = columns
  if (relation.kind === 'inside')
    return { order: 'start', key: b => start[b]!, value: b => end[b]!, reach: a => start[a]!, need: a => end[a]! }
  if (relation.kind === 'around')
    return { order: 'start, last first', key: b => -start[b]!, value: b => -end[b]!, reach: a => -start[a]!, need: a => -end[a]! }
  const { within = 'overlap' } = relation
  if (within === 'fragment' || within === 'account') return { shared: fragmentNumbers(columns) }
  if (within === 'overlap')
    return { order: 'start', key: b => start[b]!, value: b => end[b]!, reach: a => end[a]! - 1, need: a => start[a]! + 1 }
  const { low, high, slack, takes } = distance(columns, within)
  if (relation.kind === 'near')
    return { order: 'start', key: low, value: high, reach: a => high(a) + slack, need: a => low(a) - slack, takes }
  if (relation.kind === 'followedBy')
    return {
      order: 'start, last first',
      key: b => -start[b]!,
      value: b => -low(b),
      reach: a => -end[a]!,
      need: a => -(high(a) + slack),
      takes,
    }
  return { order: 'end', key: b => end[b]!, value: high, reach: a => start[a]!, need: a => low(a) - slack, takes }
}

/**
 * How far apart codings are, on a scale on which each reaches from `low` to `high`: within reach means at most `slack` between them.
 * Both go up with the place in the text.
 */
export function distance(columns: CodingColumns, within: Reach) {
  const { first, last } = columns
  const takes = (coding: number) => first[coding]! <= last[coding]!
  if (within === 'transcript') return { low: () => 0, high: () => 0, slack: 0, takes: () => true }
  if (within === 'turn') return { low: (i: number) => first[i]!, high: (i: number) => last[i]!, slack: 0, takes }
  if (typeof within === 'object' && 'words' in within) {
    const { before, until } = wordColumns(columns)
    return { low: (i: number) => before[i]!, high: (i: number) => until[i]!, slack: within.words, takes: () => true }
  }
  const { answersBefore } = turnColumns(columns.transcript)
  const turns = within === 'next turn' ? 1 : within.turns
  // No step on means a turn in common, also one in which only questions were asked.
  if (turns === 0) return { low: (i: number) => first[i]!, high: (i: number) => last[i]!, slack: 0, takes }
  return { low: (i: number) => answersBefore[first[i]!]!, high: (i: number) => answersBefore[last[i]! + 1]!, slack: turns - 1, takes }
}

function bounded({ codings, end }: CodingColumns, wanted: Mask, others: Mask, { order, key, value, reach, need, takes }: Bounds): Mask {
  const inOrder = orderOf(end, others, order, takes)
  const keys = eachOf(inOrder, key)
  // The highest value so far and whose it is, and the highest of any other: a coding does not stand near itself.
  const best = new Float64Array(inOrder.length)
  const owner = new Int32Array(inOrder.length)
  const second = new Float64Array(inOrder.length)
  let [top, of, next] = [Number.NEGATIVE_INFINITY, -1, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < inOrder.length; i++) {
    const height = value(inOrder[i]!)
    if (height > top) [top, of, next] = [height, inOrder[i]!, top]
    else if (height > next) next = height
    best[i] = top
    owner[i] = of
    second[i] = next
  }
  const found = new Uint8Array(codings.length)
  for (let a = 0; a < found.length; a++) {
    if (wanted[a] === 0 || (takes !== undefined && !takes(a))) continue
    const last = countUpTo(keys, reach(a)) - 1
    if (last >= 0 && (owner[last] === a ? second : best)[last]! >= need(a)) found[a] = 1
  }
  return found
}

/** Finds all that stand in a relation, in time that goes with how many there are: parts of a tree that reach too low are passed by. */
function withinBounds({ end }: CodingColumns, others: Mask, { order, key, value, reach, need, takes }: Bounds): (a: number) => number[] {
  const inOrder = orderOf(end, others, order, takes)
  const keys = eachOf(inOrder, key)
  const count = inOrder.length
  const tree = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) tree[count + i] = value(inOrder[i]!)
  for (let i = count - 1; i > 0; i--) tree[i] = Math.max(tree[2 * i]!, tree[2 * i + 1]!)
  return a => {
    if (takes !== undefined && !takes(a)) return []
    const least = need(a)
    const found: number[] = []
    const open: number[] = []
    for (let from = count, to = count + countUpTo(keys, reach(a)); from < to; from >>= 1, to >>= 1) {
      if (from & 1) open.push(from++)
      if (to & 1) open.push(--to)
    }
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (tree[node]! < least) continue
      if (node >= count) found.push(inOrder[node - count]!)
      else open.push(2 * node, 2 * node + 1)
    }
    return found
  }
}

function orderOf(end: Int32Array, others: Mask, order: Bounds['order'], takes: Bounds['takes']): Int32Array {
  const chosen = new Int32Array(others.length)
  let count = 0
  for (let i = 0; i < others.length; i++) if (others[i] === 1 && (takes === undefined || takes(i))) chosen[count++] = i
  const inOrder = chosen.subarray(0, count)
  if (order === 'start, last first') return inOrder.reverse()
  if (order === 'start') return inOrder
  // Ends first, so that numbers can be sorted as numbers.
  const size = others.length
  const sorted = eachOf(inOrder, i => end[i]! * size + i).sort()
  return inOrder.map((_, i) => sorted[i]! % size)
}

/** A number for each. A plain loop takes a fraction of the time of `from`. */
function eachOf(codings: Int32Array, number: (coding: number) => number): Float64Array {
  const numbers = new Float64Array(codings.length)
  for (let i = 0; i < codings.length; i++) numbers[i] = number(codings[i]!)
  return numbers
}

/** How many numbers of an ordered list are at most a number. */
function countUpTo(sorted: Float64Array, most: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= most) low = middle + 1
    else high = middle
  }
  return low
}

function sharing(wanted: Mask, others: Mask, { shared }: Sharing): Mask {
  const counts = new Map<number, number>()
  for (let i = 0; i < others.length; i++) {
    const what = others[i] === 1 ? shared(i) : -1
    if (what >= 0) counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return wanted.map((is, a) => (is === 1 && (counts.get(shared(a)) ?? 0) > others[a]! ? 1 : 0))
}

function sharersIn(others: Mask, { shared }: Sharing): (a: number) => number[] {
  const groups = new Map<number, number[]>()
  for (let i = 0; i < others.length; i++) {
    const what = others[i] === 1 ? shared(i) : -1
    if (what < 0) continue
    const group = groups.get(what)
    if (group === undefined) groups.set(what, [i])
    else group.push(i)
  }
  return a => [...(groups.get(shared(a)) ?? [])]
}

function fragmentNumbers({ start, end, transcript }: CodingColumns): (coding: number) => number {
  const length = transcript.text.length + 1
  return i => start[i]! * length + end[i]!
}
