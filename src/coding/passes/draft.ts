import type { Change, Patch, Problem, Row, Study, TableName, Transcript } from '../../study/index.js'
import { StudyError, tables } from '../../study/index.js'
import { applyPass, type By, changedFields, makePass, withJournal } from '../journal.js'
import { journalRow } from '../journalRow.js'
import { changeRows, keyOf, type Listed, type Rows } from '../rows.js'
import { checkLeft } from './checkLeft.js'
import { rowChecker } from './checkRow.js'
import { keepExamples } from './examples.js'
import { type FieldIndex, fieldIndex } from './fieldIndex.js'
import { type NameIndex, nameIndex } from './nameIndex.js'

type Fields = Readonly<Record<string, unknown>>

/** A pass under way: what it has changed so far, and what was wrong with its calls. */
export interface Draft {
  readonly study: Study
  readonly by: By
  readonly transcript: (id: string) => Transcript | undefined
  readonly get: (table: Listed, key: string) => Row | undefined
  readonly all: (table: Listed) => readonly Row[]
  /** The rows of which a field holds a value, or has it among its values. */
  readonly having: (table: Listed, field: string, value: unknown) => readonly Row[]
  /** By which id or name the rows of a table are called. */
  readonly names: (table: TableName) => NameIndex
  /** The file and row of a row, as a spreadsheet shows it. */
  readonly place: (table: TableName, key: string) => Pick<Problem, 'file' | 'row'>
  readonly add: (table: Listed, row: Fields, at?: number) => void
  readonly change: (table: Listed, key: string, fields: Fields) => void
  readonly remove: (table: Listed, key: string) => void
  /** Notes something wrong with the call under way; the pass will fail as a whole. */
  readonly problem: (what: string, hint: string, place?: Partial<Problem>) => void
  /** Does one call of the pass; what it changes counts only when it noted no problem. */
  readonly call: <T>(name: string, note: string, work: () => T) => T
  /** Says which call is under way, so that what is wrong with it is told with its number. */
  readonly begin: (name: string) => void
  readonly finish: (kind: PassMade) => Study
}

export type PassMade = 'open' | 'axial' | 'selective' | 'theory'

/** A change of a pass, and the call that made it, in words. */
export interface Made {
  readonly call: string
  readonly patches: readonly Patch[]
}

/** Starts a pass on a study. */
export function startDraft(given: Study, by: By): Draft {
  const study = withJournal(given)
  const lists = listsOf(study)
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const problems: Problem[] = checkBy(by)
  const changes: Change[] = []
  const made: Made[] = []
  const counts = new Map<string, number>()
  let patches: Patch[] = []
  let place = ''

  const record = (patch: Patch) => {
    patches.push(patch)
    lists.apply(patch)
  }
  const draft: Draft = {
    study,
    by,
    transcript: id => transcripts.get(id),
    get: (table, key) => lists.of(table).get(key),
    all: table => lists.of(table).all(),
    having: lists.having,
    names: lists.names,
    place: (table, key) => ({ file: tables[table].file, row: lists.of(table).place(key) + 2 }),
    add: (table, row, at) => {
      const id = keyOf(table, row)
      // Ids of codings are made so that they are free, and looking for one would index a million.
      if (table !== 'codings' && draft.get(table, id) !== undefined) draft.problem('there is a row with this id already', 'give another id')
      else record({ table, id, ...(at === undefined ? {} : { at }), to: journalRow(row) })
    },
    change: (table, key, fields) => {
      const row = draft.get(table, key)
      if (row !== undefined) for (const patch of changedFields(table, key, row, fields)) record(patch)
    },
    remove: (table, key) => {
      const row = draft.get(table, key)
      if (row !== undefined) record({ table, id: key, at: lists.of(table).place(key), from: journalRow(row) })
    },
    problem: (what, hint, where) => problems.push({ what, hint, call: place, ...where }),
    begin: name => {
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      place = `pass.${name}, call ${nth}`
    },
    call: (name, note, work) => {
      patches = []
      const before = problems.length
      const result = work()
      if (patches.length > 0) {
        if (problems.length === before) checkRow(patches)
        changes.push({ call: name, note, patches })
        made.push({ call: place, patches })
      }
      return result
    },
    finish: kind => {
      if (problems.length > 0) throw new StudyError(problems)
      patches = []
      const note = keepExamples(draft)
      if (patches.length > 0) changes.push({ call: 'examples', note, patches })
      problems.push(...checkLeft(draft, made))
      if (problems.length > 0) throw new StudyError(problems)
      // The study after the pass is made from the pass itself, so that replaying the journal cannot give another.
      return changes.length === 0 ? given : applyPass(study, makePass(study, kind, by, changes))
    },
  }
  const checkRow = rowChecker(draft)
  return draft
}

/** The lists of a study under change, and how their rows are found. */
function listsOf(study: Study) {
  const lists = new Map<Listed, Rows>()
  const fields = new Map<Listed, Map<string, FieldIndex>>()
  const named = new Map<TableName, NameIndex>()
  const of = (table: Listed): Rows => {
    const known = lists.get(table) ?? changeRows(study, table)
    lists.set(table, known)
    return known
  }
  const indexOf = (table: Listed, field: string): FieldIndex => {
    const perField = fields.get(table) ?? new Map<string, FieldIndex>()
    fields.set(table, perField)
    const known = perField.get(field) ?? fieldIndex(field, of(table).all(), row => keyOf(table, row))
    perField.set(field, known)
    return known
  }
  return {
    of,
    having: (table: Listed, field: string, value: unknown) => [...indexOf(table, field).of(value)].map(key => of(table).get(key)!),
    names: (table: TableName): NameIndex => {
      const known = named.get(table) ?? nameIndex(table, of(table).all())
      named.set(table, known)
      return known
    },
    apply: (patch: Patch) => {
      const table = patch.table as TableName
      const list = of(table)
      if (!fields.has(table) && !named.has(table)) return list.apply(patch)
      const before = list.get(patch.id)
      list.apply(patch)
      const after = list.get(patch.id)
      for (const index of fields.get(table)?.values() ?? []) index.put(patch.id, before, after)
      if (before === undefined) named.get(table)?.add(after!)
      else if (patch.to === undefined || 'name' in patch.to || 'label' in patch.to) named.delete(table)
    },
  }
}

/** What is wrong with who does a pass and when. */
export function checkBy(by: By): Problem[] {
  const problems: Problem[] = []
  if (typeof by?.coder !== 'string' || by.coder.trim() === '')
    problems.push({ what: 'a pass needs a coder', hint: "give { coder: 'MV', date: '2020-05-04' }" })
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(by?.date ?? '')) {
    const what = by?.date === undefined ? 'a pass needs its day' : 'the date of this pass is not written as year-month-day'
    problems.push({ what, hint: "write the date as year-month-day, as a text: { coder: 'MV', date: '2020-05-04' }" })
  }
  return problems
}
