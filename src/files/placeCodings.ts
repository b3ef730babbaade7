import { type Coding, type Problem, type Row, type RowOf, type Span, tables } from '../study/index.js'
import type { TableFile } from './readTable.js'
import type { Finder, Wrong } from './wordFinder.js'

/** The codings of a folder, each with its place in the text. */
export interface CodingsRead {
  readonly codings: readonly Coding[]
  readonly lost: readonly Coding[]
  /** All of them in the order of the file. */
  readonly all: readonly Coding[]
  readonly rowNumbers: readonly number[]
  /** Cells, as `file:row:column`, that cannot be judged because something else could not be read. */
  readonly silent: readonly string[]
  readonly problems: readonly Problem[]
}

/** Gives every row of codings.csv its place and its role. */
export function placeCodings(table: TableFile, codes: readonly Row[], unread: ReadonlySet<string>, finder: Finder): CodingsRead {
  const problems: Problem[] = []
  const silent: string[] = []
  const { file } = tables.codings
  const roles = new Map(codes.map(code => [code.id, code.role]))
  const wrong = new Set(table.problems.map(problem => problem.row))
  const read = table.rows.map(({ row, record }) => {
    const report = (problem: Wrong) => problems.push({ ...problem, file, row: record.row })
    const transcript = String(row.transcript)
    const judged = !unread.has(transcript) && finder.has(transcript)
    if (unread.has(transcript)) silent.push(`${file}:${record.row}:end`)
    const place = row.lost === true || !judged || wrong.has(record.row) ? placeAsGiven(row) : placeOf(row, transcript, finder)
    if ('what' in place) report(place)
    const role = row.role ?? roles.get(String(row.code)) ?? null
    // An unknown code is a cause of its own.
    if (role === null) silent.push(`${file}:${record.row}:role`)
    if (role === null && roles.has(String(row.code)))
      report({ what: 'neither this coding nor its code has a role', hint: 'fill the role here or in codes.csv', column: 'role' })
    return { record, lost: row.lost === true, coding: codingFrom(row, 'what' in place ? nowhere : place, role as string | null) }
  })
  const kept = read.filter(one => !one.lost)
  return {
    codings: kept.map(one => one.coding),
    lost: read.filter(one => one.lost).map(one => one.coding),
    all: read.map(one => one.coding),
    rowNumbers: kept.map(one => one.record.row),
    silent,
    problems,
  }
}

const nowhere: Span = { start: 0, end: 0 }

function placeAsGiven({ start, end }: Row): Span {
  const from = typeof start === 'number' ? start : 0
  return { start: from, end: typeof end === 'number' ? end : from }
}

interface Typed {
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
}

/** The place of a coding by its words, its offsets, or both: then they must agree. */
function placeOf(row: Row, transcript: string, finder: Finder): Span | Wrong {
  const { start, end, quote } = row as unknown as Typed
  const length = finder.textOf(transcript).length
  if (start === null && end !== null)
    return { what: 'this row has an end but no start', hint: 'give both, or only the words', column: 'start' }
  if (quote === null) {
    if (start === null) return nowhere
    if (end === null) return { what: 'this row has a start but neither an end nor words', hint: 'give the end or the words', column: 'end' }
  }
  if (start !== null && (start < 0 || (end !== null && (end <= start || end > length))))
    return {
      what: 'this fragment lies outside the text',
      hint: `give a start below the end, and an end of at most ${length}`,
      column: end === null ? 'start' : 'end',
    }
  if (quote === null) return { start: start!, end: end! }
  if (start === null) return finder.findOne(transcript, quote)
  return end === null ? finder.findAt(transcript, quote, start) : finder.confirm(transcript, quote, { start, end })
}

function codingFrom(row: Row, { start, end }: Span, role: string | null): Coding {
  const read = row as unknown as RowOf<'codings'>
  const { extra, quote, lost } = read
  return {
    id: read.id,
    transcript: read.transcript ?? '',
    start,
    end,
    code: read.code ?? '',
    role: role ?? '',
    polarity: read.polarity,
    level: read.level,
    beneficiary: read.beneficiary,
    stance: read.stance,
    elicited: read.elicited,
    expected: read.expected,
    certainty: read.certainty,
    coder: read.coder ?? '',
    pass: read.pass ?? '',
    account: read.account,
    about: read.about,
    status: read.status ?? 'open',
    settles: read.settles,
    memo: read.memo,
    // The words of a lost coding are nowhere else any more.
    extra: lost === true && quote !== null ? { ...extra, quote } : extra,
  }
}
