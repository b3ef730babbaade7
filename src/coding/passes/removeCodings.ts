import type { Coding, TableName } from '../../study/index.js'
import { isInJournal } from '../isInJournal.js'
import { type Codings, idsOf, needCodings } from './codingsGiven.js'
import type { Draft } from './draft.js'

/** What may rest on a coding: the table, its column, and what it is called there. */
const resting: readonly (readonly [TableName, string, string])[] = [
  ['evidence', 'coding', 'evidence rests on this coding'],
  ['reveals', 'coding', 'what this coding gives away is noted'],
  ['codings', 'settles', 'an agreed coding settles this one'],
]

/** Takes back codings the coder made by mistake. What rests on one is named, and must go first. */
export function removeCodings(draft: Draft, given: Codings): void {
  const codings = needCodings(
    draft,
    idsOf(given).filter(id => !wasRemoved(draft, id)),
  )
  for (const coding of codings ?? []) {
    if (!isFree(draft, coding)) continue
    // Without the agreed reading, what each coder said is open again.
    for (const id of coding.settles) {
      const settles = (draft.get('codings', id)?.settles ?? []) as readonly string[]
      draft.change('codings', id, { status: settles.length > 0 ? 'settled' : 'open' })
    }
    draft.remove('codings', coding.id)
  }
}

function isFree(draft: Draft, coding: Coding): boolean {
  if (coding.coder !== draft.by.coder) {
    draft.problem('this coding is another coder’s', 'take back your own only; settle, recode or move those of others in an axial pass', {
      ...draft.place('codings', coding.id),
    })
    return false
  }
  const rows = resting.flatMap(([table, column, what]) =>
    draft.having(table, column, coding.id).map(row => ({ what, place: draft.place(table, row.id) })),
  )
  for (const { what, place } of rows) draft.problem(what, 'take that row away first, or keep the coding', place)
  return rows.length === 0
}

// The same call again finds the coding gone: that is no mistake.
function wasRemoved(draft: Draft, id: string): boolean {
  return (
    draft.get('codings', id) === undefined &&
    isInJournal(draft, ({ table, id: gone, to }) => table === 'codings' && gone === id && to === undefined)
  )
}
