import {
  type Coding,
  columnsOf,
  configurationRoles,
  type Problem,
  standsUnderItself,
  type TableName,
  tableNames,
  tables,
} from '../../study/index.js'
import type { Draft, Made } from './draft.js'
import { sourcesBehind } from './sourcesBehind.js'

/** A row that a pass wrote or took away, and the call that did so last. */
interface Touched {
  readonly table: TableName
  readonly id: string
  readonly call: string
  readonly fields: ReadonlySet<string>
}

/**
 * What the calls of a pass, each sound by itself, leave behind together: names of rows that are gone, circles, accounts of nobody or of
 * several sources. Only what the pass touched is looked at.
 */
export function checkLeft(draft: Draft, made: readonly Made[]): Problem[] {
  const touched = touchedBy(made)
  return [...checkGone(draft, touched), ...checkWritten(draft, touched), ...checkCircles(draft, touched), ...checkAccounts(draft, made)]
}

function touchedBy(made: readonly Made[]): readonly Touched[] {
  const touched = new Map<string, Touched>()
  for (const { call, patches } of made) {
    for (const { table, id, to } of patches) {
      // Codings are checked in their calls; only where they went to can others be left pointing at nothing.
      if (table === 'codings' && to !== undefined) continue
      const key = `${table}\n${id}`
      const fields = new Set([...(touched.get(key)?.fields ?? []), ...Object.keys(to ?? {})])
      touched.set(key, { table: table as TableName, id, call, fields })
    }
  }
  return [...touched.values()]
}

/** Rows that are gone may be named by no row that is left. */
function checkGone(draft: Draft, touched: readonly Touched[]): Problem[] {
  const gone = touched.filter(({ table, id }) => draft.get(table, id) === undefined)
  const calls = new Map(gone.map(({ table, id, call }) => [`${table}\n${id}`, call]))
  const roles = configurationRoles(draft.study)
  return tableNames.flatMap(table => {
    const columns = Object.entries(columnsOf(table, roles)).filter(([, column]) => gone.some(one => one.table === column.of))
    if (columns.length === 0) return []
    return draft.all(table).flatMap((row, at) =>
      columns.flatMap(([column, { of }]): Problem[] => {
        const call = valuesIn(row[column])
          .map(value => calls.get(`${of}\n${value}`))
          .find(one => one !== undefined)
        if (call === undefined) return []
        const what = `this takes away what a row of ${tables[table].file} names`
        return [{ what, hint: 'change or take away that row first', call, file: tables[table].file, row: at + 2, column }]
      }),
    )
  })
}

/** Rows that were written name rows that are there. */
function checkWritten(draft: Draft, touched: readonly Touched[]): Problem[] {
  const roles = configurationRoles(draft.study)
  return touched.flatMap(({ table, id, call, fields }) => {
    const row = draft.get(table, id)
    if (row === undefined) return []
    return [...fields].flatMap((column): Problem[] => {
      const { kind, of } = columnsOf(table, roles)[column] ?? {}
      const isKnown = (value: unknown) =>
        kind === 'role' ? draft.study.roles.includes(String(value)) : draft.get(of as TableName, String(value)) !== undefined
      if (kind !== 'role' && of === undefined) return []
      if (valuesIn(row[column]).every(isKnown)) return []
      const what =
        kind === 'role' ? 'this role is not one of the study’s' : `this names something that is not in ${tables[of as TableName].file}`
      return [{ what, hint: `correct ${column}`, call }]
    })
  })
}

const circling: Partial<Record<TableName, string>> = { codes: 'a code', themes: 'a theme', theories: 'a version of the theory' }

function checkCircles(draft: Draft, touched: readonly Touched[]): Problem[] {
  return touched.flatMap(({ table, id, call, fields }): Problem[] => {
    const column = (['parent', 'from'] as const).find(name => fields.has(name) && tables[table].key.length === 1)
    const isTree = column !== undefined && columnsOf(table, [])[column]?.of === table && columnsOf(table, [])[column]?.kind === 'reference'
    if (!isTree) return []
    const above = new Map(draft.all(table).map(row => [row.id, row[column] as string | null]))
    return standsUnderItself(id, above)
      ? [{ what: `${circling[table] ?? 'a row'} cannot stand under itself`, hint: 'choose another place for it', call }]
      : []
  })
}

/** An account is of one source, and one that is given as evidence has codings. */
function checkAccounts(draft: Draft, made: readonly Made[]): Problem[] {
  const joined = new Map<string, string>()
  const left = new Map<unknown, string>()
  for (const { call, patches } of made) {
    for (const { table, from, to } of patches) {
      if (table === 'evidence' && to !== undefined) left.set(to.account, call)
      if (table !== 'codings') continue
      if (typeof to?.account === 'string') joined.set(to.account, call)
      if (from?.account !== undefined) left.set(from.account, call)
    }
  }
  const several = [...joined].flatMap(([account, call]): Problem[] => {
    const codings = draft.having('codings', 'account', account) as readonly object[] as readonly Coding[]
    const sources = new Set(codings.flatMap(coding => sourcesBehind(draft, coding)))
    if (sources.size <= 1) return []
    return [
      { what: 'an account is the explanation of one source', hint: 'join only what one person, or a group that speaks as one, said', call },
    ]
  })
  const lost = [...left].flatMap(([account, call]) =>
    typeof account !== 'string' || draft.having('codings', 'account', account).length > 0
      ? []
      : draft.having('evidence', 'account', account).map(row => ({
          what: 'evidence rests on an account of which no coding is left',
          hint: 'take that evidence away first',
          call,
          ...draft.place('evidence', row.id),
        })),
  )
  return [...several, ...lost]
}

function valuesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
}
