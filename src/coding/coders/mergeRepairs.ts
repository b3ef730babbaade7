import {
  type Code,
  type Coding,
  columnsOf,
  configurationRoles,
  type Evidence,
  findProblems,
  type Problem,
  type Row,
  type Study,
  StudyError,
  standsUnder,
  type TableName,
  tableNames,
  tables,
} from '../../study/index.js'
import { wholeRows } from '../journalRow.js'
import { keyOf, type Listed, listed } from '../rows.js'
import { type Clash, type MergedRow, unitOf } from './mergeRow.js'

export type Merged = ReadonlyMap<Listed, ReadonlyMap<string, MergedRow>>

/** The base with the merged rows in it. */
export function withMerged(base: Study, merged: Merged): Study {
  const changed = [...merged].map(([table, rows]) => {
    const before = base[table] as readonly object[] as readonly Row[]
    const kept = before.flatMap(row => {
      const one = rows.get(keyOf(table, row))
      return one === undefined ? [row] : one.row === null ? [] : [one.row]
    })
    return [table, [...kept, ...[...rows.values()].flatMap(one => (one.base === null && one.row !== null ? [one.row] : []))]]
  })
  return { ...base, ...Object.fromEntries(changed) }
}

/**
 * Sees to it that what was merged row by row goes together: what is still used stays, and changes that cannot stand beside each
 * other are not made. Each is listed.
 */
export function repair(base: Study, merged: Merged): void {
  keepUsed(base, merged)
  keepAccounts(base, merged)
  dropExamples(base, merged)
  takeBack(base, merged)
}

/** A row that one removed and that another still refers to stays. */
function keepUsed(base: Study, merged: Merged): void {
  for (;;) {
    const removed = [...merged].flatMap(([table, rows]) =>
      [...rows.values()].filter(one => one.base !== null && one.row === null).map(one => ({ table, one })),
    )
    if (removed.length === 0) return
    const users = usersOf(withMerged(base, merged), new Set(removed.map(({ table }) => table)))
    const kept = removed.flatMap(({ table, one }) => {
      const using = users.get(`${table}\n${one.key}`) ?? users.get(`${table}\n${one.base!.id}`)
      return using === undefined ? [] : [{ one, using }]
    })
    if (kept.length === 0) return
    for (const { one, using } of kept) {
      one.row = one.kept
      one.clashes.push(stillUsed(one, using, merged))
    }
  }
}

interface User {
  readonly table: Listed
  readonly key: string
}

/** Per table and id: the rows that name it. */
function usersOf(study: Study, of: ReadonlySet<Listed>): ReadonlyMap<string, readonly User[]> {
  const users = new Map<string, User[]>()
  const roles = configurationRoles(study)
  for (const table of listed) {
    const columns = columnsOf(table === 'lost' ? 'codings' : (table as TableName), roles)
    const naming = Object.entries(columns).flatMap(([name, column]) => (of.has(column.of as Listed) ? [[name, column.of!] as const] : []))
    if (of.has('configurations')) for (const name of namingConfigurations[table] ?? []) naming.push([name, 'configurations'])
    if (naming.length === 0) continue
    for (const row of study[table] as readonly object[] as readonly Row[]) {
      for (const [name, named] of naming) {
        for (const id of [row[name]].flat()) {
          if (id === null || id === undefined) continue
          const exact = named === 'configurations' ? keyOf(named, { id, theory: table === 'configurations' ? null : row.theory }) : id
          const user = { table, key: keyOf(table, row) }
          const there = users.get(`${named}\n${exact}`)
          if (there === undefined) users.set(`${named}\n${exact}`, [user])
          else there.push(user)
        }
      }
    }
  }
  return users
}

const namingConfigurations: Partial<Record<Listed, readonly string[]>> = {
  evidence: ['configuration'],
  cells: ['configuration'],
  prompts: ['configuration'],
  quotes: ['configurations'],
  configurations: ['from', 'rivalOf'],
}

function stillUsed(one: MergedRow, users: readonly User[], merged: Merged): Clash {
  const where = [...new Set(users.map(user => user.table))].join(', ')
  const votes = users.flatMap(({ table, key }) => (merged.get(table)?.get(key)?.votes ?? []).filter(vote => vote.to !== null))
  const using = new Map(votes.sort((a, b) => b.place - a.place).map(vote => [vote.side, vote]))
  const removers = one.votes.filter(vote => vote.to === null).map(vote => vote.side)
  return {
    fields: [],
    what: 'removed by one and still used',
    todo: `move what uses it (${where}) and remove it again, or leave it`,
    before: `used in ${where}`,
    said: [
      ...removers.map(side => ({ side, value: 'removed' })),
      ...[...using.values()].filter(vote => !removers.includes(vote.side)).map(by => ({ side: by.side, value: `used in ${where}`, by })),
    ],
  }
}

const rowsIn = (merged: Merged, table: Listed): readonly MergedRow[] => [...(merged.get(table)?.values() ?? [])]

/** Evidence that rests on an account keeps the codings of that account together. */
function keepAccounts(base: Study, merged: Merged): void {
  const study = withMerged(base, merged)
  const accounts = new Set(study.codings.map(coding => coding.account))
  const missing = new Set(
    study.evidence.flatMap((one: Evidence) => (one.account === null || accounts.has(one.account) ? [] : [one.account])),
  )
  if (missing.size === 0) return
  for (const one of rowsIn(merged, 'codings')) {
    const before = (one.base as Coding | null)?.account ?? null
    const given = [before, ...one.votes.map(vote => (vote.to as Coding | null)?.account ?? null)].find(
      account => account !== null && missing.has(account),
    )
    if (given === undefined || one.kept === null) continue
    one.clashes.push(
      clash(one, ['account'], 'changed by one, and evidence rests on it', 'join the codings again, or change the evidence', before),
    )
    one.row = { ...(one.row ?? one.kept), account: given! }
  }
}

/** A coding that one marked as an example of a code and another gave to another code is no longer its example. */
function dropExamples(base: Study, merged: Merged): void {
  const study = withMerged(base, merged)
  if (!study.codes.some(code => code.typical.length + code.borderline.length > 0)) return
  const above = new Map(study.codes.map(code => [code.id, code.parent]))
  const codeOf = new Map([...study.codings, ...study.lost].map(coding => [coding.id, coding.code]))
  const isOf = (id: string, code: string) => standsUnder(codeOf.get(id) ?? '', code, above)
  for (const code of study.codes) {
    const typical = code.typical.filter(id => isOf(id, code.id))
    const borderline = code.borderline.filter(id => isOf(id, code.id) && !typical.includes(id))
    const both = typical.filter(id => code.borderline.includes(id))
    if (typical.length === code.typical.length && borderline.length === code.borderline.length) continue
    const one = mergedRowOf(base, merged, 'codes', code.id)
    const was = one.base as Code | null
    one.row = {
      ...code,
      typical: typical.filter(id => !both.includes(id) || was?.typical.includes(id)),
      borderline: code.borderline.filter(id => isOf(id, code.id) && (!both.includes(id) || was?.borderline.includes(id))),
    } as Row
    one.clashes.push(
      clash(one, ['typical', 'borderline'], 'an example that does not go with the rest', 'mark it again where it belongs', null),
    )
  }
}

function clash(one: MergedRow, fields: readonly string[], what: string, todo: string, before: unknown): Clash {
  const said = one.votes.map(vote => ({ side: vote.side, value: vote.to === null ? 'removed' : fields.flatMap(field => vote.to![field]) }))
  return { fields, what, todo, before, said }
}

/** The merged row of a key; for a row that no side touched it is made. */
function mergedRowOf(base: Study, merged: Merged, table: Listed, key: string): MergedRow {
  const rows = (merged as Map<Listed, Map<string, MergedRow>>).get(table) ?? new Map<string, MergedRow>()
  ;(merged as Map<Listed, Map<string, MergedRow>>).set(table, rows)
  const known = rows.get(key)
  if (known !== undefined) return known
  const row = (base[table] as readonly object[] as readonly Row[]).find(one => keyOf(table, one) === key)!
  const made: MergedRow = { table, key, base: row, votes: [], kept: row, row, clashes: [] }
  rows.set(key, made)
  return made
}

const rounds = 20

/** What still breaks a rule of the study is not changed, or where it is new not added. */
function takeBack(base: Study, merged: Merged): void {
  for (let round = 0; round < rounds; round++) {
    const study = withMerged(base, merged)
    const problems = findProblems(study)
    if (problems.length === 0) return
    const wrong = problems
      .map(problem => ({ problem, one: rowAt(study, merged, problem) }))
      .filter(({ one }) => one !== undefined && one.row !== null)
    const done = wrong.map(({ problem, one }) => takeBackRow(study, one!, problem.column))
    if (done.some(Boolean)) continue
    if (problems.length <= findProblems(base).length) return
    throw new StudyError(problems)
  }
}

function rowAt(study: Study, merged: Merged, { file, row }: Problem): MergedRow | undefined {
  const table = tableNames.find(name => tables[name].file === file)
  if (table === undefined || row === undefined) return undefined
  const found = (study[table] as readonly object[] as readonly Row[])[row - 2]
  return found === undefined ? undefined : merged.get(table)?.get(keyOf(table, found))
}

/** Puts a value, or else the whole row, back to what the base has; false when that is what stands already. */
function takeBackRow(study: Study, one: MergedRow, column: string | undefined): boolean {
  const todo = 'look at both and make one of the two changes again'
  const before = one.base ?? wholeRows(study, one.table)({ id: one.row!.id })
  const unit = column === undefined ? [] : unitOf(one.table, column)
  const differs = (field: string) => JSON.stringify(one.row![field] ?? null) !== JSON.stringify(before[field] ?? null)
  if (unit.some(differs)) {
    one.clashes.push(
      clash(
        one,
        unit,
        'does not go together with what another changed',
        todo,
        unit.flatMap(field => before[field]),
      ),
    )
    one.row = { ...one.row!, ...Object.fromEntries(unit.map(field => [field, before[field]])) }
    return true
  }
  const isNew = one.base === null
  if (!isNew && !Object.keys(one.row!).some(differs)) return false
  one.clashes.push(clash(one, [], isNew ? 'rests on what another took away' : 'does not go together with what another changed', todo, null))
  one.row = one.base
  return true
}
