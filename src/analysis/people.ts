import { disjointGroups } from '../transcript/index.js'
import type { Said } from './countable.js'

/** A number of people, exact when `low` is `high`. */
export interface People {
  readonly low: number
  readonly high: number
}

/**
 * How many people spoke. At least: the speakers known, and one more for every group without any of them, as far as such groups share
 * nobody. At most: everyone who may have spoken.
 *
 * @example
 * peopleIn([{ coding: a, speakers: ['10'] }, { coding: b, speakers: ['13a', '13b'] }])
 * //=> { low: 2, high: 3 }
 */
export function peopleIn(said: readonly Pick<Said, 'speakers'>[]): People {
  const known = new Set(said.filter(one => one.speakers.length === 1).map(one => one.speakers[0]!))
  const unknown = said.filter(one => one.speakers.length > 1 && !one.speakers.some(speaker => known.has(speaker)))
  const high = new Set(said.flatMap(one => one.speakers)).size
  return { low: known.size + disjointGroups(unknown.map(one => one.speakers)).length, high }
}

/** A number of people as it is printed: "3", or a range "3-4". */
export function peopleText({ low, high }: People): string {
  return low === high ? String(low) : `${low}-${high}`
}
