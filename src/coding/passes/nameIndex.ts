import { type NearNames, nameColumn, nearNames, type Row, type TableName } from '../../study/index.js'

/** Which row of a table is meant by a name, while the table changes. */
export interface NameIndex {
  readonly add: (row: Row) => void
  /** The id of the row with this id, or of the only one with this name. */
  readonly find: (name: string) => string | null
  /** The id or name of a row that was probably meant. */
  readonly near: (name: string) => string | null
  /** The id or name that differs from this one by nothing but capitals, accents and spaces. */
  readonly alike: (name: string) => string | null
}

/** Indexes the rows of a table by id and by name; more can be added, since a pass that makes a thousand codes asks after each. */
export function nameIndex(table: TableName, rows: readonly Row[]): NameIndex {
  const column = nameColumn[table]
  const ids = new Set<string>()
  const byName = new Map<string, string | null>()
  let list: NearNames | null = null
  const all: Row[] = []
  const called = (row: Row) => new Set([row[column ?? 'id'] ?? row.id, row.id].map(String))
  // Most passes never ask for near names, so they are folded when first asked for.
  const near = () => {
    if (list === null) {
      list = nearNames()
      for (const row of all) for (const name of called(row)) list.add(name)
    }
    return list
  }
  const add = (row: Row) => {
    all.push(row)
    ids.add(row.id)
    if (list !== null) for (const name of called(row)) list.add(name)
    const name = column === undefined ? undefined : row[column]
    if (typeof name === 'string') byName.set(name.trim(), byName.has(name.trim()) ? null : row.id)
  }
  for (const row of rows) add(row)
  return {
    add,
    find: name => (ids.has(name) ? name : (byName.get(name.trim()) ?? null)),
    near: name => near().near(name.trim()),
    alike: name => near().alike(name.trim()),
  }
}
