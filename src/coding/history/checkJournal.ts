import { counted, type Pass, type Problem, type Study } from '../../study/index.js'
import { passId, replay } from '../journal.js'
import { fieldsBetween } from './tellFields.js'
import { changesBetween } from './touched.js'

/** Whether a journal can be relied on. */
export interface JournalCheck {
  /** What does not fit; none when every pass is as it was made and the journal tells the tables. */
  readonly problems: readonly Problem[]
  readonly passes: number
  /** Passes that cannot be held against their ids, because what a respondent said was taken out of them on purpose. */
  readonly withdrawn: readonly string[]
}

// Where the source of a transcript stands on disk is no work on the study.
const places = new Set(['file', 'hash'])

/**
 * Finds out whether the journal is as it was made: every pass stands on the one before it, the id of each fits what it
 * says, so that a line changed afterwards is seen, and all passes together give the tables as they are.
 *
 * It sees accidents and edits of the file. Someone who knows the method can make all ids anew: only a copy kept elsewhere
 * shows that, by another last id.
 *
 * @example
 * checkJournal(coded)
 * //=> { problems: [], passes: 3, withdrawn: [] }
 */
export function checkJournal(study: Study): JournalCheck {
  const { journal } = study
  if (journal.length > 0 && journal.every(pass => pass.changes.length === 0))
    return { problems: [untold], passes: journal.length, withdrawn: [] }
  const withdrawn = journal.filter(isWithdrawn).map(pass => pass.id)
  const problems = journal.flatMap((pass, i) => passProblems(pass, journal[i - 1]?.id ?? '', i))
  return { problems: [...problems, ...tableProblems(study)], passes: journal.length, withdrawn }
}

const untold: Problem = { what: 'this journal does not tell what its passes changed', hint: 'ask the study it was made from' }

const isWithdrawn = (pass: Pass) => pass.withdrawn !== undefined

function passProblems(pass: Pass, base: string, at: number): readonly Problem[] {
  const place = { file: 'journal.jsonl', row: at + 1 }
  const hint = 'put journal.jsonl back from a copy'
  const problems: Problem[] = []
  if (pass.base !== base) problems.push({ what: 'this pass does not stand on the one before it', hint, ...place })
  if (!isWithdrawn(pass) && passId(pass.base, pass.kind, pass, pass.changes) !== pass.id)
    problems.push({ what: 'this pass says something else than when it was made: its id does not fit', hint, ...place })
  return problems
}

function tableProblems(study: Study): readonly Problem[] {
  if (study.journal.length === 0) return []
  const counts = new Map<string, number>()
  for (const { table, before, after } of changesBetween(replay(study.journal, study), study).touched) {
    const differs = before === null || after === null || fieldsBetween(before, after).some(([field]) => !places.has(field))
    if (differs) counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  return [...counts].map(([table, count]) => ({
    what: `the journal does not tell ${counted(count, 'rows')} of ${table} as they are now`,
    hint: 'open the folder and save it: what was changed by hand then becomes a pass',
    file: 'journal.jsonl',
  }))
}
