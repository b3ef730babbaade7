import type { CodingFacts } from '../../study/index.js'
import { findOrMakeCode, isInUse, needCode } from './codes.js'
import { checkFacts, heldFacts } from './codingFacts.js'
import { isCurrent, needCodings } from './codingsGiven.js'
import type { Draft } from './draft.js'

/** What a coding says, and its code. */
export type Recoding = Partial<CodingFacts> & { readonly code?: string }

/** Changes facts of codings, or their code. */
export function recodeCodings(draft: Draft, ids: readonly string[], facts: Recoding): void {
  const fields = recodingFields(draft, facts)
  const codings = needCodings(draft, ids)
  if (fields === null || codings === null || !isCurrent(draft, codings)) return
  for (const coding of codings) draft.change('codings', coding.id, fields)
}

/** Puts codings under another code, which may be new. */
export function moveCodings(draft: Draft, ids: readonly string[], to: string, defined: ReadonlySet<string>): void {
  const codings = needCodings(draft, ids)
  const code = findOrMakeCode(draft, to, defined)
  if (codings === null || code === null || !isInUse(draft, code) || !isCurrent(draft, codings)) return
  for (const coding of codings) draft.change('codings', coding.id, { code: code.id })
}

/** The fields of a coding that a call gives; null after noting what is wrong. */
export function recodingFields(draft: Draft, { code: name, ...facts }: Recoding): (Partial<CodingFacts> & { code?: string }) | null {
  const code = name === undefined ? undefined : needCode(draft, name)
  const isUsable = code === undefined || (code !== null && isInUse(draft, code))
  if (!checkFacts(draft, facts) || !isUsable) return null
  return code ? { ...heldFacts(facts), code: code.id } : heldFacts(facts)
}
