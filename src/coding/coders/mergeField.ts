import { isSame } from '../../study/index.js'

/** What one side made of a value: what it saw, and what it left. */
export interface Said {
  readonly side: number
  readonly from: unknown
  readonly to: unknown
}

/** The outcome for one value; with a `clash` the sides do not agree, and it stands as it was. */
export interface MergedField {
  readonly value: unknown
  readonly clash: boolean
}

/**
 * Merges one value three ways: changed by one is taken, changed alike is taken, changed differently is a clash and nothing is
 * overwritten. A side that did not see what stands there (it was hidden, or somebody else filled it) fills it only where nothing
 * stands. Lists of names merge as sets: what anybody took out is out, what anybody put in is in.
 */
export function mergeField(current: unknown, said: readonly Said[], isSet: boolean): MergedField {
  const wanted = said.filter(one => !isSame(one.from, one.to) && !isSame(one.to, current))
  const first = wanted[0]
  if (first === undefined) return { value: current, clash: false }
  const alike = wanted.every(one => isSame(one.to, first.to))
  const seen = isEmpty(current) || wanted.every(one => isSame(one.from, current))
  if (alike && seen) return { value: first.to, clash: false }
  return isSet ? { value: mergeSets(current, wanted), clash: false } : { value: current, clash: true }
}

/** Whether a value says nothing: none, an empty list or record, or several values that all say nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

function mergeSets(current: unknown, wanted: readonly Said[]): readonly string[] {
  const sets = wanted.map(one => ({ from: listOf(one.from), to: listOf(one.to) }))
  const added = new Set(sets.flatMap(({ from, to }) => to.filter(value => !from.includes(value))))
  const removed = new Set(sets.flatMap(({ from, to }) => from.filter(value => !to.includes(value))))
  const kept = listOf(current).filter(value => !removed.has(value))
  return [...kept, ...[...added].filter(value => !kept.includes(value)).sort()]
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])
