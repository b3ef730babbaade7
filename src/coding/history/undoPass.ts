import {
  columnsOf,
  configurationRoles,
  findProblems,
  type Pass,
  type Problem,
  placeOf,
  type Row,
  rowsOf,
  type Study,
  StudyError,
  type TableName,
  tableNames,
  tables,
  throwProblems,
} from '../../study/index.js'
import { applyPass, type By, makePass, withJournal } from '../journal.js'
import { checkBy } from '../passes/draft.js'
import { keyOf } from '../rows.js'
import { findPass } from './findPass.js'
import { type InTheWay, laterPasses, type RowName } from './inTheWay.js'
import { reversePasses } from './reversePasses.js'
import { namePass, standingPasses, undoneBy } from './undoneBy.js'

const call = 'undoPass'

/**
 * Takes back what a pass changed, by a new pass that does the opposite: nothing is erased from the journal. It may be any
 * pass on which no later work rests, also an undo, a merge or a change of a text; fragments that were coded later in a text
 * go along when the text goes back, as long as their own words stay.
 *
 * @param which the number of the pass in `listPasses(study)` or its id; several of them, which are taken back together, so that they may rest on one another;
 * `{ last: 3 }` for the last three that stand; when left out, the last one that stands. Imports and undos do not count as last.
 * @throws StudyError when later passes changed the same rows or would be left pointing at nothing: it names these passes
 * @example
 * undoPass(coded, { coder: 'MV', date: '2020-05-05' }).codings.length
 * //=> 0
 */
export function undoPass(given: Study, by: By, which?: string | number | readonly (string | number)[] | { readonly last: number }): Study {
  throwProblems(checkBy(by))
  const study = withJournal(given)
  const undone = passesToUndo(study.journal, which)
  const way = laterPasses(study.journal, undone)
  const changes = reversePasses(study, undone, way)
  throwProblems(way.problems())
  const after = applyPass(study, makePass(study, 'undo', by, changes))
  throwProblems(dangling(study, after, way))
  return after
}

/** The passes to take back, the latest first. */
function passesToUndo(journal: readonly Pass[], which: Parameters<typeof undoPass>[2]): readonly Pass[] {
  const standing = standingPasses(journal)
  if (which === undefined || (typeof which === 'object' && 'last' in which)) {
    const last = which?.last ?? 1
    const own = standing.filter(pass => !['import', 'undo'].includes(pass.kind)).reverse()
    if (!Number.isInteger(last) || last < 1)
      throw new StudyError([{ what: '"last" is the number of passes to take back', hint: 'give a whole number from 1', call }])
    if (own.length >= last) return throwKept(own.slice(0, last))
    const hint = own.length === 0 ? 'the journal holds no pass to undo' : `the journal holds ${own.length} that can be undone`
    throw new StudyError([{ what: 'there is nothing to undo', hint, call }])
  }
  const named = typeof which === 'object' && which !== null && Symbol.iterator in which ? [...which] : [which]
  const unreadable = named.some(one => typeof one !== 'string' && typeof one !== 'number')
  if (unreadable)
    throw new StudyError([
      { what: 'it is not said which pass', hint: 'give its number in listPasses(study), its id, or { last: 1 }', call },
    ])
  const ids = new Set(named.map(one => (typeof one === 'number' ? journal[findPass(journal, one, call)]!.id : one)))
  throwProblems([...ids].flatMap(id => notToUndo(journal, id)))
  if (ids.size === 0) throw new StudyError([{ what: 'there is nothing to undo', hint: 'name at least one pass', call }])
  return throwKept(standing.filter(pass => ids.has(pass.id)).reverse())
}

function notToUndo(journal: readonly Pass[], id: string): readonly Problem[] {
  const pass = journal.find(one => one.id === id)
  if (pass === undefined)
    return [
      {
        what: `no pass of this study is called ${id}`,
        hint: 'use an id of listPasses(study); a pass of another copy is not in this one',
        call,
      },
    ]
  const taker = undoneBy(journal).get(id)
  if (taker !== undefined) return [{ what: `${namePass(pass)} is undone already`, hint: `to have it back, undo ${namePass(taker)}`, call }]
  if (pass.kind === 'import') return [{ what: 'an import cannot be undone', hint: 'it is where the study begins', call }]
  return []
}

/** Refuses what no undo may bring back: the words of who withdrew. */
function throwKept(passes: readonly Pass[]): readonly Pass[] {
  const hint = 'change in a new pass what should be otherwise'
  throwProblems(
    passes
      .filter(pass => pass.withdrawn !== undefined)
      .map(pass => ({
        what: `a respondent withdrew, and with that content of ${namePass(pass)} went: it cannot be taken back`,
        hint,
        call,
      })),
  )
  return passes
}

/** What would break a rule of the study that holds now, with the later passes that rest on what was taken back. */
function dangling(study: Study, after: Study, way: InTheWay): readonly Problem[] {
  const before = new Set(faults(study).map(one => one.name))
  const fresh = faults(after).filter(one => !before.has(one.name))
  if (fresh.length === 0) return []
  for (const { table, key, missing } of fresh) way.restsOn(table, key, missing)
  const named = way.problems()
  return named.length > 0 ? named : [{ what: 'a later pass rests on what would be taken back', hint: 'undo the later passes first', call }]
}

interface Fault extends RowName {
  readonly name: string
  /** The rows that it names and that are not there. */
  readonly missing: readonly RowName[]
}

/** The problems of a study, each with the row it is of. */
function faults(study: Study): readonly Fault[] {
  const tableOf = new Map(tableNames.map(table => [placeOf(table, 0).file, table]))
  return findProblems(study).map(({ file, row, column, what }) => {
    const table = tableOf.get(file)
    const found = table === undefined || row === undefined ? undefined : rowsOf(study, table)[row - 2]
    const key = table === undefined || found === undefined ? '' : keyOf(table, found)
    const missing = table === undefined || found === undefined || column === undefined ? [] : missingIn(study, table, found, column)
    return { name: JSON.stringify([what, column, table, key]), table: table ?? '', key, missing }
  })
}

function missingIn(study: Study, table: TableName, row: Row, column: string): readonly RowName[] {
  const of = columnsOf(table, configurationRoles(study))[column]?.of
  if (of === undefined || !Object.hasOwn(tables, of)) return []
  const there = new Set(rowsOf(study, of as TableName).map(one => one.id))
  return [row[column]].flat().flatMap(id => (typeof id === 'string' && !there.has(id) ? [{ table: of, key: id }] : []))
}
