import { unsettled } from '../analysis/index.js'
import { openStudy, readingNotes } from '../files/index.js'
import { quoteConflicts, withoutConsent } from '../privacy/index.js'
import { type Study, tableNames } from '../study/index.js'
import { startProgress } from './progress.js'

/** Opens a study, which checks it, and says in counts what is in it: nothing of what people said is printed. */
export async function check(dir: string): Promise<void> {
  const progress = startProgress()
  progress.step('Opening the study')
  const [study, notes] = await Promise.all([openStudy(dir), readingNotes(dir)]).finally(progress.done)
  console.log(`${dir}: no problems found.\n`)
  for (const [what, count] of counts(study)) console.log(`${String(count).padStart(7)} ${what}`)
  if (notes.length > 0) console.log('\nTo look at in the transcripts:')
  for (const { file, note } of notes) console.log(`  ${file}: ${note}`)
  const open = unsettled(study).rows.length
  const conflicts = quoteConflicts(study).length
  if (open > 0) console.log(`\n${count(open, 'passage is', 'passages are')} coded in two ways by two coders and not settled.`)
  for (const one of withoutConsent(study))
    console.log(
      `\nrespondents.csv, row ${study.respondents.indexOf(one) + 2}: no consent is recorded, so nothing of this person is printed literally.`,
    )
  if (conflicts > 0)
    console.log(`\n${count(conflicts, 'row', 'rows')} of quotes.csv may not be printed as it stands (consent or approval).`)
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function counts(study: Study): [string, number][] {
  const words = study.transcripts.reduce((sum, one) => sum + (one.text.match(/\S+/gu)?.length ?? 0), 0)
  const turns = study.transcripts.reduce((sum, one) => sum + one.turns.length, 0)
  const tables = tableNames.filter(table => study[table].length > 0).map((table): [string, number] => [table, study[table].length])
  return [...tables, ['turns', turns], ['words', words], ['pages of the report', study.pages.length], ['passes', study.journal.length]]
}
