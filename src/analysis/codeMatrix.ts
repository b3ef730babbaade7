import { audienceOf, isUnlinked, needStudy, type Problem, type Study, throwProblems } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { answersIn, sourcesOf } from '../transcript/index.js'
import { codeNumbers } from './codeNumbers.js'
import { partOrder } from './contrastGroups.js'
import { countable, type Said } from './countable.js'
import { type Division, divide } from './divide.js'
import { labelOf } from './query/fragmentPlace.js'
import { isTied } from './speakerLabel.js'

export interface CodeMatrixOptions {
  /** What stands in the columns: `case` unless given. */
  readonly by?: Division | 'source'
  /** What is counted: `sources` unless given, `passages` where the columns are sources. */
  readonly count?: 'sources' | 'passages'
}

const divisions: readonly string[] = ['group', 'case', 'round', 'source']
const uncertain = 'no one source'

/**
 * Counts codes, in each role, per case, source, group or round: a row per code and role, a column per case, and in `all` what `countCodes` counts.
 * The columns need not add up to `all`: a source may speak of several cases, and a passage may be of several. A 0 says that nothing was coded
 * there, and not that it was not said.
 *
 * Of sources the cells are passages, or 1 and 0; what is not certain to be of one source stands under `no one source`. For readers so does a
 * passage that may not be tied to who spoke, and cases and groups of fewer than three people stand together.
 *
 * @throws StudyError when there is nothing of that kind to count by, and of sources whose labels are unlinked
 * @example
 * codeMatrix(study, { by: 'group' }).rows[0]
 * //=> { code: 'trust', role: 'context', nurse: 1, all: 1 }
 */
export function codeMatrix(study: Study, options: CodeMatrixOptions = {}): Table<Record<string, Cell>> {
  const call = 'codeMatrix'
  needStudy(study, call)
  const { by = 'case', count = by === 'source' ? 'passages' : 'sources' } = options
  throwProblems(problemsWith(study, by, count, call))
  const partsOf = by === 'source' ? sourceNamer(study) : (said: Said) => divide(study, said, by)
  const rows = new Map<string, { readonly all: Said[]; readonly parts: Map<string, Said[]> }>()
  const used = new Set<string>()
  for (const said of countable(study)) {
    const key = JSON.stringify([said.coding.code, said.coding.role])
    const row = rows.get(key) ?? { all: [], parts: new Map<string, Said[]>() }
    rows.set(key, row)
    row.all.push(said)
    for (const part of partsOf(said)) {
      used.add(part)
      const list = row.parts.get(part)
      if (list === undefined) row.parts.set(part, [said])
      else list.push(said)
    }
  }
  const columns = columnsOf(study, by, used)
  const number = (said: readonly Said[]) => {
    const { sources, codings } = codeNumbers(study, said)
    return count === 'passages' ? codings : by === 'source' ? Math.min(1, codings) : sources
  }
  const places = new Map(study.codes.map((code, i) => [code.id, { name: code.name ?? code.id, place: i }]))
  const counted = [...rows].map(([key, { all, parts }]) => {
    const [code, role] = JSON.parse(key) as [string, string]
    const cells = columns.map(part => [columnName(part), number(parts.get(part) ?? [])] as const)
    const { sources, codings } = codeNumbers(study, all)
    const total = count === 'passages' ? codings : sources
    const place = [places.get(code)?.place ?? places.size, study.roles.indexOf(role)] as const
    return { place, row: { code: places.get(code)?.name ?? code, role, ...Object.fromEntries(cells), all: total } }
  })
  counted.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
  const what = count === 'passages' ? 'passages' : by === 'source' ? '1 where a source was coded with it' : 'sources'
  return new Table<Record<string, Cell>>({
    title: `Codes by ${by}`,
    columns: ['code', 'role', ...columns.map(columnName), 'all'],
    rows: counted.map(one => one.row),
    basis: `codings that count, those of one passage once; ${what}, by ${by}; columns need not add up to all; 0: nothing was coded`,
    of: study,
  })
}

function problemsWith(study: Study, by: string, count: string, call: string): readonly Problem[] {
  return [
    ...(divisions.includes(by)
      ? []
      : [{ what: 'codes cannot be counted by this', hint: `give by: ${divisions.map(one => `'${one}'`).join(', ')}`, call }]),
    ...(count === 'sources' || count === 'passages'
      ? []
      : [{ what: 'this is not counted', hint: "give count: 'sources' or 'passages'", call }]),
    ...(by === 'source' && isUnlinked(study)
      ? [
          {
            what: 'labels are unlinked: a column per source would tie together what one person said',
            hint: "count by 'group', or make the matrix of the study itself, for the team",
            call,
          },
        ]
      : []),
  ]
}

/** The source of what was said, where that is certain and may be told. */
function sourceNamer(study: Study): (said: Said) => readonly string[] {
  const { homeOf } = sourcesOf(study)
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const isTeam = audienceOf(study) === 'team'
  return ({ coding, speakers }) => {
    const homes = new Map(speakers.map(one => [homeOf(one).id, homeOf(one)]))
    const [home] = homes.values()
    if (home === undefined || homes.size > 1) return [uncertain]
    const spans = isTeam ? [] : answersIn(transcripts.get(coding.transcript)!, coding)
    return [isTeam || isTied(study, coding.transcript, spans) ? labelOf(study, home.respondents) : uncertain]
  }
}

/** Columns in the order of the tables of the study; for the team also those of which nothing was coded. */
function columnsOf(study: Study, by: Division | 'source', used: ReadonlySet<string>): readonly string[] {
  const { all } = sourcesOf(study)
  const places = new Map(study.respondents.map((one, i) => [one.id, i]))
  const place = (ids: readonly string[]) => Math.min(...ids.map(id => places.get(id) ?? places.size))
  const listed =
    by === 'source'
      ? [...all].sort((a, b) => place(a.respondents) - place(b.respondents)).map(one => labelOf(study, one.respondents))
      : partOrder(study, by)
  const isTeam = audienceOf(study) === 'team'
  const known = [...new Set(listed)].filter(one => used.has(one) || isTeam)
  const rest = [...used].filter(one => !known.includes(one)).sort((a, b) => (a < b ? -1 : 1))
  return [...known, ...rest]
}

function columnName(part: string): string {
  return ['code', 'role', 'all'].includes(part) ? `${part} (as a name)` : part
}
