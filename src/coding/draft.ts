import { type Change, type Patch, type Problem, type Row, type Study, StudyError, type Transcript } from '../study/index.js'
import { keepExamples } from './examples.js'
import { applyPass, type By, changedFields, makePass, withJournal } from './journal.js'
import { journalRow } from './journalRow.js'
import { changeRows, keyOf, type Listed, type Rows } from './rows.js'

/** A pass under way: what it has changed so far, and what was wrong with its calls. */
export interface Draft {
  readonly study: Study
  readonly by: By
  readonly transcript: (id: string) => Transcript | undefined
  readonly get: (table: Listed, key: string) => Row | undefined
  readonly all: (table: Listed) => readonly Row[]
  readonly add: (table: Listed, row: Readonly<Record<string, unknown>>) => void
  readonly change: (table: Listed, key: string, fields: Readonly<Record<string, unknown>>) => void
  readonly remove: (table: Listed, key: string) => void
  /** Notes something wrong with the call under way; the pass will fail as a whole. */
  readonly problem: (what: string, hint: string, place?: Partial<Problem>) => void
  /** Does one call of the pass; what it changes counts only when it noted no problem. */
  readonly call: <T>(name: string, note: string, work: () => T) => T
  readonly finish: (kind: 'open' | 'axial' | 'selective' | 'theory') => Study
}

/** Starts a pass on a study. */
export function startDraft(given: Study, by: By): Draft {
  const study = withJournal(given)
  const lists = new Map<Listed, Rows>()
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const problems: Problem[] = checkBy(by)
  const changes: Change[] = []
  const counts = new Map<string, number>()
  let patches: Patch[] = []
  let place = ''

  const list = (table: Listed): Rows => {
    const known = lists.get(table) ?? changeRows(study, table)
    lists.set(table, known)
    return known
  }
  const record = (patch: Patch) => {
    patches.push(patch)
    list(patch.table as Listed).apply(patch)
  }
  const draft: Draft = {
    study,
    by,
    transcript: id => transcripts.get(id),
    get: (table, key) => list(table).get(key),
    all: table => list(table).all(),
    add: (table, row) => record({ table, id: keyOf(table, row), to: journalRow(row) }),
    change: (table, key, fields) => {
      const row = list(table).get(key)
      if (row !== undefined) for (const patch of changedFields(table, key, row, fields)) record(patch)
    },
    remove: (table, key) => {
      const row = list(table).get(key)
      if (row !== undefined) record({ table, id: key, at: list(table).place(key), from: journalRow(row) })
    },
    problem: (what, hint, where) => problems.push({ what, hint, call: place, ...where }),
    call: (name, note, work) => {
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      place = `pass.${name}, call ${nth}`
      patches = []
      const result = work()
      if (patches.length > 0) changes.push({ call: name, note, patches })
      return result
    },
    finish: kind => {
      if (problems.length > 0) throw new StudyError(problems)
      patches = []
      const note = keepExamples(draft)
      if (patches.length > 0) changes.push({ call: 'examples', note, patches })
      // The study after the pass is made from the pass itself, so that replaying the journal cannot give another.
      return changes.length === 0 ? given : applyPass(study, makePass(study, kind, by, changes))
    },
  }
  return draft
}

/** Runs the work of a pass, which must be done when it returns. */
export function runPass<P>(draft: Draft, pass: P, work: (pass: P) => unknown, kind: 'open' | 'axial' | 'selective' | 'theory'): Study {
  const result = work(pass)
  if (typeof (result as PromiseLike<unknown> | undefined)?.then === 'function') {
    // The work goes on after the pass is over; its failure is of no further use.
    ;(result as PromiseLike<unknown>).then(undefined, () => {})
    throw new StudyError([
      {
        what: 'the work of a pass returned a promise',
        hint: 'do what takes time (reading files) before the pass, and use no async function here',
      },
    ])
  }
  return draft.finish(kind)
}

/** What is wrong with who does a pass and when. */
export function checkBy(by: By): Problem[] {
  const problems: Problem[] = []
  if (typeof by?.coder !== 'string' || by.coder.trim() === '')
    problems.push({ what: 'a pass needs a coder', hint: "give { coder: 'MV', date: '2020-05-04' }" })
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(by?.date ?? ''))
    problems.push({ what: 'a pass needs its day', hint: "write the date as year-month-day: { coder: 'MV', date: '2020-05-04' }" })
  return problems
}
