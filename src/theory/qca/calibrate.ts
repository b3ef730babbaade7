import { themesInOrder } from '../../analysis/index.js'
import { type Case, counted, type Study, StudyError } from '../../study/index.js'
import { needConfiguration } from '../needConfiguration.js'
import { verdictIn } from '../verdictIn.js'
import { type AttributeSet, type CalibratedSet, directScore, type ScoredSet, type Scores } from './calibratedSet.js'

/** Tells what is wrong. */
type Report = (what: string, hint: string) => void

/** A score, or why there is none. */
export type CaseScore = { readonly score: number; readonly from: string } | { readonly score: null; readonly from: string }

/** A set with a score for each case. */
export interface Calibrated {
  /** What it is called when it has no name of its own. */
  readonly of: string
  /** How the scores came about, in words. */
  readonly how: string
  readonly note: string | null
  /** In the order of the cases. */
  readonly scores: readonly CaseScore[]
}

/** Looks up the words that cases have in a set. */
type Words = {
  readonly of: string
  readonly isFree?: boolean
  readonly wordOf: (one: Case) => string | null
  readonly why: (one: Case) => string
}

/** Gives each case its score in a set. What is wrong is put with `problem`, and the set is then null. */
export function calibrate(study: Study, cases: readonly Case[], set: CalibratedSet | string, problem: Report): Calibrated | null {
  if (typeof set === 'string') {
    const meant = setNamed(study, set, problem)
    return meant === null ? null : calibrate(study, cases, meant, problem)
  }
  if (typeof set !== 'object' || set === null) {
    problem('this is no set of cases', 'give a name, or an object with configuration, theme, attribute or cases')
    return null
  }
  if ('configuration' in set) return byVerdict(study, cases, set.configuration, set, problem)
  if ('theme' in set) return byTheme(study, cases, set.theme, set, problem)
  if ('attribute' in set) return byAttribute(cases, set, problem)
  if ('cases' in set && Array.isArray(set.cases)) return byHand(study, cases, set, problem)
  problem('a set says where its scores come from', 'give configuration, theme, attribute, or cases with a score and a reason each')
  return null
}

/** A configuration, a theme or an attribute that is called this. */
function setNamed(study: Study, name: string, problem: Report): CalibratedSet | null {
  const themes = study.themes.filter(one => one.id === name || one.label === name)
  const found: readonly CalibratedSet[] = [
    ...(isConfiguration(study, name) ? [{ configuration: name }] : []),
    ...(themes.length > 0 ? [{ theme: name }] : []),
    ...(study.cases.some(one => one.extra[name] !== undefined) ? [{ attribute: name }] : []),
  ]
  if (found.length === 1) return found[0]!
  if (found.length === 0) problem('there is no configuration, theme or attribute of cases with this name', 'use one of the study')
  else problem('this is the name of more than one thing', `say which is meant, as in ${JSON.stringify(found[0])}`)
  return null
}

function isConfiguration(study: Study, name: string): boolean {
  try {
    return needConfiguration(study, name, '') !== null
  } catch (error) {
    if (error instanceof StudyError) return false
    throw error
  }
}

function byVerdict(
  study: Study,
  cases: readonly Case[],
  name: string,
  set: { readonly scores?: Scores; readonly note?: string },
  problem: Report,
) {
  if (!isConfiguration(study, name)) {
    problem('there is no such configuration in this study', "use an id of configurations.csv: 'C3', or 'C3@refined'")
    return null
  }
  const configuration = needConfiguration(study, name, 'truthTable')
  const found = new Map(cases.map(one => [one, verdictIn(study, configuration, one.id)]))
  if ([...found.values()].some(one => one.isTwofold))
    problem('cells.csv gives a case more than one verdict on this configuration', 'keep one of the rows: caseVerdicts shows which')
  const words: Words = {
    of: name,
    wordOf: one => (found.get(one)!.isFilledIn && found.get(one)!.verdict !== 'no data' ? found.get(one)!.verdict : null),
    why: one => (found.get(one)!.isFilledIn ? 'no data' : 'not filled in'),
  }
  return byWords(cases, words, { fired: 1, 'did not fire': 0 }, 'verdicts of cells.csv', set, problem)
}

function byTheme(
  study: Study,
  cases: readonly Case[],
  name: string,
  set: { readonly scores?: Scores; readonly note?: string },
  problem: Report,
) {
  const themes = themesInOrder(study)
  const theme = themes.find(one => one.id === name) ?? themes.find(one => one.label === name)
  if (theme === undefined) {
    problem('there is no such theme in this study', 'use an id or a label of themes.csv')
    return null
  }
  const statuses = new Map(
    cases.map(one => {
      const rows = study.cells.filter(cell => cell.case === one.id && cell.theme === theme.id)
      return [one, new Set(rows.flatMap(cell => cell.status ?? []))] as const
    }),
  )
  if ([...statuses.values()].some(one => one.size > 1))
    problem('cells.csv gives a case more than one status of this theme', 'keep one of the rows')
  const statusOf = (one: Case) => [...statuses.get(one)!][0] ?? null
  const words: Words = {
    of: theme.label ?? theme.id,
    wordOf: one => (statusOf(one) === 'missing' ? null : statusOf(one)),
    why: one => statusOf(one) ?? 'not filled in',
  }
  return byWords(cases, words, { observed: 1, absent: 0 }, 'statuses of cells.csv', set, problem)
}

/** Words that say that nothing is known. They are no score, least of all 0. */
const nothing = ['no data', 'missing', 'not filled in', '']

function byWords(
  cases: readonly Case[],
  { of, isFree = false, wordOf, why }: Words,
  usual: Scores,
  from: string,
  { scores, note }: { readonly scores?: Scores; readonly note?: string },
  problem: Report,
): Calibrated | null {
  checkScores(scores, problem)
  checkNote(scores, note, problem)
  const all: Scores = { ...usual, ...scores }
  const unknown = new Map<string, number>()
  const found = cases.map((one): CaseScore => {
    const word = wordOf(one)
    if (word === null) return { score: null, from: why(one) }
    const score = Object.hasOwn(all, word) ? all[word] : undefined
    if (score === undefined) unknown.set(word, (unknown.get(word) ?? 0) + 1)
    return score === undefined || score === null ? { score: null, from: `${word}: left out` } : { score: rounded(score), from: word }
  })
  for (const [word, n] of unknown) {
    // What stands in a column of hers is not repeated in an error.
    const said = isFree ? 'one of the values' : `"${word}"`
    const key = isFree ? 'value' : JSON.stringify(word)
    problem(
      `nothing says what ${said} counts for, in ${counted(n, 'cases')}`,
      `give scores: { ${key}: a number from 0 to 1, or null to leave such cases out }, with a note that says why`,
    )
  }
  const used = Object.entries(all).filter(([word]) => found.some(one => one.from === word || one.from === `${word}: left out`))
  const how = `${from}: ${used.map(([word, score]) => `${word} ${score ?? 'left out'}`).join(', ')}`
  return { of, how, note: note ?? null, scores: found }
}

function byAttribute(cases: readonly Case[], set: AttributeSet, problem: Report): Calibrated | null {
  const { attribute, threshold, anchors, scores, note } = set
  if (!cases.some(one => one.extra[attribute] !== undefined)) {
    problem('no case has this attribute', 'use a column of cases.csv; a safe study has those that anonymise was told to carry')
    return null
  }
  const ways = [threshold, anchors, scores].filter(one => one !== undefined).length
  if (ways > 1) problem('a set is calibrated in one way', 'give threshold, anchors or scores')
  const textOf = (one: Case) => (one.extra[attribute] ?? '').trim()
  if (scores !== undefined) {
    const words: Words = { of: attribute, isFree: true, wordOf: one => textOf(one) || null, why: () => 'empty' }
    return byWords(cases, words, {}, `values of ${attribute}`, { scores, ...(note === undefined ? {} : { note }) }, problem)
  }
  checkNote(threshold ?? anchors, note, problem)
  if (threshold !== undefined && !Number.isFinite(threshold)) problem('the threshold is no number', 'give a number')
  if (anchors !== undefined && !areInOrder(anchors))
    problem('the anchors do not lie in order', 'give out, cross and in as numbers that rise, or that fall')
  const values = cases.map(one => ({ text: textOf(one), number: Number(textOf(one).replace(',', '.')) }))
  const wrong = values.filter(({ text, number }) => text !== '' && !Number.isFinite(number)).length
  const outside = values.filter(({ text, number }) => text !== '' && (number < 0 || number > 1)).length
  if (wrong > 0) problem(`this attribute is no number in ${counted(wrong, 'cases')}`, 'give scores per value')
  else if (ways === 0 && outside > 0)
    problem('nothing says how this attribute becomes scores', 'give a threshold, anchors or scores, with a note that says why')
  const scoreOf = (number: number) => {
    if (anchors !== undefined) return directScore(number, anchors)
    return threshold === undefined ? number : Number(number >= threshold)
  }
  const how =
    anchors !== undefined
      ? `${attribute}, direct method: out ${anchors.out}, cross ${anchors.cross}, in ${anchors.in}`
      : threshold !== undefined
        ? `${attribute} from ${threshold} up`
        : `${attribute}, as it stands`
  return {
    of: attribute,
    how,
    note: note ?? null,
    scores: values.map(({ text, number }) =>
      text === '' ? { score: null, from: 'empty' } : { score: rounded(scoreOf(number)), from: text },
    ),
  }
}

function areInOrder({ out, cross, in: inside }: NonNullable<AttributeSet['anchors']>): boolean {
  return [out, cross, inside].every(Number.isFinite) && (cross - out) * (inside - cross) > 0
}

function byHand(study: Study, cases: readonly Case[], { name, cases: given, note }: ScoredSet, problem: Report): Calibrated | null {
  const rowOf = (meant: string) => study.cases.find(one => one.id === meant) ?? study.cases.find(one => one.name === meant)
  const perCase = new Map<string, ScoredSet['cases'][number]>()
  let [unknown, twice, bare] = [0, 0, 0]
  for (const row of given) {
    const meant = rowOf(row.case)
    if (meant === undefined) unknown++
    else if (perCase.has(meant.id)) twice++
    else perCase.set(meant.id, row)
    if (typeof row.reason !== 'string' || row.reason.trim() === '') bare++
  }
  if (unknown > 0) problem(`${counted(unknown, 'rows')} of scores are of no case of the study`, 'use ids or names of cases.csv')
  if (twice > 0) problem(`${counted(twice, 'rows')} of scores are of a case that has one`, 'give each case one score')
  if (bare > 0) problem(`${counted(bare, 'rows')} of scores have no reason`, 'say with each score why')
  checkScores(Object.fromEntries(given.map((row, i) => [`${i + 1}`, row.score])), problem)
  return {
    of: name,
    how: 'scores given per case',
    note: note ?? null,
    scores: cases.map((one): CaseScore => {
      const row = perCase.get(one.id)
      if (row === undefined) return { score: null, from: 'no score given' }
      return row.score === null ? { score: null, from: row.reason } : { score: rounded(row.score), from: row.reason }
    }),
  }
}

function checkScores(scores: Scores | undefined, problem: Report): void {
  for (const [word, score] of Object.entries(scores ?? {})) {
    if (score !== null && !(typeof score === 'number' && score >= 0 && score <= 1))
      problem('a score is no number from 0 to 1', 'give a number from 0 to 1, or null for no data')
    if (nothing.includes(word) && score !== null) problem(`"${word}" may have no score`, 'no data is not 0: such cases are left out')
  }
}

function checkNote(given: unknown, note: string | undefined, problem: Report): void {
  if (given !== undefined && (note ?? '').trim() === '')
    problem('scores or thresholds are given without a reason', 'say in `note` why these')
}

/** To four decimals, so that R reads the very numbers that were counted with. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
