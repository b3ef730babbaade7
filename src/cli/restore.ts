import { openKeyFile, openStudy, saveStudy } from '../files/index.js'
import { restore } from '../privacy/index.js'
import { askPassphrase, type PassphraseOptions } from './passphrase.js'
import { startProgress } from './progress.js'

export interface RestoreOptions extends PassphraseOptions {
  readonly out: string
  readonly key: string
}

/** Writes the original of an archived study to a folder of its own. */
export async function restoreStudy(dir: string, options: RestoreOptions): Promise<void> {
  const passphrase = await askPassphrase(options)
  const progress = startProgress()
  try {
    progress.step('Opening the study')
    const study = await openStudy(dir)
    progress.step('Opening the key')
    const key = await openKeyFile(options.key, passphrase, { warn: console.error })
    const original = restore(study, key)
    progress.step('Writing the original')
    await saveStudy(original, options.out)
    progress.done()
    console.log(`Made, for the team only (nothing is hidden):\n  ${options.out}`)
  } finally {
    progress.done()
  }
}
