import type { Language } from '../language/index.js'
import { isRowId, type Row, type RowOf, type Study, type TableName, tables } from '../study/index.js'
import { carriedSpans } from './carriedSpans.js'
import type { Closed } from './closedTo.js'
import type { QuoteFate } from './safeQuotes.js'
import type { SafeTranscript } from './safeTranscript.js'
import { unlinkedOrders } from './unlinkedOrders.js'

/** What building a safe study needs to know. */
export interface SafeStudyOptions {
  readonly language: Language
  /** Replaces the names in a text. */
  readonly say: (text: string) => string
  /** The same for words of a transcript, in which a name may mean somebody in particular. */
  readonly sayIn: (text: string, transcript: string) => string
  readonly texts: ReadonlyMap<string, SafeTranscript>
  readonly fates: readonly QuoteFate[]
  /** The attributes of respondents and cases to carry. */
  readonly attributes: readonly string[]
  readonly today?: string
  /** What is not carried because it may not be archived; null: nothing is archived. */
  readonly closed: Closed | null
  /** Whether ids must not tell in which order, and so by whom, things were said. */
  readonly unlinked: boolean
}

/** How names and ids of a study are written in the safe study. */
export interface Names {
  readonly say: (text: string | null) => string | null
  readonly id: (table: TableName, id: string) => string
  readonly ref: (table: TableName, id: string | null) => string | null
  readonly refs: (table: TableName, ids: readonly string[]) => readonly string[]
  /** An id of any table, as a page is about it. */
  readonly any: (id: string) => string
  readonly coder: (coder: string) => string
  readonly account: (account: string | null) => string | null
  /** All ids, per table by the ids of the original. */
  readonly ids: ReadonlyMap<TableName, ReadonlyMap<string, string>>
}

/** Names and ids as the safe study writes them. */
export function safeNames(study: Study, options: SafeStudyOptions): Names {
  const { say, language, unlinked } = options
  // An id that was made from what a row says lets anyone find out whether a guess of it is right.
  const quoteName = (id: string, i: number) => (isRowId(id) ? `q${i + 1}` : say(id))
  // Who is called by a label has a number of the researcher's besides, which may be that of the interview.
  const personName = (id: string) => {
    const label = study.respondents.find(one => one.id === id)?.label?.trim()
    return label && label !== language.labelOf(id) ? label.replace(/[;=+]/gu, ' ') : say(id)
  }
  const named: Partial<Record<TableName, (id: string, i: number) => string>> = { quotes: quoteName, respondents: personName }
  const numbered: Partial<Record<TableName, string>> = {
    transcripts: 't',
    codings: 'c',
    ...(unlinked ? { respondents: 'r', quotes: 'q' } : {}),
  }
  const orders = unlinked ? unlinkedOrders(study, options) : null
  // Codings that are not carried take no number among the others: a number left out would tell of them.
  const spanOf = carriedSpans(study, options)
  const isCarried = new Map(study.codings.map(one => [one.id, spanOf(one) !== null]))
  const carriedFirst = (rows: readonly { readonly id: string }[]) => [
    ...rows.filter(one => isCarried.get(one.id) !== false),
    ...rows.filter(one => isCarried.get(one.id) === false),
  ]
  const ids = new Map<TableName, Map<string, string>>()
  for (const table of ['transcripts', 'respondents', 'cases', 'topics', 'codes', 'codings', 'themes', 'quotes', 'theories'] as const) {
    const prefix = numbered[table]
    const rows = study[table] as readonly { readonly id: string }[]
    ids.set(
      table,
      prefix === undefined
        ? uniqueNames(rows, named[table] ?? say)
        : new Map(carriedFirst(orders?.get(table) ?? rows).map((row, i) => [row.id, `${prefix}${i + 1}`])),
    )
  }
  const coders = new Map<string, string>()
  const accounts = new Map<string, string>()
  const number = (known: Map<string, string>, name: string, label: string) => {
    if (!known.has(name)) known.set(name, `${label}${known.size + 1}`)
    return known.get(name)!
  }
  const id = (table: TableName, one: string) => ids.get(table)?.get(one) ?? say(one)
  return {
    say: text => (text === null ? null : say(text)),
    id,
    ref: (table, one) => (one === null ? null : id(table, one)),
    refs: (table, many) => many.map(one => id(table, one)),
    any: one => [...ids.values()].find(known => known.has(one))?.get(one) ?? accounts.get(one) ?? say(one),
    coder: coder => (coder === '' ? '' : number(coders, coder, `${language.texts.headCoder} `)),
    account: account => (account === null ? null : number(accounts, account, 'a')),
    ids,
  }
}

/** Ids with their names replaced; two that become alike get a number. */
function uniqueNames(rows: readonly { readonly id: string }[], named: (id: string, i: number) => string): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    rows.map(({ id }, i) => {
      const safe = named(id, i)
      let unique = safe
      for (let n = 2; taken.has(unique); n++) unique = `${safe} (${n})`
      taken.add(unique)
      return [id, unique]
    }),
  )
}

/** The declared columns of a row and nothing else; those that hold names are replaced where this is used. */
export function only<T extends TableName>(table: T, row: RowOf<T>): RowOf<T> {
  const declared = Object.keys(tables[table].columns).filter(column => column in row)
  return Object.fromEntries(['id', 'extra', ...declared].map(column => [column, Reflect.get(row, column)])) as RowOf<T>
}

/** Texts of a row with their names replaced. */
export function sayAll<R extends Row, K extends keyof R & string>(
  names: Names,
  row: R,
  fields: readonly K[],
): { readonly [F in K]: string | null } {
  return Object.fromEntries(fields.map(field => [field, names.say((row[field] ?? null) as string | null)])) as { [F in K]: string | null }
}
