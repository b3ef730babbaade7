import { standsUnderItself } from '../../study/index.js'
import { isInJournal } from '../isInJournal.js'
import { findCode, isName, needCode } from './codes.js'
import type { Draft } from './draft.js'

/** Puts a code under another, or (null) at the top. */
export function nestCode(draft: Draft, name: string, under: string | null): void {
  const code = needCode(draft, name)
  const above = under === null ? null : needCode(draft, under)
  if (code === null || (under !== null && above === null)) return
  const parents = new Map(draft.all('codes').map(one => [one.id, one.parent as string | null]))
  parents.set(code.id, above?.id ?? null)
  if (standsUnderItself(code.id, parents)) return draft.problem('a code cannot stand under itself', 'nest the other way round first')
  draft.change('codes', code.id, { parent: above?.id ?? null })
}

/** Gives a code another name; its id, which files and scripts may name, stays. */
export function renameCode(draft: Draft, name: string, to: string): void {
  const isDone = () => isInJournal(draft, ({ table, from, to: now }) => table === 'codes' && from?.name === name && now?.name === to)
  // The same call again: the code bears the new name by now.
  if (findCode(draft, name) === null && isDone()) return
  const code = needCode(draft, name)
  if (code === null || !isName(draft, to)) return
  const other = findCode(draft, to)
  if (other !== null && other.id !== code.id) return draft.problem(`there is a code "${to}" already`, 'merge the two if they are one')
  const alike = draft.names('codes').alike(to)
  if (alike !== null && findCode(draft, alike)?.id !== code.id)
    return draft.problem(`there is a code "${alike}", which differs by a capital or an accent only`, 'merge the two if they are one')
  draft.change('codes', code.id, { name: to.trim() })
}

/** Keeps a code and its codings and lets nobody use it any more, or takes that back. */
export function retireCode(draft: Draft, name: string, retired: boolean): void {
  const code = needCode(draft, name)
  if (code !== null && Boolean(code.retired) !== retired) draft.change('codes', code.id, { retired: retired ? true : null })
}
