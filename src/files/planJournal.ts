import { changesId } from '../coding/index.js'
import { isSame, type Pass, type Problem, type Study, StudyError } from '../study/index.js'
import { type JournalFile, writeLine } from './readJournal.js'

/**
 * Refuses to save over work that the study does not know: what the folder has must be the begin of the study's journal.
 * The folder's own `import`, `edit` or `revise` pass is known by what it changed, whoever it is attributed to.
 */
export function expectKnownPasses(study: Study, inFolder: readonly Pass[]): void {
  const known = inFolder.findIndex((pass, i) => !isSamePass(pass, study.journal[i]))
  if (known < 0) return
  throw new StudyError(inFolder.slice(known).map(tellPass))
}

/** What the folder makes passes of by itself. */
const ownKinds: ReadonlySet<string> = new Set(['edit', 'import', 'revise'])

function isSamePass(pass: Pass, other: Pass | undefined): boolean {
  if (other === undefined) return false
  if (pass.id === other.id) return true
  if (pass.kind !== other.kind || !ownKinds.has(pass.kind)) return false
  return other.withdrawn === undefined ? isSame(pass.changes, other.changes) : other.withdrawn === changesId(pass.changes)
}

function tellPass({ kind, coder, date }: Pass): Problem {
  const by = coder === '' ? '' : ` by ${coder}`
  const on = date === '' ? '' : ` of ${date}`
  const what =
    kind === 'edit' && by === ''
      ? 'the tables in the folder were changed by hand since this study was opened'
      : kind === 'revise' && by === ''
        ? 'a file in transcripts/ changed since this study was opened'
        : `the folder has a pass this study does not know: ${kind}${by}${on}`
  return { what, hint: 'open the folder again and repeat your passes' }
}

/** The new content of the journal, or null when nothing is to be added. Lines that stand are not written anew. */
export function planJournal(study: Study, before: JournalFile | null, tables: () => string): string | null {
  const { journal } = study
  // Only a withdrawal rewrites lines: it takes out what the person said, and keeps their ids.
  const rewrites = journal.some(pass => pass.kind === 'withdraw')
  const stands = journal.map((pass, i) => (rewrites ? isSame(before?.passes[i], pass) : before?.passes[i]?.id === pass.id))
  if (stands.every(Boolean) && journal.length === (before?.passes.length ?? 0)) return null
  const last = journal.length - 1
  const lines = journal.map((pass, i) => (stands[i] ? before!.lines[i]! : writeLine(pass, i === last ? tables() : null)))
  return lines.map(line => `${line}\n`).join('')
}
