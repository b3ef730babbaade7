import { type Brought, namesOf, nearName, type Pass, type Row, type Study, StudyError, type TableName, tables } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { withJournal } from '../journal.js'
import type { Listed } from '../rows.js'
import { expectTold } from './studyAt.js'
import { fieldsBetween, sayValue } from './tellFields.js'
import { startTelling, type Telling } from './telling.js'
import { type Step, type Touched, walkJournal } from './touched.js'
import { undoneBy } from './undoneBy.js'

/** What one pass did to one field of a row. */
export interface Blame {
  /** The number of the pass in the journal, counted from 1. */
  readonly number: number
  readonly date: string
  /** Who did it; of work that a merge brought in, who did it in the other study. */
  readonly coder: string
  readonly kind: string
  /** The row: the one asked for, or the code of a coding at that time. */
  readonly of: string
  /** made, changed, removed, brought back; of codings also recoded, merged (its code into another), moved, settled, lost, found. */
  readonly what: string
  readonly field: string
  readonly before: string
  readonly after: string
  /** The number of the pass that took the pass back; null when it stands. */
  readonly undoneBy: number | null
  /** The id of the pass. */
  readonly pass: string
}

/**
 * Tells which passes made and changed a coding: who, when, and what of it, in order. Also of codings that are lost, settled
 * into another or removed since, and of what happened to the code they had at the time.
 *
 * @param id the id of a coding of today or of any moment before
 * @throws StudyError when the journal knows no such coding
 * @example
 * blameCoding(coded, coded.codings[0].id).rows.map(row => `${row.what} by ${row.coder} on ${row.date}`)
 * //=> ['made by MV on 2020-05-04']
 */
export function blameCoding(study: Study, id: string): Table<Blame> {
  return blameRow(study, 'codings', id)
}

/**
 * Tells which passes made and changed a row of any table: a code, a theme, a configuration.
 *
 * @param table as in `study`: codes, themes, configurations ...
 * @param id the id of a row of today or of any moment before, or the name of a code or theme of today; a configuration without
 * its theory stands for those of every theory
 * @throws StudyError when the journal knows no such row
 * @example
 * blameRow(coded, 'codes', 'regular meetings').rows[0]?.what
 * //=> 'made'
 */
export function blameRow(given: Study, table: TableName, id: string): Table<Blame> {
  const study = withJournal(given)
  expectTold(study, 'blame')
  if (!Object.hasOwn(tables, table))
    throw new StudyError([{ what: 'there is no such table', hint: `take one of: ${Object.keys(tables).join(', ')}`, call: 'blame' }])
  const gone = undoneBy(study.journal)
  const numbers = new Map(study.journal.map((pass, i) => [pass.id, i + 1]))
  const key = namesOf(table, study[table] as readonly object[] as readonly Row[])(id) ?? id
  const seen = new Set<string>()
  const known = new Set<string>()
  const rows: Blame[] = []
  for (const step of walkJournal(study.journal)) {
    const { id: pass, date, coder, kind } = step.pass
    const taker = gone.get(pass)
    const facts = { number: step.number, date, coder, kind, pass, undoneBy: taker === undefined ? null : numbers.get(taker.id)! }
    for (const one of step.touched) if (one.table === table) known.add(one.key)
    const brought = broughtBy(step.pass)
    for (const { row, ...deed } of deedsIn(step, table, key, seen)) {
      const by = brought.get(row)
      const maker = by === undefined ? {} : { coder: by.coder, date: by.date, kind: `${by.kind}, merged` }
      rows.push({ ...facts, ...maker, ...deed })
    }
  }
  if (rows.length === 0) throw new StudyError([unknown(table, id, known)])
  return new Table<Blame>({
    title: `History of ${tables[table].file === 'codings.csv' ? 'coding' : table} ${key}`,
    columns: ['number', 'date', 'coder', 'kind', 'of', 'what', 'field', 'before', 'after', 'undoneBy', 'pass'],
    rows,
    basis: study.journal.length === 1 ? 'the one pass of the journal' : `the ${study.journal.length} passes of the journal`,
    of: given,
  })
}

interface Deed extends Pick<Blame, 'of' | 'what' | 'field' | 'before' | 'after'> {
  readonly row: string
}

const rowName = (table: string, key: string) => JSON.stringify([table, key])

/** In a merge: whose work each row is. */
function broughtBy(pass: Pass): ReadonlyMap<string, Brought> {
  return new Map(
    pass.changes.flatMap(({ brings, patches }) =>
      brings === undefined ? [] : patches.map(({ table, id }) => [rowName(table, id), brings] as const),
    ),
  )
}

function unknown(table: TableName, id: string, known: ReadonlySet<string>) {
  const near = nearName(id, known)
  const hint = near === null ? `use an id of study.${table}, or one that was there before` : `did you mean ${near}?`
  return { what: `the journal knows no row of ${tables[table].file} with this id`, hint, call: 'blame' }
}

function deedsIn(step: Step, table: TableName, key: string, seen: Set<string>): readonly Deed[] {
  const telling = startTelling(step)
  const isAsked = (one: string) => one === key || (table === 'configurations' && one.startsWith(`${key}@`))
  const deeds = step.touched.flatMap(one => {
    if (!isAsked(one.key) || (one.table !== table && !(table === 'codings' && one.table === 'lost'))) return []
    return deedsOn(telling, one, seen)
  })
  return table === 'codings' ? [...deeds, ...settlings(telling, key), ...deedsOnCode(step, telling, key)] : deeds
}

function deedsOn(telling: Telling, one: Touched, seen: Set<string>): readonly Deed[] {
  const { table, key, before, after } = one
  const deed = (what: string, field = '', was = '', is = ''): Deed => ({
    row: rowName(table, key),
    of: key,
    what,
    field,
    before: was,
    after: is,
  })
  // A coding that crosses between the codings and the lost ones is told once, by where it comes to stand.
  const other = telling.touched(table === 'lost' ? 'codings' : 'lost', key)
  const crosses = (table === 'codings' || table === 'lost') && other !== undefined
  if (after === null) return crosses && other.after !== null ? [] : [deed('removed')]
  if (before === null) {
    const changed = crosses && other.before !== null ? fieldDeeds(telling, table, key, other.before, after) : []
    const what = crosses && other.before !== null ? (table === 'lost' ? 'lost' : 'found') : seen.has(key) ? 'brought back' : 'made'
    seen.add(key)
    return [deed(what), ...changed]
  }
  return [...fieldDeeds(telling, table, key, before, after), ...(one.reworded ? [deed('changed', 'text')] : [])]
}

function fieldDeeds(telling: Telling, table: Listed, key: string, before: Row, after: Row): readonly Deed[] {
  const fields = fieldsBetween(before, after)
  const moved = fields.some(([field]) => isPlace(field)) && table !== 'quotes' && before.start !== undefined
  const place = (row: Row) => `${row.start}-${row.end}`
  return [
    ...(moved ? [{ row: rowName(table, key), of: key, what: 'moved', field: 'place', before: place(before), after: place(after) }] : []),
    ...fields
      .filter(([field]) => !(moved && isPlace(field)))
      .map(([field, from, to]) => {
        const say = (value: unknown) => sayValue(table, field, value, telling.nameOf)
        return { row: rowName(table, key), of: key, what: fieldDeed(telling, table, field, from), field, before: say(from), after: say(to) }
      }),
  ]
}

const isPlace = (field: string) => field === 'start' || field === 'end'

function fieldDeed(telling: Telling, table: Listed, field: string, from: unknown): string {
  if (table !== 'codings' || field !== 'code') return 'changed'
  return telling.touched('codes', String(from))?.after === null ? 'merged' : 'recoded'
}

/** Settlements that a coding went into, made or taken out. */
function settlings(telling: Telling, key: string): readonly Deed[] {
  return telling.of('codings').flatMap(one => {
    const settles = (row: Row | null) => ((row?.settles ?? []) as readonly string[]).includes(key)
    if (settles(one.before) === settles(one.after)) return []
    const [before, after] = settles(one.after) ? ['', one.key] : [one.key, '']
    return [
      {
        row: rowName('codings', one.key),
        of: key,
        what: after === '' ? 'settling taken back' : 'settled',
        field: 'settled into',
        before,
        after,
      },
    ]
  })
}

/** What happened to the code of a coding while the coding had it. */
function deedsOnCode(step: Step, telling: Telling, key: string): readonly Deed[] {
  const coding = step.now('codings', key) ?? step.now('lost', key)
  const code = coding === undefined ? undefined : telling.touched('codes', String(coding.code))
  if (code === undefined || code.before === null || code.after === null) return []
  const of = `its code ${telling.nameOf('codes', code.key)}`
  return fieldDeeds(telling, 'codes', code.key, code.before, code.after).map(deed => ({ ...deed, of }))
}
