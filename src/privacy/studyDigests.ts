import { type Study, sha256Hex, tableNames, tables } from '../study/index.js'

/** A SHA-256 per part of a study, in hexadecimal, by the file that holds the part on disk. */
export type Digests = Readonly<Record<string, string>>

/**
 * Columns that are not of the snapshot: where a source stands and its hash, which a save makes anew; the pass that made a
 * coding, which is the journal's; and what follows from other columns.
 */
const notOfIt: Readonly<Record<string, ReadonlySet<string>>> = {
  transcripts: new Set(['file', 'hash']),
  codings: new Set(['pass', 'quote', 'lost']),
  lost: new Set(['pass', 'quote', 'lost']),
}

const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(tableNames.map(table => [table, tables[table].file])),
  lost: tables.codings.file,
  pages: 'report/',
  memos: 'memos/',
}

/**
 * Digests a study as it stands: everything that saving it and opening it again carries. That is what `study.json` says,
 * the rows of all tables with their further columns, the texts and turns of transcripts, and the pages. Not of it are the
 * journal (opening a folder may add a pass), where the sources of transcripts stand and their hashes, and which pass made a
 * coding. A field that holds nothing and one that is not there are the same; the order of fields does not matter, that of rows does.
 */
export function studyDigests(study: Study): Digests {
  const parts = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(study).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name === 'journal' || !holds(value)) continue
    const file = files[name] ?? 'study.json'
    const lines = isRecords(value) ? linesOf(name, value) : [`${JSON.stringify(packed(value))}\n`]
    parts.set(file, [...(parts.get(file) ?? []), `${name}\n`, ...lines])
  }
  return Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, lines]) => [file, sha256Hex(lines)]))
}

/** The files in which two snapshots differ. */
export function partsThatDiffer(a: Digests, b: Digests): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(part => a[part] !== b[part]).sort()
}

/** Whether there is anything: a table or a column that a later version knows, and nobody used, makes no other snapshot. */
const holds = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

type Fields = Readonly<Record<string, unknown>>

const isRecords = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(one => typeof one === 'object' && one !== null && !Array.isArray(one))

function linesOf(name: string, rows: readonly Fields[]): readonly string[] {
  const keys = keysOf(rows, notOfIt[name])
  const lines = rows.map(row => `${JSON.stringify(keys.map(key => packed(row[key])))}\n`)
  // Pages are files: their order is that of their names, whatever it was before.
  return [`${JSON.stringify(keys)}\n`, ...(name === 'pages' || name === 'memos' ? lines.sort() : lines)]
}

/** The fields in which any of the records holds something, in one order. */
function keysOf(rows: readonly Fields[], without?: ReadonlySet<string>): readonly string[] {
  const keys = new Set<string>()
  for (const row of rows) for (const key of Object.keys(row)) if (holds(row[key])) keys.add(key)
  return [...keys].filter(key => !without?.has(key)).sort()
}

/** A value without the names of its fields: many records are their fields once, and a list per record. */
function packed(value: unknown): unknown {
  if (!holds(value)) return null
  if (typeof value !== 'object') return value
  if (isRecords(value)) {
    const keys = keysOf(value)
    return [keys, value.map(row => keys.map(key => packed(row[key])))]
  }
  if (Array.isArray(value)) return value.map(packed)
  const record = value as Fields
  return [keysOf([record]), ...keysOf([record]).map(key => packed(record[key]))]
}
