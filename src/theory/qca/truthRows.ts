import type { Study } from '../../study/index.js'
import { Table } from '../../table/index.js'
import type { NamedSet } from './asked.js'
import { type Combination, type Cuts, outputOf, type ScoredCase } from './combinations.js'
import type { RandomOutcomes } from './randomOutcomes.js'
import { relevance, within } from './setRelations.js'
import type { TruthRow } from './truthTable.js'

/** What a row of a truth table is made with. */
export interface RowFacts {
  readonly outcomes: readonly number[]
  readonly cuts: Cuts
  readonly few: number
  readonly random: RandomOutcomes
  /** The place of the row among those that are compared with random outcomes; -1 when it is not. */
  readonly at: number
}

/** A combination as a row. */
export function rowOf(
  { values, set, members }: Combination,
  columns: readonly string[],
  { outcomes, cuts, few, random, at }: RowFacts,
): TruthRow {
  const { inclusion, pri } = within(set, outcomes)
  const called = (own: readonly ScoredCase[]) => own.map(one => one.name).join('; ') || null
  return {
    ...Object.fromEntries(columns.map((name, i) => [name, values[i]!])),
    out: members.length < few ? '?' : outputOf(inclusion!, cuts),
    n: members.length,
    incl: decimals(inclusion),
    PRI: decimals(pri),
    random: at < 0 ? null : `as high in ${random.asHigh[at]} of ${random.times}`,
    'with outcome': called(members.filter(one => one.outcome > 0.5)),
    'without outcome': called(members.filter(one => one.outcome <= 0.5)),
  }
}

function decimals(n: number | null): number | null {
  return n === null ? null : Math.round(n * 1000) / 1000
}

/** How the scores of each set came about. */
export function setsTable(study: Study, sets: readonly NamedSet[]): Table<TruthRow> {
  const number = (one: NamedSet, is: (score: number) => boolean) => one.scores.filter(({ score }) => score !== null && is(score)).length
  return new Table<TruthRow>({
    title: 'Sets',
    columns: ['set', 'of', 'how', 'why', 'in', 'out', 'at 0.5', 'no data'],
    rows: sets.map(one => ({
      set: one.name,
      of: one.of,
      how: one.how,
      why: one.note,
      in: number(one, score => score > 0.5),
      out: number(one, score => score < 0.5),
      'at 0.5': number(one, score => score === 0.5),
      'no data': one.scores.filter(({ score }) => score === null).length,
    })),
    basis: 'the outcome comes last; in: above 0.5, out: below it',
    of: study,
  })
}

/** Each condition and its absence beside the outcome. */
export function conditionsTable(study: Study, columns: readonly string[], scored: readonly ScoredCase[]): Table<TruthRow> {
  const outcome = scored.map(one => one.outcome)
  const rows = columns.flatMap((name, c) => {
    const set = scored.map(one => one.scores[c]!)
    return [
      { name, set },
      { name: `~${name}`, set: set.map(score => 1 - score) },
    ]
  })
  return new Table<TruthRow>({
    title: 'Conditions one by one',
    columns: ['condition', 'inclN', 'RoN', 'inclS', 'PRI'],
    rows: rows.map(({ name, set }) => ({
      condition: name,
      inclN: decimals(within(outcome, set).inclusion),
      RoN: decimals(relevance(set, outcome)),
      inclS: decimals(within(set, outcome).inclusion),
      PRI: decimals(within(set, outcome).pri),
    })),
    basis: 'inclN and RoN: as necessary for the outcome; inclS and PRI: as sufficient for it; ~ is the absence of a condition',
    of: study,
  })
}
