import { type Coding, configurationRoles, isSame, nearName, type Row } from '../../study/index.js'
import { keyOf } from '../rows.js'
import { addRow } from './addRow.js'
import type { Draft } from './draft.js'
import { evidenceFor } from './giveEvidence.js'
import { given } from './given.js'
import { type ChangeKind, type ConfigurationFacts, newestTheory, type RoleCodes, roleFields } from './makeConfiguration.js'
import { configurationsOf, needReason } from './makeTheory.js'
import { meant } from './meant.js'
import { needTheory } from './needConfiguration.js'

/** What happens to a configuration on its way to a new version of the theory. */
export interface CarryFacts extends Omit<ConfigurationFacts, 'change' | 'from'> {
  readonly change: Exclude<ChangeKind, 'new'>
  readonly roles?: RoleCodes
  /** Whether its evidence goes along: it does unless given when it is kept or reworded. Else it is to be weighed again, and proposed until then. */
  readonly evidence?: boolean
}

const kinds: readonly string[] = ['kept', 'reworded', 'narrowed', 'widened', 'split', 'merged', 'dropped']

/** Carries configurations of the version before over to a version of the theory; gives the id it has there, or '' after noting what is wrong. */
export function carryConfiguration(draft: Draft, names: readonly string[], facts: CarryFacts): string {
  const theory = facts.theory === undefined ? newestTheory(draft) : needTheory(draft, facts.theory)
  const before = theory === null ? null : (draft.get('theories', theory)?.from as string | null)
  if (before === null) {
    if (facts.theory === undefined || theory !== null)
      draft.problem('this version of the theory comes from no other', 'make one with pass.theory, and say which it comes from')
    return ''
  }
  const sources = names.map(name => sourceOf(draft, name, before))
  if (!isKind(draft, facts) || sources.some(one => one === null)) return ''
  const rows = sources as readonly Row[]
  const count = new Set(names).size
  if (facts.change === 'merged' ? count < 2 : count !== 1) {
    draft.problem(
      facts.change === 'merged' ? 'merging takes two configurations or more' : `one configuration is ${facts.change} at a time`,
      'give their ids as a list, or call this for each',
    )
    return ''
  }
  const id = facts.id ?? (count === 1 ? names[0]! : '')
  if (id === '' || /[;@]/u.test(id)) {
    draft.problem('the configuration that others are merged into needs an id', 'give id, without ";" and "@"')
    return ''
  }
  if (facts.change !== 'kept') needReason(draft, facts.reason)
  const told = { ...roleFields(draft, facts.roles ?? {}, facts.words ?? {}), ...said(facts) }
  const { reason, status, ...meaning } = told
  if (!['kept', 'dropped', 'merged'].includes(facts.change) && Object.keys(meaning).length === 0)
    draft.problem(`it is not said what was ${facts.change}`, 'give roles, words, statement or beneficiary')
  const key = keyOf('configurations', { id, theory })
  const known = draft.get('configurations', key)
  const from = [...new Set(names)]
  if (known === undefined) {
    const takesEvidence = facts.evidence ?? (facts.change === 'kept' || facts.change === 'reworded')
    // What was found of it was found of what it said before.
    const open = takesEvidence ? {} : { status: 'proposed' }
    draft.add('configurations', { ...inherited(draft, rows, facts), ...open, ...told, id, theory, from, change: facts.change })
    if (takesEvidence) for (const row of rows) carryEvidence(draft, row, id, theory)
  } else if (known.change === facts.change && isSame(known.from, from)) draft.change('configurations', key, told)
  else draft.problem(`"${id}" is in this version already`, 'give another id, or change it with pass.configure')
  return id
}

/** Carries over, as kept, what was not carried over or dropped by name. */
export function carryRest(draft: Draft, theory: string | null): void {
  for (const row of leftBehind(draft, theory))
    carryConfiguration(draft, [row.id], { change: 'kept', ...(theory === null ? {} : { theory }) })
}

/** The configurations of the version before that nothing in this version comes from. Those that were dropped there are gone. */
export function leftBehind(draft: Draft, theory: string | null): readonly Row[] {
  const before = theory === null ? null : (draft.get('theories', theory)?.from as string | null)
  const named = new Set(configurationsOf(draft, theory).flatMap(row => [row.id, ...(row.from as readonly string[])]))
  return configurationsOf(draft, before).filter(row => !named.has(row.id) && row.change !== 'dropped')
}

/** What a call says of the configuration itself. */
function said({ id: _, theory: __, words: ___, change, roles: ____, evidence: _____, ...rest }: CarryFacts): Record<string, unknown> {
  return { ...(change === 'dropped' ? { status: 'abandoned' } : {}), ...given(rest) }
}

function isKind(draft: Draft, { change }: CarryFacts): boolean {
  if (kinds.includes(change)) return true
  draft.problem(
    'this is no kind of change',
    meant(nearName(String(change), kinds), `give one of: ${kinds.join(', ')}; a new one is made with pass.configure`),
  )
  return false
}

function sourceOf(draft: Draft, name: string, theory: string): Row | null {
  const here = configurationsOf(draft, theory)
  const row = here.find(one => one.id === name)
  const near = nearName(
    String(name),
    here.map(one => one.id),
  )
  if (row === undefined)
    draft.problem(`there is no configuration "${name}" in the theory "${theory}"`, meant(near, 'use an id of that version'))
  return row ?? null
}

/** What goes over from the version before: all of one; of several what they agree on, and the codes of each. */
function inherited(draft: Draft, rows: readonly Row[], facts: CarryFacts): Record<string, unknown> {
  const roles = configurationRoles(draft.study)
  const columns = [...roles.map(role => `${role}Text`), 'statement', 'beneficiary', 'status', 'rivalOf']
  const fields: Record<string, unknown> = {}
  for (const role of roles) fields[role] = [...new Set(rows.flatMap(row => row[role] as readonly string[]))]
  for (const column of columns) if (rows.every(row => isSame(row[column], rows[0]![column]))) fields[column] = rows[0]![column]
  if (fields.statement === undefined && facts.statement === undefined)
    draft.problem('the configurations that are merged say different things', 'give the statement of what they become')
  return fields
}

function carryEvidence(draft: Draft, source: Row, id: string, theory: string | null): void {
  for (const row of evidenceFor(draft, source.id)) {
    if (row.theory !== source.theory) continue
    const coding = row.coding === null ? undefined : (draft.get('codings', String(row.coding)) as Coding | undefined)
    if (row.coding !== null && (coding === undefined || coding.status === 'superseded')) {
      const hint = 'give it other evidence, or carry it over with { evidence: false }'
      draft.problem('evidence rests on a coding that was settled, or of which the words are gone', hint, draft.place('evidence', row.id))
      continue
    }
    const { id: _, ...rest } = row
    addRow(draft, 'evidence', { ...rest, configuration: id, theory })
  }
}
