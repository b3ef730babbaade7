import type { RoleFacts } from './model.js'
import { nearName } from './nearName.js'
import { isSame } from './same.js'

/** A role as `study.json` may give it: its id alone, or with what is said of it. */
export type RoleEntry =
  | string
  | {
      readonly id: string
      readonly label?: string | undefined
      readonly parent?: string | undefined
      readonly inConfiguration?: boolean | undefined
    }

/** The names of the schemes that are known. */
export const roleSchemeNames = ['CMO', 'CMO-RR', 'ICAMO', 'CIMO', 'SCMO'] as const
export type RoleSchemeName = (typeof roleSchemeNames)[number]

/**
 * Role schemes of the literature, as data: what to give as `roles` to `newStudy`, or in `study.json`, where the name alone is enough. A
 * scheme of your own is a list of the same kind; put one of these before your own roles to widen it.
 *
 * - `CMO`: context, mechanism, outcome (Pawson & Tilley 1997); what a study has when it says nothing.
 * - `CMO-RR`: the mechanism as a resource and what people reason with it (Dalkin et al. 2015). `mechanism` stays, for what is not split yet.
 * - `ICAMO`: intervention, context, actor, mechanism, outcome (Marchal et al.; Mukumbang et al.).
 * - `CIMO`: in this context, this intervention, by this mechanism, to this outcome (Denyer & Tranfield 2008).
 * - `SCMO`: a strategy before context, mechanism and outcome.
 *
 * Each has `future` beside it, for which configurations have no place.
 *
 * @example
 * newStudy({ title: 'Walk-in clinic', language: 'en', roles: roleSchemes.ICAMO }).roles
 * //=> ['intervention', 'context', 'actor', 'mechanism', 'outcome', 'future']
 */
export const roleSchemes: Readonly<Record<RoleSchemeName, readonly RoleEntry[]>> = {
  CMO: ['context', 'mechanism', 'outcome', 'future'],
  'CMO-RR': [
    'context',
    'mechanism',
    { id: 'resource', parent: 'mechanism' },
    { id: 'reasoning', parent: 'mechanism' },
    'outcome',
    'future',
  ],
  ICAMO: ['intervention', 'context', 'actor', 'mechanism', 'outcome', 'future'],
  CIMO: ['context', 'intervention', 'mechanism', 'outcome', 'future'],
  SCMO: ['strategy', 'context', 'mechanism', 'outcome', 'future'],
}

/** The known scheme of this name, or null. */
export function roleSchemeNamed(name: string): RoleSchemeName | null {
  return roleSchemeNames.find(one => one === name) ?? null
}

/** What to say when a name is of no known scheme. */
export function schemeHint(name: string): string {
  const near = nearName(name, roleSchemeNames)
  return near === null ? `use one of ${roleSchemeNames.join(', ')}, or give the roles as a list` : `did you mean "${near}"?`
}

/** A role with everything that is said of it. */
export function roleFrom(role: RoleEntry): RoleFacts {
  if (typeof role === 'string') return { id: role, label: null, parent: null, inConfiguration: role !== 'future' }
  return {
    id: role.id,
    label: role.label ?? null,
    parent: role.parent ?? null,
    inConfiguration: role.inConfiguration ?? role.id !== 'future',
  }
}

/** The known scheme whose roles these are exactly, or null. */
export function schemeOf(roles: readonly RoleFacts[]): RoleSchemeName | null {
  return roleSchemeNames.find(name => isSame(roleSchemes[name].map(roleFrom), roles)) ?? null
}

/**
 * The known scheme that has most roles of a study's configurations, of those the one with fewest others; null when none has two of them.
 */
export function closestScheme(roles: readonly string[]): RoleSchemeName | null {
  const ranked = roleSchemeNames
    .map(name => {
      const own = roleSchemes[name].map(roleFrom).filter(one => one.inConfiguration)
      const known = own.filter(one => roles.includes(one.id)).length
      return { name, known, others: own.length - known }
    })
    .filter(one => one.known > 1)
  return ranked.sort((a, b) => b.known - a.known || a.others - b.others)[0]?.name ?? null
}
