import { nameColumn, type Row, type TableName } from '../../study/index.js'
import type { Listed } from '../rows.js'
import { fieldsBetween, type NameOf } from './tellFields.js'
import type { Changes, Touched } from './touched.js'

/** What happened, in a sentence and as data. */
export interface Said {
  /** The sentence. */
  readonly what: string
  /** In a word: added, removed, changed, merged, replaced, split, recoded, settled, unsettled, reworded, lost, found. */
  readonly kind: string
  readonly table: string
  /** The rows it tells of. For codes that were merged, replaced or split: the codings that went with them. */
  readonly count: number
  /** The transcripts in which codings changed. */
  readonly transcripts: number
  /** The ids of all rows it tells of, codes before the codings that went with them; configurations with their theory: C1@v2. */
  readonly ids: readonly string[]
}

/** Changes that are being told: each part of a row is told once, and what no rule tells is left for the last one. */
export interface Telling {
  readonly of: (table: Listed) => readonly Touched[]
  readonly touched: (table: Listed, key: string) => Touched | undefined
  readonly nameOf: NameOf
  /** Marks fields of a row as told. */
  readonly tell: (one: Touched, ...fields: readonly string[]) => void
  /** Marks a row as told. */
  readonly tellWhole: (table: Listed, key: string) => void
  readonly isTold: (one: Touched) => boolean
  /** The fields of a changed row that no sentence has told. */
  readonly untold: (one: Touched) => ReturnType<typeof fieldsBetween>
  readonly said: (kind: string, table: string, what: string, ids: readonly string[], codings?: readonly string[]) => Said
}

export function startTelling({ touched, now }: Changes): Telling {
  const byTable = new Map<string, Map<string, Touched>>()
  for (const one of touched) {
    const rows = byTable.get(one.table) ?? new Map<string, Touched>()
    byTable.set(one.table, rows.set(one.key, one))
  }
  const told = new Map<Touched, Set<string> | 'all'>()
  const find = (table: Listed, key: string) => byTable.get(table)?.get(key)
  const rowOf = (table: Listed, key: string) => now(table, key) ?? find(table, key)?.before ?? undefined
  return {
    of: table => [...(byTable.get(table)?.values() ?? [])],
    touched: find,
    nameOf: (table, id) => String(rowOf(table as Listed, id)?.[nameColumn[table as TableName] ?? 'id'] ?? id),
    tell: (one, ...fields) => {
      const before = told.get(one)
      if (before !== 'all') told.set(one, new Set([...(before ?? []), ...fields]))
    },
    tellWhole: (table, key) => {
      const one = find(table, key)
      if (one !== undefined) told.set(one, 'all')
    },
    isTold: one => told.get(one) === 'all',
    untold: one => {
      const known = told.get(one)
      if (one.before === null || one.after === null || known === 'all') return []
      return fieldsBetween(one.before, one.after).filter(([field]) => known?.has(field) !== true)
    },
    said: (kind, table, what, ids, codings = []) => {
      const transcripts = new Set(codings.map(key => (rowOf('codings', key) ?? rowOf('lost', key))?.transcript))
      return {
        what,
        kind,
        table,
        count: (codings.length > 0 ? codings : ids).length,
        transcripts: transcripts.size,
        ids: [...new Set([...ids, ...codings])],
      }
    },
  }
}

/** The row as it is, or as it was. */
export function rowOf(one: Touched): Row {
  return (one.after ?? one.before)!
}
