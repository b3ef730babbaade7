import { type Said, stanceOf } from '../analysis/index.js'
import type { Role } from '../study/index.js'

/**
 * What was coded of one role. `not coded` is not `absent`: nobody may have asked, or nobody wrote it down. `no codes`: the role is only
 * in words, so that nothing can be looked for.
 */
export type RoleState = 'said' | 'refined' | 'refuted' | 'said and refuted' | 'not coded' | 'no codes'

/** Codes sought in a role. */
export interface Sought {
  readonly role: Role
  readonly codes: ReadonlySet<string>
}

/** What was coded of each role: one of its codes is enough. */
export function roleStates(sought: readonly Sought[], said: readonly Said[]): readonly RoleState[] {
  return sought.map(({ role, codes }) => {
    if (codes.size === 0) return 'no codes'
    const own = said.filter(({ coding }) => coding.role === role && codes.has(coding.code)).map(({ coding }) => stanceOf(coding))
    const [supports, refutes] = [own.includes('supports'), own.includes('refutes')]
    if (supports && refutes) return 'said and refuted'
    if (supports) return 'said'
    if (refutes) return 'refuted'
    return own.length > 0 ? 'refined' : 'not coded'
  })
}

/** What was coded of roles that are one together, as resource and reasoning are one mechanism. */
export function statesTogether(states: readonly RoleState[]): RoleState {
  const weakest: readonly RoleState[] = ['refuted', 'not coded', 'refined', 'said and refuted', 'said', 'no codes']
  return weakest.find(state => states.includes(state)) ?? 'no codes'
}

/**
 * In what way a case, or what a source told, goes against the order of context, mechanism and outcome: the context without the outcome,
 * or the outcome without the mechanism. What is only refined goes against nothing.
 */
export function reasonsAgainst(context: RoleState, mechanism: RoleState, outcome: RoleState): readonly string[] {
  const isThere = (state: RoleState) => state === 'said' || state === 'said and refuted'
  const isMissing = (state: RoleState) => state === 'not coded' || state === 'refuted' || state === 'said and refuted'
  return [
    ...(isThere(context) && isMissing(outcome) ? [`context said, outcome ${outcome}`] : []),
    ...(isThere(outcome) && isMissing(mechanism) ? [`outcome said, mechanism ${mechanism}`] : []),
  ]
}
