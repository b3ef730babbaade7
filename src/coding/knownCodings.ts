import type { Coding } from '../study/index.js'
import type { Shard } from './shards.js'

/** The codings of a transcript under a pass: to see at once whether one is there already. */
export interface KnownCodings {
  readonly before: Shard | undefined
  /** Of those before, which begin where; made when enough is asked to be worth it. */
  index: Map<number, number[]> | null
  readonly made: Map<number, Coding[]>
  asked: number
}

/** What makes a coding this coding: who put which code in which role on which words. */
export const identity = ['coder', 'transcript', 'start', 'end', 'code', 'role'] as const

const fewQuestions = 30

/** The codings of a transcript before a pass. */
export function knownCodings(before: Shard | undefined): KnownCodings {
  return { before, index: null, made: new Map(), asked: 0 }
}

/** The codings that begin at a place. A new coding can be the same as one of these only, and have the id of one of these only. */
export function codingsAt(known: KnownCodings, start: number): readonly Coding[] {
  const made = known.made.get(start) ?? []
  if (known.before === undefined) return made
  const { codings } = known.before
  return [...placesAt(known, known.before, start).map(at => codings[at]!), ...made]
}

/** Adds a coding that the pass made. */
export function know({ made }: KnownCodings, coding: Coding): void {
  made.set(coding.start, [...(made.get(coding.start) ?? []), coding])
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
