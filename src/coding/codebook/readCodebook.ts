import { type Problem, readCell, tables, throwProblems } from '../../study/index.js'
import { type CsvFile, type CsvRecord, type Delimiter, parseCsv, unescapeFormula } from '../../table/index.js'

/** A row of a codebook file. A column that the file does not have is `undefined`; an empty cell is `null` or an empty list. */
export interface CodebookEntry {
  /** The row as a spreadsheet numbers it: the header is row 1. */
  readonly row: number
  readonly id?: string | null
  readonly name?: string | null
  /** The id, the name or the path of the code it stands under. */
  readonly parent?: string | null
  /** The names of the codes it stands under, the top one first, and its own. */
  readonly path?: readonly string[]
  readonly role?: string | null
  readonly topic?: string | null
  readonly definition?: string | null
  readonly when?: string | null
  readonly whenNot?: string | null
  readonly colour?: string | null
  readonly sensitive?: boolean | null
  readonly retired?: boolean | null
  readonly typical?: readonly string[]
  readonly borderline?: readonly string[]
}

/** A codebook as a file holds it. */
export interface CodebookFile {
  /** What to call it in errors. */
  readonly file: string
  readonly entries: readonly CodebookEntry[]
  /** Columns whose content is not read: counts, and columns of other programs. */
  readonly unread: readonly string[]
}

/** What a column may be called, by this library and by Taguette, QualCoder and MAXQDA. */
const names: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  name: ['name', 'code', 'code name', 'codename', 'tag', 'label'],
  parent: ['parent', 'parent code', 'category'],
  path: ['path', 'code path'],
  role: ['role'],
  topic: ['topic'],
  definition: ['definition', 'description', 'code memo', 'memo', 'comment'],
  when: ['when', 'when to use'],
  whenNot: ['whennot', 'when not', 'when not to use'],
  colour: ['colour', 'color'],
  sensitive: ['sensitive'],
  retired: ['retired'],
  typical: ['typical'],
  borderline: ['borderline'],
}
const level = /^level (\d{1,2})$/u
const known = new Set(Object.values(names).flat())

/**
 * Reads a codebook from CSV: one that `codebookTable` wrote, worked on in a spreadsheet or not, or a list of codes of Taguette, QualCoder
 * or MAXQDA, in which a path such as `A > B`, `A\B` or `A::B` says what a code stands under. The delimiter is known by the header.
 *
 * @param csv the text of the file
 * @param file what to call the file in errors
 * @throws StudyError with every row that cannot be read
 * @example
 * readCodebook('name;definition\ntrust;"counting on one another"\n').entries
 * //=> [{ row: 2, name: 'trust', definition: 'counting on one another' }]
 */
export function readCodebook(csv: string, file = 'codebook.csv'): CodebookFile {
  const parsed = parse(csv)
  if (parsed === null) throwProblems([{ what: 'this file is empty', hint: 'give it a header row and a row per code', file }])
  const { header, records, flaws } = parsed!
  throwProblems(flaws.map(flaw => ({ ...flaw, file })))
  const heads = header.cells.map(cell => unescapeFormula(cell).trim())
  const { places, levels, unread, problems } = columnsIn(heads, file, header.row)
  throwProblems(problems)
  const isPathless = ['id', 'parent', 'path'].every(one => !places.has(one)) && levels.length === 0
  const read = records.map(record => {
    const wrong: Problem[] = []
    const note = (what: string, hint: string, column?: string) =>
      wrong.push({ what, hint, file, row: record.row, ...(column === undefined ? {} : { column }) })
    if (record.cells.length > heads.length)
      note('this row has more cells than the header', 'put quotation marks around cells that hold the delimiter')
    return { entry: entryOf(record, { places, levels, isPathless }, note), wrong }
  })
  throwProblems(read.flatMap(one => one.wrong))
  return { file, entries: read.map(one => one.entry), unread }
}

/** The delimiter that brings out most of the known names in the header is the file's. */
function parse(csv: string): CsvFile | null {
  const count = (delimiter: Delimiter) =>
    parseCsv(csv.slice(0, 20_000), delimiter)?.header.cells.filter(cell => isKnown(cell.trim().toLowerCase())).length ?? 0
  const delimiters: readonly Delimiter[] = [',', ';', '\t']
  return parseCsv(
    csv,
    delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best)),
  )
}

const isKnown = (head: string) => known.has(head) || level.test(head)

interface Layout {
  /** The place of each column that is read, by what it holds. */
  readonly places: ReadonlyMap<string, number>
  /** The places of the levels, in their order. */
  readonly levels: readonly number[]
  /** Whether only the name can say what a code stands under. */
  readonly isPathless: boolean
}

function columnsIn(heads: readonly string[], file: string, row: number) {
  const lower = heads.map(head => head.toLowerCase())
  const places = new Map<string, number>()
  for (const [column, aliases] of Object.entries(names)) {
    const at = aliases.map(alias => lower.indexOf(alias)).find(place => place >= 0)
    if (at !== undefined) places.set(column, at)
  }
  const levels = lower
    .flatMap((head, at) => (level.test(head) ? [{ at, nth: Number(level.exec(head)![1]) }] : []))
    .sort((a, b) => a.nth - b.nth)
    .map(one => one.at)
  const problems: Problem[] = []
  const place = { file, row }
  if (!places.has('name') && !places.has('path') && levels.length === 0)
    problems.push({ what: 'there is no column with the names of codes', hint: 'name it "name" in the first row', ...place })
  const twice = lower.filter((head, i) => isKnown(head) && lower.indexOf(head) !== i)
  for (const column of new Set(twice))
    problems.push({ what: 'two columns have the same name', hint: 'rename or remove one', ...place, column })
  const read = new Set([...places.values(), ...levels])
  return { places, levels, problems, unread: heads.filter((head, i) => !read.has(i) && head !== '') }
}

type Note = (what: string, hint: string, column?: string) => void

function entryOf(record: CsvRecord, { places, levels, isPathless }: Layout, note: Note): CodebookEntry {
  const cells = record.cells.map(unescapeFormula)
  const found: Record<string, unknown> = { row: record.row }
  for (const [column, at] of places) {
    const cell = cells[at] ?? ''
    const reading = readCell(column === 'path' ? tables.codes.columns.definition : columnOf(column), cell)
    if ('value' in reading) found[column] = reading.value
    else note('this cell does not hold what its column is for', `expected ${reading.expected}`, column)
  }
  const path = pathOf(
    found,
    levels.map(at => cells[at] ?? ''),
    isPathless,
  )
  delete found.path
  const name = found.name ?? path?.at(-1) ?? null
  if (name === null) note('this code has no name', 'fill it in, or take the row out', 'name')
  return { ...found, name: isPathless ? (path?.at(-1) ?? name) : name, ...(path === null ? {} : { path }) } as CodebookEntry
}

// Spaces at the ends of an id are kept: the table it came from has them too.
function columnOf(column: string) {
  return column === 'id' || column === 'parent' ? tables.codes.columns.name : Reflect.get(tables.codes.columns, column)
}

/** The path that a row gives, in one cell or in one cell a level; for lack of another column, in its name. */
function pathOf(found: Readonly<Record<string, unknown>>, levels: readonly string[], isPathless: boolean): readonly string[] | null {
  const written = found.path ?? (isPathless ? found.name : null)
  if (typeof written === 'string') {
    const parts = splitPath(written)
    return isPathless && parts.length < 2 ? null : parts
  }
  const named = levels.filter(cell => cell.trim() !== '')
  return named.length === 0 ? null : named
}

/** Cuts `A > B`, `A\B` or `A::B` into names. */
export function splitPath(path: string): readonly string[] {
  return path
    .split(/>|\\{1,2}|::/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}
