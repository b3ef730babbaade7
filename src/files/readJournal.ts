import { type Listed, listed } from '../coding/index.js'
import type { Pass, PassKind, Problem } from '../study/index.js'
import { decodeText } from './decodeText.js'
import type { Folder } from './folder.js'

export const journalName = 'journal.jsonl'

/** The journal as it stands in the folder. */
export interface JournalFile {
  readonly passes: readonly Pass[]
  /** The line of each pass. */
  readonly lines: readonly string[]
  /** The hash of the tables after the last pass, when it was written down. */
  readonly tables: string | null
  readonly problems: readonly Problem[]
}

const noJournal: JournalFile = { passes: [], lines: [], tables: null, problems: [] }

/**
 * Reads `journal.jsonl`: a pass per line, each standing on the one before it.
 *
 * @param before the journal as it was read before: lines that are the same are not taken apart again
 */
export async function readJournal(folder: Folder, before: JournalFile = noJournal): Promise<JournalFile> {
  if (!folder.paths.includes(journalName)) return noJournal
  const decoded = decodeText(await folder.read(journalName))
  if ('textBefore' in decoded)
    return { ...noJournal, problems: [{ ...broken, file: journalName, row: decoded.textBefore.split('\n').length }] }
  const lines = decoded.text.replace(/^\uFEFF/u, '').split('\n')
  const passes: Pass[] = []
  const kept: string[] = []
  let tables: string | null = null
  const problems: Problem[] = []
  for (const [i, text] of lines.entries()) {
    if (text.trim() === '') continue
    const read = readBefore(before, passes.length, text) ?? readLine(text)
    const base = passes.at(-1)?.id ?? ''
    if (read === null || (problems.length === 0 && read.pass.base !== base)) {
      problems.push({ ...(read === null ? broken : outOfOrder), file: journalName, row: i + 1 })
      if (read === null) continue
    }
    passes.push(read!.pass)
    kept.push(text.replace(/\r$/u, ''))
    tables = read!.tables
  }
  return { passes, lines: kept, tables, problems }
}

const broken = {
  what: 'this line of the journal is broken',
  hint: 'put journal.jsonl back from a copy; the library changes a line of it only when a respondent withdraws',
}
const outOfOrder = {
  what: 'this pass does not stand on the one before it, so a line is missing or out of order',
  hint: 'put journal.jsonl back from a copy; when two copies of the folder were merged, open them apart and use mergeCoders',
}

function readBefore({ passes, lines, tables }: JournalFile, at: number, line: string): ReturnType<typeof readLine> {
  return lines[at] === line ? { pass: passes[at]!, tables: at === lines.length - 1 ? tables : null } : null
}

function readLine(text: string): { pass: Pass; tables: string | null } | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || !isPass(value)) return null
    const { tables, ...pass } = value
    return { pass: pass as unknown as Pass, tables: typeof tables === 'string' ? tables : null }
  } catch {
    return null
  }
}

type Plain = Readonly<Record<string, unknown>>

// By hand and not by a schema: an import pass may hold a hundred thousand patches, and its id hashes them as they stand.
const isRecord = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const areTexts = (value: Plain, keys: readonly string[]) => keys.every(key => typeof value[key] === 'string')
const areAll = (value: unknown, holds: (one: Plain) => boolean) => Array.isArray(value) && value.every(one => isRecord(one) && holds(one))

const isPass = (value: Plain) =>
  areTexts(value, ['id', 'base', 'kind', 'coder', 'date', ...(value.withdrawn === undefined ? [] : ['withdrawn'])]) &&
  kinds.has(String(value.kind)) &&
  areAll(value.changes, isChange)
const isChange = (value: Plain) => areTexts(value, ['call', 'note']) && areAll(value.patches, isPatch)
const isPatch = (value: Plain) =>
  areTexts(value, ['table', 'id']) &&
  listed.includes(value.table as Listed) &&
  [value.from, value.to].every(one => one === undefined || isRecord(one)) &&
  (value.text === undefined || (isRecord(value.to) && areAll(value.text, isTextEdit)))
const isTextEdit = (value: Plain) => areTexts(value, ['cut', 'put']) && Number.isInteger(value.at) && Number(value.at) >= 0

const kinds = new Set<string>([
  'open',
  'axial',
  'selective',
  'theory',
  'import',
  'edit',
  'revise',
  'withdraw',
  'merge',
  'undo',
] satisfies PassKind[])

/** Writes a pass as a line of the journal. */
export function writeLine(pass: Pass, tables: string | null): string {
  const { id, kind, base, coder, date, changes, withdrawn } = pass
  const marked = withdrawn === undefined ? {} : { withdrawn }
  return JSON.stringify({ id, kind, base, coder, date, changes, ...marked, ...(tables === null ? {} : { tables }) })
}
