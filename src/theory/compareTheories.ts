import { codePaths } from '../analysis/index.js'
import {
  type Configuration,
  configurationRoles,
  isSame,
  nearName,
  needStudy,
  type Row,
  type Study,
  type Theory,
  throwProblems,
} from '../study/index.js'
import { Table } from '../table/index.js'
import { lineage, originIds, roleChanges } from './lineage.js'
import { saidIn } from './saidIn.js'
import { supportIn, supportOf } from './support.js'
import { evidenceOf } from './theories.js'

/** What became of a configuration from one version of the theory to another. */
export interface TheoryChange {
  /** Its id in the version before; several when they were merged, null for a new one. */
  readonly before: string | null
  /** Its id in the version after; several when it was split, null when it is not there any more. */
  readonly after: string | null
  /** `new`, `kept`, `reworded`, `narrowed`, `widened`, `split`, `merged`, `dropped` as it was recorded; null where nothing was. */
  readonly change: string | null
  /** What differs, in words. */
  readonly differences: string | null
  /** The reason recorded. */
  readonly reason: string | null
  /** Sources of the evidence for, refining and against it as it was before; null for a new one. */
  readonly supportedBefore: number | null
  readonly refinedBefore: number | null
  readonly refutedBefore: number | null
  /** Sources of the evidence for it as it is after. */
  readonly supportedAfter: number | null
}

/**
 * Compares two versions of the theory, configuration by configuration: what was kept, reworded, narrowed, widened, split, merged, dropped
 * or is new, as it was recorded; what differs in codes and words; the recorded reason; and the evidence the change rests on, which is what
 * stood for and against the configuration before, beside what stands for it after. What differs although it was recorded as kept, and the
 * other way round, is said.
 *
 * @param before the id of a version of the theory, or its kind when only one has it
 * @param after one that comes from it, directly or over others
 * @throws StudyError when there is no such version
 * @example
 * compareTheories(study, 'initial', 'refined').rows.map(row => [row.before, row.after, row.change, row.differences])
 * //=> [['C1', 'C1', 'narrowed', 'context: "shared duty" taken out'], [null, 'C2', 'new', null]]
 */
export function compareTheories(study: Study, before: string, after: string): Table<TheoryChange> {
  const call = 'compareTheories'
  needStudy(study, call)
  const from = theoryNamed(study, before, call)
  const to = theoryNamed(study, after, call)
  const line = lineBetween(study, from, to)
  const old = study.configurations.filter(one => one.theory === from.id)
  const made = study.configurations.filter(one => one.theory === to.id)
  const stepsOf = (one: Configuration) => (line === null ? [] : lineage(study, one, line))
  const originsOf = (one: Configuration) => (line === null ? [one.id] : (stepsOf(one).at(-1)?.flatMap(originIds) ?? []))
  const rows = made.map(one => {
    const before = old.filter(other => originsOf(one).includes(other.id))
    return changeRow(study, before, one, stepsOf(one))
  })
  const carried = new Set(made.flatMap(originsOf))
  const gone = old.filter(one => !carried.has(one.id)).map(one => goneRow(study, one))
  return new Table<TheoryChange>({
    title: 'Versions of the theory',
    columns: [
      ...(['before', 'after', 'change', 'differences', 'reason'] as const),
      ...(['supportedBefore', 'refinedBefore', 'refutedBefore', 'supportedAfter'] as const),
    ],
    rows: [...rows, ...gone],
    basis: `${from.id} and ${to.id}${line === null ? ', of which neither comes from the other: configurations are matched by their id' : ''}; sources of the evidence, counted once over all rounds`,
    of: study,
  })
}

function theoryNamed(study: Study, name: string, call: string): Theory {
  const ofKind = study.theories.filter(one => one.kind === name)
  const found = study.theories.find(one => one.id === name) ?? (ofKind.length === 1 ? ofKind[0] : undefined)
  if (found !== undefined) return found
  const near = nearName(
    String(name),
    study.theories.map(one => one.id),
  )
  const hint = near === null ? 'use an id of theories.csv' : `did you mean "${near}"?`
  return throwProblems([{ what: 'there is no such version of the theory', hint, call }]) as never
}

/** The versions from the one after back to the one before, without the latter; null when it does not come from it. */
function lineBetween(study: Study, before: Theory, after: Theory): readonly string[] | null {
  const line: string[] = []
  for (
    let one: Theory | undefined = after;
    one !== undefined && !line.includes(one.id);
    one = study.theories.find(other => other.id === one?.from)
  ) {
    if (one === before) return line
    line.push(one.id)
  }
  return null
}

function changeRow(
  study: Study,
  before: readonly Configuration[],
  after: Configuration,
  steps: readonly (readonly Configuration[])[],
): TheoryChange {
  const differences = before.length === 1 ? differencesOf(study, before[0]!, after) : []
  const recorded = [...steps].reverse().flat()
  return {
    before: before.map(one => one.id).join('; ') || null,
    after: after.id,
    change: recorded.flatMap(one => one.change ?? []).join(', then ') || null,
    differences: [...differences, ...(steps.length === 1 ? mismatch(before, after, differences) : [])].join('; ') || null,
    reason: recorded.flatMap(one => one.reason ?? []).join(' / ') || null,
    ...evidenceBefore(study, before),
    supportedAfter: supportOf(study, evidenceOf(study, after)).sources.length,
  }
}

/** Where what was recorded and what differs do not go together. */
function mismatch(before: readonly Configuration[], { change }: Configuration, differences: readonly string[]): readonly string[] {
  if (before.length !== 1 || change === null || change === 'dropped') return []
  if (change === 'kept') return differences.length === 0 ? [] : ['recorded as kept, yet it differs']
  return differences.length > 0 ? [] : [`recorded as ${change}, yet nothing differs`]
}

function goneRow(study: Study, before: Configuration): TheoryChange {
  const empty = { after: null, change: null, differences: 'not in the version after', reason: null, supportedAfter: null }
  return { before: before.id, ...empty, ...evidenceBefore(study, [before]) }
}

function evidenceBefore(study: Study, before: readonly Configuration[]) {
  const rows = before.flatMap(one => evidenceOf(study, one))
  const count = (stance: string) =>
    before.length === 0
      ? null
      : supportIn(
          study,
          rows.filter(row => (row.stance ?? 'supports') === stance).map(row => ({ row, said: saidIn(study, row) })),
        ).sources.length
  return { supportedBefore: count('supports'), refinedBefore: count('refines'), refutedBefore: count('refutes') }
}

/** What differs between two versions of a configuration; what was found of it, its status, is told last. */
function differencesOf(study: Study, before: Configuration, after: Configuration): readonly string[] {
  const pathOf = codePaths(study)
  const names = (codes: readonly string[]) => codes.map(code => `"${pathOf(code).at(-1)!}"`).join(', ')
  const roles = configurationRoles(study)
  const codes = roleChanges(study, before, after).flatMap(({ role, added, taken }) => [
    ...(added.length > 0 ? [`${role}: ${names(added)} added`] : []),
    ...(taken.length > 0 ? [`${role}: ${names(taken)} taken out`] : []),
  ])
  const differs = (column: string) => !isSame((before as Row)[column], (after as Row)[column])
  const words = roles.filter(role => differs(`${role}Text`)).map(role => `the words of ${role} differ`)
  return [
    ...codes,
    ...words,
    ...(differs('statement') ? ['the statement differs'] : []),
    ...(differs('beneficiary') ? ['for whom differs'] : []),
  ]
}
