import { type Problem, throwProblems } from '../../study/index.js'
import { type Delimiter, parseCsv } from '../../table/index.js'
import { type Claim, facts, fold, isTrueOf } from './claim.js'
import { attributeOf, type KnownPeople, type KnownPerson } from './knownPeople.js'

/** So many people of a group who are alike in these attributes, whether they took part or not. */
export interface PopulationRow {
  readonly group: string
  readonly attributes: Readonly<Record<string, string>>
  readonly count: number
}

/** Everybody who could have been asked: rows, or only how many there are per group. */
export type Population = readonly PopulationRow[] | Readonly<Record<string, number>>

/**
 * Reads a table of all people of the groups of a study: a column `group`, any attributes by the names of `respondents.csv`, and `count`
 * (1 where it is left out). Those who took part are among them.
 *
 * @throws StudyError with every row whose group is empty or whose count is no whole number from 1
 * @example
 * readPopulation('group,hospital,count\nboard,academic,9\n')
 * //=> [{ group: 'board', attributes: { hospital: 'academic' }, count: 9 }]
 */
export function readPopulation(csv: string, file = 'population.csv'): readonly PopulationRow[] {
  const parsed = parseCsv(csv, delimiterOf(csv))
  if (parsed === null) throwProblems([{ what: 'the population is empty', hint: 'give it a header row: group, attributes, count', file }])
  const { header, records, flaws } = parsed!
  const columns = header.cells.map(cell => cell.trim())
  const at = (name: string) => columns.findIndex(column => column.toLowerCase() === name)
  const problems: Problem[] = flaws.map(flaw => ({ ...flaw, file }))
  if (at('group') < 0)
    problems.push({ what: 'the column "group" is missing', hint: 'the first row names the columns', file, row: header.row })
  throwProblems(problems)
  const rows = records.map(({ cells, row }): PopulationRow => {
    const group = cells[at('group')]?.trim() ?? ''
    const counted = cells[at('count')]?.trim() || '1'
    const note = (what: string, hint: string, column: string) => problems.push({ what, hint, file, row, column })
    if (group === '') note('this row has no group', 'fill it in, or take the row out', 'group')
    if (!/^[1-9]\d{0,8}$/u.test(counted)) note('this is not a number of people', 'give a whole number from 1', 'count')
    const attributes = columns.flatMap((column, i) =>
      column === '' || i === at('group') || i === at('count') || !cells[i]?.trim() ? [] : [[column, cells[i].trim()] as const],
    )
    return { group, attributes: Object.fromEntries(attributes), count: Number(counted) }
  })
  throwProblems(problems)
  return rows
}

/** The delimiter that brings out the known names in the header. */
function delimiterOf(csv: string): Delimiter {
  const known = (delimiter: Delimiter) =>
    parseCsv(csv.slice(0, 2000), delimiter)?.header.cells.filter(cell => ['group', 'count'].includes(cell.trim().toLowerCase())).length ?? 0
  const delimiters: readonly Delimiter[] = [',', ';', '\t']
  return delimiters.reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best))
}

/** Rows of a population, whichever way it was given. */
export function populationRows(population: Population): readonly PopulationRow[] {
  if (isRows(population)) return population
  return Object.entries(population).map(([group, count]) => ({ group, attributes: {}, count }))
}

function isRows(population: Population): population is readonly PopulationRow[] {
  return Array.isArray(population)
}

/**
 * How many of all known people fit what is printed under a label; null when the group of those behind it is not among them. In which
 * round somebody spoke, and with whom, does not tell people apart who may not have taken part.
 *
 * @param candidates how many of those who took part fit: they are among the population
 */
export function countInPopulation(
  rows: readonly PopulationRow[],
  known: KnownPeople,
  behind: readonly string[],
  claims: readonly Claim[],
  candidates: number,
): number | null {
  const groups = new Set(behind.flatMap(id => [...(known.byId.get(id)?.values.get(facts.group) ?? [])]))
  if (!rows.some(row => groups.has(fold(row.group)))) return null
  const asked = claims.filter(claim => claim.attribute !== facts.round && claim.attribute !== facts.together)
  if (asked.some(claim => claim.unique)) return candidates
  const fitting = rows.filter(row => asked.every(claim => isTrueOf(personOf(row, known), claim)))
  return Math.max(
    candidates,
    fitting.reduce((sum, row) => sum + row.count, 0),
  )
}

function personOf({ group, attributes }: PopulationRow, { say }: KnownPeople): KnownPerson {
  const given = [[facts.group, group] as const, ...Object.entries(attributes)]
  const values = new Map(
    given.map(([column, value]) => [
      attributeOf(column),
      new Set([value, say(value), ...value.split(';')].map(fold).filter(one => one !== '')),
    ]),
  )
  return { id: '', values, all: [...values.values()].flatMap(set => [...set]), shown: new Map(), wording: new Set() }
}
