import { findProblems, isSame, type Pass, type Patch, type Problem, type Row, type Study, StudyError } from '../study/index.js'
import { applyPass, type By, makePass, withJournal } from './journal.js'
import { journalRow, wholeRows } from './journalRow.js'
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
  const { patches, conflicts } = reverse(study, undone)
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

/** The opposite of a pass, and the rows that a later pass changed so that it no longer fits. */
function reverse(study: Study, undone: Pass): { patches: readonly Patch[]; conflicts: readonly Problem[] } {
  const lists = new Map<string, ReturnType<typeof changeRows>>()
  const conflicts: Problem[] = []
  const forward = undone.changes.flatMap(change => change.patches)
  const patches = forward.reverse().map(patch => {
    const list = lists.get(patch.table) ?? changeRows(study, patch.table as Listed)
    lists.set(patch.table, list)
    const row = list.get(patch.id)
    // An added row stands as long as all of it does, also what it left empty.
    const left = patch.to === undefined || patch.from !== undefined ? patch.to : wholeRows(study, patch.table)(patch.to)
    const stands =
      left === undefined ? row === undefined : row !== undefined && Object.entries(left).every(([key, value]) => isSame(row[key], value))
    if (!stands)
      conflicts.push({ what: `a row of ${patch.table} was changed by a later pass`, hint: 'undo that pass first', call: 'undoPass' })
    const opposite = invert(patch, row, list.place(patch.id))
    list.apply(opposite)
    return opposite
  })
  return { patches, conflicts }
}

// What was added is taken out as it stands, place and all, so that undoing the undo brings back the very same.
function invert({ table, id, at, from, to }: Patch, row: Row | undefined, place: number): Patch {
  if (from === undefined) return { table, id, at: place, ...(row === undefined ? {} : { from: journalRow(row) }) }
  if (to === undefined) return { table, id, to: from, ...(at === undefined ? {} : { at }) }
  return { table, id, from: to, to: from }
}
