import { access, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Register, readRegister } from '../privacy/index.js'
import { StudyError } from '../study/index.js'
import { decodeText } from './decodeText.js'
import { studyFileName } from './readStudyFile.js'

const warned = new Set<string>()

export interface RegisterOptions {
  /** What to do with a warning: a warning of the process unless given. */
  readonly warn?: (text: string) => void
}

/**
 * Opens the register of names to hide. It is secret: a warning is given, once, when it stands in a git work tree or in
 * the folder of a study, unless that study is invented.
 *
 * @param path the file, `register.csv`
 * @throws StudyError when it cannot be read; it tells rows and columns, never names
 * @example
 * const register = await openRegister('fixtures/community-clinic.secret/register.csv')
 */
export async function openRegister(path: string, options: RegisterOptions = {}): Promise<Register> {
  const file = basename(path)
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null)
    throw new StudyError([{ what: 'there is no register here that can be read', hint: 'give the path of register.csv', file }])
  const decoded = decodeText(bytes)
  if ('textBefore' in decoded) throw new StudyError([{ what: 'this file is not in UTF-8', hint: 'save it as "CSV UTF-8"', file }])
  const real = await realpath(path)
  const place = await unsafePlace(dirname(real))
  if (place !== null && !warned.has(real)) {
    warned.add(real)
    const warn = options.warn ?? warnProcess
    warn(`The register of names stands in ${place}, from where it is easily shared. Move it to a folder of its own elsewhere.`)
  }
  return readRegister(decoded.text.replace(/^\uFEFF/u, ''), file)
}

function warnProcess(text: string): void {
  process.emitWarning(text, { code: 'RETRODUCT_REGISTER' })
}

/** What kind of place a secret should not stand in, or null when it stands well or belongs to an invented study. */
export async function unsafePlace(folder: string): Promise<string | null> {
  const above = foldersAbove(resolve(folder))
  const studies: string[] = []
  let inGit = false
  for (const one of above) {
    if (await exists(join(one, studyFileName))) studies.push(one)
    inGit ||= await exists(join(one, '.git'))
  }
  const beside = above.filter(one => one.endsWith('.secret')).map(one => one.slice(0, -'.secret'.length))
  for (const one of [...studies, ...beside]) if (await isInvented(one)) return null
  if (studies.length > 0) return 'the folder of a study'
  return inGit ? 'a git work tree' : null
}

function foldersAbove(folder: string): readonly string[] {
  const up = dirname(folder)
  return up === folder ? [folder] : [folder, ...foldersAbove(up)]
}

async function isInvented(folder: string): Promise<boolean> {
  try {
    const facts = JSON.parse(await readFile(join(folder, studyFileName), 'utf8')) as { readonly invented?: unknown }
    return facts.invented === true
  } catch {
    return false
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
