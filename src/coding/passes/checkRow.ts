import { columnsOf, configurationRoles, expectation, nearName, type Patch, rowSchema, type TableName, tables } from '../../study/index.js'
import type { Draft } from './draft.js'
import { meant } from './meant.js'

interface Checked {
  readonly columns: ReturnType<typeof columnsOf>
  readonly schema: ReturnType<typeof rowSchema>
}

/**
 * Makes the check of what a call wrote: every field is a column of its table, and holds what that column holds. Codings, which can be a
 * hundred thousand, are checked fact by fact in their calls.
 */
export function rowChecker(draft: Draft): (patches: readonly Patch[]) => void {
  const known = new Map<string, Checked>()
  const roles = configurationRoles(draft.study)
  const checkedAs = (table: TableName): Checked => {
    const one = known.get(table) ?? { columns: columnsOf(table, roles), schema: rowSchema(table, roles) }
    known.set(table, one)
    return one
  }
  return patches => {
    for (const { table, id, to } of patches) {
      if (to === undefined || table === 'codings') continue
      const row = draft.get(table as TableName, id)
      if (row !== undefined) checkFields(draft, table as TableName, to, checkedAs(table as TableName), row)
    }
  }
}

function checkFields(
  draft: Draft,
  table: TableName,
  written: Readonly<Record<string, unknown>>,
  { columns, schema }: Checked,
  row: object,
) {
  const { file } = tables[table]
  for (const name of Object.keys(written)) {
    if (name in columns || name === 'id' || name === 'extra') continue
    draft.problem(
      `"${name}" is not a column of ${file}`,
      meant(nearName(name, Object.keys(columns)), `it has: ${Object.keys(columns).join(', ')}`),
    )
  }
  const outcome = schema.safeParse(row)
  const wrong = new Set(outcome.success ? [] : outcome.error.issues.map(issue => String(issue.path[0])))
  for (const name of wrong)
    if (name in written) draft.problem(`this ${name} is not one a row of ${file} can have`, `give ${expectation(columns[name])}`)
  if (String(Object(row).id).includes(';')) draft.problem('an id cannot hold ";"', 'write it without')
}
