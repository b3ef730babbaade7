import { type Configuration, configurationRoles, type Problem, type Role, type Row, type Study, throwProblems } from '../study/index.js'

/** How a study's own roles read as context, mechanism and outcome. */
export interface RoleScheme {
  /** Every role that configurations have a place for, in the order of the study. */
  readonly all: readonly Role[]
  readonly contexts: readonly Role[]
  readonly mechanisms: readonly Role[]
  readonly outcomes: readonly Role[]
}

/**
 * Reads the role scheme of a study as context, mechanism and outcome. A role counts for what it is called, or for what it stands under
 * (resource and reasoning under mechanism). In a scheme without one of these names the first role is the context, the last the outcome
 * and what is left between is the mechanism.
 */
export function roleScheme(study: Pick<Study, 'roleFacts'>): RoleScheme {
  const all = configurationRoles(study)
  const parents = new Map(study.roleFacts.map(one => [one.id, one.parent]))
  const called = (name: string) => all.filter(role => role === name || parents.get(role) === name)
  const contexts = called('context').length > 0 ? called('context') : all.slice(0, 1)
  const outcomes = called('outcome').length > 0 ? called('outcome') : all.slice(-1).filter(role => !contexts.includes(role))
  const between = all.filter(role => !contexts.includes(role) && !outcomes.includes(role))
  return { all, contexts, mechanisms: called('mechanism').length > 0 ? called('mechanism') : between, outcomes }
}

/** The codes of a configuration in one of its roles. */
export function codesIn(configuration: Configuration, role: Role): readonly string[] {
  const codes = (configuration as Row)[role]
  return Array.isArray(codes) ? codes : []
}

/** The roles of a study to look at: those asked for, or all that configurations have a place for. */
export function rolesAsked(study: Study, roles: readonly Role[] | undefined, call: string): readonly Role[] {
  const all = configurationRoles(study)
  const problems: Problem[] = []
  const asked = roles ?? all
  for (const role of asked) {
    if (!all.includes(role))
      problems.push({ what: `configurations have no place for "${role}"`, hint: `there are: ${all.join(', ')}`, call })
  }
  if (new Set(asked).size < 2)
    problems.push({ what: 'a combination takes two roles or more', hint: `give some of: ${all.join(', ')}`, call })
  throwProblems(problems)
  return all.filter(role => asked.includes(role))
}
