import { rm } from 'node:fs/promises'
import { expectKeyPlace, saveKey, saveStudy } from '../files/index.js'
import { StudyError } from '../study/index.js'
import { askNewPassphrase, type PassphraseOptions } from './passphrase.js'
import { startProgress } from './progress.js'
import { releaseFor } from './release.js'
import { prepare, type SafeOptions } from './safe.js'
import { tellConflicts } from './tell.js'

export interface ArchiveOptions extends Omit<SafeOptions, 'team' | 'profile'>, PassphraseOptions {
  readonly out: string
  readonly key: string
}

/** Writes the safe study as a folder for an archive, and the sealed key that leads back from it. */
export async function archive(dir: string, options: ArchiveOptions): Promise<void> {
  await expectKeyPlace(options.key, options.out)
  const progress = startProgress()
  try {
    const prepared = await prepare(dir, { ...options, profile: 'archive' }, progress)
    const { anonymised } = prepared
    if (anonymised === null) throw new StudyError([{ what: 'nothing was made safe', hint: 'give --register' }])
    const released = (await releaseFor(prepared, [anonymised.study], options, progress))!
    progress.done()
    // Asked last, so that nobody makes up a passphrase for a study that is then refused.
    const passphrase = await askNewPassphrase(options)
    progress.step('Sealing the key')
    await saveKey(anonymised.key, options.key, passphrase)
    progress.step('Writing the safe study')
    await saveStudy(anonymised.study, options.out, { release: released.release }).catch(async error => {
      // Nothing was there before, and a key of a study that was not written leads back from nothing.
      await rm(options.key, { force: true })
      throw error
    })
    await released.remember()
    progress.done()
    console.log(`Made, pseudonymised, for an archive:\n  ${options.out}`)
    console.log(`Sealed, and secret:\n  ${options.key}`)
    console.log(
      'No registered name is in the folder. Who has the key and its passphrase has the original: keep them apart from it and from each other.',
    )
    tellConflicts(anonymised)
  } finally {
    progress.done()
  }
}
