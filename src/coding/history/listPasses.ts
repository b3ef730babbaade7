import { counted, guardOf, type Pass, type Study } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { withJournal } from '../journal.js'
import { findPass } from './findPass.js'
import { tellChanges } from './tellChanges.js'
import { type Step, walkJournal } from './touched.js'
import { undoneBy } from './undoneBy.js'

/** A pass of the journal, in words. */
export interface ListedPass {
  /** Its place in the journal, counted from 1. */
  readonly number: number
  readonly date: string
  readonly coder: string
  readonly kind: string
  readonly what: string
  /** The rows that differ after it. */
  readonly rows: number
  /** The number of the pass that took it back; null when it stands. */
  readonly undoneBy: number | null
  readonly id: string
}

/** A call of a pass, in words. */
export interface ListedCall extends Pick<ListedPass, 'number' | 'date' | 'coder' | 'kind'> {
  /** Its place in the pass, counted from 1. */
  readonly call: number
  readonly what: string
  readonly rows: number
}

const shown = 4

/**
 * The journal as a table that a reviewer can read: a row per pass, with who, when, and in words what came of it; what was
 * taken back later stays in it and is marked.
 *
 * Of a safe study it tells only who and of what kind, since a safe study does not carry what passes changed.
 *
 * @param options.calls gives a row per call instead: what was asked for, as it was written down at the time
 * @param options.pass only this pass: its id, its number, or a day for the last pass of that day or before
 * @example
 * listPasses(coded).rows.at(-1)?.what
 * //=> "1 code added: 'regular meetings'; 1 coding added by MV in 1 transcript, with 1 new code"
 */
export function listPasses(study: Study, options: { readonly pass?: string | number; readonly calls: true }): Table<ListedCall>
export function listPasses(study: Study, options?: { readonly pass?: string | number; readonly calls?: false }): Table<ListedPass>
export function listPasses(
  given: Study,
  options: { readonly pass?: string | number; readonly calls?: boolean } = {},
): Table<ListedPass> | Table<ListedCall> {
  const study = withJournal(given)
  const only = options.pass === undefined ? null : findPass(study.journal, options.pass, 'listPasses')
  const isAsked = (number: number) => only === null || number === only + 1
  const facts = { title: 'Journal', basis: basisOf(study), of: given }
  if (options.calls === true) {
    const rows = study.journal.flatMap((pass, i) => (isAsked(i + 1) ? callsOf(pass, i + 1) : []))
    return new Table<ListedCall>({ ...facts, columns: ['number', 'date', 'coder', 'kind', 'call', 'what', 'rows'], rows })
  }
  const rows = passRows(study.journal).filter(row => isAsked(row.number))
  return new Table<ListedPass>({ ...facts, columns: ['number', 'date', 'coder', 'kind', 'what', 'rows', 'undoneBy', 'id'], rows })
}

function basisOf(study: Study): string {
  const passes = study.journal.length === 1 ? 'the one pass of the journal' : `the ${study.journal.length} passes of the journal`
  return guardOf(study) === null ? passes : `${passes}, without what they changed`
}

function passRows(journal: readonly Pass[]): readonly ListedPass[] {
  const numbers = new Map(journal.map((pass, i) => [pass.id, i + 1]))
  const gone = undoneBy(journal)
  const rows: ListedPass[] = []
  for (const step of walkJournal(journal)) {
    const { id, kind, coder, date, changes, withdrawn } = step.pass
    const takenBack = changes.flatMap(({ undoes }) => (undoes === undefined ? [] : [numbers.get(undoes) ?? undoes]))
    const lost = withdrawn === undefined ? [] : ['part of it was taken out when a respondent withdrew']
    const said = kind === 'import' ? [] : tellChanges(step).map(one => one.what)
    const more = said.length > shown ? [`and ${counted(said.length - shown, 'kinds of change')} more`] : []
    const undo = takenBack.length === 0 ? [] : [`took back ${takenBack.length === 1 ? 'pass' : 'passes'} ${takenBack.join(', ')}`]
    const taker = gone.get(id)
    rows.push({
      number: step.number,
      date,
      coder,
      kind,
      what: kind === 'import' ? tellImport(step) : [...undo, ...said.slice(0, shown), ...more, ...lost].join('; '),
      rows: step.touched.length,
      undoneBy: taker === undefined ? null : numbers.get(taker.id)!,
      id,
    })
  }
  return rows
}

/** What a study began with, in numbers. */
function tellImport({ touched }: Step): string {
  const counts = new Map<string, number>()
  for (const { table } of touched) counts.set(table, (counts.get(table) ?? 0) + 1)
  return [...counts].map(([table, count]) => (table === 'lost' ? `${count} codings without a place` : `${table} ${count}`)).join(', ')
}

function callsOf(pass: Pass, number: number): readonly ListedCall[] {
  return pass.changes.map(({ note, brings, patches }, i) => {
    // What a merge brought in is the work of whoever did it.
    const { date, coder, kind } = brings ?? pass
    return {
      number,
      date,
      coder,
      kind: brings === undefined ? kind : `${kind}, merged`,
      call: i + 1,
      what: note,
      rows: new Set(patches.map(patch => JSON.stringify([patch.table, patch.id]))).size,
    }
  })
}
