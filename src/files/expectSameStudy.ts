import {
  columnsOf,
  configurationRoles,
  isSame,
  type Problem,
  type Row,
  rowsOf,
  type Study,
  studyFacts,
  type TableName,
  tableNames,
  tables,
  throwProblems,
} from '../study/index.js'
import { placeColumns } from './tablesHash.js'

/** Transcripts whose turns would read back otherwise. */
export function transcriptsWithOtherTurns(study: Study, after: Study): readonly string[] {
  const read = new Map(after.transcripts.map(one => [one.id, one.turns]))
  return study.transcripts.filter(one => !isSame(one.turns, read.get(one.id))).map(one => one.id)
}

/** Refuses a save after which the study would not read back as it is: rather not saved than changed in silence. */
export function expectSameStudy(study: Study, after: Study): void {
  const problems: Problem[] = [...tableNames.flatMap(table => tableProblems(table, study, after))]
  if (
    !isSame(
      study.lost.map(one => one.id),
      after.lost.map(one => one.id),
    )
  )
    problems.push(otherwise('codings.csv'))
  for (const [key, file] of [
    ['pages', 'report/'],
    ['memos', 'memos/'],
  ] as const) {
    const byId = (one: Study) => new Map(one[key].map(page => [page.id, page]))
    const [left, right] = [byId(study), byId(after)]
    if (left.size !== right.size || [...left].some(([id, page]) => !isSame(page, right.get(id)))) problems.push(otherwise(file))
  }
  const facts = (one: Study) => studyFacts.map(name => one[name])
  if (!isSame(facts(study), facts(after))) problems.push(otherwise('study.json'))
  if (
    study.journal.length > 0 &&
    !isSame(
      study.journal.map(one => one.id),
      after.journal.map(one => one.id),
    )
  )
    problems.push(otherwise('journal.jsonl'))
  throwProblems(problems)
}

function tableProblems(table: TableName, study: Study, after: Study): readonly Problem[] {
  const { file } = tables[table]
  const [left, right] = [rowsOf(study, table), rowsOf(after, table)]
  if (left.length !== right.length) return [otherwise(file)]
  const columns = ['id', ...Object.keys(columnsOf(table, configurationRoles(study)))].filter(
    name => !(table === 'transcripts' && placeColumns.has(name)),
  )
  return left.flatMap((row, i) => {
    const column = columns.find(name => !isSame(held(table, row, name), held(table, right[i]!, name)))
    if (column !== undefined) return [otherwise(file, i, column)]
    const texts = table === 'transcripts' && (row.text !== right[i]!.text || !isSame(row.turns, right[i]!.turns))
    return texts || !isSame(row.extra, right[i]!.extra) ? [otherwise(file, i)] : []
  })
}

// The words and the loss of a coding follow from its place and from the list it is in.
function held(table: TableName, row: Row, name: string): unknown {
  if (table === 'codings' && (name === 'quote' || name === 'lost')) return null
  return row[name] ?? null
}

function otherwise(file: string, index?: number, column?: string): Problem {
  return {
    what: index === undefined ? 'this would not read back as it is' : `entry ${index + 1} of this table would not read back as it is`,
    hint: 'a value in a list cannot hold ";" or begin with a space, a text cannot be spaces only, and front matter is one line per key',
    file,
    ...(column === undefined ? {} : { column }),
  }
}
