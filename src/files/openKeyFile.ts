import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type Key, keyLimits, openKey } from '../privacy/index.js'
import { StudyError } from '../study/index.js'
import { unsafePlace } from './openRegister.js'

export interface KeyFileOptions {
  /** What to do with a warning: a warning of the process unless given. */
  readonly warn?: (text: string) => void
}

const warned = new Set<string>()

/**
 * Opens the file of a sealed key. A warning is given, once, when it stands in a git work tree or in the folder of a study, unless that
 * study is invented.
 *
 * @param path the file that `saveKey` wrote
 * @throws StudyError when it is not a key; and one and the same when the passphrase is wrong or any byte was changed
 * @example
 * const { study: safe, key } = anonymise(coded, { register, language: en })
 * await saveKey(key, 'clinic.secret/opened.rtdk', 'orbit velvet canyon drift')
 * const opened = await openKeyFile('clinic.secret/opened.rtdk', 'orbit velvet canyon drift')
 * restore(safe, opened).title
 * //=> 'A study'
 */
export async function openKeyFile(path: string, passphrase: string, options: KeyFileOptions = {}): Promise<Key> {
  const file = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new StudyError([{ what: 'there is no key here that can be read', hint: 'give the file of the key', file }])
  if (found.size > keyLimits.size)
    throw new StudyError([{ what: 'this file is larger than any key', hint: 'give the file that was written beside the safe study', file }])
  await warnOfPlace(path, options.warn ?? warnProcess)
  const sealed = await readFile(path).catch(() => null)
  if (sealed === null) throw new StudyError([{ what: 'this file cannot be read', hint: 'see whether you may read it', file }])
  try {
    return await openKey(sealed, passphrase)
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    throw new StudyError(error.problems.map(({ what, hint }) => ({ what, hint, file })))
  }
}

async function warnOfPlace(path: string, warn: (text: string) => void): Promise<void> {
  const real = await realpath(path)
  const place = await unsafePlace(dirname(real))
  if (place === null || warned.has(real)) return
  warned.add(real)
  warn(`The key stands in ${place}, from where it is easily shared. Move it to a folder of its own elsewhere.`)
}

function warnProcess(text: string): void {
  process.emitWarning(text, { code: 'RETRODUCT_KEY' })
}
