import type { Coding } from '../../study/index.js'
import type { Shard } from '../shards.js'

/** The codings of a transcript under a pass: to see at once whether one is there already. */
export interface KnownCodings {
  readonly before: Shard | undefined
  /** Of those before, which begin where; made when enough is asked to be worth it. */
  index: Map<number, number[]> | null
  readonly made: Map<number, KnownCoding[]>
  asked: number
}

/** A coding, or one of the pass under way, which has no id yet. */
export type KnownCoding = Omit<Coding, 'pass'>

/** What makes a coding this coding: who put which code in which role on which words. */
export const identity = ['coder', 'transcript', 'start', 'end', 'code', 'role'] as const

const fewQuestions = 30

/** The codings of a transcript before a pass. */
export function knownCodings(before: Shard | undefined): KnownCodings {
  return { before, index: null, made: new Map(), asked: 0 }
}

/** The codings that begin at a place. A new coding can be the same as one of these only, and have the id of one of these only. */
export function codingsAt(known: KnownCodings, start: number): readonly KnownCoding[] {
  const made = known.made.get(start) ?? []
  if (known.before === undefined) return made
  const { codings } = known.before
  const places = placesAt(known, known.before, start)
  return places.length === 0 ? made : [...places.map(at => codings[at]!), ...made]
}

/** Adds a coding that the pass made. */
export function know({ made }: KnownCodings, coding: KnownCoding): void {
  const there = made.get(coding.start)
  if (there === undefined) made.set(coding.start, [coding])
  else there.push(coding)
}

function placesAt(known: KnownCodings, { starts }: Shard, start: number): readonly number[] {
  if (known.index === null && ++known.asked > fewQuestions) known.index = indexOf(starts)
  if (known.index !== null) return known.index.get(start) ?? []
  const places: number[] = []
  for (let at = starts.indexOf(start); at >= 0; at = starts.indexOf(start, at + 1)) places.push(at)
  return places
}

function indexOf(starts: readonly number[]): Map<number, number[]> {
  const index = new Map<number, number[]>()
  for (const [at, start] of starts.entries()) {
    const there = index.get(start)
    if (there === undefined) index.set(start, [at])
    else there.push(at)
  }
  return index
}
