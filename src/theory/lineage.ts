import { type Configuration, configurationRoles, type Role, type Study, type Theory } from '../study/index.js'
import { codesIn } from './roleScheme.js'

/** A configuration in one version of the theory: more than one when others were merged into what it became. */
export interface Wording {
  /** Null for a configuration of no version. */
  readonly theory: Theory | null
  readonly configurations: readonly Configuration[]
}

/** Codes that came to a role, and that went. */
export interface RoleChange {
  readonly role: Role
  readonly added: readonly string[]
  readonly taken: readonly string[]
}

/** A configuration in every version of the theory it went through: the oldest first, itself last. */
export function wordingsOf(study: Study, configuration: Configuration): readonly Wording[] {
  const theories = new Map(study.theories.map(one => [one.id, one]))
  const line: string[] = []
  for (let id = configuration.theory; id !== null && theories.has(id) && !line.includes(id); id = theories.get(id)!.from) line.push(id)
  const steps = lineage(study, configuration, line)
  return steps
    .map((configurations, i) => ({ theory: theories.get(line[i] ?? '') ?? null, configurations }))
    .filter(one => one.configurations.length > 0)
    .reverse()
}

/** A configuration and what it comes from, version by version: itself first, then those of the versions before. */
export function lineage(study: Study, configuration: Configuration, line: readonly string[]): readonly (readonly Configuration[])[] {
  const steps: (readonly Configuration[])[] = [[configuration]]
  for (const theory of line.slice(1)) {
    const from = new Set(steps.at(-1)!.flatMap(originIds))
    steps.push(study.configurations.filter(one => one.theory === theory && from.has(one.id)))
  }
  return steps
}

/** What a configuration comes from in the version before: as it says, else the one with its id, unless it is new. */
export function originIds({ id, from, change }: Configuration): readonly string[] {
  return from.length > 0 ? from : change === 'new' ? [] : [id]
}

/** Which codes came to each role, and which went; roles in which nothing changed are left out. */
export function roleChanges(study: Study, before: Configuration, after: Configuration): readonly RoleChange[] {
  return configurationRoles(study).flatMap(role => {
    const [old, made] = [codesIn(before, role), codesIn(after, role)]
    const added = made.filter(code => !old.includes(code))
    const taken = old.filter(code => !made.includes(code))
    return added.length + taken.length === 0 ? [] : [{ role, added, taken }]
  })
}
