import { isSame, type Pass, type Patch, type Row, type Study } from '../../study/index.js'
import { keyOf, type Listed, listed } from '../rows.js'

/** A row that differs between two moments: without `before` it was added, without `after` it is gone. */
export interface Touched {
  readonly table: Listed
  /** What names the row in the journal. */
  readonly key: string
  readonly before: Row | null
  readonly after: Row | null
  /** Whether the text of this transcript differs. */
  readonly reworded: boolean
}

/** What differs between two moments, and how to look up a row at the later one. */
export interface Changes {
  readonly touched: readonly Touched[]
  readonly now: (table: Listed, key: string) => Row | undefined
}

/** A pass, what it changed all in all, and its place in the journal, counted from 1. */
export interface Step extends Changes {
  readonly pass: Pass
  readonly number: number
}

const besideTables = new Set(['text', 'turns'])

/** What differs between the tables and the texts of two studies. */
export function changesBetween(a: Study, b: Study): Changes {
  const touched = listed.flatMap(table => {
    if (a[table] === b[table]) return []
    const old = byKey(a, table)
    const next = byKey(b, table)
    const gone = [...old].filter(([key]) => !next.has(key)).map(([key, row]) => one(table, key, row, null))
    const rest = [...next].flatMap(([key, row]) => {
      const before = old.get(key) ?? null
      const made = one(table, key, before, row)
      return before !== null && !made.reworded && isSameRow(before, row) ? [] : [made]
    })
    return [...gone, ...rest]
  })
  const maps = new Map<Listed, ReadonlyMap<string, Row>>()
  return {
    touched,
    now: (table, key) => {
      const rows = maps.get(table) ?? byKey(b, table)
      maps.set(table, rows)
      return rows.get(key)
    },
  }
}

/** Goes through a journal from the first pass on. Each step tells of its moment only until the next is asked for. */
export function* walkJournal(journal: readonly Pass[]): Iterable<Step> {
  const state = new Map<string, Map<string, Row>>()
  const rowsOf = (table: string) => {
    const rows = state.get(table) ?? new Map<string, Row>()
    state.set(table, rows)
    return rows
  }
  for (const [i, pass] of journal.entries()) {
    const before = new Map<string, Touched>()
    for (const { patches } of pass.changes) for (const patch of patches) follow(patch, pass.id, rowsOf(patch.table), before)
    const touched = [...before.values()]
      .map(made => ({ ...made, after: rowsOf(made.table).get(made.key) ?? null }))
      .filter(({ before, after, reworded }) => reworded || !isSame(before, after))
    yield { pass, number: i + 1, touched, now: (table, key) => rowsOf(table).get(key) }
  }
}

function follow(patch: Patch, pass: string, rows: Map<string, Row>, touched: Map<string, Touched>): void {
  const { table, id, from, to } = patch
  const name = (key: string) => JSON.stringify([table, key])
  const before = rows.get(id) ?? null
  const known = touched.get(name(id)) ?? one(table as Listed, id, before, null)
  const made = { ...known, reworded: known.reworded || 'text' in patch }
  if (to === undefined && from !== undefined) rows.delete(id)
  const row = to === undefined ? before : ({ ...before, ...to } as Row)
  if (row === null || (to === undefined && from !== undefined)) {
    touched.set(name(id), made)
    return
  }
  // As a pass does when it is applied: a coding is stamped with the pass that made it.
  const stamped = table === 'codings' && row.pass === undefined ? { ...row, pass } : row
  const key = keyOf(table, stamped)
  if (key !== id) {
    rows.delete(id)
    touched.delete(name(id))
  }
  rows.set(key, stamped)
  touched.set(name(key), { ...made, key })
}

function one(table: Listed, key: string, before: Row | null, after: Row | null): Touched {
  return { table, key, before, after, reworded: before !== null && after !== null && before.text !== after.text }
}

function byKey(study: Study, table: Listed): ReadonlyMap<string, Row> {
  return new Map((study[table] as readonly object[] as readonly Row[]).map(row => [keyOf(table, row), row]))
}

function isSameRow(a: Row, b: Row): boolean {
  return a === b || Object.keys(b).every(field => besideTables.has(field) || isSame(a[field], b[field]))
}
