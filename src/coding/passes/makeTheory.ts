import type { Row } from '../../study/index.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { newestTheory } from './makeConfiguration.js'
import { needTheory } from './needConfiguration.js'

/** What can be said of a version of the programme theory. */
export interface TheoryFacts {
  readonly kind?: 'initial' | 'working' | 'refined' | 'middle-range'
  /** The version it comes from: the newest unless given; null for none. */
  readonly from?: string | null
  readonly statement?: string
  /** Where it comes from: documents, earlier studies, conversations. */
  readonly origin?: string
  /** Why it changed: needed of every version that comes from another. */
  readonly reason?: string
  /** The day it was written: that of the pass unless given. */
  readonly date?: string
}

/** Makes a version of the programme theory, or adds to what is said of one; gives its id. */
export function makeTheory(draft: Draft, id: string, facts: TheoryFacts): string {
  const known = typeof id === 'string' ? draft.get('theories', id) : undefined
  const from = facts.from === undefined && known === undefined ? newestTheory(draft) : facts.from
  if (typeof from === 'string' && needTheory(draft, from) === null) return id
  if (known !== undefined) {
    const isOther = known.statement !== null && facts.statement !== undefined && facts.statement !== known.statement
    if (isOther) needReason(draft, facts.reason === known.reason ? undefined : facts.reason)
    draft.change('theories', id, given(facts))
    return id
  }
  if (typeof id !== 'string' || id.trim() === '' || /[;@]/u.test(id)) {
    draft.problem('this is not an id for a version of the theory', 'give an id without ";" and "@"')
    return ''
  }
  const near = draft.names('theories').near(id)
  if (near !== null) draft.problem(`"${id}" is almost the existing version "${near}"`, `did you mean "${near}"?`)
  if (from !== null) needReason(draft, facts.reason)
  draft.add('theories', { date: draft.by.date, ...given({ ...facts, from }), id })
  return id
}

/** Notes that a change of the theory has no reason. */
export function needReason(draft: Draft, reason: string | null | undefined): void {
  if (!reason?.trim())
    draft.problem('a change of the theory needs its reason', 'give reason: what you heard or found that made you change it')
}

/** The configurations of a version of the theory. */
export function configurationsOf(draft: Draft, theory: string | null): readonly Row[] {
  return theory === null ? [] : draft.having('configurations', 'theory', theory)
}
