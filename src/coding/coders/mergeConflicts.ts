import { type Coding, nameColumn, nearName, type Study, type TableName } from '../../study/index.js'
import { listed } from '../rows.js'
import { type Steps, stepOf } from './broughtSteps.js'
import { placeOfField } from './mergeChanges.js'
import type { Merged } from './mergeRepairs.js'
import type { Clash, MergedRow, Vote } from './mergeRow.js'
import type { Side } from './mergeSides.js'

/** Something on which studies that were worked on apart do not agree. */
export interface Conflict {
  readonly table: string
  readonly id: string
  /** The column, or columns that belong together; empty when it is the row as a whole. */
  readonly field: string
  readonly what: string
  /** What the base has. */
  readonly before: string
  /** What each side has, with the coder and the day of the pass that gave it. */
  readonly sides: string
  /** What stands in the merged study. */
  readonly stands: string
  readonly todo: string
  readonly transcript: string | null
  readonly start: number | null
  readonly end: number | null
  /** The passes of the sides. */
  readonly passes: string
}

/** Everything the sides do not agree on, in the order of the tables. */
export function listConflicts(study: Study, merged: Merged, sides: readonly Side[], steps: Steps): readonly Conflict[] {
  const rows = [...merged].flatMap(([, perKey]) =>
    [...perKey.values()].flatMap(one => one.clashes.map(clash => conflictOf(one, clash, steps))),
  )
  const all = [...rows, ...nearNames(study, merged, sides, steps), ...settledApart(study, merged, steps)]
  return all.sort(
    (a, b) =>
      listed.indexOf(a.table as TableName) - listed.indexOf(b.table as TableName) ||
      compare(a.id, b.id) ||
      compare(a.field, b.field) ||
      compare(a.what, b.what),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function conflictOf(one: MergedRow, clash: Clash, steps: Steps): Conflict {
  const { table, key, row } = one
  const voters = new Map(one.votes.map(vote => [vote.side, vote]))
  const said = clash.said.map(({ side, value, by }) => ({
    place: placeOfClash(by ?? voters.get(side), clash.fields, steps, table),
    value: sayValue(value),
  }))
  const stands =
    row === null
      ? 'not in the study'
      : clash.fields.length === 0
        ? 'in the study'
        : sayValue(clash.fields.map(field => row[field] ?? row.extra[field] ?? null))
  const coding = table === 'codings' || table === 'lost' ? ((row ?? one.kept ?? one.base) as object as Coding | null) : null
  return {
    table,
    id: key,
    field: clash.fields.join(', '),
    what: clash.what,
    before: sayValue(clash.before),
    ...sayers(said, steps),
    stands,
    todo: clash.todo,
    ...whereOf(coding),
  }
}

function placeOfClash(vote: Vote | undefined, fields: readonly string[], steps: Steps, table: string): number {
  if (vote === undefined) return -1
  return Math.max(vote.place, ...fields.map(field => placeOfField(vote, field, steps, table)))
}

function whereOf(coding: Coding | null): Pick<Conflict, 'transcript' | 'start' | 'end'> {
  return { transcript: coding?.transcript ?? null, start: coding?.start ?? null, end: coding?.end ?? null }
}

/** Who says what, each once, in the order of the passes. */
function sayers(said: readonly { readonly place: number; readonly value: string }[], steps: Steps): Pick<Conflict, 'sides' | 'passes'> {
  const told = new Map<string, string>()
  for (const { place, value } of [...said].sort((a, b) => a.place - b.place || compare(a.value, b.value))) {
    const by = steps.all[stepOf(place)]?.brings
    const who = by === undefined ? 'another' : `${by.coder} ${by.date}`.trim() || by.kind
    told.set(`${who}: ${value === '' ? 'nothing' : value}`, by?.pass ?? '')
  }
  return { sides: [...told.keys()].join(' | '), passes: [...new Set(told.values())].filter(pass => pass !== '').join('; ') }
}

/** A value of a row, in words. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value
      .map(sayValue)
      .filter(one => one !== '')
      .join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Codes and themes that were named apart and whose names are the same or one slip apart: two that may be one. */
function nearNames(study: Study, merged: Merged, sides: readonly Side[], steps: Steps): readonly Conflict[] {
  return (['codes', 'themes'] as const).flatMap(table => {
    const column = nameColumn[table]!
    const nameOf = (row: object) => String((row as Record<string, unknown>)[column] ?? (row as { id: string }).id)
    const known = sides.map(side => new Set(side.study[table].map(row => `${row.id}\n${nameOf(row)}`)))
    const named = [...(merged.get(table)?.values() ?? [])].filter(
      one => one.row !== null && (one.base === null || nameOf(one.base) !== nameOf(one.row)),
    )
    const seen = new Set<string>()
    return named.flatMap(one => {
      // A coder who had both before her meant two.
      const strange = study[table].filter(
        other => other.id !== one.key && !known.some(names => [one.row!, other].every(row => names.has(`${row.id}\n${nameOf(row)}`))),
      )
      const near = strange.filter(other => nameOf(other) === nameOf(one.row!) || nearName(nameOf(one.row!), [nameOf(other)]) !== null)
      return near.flatMap(other => {
        const pair = [one.key, other.id].sort()
        if (seen.has(pair.join('\n'))) return []
        seen.add(pair.join('\n'))
        const said = pair.map(key => ({ place: placeOfRow(merged.get(table)?.get(key), steps), value: key }))
        const what = `two ${table} have names that are almost the same`
        const todo = table === 'codes' ? 'merge the two if they are one, in an axial pass' : 'put what belongs together into one of the two'
        return [
          { table, id: pair[0]!, field: column, what, before: '', ...sayers(said, steps), stands: pair.join('; '), todo, ...whereOf(null) },
        ]
      })
    })
  })
}

function placeOfRow(one: MergedRow | undefined, steps: Steps): number {
  const places = (one?.votes ?? []).map(vote => vote.place).filter(place => place >= 0)
  return places.length === 0 ? steps.all.length * 2 ** 31 : Math.min(...places)
}

/** Readings that settle the same codings, agreed on apart. */
function settledApart(study: Study, merged: Merged, steps: Steps): readonly Conflict[] {
  const rows = merged.get('codings')
  const isNew = (coding: Coding) => rows?.get(coding.id)?.base === null
  const readings = study.codings.filter(coding => coding.status === 'settled' && coding.settles.length > 0)
  const bySettled = new Map<string, Coding[]>()
  for (const one of readings) for (const id of new Set(one.settles)) bySettled.set(id, [...(bySettled.get(id) ?? []), one])
  const seen = new Set<string>()
  return [...bySettled.values()].flatMap(group => {
    const ids = group.map(one => one.id).sort()
    if (group.length < 2 || !group.some(isNew) || seen.has(ids.join('\n'))) return []
    seen.add(ids.join('\n'))
    const said = group.map(one => ({ place: placeOfRow(rows?.get(one.id), steps), value: readingOf(one) }))
    const todo = 'both stand: settle these readings in an axial pass'
    return [
      {
        table: 'codings',
        id: ids[0]!,
        field: 'settles',
        what: 'settled differently',
        before: '',
        ...sayers(said, steps),
        stands: ids.join('; '),
        todo,
        ...whereOf(group[0]!),
      },
    ]
  })
}

function readingOf({ code, role, polarity, stance, memo }: Coding): string {
  return sayValue([code, role, polarity, stance, memo])
}
