import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { openRegister, openStudy, readingNotes, saveRegister, withoutRow, writeOutputs } from '../files/index.js'
import { isOpen, proposeRegister, type Register } from '../privacy/index.js'
import { renderHtml, reviewPage } from '../report/index.js'
import { counted } from '../study/index.js'
import { languageFor } from './languageFor.js'
import { startProgress } from './progress.js'
import { expectSecretPlace } from './secretPlace.js'

export interface NamesCommandOptions {
  readonly register: string
  readonly review?: string
}

/**
 * Makes the register of a study, or adds to it what it lacks, and writes the page on which it is reviewed. The terminal shows counts only:
 * it may be shared, or kept in a log.
 */
export async function names(dir: string, options: NamesCommandOptions): Promise<void> {
  const review = options.review ?? join(dirname(options.register), 'review.html')
  await expectSecretPlace(options.register, 'the register', '--register', null)
  await expectSecretPlace(review, 'the review', '--review', null)
  const progress = startProgress()
  try {
    progress.step('Opening the study')
    const [study, notes] = await Promise.all([openStudy(dir), readingNotes(dir)])
    const language = await languageFor(study.language, { file: 'study.json', column: 'language' })
    const before = (await isThere(options.register)) ? await openRegister(options.register, { warn: console.error }) : null
    progress.step('Looking for names')
    const register = proposeRegister(study, { language, ...(before === null ? {} : { register: before }) })
    progress.step('Writing the review')
    const page = reviewPage(study, { register, language })
    if (register.length > 0) await saveRegister(register, options.register)
    const [made] = await writeOutputs(dirname(review), [{ path: basename(review), content: renderHtml(page), audience: page.audience }])
    progress.done()
    tell(register, before, options.register, join(dirname(review), made!))
    const unread = notes.filter(one => one.note.startsWith(withoutRow)).length
    if (unread > 0)
      console.log(
        `\nNot looked through: ${counted(unread, 'files')} in transcripts/ without a row in transcripts.csv. See retroduct check.`,
      )
  } finally {
    progress.done()
  }
}

function tell(register: Register, before: Register | null, file: string, review: string): void {
  const added = register.slice(before?.length ?? 0)
  const open = register.filter(one => one.match !== 'keep' && isOpen(one.note)).length
  if (register.length === 0) console.log('No name was found, and no register was written.')
  else if (before === null) console.log(`Made ${file}: ${counted(added.length, 'rows')} proposed.`)
  else console.log(`${file} had ${counted(before.length, 'rows')}, which stay as they are; ${added.length} proposed.`)
  if (open > 0) console.log(`${counted(open, 'rows')} ${open === 1 ? 'asks' : 'ask'} for a decision: the note begins with "decide:".`)
  console.log(`\nMade, for the team only: ${review}`)
  console.log('Both files hold names. Everything in the register is hidden, unless you write keep under "match".')
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
