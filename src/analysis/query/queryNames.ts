import { type Naming, namesOf, nearName, nearRowOf, type Problem, placeOf, type Row, type Study } from '../../study/index.js'
import type { QueryValue } from './query.js'

/** The ids meant by names of rows; a name of several is told with their ids. */
export function named(
  study: Study,
  table: 'codes' | 'themes',
  noun: string,
  any: readonly QueryValue[],
  problems: Problem[],
  call: string,
): ReadonlySet<string | null> {
  const rows: readonly Row[] = study[table]
  const naming: Naming = namesOf(table, rows)
  const nameOf = (row: Row) => String(row.name ?? row.label ?? row.id)
  const ids = any.map(name => {
    if (name === null) return null
    const id = naming(String(name))
    if (id !== null) return id
    const same = rows.filter(row => nameOf(row).trim() === String(name).trim())
    const near = nearName(
      String(name),
      rows.flatMap(row => [row.id, nameOf(row)]),
    )
    problems.push(
      same.length > 1
        ? { what: `${same.length} ${table} are called "${name}"`, hint: `use the id: ${same.map(row => row.id).join(', ')}`, call }
        : missing(noun, name, near, `use one of ${table}.csv`, call),
    )
    return null
  })
  return new Set(ids.filter((id, i) => id !== null || any[i] === null))
}

/** The ids meant by names of cases. Those may be names of persons or places: what was meant is told by its row. */
export function casesNamed(study: Study, any: readonly QueryValue[], problems: Problem[], call: string): ReadonlySet<string | null> {
  const rows: readonly Row[] = study.cases
  const naming = namesOf('cases', rows)
  const ids = any.map((name, i) => {
    const id = name === null ? null : naming(String(name))
    if (name === null || id !== null) return id
    const alike = rows.filter(row => row.name === name).length
    const near = nearRowOf('cases', rows)(String(name))
    const what = alike > 1 ? `${alike} cases are called so` : 'the study has no such case'
    const hint = alike > 1 ? 'use the id' : near === null ? 'use one of cases.csv' : 'did you mean the one in this row?'
    problems.push({ what, hint, call: `${call}, value ${i + 1}`, ...(alike > 1 || near === null ? {} : placeOf('cases', near)) })
    return null
  })
  return new Set(ids.filter((id, i) => id !== null || any[i] === null))
}

const fixed = new Set(['role', 'polarity', 'stance', 'elicited', 'status'])

/** The values asked for, after noting those that nothing has. */
export function known(
  values: Iterable<string | null>,
  noun: string,
  any: readonly QueryValue[],
  problems: Problem[],
  call: string,
): ReadonlySet<string | null> {
  const there = new Set(values)
  for (const value of any) {
    if (value === null || there.has(String(value))) continue
    const names = [...there].filter(one => one !== null)
    const all = fixed.has(noun) ? `there are: ${names.join(', ')}` : 'use one that the study has'
    problems.push(missing(noun, value, nearName(String(value), names), all, call))
  }
  return new Set(any.map(value => (value === null ? null : String(value))))
}

/** The same for what may be a person's name or tell of one: neither what was asked for nor what is there is repeated. */
export function people(
  values: Iterable<string | null>,
  noun: string,
  any: readonly QueryValue[],
  problems: Problem[],
  call: string,
): ReadonlySet<string | null> {
  const there = new Set(values)
  for (const [i, value] of any.entries()) {
    if (value === null || there.has(String(value))) continue
    problems.push({ what: `the study has no such ${noun}`, hint: 'look it up in the study', call: `${call}, value ${i + 1}` })
  }
  return new Set(any.map(value => (value === null ? null : String(value))))
}

function missing(noun: string, value: QueryValue, near: string | null, otherwise: string, call: string): Problem {
  return { what: `there is no ${noun} "${value}"`, hint: near === null ? otherwise : `did you mean "${near}"?`, call }
}

/** Codes with all codes under them. */
export function withThoseUnder(study: Study, codes: ReadonlySet<string | null>): ReadonlySet<string | null> {
  const under = new Map<string, string[]>()
  for (const { id, parent } of study.codes) if (parent !== null) under.set(parent, [...(under.get(parent) ?? []), id])
  const found = new Set(codes)
  // A set goes on to what is added to it.
  for (const code of found) for (const child of under.get(code ?? '') ?? []) found.add(child)
  return found
}
