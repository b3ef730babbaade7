import { nearName, type Row } from '../../study/index.js'
import type { Draft } from './draft.js'
import { meant, need } from './meant.js'

/**
 * The configuration of an id, in a version of the theory; null after noting that there is none.
 *
 * @param theory the version; when left out, the newest that has this configuration
 */
export function needConfiguration(draft: Draft, id: string, theory?: string): Row | null {
  if (theory !== undefined && needTheory(draft, theory) === null) return null
  const found = draft.having('configurations', 'id', id)
  const newest = draft.all('theories').map(one => one.id)
  const place = (row: Row) => newest.indexOf(String(row.theory))
  const row = theory === undefined ? [...found].sort((a, b) => place(a) - place(b)).at(-1) : found.find(one => one.theory === theory)
  if (row !== undefined) return row
  const near = nearName(String(id), new Set(draft.all('configurations').map(one => one.id)))
  const elsewhere =
    found.length > 0 ? `it is in the theory ${found.map(one => `"${one.theory ?? ''}"`).join(', ')}` : 'make it with pass.configure first'
  draft.problem(`there is no configuration "${id}"${theory === undefined ? '' : ` in the theory "${theory}"`}`, meant(near, elsewhere))
  return null
}

/** The id of a version of the theory; null after noting that there is none. */
export function needTheory(draft: Draft, id: string): string | null {
  return need(draft, 'theories', id, 'theory', 'use an id of theories.csv, or make it with pass.theory')
}
