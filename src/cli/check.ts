import { selectQuotes, unsettled } from '../analysis/index.js'
import { checkJournal } from '../coding/index.js'
import { folderNotes } from '../files/folderNotes.js'
import { openStudy, type ReadingNote, readingNotes } from '../files/index.js'
import { checkConsent, withoutConsent } from '../privacy/index.js'
import { buildReport } from '../report/index.js'
import { counted, nounFor, type Problem, type Study, StudyError, tableNames } from '../study/index.js'
import { fail } from './fail.js'
import { finishedReport } from './finishedReport.js'
import { packFor } from './languageFor.js'
import { notebook } from './notebook.js'
import { startProgress } from './progress.js'
import type { SafeOptions } from './safe.js'

export interface CheckOptions extends SafeOptions {
  readonly notebook?: string
  readonly report?: string
  readonly groups?: readonly string[]
  readonly out?: string
}

/** Opens a study, which checks it, and says in counts what is in it: nothing of what people said is printed. */
export async function check(dir: string, options: CheckOptions = {}): Promise<void> {
  if (options.notebook !== undefined) return notebook(dir, options.notebook, options)
  if (options.report !== undefined) return finishedReport(dir, options.report, options)
  const progress = startProgress()
  progress.step('Opening the study')
  const [study, notes] = await Promise.all([openStudy(dir), readingNotes(dir)])
    .catch(async error => {
      progress.done()
      // A file whose name has a slip is often why others do not fit.
      tellNotes(await folderNotes(dir).catch(() => []))
      throw error
    })
    .finally(progress.done)
  const problems = await reportProblems(study)
  console.log(`${dir}: ${verdict(study, problems)}\n`)
  for (const [what, count] of counts(study)) console.log(`${String(count).padStart(7)} ${nounFor(count, what)}`)
  tellNotes([...notes, ...(await languageNotes(study)), ...journalNotes(study)])
  tellUnsettled(study)
  if (problems.length > 0) fail(new StudyError(problems))
}

function verdict(study: Study, problems: readonly Problem[]): string {
  if (problems.length > 0) return 'the tables are sound, but the report cannot be made.'
  return study.transcripts.length > 0
    ? 'no problems found.'
    : 'no problems found, and no transcripts yet: put them in transcripts/, each with a row in transcripts.csv.'
}

/** References in her pages that lead nowhere show only when the report is built. */
async function reportProblems(study: Study): Promise<readonly Problem[]> {
  const language = await packFor(study.language)
  if (language === null) return []
  try {
    buildReport(study, { language, audience: 'team' })
    return []
  } catch (error) {
    if (error instanceof StudyError) return error.problems
    throw error
  }
}

async function languageNotes(study: Study): Promise<readonly ReadingNote[]> {
  if ((await packFor(study.language)) !== null) return []
  return [{ file: 'study.json', note: 'This language has no pack yet, so no report can be made: "language" is to be nl or en.' }]
}

/** A journal that was tampered with makes no study unsound, but the person who relies on it must know. */
function journalNotes(study: Study): readonly ReadingNote[] {
  return checkJournal(study).problems.map(({ what, hint, row }) => ({
    file: row === undefined ? 'journal.jsonl' : `journal.jsonl, row ${row}`,
    note: `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${hint}.`,
  }))
}

function tellNotes(notes: readonly ReadingNote[]): void {
  if (notes.length > 0) console.log('\nTo look at:')
  for (const { file, note } of notes) console.log(`  ${file}: ${note}`)
}

/** What coders and speakers still have to say about it. */
function tellUnsettled(study: Study): void {
  const open = unsettled(study).rows.length
  if (open > 0) console.log(`\n${counted(open, 'passages')} ${open === 1 ? 'is' : 'are'} coded in two ways by two coders and not settled.`)
  for (const one of withoutConsent(study))
    console.log(
      `\nrespondents.csv, row ${study.respondents.indexOf(one) + 2}: no consent is recorded, so nothing of this person is printed literally.`,
    )
  tellConflicts(study)
}

/** How many things clash with what people were promised, by kind: the list itself says who agreed to what. */
function tellConflicts(study: Study): void {
  const { rows } = checkConsent(study, { selection: selectQuotes(study) })
  if (rows.length === 0) return
  console.log(
    `\n${counted(rows.length, 'conflicts')} between what was promised and what would be printed; a public report prints none of it:`,
  )
  const kinds = new Map<string, number>()
  for (const { kind } of rows) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  for (const [kind, count] of kinds) console.log(`${String(count).padStart(7)} ${kind}`)
  console.log('  Who, where and what to do: the table of checkConsent(study, { selection: selectQuotes(study) }).')
}

function counts(study: Study): [string, number][] {
  const words = study.transcripts.reduce((sum, one) => sum + (one.text.match(/\S+/gu)?.length ?? 0), 0)
  const turns = study.transcripts.reduce((sum, one) => sum + one.turns.length, 0)
  const tables = tableNames.filter(table => study[table].length > 0).map((table): [string, number] => [table, study[table].length])
  return [...tables, ['turns', turns], ['words', words], ['pages of the report', study.pages.length], ['passes', study.journal.length]]
}
