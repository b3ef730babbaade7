import { compareNatural, counted, needStudy, type Problem, type Study, throwProblems } from '../../study/index.js'
import { type Cell, Table } from '../../table/index.js'
import { casesAsked, checkNumbers, namesOfCases, setsAsked } from './asked.js'
import type { CalibratedSet } from './calibratedSet.js'
import { type Combination, combinationsOf, pointing, type ScoredCase } from './combinations.js'
import { type RandomOutcomes, randomOutcomes } from './randomOutcomes.js'
import { conditionsTable, rowOf, setsTable } from './truthRows.js'

export interface TruthTableOptions {
  /** The set of cases to account for: a configuration, theme or attribute by name, or a set with its calibration. */
  readonly outcome: CalibratedSet | string
  readonly conditions: readonly (CalibratedSet | string)[]
  /** Cases, by id or name; all of the study unless given. */
  readonly cases?: readonly string[]
  /** The inclusion from which a row is 1: 1 for crisp sets and 0.8 for fuzzy ones unless given. */
  readonly inclusion?: number
  /** The inclusion below which a row is 0; between the two it is C. Unless given: any above 0 for crisp sets, `inclusion` for fuzzy ones. */
  readonly exclusion?: number
  /** Rows of fewer cases are `?`: 1 unless given. */
  readonly fewest?: number
  /** How many random outcomes are tried, 1000 unless given, and from which seed. */
  readonly random?: { readonly times?: number; readonly seed?: number }
}

/** A row: a column per condition, then `out`, `n`, `incl`, `PRI`, `random`, `with outcome` and `without outcome`. */
export type TruthRow = Readonly<Record<string, Cell>>

/** A truth table, and everything it was made from. */
export interface TruthTable {
  /** A row per combination that cases are in. */
  readonly table: Table<TruthRow>
  /** A row per case with its scores, as R reads them: `truthTable(read.csv("cases.csv", row.names = 1), outcome = "…")`. */
  readonly cases: Table<TruthRow>
  /** The cases that are in no row, with the set and the reason. */
  readonly left: Table<TruthRow>
  /** Each set: how its scores came about, why, and how many cases are in, out, between and without data. */
  readonly sets: Table<TruthRow>
  /** Each score with what it came from. */
  readonly scores: Table<TruthRow>
  /** Each condition and its absence beside the outcome: as necessary (`inclN`, `RoN`) and as sufficient (`inclS`, `PRI`). */
  readonly conditions: Table<TruthRow>
  /** Combinations that cases are in, of those possible. */
  readonly observed: number
  readonly possible: number
  /** Rows with cases on both sides of the outcome. */
  readonly contradictions: number
  /** Cases in rows that point one way. */
  readonly pointing: number
  readonly random: RandomOutcomes
}

// Any inclusion above 0, but for what sums of decimals are off.
const anything = 1e-6

/**
 * Makes a truth table of cases: which combinations of conditions were seen, how many of all that are possible, how far the cases of each
 * have the outcome (inclusion and PRI: Ragin 2008; Duşa 2019), and which contradict each other. Verdicts and statuses come from `cells.csv`,
 * other scores from attributes and from the analyst, each with a reason. A case without data on the outcome or a condition stands in no
 * row and is listed in `left`: no data is never 0.
 *
 * Beside it stands in how many of a number of random outcomes the rows fit as well, since few cases in many rows fit anything. It draws no
 * conclusion and minimises nothing: that is for R's QCA, which reads the CSV of `cases`.
 *
 * @throws StudyError with everything that is wrong with the sets; and of a safe study when a case is of fewer than three people, since
 *   each case is told of by name
 * @example
 * const { table, left } = truthTable(scored, { outcome: 'C1', conditions: ['hours', 'norm'] })
 * table.rows.map(row => [row.hours, row.norm, row.out, row.n, row.incl])
 * //=> [[0, 1, '0', 1, 0], [1, 0, '1', 2, 1]]
 * left.rows
 * //=> [{ case: 'West', set: 'C1', why: 'no data' }]
 * table.basis.split(';')[0]
 * //=> '2 of 4 possible combinations were seen, in 3 cases'
 */
export function truthTable(study: Study, options: TruthTableOptions): TruthTable {
  const call = 'truthTable'
  needStudy(study, call)
  const problems: Problem[] = []
  const cases = casesAsked(study, options, problems)
  const { outcome, conditions } = setsAsked(study, cases, options, problems)
  const asked = { times: options.random?.times ?? 1000, seed: options.random?.seed ?? 1 }
  checkNumbers(options, asked, problems)
  throwProblems(problems.map(one => ({ ...one, call: one.call ?? call })))
  const names = namesOfCases(cases)
  const sets = [...conditions, outcome!]
  const left = cases.flatMap((_, i) =>
    sets.flatMap(({ name, scores }) => (scores[i]!.score === null ? [{ case: names[i]!, set: name, why: scores[i]!.from }] : [])),
  )
  const scored = cases.flatMap((_, i): ScoredCase[] => {
    const own = sets.map(({ scores }) => scores[i]!.score)
    return own.includes(null) ? [] : [{ name: names[i]!, scores: own.slice(0, -1) as number[], outcome: own.at(-1)! }]
  })
  const between = scored.flatMap(one =>
    one.scores.flatMap((score, c) => (score === 0.5 ? [{ case: one.name, set: conditions[c]!.name, why: 'neither in nor out: 0.5' }] : [])),
  )
  const isCrisp = scored.every(one => [...one.scores, one.outcome].every(score => score === 0 || score === 1))
  const inclusion = options.inclusion ?? (isCrisp ? 1 : 0.8)
  const cuts = { inclusion, exclusion: options.exclusion ?? (isCrisp ? anything : inclusion) }
  // Outcomes are dealt over cases in an order of their own, so that the order of the table changes nothing.
  const ordered = [...scored].sort((a, b) => compareNatural(a.name, b.name))
  const all = combinationsOf(ordered)
  const rows = all.filter(one => one.members.length >= (options.fewest ?? 1))
  const outcomes = ordered.map(one => one.outcome)
  const random = randomOutcomes(rows, outcomes, cuts, asked)
  const pointed = pointing(rows, outcomes, cuts)
  const possible = 2 ** conditions.length
  const contradictions = rows.filter(isContradictory).length
  const made = { of: study }
  const columns = conditions.map(one => one.name)
  const noData = cases.length - scored.length
  const fit = `${pointed} of ${counted(scored.length, 'cases')} stand in rows that point one way; of ${asked.times} outcomes dealt out at random over the same cases (seed ${asked.seed}) ${random.asWell} do as well`
  const basis = [
    `${all.length} of ${possible} possible combinations were seen, in ${counted(scored.length, 'cases')}`,
    noData === 0 ? 'no case was left out' : `${counted(noData, 'cases')} left out for want of data`,
    `${counted(contradictions, 'rows')} with cases on both sides of the outcome`,
    `a row is 1 from inclusion ${inclusion}${cuts.exclusion < inclusion ? `, and C where it has some of both` : ''}`,
    ...(scored.length === 0 ? [] : [fit]),
    'nothing is tested by it',
  ].join('; ')
  return {
    table: new Table<TruthRow>({
      title: 'Truth table',
      columns: [...columns, 'out', 'n', 'incl', 'PRI', 'random', 'with outcome', 'without outcome'],
      rows: all.map(one => rowOf(one, columns, { outcomes, cuts, few: options.fewest ?? 1, random, at: rows.indexOf(one) })),
      basis,
      ...made,
    }),
    cases: new Table<TruthRow>({
      title: 'Scores of cases',
      columns: ['case', ...columns, outcome!.name],
      rows: scored.map(one => ({
        case: one.name,
        ...Object.fromEntries(columns.map((name, c) => [name, one.scores[c]!])),
        [outcome!.name]: one.outcome,
      })),
      basis: `${counted(scored.length, 'cases')} with data on every set; for R's QCA`,
      ...made,
    }),
    left: new Table<TruthRow>({
      title: 'Cases in no row',
      columns: ['case', 'set', 'why'],
      rows: [...left, ...between],
      basis: 'no data is not 0: a case without data on a set is not counted; one at 0.5 is counted in no row',
      ...made,
    }),
    sets: setsTable(study, sets),
    scores: new Table<TruthRow>({
      title: 'Where scores come from',
      columns: ['set', 'case', 'score', 'from'],
      rows: sets.flatMap(({ name, scores }) => scores.map(({ score, from }, i) => ({ set: name, case: names[i]!, score, from }))),
      basis: 'cells.csv, attributes of cases and scores of the analyst, to four decimals',
      ...made,
    }),
    conditions: conditionsTable(study, columns, scored),
    observed: all.length,
    possible,
    contradictions,
    pointing: pointed,
    random,
  }
}

/** Whether cases with and without the outcome are in one combination. */
function isContradictory({ members }: Combination): boolean {
  return members.some(one => one.outcome > 0.5) && members.some(one => one.outcome < 0.5)
}
