import type { Study } from '../study/index.js'

/**
 * The actor group of people: "nurse", or "nurse / manager" when they are of several, in the order of `respondents.csv`; null when none
 * is stated.
 */
export function groupOf(study: Study, respondents: readonly string[]): string | null {
  const groups = groupsOf(study)
  const found = new Set(respondents.map(id => groups.get(id)).filter(group => group !== undefined))
  if (found.size === 0) return null
  return [...new Set(groups.values())].filter(group => found.has(group)).join(' / ')
}

const known = new WeakMap<Study, ReadonlyMap<string, string>>()

function groupsOf(study: Study): ReadonlyMap<string, string> {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const groups = new Map(study.respondents.flatMap(one => (one.group === null ? [] : [[one.id, one.group] as const])))
  known.set(study, groups)
  return groups
}
