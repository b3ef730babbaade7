import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkNotebook } from '../privacy/index.js'
import { StudyError } from '../study/index.js'
import { fail } from './fail.js'
import { startProgress } from './progress.js'
import { prepare, type SafeOptions } from './safe.js'

/** Holds a saved notebook against the names and consents of a study. */
export async function notebook(dir: string, path: string, options: SafeOptions): Promise<void> {
  const progress = startProgress()
  try {
    const file = basename(path)
    const json = await readFile(path, 'utf8').catch(() => null)
    if (json === null)
      throw new StudyError([{ what: 'there is no notebook here that can be read', hint: 'give the path of an .ipynb file', file }])
    const { anonymised } = await prepare(dir, options, progress)
    if (anonymised === null)
      throw new StudyError([{ what: 'a notebook for the team is not held at the gate', hint: 'leave --team out, and give --register' }])
    progress.step('Reading the notebook')
    const { problems, unread } = checkNotebook(json, anonymised.study, file)
    progress.done()
    if (problems.length === 0) console.log(`${file}: no registered name, and nothing else that must stay in the team.`)
    for (const place of unread) console.log(`  ${place}: no text can be read from this; look at it yourself.`)
    if (problems.length > 0) fail(new StudyError(problems))
  } finally {
    progress.done()
  }
}
