import {
  type Columns,
  columnsOf,
  configurationRoles,
  holdsSeveral,
  isSame,
  type Row,
  type Study,
  type TableName,
} from '../../study/index.js'
import type { Listed } from '../rows.js'
import { isEmpty, mergeField, type Said } from './mergeField.js'

/** What one side made of a row: `from` as it saw it, `to` as it left it; null where it has no such row. */
export interface Vote {
  readonly side: number
  readonly key: string
  /** The key under which the side itself has the row. */
  readonly own: string
  readonly from: Row | null
  readonly to: Row | null
  /** For a row that the side added: the pass that did, and how it was then. */
  readonly made: { readonly pass: string; readonly row: Row } | null
  /** Where among all the calls the row was added or removed. */
  readonly place: number
}

/** Something on which the sides do not agree. */
export interface Clash {
  readonly fields: readonly string[]
  readonly what: string
  readonly todo: string
  readonly before: unknown
  /** What each side has; a side that removed the row has `removed`. `by`: what it did to another row, where it says so by that. */
  readonly said: readonly { readonly side: number; readonly value: unknown; readonly by?: Vote }[]
}

/** A row that some side touched, as it is after the merge. */
export interface MergedRow {
  readonly table: Listed
  readonly key: string
  readonly base: Row | null
  readonly votes: readonly Vote[]
  /** The row with what was changed in it, also when it was removed. */
  readonly kept: Row | null
  row: Row | null
  readonly clashes: Clash[]
}

/** Columns that say one thing together: merging them apart would say what nobody said. */
const together: Partial<Record<Listed, readonly (readonly string[])[]>> = {
  codings: [['transcript', 'start', 'end']],
  evidence: [
    ['configuration', 'theory'],
    ['coding', 'account', 'reference'],
  ],
  cells: [['theme', 'configuration', 'theory']],
  prompts: [
    ['start', 'end'],
    ['configuration', 'theory'],
  ],
  answers: [['start', 'end']],
  responses: [['transcript', 'start', 'end']],
  quotes: [['transcript', 'spans', 'text', 'form', 'approved']],
}

/** Fields that tell nothing of what was decided: the pass that made a coding, where a source file stands, the words of a text. */
export const untold: ReadonlySet<string> = new Set(['pass', 'file', 'hash', 'text', 'turns'])
const isUntold = (table: string, field: string) =>
  table === 'transcripts' ? field !== 'pass' && untold.has(field) : table === 'codings' && field === 'pass'

/** The fields of a row that are merged together with this one. */
export function unitOf(table: Listed, field: string): readonly string[] {
  return together[table]?.find(unit => unit.includes(field)) ?? [field]
}

/** Makes the function that merges rows of a table. */
export function rowMerger(study: Study, table: Listed, blank: Row): (key: string, base: Row | null, votes: readonly Vote[]) => MergedRow {
  const columns = columnsOf(table === 'lost' ? 'codings' : (table as TableName), configurationRoles(study))
  return (key, base, votes) => mergeRow({ table, columns, blank }, key, base, votes)
}

interface In {
  readonly table: Listed
  readonly columns: Columns
  readonly blank: Row
}

function mergeRow(at: In, key: string, base: Row | null, votes: readonly Vote[]): MergedRow {
  const clashes: Clash[] = []
  const merged = { table: at.table, key, base, votes, clashes }
  const adders = votes.filter(vote => vote.from === null).sort((a, b) => a.place - b.place)
  const first = adders[0]
  if (base === null && first === undefined) return { ...merged, kept: null, row: null, clashes: [removedBefore(votes)] }
  // Brought in by several from one pass it is one row; made apart it is what each makes of nothing.
  const isOne = base === null && adders.every(vote => vote.made!.pass === first!.made!.pass)
  const origin = isOne ? first!.made!.row : at.blank
  const current = base ?? origin
  const changed = mergeFields(at, current, origin, votes, clashes)
  const row: Row = { ...(base ?? first!.to!), ...changed }
  const removers = votes.filter(vote => vote.to === null)
  if (removers.length === 0) return { ...merged, kept: row, row }
  const others = votes.filter(vote => vote.to !== null)
  const unseen = removers.some(vote =>
    Object.keys(vote.from!).some(field => !isUntold(at.table, field) && !isSame(vote.from![field], current[field])),
  )
  if (others.length === 0 && !unseen) return { ...merged, kept: row, row: null }
  const said = votes.map(({ side, to }) => ({ side, value: to === null ? 'removed' : 'changed' }))
  clashes.push({ fields: [], what: 'removed by one and changed by another', todo: 'remove it again, or leave it', before: null, said })
  return { ...merged, kept: row, row }
}

function removedBefore(votes: readonly Vote[]): Clash {
  const said = votes.map(({ side, to }) => ({ side, value: to === null ? 'removed' : 'changed' }))
  return {
    fields: [],
    what: 'changed by one, and no longer in the base',
    todo: 'make it again where it is needed',
    before: 'removed',
    said,
  }
}

/** The fields that the sides change, after their merge. */
function mergeFields(
  { table, columns }: In,
  current: Row,
  origin: Row,
  votes: readonly Vote[],
  clashes: Clash[],
): Readonly<Record<string, unknown>> {
  const result: Record<string, unknown> = {}
  const present = votes.flatMap(({ side, from, to, place }) =>
    to === null ? [] : [{ side, from: from ?? origin, to, isNew: from === null, place }],
  )
  // A coding that was taken away and made again is of the pass that made it last.
  const remade = table === 'codings' ? present.filter(one => !one.isNew && one.from.pass !== one.to.pass) : []
  if (remade.length > 0) result.pass = remade.sort((a, b) => a.place - b.place)[0]!.to.pass
  const done = new Set<string>()
  for (const field of new Set(present.flatMap(one => Object.keys(one.to)))) {
    if (done.has(field) || field === 'id' || isUntold(table, field)) continue
    const unit = unitOf(table, field)
    for (const name of unit) done.add(name)
    // A blind coder who makes a coding that was hidden says nothing of how it was settled.
    const saying = current !== origin && field === 'status' ? present.filter(one => !one.isNew) : present
    const said = saying.map(one => ({ side: one.side, from: valueIn(one.from, unit), to: valueIn(one.to, unit) }))
    if (field === 'extra') {
      result.extra = mergeExtra(current, said, clashes)
      continue
    }
    const isSet = unit.length === 1 && columns[field] !== undefined && columns[field].kind !== 'spans' && holdsSeveral(columns[field])
    const before = valueIn(current, unit)
    const { value, clash } = mergeField(before, said, isSet)
    // Of a row that several made, what the earliest of them gave stands, so that the row says something; the rest is listed.
    const earliest = present.filter(one => one.isNew && !isEmpty(valueIn(one.to, unit))).sort((a, b) => a.place - b.place)[0]
    const stands = clash && isEmpty(before) && earliest !== undefined ? valueIn(earliest.to, unit) : value
    if (clash)
      clashes.push({
        ...clashOf(unit, before),
        said: said.filter(one => !isSame(one.from, one.to)).map(one => ({ side: one.side, value: one.to })),
      })
    unit.forEach((name, i) => {
      result[name] = unit.length === 1 ? stands : (stands as readonly unknown[])[i]
    })
  }
  return result
}

function clashOf(fields: readonly string[], before: unknown): Pick<Clash, 'fields' | 'what' | 'todo' | 'before'> {
  const what = isEmpty(before) ? 'given differently' : 'changed differently'
  return { fields, what, todo: 'agree on one, and change it in a pass where another stands', before }
}

function valueIn(row: Row, unit: readonly string[]): unknown {
  return unit.length === 1 ? (row[unit[0]!] ?? null) : unit.map(name => row[name] ?? null)
}

/** Further columns of a row merge each by itself. */
function mergeExtra(current: Row, said: readonly Said[], clashes: Clash[]): Readonly<Record<string, string>> {
  const result: Record<string, string> = {}
  const records = said.map(one => ({ side: one.side, from: one.from as Row['extra'] | null, to: one.to as Row['extra'] | null }))
  const names = new Set([current.extra, ...records.flatMap(one => [one.from, one.to])].flatMap(record => Object.keys(record ?? {})))
  for (const name of [...names].sort()) {
    const each = records.map(({ side, from, to }) => ({ side, from: from?.[name] ?? null, to: to?.[name] ?? null }))
    const before = current.extra?.[name] ?? null
    const { value, clash } = mergeField(before, each, false)
    const stands =
      clash && before === null
        ? each
            .map(one => one.to)
            .filter(one => one !== null)
            .sort()[0]
        : value
    if (typeof stands === 'string') result[name] = stands
    if (clash)
      clashes.push({
        ...clashOf([name], before),
        said: each.filter(one => one.from !== one.to).map(one => ({ side: one.side, value: one.to })),
      })
  }
  return result
}
