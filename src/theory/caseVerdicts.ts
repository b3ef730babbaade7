import { countable, type Said, smallClasses } from '../analysis/index.js'
import {
  audienceOf,
  type Case,
  type Configuration,
  counted,
  needStudy,
  type Problem,
  type Study,
  StudyError,
  throwProblems,
} from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { sourcesOf } from '../transcript/index.js'
import { casesSpokenOf } from './casesSpokenOf.js'
import { needConfiguration } from './needConfiguration.js'
import { codesIn, roleScheme } from './roleScheme.js'
import { type RoleState, roleStates, statesTogether } from './roleStates.js'
import { saidIn } from './saidIn.js'
import { bySource } from './sourceBehind.js'
import { evidenceOf, newestConfigurations } from './theories.js'
import { printedNumber, tiedOf } from './tied.js'
import { verdictIn } from './verdictIn.js'

/**
 * A configuration in a case: `configuration`, `theory`, `case`, `verdict`, `given`, `summary`; beside it `sources`, a column per role with
 * what was coded of it there, `whole chain`, `for`, `against` and `differs`. As a matrix: `configuration`, `theory` and a column per case.
 */
export type VerdictRow = Readonly<Record<string, Cell>>

export interface VerdictOptions {
  /** Configurations, as `C3` or `C3@refined`; those of the newest version of the theory unless given. */
  readonly configurations?: readonly string[]
  /** `cells`, unless given: a row per configuration and case. `matrix`: a row per configuration, a column per case. */
  readonly as?: 'cells' | 'matrix'
}

/**
 * Lists the verdict on each configuration in each case as `cells.csv` gives it: fired, did not fire, fired otherwise, context absent, or no
 * data. Beside it stands what was coded: how many sources speak of the case at all, what was said of each role there, how many tell the
 * whole chain, and from how many sources the evidence for and against comes. `given` tells *no data* as a verdict from a cell that is not
 * filled in. Where verdict and evidence do not go together, `differs` says how; the verdict stays as it was written.
 *
 * For readers, cases of fewer than three people are left out.
 *
 * @throws StudyError with every configuration that is not in the study
 * @example
 * caseVerdicts(inCases).rows.map(row => [row.case, row.verdict, row.given, row.differs])
 * //=> [
 * //=>   ['North', 'fired', 'cells.csv', null],
 * //=>   ['South', 'did not fire', 'cells.csv', 'did not fire, and mechanism and outcome said; evidence for it from 1 source'],
 * //=>   ['East', 'no data', 'not filled in', null],
 * //=> ]
 */
export function caseVerdicts(study: Study, options: VerdictOptions = {}): Table<VerdictRow> {
  const call = 'caseVerdicts'
  needStudy(study, call)
  const { as = 'cells' } = options
  if (as !== 'cells' && as !== 'matrix') throwProblems([{ what: 'verdicts have no such view', hint: "give as: 'cells' or 'matrix'", call }])
  const configurations = configurationsAsked(study, options.configurations, call)
  const { cases, left } = casesTold(study)
  const looked = lookedAt(study)
  const basis = [
    `verdicts of cells.csv on ${counted(configurations.length, 'configurations')} in ${counted(cases.length, 'cases')}`,
    'beside them what was coded of each case, sources counted once over all rounds',
    'not coded does not say that it was not there',
    ...left,
  ].join('; ')
  const names = cases.map(one => one.name ?? one.id)
  if (as === 'matrix') {
    const rows = configurations.map((one): VerdictRow => {
      const cells = cases.map((of, i) => [columnOf(names[i]!), cellOf(study, one, of, looked)] as const)
      return { configuration: one.id, theory: one.theory, ...Object.fromEntries(cells) }
    })
    return new Table<VerdictRow>({
      title: 'Verdicts per case',
      columns: ['configuration', 'theory', ...names.map(columnOf)],
      rows,
      basis,
      of: study,
    })
  }
  const before = ['configuration', 'theory', 'case', 'verdict', 'given', 'summary', 'sources']
  return new Table<VerdictRow>({
    title: 'Verdicts per case',
    columns: [...before, ...roleScheme(study).all, 'whole chain', 'for', 'against', 'differs'],
    rows: configurations.flatMap(one => cases.map(of => rowOf(study, one, of, looked))),
    basis,
    of: study,
  })
}

function configurationsAsked(study: Study, names: readonly string[] | undefined, call: string): readonly Configuration[] {
  if (names === undefined) return newestConfigurations(study)
  const problems: Problem[] = []
  const found = names.flatMap(name => {
    try {
      return [needConfiguration(study, name, call)]
    } catch (error) {
      if (!(error instanceof StudyError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  throwProblems(problems)
  return found
}

/** The cases that may each stand in a row of their own, and what was left out. */
function casesTold(study: Study): { readonly cases: readonly Case[]; readonly left: readonly string[] } {
  const { printed, other } = smallClasses(study, 'case')
  const cases = study.cases.filter(one => audienceOf(study) === 'team' || printed(one.id) !== other)
  const small = study.cases.length - cases.length
  return { cases, left: small === 0 ? [] : [`${counted(small, 'cases')} of fewer than three people left out`] }
}

/** Everything that counts, per case it is about. */
interface Looked {
  readonly spoken: ReadonlyMap<string, readonly Said[]>
  readonly casesOf: (said: Said) => readonly string[]
}

function lookedAt(study: Study): Looked {
  const casesOf = casesSpokenOf(study)
  const spoken = new Map<string, Said[]>(study.cases.map(one => [one.id, []]))
  for (const said of countable(study)) for (const one of casesOf(said)) spoken.get(one)?.push(said)
  return { spoken, casesOf }
}

function columnOf(name: string): string {
  return name === 'configuration' || name === 'theory' ? `${name} (as a name)` : name
}

function cellOf(study: Study, configuration: Configuration, of: Case, looked: Looked): string {
  const row = rowOf(study, configuration, of, looked)
  const verdict = row.given === 'cells.csv' ? row.verdict : 'not filled in'
  return `${verdict} [${counted(Number(row.sources), 'sources')}]${row.differs === null ? '' : ` differs: ${row.differs}`}`
}

function rowOf(study: Study, configuration: Configuration, of: Case, { spoken, casesOf }: Looked): VerdictRow {
  const { all, contexts, mechanisms, outcomes } = roleScheme(study)
  const { heardIn } = sourcesOf(study)
  const here = spoken.get(of.id)!
  const sought = all.map(role => ({ role, codes: new Set(codesIn(configuration, role)) }))
  const states = roleStates(sought, here)
  const together = (roles: readonly string[]) => statesTogether(states.filter((_, i) => roles.includes(sought[i]!.role)))
  const own = here.filter(({ coding }) => sought.some(({ role, codes }) => coding.role === role && codes.has(coding.code)))
  const evidence = evidenceOf(study, configuration).map(row => ({
    isFor: (row.stance ?? 'supports') === 'supports',
    isAgainst: row.stance === 'refutes',
    said: saidIn(study, row).filter(said => casesOf(said).includes(of.id)),
  }))
  const heard = (said: readonly Said[]) => heardIn(said.map(one => one.speakers)).length
  const numbers = {
    supporting: heard(evidence.filter(one => one.isFor).flatMap(one => one.said)),
    against: heard(evidence.filter(one => one.isAgainst).flatMap(one => one.said)),
    spokenOfIt: heard(own),
  }
  const { verdict, isFilledIn, isTwofold, summary } = verdictIn(study, configuration, of.id)
  const differs = isTwofold
    ? ['cells.csv gives more than one verdict']
    : isFilledIn
      ? differences(verdict, { context: together(contexts), mechanism: together(mechanisms), outcome: together(outcomes) }, numbers)
      : []
  return {
    configuration: configuration.id,
    theory: configuration.theory,
    case: of.name ?? of.id,
    verdict,
    given: isFilledIn ? 'cells.csv' : 'not filled in',
    summary,
    sources: heard(here),
    ...Object.fromEntries(all.map((role, i) => [role, states[i]!])),
    'whole chain': chainTellers(study, sought, own),
    for: numbers.supporting,
    against: numbers.against,
    differs: differs.join('; ') || null,
  }
}

/** How many sources tell every role of the chain in what they say of the case; fewer than three only by what may be put side by side. */
function chainTellers(
  study: Study,
  sought: readonly { readonly role: string; readonly codes: ReadonlySet<string> }[],
  own: readonly Said[],
): number {
  const chain = sought.filter(one => one.codes.size > 0)
  const isThere = (state: RoleState) => state === 'said' || state === 'said and refuted'
  const tellers = (said: readonly Said[]) =>
    chain.length < 2 ? 0 : [...bySource(study, said).values()].filter(one => roleStates(chain, one.said).every(isThere)).length
  return printedNumber(tellers(own), tellers(tiedOf(study, own)))
}

interface States {
  readonly context: RoleState
  readonly mechanism: RoleState
  readonly outcome: RoleState
}

/** In what way what was coded of a case does not go together with the verdict on it. Nothing is corrected by it. */
function differences(
  verdict: string,
  states: States,
  { supporting, against, spokenOfIt }: { readonly supporting: number; readonly against: number; readonly spokenOfIt: number },
): readonly string[] {
  const isThere = (role: keyof States) => states[role] === 'said' || states[role] === 'said and refuted'
  const lacks = (role: keyof States) => !isThere(role) && states[role] !== 'no codes'
  const lacking = (roles: readonly (keyof States)[]) => roles.filter(lacks).map(role => `${role} ${states[role]}`)
  const sources = (n: number, what: string) => (n === 0 ? [] : [`${what} from ${counted(n, 'sources')}`])
  const found: readonly string[] = {
    fired: [...lacking(['context', 'mechanism', 'outcome']), ...sources(against, 'evidence against it')],
    'did not fire': [
      ...(isThere('mechanism') && isThere('outcome') ? ['mechanism and outcome said'] : []),
      ...sources(supporting, 'evidence for it'),
    ],
    'fired otherwise': [...(isThere('mechanism') ? [`mechanism ${states.mechanism}`] : []), ...lacking(['outcome'])],
    'context absent': [...(isThere('context') ? [`context ${states.context}`] : []), ...sources(supporting, 'evidence for it')],
    'no data': spokenOfIt === 0 ? [] : [`its codes are given to what ${counted(spokenOfIt, 'sources')} said of the case`],
  }[verdict]!
  return found.length === 0 ? [] : [`${verdict}, and ${found.join('; ')}`]
}
