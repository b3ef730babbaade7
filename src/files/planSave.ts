import { type Naming, namesOf, type Problem, rowsOf, type Study, StudyError, type TableName, tableNames, tables } from '../study/index.js'
import { cleanFiles } from './cleanFiles.js'
import type { Folder } from './folder.js'
import { namedIds } from './namedIds.js'
import type { Opened } from './openFolder.js'
import { codingRows, inFileOrder, type OutRow, outRows } from './outRows.js'
import { planJournal } from './planJournal.js'
import { planPages } from './planPages.js'
import { planStudyFile } from './planStudyFile.js'
import { atKnownSources, isNewWithdrawal, planTexts, withdrawnSources, withSources, withSourcesThere } from './planTexts.js'
import { journalName } from './readJournal.js'
import { studyFileName } from './readStudyFile.js'
import { noTable } from './readTable.js'
import { tablesHash } from './tablesHash.js'
import { writeTable } from './writeTable.js'

/** What a save does to a folder. */
export interface SavePlan {
  readonly written: ReadonlyMap<string, Uint8Array>
  readonly removed: readonly string[]
}

/**
 * Works out what a save has to write, without writing it.
 *
 * @param opened the folder as it is now, or null when it is new
 * @param keepTurns the transcripts whose turns must be written down, because they do not follow from the text
 */
export async function planSave(
  given: Study,
  opened: Opened | null,
  folder: Folder | null,
  keepTurns: ReadonlySet<string>,
): Promise<SavePlan> {
  const before = opened?.study ?? null
  const study = atKnownSources(given, before, folder)
  const texts: [string, string][] = []
  const report = await planPages('report', study.pages, opened?.study.pages ?? [], folder)
  const memos = await planPages('memos', study.memos, opened?.study.memos ?? [], folder)
  const problems: Problem[] = [...report.problems, ...memos.problems]
  if (problems.length > 0) throw new StudyError(problems)
  texts.push(...report.written, ...memos.written)
  const facts = planStudyFile(study, opened?.studyFile ?? null)
  if (facts !== null) texts.push([studyFileName, facts])
  const write = tableWriter(study, opened)
  const removed = [...report.removed, ...memos.removed]
  // Whose work it was that a hand did to the tables is told to whoever opens them, and would be forgotten.
  const isSomebodys = study.journal.slice(opened?.journal.passes.length ?? 0).some(pass => pass.coder !== '')
  const grown = study.journal.length > (opened?.study.journal.length ?? -1) || isSomebodys
  const there = opened === null ? study : withSourcesThere(study, opened.now)
  const changes = () => tableNames.some(table => write(table, there, {}).length > 0)
  if (!grown && texts.length + removed.length === 0 && !changes()) return { written: new Map(), removed: [] }
  texts.push(...others.flatMap(table => write(table, study, { withNamedIds: true })))
  const journal = planJournal(study, opened?.journal ?? null, () => tablesHash(study))
  if (journal !== null) texts.push([journalName, journal])
  const withdrawn = withdrawnSources(study, before, folder)
  const sources = await withSources(study, folder, withdrawn)
  const kept = await planTexts(sources.study, before, folder, keepTurns)
  const written = new Map<string, Uint8Array>([...sources.written, ...kept.written])
  texts.push(...write('transcripts', sources.study, { withHash: true, withNamedIds: true }))
  for (const [path, text] of texts) written.set(path, Buffer.from(text))
  const gone = [...removed, ...kept.removed, ...withdrawn.filter(path => !written.has(path))]
  if (before !== null && isNewWithdrawal(study, before)) await cleanFiles(study, before, folder, written, gone)
  return { written, removed: gone }
}

// Where transcripts come from is known only when their sources are written.
const others = tableNames.filter(table => table !== 'transcripts')

interface WriteOptions {
  /** Whether the hash of a source must stand in transcripts.csv, and not only be known. */
  readonly withHash?: boolean
  /** Whether an id that is named elsewhere must stand in its row, and not only follow from it. */
  readonly withNamedIds?: boolean
}

type WriteTable = (table: TableName, study: Study, options: WriteOptions) => readonly [string, string][]

/** Writes single tables. */
function tableWriter(study: Study, opened: Opened | null): WriteTable {
  const renamed = new Map<string, Naming>()
  for (const table of tableNames) {
    if (opened !== null && namesIn(opened.study, table) !== namesIn(study, table)) renamed.set(table, namesOf(table, rowsOf(study, table)))
  }
  const roles = new Map(study.codes.map(code => [code.id, code.role]))
  const sameRoles = opened === null || JSON.stringify(opened.study.codes.map(roleOf)) === JSON.stringify(study.codes.map(roleOf))
  return (table, now, { withHash = false, withNamedIds = false }) => {
    const before = opened === null ? [] : rowsBefore(table, opened, withHash)
    const rows = outRows(table, now)
    const text = writeTable({
      file: opened?.files[table] ?? noTable(table),
      before,
      after: table === 'codings' ? inFileOrder(rows, before, now.codings.length) : rows,
      frame: now,
      renamed,
      roleOf: sameRoles ? null : code => roles.get(code),
      named: withNamedIds ? namedIds(now, table) : new Set(),
    })
    return text === null ? [] : [[tables[table].file, text]]
  }
}

const roleOf = ({ id, role }: { readonly id: string; readonly role: string | null }) => [id, role]

function namesIn(study: Study, table: TableName): string {
  return JSON.stringify(table === 'codings' ? [] : rowsOf(study, table).map(row => [row.id, row.name, row.label]))
}

function rowsBefore(table: TableName, { study, files, codingRows: codings }: Opened, withHash: boolean): readonly OutRow[] {
  if (table === 'codings') return codingRows(codings, new Set(study.lost), study)
  const rows = outRows(table, study)
  if (table !== 'transcripts' || !withHash) return rows
  return rows.map((one, i) => ({ ...one, row: { ...one.row, hash: files.transcripts.rows[i]?.row.hash ?? null } }))
}
