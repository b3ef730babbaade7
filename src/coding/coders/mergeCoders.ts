import { counted, type Study, StudyError, showStudy, throwProblems } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { applyPass, type By, differences, isTold, makePass, replay, withJournal } from '../journal.js'
import { wholeRows } from '../journalRow.js'
import { checkBy } from '../passes/draft.js'
import { keyOf } from '../rows.js'
import { orderSteps, type Steps } from './broughtSteps.js'
import { mergeChanges } from './mergeChanges.js'
import { type Conflict, listConflicts } from './mergeConflicts.js'
import { mergePages, type PageClash } from './mergePages.js'
import { type Merged, repair } from './mergeRepairs.js'
import { rowMerger } from './mergeRow.js'
import { findSides, isPlace, type Side } from './mergeSides.js'
import { votesOf } from './mergeVotes.js'

/** A study in which the work of several coders came together, and what they do not agree on. */
export interface MergedCoders {
  readonly study: Study
  readonly conflicts: Table<Conflict>
}

const columns = ['table', 'id', 'field', 'what', 'before', 'sides', 'stands', 'todo', 'transcript', 'start', 'end', 'passes'] as const

/**
 * Joins studies that were worked on apart from one base, by one merge pass that tells of each call who made it, when and in which pass.
 *
 * What one changed is taken, what several changed alike is taken once, and lists (the codes of a theme) take every addition and every removal. What
 * was changed differently stays as it was in the base and is listed with all sides; of a row that several made differently the
 * earliest value stands and is listed. A row that one removed and another changed or uses stays. Codings of several coders stand side
 * by side. The order of the studies does not matter, and what was merged before is not merged again.
 *
 * @param studies each begins with the journal of the base, or as a `blindCopy` of it; or was merged into the base before
 * @param by who merges, and the day
 * @returns the study, or the base itself when there is nothing new; and the conflicts, for the team
 * @throws StudyError when a study does not come from the base, when texts or study.json differ, or when tables were changed without a pass
 * @example
 * const code = (coder, role) => openPass(study, { coder, date: '2020-05-04' }, pass => {
 *   pass.code(pass.fragment('interview-1', 'we sat round the table within a month'), 'regular meetings', { role })
 * })
 * const { study: both, conflicts } = mergeCoders(study, [code('AB', 'context'), code('CD', 'mechanism')], { coder: 'MV', date: '2020-05-06' })
 * both.codings.map(coding => coding.coder)
 * //=> ['AB', 'CD']
 * conflicts.rows.map(conflict => [conflict.id, conflict.field, conflict.sides])
 * //=> [['regular meetings', 'role', 'AB 2020-05-04: context | CD 2020-05-04: mechanism']]
 */
export function mergeCoders(given: Study, studies: readonly Study[], by: By): MergedCoders {
  throwProblems(checkBy(by))
  const base = withJournal(given)
  if (!Array.isArray(studies))
    throw new StudyError([
      { what: 'these are not studies', hint: 'give them as a list: mergeCoders(base, [a, b], by)', call: 'mergeCoders' },
    ])
  if (studies.length > 0) checkBase(base)
  const { sides, problems } = findSides(base, studies)
  throwProblems(problems)
  const steps = orderSteps(sides)
  const merged = mergeRows(base, sides, steps)
  repair(base, merged)
  const changes = mergeChanges(base, merged, steps)
  const after = changes.length === 0 ? base : applyPass(base, makePass(base, 'merge', by, changes))
  const { study, conflicts } = withPages(withTexts(after, sides), sides)
  const isNew = changes.length > 0 || study.pages !== base.pages || study.memos !== base.memos
  return {
    study: isNew ? study : given,
    conflicts: conflictTable(base, study, [...listConflicts(study, merged, sides, steps), ...conflicts], sides),
  }
}

function checkBase(base: Study): void {
  if (isTold(base) || differences(replay(base.journal, base), base).every(isPlace)) return
  const hint = 'make the change in a pass, or in the files of its folder'
  throw new StudyError([{ what: 'tables of the base were changed without a pass', hint, call: 'mergeCoders' }])
}

function mergeRows(base: Study, sides: readonly Side[], steps: Steps): Merged {
  const votes = votesOf(sides, steps)
  return new Map(
    [...votes].map(([table, perKey]) => {
      const merge = rowMerger(base, table, wholeRows(base, table)({}))
      const before = new Map((base[table] as readonly { readonly id: string }[]).map(row => [keyOf(table, row as never), row]))
      const rows = [...perKey].map(([key, all]) => [key, merge(key, (before.get(key) as never) ?? null, all)] as const)
      return [table, new Map(rows.sort(([a], [b]) => (a < b ? -1 : 1)))]
    }),
  )
}

/** Transcripts that a side added bring their text. */
function withTexts(study: Study, sides: readonly Side[]): Study {
  if (study.transcripts.every(one => 'turns' in one)) return study
  const texts = new Map(sides.flatMap(side => side.study.transcripts.map(one => [one.id, one])))
  const transcripts = study.transcripts.map(one => ({ ...one, text: texts.get(one.id)?.text ?? '', turns: texts.get(one.id)?.turns ?? [] }))
  return { ...study, transcripts }
}

/** Pages and memos are no part of the journal: they are merged as they are. */
function withPages(study: Study, sides: readonly Side[]): { readonly study: Study; readonly conflicts: readonly Conflict[] } {
  const pages = mergePages(study.pages, sides, 'pages')
  const memos = mergePages(study.memos, sides, 'memos')
  const conflicts = [
    ...pages.clashes.map(clash => pageConflict('report', clash, sides)),
    ...memos.clashes.map(clash => pageConflict('memos', clash, sides)),
  ]
  const isSame = pages.pages === study.pages && memos.pages === study.memos
  return { study: isSame ? study : showStudy({ ...study, pages: pages.pages, memos: memos.pages }), conflicts }
}

function pageConflict(table: string, { id, before, said, stands }: PageClash, sides: readonly Side[]): Conflict {
  const coders = ({ passes }: Side) => [...new Set(passes.map(pass => pass.coder).filter(coder => coder !== ''))].join(', ') || 'another'
  const told = [...new Set(said.map(({ side, text }) => `${coders(sides[side]!)}: ${text.trim()}`))].sort().join(' | ')
  const nowhere = { transcript: null, start: null, end: null, passes: '' }
  const todo = 'write one page of them'
  return {
    table,
    id,
    field: 'text',
    what: 'written differently',
    before: before?.trim() ?? '',
    sides: told,
    stands: stands.trim(),
    todo,
    ...nowhere,
  }
}

function conflictTable(base: Study, study: Study, rows: readonly Conflict[], sides: readonly Side[]): Table<Conflict> {
  const known = new Set(base.codings.map(coding => coding.id))
  const perCoder = new Map<string, number>()
  for (const coding of study.codings) if (!known.has(coding.id)) perCoder.set(coding.coder, (perCoder.get(coding.coder) ?? 0) + 1)
  const brought = [...perCoder].sort(([a], [b]) => (a < b ? -1 : 1)).map(([coder, n]) => `${n} of ${coder === '' ? 'nobody named' : coder}`)
  const came = brought.length === 0 ? 'no coding that was not there' : `codings brought in: ${brought.join(', ')}`
  const basis = `${counted(sides.length, 'studies')} merged into ${counted(known.size, 'codings')} of the base; ${came}; ${study.codings.length} now`
  return new Table({ title: 'Conflicts of the merge', columns, rows, basis, of: {} })
}
