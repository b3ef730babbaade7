import {
  type Coding,
  configurationRoles,
  namesOf,
  type Polarity,
  type Role,
  rowId,
  type Stance,
  type Study,
  standsUnderItself,
} from '../study/index.js'
import { needCode } from './codes.js'
import { checkRole } from './codingFacts.js'
import { type Draft, runPass, startDraft } from './draft.js'
import type { By } from './journal.js'
import { keyOf } from './rows.js'

export interface ThemeFacts {
  readonly role: Role
  readonly codes: readonly string[]
  readonly polarity?: Polarity
  readonly claim?: string
  readonly bullet?: string
  readonly parent?: string
  readonly core?: boolean
}

export interface ConfigurationFacts {
  readonly id?: string
  readonly theory?: string
  readonly statement?: string
  readonly beneficiary?: string
  readonly status?: 'proposed' | 'supported' | 'contested' | 'refuted' | 'abandoned'
  readonly change?: 'new' | 'kept' | 'reworded' | 'narrowed' | 'widened' | 'split' | 'merged' | 'dropped'
  readonly from?: readonly string[]
  readonly reason?: string
  readonly rivalOf?: string
  /** Per role: the role in her words. */
  readonly words?: Readonly<Partial<Record<Role, string>>>
}

export interface EvidenceFacts {
  readonly role?: Role
  readonly theory?: string
  readonly stance: Stance
  readonly basis?: 'said' | 'inferred' | 'other data'
  readonly reasoning?: string
  readonly weight?: 'thin' | 'fair' | 'rich'
  readonly note?: string
}

/** What can be done in a selective pass. */
export interface SelectivePass {
  /** Groups codes under a role, or changes the theme of that name; gives its id. */
  theme(label: string, facts: ThemeFacts): string
  /** Fills the roles of a configuration with codes, or changes the one with that id; gives its id. */
  configure(roles: Readonly<Partial<Record<Role, readonly string[]>>>, facts?: ConfigurationFacts): string
  /** Says what a configuration rests on: a coding, an account, or else a reference. */
  evidence(configuration: string, of: string, facts: EvidenceFacts): void
}

/**
 * Selective coding: themes, the core theme, and configurations with their evidence. All or nothing, as `openPass`.
 *
 * @example
 * const themed = selectivePass(study, { coder: 'MV', date: '2020-07-01' }, pass => {
 *   pass.theme('Trust', { role: 'mechanism', codes: ['trust'], bullet: 'People trust each other’s skills.' })
 *   pass.configure({ context: ['volume norms'], mechanism: ['trust'], outcome: ['shared care'] }, { id: 'C1' })
 * })
 * themed.configurations[0]?.id
 * //=> 'C1'
 */
export function selectivePass(study: Study, by: By, work: (pass: SelectivePass) => void): Study {
  const draft = startDraft(study, by)
  const pass: SelectivePass = {
    theme: (label, facts) => draft.call('theme', `theme "${label}"`, () => theme(draft, label, facts)),
    configure: (roles, facts = {}) =>
      draft.call('configure', `configuration ${facts.id ?? ''}`.trim(), () => configure(draft, roles, facts)),
    evidence: (configuration, of, facts) =>
      draft.call('evidence', `evidence for ${configuration}`, () => evidence(draft, configuration, of, facts)),
  }
  return runPass(draft, pass, work, 'selective')
}

function codeIds(draft: Draft, names: readonly string[]): readonly string[] | null {
  if (!Array.isArray(names)) {
    draft.problem('codes are given as a list', "write ['trust'], also for one code")
    return null
  }
  const codes = names.map(name => needCode(draft, name))
  return codes.some(code => code === null) ? null : codes.map(code => code?.id ?? '')
}

function theme(draft: Draft, label: string, facts: ThemeFacts): string {
  const known = namesOf('themes', draft.all('themes'))(label)
  const codes = codeIds(draft, facts.codes)
  if (codes !== null && codes.length === 0) draft.problem('a theme gathers codes', 'name at least one code')
  if (!checkRole(draft, facts.role) || codes === null) return ''
  const parent = facts.parent === undefined ? undefined : namesOf('themes', draft.all('themes'))(facts.parent)
  if (parent === null) {
    draft.problem('the theme above this one does not exist', 'make it first')
    return ''
  }
  if (label.trim() === '' || label.includes(';')) {
    draft.problem('this is not a name for a theme', 'give a name without ";"')
    return ''
  }
  const { parent: _, ...rest } = facts
  const fields = { ...rest, codes, ...(parent === undefined ? {} : { parent }) }
  if (known !== null) {
    const parents = new Map(draft.all('themes').map(one => [one.id, one.parent as string | null])).set(known, parent ?? null)
    if (standsUnderItself(known, parents)) draft.problem('a theme cannot stand under itself', 'choose another parent')
    draft.change('themes', known, fields)
    return known
  }
  const empty = { polarity: null, parent: null, claim: null, bullet: null, core: null, extra: {} }
  draft.add('themes', { id: label.trim(), label: label.trim(), ...empty, ...fields })
  return label.trim()
}

function configure(draft: Draft, roles: Readonly<Partial<Record<Role, readonly string[]>>>, facts: ConfigurationFacts): string {
  const known = configurationRoles(draft.study)
  const fields: Record<string, unknown> = {}
  for (const [role, names] of Object.entries(roles)) {
    if (!known.includes(role)) draft.problem('configurations of this study have no place for this role', `they have: ${known.join(', ')}`)
    const codes = codeIds(draft, names ?? [])
    if (codes !== null) fields[role] = codes
  }
  for (const [role, words] of Object.entries(facts.words ?? {})) {
    if (known.includes(role)) fields[`${role}Text`] = words
    else draft.problem('configurations of this study have no place for this role', `they have: ${known.join(', ')}`)
  }
  const theory = theoryOf(draft, facts.theory)
  const { words: _, theory: __, id: given, ...rest } = facts
  const id = given ?? nextId(draft)
  if (id.includes(';') || id.includes('@')) draft.problem('this is not an id for a configuration', 'give an id without ";" and "@"')
  checkNamed(draft, [...(facts.from ?? []), ...(facts.rivalOf === undefined ? [] : [facts.rivalOf])])
  const key = keyOf('configurations', { id, theory })
  if (draft.get('configurations', key) !== undefined) {
    draft.change('configurations', key, { ...fields, ...rest })
    return id
  }
  if (Object.values(fields).every(value => Array.isArray(value) && value.length === 0))
    draft.problem('a configuration fills at least one role', `name codes for ${known.join(', ')}`)
  const empty = Object.fromEntries(
    known.flatMap(role => [
      [role, []],
      [`${role}Text`, null],
    ]),
  )
  const blank = { statement: null, beneficiary: null, status: null, from: [], change: null, reason: null, rivalOf: null, extra: {} }
  draft.add('configurations', { id, theory, ...empty, ...blank, ...fields, ...rest })
  return id
}

function checkNamed(draft: Draft, ids: readonly string[]): void {
  const known = new Set(draft.all('configurations').map(one => one.id))
  if (ids.some(id => !known.has(id))) draft.problem('this names a configuration that does not exist', 'make it first')
}

/** The theory a configuration belongs to: the one named, else the newest. */
function theoryOf(draft: Draft, named: string | undefined): string | null {
  if (named === undefined) return draft.all('theories').at(-1)?.id ?? null
  if (draft.get('theories', named) === undefined) draft.problem('this theory is not in theories.csv', 'use the id of a theory')
  return named
}

function nextId(draft: Draft): string {
  const taken = new Set(draft.all('configurations').map(one => one.id))
  let n = taken.size + 1
  while (taken.has(`C${n}`)) n++
  return `C${n}`
}

function evidence(draft: Draft, configuration: string, of: string, facts: EvidenceFacts): void {
  const { role, theory: named, ...rest } = facts
  if (role !== undefined && !checkRole(draft, role)) return
  const matches = draft.all('configurations').filter(one => one.id === configuration && (named === undefined || one.theory === named))
  const target = matches.at(-1)
  if (target === undefined) return draft.problem(`there is no configuration "${configuration}"`, 'make it with pass.configure first')
  if (!['supports', 'refutes', 'refines'].includes(facts.stance))
    return draft.problem('evidence needs a stance', 'give supports, refutes or refines')
  if (facts.basis === 'inferred' && !facts.reasoning?.trim())
    return draft.problem('what is inferred needs its reasoning', 'give reasoning: how you got there')
  const row = {
    configuration,
    theory: (target.theory ?? null) as string | null,
    role: role ?? null,
    ...restsOn(draft, of),
    basis: null,
    reasoning: null,
    weight: null,
    note: null,
    ...rest,
    extra: {},
  }
  const known = draft.all('evidence').some(one => Object.entries(row).every(([field, value]) => field === 'extra' || one[field] === value))
  if (!known) draft.add('evidence', { id: rowId(Object.values(row), taken => draft.get('evidence', taken) !== undefined), ...row })
}

function restsOn(draft: Draft, of: string): { coding: string | null; account: string | null; reference: string | null } {
  if (draft.get('codings', of) !== undefined) return { coding: of, account: null, reference: null }
  const isAccount = (draft.all('codings') as readonly object[] as readonly Coding[]).some(coding => coding.account === of)
  return isAccount ? { coding: null, account: of, reference: null } : { coding: null, account: null, reference: of }
}
