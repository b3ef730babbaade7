import {
  type Change,
  contentId,
  isSame,
  needStudy,
  type Pass,
  type PassKind,
  type Patch,
  type Row,
  type Study,
  showStudy,
} from '../study/index.js'
import { journalRow } from './journalRow.js'
import { changeRows, keyOf, type Listed, listed, type Rows } from './rows.js'

/** Who does a pass, and on what day (YYYY-MM-DD): the library has no clock of its own. */
export interface By {
  readonly coder: string
  readonly date: string
}

/**
 * Makes a pass of changes: its id is a hash of what it stands on, who, when and what, so that a journal that was
 * tampered with no longer fits together.
 */
export function makePass(study: Study, kind: PassKind, by: By, changes: readonly Change[]): Pass {
  const base = study.journal.at(-1)?.id ?? ''
  return { id: passId(base, kind, by, changes), base, kind, coder: by.coder, date: by.date, changes }
}

/** The id that a pass with this content has. */
export function passId(base: string, kind: PassKind, by: By, changes: readonly Change[]): string {
  return contentId('p', passParts(base, kind, by, changes), 20)
}

/** A hash of what a pass changed, whoever it is attributed to. */
export function changesId(changes: readonly Change[]): string {
  return contentId('w', changeParts(changes), 20)
}

function* passParts(base: string, kind: PassKind, by: By, changes: readonly Change[]): Iterable<string> {
  yield JSON.stringify([base, kind, by.coder, by.date])
  yield* changeParts(changes)
}

function* changeParts(changes: readonly Change[]): Iterable<string> {
  for (const { patches, ...change } of changes) {
    yield JSON.stringify(change)
    for (const patch of patches) yield JSON.stringify(patch)
  }
}

/** The study after a pass. Everything that changes a study goes through here. */
export function applyPass(study: Study, pass: Pass): Study {
  const lists = new Map<string, Rows>()
  for (const change of pass.changes) {
    for (const patch of change.patches) {
      const list = lists.get(patch.table) ?? changeRows(study, patch.table as Listed)
      lists.set(patch.table, list)
      list.apply(patch)
    }
  }
  const changed = Object.fromEntries([...lists].map(([table, rows]) => [table, rows.done(pass.id)]))
  const after = showStudy({ ...study, ...changed, journal: [...study.journal, pass] })
  if (isTold(study)) tell(after)
  return after
}

/**
 * Studies whose journal is known to tell their tables, with how many rows those had: they came from files or an import
 * pass of which it was seen, and from then on through passes only. For any other study it takes a replay to know.
 */
const told = new WeakMap<Study, string>()

/** Notes that the journal of a study tells its tables. */
export function tell(study: Study): void {
  told.set(study, sizes(study))
}

/** Whether it was seen that the journal of a study tells its tables, and no list was lengthened or shortened since. */
export function isTold(study: Study): boolean {
  const now = sizes(study)
  return told.get(study) === now || /^[0 ]*$/u.test(now)
}

const sizes = (study: Study): string => [...listed, 'journal' as const].map(table => study[table].length).join(' ')

/** The study before its first pass: what is not in tables (title, rounds, texts, pages) stays. */
export function beforeFirstPass(study: Study): Study {
  return { ...study, ...Object.fromEntries(listed.map(table => [table, []])), journal: [] }
}

/**
 * Makes the study that a journal tells of, from the first pass on.
 *
 * @param frame gives what the journal does not hold: the facts of `study.json`, the texts and the pages
 */
export function replay(passes: readonly Pass[], frame: Study): Study {
  const replayed = passes.reduce(applyPass, beforeFirstPass(frame))
  const texts = new Map(frame.transcripts.map(one => [one.id, one]))
  return {
    ...replayed,
    transcripts: replayed.transcripts.map(one => ({ ...one, text: texts.get(one.id)?.text ?? '', turns: texts.get(one.id)?.turns ?? [] })),
  }
}

/** The pass that brings in a study that has no journal yet: all its rows. */
export function importPass(study: Study): Pass {
  const change: Change = { call: 'import', note: 'the tables as they were found', patches: differences(beforeFirstPass(study), study) }
  return makePass(beforeFirstPass(study), 'import', { coder: '', date: '' }, [change])
}

/** The pass that leads from one state of the tables to another, or null when they say the same. */
export function editPass(before: Study, after: Study, by: By): Pass | null {
  const patches = differences(before, after)
  if (patches.length === 0) return null
  return makePass(before, 'edit', by, [{ call: 'edit', note: 'changed outside the library', patches }])
}

/** Whether the tables of two studies hold the same rows. */
export function isSameTables(a: Study, b: Study): boolean {
  return differences(a, b).length === 0
}

/** The study with a journal: one that has rows but no passes gets its import pass, so that replay can begin. */
export function withJournal(study: Study): Study {
  needStudy(study)
  const empty = study.journal.length === 0 && listed.some(table => study[table].length > 0)
  if (!empty) return study
  const imported = showStudy({ ...study, journal: [importPass(study)] })
  tell(imported)
  return imported
}

/** What differs between the tables of two studies: removals, then changes and additions, table by table. */
export function differences(before: Study, after: Study): readonly Patch[] {
  return listed.flatMap(table => {
    if (before[table] === after[table]) return []
    const old = new Map(rows(before, table).map((row, at) => [keyOf(table, row), { row, at }]))
    const next = new Set(rows(after, table).map(row => keyOf(table, row)))
    const gone = [...old].filter(([id]) => !next.has(id)).reverse()
    return [
      ...gone.map(([id, { row, at }]): Patch => ({ table, id, at, from: journalRow(row) })),
      ...rows(after, table).flatMap(row => {
        const id = keyOf(table, row)
        const was = old.get(id)
        return was === undefined ? [{ table, id, to: journalRow(row) }] : changedFields(table, id, was.row, row)
      }),
    ]
  })
}

/** The patch that makes one row into another; none when they say the same. */
export function changedFields(table: string, id: string, before: Row, after: Readonly<Record<string, unknown>>): readonly Patch[] {
  if (before === after) return []
  const keys = Object.keys(after).filter(key => !isSame(before[key], after[key]) && !isText(key, before))
  if (keys.length === 0) return []
  const pick = (row: Readonly<Record<string, unknown>>) => Object.fromEntries(keys.map(key => [key, row[key]]))
  return [{ table, id, from: pick(before), to: pick(after) }]
}

function rows(study: Study, table: Listed): readonly Row[] {
  return study[table] as readonly object[] as readonly Row[]
}

// The words of a transcript stay in its text.
function isText(key: string, row: Row): boolean {
  return (key === 'text' || key === 'turns') && 'turns' in row
}
