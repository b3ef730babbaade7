import type { Study } from '../../study/index.js'
import { type Group, newGroup, respondentsOf } from './group.js'
import type { Mention } from './mention.js'

/**
 * Gives a shorter name to the one whose longer name it may be short for. In each transcript that is the one who is named there, or takes
 * part; where there is none, the only one in the study. A name that means one here and another there is parted by transcript; where it
 * cannot be told, it stays a group of its own.
 *
 * @param short all mentions of the shorter name
 * @param longer the groups it may belong to
 * @param unlikely whether it would be bold to take it for somebody who is not named in the same transcript
 * @returns the group it becomes where it belongs to no other
 */
export function attach(short: readonly Mention[], longer: readonly Group[], study: Study, unlikely: boolean): Group | null {
  if (longer.length === 0) return newGroup(short)
  const places = [...new Set(short.map(one => one.transcript))]
  const meant = new Map(places.map(place => [place, meantIn(place, short, longer, study)]))
  const chosen = [...new Set(places.flatMap(place => meant.get(place) ?? []))]
  const rest = short.filter(one => meant.get(one.transcript) === null)
  const only = chosen[0]
  if (only !== undefined && chosen.length === 1 && rest.length === 0) {
    only.mentions.push(...short)
    if (unlikely && places.some(place => !standsIn(only, place, study))) only.doubts.add('elsewhere')
    return null
  }
  for (const group of chosen) group.parts.push({ mentions: short.filter(one => meant.get(one.transcript) === group) })
  if (rest.length === 0) return null
  const left = newGroup(rest)
  left.apart = chosen.length > 0
  left.doubts.add('several')
  return left
}

function meantIn(place: string | null, short: readonly Mention[], longer: readonly Group[], study: Study): Group | null {
  const told = new Set(short.flatMap(one => (one.transcript === place && one.respondent !== null ? [one.respondent] : [])))
  const own = longer.filter(group => respondentsOf(group).some(one => told.has(one)))
  if (own.length === 1) return own[0]!
  const here = longer.filter(group => standsIn(group, place, study))
  if (here.length === 1) return here[0]!
  return here.length === 0 && longer.length === 1 ? longer[0]! : null
}

/** Whether who is meant is named in a transcript by a longer name, or takes part in it. */
function standsIn(group: Group, place: string | null, study: Study): boolean {
  if (place === null) return true
  if (group.known?.transcripts.has(place) || group.mentions.some(one => one.transcript === place)) return true
  const people = study.transcripts.find(one => one.id === place)?.respondents ?? []
  return respondentsOf(group).some(one => people.includes(one))
}
