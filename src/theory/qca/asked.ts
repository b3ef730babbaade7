import { smallClasses } from '../../analysis/index.js'
import { audienceOf, type Case, type Problem, type Study } from '../../study/index.js'
import { isRName, rNames } from '../../table/index.js'
import { type Calibrated, calibrate } from './calibrate.js'
import type { TruthTableOptions } from './truthTable.js'

/** A set with the name of its column. */
export interface NamedSet extends Calibrated {
  readonly name: string
}

/** The cases asked for, in the order of the table; to readers only those that may be told of by name. */
export function casesAsked(study: Study, { cases }: TruthTableOptions, problems: Problem[]): readonly Case[] {
  const found = (cases ?? study.cases.map(one => one.id)).flatMap(name => {
    const meant = study.cases.find(one => one.id === name) ?? study.cases.find(one => one.name === name)
    if (meant === undefined) problems.push({ what: 'there is no such case', hint: 'use an id or a name of cases.csv' })
    return meant ?? []
  })
  if (found.length === 0) problems.push({ what: 'there are no cases to compare', hint: 'list them in cases.csv' })
  const { printed, other } = smallClasses(study, 'case')
  if (audienceOf(study) === 'public' && found.some(one => printed(one.id) === other))
    problems.push({
      what: 'cases of fewer than three people would each be told of by name',
      hint: 'make the truth table of the study itself, for the team; or give the `cases` that readers may be told of',
    })
  return study.cases.filter(one => found.includes(one))
}

const fixedColumns = ['case', 'cases', 'out', 'n', 'incl', 'PRI', 'random', 'with outcome', 'without outcome']

/** The sets asked for, each with its scores and a column of its own. */
export function setsAsked(
  study: Study,
  cases: readonly Case[],
  options: TruthTableOptions,
  problems: Problem[],
): { readonly outcome: NamedSet | null; readonly conditions: readonly NamedSet[] } {
  const given = Array.isArray(options.conditions) ? options.conditions : []
  if (given.length === 0) problems.push({ what: 'there are no conditions', hint: 'give conditions: some names or sets' })
  if (given.length > 12) problems.push({ what: 'these are more than twelve conditions', hint: 'no number of cases fills so many rows' })
  const places = [...given.map((set, i) => ({ set, where: `condition ${i + 1}` })), { set: options.outcome, where: 'outcome' }]
  const found = places.map(({ set, where }) =>
    calibrate(study, cases, set, (what, hint) => problems.push({ what, hint, call: `truthTable, ${where}` })),
  )
  const own = places.map(({ set }) => (typeof set === 'object' && set !== null ? (set.name ?? null) : null))
  for (const [i, name] of own.entries())
    if (name !== null && (!isRName(name) || fixedColumns.includes(name) || own.indexOf(name) < i))
      problems.push({
        what: 'this name of a set cannot be a column of its own in R',
        hint: `give another: letters, digits and _, a letter first, each name once, and none of ${fixedColumns.join(', ')}`,
        call: `truthTable, ${places[i]!.where}`,
      })
  const made = rNames(
    found.map(one => one?.of ?? ''),
    [...fixedColumns, ...own.flatMap(name => name ?? [])],
  )
  const sets = found.map((one, i) => (one === null ? null : { ...one, name: own[i] ?? made[i]! }))
  return { outcome: sets.at(-1) ?? null, conditions: sets.slice(0, -1).filter(one => one !== null) }
}

/** Puts up numbers that nothing can be counted with. */
export function checkNumbers(
  { inclusion, exclusion, fewest }: TruthTableOptions,
  random: { times: number; seed: number },
  problems: Problem[],
): void {
  const wrong = (what: string, hint: string) => problems.push({ what, hint })
  const isPart = (n: number | undefined) => n === undefined || (n >= 0 && n <= 1)
  if (!isPart(inclusion) || !isPart(exclusion)) wrong('a cut of inclusion is no part of a whole', 'give a number from 0 to 1')
  else if (exclusion !== undefined && exclusion > (inclusion ?? 1))
    wrong('the cut for 0 lies above that for 1', 'give exclusion up to inclusion')
  if (fewest !== undefined && !(Number.isInteger(fewest) && fewest > 0)) wrong('the fewest cases are no whole number', 'give one above 0')
  if (!(Number.isInteger(random.times) && random.times > 0 && random.times <= 100_000) || !Number.isInteger(random.seed))
    wrong('the random outcomes are no numbers to count with', 'give times: a whole number up to 100000, and seed: a whole number')
}

/** Cases by name; by id where two are called the same. */
export function namesOfCases(cases: readonly Case[]): readonly string[] {
  const names = cases.map(one => one.name ?? one.id)
  return cases.map((one, i) => (names.filter(name => name === names[i]).length > 1 ? one.id : names[i]!))
}
