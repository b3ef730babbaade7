import type { Coding } from '../study/index.js'

/** The codings of a transcript: to see at once whether one is there already. */
export interface KnownCodings {
  readonly before: readonly Coding[]
  /** Those of before, by where they start; made when enough is asked to be worth it. */
  index: Index | null
  readonly made: Index
  asked: number
}

interface Index {
  readonly byStart: Map<number, Coding[]>
  readonly ids: Set<string>
}

/** What makes a coding this coding: who put which code in which role on which words. */
export const identity = ['coder', 'transcript', 'start', 'end', 'code', 'role'] as const

const fewQuestions = 30

/** The coding that is the same as this one, if there is one. */
export function findSame(known: KnownCodings, coding: Omit<Coding, 'id' | 'pass'>): Coding | undefined {
  const isSame = (one: Coding) => one.start === coding.start && identity.every(part => one[part] === coding[part])
  const made = known.made.byStart.get(coding.start)?.find(isSame)
  if (made !== undefined) return made
  if (known.index === null && ++known.asked <= fewQuestions) return known.before.find(isSame)
  known.index ??= indexOf(known.before)
  return known.index.byStart.get(coding.start)?.find(isSame)
}

export function isTaken(known: KnownCodings, id: string): boolean {
  return known.made.ids.has(id) || (known.index === null ? known.before.some(one => one.id === id) : known.index.ids.has(id))
}

function indexOf(codings: readonly Coding[]): Index {
  const index: Index = { byStart: new Map(), ids: new Set() }
  for (const coding of codings) put(index, coding)
  return index
}

function put({ byStart, ids }: Index, coding: Coding): void {
  const there = byStart.get(coding.start)
  if (there === undefined) byStart.set(coding.start, [coding])
  else there.push(coding)
  ids.add(coding.id)
}

/** The codings of a transcript before a pass. */
export function knownCodings(before: readonly Coding[]): KnownCodings {
  return { before, index: null, made: indexOf([]), asked: 0 }
}

/** Adds a coding that the pass made. */
export function know(known: KnownCodings, coding: Coding): void {
  put(known.made, coding)
}
