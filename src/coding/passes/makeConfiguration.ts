import { configurationRoles, nearName, type Role, type Row } from '../../study/index.js'
import { keyOf } from '../rows.js'
import { codeIds } from './codes.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { meant } from './meant.js'
import { needTheory } from './needConfiguration.js'

/** Codes per role. */
export type RoleCodes = Readonly<Partial<Record<Role, readonly string[]>>>

/** What happened to a configuration since the version of the theory before. */
export type ChangeKind = 'new' | 'kept' | 'reworded' | 'narrowed' | 'widened' | 'split' | 'merged' | 'dropped'

export interface ConfigurationFacts {
  readonly id?: string
  readonly theory?: string
  readonly statement?: string | null
  readonly beneficiary?: string | null
  readonly status?: 'proposed' | 'supported' | 'contested' | 'refuted' | 'abandoned' | null
  readonly change?: ChangeKind | null
  readonly from?: readonly string[]
  readonly reason?: string | null
  /** The configuration it competes with. */
  readonly rivalOf?: string | null
  /** Per role: the role in her words. */
  readonly words?: Readonly<Partial<Record<Role, string>>>
}

/** Fills the roles of a configuration with codes, or changes the one with that id; gives its id. */
export function makeConfiguration(draft: Draft, roles: RoleCodes, facts: ConfigurationFacts): string {
  const fields = roleFields(draft, roles, facts.words ?? {})
  const theory = facts.theory === undefined ? newestTheory(draft) : needTheory(draft, facts.theory)
  if (facts.theory !== undefined && theory === null) return facts.id ?? ''
  const { words: _, theory: __, id: named, ...rest } = facts
  const id = named ?? nextId(draft)
  if (id.includes(';') || id.includes('@')) draft.problem('this is not an id for a configuration', 'give an id without ";" and "@"')
  if (facts.rivalOf === id) draft.problem('a configuration does not compete with itself', 'name another in rivalOf')
  checkNamed(draft, [...(facts.from ?? []), ...(facts.rivalOf == null ? [] : [facts.rivalOf])])
  const key = keyOf('configurations', { id, theory })
  const row = draft.get('configurations', key)
  if (row !== undefined) draft.change('configurations', key, { ...fields, ...given(rest) })
  else {
    if (!Object.values(roles).some(names => names && names.length > 0) && Object.keys(facts.words ?? {}).length === 0)
      draft.problem('a configuration fills at least one role', `name codes for ${configurationRoles(draft.study).join(', ')}`)
    draft.add('configurations', { ...fields, ...given(rest), id, theory })
  }
  return id
}

/** The columns of a configuration that hold its roles: codes, and her words. */
export function roleFields(draft: Draft, roles: RoleCodes, words: Readonly<Partial<Record<Role, string>>>): Record<string, unknown> {
  const known = configurationRoles(draft.study)
  const fields: Record<string, unknown> = {}
  const isRole = (role: string) => {
    if (known.includes(role)) return true
    draft.problem(
      'configurations of this study have no place for this role',
      meant(nearName(role, known), `they have: ${known.join(', ')}`),
    )
    return false
  }
  for (const [role, names] of Object.entries(roles)) {
    const codes = isRole(role) ? codeIds(draft, names ?? []) : null
    if (codes !== null) fields[role] = codes
  }
  for (const [role, text] of Object.entries(words)) if (isRole(role)) fields[`${role}Text`] = text
  return fields
}

/** The last version of the theory. */
export function newestTheory(draft: Draft): string | null {
  return draft.all('theories').at(-1)?.id ?? null
}

function checkNamed(draft: Draft, ids: readonly string[]): void {
  for (const id of ids) {
    if (draft.having('configurations', 'id', id).length > 0) continue
    const near = nearName(String(id), new Set(draft.all('configurations').map(one => one.id)))
    draft.problem('this names a configuration that does not exist', meant(near, 'make it first'))
  }
}

function nextId(draft: Draft): string {
  const taken = new Set(draft.all('configurations').map((one: Row) => one.id))
  let n = taken.size + 1
  while (taken.has(`C${n}`)) n++
  return `C${n}`
}
