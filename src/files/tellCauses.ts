import {
  columnsOf,
  configurationRoles,
  findProblems,
  type Problem,
  type Study,
  type TableName,
  tableNames,
  tables,
} from '../study/index.js'
import type { TableFiles } from './readTables.js'

/** What is known of a folder that did not read well, so that only causes are told. */
export interface Reading {
  readonly study: Study
  readonly files: TableFiles
  /** Problems found while reading. */
  readonly problems: readonly Problem[]
  /** Whether study.json could be read. */
  readonly framed: boolean
  /** Per table the row of the file that each row of the study stands in. */
  readonly rowNumbers: Readonly<Partial<Record<TableName, readonly number[]>>>
  /** Cells, as `file:row:column`, that cannot be judged because something else could not be read. */
  readonly silent: ReadonlySet<string>
}

/**
 * All problems of a folder: those of reading, and those of meaning that do not follow from them. A row that did not read
 * well is not judged again, and what refers to a table that could not be read is not called unknown.
 */
export function tellCauses(reading: Reading): readonly Problem[] {
  const told = new Set(reading.problems.map(one => `${one.file}:${one.row}`))
  const found = findProblems(reading.study).flatMap(problem => {
    const placed = placeInFile(problem, reading)
    const row = `${placed.file}:${placed.row}`
    return told.has(row) || reading.silent.has(`${row}:${placed.column}`) || followsFromFailure(placed, reading) ? [] : [placed]
  })
  return [...reading.problems, ...found.filter(isFirstOfItsRow)].sort(byPlace)
}

/** An unknown person speaks in many turns of a transcript, and may stand in its row besides: that is one cause. */
function isFirstOfItsRow(problem: Problem, i: number, all: readonly Problem[]): boolean {
  if (problem.at === undefined || problem.file !== tables.transcripts.file) return true
  return !all.some((other, j) => other.file === problem.file && other.row === problem.row && (j < i || other.column === 'respondents'))
}

const fileOrder: readonly (string | undefined)[] = [undefined, 'study.json', ...tableNames.map(table => tables[table].file)]
const placeOfFile = ({ file }: Problem) => (fileOrder.includes(file) ? fileOrder.indexOf(file) : fileOrder.length)

/** As a person goes through them: file by file, row by row. */
function byPlace(a: Problem, b: Problem): number {
  return placeOfFile(a) - placeOfFile(b) || (a.row ?? 0) - (b.row ?? 0)
}

/** Rows as the file counts them, and a transcript by its row: its id is the content of a cell. */
function placeInFile(problem: Problem, { study, files, rowNumbers }: Reading): Problem {
  const { transcript, ...rest } = problem
  if (problem.file === undefined && transcript !== undefined) {
    const row = rowNumbers.transcripts?.[study.transcripts.findIndex(one => one.id === transcript)]
    return files.transcripts.csv === null ? problem : { ...rest, file: tables.transcripts.file, ...(row === undefined ? {} : { row }) }
  }
  const table = tableOf(problem.file)
  const row = table === undefined || problem.row === undefined ? undefined : rowNumbers[table]?.[problem.row - 2]
  const hint = problem.hint
    .replace(/^row (\d+)(?= has it too)/u, (whole, n: string) => rowIn(table, n) ?? whole)
    .replace(/row (\d+)(?= of (\S+) is one slip away)/u, (whole, n: string, file: string) => rowIn(tableOf(file), n) ?? whole)
  return { ...rest, hint, ...(row === undefined ? {} : { row }) }

  function rowIn(named: TableName | undefined, n: string): string | null {
    const there = named === undefined ? undefined : rowNumbers[named]?.[Number(n) - 2]
    return there === undefined ? null : `row ${there}`
  }
}

const tableOf = (file: string | undefined) => tableNames.find(name => tables[name].file === file)

// References that the declaration of the tables does not know as such.
const furtherReferences: Readonly<Record<string, TableName>> = {
  configuration: 'configurations',
  configurations: 'configurations',
  rivalOf: 'configurations',
  account: 'codings',
}

function followsFromFailure(problem: Problem, { study, files, framed }: Reading): boolean {
  const table = tableOf(problem.file)
  if (table === undefined) return false
  const column = columnsOf(table, configurationRoles(study))[problem.column ?? '']
  if (!framed && (column?.kind === 'role' || problem.column === 'round')) return true
  // A turn that names an unknown person.
  if (table === 'transcripts' && problem.column === undefined) return files.respondents.failed
  const target = column?.of ?? furtherReferences[problem.column ?? '']
  return target !== undefined && files[target as TableName].failed
}
