import {
  consentConflicts,
  consentPoints,
  type DecidedPoint,
  type Decisions,
  decided,
  type EarlierReleases,
  knowledgeOf,
  markPoints,
  noDecisions,
  type Point,
  type Population,
  studyLeaves,
} from '../privacy/index.js'
import { guardOf, type Leaf, type SafeStudy, throwProblems } from '../study/index.js'
import { type AnyTable, Table, tableLeaves } from '../table/index.js'
import { dossierPoints } from './dossierPoints.js'
import { leavesOf } from './leaves.js'
import { type PointRow, Release } from './release.js'
import { Report } from './report.js'
import { disclosureRisk } from './risk/disclosureRisk.js'

export interface ReleaseOptions {
  /** Everything that goes out together: tables and reports made from the safe study, or the safe study itself, for an archive. */
  readonly outputs: readonly (Report | AnyTable | SafeStudy)[]
  /** What was decided before. Default: nothing. */
  readonly decisions?: Decisions
  /** What was published before, from `openReleases` or `newReleases`: it is put together with this. */
  readonly earlier?: EarlierReleases
  /** All people of a group, whether they took part or not. */
  readonly population?: Population
}

/**
 * The whole gate, for outputs that go out together. Registered names and withheld words are refused when an output is rendered; this puts
 * what else could identify before a person: what surely is a name, a place or a date and is not in the register; what was promised
 * otherwise; and per label the dossier of what adds up. Each point is open until somebody decided on the very text. No decision lets a registered
 * name pass.
 *
 * @param safe what `anonymise` made
 * @returns the points for the team, open ones first, and whether the outputs may be written
 * @throws StudyError when an output was not made from this safe study
 * @example
 * const release = checkRelease(safe, { outputs: [quoteTable(safe)] })
 * release.open === release.toDecide.length
 * //=> true
 */
export function checkRelease(safe: SafeStudy, options: ReleaseOptions): Release {
  const { outputs, decisions = noDecisions, earlier, population } = options
  const guard = guardOf(safe)
  const knowledge = knowledgeOf(guard)
  if (knowledge === null)
    throwProblems([
      { what: 'this study was not anonymised, so nothing of it is released', hint: 'give what anonymise made', call: 'checkRelease' },
    ])
  throwProblems(
    outputs.flatMap((output, i) =>
      guardOf(output) === guard
        ? []
        : [{ what: `output ${i + 1} was not made from this safe study`, hint: 'make it from the study given', call: 'checkRelease' }],
    ),
  )
  const { looks, language, original, options: made } = knowledge!
  const dossiers = disclosureRisk(safe, {
    outputs,
    language,
    ...(earlier === undefined ? {} : { earlier }),
    ...(population === undefined ? {} : { population }),
  })
  const points: readonly Point[] = [
    ...markPoints(leavesIn(outputs), looks, language),
    ...consentPoints(consentConflicts(original, made).rows),
    ...dossierPoints(dossiers),
  ]
  const all = decided(points, decisions)
  return new Release({ table: tableOf(all), points: all, outputs, dossiers })
}

function* leavesIn(outputs: ReleaseOptions['outputs']): Iterable<Leaf> {
  for (const output of outputs) {
    if (output instanceof Report) yield* leavesOf(output)
    else if ('transcripts' in output) yield* studyLeaves(output)
    else yield* tableLeaves(output)
  }
}

function tableOf(points: readonly DecidedPoint[]): Table<PointRow> {
  const rows = points.map(
    (one): PointRow => ({
      point: one.point,
      kind: one.kind,
      entry: one.entry,
      place: one.places.join('; '),
      passage: one.passage,
      what: one.what,
      why: one.why,
      todo: one.todo,
      decided: one.decision === null ? '' : `${one.decision.who}, ${one.decision.when}: ${one.decision.why}`,
    }),
  )
  return new Table<PointRow>({
    title: 'Points to decide before this goes out',
    columns: ['kind', 'entry', 'place', 'passage', 'what', 'why', 'todo', 'decided', 'point'],
    rows: [...rows.filter(row => row.decided === ''), ...rows.filter(row => row.decided !== '')],
    basis: `${points.length} points; a decision holds for the very text it was made about`,
    of: {},
  })
}
