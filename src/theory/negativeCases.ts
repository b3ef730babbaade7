import { fewestPeople, groupOf, notStated, type Said, smallClasses } from '../analysis/index.js'
import {
  audienceOf,
  type Coding,
  type Configuration,
  counted,
  type Evidence,
  needStudy,
  type Study,
  throwProblems,
} from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { casesSpokenOf } from './casesSpokenOf.js'
import { nameOfConfiguration, needConfiguration } from './needConfiguration.js'
import { codesIn, roleScheme } from './roleScheme.js'
import { type RoleState, reasonsAgainst, roleStates, type Sought, statesTogether } from './roleStates.js'
import { saidIn } from './saidIn.js'
import { bySource, sourceLabel } from './sourceBehind.js'
import { evidenceOf } from './theories.js'
import { codedIn } from './threads.js'
import { mayTie } from './tied.js'

/**
 * A source or a case that goes against a configuration: `source` and `group`, or `case` and `verdict`; a column per role with what was
 * coded of it; then `why`, `evidence`, `rivals` and `sources`.
 */
export type NegativeRow = Readonly<Record<string, Cell>>

/**
 * Lists what goes against a configuration, by source or by case: those of which the context was said and the outcome not coded or
 * refuted, those with the outcome but without the mechanism, and those with evidence against it; beside each the rivals of which it
 * tells the mechanism. One of the codes of a role is enough for the role.
 *
 * That something is not coded does not say that it was not there: it says `not coded`, and never *absent*. A case has a `verdict` where
 * `cells.csv` gives one. Whether it overturns the configuration is for the analyst to say.
 *
 * For readers, sources are only named when every passage behind their row may be; others stand together in a row without a name when at
 * least three are alike, and cases of fewer than three people are left out.
 *
 * @param configuration a configuration, or its id: `C3`, or `C3@refined` for the one of that version of the theory
 * @param options.by `source` unless given
 * @throws StudyError when there is no such configuration
 * @example
 * negativeCases(study, 'C1').rows.map(row => [row.source, row.why])
 * //=> [['12', 'context said, outcome not coded']]
 */
export function negativeCases(
  study: Study,
  configuration: Configuration | string,
  options: { readonly by?: 'source' | 'case' } = {},
): Table<NegativeRow> {
  const call = 'negativeCases'
  needStudy(study, call)
  const { by = 'source' } = options
  if (by !== 'source' && by !== 'case')
    throwProblems([{ what: 'negative cases cannot be listed by this', hint: "give by: 'source' or 'case'", call }])
  const meant = needConfiguration(study, configuration, call)
  const { rows, left, against } = negativesOf(study, meant, by)
  const roles = roleScheme(study).all
  const ends = ['why', 'evidence', 'rivals']
  const parts = [
    `what was coded with the codes of ${nameOfConfiguration(meant)} in each role, by ${by}`,
    'one code of a role is enough for it',
    'not coded does not say that it was not there',
    ...(against.elsewhere === 0
      ? []
      : [`${counted(against.elsewhere, 'pieces')} of evidence against it are of no one ${by === 'case' ? 'case' : 'source'}`]),
    ...left,
  ]
  return new Table<NegativeRow>({
    title: 'Negative cases',
    columns: [...(by === 'case' ? ['case', 'verdict'] : ['source', 'group']), ...roles, ...ends, ...(by === 'case' ? [] : ['sources'])],
    rows,
    basis: parts.join('; '),
    of: study,
  })
}

/** What goes against a configuration, and in words what was left out of it. */
export function negativesOf(study: Study, configuration: Configuration, by: 'source' | 'case'): Listed & { readonly against: Against } {
  const against = gatherAgainst(study, configuration)
  return { ...(by === 'case' ? caseRows(study, configuration, against) : sourceRows(study, against)), against }
}

/** What may go against a configuration, before it is known by what it is listed. */
interface Against {
  readonly sought: readonly Sought[]
  /** Everything coded with codes of the configuration or of its rivals, and what was given as evidence against it. */
  readonly said: readonly Said[]
  /** The codings among it that count. */
  readonly counts: ReadonlySet<Coding>
  readonly evidence: readonly { readonly row: Evidence; readonly said: readonly Said[] }[]
  readonly rivals: readonly { readonly id: string; readonly mechanisms: readonly Sought[] }[]
  /** Pieces of evidence against it that nobody said. */
  readonly elsewhere: number
}

function gatherAgainst(study: Study, configuration: Configuration): Against {
  const { all, mechanisms } = roleScheme(study)
  const rows = evidenceOf(study, configuration).filter(row => row.stance === 'refutes')
  const evidence = rows.map(row => ({ row, said: saidIn(study, row) }))
  const rivals = rivalsOf(study, configuration)
  const coded = [configuration, ...rivals].flatMap(one => all.flatMap(role => codedIn(study, one, role)))
  const said = new Map([...coded, ...evidence.flatMap(one => one.said)].map(one => [one.coding, one]))
  return {
    sought: all.map(role => ({ role, codes: new Set(codesIn(configuration, role)) })),
    said: [...said.values()],
    counts: new Set(coded.map(one => one.coding)),
    evidence,
    // What the two have in common tells for neither.
    rivals: rivals.map(one => ({
      id: one.id,
      mechanisms: mechanisms.map(role => ({
        role,
        codes: new Set(codesIn(one, role).filter(code => !codesIn(configuration, role).includes(code))),
      })),
    })),
    elsewhere: evidence.filter(one => one.said.length === 0).length,
  }
}

/** The configurations of the same version that compete with one, whichever of the two says so. */
export function rivalsOf(study: Study, { id, theory, rivalOf }: Configuration): readonly Configuration[] {
  return study.configurations.filter(one => one.theory === theory && one.id !== id && (one.rivalOf === id || one.id === rivalOf))
}

/** What goes against a configuration in what was said of a unit; null when nothing does. */
function judged(study: Study, { sought, counts, evidence, rivals }: Against, all: readonly Said[]) {
  const said = all.filter(({ coding }) => counts.has(coding))
  const { contexts, mechanisms, outcomes } = roleScheme(study)
  const states = roleStates(sought, said)
  const of = (roles: readonly string[]) => statesTogether(states.filter((_, i) => roles.includes(sought[i]!.role)))
  const own = new Set(all.map(one => one.coding))
  const pieces = evidence.filter(one => one.said.some(({ coding }) => own.has(coding))).length
  const reasons = reasonsAgainst(of(contexts), of(mechanisms), of(outcomes))
  const isRefuted = (state: RoleState | undefined) => state === 'refuted' || state === 'said and refuted'
  const refuted = sought.flatMap(({ role }, i) => (isRefuted(states[i]) ? [`${role} refuted`] : []))
  // Of an outcome that is refuted where its context was said no more needs to be told.
  const untold = refuted.filter(
    one => !reasons.some(reason => reason.endsWith(one) || reason.endsWith(one.replace(/refuted$/u, 'said and refuted'))),
  )
  const why = [...reasons, ...untold, ...(pieces > 0 ? ['evidence against it'] : [])]
  const tells = (mechanism: readonly Sought[]) =>
    roleStates(mechanism, said).some(state => state === 'said' || state === 'said and refuted')
  return why.length === 0 ? null : { states, why, evidence: pieces, rivals: rivals.filter(one => tells(one.mechanisms)).map(one => one.id) }
}

function columnsFor(against: Against, found: NonNullable<ReturnType<typeof judged>>): NegativeRow {
  return {
    ...Object.fromEntries(against.sought.map(({ role }, i) => [role, found.states[i]!])),
    why: found.why.join('; '),
    evidence: found.evidence,
    rivals: found.rivals.join('; ') || null,
  }
}

interface Listed {
  readonly rows: readonly NegativeRow[]
  /** What was left out, in words. */
  readonly left: readonly string[]
}

function sourceRows(study: Study, against: Against): Listed {
  const isTied = mayTie(study)
  const places = new Map(study.respondents.map((one, i) => [one.id, i]))
  const place = (ids: readonly string[]) => Math.min(...ids.map(id => places.get(id) ?? places.size))
  const named: NegativeRow[] = []
  const unnamed = new Map<string, { row: NegativeRow; sources: number }>()
  const parts = [...bySource(study, against.said).values()].sort(
    (a, b) => place(a.source.respondents) - place(b.source.respondents) || (a.source.id < b.source.id ? -1 : 1),
  )
  for (const { source, said } of parts) {
    const found = judged(study, against, said)
    if (found === null) continue
    const row = columnsFor(against, found)
    if (said.every(({ coding }) => isTied(coding))) {
      const group = groupOf(study, source.respondents) ?? notStated
      named.push({ source: sourceLabel(study, source), group, ...row, sources: 1 })
      continue
    }
    const key = JSON.stringify(row)
    unnamed.set(key, { row, sources: (unnamed.get(key)?.sources ?? 0) + 1 })
  }
  const alike = [...unnamed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const told = alike.filter(one => one.sources >= fewestPeople)
  const untold = alike.filter(one => one.sources < fewestPeople).reduce((sum, one) => sum + one.sources, 0)
  const uncertain = against.said.length - parts.reduce((sum, part) => sum + part.said.length, 0)
  return {
    rows: [...named, ...told.map(({ row, sources }) => ({ source: null, group: null, ...row, sources }))],
    left: [
      ...(uncertain === 0 ? [] : [`${counted(uncertain, 'codings')} left out of which it is not certain whose they are`]),
      ...(untold === 0
        ? []
        : [
            `${untold < fewestPeople ? 'fewer than three sources' : counted(untold, 'sources')} left out whose passages may not be put together`,
          ]),
    ],
  }
}

function caseRows(study: Study, { id, theory }: Configuration, against: Against): Listed {
  const casesOf = casesSpokenOf(study)
  const { printed, other } = smallClasses(study, 'case')
  const perCase = new Map<string, Said[]>(study.cases.map(one => [one.id, []]))
  for (const said of against.said) for (const one of casesOf(said)) perCase.set(one, [...(perCase.get(one) ?? []), said])
  const isSmall = (one: string) => audienceOf(study) === 'public' && printed(one) === other
  const verdict = (one: string) =>
    study.cells.find(cell => cell.case === one && cell.configuration === id && (cell.theory === null || cell.theory === theory))?.status ??
    null
  let small = 0
  const rows = [...perCase].flatMap(([one, said]): NegativeRow[] => {
    const found = judged(study, against, said)
    if (found === null) return []
    if (isSmall(one)) {
      small++
      return []
    }
    return [{ case: study.cases.find(row => row.id === one)?.name ?? one, verdict: verdict(one), ...columnsFor(against, found) }]
  })
  return { rows, left: small === 0 ? [] : [`${counted(small, 'cases')} of fewer than three people left out`] }
}
