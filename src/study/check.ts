import type * as z from 'zod/mini'
import { checkExamples } from './checkExamples.js'
import {
  checkCodings,
  checkConfigurations,
  checkEvidence,
  checkFrame,
  checkPlaces,
  checkQuotes,
  checkRounds,
  checkThemes,
  checkTurns,
} from './checkMeaning.js'
import { type Problem, throwProblems } from './error.js'
import type { Row, Study } from './model.js'
import { type NearRow, nearRowOf } from './nearRow.js'
import { configurationRoles } from './newStudy.js'
import { expectation, rowFits, rowSchema } from './schema.js'
import { type Columns, columnsOf, type TableName, tableNames, tables } from './tables.js'

/**
 * Finds everything in a study that breaks its rules: values of the wrong kind, ids twice, references to nothing, roles
 * outside the scheme, spans outside the text, quotes that differ from the text, trees with cycles.
 *
 * @returns all problems, in the order of the tables; an empty list for a sound study
 * @example
 * findProblems(newStudy({ title: 'Walk-in clinic', language: 'en' }))
 * //=> []
 */
export function findProblems(study: Study): readonly Problem[] {
  const problems: Problem[] = []
  let ofKind = true
  const roles = configurationRoles(study)
  const ids = new Map(tableNames.map(name => [name as string, new Set(rowsOf(study, name).map(row => row.id))]))
  const near = new Map(tableNames.map(name => [name as string, nearRowOf(name, rowsOf(study, name))]))
  for (const lost of study.lost) ids.get('codings')?.add(lost.id)
  for (const table of tableNames) {
    const rows = rowsOf(study, table)
    const columns = columnsOf(table, roles)
    const wrongKind = checkValues(table, rows, columns, roles)
    ofKind &&= wrongKind.length === 0
    problems.push(...wrongKind)
    problems.push(...checkKeys(table, rows), ...checkSeparators(table, rows))
    problems.push(...checkReferences(table, rows, columns, { ids, near, roles: study.roles }))
    problems.push(...checkTrees(table, rows, columns))
  }
  // What rows mean together can be asked only when each holds what its columns hold.
  if (!ofKind) return problems
  problems.push(...checkFrame(study), ...checkRounds(study), ...checkTurns(study), ...checkCodings(study), ...checkQuotes(study))
  problems.push(
    ...checkThemes(study),
    ...checkConfigurations(study),
    ...checkEvidence(study),
    ...checkPlaces(study),
    ...checkExamples(study),
  )
  return problems
}

/** Throws one `StudyError` with everything `findProblems` finds. */
export function checkStudy(study: Study): void {
  throwProblems(findProblems(study))
}

/** The rows of a table, as rows. */
export function rowsOf(study: Study, table: TableName): readonly Row[] {
  return study[table] as readonly object[] as readonly Row[]
}

/** The place of the nth row, counted from 0, as a spreadsheet shows it under its header. */
export function placeOf(table: TableName, index: number, column?: string): Pick<Problem, 'file' | 'row' | 'column'> {
  const place = { file: tables[table].file as string, row: index + 2 }
  return column === undefined ? place : { ...place, column }
}

function checkValues(table: TableName, rows: readonly Row[], columns: Columns, roles: readonly string[]): Problem[] {
  const schema = rowSchema(table, roles)
  const fits = rowFits(table, roles)
  return rows.flatMap((row, index) => {
    if (fits(row)) return []
    const outcome = schema.safeParse(row)
    return outcome.success ? [] : outcome.error.issues.map(issue => valueProblem(table, index, columns, issue))
  })
}

function valueProblem(table: TableName, index: number, columns: Columns, issue: z.core.$ZodIssue): Problem {
  const column = String(issue.path[0] ?? '')
  return {
    what: 'this value is not of the kind the column holds',
    hint: `expected ${column === 'id' ? 'an id' : expectation(columns[column])}`,
    ...placeOf(table, index, column),
  }
}

function checkKeys(table: TableName, rows: readonly Row[]): Problem[] {
  const key = tables[table].key as readonly string[]
  const first = new Map<unknown, number>()
  const [only] = key
  return rows.flatMap((row, index) => {
    const value = key.length === 1 ? row[only!] : JSON.stringify(key.map(column => row[column] ?? null))
    const before = first.get(value)
    if (before === undefined) {
      first.set(value, index)
      return []
    }
    const what = key.length === 1 ? 'this id is used twice' : `this ${key.join(' and ')} together are used twice`
    return [{ what, hint: `row ${before + 2} has it too; give one of them another`, ...placeOf(table, index, key[0]) }]
  })
}

/** Lists in cells are separated by `;`, so an id that holds one would fall apart on the way to the disk and back. */
function checkSeparators(table: TableName, rows: readonly Row[]): Problem[] {
  return rows.flatMap((row, index) =>
    typeof row.id === 'string' && row.id.includes(';')
      ? [{ what: 'an id cannot hold ";"', hint: 'write it without', ...placeOf(table, index, 'id') }]
      : [],
  )
}

/** What can be referred to, per table. */
interface Known {
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>
  readonly near: ReadonlyMap<string, NearRow>
  readonly roles: readonly string[]
}

function checkReferences(table: TableName, rows: readonly Row[], columns: Columns, { ids, near, roles }: Known): Problem[] {
  const problems: Problem[] = []
  for (const [name, column] of Object.entries(columns)) {
    if (column.kind !== 'reference' && column.kind !== 'references' && column.kind !== 'role') continue
    const known = column.kind === 'role' ? new Set<string>(roles) : ids.get(column.of ?? '')
    rows.forEach((row, index) => {
      const value = row[name]
      if (value === null || value === undefined) return
      const unknown = Array.isArray(value) ? value.find(one => !known?.has(String(one))) : known?.has(String(value)) ? undefined : value
      if (unknown === undefined) return
      const told = column.kind === 'role' ? unknownRole : unknownReference(column.of as TableName, near.get(column.of!)!(String(unknown)))
      problems.push({ ...told, ...placeOf(table, index, name) })
    })
  }
  return problems
}

const unknownRole = { what: 'this role is not one of the study’s', hint: 'use one of the roles in study.json' }

/** A name that was meant is told by its row: the name itself may be that of a person. */
function unknownReference(of: TableName, near: number | null): Pick<Problem, 'what' | 'hint'> {
  const { file } = tables[of]
  const meant = near === null ? '' : `; row ${near + 2} of ${file} is one slip away from it`
  return { what: `this refers to something that is not in ${file}`, hint: `add it to ${file}, or correct it here${meant}` }
}

function checkTrees(table: TableName, rows: readonly Row[], columns: Columns): Problem[] {
  return Object.entries(columns)
    .filter(([name, column]) => column.of === table && column.kind === 'reference' && (name === 'parent' || name === 'from'))
    .flatMap(([name]) => {
      const above = new Map(rows.map(row => [row.id, row[name] as string | null]))
      return rows.flatMap((row, index) =>
        standsUnderItself(row.id, above)
          ? [{ what: 'this stands under itself, through what it stands under', hint: 'break the circle', ...placeOf(table, index, name) }]
          : [],
      )
    })
}

/** Whether following a tree upwards from `id` comes back to it. */
export function standsUnderItself(id: string, above: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at = above.get(id) ?? null; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}
