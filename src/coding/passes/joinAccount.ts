import { type Coding, rowId } from '../../study/index.js'
import type { Draft } from './draft.js'
import type { Place } from './sourcesBehind.js'
import { sourcesBehind } from './sourcesBehind.js'

/** Joins codings that one source offers as one explanation; gives the id of the account, or '' after noting what is wrong. */
export function joinAccount(draft: Draft, ids: readonly string[]): string {
  const codings = ids.map(id => draft.get('codings', id) as Coding | undefined).filter(one => one !== undefined)
  if (new Set(ids).size < 2 || codings.length < ids.length) {
    // An empty id stands for a coding whose own call failed, which is noted already.
    if (!ids.includes('')) draft.problem('an account joins two or more codings', 'give the ids that pass.code returned')
    return ''
  }
  if (codings.some(one => one.status === 'superseded')) {
    draft.problem('one of these codings was settled', 'join the agreed coding instead')
    return ''
  }
  if (!isOneSource(draft, codings)) return ''
  const before = new Set(codings.map(one => one.account).filter(account => account))
  if (before.size > 1) {
    draft.problem(
      'some of these codings belong to another account',
      'join codings of one account, or use pass.link, which codes words once more for another explanation',
    )
    return ''
  }
  const account = [...before][0] ?? rowId(['account', ...ids], () => false).replace(/^c/u, 'a')
  for (const id of ids) draft.change('codings', id, { account })
  return account
}

/** Whether one source, and it is known which, says all this; notes it when not. */
export function isOneSource(draft: Draft, places: readonly Place[]): boolean {
  const sources = places.map(place => sourcesBehind(draft, place))
  const unknown = places[sources.findIndex(one => one.length === 0)]
  if (unknown !== undefined) {
    const where = { transcript: unknown.transcript, at: { start: unknown.start, end: unknown.end } }
    draft.problem('it is not known who says this: nobody who answers speaks in these words', 'point at words of an answer', where)
    return false
  }
  if (new Set(sources.flat()).size === 1) return true
  draft.problem(
    'an account is the explanation of one source',
    'join what one person, or a group that speaks as one, said; in one conversation or in several',
  )
  return false
}
