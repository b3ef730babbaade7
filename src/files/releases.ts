import { randomUUID } from 'node:crypto'
import { readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import {
  type EarlierReleases,
  newReleases,
  type ReleaseLine,
  readReleases,
  secretOf,
  writeRelease,
  writeReleasesHead,
} from '../privacy/index.js'
import { StudyError } from '../study/index.js'
import { decodeText } from './decodeText.js'
import { unsafePlace } from './openRegister.js'
import { writeSafely } from './saving.js'

/**
 * Opens the list of what was published before, `releases.jsonl`. It is secret and stands beside the register. Where there is none yet the
 * list is empty and has a new secret, which is written with the first release.
 *
 * @throws StudyError when it cannot be read; it tells rows only
 * @example
 * (await openReleases('fixtures/community-clinic.secret/releases.jsonl')).releases.length
 * //=> 0
 */
export async function openReleases(path: string): Promise<EarlierReleases> {
  const text = await textOf(path)
  return text === null ? newReleases() : readReleases(text, basename(path))
}

/**
 * Adds a release to the list, whole or not at all. What stands there is never changed.
 *
 * @throws StudyError when the file stands in the folder of a study or in a git work tree (unless the study is invented), when it has
 *   another secret than the release was made with, or a release of this name
 * @example
 * const earlier = await openReleases('fixtures/community-clinic.secret/releases.jsonl')
 * await addRelease('fixtures/community-clinic.secret/releases.jsonl', releaseOf(safe, { date: '2026-05-01', name: 'first', earlier }))
 * const after = await openReleases('fixtures/community-clinic.secret/releases.jsonl')
 * after.releases.length
 * //=> 1
 */
export async function addRelease(path: string, release: ReleaseLine): Promise<void> {
  const file = basename(path)
  const refuse = (what: string, hint: string): never => {
    throw new StudyError([{ what, hint, file }])
  }
  const place = await unsafePlace(dirname(resolve(path)))
  if (place !== null)
    refuse(`this list leads to people, and would stand in ${place}`, 'keep it beside the register, in a folder of its own')
  const secret = secretOf(release)
  if (secret === '') refuse('this is not a release as it was made', 'give what releaseOf returned, and no copy of it')
  const before = await textOf(path)
  if (before !== null) {
    const known = readReleases(before, file)
    if (secretOf(known) !== secret)
      refuse('this release was made with another list', 'open this file, and make the release with it as `earlier`')
    if (known.releases.some(one => one.name === release.name)) refuse('a release of this name is in the list', 'call it something else')
  }
  const start = before === null ? writeReleasesHead(secret) : before.endsWith('\n') ? before : `${before}\n`
  const draft = join(dirname(resolve(path)), `.${randomUUID()}.draft`)
  try {
    await writeSafely(draft, Buffer.from(start + writeRelease(release)), 0o600)
    await rename(draft, path)
  } catch {
    await rm(draft, { force: true })
    refuse('the list could not be written', 'see whether there is room and whether you may write there')
  }
}

async function textOf(path: string): Promise<string | null> {
  const file = basename(path)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new StudyError([{ what: 'this list cannot be read', hint: 'see whether it is a file and whether you may read it', file }])
  })
  if (bytes === null) return null
  const decoded = decodeText(bytes)
  if ('textBefore' in decoded) throw new StudyError([{ what: 'this file is not in UTF-8', hint: 'take it from a backup', file }])
  return decoded.text
}
