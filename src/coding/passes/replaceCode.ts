import { configurationRoles } from '../../study/index.js'
import { keyOf } from '../rows.js'
import type { Draft } from './draft.js'

/** Puts other codes in the place of one, wherever the study names it, apart from codings. */
export function replaceCode(draft: Draft, id: string, by: readonly string[]): void {
  const replaced = (codes: readonly string[]) => [...new Set(codes.flatMap(code => (code === id ? by : [code])))]
  for (const theme of draft.having('themes', 'codes', id))
    draft.change('themes', theme.id, { codes: replaced(theme.codes as readonly string[]) })
  for (const role of configurationRoles(draft.study))
    for (const one of draft.having('configurations', role, id))
      draft.change('configurations', keyOf('configurations', one), { [role]: replaced(one[role] as readonly string[]) })
  // Relations and children belong to one code: they follow only when exactly one takes its place.
  const [only] = by
  if (by.length !== 1 || only === undefined || only === id) return
  replaceRelations(draft, id, only)
  for (const child of draft.having('codes', 'parent', id)) draft.change('codes', child.id, { parent: child.id === only ? null : only })
}

function replaceRelations(draft: Draft, id: string, by: string): void {
  for (const relation of new Set([...draft.having('relations', 'from', id), ...draft.having('relations', 'to', id)])) {
    const from = relation.from === id ? by : relation.from
    const to = relation.to === id ? by : relation.to
    const twin = draft.having('relations', 'from', from).find(one => one.to === to && one.relation === relation.relation)
    // Two relations that become one are one, unless each says why in its own words.
    const says = relation.memo === null || twin?.memo === relation.memo
    if (from === to || (twin !== undefined && twin.id !== relation.id && says)) draft.remove('relations', relation.id)
    else draft.change('relations', relation.id, { from, to })
  }
}
