import { access, lstat, realpath } from 'node:fs/promises'
import { dirname, join, posix, resolve } from 'node:path'
import { finishedTexts, isReleased, type Release } from '../report/index.js'
import { type Audience, counted, guardOf, type Problem, StudyError, tableNames, tables, throwProblems } from '../study/index.js'
import { isInnerPath } from './commit.js'
import { placeFiles } from './placeFiles.js'
import { journalName } from './readJournal.js'
import { studyFileName } from './readStudyFile.js'

/** A finished output, in memory. */
export interface Output {
  /** Relative to the folder of the outputs. */
  readonly path: string
  readonly content: string | Uint8Array
  readonly audience: Audience
  /** The safe study or result it was made from: its guard looks at the path too. */
  readonly of?: object
}

export interface WriteOptions {
  /** What `checkRelease` says of the public outputs among the files. */
  readonly release?: Release
}

/**
 * Writes outputs, each whole or not at all, and none of them when any is refused. What is for the team only gets `.team`
 * in its name. What is public is written only when it was looked at for a release in which no point is open.
 *
 * @param dir the folder for the outputs; it is made when it is not there
 * @returns the paths written, relative to the folder
 * @throws StudyError when a public output is not in the release or points of it are open; when a path leads out of the folder, stands
 *   for a folder, is given twice, or is a file of a study
 * @example
 * await writeOutputs('out', [{ path: 'quotes.csv', content: table.toCsv(), audience: table.audience }])
 * //=> ['quotes.team.csv']
 */
export async function writeOutputs(dir: string, files: readonly Output[], { release }: WriteOptions = {}): Promise<readonly string[]> {
  if (release !== undefined && release.open > 0)
    throwProblems([{ what: `${counted(release.open, 'points')} ${release.open === 1 ? 'is' : 'are'} not decided`, hint: decideFirst }])
  throwProblems(
    files.flatMap((file, i) =>
      file.audience === 'team' || (isReleased(release, file.of) && guardOf(file.of!) !== null)
        ? []
        : [{ what: `output ${i + 1} is public and was not looked at for a release`, hint: releaseFirst }],
    ),
  )
  return writeFiles(dir, files)
}

const decideFirst = 'look at the table of the release; change the register or the study, or decide in decisions.csv'
const releaseFirst = 'give checkRelease all results that go out, and give what it says as { release }, and each result as "of" of its file'

/** Writes files, each whole or not at all, and none of them when any is refused. */
export async function writeFiles(dir: string, files: readonly Output[]): Promise<readonly string[]> {
  const root = resolve(dir)
  const paths = files.map(file => (file.audience === 'team' ? teamName(file.path) : file.path))
  throwProblems([...(await refusals(root, paths)), ...namesIn(files)])
  const bytes = files.map(({ content }) => (typeof content === 'string' ? Buffer.from(content) : content))
  try {
    await placeFiles(root, new Map(paths.map((path, i) => [path, bytes[i]!])))
  } catch {
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

/** Names of people in names of files, wherever they are to be written, and in what is written as public. */
function namesIn(files: readonly Output[]): readonly Problem[] {
  return files.flatMap(({ path, content, audience, of }, i) => {
    const guard = of === undefined ? null : guardOf(of)
    if (guard === null) return []
    const texts = audience === 'team' ? [] : finishedTexts(path, content).map(text => ({ text, where: `output ${i + 1}` }))
    return [...guard.check([{ text: path, where: `output ${i + 1}, its path` }], 'parts'), ...guard.check(texts, 'finished')]
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
