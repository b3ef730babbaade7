import { audienceOf, type Case, namesOf, needStudy, type Problem, type Row, type Study, type Theme, throwProblems } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { sourcesOf } from '../transcript/index.js'
import { behindTheme } from './behindTheme.js'
import { divideAll } from './divide.js'
import { passagesIn } from './passages.js'
import { smallClasses } from './smallClasses.js'
import { themesInOrder } from './themesInOrder.js'

/** A case beside a theme. */
export interface FrameworkCell {
  readonly case: string
  /** The value that rows are put together by; left out when they are not. */
  readonly in?: string
  readonly theme: string
  /**
   * What `cells.csv` says, else `coded` when passages of the case support the theme and `nothing coded` when there are none. Nothing coded is
   * not absent, and missing is not none.
   */
  readonly status: string
  readonly summary: string
  /** Sources and passages of the theme that speak of the case. */
  readonly sources: number
  readonly passages: number
}

export interface FrameworkOptions {
  /** Cases, by id or name; all in the order of `cases.csv` unless given. */
  readonly rows?: readonly string[]
  /** Themes, by id or label; all in the order of the report unless given. */
  readonly columns?: readonly string[]
  /** An attribute of cases to order them by: numbers as numbers. */
  readonly sortBy?: string
  /** An attribute of cases to put them together by; each group ends in a row with its totals. */
  readonly groupBy?: string
  /** `matrix`: a row per case and a column per theme; `cells`: a row per cell. */
  readonly as?: 'matrix' | 'cells'
}

/**
 * Sets cases beside themes (framework analysis: Ritchie & Spencer 1994): the summary of each cell as it was written, its status, and how many
 * sources and passages stand behind it, so that an empty cell can be told from one that nobody filled in.
 *
 * To readers, cases of fewer than three people are put together, without their summaries.
 *
 * @throws StudyError with every case, theme and attribute that the study does not have
 * @example
 * frameworkMatrix(study, { as: 'cells' }).rows.every(row => row.summary !== '' || row.status !== '')
 * //=> true
 */
export function frameworkMatrix(study: Study, options: FrameworkOptions = {}): Table<Record<string, Cell>> {
  needStudy(study, 'frameworkMatrix')
  const { as = 'matrix', groupBy } = options
  const { themes, rows, cells } = laidOut(study, options)
  const basis = `${rows.length} cases, ${themes.length} themes; summaries and status of cells.csv; sources counted once over all rounds`
  if (as === 'cells') {
    const columns = ['case', ...(groupBy === undefined ? [] : ['in']), 'theme', 'status', 'summary', 'sources', 'passages']
    const long = cells.map((one): Record<string, Cell> => ({ ...one }))
    return new Table<Record<string, Cell>>({ title: 'Cases by themes', columns, rows: long, basis, of: study })
  }
  const labels = themes.map(theme => theme.label ?? theme.id)
  const first = groupBy === undefined ? ['case'] : [groupBy, 'case']
  return new Table({
    title: 'Cases by themes',
    columns: [...first, ...labels],
    rows: wideRows(rows, cells, labels, groupBy),
    basis,
    of: study,
  })
}

/** The same as cells, for pages that lay them out in their own way. */
export function frameworkCells(study: Study, options: FrameworkOptions): readonly FrameworkCell[] {
  return laidOut(study, options).cells
}

function laidOut(study: Study, options: FrameworkOptions) {
  const { cases, themes } = chosen(study, options)
  const rows = rowsOf(study, cases, options.groupBy)
  return { themes, rows, cells: cellsOf(study, themes, rows) }
}

/** A row: a case, or those that are put together. */
interface FrameworkRow {
  readonly name: string
  readonly group: string
  /** Null for cases that are put together, which have no summaries of their own. */
  readonly id: string | null
}

function chosen(study: Study, options: FrameworkOptions): { readonly cases: readonly Case[]; readonly themes: readonly Theme[] } {
  const problems: Problem[] = []
  const call = 'frameworkMatrix'
  const pick = <R extends { readonly id: string }>(all: readonly R[], table: 'cases' | 'themes', wanted: readonly string[] | undefined) => {
    const idOf = namesOf(table, all as unknown as readonly Row[])
    return (wanted ?? all.map(one => one.id)).flatMap(name => {
      const found = all.find(one => one.id === idOf(name)) ?? all.find(one => one.id === name)
      if (found === undefined)
        problems.push({ what: `there is no such row in ${table}.csv`, hint: `use an id or a name of ${table}.csv`, call })
      return found ?? []
    })
  }
  const cases = pick(study.cases, 'cases', options.rows)
  const themes = pick(themesInOrder(study), 'themes', options.columns)
  const attributes = new Set(study.cases.flatMap(one => Object.keys(one.extra)))
  for (const name of [options.sortBy, options.groupBy])
    if (name !== undefined && !attributes.has(name))
      problems.push({ what: 'no case has this attribute', hint: `those there are: ${[...attributes].join(', ') || 'none'}`, call })
  throwProblems(problems)
  const keys = [options.groupBy, options.sortBy].filter(key => key !== undefined)
  const sorted = [...cases].sort((a, b) => keys.map(key => compareValues(a.extra[key], b.extra[key])).find(order => order !== 0) ?? 0)
  return { cases: sorted, themes }
}

/** Numbers as numbers, before words; what is not given comes last. */
function compareValues(a = '', b = ''): number {
  if ((a === '') !== (b === '')) return a === '' ? 1 : -1
  const [x, y] = [Number(a.replace(',', '.')), Number(b.replace(',', '.'))]
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}

function rowsOf(study: Study, cases: readonly Case[], groupBy: string | undefined): readonly FrameworkRow[] {
  const { printed, other } = smallClasses(study, 'case')
  const isFolded = (id: string) => audienceOf(study) === 'public' && printed(id) === other
  const own = cases
    .filter(one => !isFolded(one.id))
    .map(one => ({ name: one.name ?? one.id, group: groupBy === undefined ? '' : (one.extra[groupBy] ?? ''), id: one.id }))
  return cases.some(one => isFolded(one.id)) ? [...own, { name: other, group: '', id: null }] : own
}

function cellsOf(study: Study, themes: readonly Theme[], rows: readonly FrameworkRow[]): readonly FrameworkCell[] {
  const { heardIn } = sourcesOf(study)
  const perTheme = themes.map(theme => divideAll(study, behindTheme(study, theme).codings, 'case'))
  return rows.flatMap(({ name, group, id }) =>
    themes.map((theme, t): FrameworkCell => {
      const said = perTheme[t]!.get(name) ?? []
      const written = id === null ? undefined : study.cells.find(cell => cell.case === id && cell.theme === theme.id)
      return {
        case: name,
        ...(group === '' ? {} : { in: group }),
        theme: theme.label ?? theme.id,
        status: written?.status ?? (said.length > 0 ? 'coded' : 'nothing coded'),
        summary: written?.summary ?? '',
        sources: heardIn(said.map(one => one.speakers)).length,
        passages: passagesIn(said.map(one => one.coding)),
      }
    }),
  )
}

function wideRows(
  rows: readonly FrameworkRow[],
  cells: readonly FrameworkCell[],
  labels: readonly string[],
  groupBy: string | undefined,
): readonly Record<string, Cell>[] {
  const width = labels.length
  const cellsIn = (i: number) => cells.slice(i * width, (i + 1) * width)
  const wide = rows.map(({ name, group }, i): Record<string, Cell> => {
    const head = groupBy === undefined ? { case: name } : { [groupBy]: group, case: name }
    return { ...head, ...Object.fromEntries(cellsIn(i).map((cell, t) => [labels[t]!, sayCell(cell)])) }
  })
  if (groupBy === undefined) return wide
  return wide.flatMap((row, i) => {
    const { group } = rows[i]!
    if (rows[i + 1]?.group === group) return [row]
    const own = rows.flatMap((one, at) => (one.group === group ? [at] : []))
    const totals = labels.map((label, t) => [label, sayTotal(own.map(at => cellsIn(at)[t]!))])
    return [row, { [groupBy]: group, case: `all (${own.length})`, ...Object.fromEntries(totals) }]
  })
}

function sayCell({ status, summary, sources, passages }: FrameworkCell): string {
  const counts =
    passages === 0 ? '' : `; ${sources === 1 ? '1 source' : `${sources} sources`}, ${passages === 1 ? '1 passage' : `${passages} passages`}`
  return `${summary === '' ? '' : `${summary} `}[${status}${counts}]`
}

/** How many cells have each status. */
function sayTotal(cells: readonly FrameworkCell[]): string {
  const counts = new Map<string, number>()
  for (const { status } of cells) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, n]) => `${status} ${n}`).join(', ')
}
