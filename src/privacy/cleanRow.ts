import { columnsOf, configurationRoles, type Study, type TableName, tableNames } from '../study/index.js'
import { namesPerson } from './cutSpeech.js'
import { type WordRuns, withdrawnMark, withMarks } from './wordRuns.js'

type Fields = Readonly<Record<string, unknown>>

/** Takes what a person said, and what names her, out of rows that stay. */
export interface Cleaner {
  /** A text with a mark where a run of her words stood; the very same text when there was none. */
  readonly text: (text: string) => string
  readonly id: (table: string, id: string) => string
  /** Fields of a row; the very same when there is nothing to take out. */
  readonly row: <R extends Fields>(table: string, row: R) => R
}

export interface CleanerOptions {
  readonly runs: WordRuns
  readonly respondent: string
  /** The ids of rows that are gone, per table: nothing may refer to them. */
  readonly gone: ReadonlyMap<string, ReadonlySet<string>>
}

// References that are no references in the declaration, since their table has a key of two columns.
const configurationColumns: Readonly<Record<string, readonly string[]>> = {
  configurations: ['from', 'rivalOf'],
  quotes: ['configurations'],
  evidence: ['configuration'],
  cells: ['configuration'],
  prompts: ['configuration'],
}

/** Makes the cleaner of a study: an id that holds her words gets another, everywhere. */
export function cleanerOf(study: Study, { runs, respondent, gone }: CleanerOptions): Cleaner {
  const known = new Map<string, string>()
  const parts = partsCalledAfter(study, respondent)
  const text = (from: string): string => {
    const before = known.get(from)
    if (before !== undefined) return before
    const unnamed = parts.reduce((said, [part, instead]) => said.replaceAll(part, instead), from)
    const spans = runs.find(unnamed)
    const after = spans.length === 0 ? unnamed : withMarks(unnamed, spans)
    known.set(from, after)
    return after
  }
  const renamed = renames(study, text)
  const id = (table: string, one: string) => renamed.get(table === 'lost' ? 'codings' : table)?.get(one) ?? one
  const columns = new Map(tableNames.map(table => [table as string, columnsOf(table, configurationRoles(study))]))

  function value(table: string, name: string, held: unknown, row: Fields): unknown {
    if (name === 'id' && typeof held === 'string') return id(table, held)
    const of = configurationColumns[table]?.includes(name)
      ? 'configurations'
      : columns.get(table === 'lost' ? 'codings' : table)?.[name]?.of
    if (of !== undefined && typeof held === 'string') return gone.get(of)?.has(held) ? null : id(of, held)
    if (of !== undefined && Array.isArray(held)) {
      return sameOr(
        held,
        held.filter(one => !gone.get(of)?.has(one)).map(one => id(of, String(one))),
      )
    }
    if (table === 'transcripts' && name === 'speakers' && Array.isArray(held))
      return sameOr(
        held,
        held.filter(one => !namesPerson(String(one), respondent)),
      )
    // A code that is called by its id goes on being so.
    if (typeof held === 'string') return row.id === held ? id(table, held) : text(held)
    if (Array.isArray(held) && typeof held[0] === 'string')
      return sameOr(
        held,
        held.map(one => text(String(one))),
      )
    if (name === 'extra' && typeof held === 'object' && held !== null) {
      const entries = Object.entries(held as Readonly<Record<string, string>>)
      const clean = entries.map(([key, one]) => [key, text(one)] as const)
      return clean.every(([, one], i) => one === entries[i]![1]) ? held : Object.fromEntries(clean)
    }
    return held
  }
  return {
    text,
    id,
    row: (table, row) => {
      let changed: Record<string, unknown> | null = null
      for (const [name, held] of Object.entries(row)) {
        const after = name === 'text' && table === 'transcripts' ? held : value(table, name, held, row)
        if (after === held) continue
        changed ??= { ...row }
        changed[name] = after
      }
      return (changed ?? row) as typeof row
    },
  }
}

function sameOr(held: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return held.length === after.length && held.every((one, i) => one === after[i]) ? held : after
}

/** Codes that a split by who spoke called after her, as in "trust (10)", and what they are called instead. */
function partsCalledAfter({ codes, journal }: Study, respondent: string): readonly (readonly [string, string])[] {
  const made = journal.flatMap(pass => pass.changes.flatMap(({ patches }) => patches.filter(one => one.table === 'codes')))
  const all = new Set([
    ...codes.flatMap(one => [one.id, one.name ?? one.id]),
    ...made.flatMap(({ id, to }) => [id, String(to?.name ?? id)]),
  ])
  return [...all].flatMap(name => {
    const [, whole, who = ''] = /^(.+) \(([^()]+)\)$/su.exec(name) ?? []
    const isHers = whole !== undefined && all.has(whole) && who.split(', ').includes(respondent)
    return isHers ? [[name, `${whole} (${withdrawnMark})`] as const] : []
  })
}

/** New ids for rows that are called by her words, such as in-vivo codes; those of the journal too. */
function renames(study: Study, text: (from: string) => string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const ids = new Map<string, Set<string>>([...tableNames, 'pages', 'memos'].map(table => [table, new Set()]))
  for (const table of [...tableNames, 'pages', 'memos'] as const) for (const row of study[table]) ids.get(table)!.add(row.id)
  for (const pass of study.journal) {
    for (const { patches } of pass.changes) {
      for (const { table, id, to, from } of patches) {
        const held = (to ?? from)?.id
        ids.get(table === 'lost' ? 'codings' : table)?.add(typeof held === 'string' || table !== 'configurations' ? String(held ?? id) : id)
      }
    }
  }
  return new Map([...ids].map(([table, known]) => [table, renamesIn(known, text)]))
}

function renamesIn(ids: ReadonlySet<string>, text: (from: string) => string): ReadonlyMap<string, string> {
  const taken = new Set(ids)
  const renamed = new Map<string, string>()
  for (const id of ids) {
    const clean = text(id)
    if (clean === id) continue
    let free = clean
    for (let n = 2; taken.has(free); n++) free = `${clean} ${n}`
    taken.add(free)
    renamed.set(id, free)
  }
  return renamed
}

/** A table whose rows `cleanerOf` knows the columns of. */
export type CleanTable = TableName | 'lost'
