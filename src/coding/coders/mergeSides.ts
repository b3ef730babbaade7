import { factName, isSame, type Pass, type Patch, type Problem, type Study, studyFacts } from '../../study/index.js'
import { standingPasses } from '../history/undoneBy.js'
import { applyPass, differences, replay, withJournal } from '../journal.js'
import { blindCopy, blindNote, blindShows } from './blindCopy.js'
import { isBlind } from './isBlind.js'

/** A study that was worked on apart, and where its work begins. */
export interface Side {
  readonly study: Study
  /** The study as it stood before the work that is to be brought in. */
  readonly start: Study
  readonly passes: readonly Pass[]
}

/**
 * Finds for each study where its own work begins: after the passes of the base, after the blind copy it began as, or after what
 * was merged before, into the base or into another of the studies.
 */
export function findSides(
  base: Study,
  studies: readonly Study[],
): { readonly sides: readonly Side[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const given = studies.map(withJournal)
  const brought = [base, ...given].map(one => broughtIn(one.journal))
  const sides = given.flatMap((study, i) => {
    const call = `mergeCoders, study ${i + 1}`
    const others = new Set(brought.filter((_, at) => at !== i + 1).flatMap(one => [...one]))
    const found = findStart(base, brought[0]!, study)
    const left = leftBetween(base, study)
    const wrong = left !== null ? [left] : 'what' in found ? [found] : []
    const apart = [...wrong, ...frameProblems(base, study), ...(left === null ? textProblems(base, study) : [])]
    problems.push(...apart.map(problem => ({ ...problem, call })))
    if ('what' in found || apart.length > 0) return []
    const side = sideFrom(base, study, found.known, others)
    problems.push(...workProblems(side).map(problem => ({ ...problem, call })))
    return [side]
  })
  return { sides, problems: [...problems, ...strangeTexts(base, given)] }
}

/** Says of texts that differ because somebody withdrew what can still be done: a state before that is no base any more. */
function leftBetween(base: Study, study: Study): Problem | null {
  const texts = new Map(base.transcripts.map(one => [one.id, one.text]))
  if (study.transcripts.length === texts.size && study.transcripts.every(one => texts.get(one.id) === one.text)) return null
  const lefts = (of: Study, without: Study) =>
    of.journal.find(pass => hasLeft(pass) && !without.journal.some(other => other.id === pass.id))
  const [inBase, inStudy] = [lefts(base, study), lefts(study, base)]
  if (inBase !== undefined)
    return {
      what: `a respondent withdrew from the base${by(inBase)}, and this study still holds what was said`,
      hint: 'withdraw the respondent from this study as well; what was coded in it apart has to be coded again in the base',
    }
  return inStudy === undefined
    ? null
    : { what: `a respondent withdrew from this study${by(inStudy)} and not from the base`, hint: mergeBefore }
}

/** Whether a pass took what a respondent said out of texts: who only withdrew from being printed or archived left them as they are. */
const hasLeft = (pass: Pass): boolean => pass.kind === 'withdraw' && pass.withdrawn !== undefined
const mergeBefore = 'merge what was done before that, and withdraw the respondent from the merged study'

/** A transcript that two studies added with another text. */
function strangeTexts(base: Study, studies: readonly Study[]): readonly Problem[] {
  const texts = new Map<string, string>()
  const known = new Set(base.transcripts.map(one => one.id))
  return studies.flatMap(study =>
    study.transcripts.flatMap(({ id, text }) => {
      const other = texts.get(id)
      texts.set(id, text)
      const what = 'two of the studies have another text under this id'
      return known.has(id) || other === undefined || other === text
        ? []
        : [{ what, hint: 'give one of them another id', transcript: id, call: 'mergeCoders' }]
    }),
  )
}

/** The passes that merges of this journal brought in, as far as they were not undone. */
function broughtIn(journal: readonly Pass[]): ReadonlySet<string> {
  const merges = standingPasses(journal).filter(pass => pass.kind === 'merge')
  return new Set(merges.flatMap(pass => pass.changes.flatMap(change => change.brings?.pass ?? [])))
}

function sideFrom(base: Study, study: Study, known: number, others: ReadonlySet<string>): Side {
  let at = known
  while (at < study.journal.length && others.has(study.journal[at]!.id)) at++
  const passes = study.journal.slice(at)
  // A study that begins with all passes of the base begins as the base; any other start is told by its own journal.
  const fromBase = at === base.journal.length && sharedPasses(base.journal, study.journal) === at
  return { study, start: fromBase ? base : replay(study.journal.slice(0, at), study), passes }
}

/** Whether the study is blind where the base is not. */
function isBlindOf(base: Study, study: Study): boolean {
  return isBlind(study) && !isSamePass(base.journal[0], study.journal[0])
}

/** How many passes of a study the base has, in one way or another; or why it cannot be said. */
function findStart(base: Study, brought: ReadonlySet<string>, study: Study): { readonly known: number } | Problem {
  if (isBlindOf(base, study)) return findBlindStart(base, brought, study)
  const shared = sharedPasses(base.journal, study.journal)
  const next = study.journal[shared]
  if (shared === base.journal.length || next === undefined || brought.has(next.id)) return { known: shared }
  return shared === 0 ? noShared : goneOn(base.journal[shared]!)
}

const noShared: Problem = {
  what: 'this study does not come from this base: their journals differ from the first pass on',
  hint: 'give copies of one study, or blind copies of it',
}

function goneOn(missing: Pass): Problem {
  return {
    what: `a pass${by(missing)} is in the base and not in this study, which has passes of its own from there on`,
    hint: 'give as base the study as it stood where the work parted, and the base of now as one of the studies',
  }
}

function by({ coder, date, kind }: Pass): string {
  return ` (${kind}${coder === '' ? '' : ` by ${coder}`}${date === '' ? '' : ` of ${date}`})`
}

function sharedPasses(a: readonly Pass[], b: readonly Pass[]): number {
  const differs = a.findIndex((pass, i) => !isSamePass(pass, b[i]))
  return differs < 0 ? a.length : differs
}

/** An import and an edit of the same rows are the same, whoever opened the files. */
function isSamePass(a: Pass | undefined, b: Pass | undefined): boolean {
  if (a === undefined || b === undefined) return false
  if (a.id === b.id) return true
  return a.kind === b.kind && (a.kind === 'edit' || a.kind === 'import') && isSame(a.changes, b.changes)
}

function findBlindStart(base: Study, brought: ReadonlySet<string>, study: Study): { readonly known: number } | Problem {
  const [copy, next] = study.journal
  const note = copy!.changes[0]!.note
  const at = [{ id: '' }, ...base.journal].findIndex(pass => note === blindNote(copy!.coder, pass.id)) - 1
  if (at < -1 || !isCopyOf(at === base.journal.length - 1 ? base : replay(base.journal.slice(0, at + 1), base), copy!))
    return {
      what: `this is a blind copy for ${copy!.coder} of another study, or of another state of it`,
      hint: 'give as base the study that the copy was made of',
    }
  if (at === base.journal.length - 1 || next === undefined || brought.has(next.id)) return { known: 1 }
  return goneOn(base.journal[at + 1]!)
}

/** Whether this is how a blind copy of the study begins. Where the files of transcripts stand is no matter. */
function isCopyOf(origin: Study, copy: Pass): boolean {
  const tables = new Set(copy.changes[0]!.patches.map(patch => patch.table))
  const again = blindCopy(origin, copy.coder, { show: blindShows.filter(table => tables.has(table)) }).journal[0]!
  return isSame(again.changes[0]!.patches.map(withoutPlace), copy.changes[0]!.patches.map(withoutPlace))
}

function withoutPlace(patch: Patch): Patch {
  if (patch.table !== 'transcripts' || patch.to === undefined) return patch
  const { file, hash, ...to } = patch.to
  return { ...patch, to }
}

function frameProblems(base: Study, study: Study): readonly Problem[] {
  return studyFacts
    .filter(key => !isSame(base[key], study[key]))
    .map(key => ({
      what: `study.json says something else here than in the base: ${factName(key)}`,
      hint: 'make it the same in both, or change it after the merge',
      file: 'study.json',
    }))
}

/** Offsets count in a text: codings of two texts cannot be put together. */
function textProblems(base: Study, study: Study): readonly Problem[] {
  const hint = 'give the studies as they were before one was revised (studyAt), and revise the text of the merged study'
  const texts = new Map(base.transcripts.map(one => [one.id, one]))
  return study.transcripts.flatMap(({ id, text, turns }) => {
    const other = texts.get(id)
    if (other === undefined || (other.text === text && isSame(other.turns, turns))) return []
    const what =
      other.text === text
        ? 'the turns of this transcript differ from those of the base'
        : 'the text of this transcript differs from the text of the base'
    return [{ what, hint, transcript: id }]
  })
}

function workProblems({ study, start, passes }: Side): readonly Problem[] {
  const removing = passes.filter(pass => pass.kind === 'revise' || hasLeft(pass))
  const refused = removing.map(pass => ({
    what: `this study has a pass${by(pass)} that changes texts`,
    hint: pass.kind === 'withdraw' ? mergeBefore : 'merge what was done before it, and revise the text of the merged study',
  }))
  const told = passes.reduce(applyPass, start)
  const untold = differences(told, study).filter(patch => !isPlace(patch))
  if (untold.length === 0) return refused
  const tables = [...new Set(untold.map(patch => patch.table))].join(', ')
  return [
    ...refused,
    {
      what: `tables of this study were changed without a pass (${tables})`,
      hint: 'make the change in a pass, or in the files of its folder',
    },
  ]
}

/** Whether it is no work on the tables: the place of a source file, which a save may change, or a text, which is compared by itself. */
export function isPlace({ table, from, to }: Patch): boolean {
  return table === 'transcripts' && from !== undefined && to !== undefined && Object.keys(to).every(key => besides.has(key))
}

const besides: ReadonlySet<string> = new Set(['file', 'hash', 'text', 'turns'])
