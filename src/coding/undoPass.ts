import { findProblems, isSame, type Pass, type Patch, type Problem, type Study, StudyError } from '../study/index.js'
import { applyPass, type By, makePass, withJournal } from './journal.js'
import { changeRows, type Listed } from './rows.js'

/**
 * Takes back what a pass changed, by a new pass that does the opposite: nothing is erased from the journal.
 *
 * @param pass the id of the pass; when left out, the last one that is not itself undone
 * @throws StudyError when later passes changed the same rows, or would be left pointing at nothing
 * @example
 * undoPass(coded, { coder: 'MV', date: '2020-05-05' }).codings.length
 * //=> 0
 */
export function undoPass(given: Study, by: By, pass?: string): Study {
  const study = withJournal(given)
  const undone = passToUndo(study, pass)
  const patches = undone.changes
    .flatMap(change => change.patches)
    .reverse()
    .map(invert)
  const conflicts = findConflicts(study, patches)
  if (conflicts.length > 0) throw new StudyError(conflicts)
  const note = `took back the ${undone.kind} pass ${undone.id}`
  const after = applyPass(study, makePass(study, 'undo', by, [{ call: 'undo', note, undoes: undone.id, patches }]))
  const left = findProblems(after).length > findProblems(study).length
  if (left) throw new StudyError([{ what: 'later work rests on what this pass made', hint: 'undo the later passes first' }])
  return after
}

/** The passes that stand: made, and not taken back. */
export function standingPasses(journal: readonly Pass[]): readonly Pass[] {
  const gone = new Set<string>()
  for (const pass of [...journal].reverse()) {
    if (gone.has(pass.id)) continue
    for (const { undoes } of pass.changes) if (undoes !== undefined) gone.add(undoes)
  }
  return journal.filter(pass => !gone.has(pass.id))
}

function passToUndo(study: Study, id: string | undefined): Pass {
  const standing = standingPasses(study.journal)
  const found =
    id === undefined ? standing.filter(pass => !['import', 'undo'].includes(pass.kind)).at(-1) : standing.find(pass => pass.id === id)
  if (found === undefined || found.kind === 'import') {
    const hint =
      id === undefined ? 'the journal holds no pass to undo' : 'use the id of a pass in study.journal that is not undone and not the import'
    throw new StudyError([{ what: 'there is nothing to undo', hint, call: 'undoPass' }])
  }
  return found
}

function invert(patch: Patch): Patch {
  const { table, id, at, from, to } = patch
  if (from === undefined) return { table, id, ...(to === undefined ? {} : { from: to }) }
  return { table, id, ...(to === undefined ? {} : { from: to }), to: from, ...(at === undefined ? {} : { at }) }
}

/** Rows that no longer are what the pass left: something later changed them. */
function findConflicts(study: Study, patches: readonly Patch[]): Problem[] {
  const lists = new Map<string, ReturnType<typeof changeRows>>()
  return patches.flatMap(patch => {
    const list = lists.get(patch.table) ?? changeRows(study, patch.table as Listed)
    lists.set(patch.table, list)
    const row = list.get(patch.id)
    const expected = patch.from
    const stands =
      expected === undefined
        ? row === undefined
        : row !== undefined && Object.entries(expected).every(([key, value]) => isSame(row[key], value))
    list.apply(patch)
    if (stands) return []
    return [{ what: `a row of ${patch.table} was changed by a later pass`, hint: 'undo that pass first', call: 'undoPass' }]
  })
}
