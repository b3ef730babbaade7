import { type Coding, nearName, type Role, type Row, type Stance } from '../../study/index.js'
import { addRow } from './addRow.js'
import { checkRole } from './codingFacts.js'
import { type Codings, idsOf } from './codingsGiven.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { meant } from './meant.js'
import { needConfiguration } from './needConfiguration.js'

export interface EvidenceFacts {
  /** The role it is evidence for; the whole configuration when left out. */
  readonly role?: Role
  /** The version of the theory; the newest that has the configuration when left out. */
  readonly theory?: string
  readonly stance: Stance
  readonly basis?: 'said' | 'inferred' | 'other data'
  /** How it was inferred. */
  readonly reasoning?: string
  readonly weight?: 'thin' | 'fair' | 'rich'
  readonly note?: string
}

interface Thing {
  readonly coding: string | null
  readonly account: string | null
  readonly reference: string | null
}

/** Says what a configuration rests on: codings, an account, or else (with basis: 'other data') a reference. */
export function giveEvidence(draft: Draft, name: string, of: Codings, facts: EvidenceFacts): void {
  const { role, theory, ...rest } = facts
  if (role !== undefined && !checkRole(draft, role)) return
  const configuration = needConfiguration(draft, name, theory)
  if (configuration === null) return
  const stances = ['supports', 'refutes', 'refines']
  if (!stances.includes(facts.stance))
    return draft.problem('evidence needs a stance', meant(nearName(String(facts.stance), stances), 'give supports, refutes or refines'))
  if (facts.basis === 'inferred' && !facts.reasoning?.trim())
    return draft.problem('what is inferred needs its reasoning', 'give reasoning: how you got there')
  for (const id of idsOf(of)) {
    const thing = restsOn(draft, id, facts.basis === 'other data')
    if (thing === null) continue
    const row = { configuration: configuration.id, theory: configuration.theory as string | null, role: role ?? null, ...thing }
    const known = evidenceFor(draft, configuration.id).find(one => Object.entries(row).every(([field, value]) => one[field] === value))
    if (known === undefined) addRow(draft, 'evidence', { ...row, ...given(rest) })
    else if (known.stance === null || known.stance === facts.stance) draft.change('evidence', known.id, given(rest))
    else {
      const what = 'this is evidence for it already, with another stance'
      draft.problem(what, 'take that away with pass.removeEvidence first', draft.place('evidence', known.id))
    }
  }
}

/** Takes away what a configuration rested on, for one role or for all. */
export function removeEvidence(draft: Draft, name: string, of: Codings, facts: { readonly role?: Role; readonly theory?: string }): void {
  const configuration = needConfiguration(draft, name, facts.theory)
  if (configuration === null) return
  const things = new Set(idsOf(of))
  for (const row of evidenceFor(draft, configuration.id)) {
    const isThat = [row.coding, row.account, row.reference].some(thing => things.has(String(thing)))
    const isHere = row.theory === configuration.theory && (facts.role === undefined || row.role === facts.role)
    if (isThat && isHere) draft.remove('evidence', row.id)
  }
}

export function evidenceFor(draft: Draft, configuration: string): readonly Row[] {
  return draft.having('evidence', 'configuration', configuration)
}

/** What is given as evidence, if it can be rested on; notes it when not. */
function restsOn(draft: Draft, of: string, isOther: boolean): Thing | null {
  const nothing: Thing = { coding: null, account: null, reference: null }
  const coding = draft.get('codings', of) as Coding | undefined
  const refuse = (what: string, hint: string) => {
    draft.problem(what, hint)
    return null
  }
  if (coding?.status === 'superseded') return refuse('this coding was settled', 'take the agreed coding, which settles it')
  if (coding !== undefined) return { ...nothing, coding: of }
  // An empty id stands for a coding whose own call failed, which is noted already.
  if (of === '') return null
  if (draft.get('lost', of) !== undefined)
    return refuse('the words of this coding are gone from the text', 'see study.lost; rest on another')
  const joined = draft.having('codings', 'account', of)
  if (joined.length > 0)
    return joined.every(one => one.status === 'superseded')
      ? refuse('all codings of this account were settled', 'join the agreed codings into an account')
      : { ...nothing, account: of }
  if (isOther && of.trim() !== '') return { ...nothing, reference: of }
  return refuse('this is the id of no coding and no account', "for what nobody said in a conversation, give basis: 'other data'")
}
