import type { Polarity, Role } from '../../study/index.js'
import { codeIds } from './codes.js'
import { checkRole } from './codingFacts.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { need } from './meant.js'

export interface ThemeFacts {
  readonly role: Role
  readonly codes: readonly string[]
  readonly polarity?: Polarity | null
  readonly claim?: string | null
  readonly bullet?: string | null
  /** The theme it stands under; null for none. */
  readonly parent?: string | null
  /** Whether it is the core theme, of which there is one. */
  readonly core?: boolean | null
}

const otherwise = 'make it first, with pass.theme'

/** The id of a theme meant by an id or a label; null after noting that there is none. */
export function needTheme(draft: Draft, name: string): string | null {
  return need(draft, 'themes', name, 'theme', otherwise)
}

/** Groups codes under a role, or changes the theme of that name; gives its id. */
export function makeTheme(draft: Draft, label: string, facts: Partial<ThemeFacts>): string {
  const known = typeof label === 'string' ? draft.names('themes').find(label) : null
  const codes = facts.codes === undefined ? undefined : codeIds(draft, facts.codes)
  const parent = facts.parent == null ? facts.parent : draft.names('themes').find(facts.parent)
  if (codes === null) return ''
  if (codes?.length === 0 || (codes === undefined && known === null)) draft.problem('a theme gathers codes', 'name at least one code')
  if (facts.role === undefined ? known === null : !checkRole(draft, facts.role)) {
    if (facts.role === undefined) draft.problem('this theme has no role', `say in which chapter it stands: ${draft.study.roles.join(', ')}`)
    return ''
  }
  if (facts.parent != null && parent === null) {
    draft.problem('the theme above this one does not exist', near(draft, facts.parent) ?? 'make it first')
    return ''
  }
  checkCore(draft, known, facts.core)
  const fields = given({ ...facts, codes, parent })
  if (known !== null) {
    draft.change('themes', known, fields)
    return known
  }
  if (typeof label !== 'string' || label.trim() === '' || label.includes(';')) {
    draft.problem('this is not a name for a theme', 'give a name without ";"')
    return ''
  }
  const alike = draft.names('themes').near(label)
  if (alike !== null) draft.problem(`"${label.trim()}" is almost the existing theme "${alike}"`, `did you mean "${alike}"?`)
  draft.add('themes', { ...fields, id: label.trim(), label: label.trim() })
  return label.trim()
}

function near(draft: Draft, name: string): string | null {
  const meant = draft.names('themes').near(name)
  return meant === null ? null : `did you mean "${meant}"?`
}

function checkCore(draft: Draft, known: string | null, core: boolean | null | undefined): void {
  if (core !== true) return
  const other = draft.having('themes', 'core', true).find(theme => theme.id !== known)
  if (other !== undefined)
    draft.problem(
      `there is a core theme already: "${other.label ?? other.id}"`,
      'say core: false of that one first; there is one core theme',
    )
}

/** Adds codes to a theme, or takes codes from it. */
export function changeThemeCodes(draft: Draft, name: string, names: readonly string[], add: boolean): void {
  const theme = needTheme(draft, name)
  const codes = codeIds(draft, names)
  if (theme === null || codes === null) return
  const before = (draft.get('themes', theme)?.codes ?? []) as readonly string[]
  const after = add ? [...new Set([...before, ...codes])] : before.filter(code => !codes.includes(code))
  if (after.length === 0) return draft.problem('no code would be left in this theme', 'take the theme away with pass.removeTheme')
  draft.change('themes', theme, { codes: after })
}

/** Takes a theme away. What hangs on it goes to another theme, or is named as what must go first. */
export function removeTheme(draft: Draft, name: string, to: string | undefined): void {
  const theme = needTheme(draft, name)
  const other = to === undefined ? null : needTheme(draft, to)
  if (theme === null || (to !== undefined && other === null)) return
  if (theme === other) return draft.problem('a theme does not take its own place', 'name another theme')
  const above = draft.get('themes', theme)?.parent as string | null
  for (const child of draft.having('themes', 'parent', theme))
    draft.change('themes', child.id, { parent: child.id === other ? above : (other ?? above) })
  if (other !== null) {
    for (const quote of draft.having('quotes', 'themes', theme))
      draft.change('quotes', quote.id, { themes: [...new Set((quote.themes as readonly string[]).map(id => (id === theme ? other : id)))] })
    for (const cell of draft.having('cells', 'theme', theme)) draft.change('cells', cell.id, { theme: other })
  }
  draft.remove('themes', theme)
}

/** Puts themes in this order, in the places they have among the others. */
export function orderThemes(draft: Draft, names: readonly string[]): void {
  const ids = names.map(name => needTheme(draft, name))
  if (ids.includes(null)) return
  const rows = [...new Set(ids)].map(id => draft.get('themes', id!)!)
  const all = draft.all('themes').map(row => row.id)
  const places = rows.map(row => all.indexOf(row.id)).sort((a, b) => a - b)
  if (rows.every((row, i) => all[places[i]!] === row.id)) return
  for (const row of rows) draft.remove('themes', row.id)
  for (const [i, row] of rows.entries()) draft.add('themes', row, places[i]!)
}
