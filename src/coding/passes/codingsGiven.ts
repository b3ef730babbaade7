import type { Coding } from '../../study/index.js'
import type { Draft } from './draft.js'

/** Codings as a call takes them: an id, a coding, or any number of either, so that the result of a query goes straight in. */
export type Codings = string | { readonly id: string } | Iterable<string | { readonly id: string }>

/** The ids of the codings given, each once. A text is one id, not a row of letters. */
export function idsOf(codings: Codings): readonly string[] {
  const several = typeof codings !== 'string' && typeof codings === 'object' && codings !== null && Symbol.iterator in codings
  const list = several ? [...codings] : [codings as string | { readonly id: string }]
  return [...new Set(list.map(one => (typeof one === 'string' ? one : String(one?.id))))]
}

/** The codings meant, as they are now; null after noting that some are not there. Those whose own call failed are noted already. */
export function needCodings(draft: Draft, ids: readonly string[]): readonly Coding[] | null {
  const found = ids.map(id => draft.get('codings', id) as Coding | undefined).filter(one => one !== undefined)
  const missing = ids.filter(id => id !== '' && draft.get('codings', id) === undefined)
  if (found.length === ids.length) return found
  const lost = missing.filter(id => draft.get('lost', id) !== undefined).length
  const many = missing.length === 1 ? 'there is no coding with this id' : `there are no codings with ${missing.length} of these ids`
  if (lost > 0) draft.problem(`the words of ${lost} of these codings are gone from the text`, 'see study.lost; leave them out')
  else if (missing.length > 0) draft.problem(many, 'take ids from study.codings')
  return null
}

/** Whether none of these was settled: what a coder said before an agreed reading stays as it was said. Notes it when not. */
export function isCurrent(draft: Draft, codings: readonly Coding[]): boolean {
  const settled = codings.filter(coding => coding.status === 'superseded')
  if (settled.length === 0) return true
  const what = settled.length === 1 ? 'one of these codings was settled' : `${settled.length} of these codings were settled`
  draft.problem(
    `${what}: what each coder said is kept as it was`,
    'take the agreed coding (status settled), and leave out those with status superseded',
  )
  return false
}
