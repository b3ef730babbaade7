import { nearName } from '../../study/index.js'
import { addRow } from './addRow.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { meant, needUnnamed } from './meant.js'

/** What was seen of a theme in a case. */
export interface CellFacts {
  readonly summary?: string
  readonly status?: 'observed' | 'expected' | 'absent' | 'missing'
}

/** What became of a configuration in a case. */
export interface VerdictFacts {
  readonly summary?: string
  readonly status?: 'fired' | 'did not fire' | 'fired otherwise' | 'context absent' | 'no data'
  /** The version of the theory; the newest that has the configuration when left out. */
  readonly theory?: string
}

type About = { readonly theme: string } | { readonly configuration: string; readonly theory: string | null }

/** Writes what is said of a theme or a configuration in a case, once per case. */
export function writeCell(draft: Draft, id: string, about: About, facts: CellFacts | VerdictFacts, statuses: readonly string[]): void {
  if (!needUnnamed(draft, 'cases', id, 'this case is not in cases.csv', 'use the id of a case')) return
  const { status, summary } = facts
  if (status === undefined && summary === undefined)
    return draft.problem('nothing is said of this case', 'give a summary, a status, or both')
  if (status !== undefined && !statuses.includes(status))
    return draft.problem('this is no such status', meant(nearName(String(status), statuses), `give one of: ${statuses.join(', ')}`))
  const known = draft.having('cells', 'case', id).find(row => Object.entries(about).every(([field, value]) => row[field] === value))
  if (known === undefined) addRow(draft, 'cells', { case: id, ...about, ...given({ status, summary }) })
  else draft.change('cells', known.id, given({ status, summary }))
}

export const themeStatuses = ['observed', 'expected', 'absent', 'missing']
export const verdicts = ['fired', 'did not fire', 'fired otherwise', 'context absent', 'no data']
