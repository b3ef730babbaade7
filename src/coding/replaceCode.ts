import { configurationRoles } from '../study/index.js'
import type { Draft } from './draft.js'
import { keyOf } from './rows.js'

/** Puts other codes in the place of one, wherever the study names it, apart from codings. */
export function replaceCode(draft: Draft, id: string, by: readonly string[]): void {
  const replaced = (codes: readonly string[]) =>
    codes.includes(id) ? [...new Set(codes.flatMap(code => (code === id ? by : [code])))] : codes
  for (const theme of draft.all('themes')) draft.change('themes', theme.id, { codes: replaced(theme.codes as readonly string[]) })
  for (const one of draft.all('configurations')) {
    const roles = configurationRoles(draft.study).filter(role => Array.isArray(one[role]))
    const codes = roles.map(role => [role, replaced(one[role] as readonly string[])] as const)
    draft.change('configurations', keyOf('configurations', one), Object.fromEntries(codes))
  }
  // Relations and children belong to one code: they follow only when exactly one takes its place.
  if (by.length !== 1 || by[0] === id) return
  for (const relation of [...draft.all('relations')]) {
    const from = relation.from === id ? by[0] : relation.from
    const to = relation.to === id ? by[0] : relation.to
    if (from === to) draft.remove('relations', relation.id)
    else draft.change('relations', relation.id, { from, to })
  }
  for (const code of draft.all('codes'))
    if (code.parent === id) draft.change('codes', code.id, { parent: code.id === by[0] ? null : by[0] })
}
