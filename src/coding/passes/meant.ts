import type { TableName } from '../../study/index.js'
import type { Draft } from './draft.js'

/** The hint that says what was probably meant, or else what can be done. */
export function meant(near: string | null, otherwise: string): string {
  return near === null ? otherwise : `did you mean "${near}"?`
}

/**
 * The id of the row that is meant by an id or a name, or null after noting that there is none.
 *
 * @param what what such a row is called, as in: there is no theme "…"
 */
export function need(draft: Draft, table: TableName, name: string, what: string, otherwise: string): string | null {
  const names = draft.names(table)
  const id = typeof name === 'string' ? names.find(name) : null
  if (id === null) {
    const near = typeof name === 'string' ? (names.near(name) ?? sameNumber(draft, table, name)) : null
    draft.problem(`there is no ${what} "${name}"`, meant(near, otherwise))
  }
  return id
}

/** The id that differs by nothing but the zeros before its number: interview-01 for interview-1. */
function sameNumber(draft: Draft, table: TableName, name: string): string | null {
  const bare = (id: string) => id.toLowerCase().replace(/(?<!\d)0+(?=\d)/gu, '')
  return table === 'transcripts' ? (draft.study.transcripts.find(one => bare(one.id) === bare(name))?.id ?? null) : null
}

/**
 * Whether an id is one of a table whose names may be those of persons or places; notes it when not. What was probably meant is told by its
 * row, never by its name.
 */
export function needUnnamed(draft: Draft, table: 'cases' | 'respondents', id: unknown, what: string, otherwise: string): boolean {
  if (draft.get(table, String(id)) !== undefined) return true
  const names = draft.names(table)
  const near = names.find(String(id)) ?? names.find(names.near(String(id)) ?? '')
  if (near === null) draft.problem(what, otherwise)
  else draft.problem(what, 'did you mean the id in this row?', draft.place(table, near))
  return false
}
