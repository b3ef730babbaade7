import type { Coding } from '../study/index.js'

/** The codings of one transcript, and where each stands in `study.codings`. */
export interface Shard {
  readonly codings: readonly Coding[]
  readonly positions: readonly number[]
  /** Where each begins in the text: numbers side by side are looked through many times faster than codings all over memory. */
  readonly starts: readonly number[]
}

interface Index {
  readonly shards: ReadonlyMap<string, Shard>
  /**
   * Where an id stands. Studies that grew from one another share this map: positions never move while codings are only
   * added or replaced, and a look-up that finds another coding there knows the entry belongs to another branch. Made
   * when first asked for.
   */
  positions: Map<string, number> | null
}

const indexes = new WeakMap<readonly Coding[], Index>()

/** The codings per transcript. Made once per array of codings, and handed on by a pass for what it did not touch. */
export function shardsOf(codings: readonly Coding[]): ReadonlyMap<string, Shard> {
  return indexOf(codings).shards
}

/** Where a coding stands in `study.codings`, or -1. */
export function positionOf(codings: readonly Coding[], id: string): number {
  const index = indexOf(codings)
  index.positions ??= new Map(codings.map((coding, i) => [coding.id, i]))
  const position = index.positions.get(id)
  if (position === undefined) return -1
  return codings[position]?.id === id ? position : codings.findIndex(coding => coding.id === id)
}

/**
 * Gives the codings after a pass their index from the one before: only transcripts that were touched are read again.
 *
 * @param replaced positions whose coding was replaced; codings from `before.length` on were added
 */
export function handOnIndex(before: readonly Coding[], after: readonly Coding[], replaced: Iterable<number>): void {
  const index = indexes.get(before)
  if (index === undefined) return
  const shards = new Map(index.shards)
  for (const transcript of new Set([...replaced].map(position => after[position]!.transcript))) {
    const shard = shards.get(transcript)
    if (shard !== undefined) shards.set(transcript, shardOf(shard.positions, after))
  }
  for (const [transcript, positions] of addedPositions(before.length, after)) {
    const shard = shards.get(transcript)
    const added = shardOf(positions, after)
    shards.set(transcript, shard === undefined ? added : joined(shard, added))
  }
  if (index.positions !== null) for (let i = before.length; i < after.length; i++) index.positions.set(after[i]!.id, i)
  indexes.set(after, { shards, positions: index.positions })
}

function indexOf(codings: readonly Coding[]): Index {
  const known = indexes.get(codings)
  if (known !== undefined) return known
  const shards = new Map<string, Shard>()
  for (const [transcript, positions] of addedPositions(0, codings)) {
    shards.set(transcript, shardOf(positions, codings))
  }
  const index = { shards, positions: null }
  indexes.set(codings, index)
  return index
}

function shardOf(positions: readonly number[], codings: readonly Coding[]): Shard {
  const own = positions.map(position => codings[position]!)
  return { codings: own, positions, starts: own.map(coding => coding.start) }
}

function joined(a: Shard, b: Shard): Shard {
  return { codings: a.codings.concat(b.codings), positions: a.positions.concat(b.positions), starts: a.starts.concat(b.starts) }
}

function addedPositions(from: number, codings: readonly Coding[]): Map<string, number[]> {
  const added = new Map<string, number[]>()
  for (let i = from; i < codings.length; i++) {
    const { transcript } = codings[i]!
    const positions = added.get(transcript)
    if (positions === undefined) added.set(transcript, [i])
    else positions.push(i)
  }
  return added
}
