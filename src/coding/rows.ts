import type { Coding, Patch, Row, Study, TableName, Turn } from '../study/index.js'
import { tableNames } from '../study/index.js'
import { applyEdits, carryTurns } from '../transcript/index.js'
import { wholeRows } from './journalRow.js'
import { handOnIndex, positionOf } from './shards.js'

/** The lists of a study that passes change. `lost` holds codings whose words are gone. */
export type Listed = TableName | 'lost'

export const listed: readonly Listed[] = [...tableNames, 'lost']

/** What names a row in the journal: its id, and for a configuration also its theory. */
export function keyOf(table: string, row: Readonly<Record<string, unknown>>): string {
  return table === 'configurations' && row.theory ? `${row.id}@${row.theory}` : String(row.id)
}

/** A list of rows under change: patches are applied to it one after another. */
export interface Rows {
  readonly get: (key: string) => Row | undefined
  readonly all: () => readonly Row[]
  /** Where a row stands, or -1. */
  readonly place: (key: string) => number
  readonly apply: (patch: Patch) => void
  /** The list as it is now, with the cache of the old one handed on where there is one. */
  readonly done: (pass: string) => readonly Row[]
}

/** Starts changing a list of a study; the study itself stays as it is. */
export function changeRows(study: Study, table: Listed): Rows {
  const rows = study[table] as readonly object[] as readonly Row[]
  const whole = wholeRows(study, table)
  return table === 'codings' ? changeCodings(study.codings, whole) : changeList(table, rows, whole)
}

type Whole = ReturnType<typeof wholeRows>

function changeList(table: Listed, before: readonly Row[], whole: Whole): Rows {
  const rows = [...before]
  let index: Map<string, number> | null = null
  const place = (key: string) => {
    index ??= new Map(rows.map((row, i) => [keyOf(table, row), i]))
    return index.get(key) ?? -1
  }
  return {
    get: key => rows[place(key)],
    all: () => rows,
    place,
    apply: patch => {
      const at = place(patch.id)
      if (patch.to === undefined) {
        if (at >= 0) rows.splice(at, 1)
        index = null
      } else if (at >= 0) {
        rows[at] = { ...rows[at]!, ...revisedText(rows[at]!, patch), ...patch.to }
        if (keyOf(table, rows[at]!) !== patch.id) index = null
      } else if (patch.at === undefined || patch.at >= rows.length) {
        index?.set(patch.id, rows.length)
        rows.push(whole(patch.to))
      } else {
        rows.splice(patch.at, 0, whole(patch.to))
        index = null
      }
    },
    done: () => rows,
  }
}

/** The text after its edits. A journal holds no whole texts: where there is none, as in a replay, there is none to edit. */
function revisedText({ text, turns }: Row, { text: edits }: Patch): object {
  if (edits === undefined || typeof text !== 'string') return {}
  return { text: applyEdits(text, edits), turns: carryTurns(turns as readonly Turn[], edits) }
}

/** Codings can be many: what a pass does not touch is neither copied nor read, but for one copy of the list itself. */
function changeCodings(before: readonly Coding[], whole: Whole): Rows {
  const replaced = new Map<number, Coding>()
  const removed = new Set<number>()
  const added = new Map<string, { readonly coding: Coding; readonly at: number | null }>()
  const find = (key: string): number => {
    const at = positionOf(before, key)
    return removed.has(at) ? -1 : at
  }
  const get = (key: string): Coding | undefined => {
    const at = find(key)
    return added.get(key)?.coding ?? (at < 0 ? undefined : (replaced.get(at) ?? before[at]))
  }
  const moves = () => removed.size > 0 || [...added.values()].some(one => one.at !== null)
  const now = (): readonly Coding[] => {
    if (added.size + replaced.size + removed.size === 0) return before
    const appended = [...added.values()].filter(one => one.at === null).map(one => one.coding)
    // One copy of the right length: a list that grows after it was copied is copied twice.
    let list = appended.length === 0 ? before.slice() : before.concat(appended)
    for (const [at, coding] of replaced) list[at] = coding
    if (removed.size > 0) list = list.filter((_, at) => !removed.has(at))
    for (const { coding, at } of added.values()) if (at !== null) list.splice(at, 0, coding)
    return list
  }
  return {
    get: key => get(key) as Row | undefined,
    all: () => now() as readonly object[] as readonly Row[],
    place: key => {
      const own = added.get(key)
      if (own !== undefined || [...added.values()].some(one => one.at !== null)) return now().findIndex(coding => coding.id === key)
      const at = find(key)
      let gone = 0
      for (const other of removed) if (other < at) gone++
      return at - gone
    },
    apply: patch => {
      if (patch.to !== undefined && patch.from === undefined) {
        added.set(patch.id, { coding: whole(patch.to) as object as Coding, at: patch.at ?? null })
        return
      }
      const made = added.get(patch.id)
      const at = made === undefined ? find(patch.id) : -1
      if (patch.to === undefined) {
        if (!added.delete(patch.id) && at >= 0) removed.add(at)
      } else if (made !== undefined) {
        added.set(patch.id, { ...made, coding: { ...made.coding, ...patch.to } })
      } else if (at >= 0) {
        replaced.set(at, { ...(replaced.get(at) ?? before[at]!), ...patch.to })
      }
    },
    done: pass => {
      // These were made here and are in nobody's hands yet.
      for (const { coding } of added.values()) if (coding.pass === undefined) (coding as { pass: string }).pass = pass
      const after = now()
      if (!moves()) handOnIndex(before, after, replaced.keys())
      return after as readonly object[] as readonly Row[]
    },
  }
}
