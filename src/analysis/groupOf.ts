import type { Study } from '../study/index.js'
import { smallClasses } from './smallClasses.js'

/**
 * The actor group of people: "nurse", or "nurse / manager" when they are of several, in the order of `respondents.csv`; null when none
 * is stated. In what readers get small groups are put together.
 */
export function groupOf(study: Study, respondents: readonly string[]): string | null {
  const groups = groupsOf(study)
  const key = respondents.join('\n')
  const cached = groups.joined.get(key)
  if (cached !== undefined) return cached
  const found = new Set(respondents.map(id => groups.per.get(id)))
  const stated = groups.order.filter(one => found.has(one))
  const classes = smallClasses(study, 'group')
  const group = stated.length === 0 ? classes.printed(null) : classes.together(stated).join(' / ')
  groups.joined.set(key, group)
  return group
}

interface Groups {
  readonly per: ReadonlyMap<string, string>
  readonly order: readonly string[]
  /** What was worked out already: this is asked for every passage. */
  readonly joined: Map<string, string | null>
}

const known = new WeakMap<Study, Groups>()

function groupsOf(study: Study): Groups {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const per = new Map(study.respondents.flatMap(one => (one.group === null ? [] : [[one.id, one.group] as const])))
  const groups: Groups = { per, order: [...new Set(per.values())], joined: new Map() }
  known.set(study, groups)
  return groups
}
