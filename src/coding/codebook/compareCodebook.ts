import { type Study, throwProblems } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { codebookChanges } from './codebookChanges.js'
import { planCodebook } from './planCodebook.js'
import { type CodebookFile, readCodebook } from './readCodebook.js'

/** A difference between a codebook file and the codes of a study. */
export interface CodebookDifference {
  /** The row of the file; null for a code that it does not name. */
  readonly row: number | null
  readonly code: string
  readonly what: string
  readonly before: string
  readonly after: string
  /** What to look at twice. */
  readonly note: string
}

/**
 * Tells in words what a codebook file would change: codes added, renamed, moved, retired, and what is said of them. A new name that is
 * almost that of another code is pointed at. Codes that the file does not name are told, and stay: nothing is removed by a row that is
 * not there.
 *
 * @param given the text of a CSV file, or what `readCodebook` made of it
 * @returns a table for the team: it holds what the file holds
 * @throws StudyError with every row that cannot be used: roles, topics and codes that do not exist, names used twice, circles
 * @example
 * compareCodebook(study, readCodebook('name,definition\ntrust,counting on one another\n')).rows[0]?.what
 * //=> 'definition changed'
 */
export function compareCodebook(study: Study, given: string | CodebookFile): Table<CodebookDifference> {
  const book = typeof given === 'string' ? readCodebook(given) : given
  const { planned, missing, problems } = planCodebook(study, book)
  throwProblems(problems)
  const names = new Map([...missing, ...planned.map(one => one.after)].map(code => [code.id, code.name ?? code.id]))
  const nameOf = (id: string) => names.get(id) ?? id
  const rows = planned.flatMap(one => {
    const note = one.near === null ? '' : `almost the name of "${one.near}"`
    return codebookChanges(study, one, nameOf).map(change => ({
      row: one.entry.row,
      code: nameOf(one.after.id),
      ...change,
      note: change.what === 'added' || change.what === 'renamed' ? note : '',
    }))
  })
  const left = missing.map(code => ({
    row: null,
    code: nameOf(code.id),
    what: 'not in the file',
    before: '',
    after: '',
    note: 'stays as it is',
  }))
  const unread = book.unread.length === 0 ? '' : `; columns not read: ${book.unread.join(', ')}`
  return new Table<CodebookDifference>({
    title: 'Differences of the codebook',
    columns: ['row', 'code', 'what', 'before', 'after', 'note'],
    rows: [...rows, ...left],
    basis: `${book.entries.length} rows of ${book.file}, ${study.codes.length} codes${unread}`,
    of: {},
  })
}
