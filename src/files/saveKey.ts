import { randomUUID } from 'node:crypto'
import { constants, copyFile, link, lstat, mkdir, open, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { expectPassphrase, type Key, sealKey } from '../privacy/index.js'
import { type Problem, StudyError } from '../study/index.js'
import { codeOf } from './folder.js'
import { unsafePlace } from './openRegister.js'

/**
 * Seals a key and writes it to a file of its own, whole or not at all, that only its owner may read. A file that is there is
 * never written over: it may be the only way back from another study.
 *
 * @param path the file, such as `../secret/clinic.rtdk`; its folder is made when it is not there
 * @param passphrase twelve characters or more; `newPassphrase` makes a good one
 * @throws StudyError when the passphrase is too short, when a file is there, or when it would stand in the folder of a study or in a git work
 *   tree, unless that study is invented
 * @example
 * const { key } = anonymise(coded, { register, language: en })
 * await saveKey(key, 'clinic.secret/clinic.rtdk', 'orbit velvet canyon drift')
 */
export async function saveKey(key: Key, path: string, passphrase: string): Promise<void> {
  await expectKeyPlace(path)
  expectPassphrase(passphrase)
  await writeNew(resolve(path), await sealKey(key, passphrase))
}

/**
 * Refuses a place where a key should not stand, before any work is done for it.
 *
 * @param out a folder that is about to be written and will be shared
 */
export async function expectKeyPlace(path: string, out?: string): Promise<void> {
  if (typeof path !== 'string' || path === '') throw refusal('it is not said where to save the key', 'give the path of a file')
  const file = basename(path)
  const folder = await realFolder(dirname(resolve(path)))
  const isInside = out !== undefined && join(folder, '/').startsWith(join(await realFolder(resolve(out)), '/'))
  const place = isInside ? 'the folder of the safe study' : await unsafePlace(folder)
  if (place !== null)
    throw refusal(
      `the key would stand in ${place}, from where it is easily shared`,
      'keep it in a folder of its own elsewhere, as the register is',
      file,
    )
  if ((await lstat(path).catch(() => null)) !== null)
    throw refusal('there is a file here already, which may be the key of another study', 'give the new key another name', file)
}

/** A folder with its links followed, as far as it is there. */
export async function realFolder(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => null)
  const up = dirname(folder)
  return real ?? (up === folder ? folder : join(await realFolder(up), basename(folder)))
}

/** Puts a file in place that was not there, in one step and for its owner only. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.draft`)
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    // Not every file system has links; a copy is there before it is whole, but takes no other file's place.
    await link(draft, path).catch(error =>
      codeOf(error) === 'EEXIST' ? Promise.reject(error) : copyFile(draft, path, constants.COPYFILE_EXCL),
    )
  } catch {
    throw refusal(
      'the key could not be written',
      'see whether there is room, whether you may write there, and whether a file is there',
      basename(path),
    )
  } finally {
    await rm(draft, { force: true })
  }
}

function refusal(what: string, hint: string, file?: string): StudyError {
  const problem: Problem = { what, hint, ...(file === undefined ? { call: 'saveKey' } : { file }) }
  return new StudyError([problem])
}
