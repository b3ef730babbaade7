import type { Mention } from './mention.js'

/**
 * Why somebody is to look at a proposal. `several`: it may be of more than one. `elsewhere`: one name is taken to be of somebody whose
 * whole name stands in other transcripts only. `nickname`: it looks like a short form. `respondents`: it leads to two respondents.
 */
export type Doubt = 'several' | 'elsewhere' | 'nickname' | 'respondents'

/** What is taken to be one person, organisation or thing, while it is put together. */
export interface Group {
  readonly mentions: Mention[]
  /** Names that mean it in some transcripts only, because they mean another in others. */
  readonly parts: Part[]
  /** The entry of the given register it is of, and the transcripts in which that stands. */
  readonly known: Known | null
  /** Whether it is meant only in the transcripts of its mentions, since the same name means another elsewhere. */
  apart: boolean
  readonly doubts: Set<Doubt>
}

export interface Part {
  readonly mentions: readonly Mention[]
}

export interface Known {
  readonly entry: number
  readonly transcripts: ReadonlySet<string>
}

/** A group of mentions nobody knew before. */
export const newGroup = (mentions: readonly Mention[]): Group => ({
  mentions: [...mentions],
  parts: [],
  known: null,
  apart: false,
  doubts: new Set(),
})

/** The respondents a group may be, by what stands around its mentions. */
export function respondentsOf(group: Group): readonly string[] {
  return [...new Set(group.mentions.flatMap(one => one.respondent ?? []))]
}

/** Puts mentions into lists by a key, in order of first occurrence. */
export function listBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const lists = new Map<string, T[]>()
  for (const item of items) {
    const list = lists.get(key(item))
    if (list === undefined) lists.set(key(item), [item])
    else list.push(item)
  }
  return [...lists.values()]
}
