import { randomUUID } from 'node:crypto'
import { access, lstat, mkdir, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, posix, resolve } from 'node:path'
import { type Audience, guardOf, type Problem, StudyError, tableNames, tables, throwProblems } from '../study/index.js'
import { isInnerPath } from './commit.js'
import { journalName } from './readJournal.js'
import { studyFileName } from './readStudyFile.js'
import { writeSafely } from './saving.js'

/** A finished output, in memory. */
export interface Output {
  /** Relative to the folder of the outputs. */
  readonly path: string
  readonly content: string | Uint8Array
  readonly audience: Audience
  /** The safe study or result it was made from: its guard looks at the path too. */
  readonly of?: object
}

/**
 * Writes outputs, each whole or not at all, and none of them when any is refused. What is for the team only gets `.team`
 * in its name.
 *
 * @param dir the folder for the outputs; it is made when it is not there
 * @returns the paths written, relative to the folder
 * @throws StudyError when a path leads out of the folder, stands for a folder, is given twice, or is a file of a study
 * @example
 * await writeOutputs('out', [{ path: 'quotes.csv', content: table.toCsv(), audience: table.audience }])
 * //=> ['quotes.team.csv']
 */
export async function writeOutputs(dir: string, files: readonly Output[]): Promise<readonly string[]> {
  const root = resolve(dir)
  const paths = files.map(file => (file.audience === 'team' ? teamName(file.path) : file.path))
  throwProblems([...(await refusals(root, paths)), ...namesIn(files)])
  const drafts = files.map((file, i) => ({
    to: join(root, paths[i]!),
    from: join(root, dirname(paths[i]!), `.${randomUUID()}.draft`),
    file,
  }))
  const made = await mkdir(root, { recursive: true })
  try {
    for (const { from, file } of drafts)
      await writeSafely(from, typeof file.content === 'string' ? Buffer.from(file.content) : file.content)
    for (const { from, to } of drafts) await rename(from, to)
  } catch {
    for (const { from } of drafts) await rm(from, { force: true })
    if (made !== undefined) await rm(made, { recursive: true, force: true })
    throw new StudyError([
      { what: 'the outputs could not be written', hint: 'see whether there is room and whether you may write there', file: dir },
    ])
  }
  return paths
}

/** `quotes.csv` for the team is `quotes.team.csv`. */
export function teamName(path: string): string {
  const { dir, name, ext } = posix.parse(path)
  return name.endsWith('.team') ? path : posix.join(dir, `${name}.team${ext}`)
}

/** Names of people in names of files, wherever they are to be written. */
function namesIn(files: readonly Output[]): readonly Problem[] {
  return files.flatMap((file, i) => {
    const guard = file.of === undefined ? null : guardOf(file.of)
    return guard?.check([{ text: file.path, where: `output ${i + 1}, its path` }], 'parts') ?? []
  })
}

async function refusals(root: string, paths: readonly string[]): Promise<readonly Problem[]> {
  const isStudy = await exists(join(root, studyFileName))
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const [i, path] of paths.entries()) {
    const refuse = (what: string, hint: string) => problems.push({ what: `output ${i + 1}: ${what}`, hint })
    const key = path.normalize('NFC').toLowerCase()
    if (!isInnerPath(path)) refuse('its path leads out of the folder', 'give a path inside it, with / between folders')
    else if (seen.has(key)) refuse('another output has the same path', 'give it another name')
    else if (isStudy && isStudyFile(key)) refuse('its path is that of a file of the study', 'write outputs to a folder of their own')
    else if (!(await staysInside(root, path))) refuse('a link on its path leads out of the folder', 'write to a folder without links')
    else if ((await lstat(join(root, path)).catch(() => null))?.isDirectory())
      refuse('its path is that of a folder', 'give it another name')
    else if (await goesThroughFile(root, path)) refuse('its path goes through a file', 'give it another folder')
    seen.add(key)
  }
  return problems
}

function isStudyFile(path: string): boolean {
  const own = [studyFileName, journalName, ...tableNames.map(table => tables[table].file as string)]
  return own.includes(path) || /^(?:transcripts|texts|report|memos|\.saving)\//u.test(path)
}

async function staysInside(root: string, path: string): Promise<boolean> {
  const real = await realpath(root).catch(() => null)
  if (real === null) return true
  for (let at = join(root, dirname(path)); at.startsWith(root); at = dirname(at)) {
    const there = await realpath(at).catch(() => null)
    if (there !== null) return there === real || there.startsWith(`${real}/`) || there.startsWith(`${real}\\`)
  }
  return true
}

async function goesThroughFile(root: string, path: string): Promise<boolean> {
  const parts = path.split('/').slice(0, -1)
  for (let n = 1; n <= parts.length; n++) {
    const found = await lstat(join(root, ...parts.slice(0, n))).catch(() => null)
    if (found?.isFile()) return true
  }
  return (await lstat(root).catch(() => null))?.isFile() ?? false
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
