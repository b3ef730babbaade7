import { isSame, type Row, rowsOf, type Study, tableNames, tables } from '../study/index.js'
import { Table } from '../table/index.js'
import type { Tombstones } from './tombstones.js'
import type { WithoutPerson } from './withoutPerson.js'
import { withdrawnMark } from './wordRuns.js'

/** Something that a withdrawal took out. Never the words. */
export interface WithdrawnRow {
  readonly what: string
  /** The file of the study folder. */
  readonly file: string
  /** The row or line in it where words became marks, after the withdrawal; null: several, or rows that are gone. */
  readonly row: number | null
  readonly column: string
  readonly count: number
}

/** Lists what was removed, and every place where words became a mark. */
export function withdrawnTable(before: Study, after: Study, without: WithoutPerson, journal: Tombstones): Table<WithdrawnRow> {
  const rows = [...goneRows(without), ...cutRows(without, after), ...markedRows(before, after), ...journalRows(journal)]
  return new Table<WithdrawnRow>({
    title: 'Withdrawn',
    columns: ['what', 'file', 'row', 'column', 'count'],
    rows,
    basis: `${without.runs.size} runs of six words of the person, looked for in all tables, pages, memos and passes; shorter words cannot be found`,
    of: {},
  })
}

const one = (what: string, file: string, count: number, row: number | null = null, column = ''): WithdrawnRow[] =>
  count === 0 ? [] : [{ what, file, row, column, count }]

function goneRows({ gone, shortened, speeches }: WithoutPerson): readonly WithdrawnRow[] {
  const texts = gone.get('transcripts') ?? new Set()
  const shared = speeches.filter(speech => texts.has(speech.transcript.id) && !speech.alone).length
  return [
    ...[...gone].flatMap(([table, ids]) => {
      const file = table === 'lost' ? tables.codings.file : tables[table as keyof typeof tables].file
      const count = table === 'codings' ? ids.size - (gone.get('lost')?.size ?? 0) : ids.size
      return one(table === 'lost' ? 'lost codings removed' : 'rows removed', file, count)
    }),
    ...one('conversations removed though others took part: who said what is not known in them', 'texts/', shared),
    ...one('codings of which only what others said stays', tables.codings.file, shortened.codings),
    ...one('quotes that moved, or of which only what others said stays', tables.quotes.file, shortened.quotes),
  ]
}

function cutRows({ cut, speeches }: WithoutPerson, after: Study): readonly WithdrawnRow[] {
  const uncertain = new Map(speeches.map(one => [one.transcript.id, one.uncertain]))
  return [...cut].flatMap(([id, { turns, repeats }]) => {
    const row = after.transcripts.findIndex(text => text.id === id) + 2
    const doubt = uncertain.get(id) ?? 0
    const { file } = tables.transcripts
    return [
      ...one('turns cut from the text', file, turns - doubt, row),
      ...one('turns cut from the text that may be of somebody else: who spoke is not known', file, doubt, row),
      ...one('places in the text where who asks repeats her', file, repeats, row),
    ]
  })
}

function countMarks(value: unknown): number {
  if (typeof value === 'string') return value.split(withdrawnMark).length - 1
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + countMarks(part), 0)
  return typeof value === 'object' && value !== null ? countMarks(Object.values(value)) : 0
}

/** Places in rows, pages and study.json with more marks than before. */
function markedRows(before: Study, after: Study): readonly WithdrawnRow[] {
  const facts = (['title', 'questions', 'cleaning', 'ethics', 'roleFacts', 'templates', 'rounds'] as const).flatMap(key =>
    one('words replaced', 'study.json', countMarks(after[key]) - countMarks(before[key]), null, key),
  )
  const inTables = tableNames.flatMap(table => {
    const old = new Set<unknown>(before[table])
    const { file } = tables[table]
    return rowsOf(after, table).flatMap((row, i) => (old.has(row) ? [] : marksIn(row, file, i + 2)))
  })
  const inPages = (['pages', 'memos'] as const).flatMap(kind => {
    const old = new Set<unknown>(before[kind])
    const folder = kind === 'pages' ? 'report' : 'memos'
    return after[kind].flatMap(page => (old.has(page) ? [] : one('words replaced', `${folder}/${page.id}.md`, countMarks(page))))
  })
  return [...facts, ...inTables, ...inPages]
}

function marksIn(row: Row, file: string, line: number): WithdrawnRow[] {
  return Object.entries(row).flatMap(([column, value]) => {
    if (column === 'text' && file === tables.transcripts.file) return []
    if (column === 'id' && isSame(row.id, row.name)) return []
    return one('words replaced', file, countMarks(value), line, column)
  })
}

function journalRows({ passes, changed }: Tombstones): readonly WithdrawnRow[] {
  return changed.flatMap(i =>
    one('content taken out of a pass', 'journal.jsonl', 1, i + 1).map(row => ({ ...row, column: passes[i]!.kind })),
  )
}
