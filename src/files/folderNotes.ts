import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { columnsOf, configurationRoles, nearName, newStudy, tableNames, tables } from '../study/index.js'
import { parseCsv } from '../table/index.js'
import { decodeText } from './decodeText.js'
import { expectFolder } from './expectFolder.js'
import { type Folder, withFolder } from './folder.js'
import { journalName } from './readJournal.js'
import { readStudyFile, studyFileName } from './readStudyFile.js'
import { readTables } from './readTables.js'
import type { ReadingNote } from './readTranscripts.js'

/**
 * What in the folder of a study is easily overlooked: names of files and columns one slip away from names that mean
 * something, and a register of names where it does not belong. The study need not be sound.
 *
 * @throws StudyError when there is no such folder
 */
export async function folderNotes(path: string): Promise<readonly ReadingNote[]> {
  await expectFolder(path)
  return withFolder(path, async folder => {
    const { file } = await readStudyFile(folder)
    const frame = newStudy(file ?? { title: '?', language: 'en' })
    const files = await readTables(folder, frame, () => null)
    const columns = tableNames.flatMap(table => {
      const known = ['id', ...Object.keys(columnsOf(table, configurationRoles(frame)))]
      return columnNotes(tables[table].file, files[table].csv?.header.cells ?? [], known)
    })
    const names = await namesIn(path)
    return [...nameNotes(names), ...columns, ...(frame.invented ? [] : await registerNotes(path, folder, names))]
  })
}

/** A column of her own may have any name, so that a slip in the name of a declared one is no error. */
function columnNotes(file: string, header: readonly string[], known: readonly string[]): readonly ReadingNote[] {
  const given = new Set(header.map(name => name.trim().toLowerCase()))
  const missing = known.filter(name => !given.has(name.toLowerCase()))
  const isKnown = (name: string) => known.some(one => one.toLowerCase() === name.trim().toLowerCase())
  return header.flatMap((name, i) => {
    const near = isKnown(name) ? null : nearName(name.trim(), missing)
    return near === null
      ? []
      : [{ file, note: `The name of column ${i + 1} is not known, so it is read as a column of your own. Did you mean "${near}"?` }]
  })
}

const knownFiles: readonly string[] = [studyFileName, journalName, ...tableNames.map(table => tables[table].file)]
const knownFolders: readonly string[] = ['transcripts', 'texts', 'report', 'memos']

interface Names {
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

function nameNotes({ files, folders }: Names): readonly ReadingNote[] {
  const near = (names: readonly string[], known: readonly string[], what: string) =>
    names
      .filter(name => !known.includes(name))
      .flatMap(name => {
        const meant = nearName(name, known)
        return meant === null ? [] : [{ file: name, note: `This ${what} is not read. Did you mean ${meant}?` }]
      })
  return [...near(files, knownFiles, 'file'), ...near(folders, knownFolders, 'folder')]
}

async function namesIn(path: string): Promise<Names> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(entry => !entry.name.startsWith('.'))
  const folders = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  return { files: entries.filter(entry => !entry.isDirectory()).map(entry => entry.name), folders }
}

async function registerNotes(path: string, { paths }: Folder, { folders }: Names): Promise<readonly ReadingNote[]> {
  const others = folders.filter(name => !knownFolders.includes(name))
  const deeper = await Promise.all(others.map(async name => (await namesIn(join(path, name))).files.map(file => `${name}/${file}`)))
  const csv = [...paths, ...deeper.flat()].filter(one => /\.csv$/iu.test(one) && !knownFiles.includes(one))
  const found = await Promise.all(csv.map(async one => isRegisterName(one) || hasNames(join(path, one))))
  return csv.filter((_, i) => found[i]).map(file => ({ file, note: registerNote }))
}

const registerNote =
  'This looks like a register of names. Keep it in a folder of its own, outside that of the study: from here it is easily shared along.'

const isRegisterName = (path: string) => /(?:^|\/)register[^/]*\.csv$/iu.test(path)

/** Whether the header is that of a register: the rows are not looked at. */
async function hasNames(path: string): Promise<boolean> {
  const decoded = decodeText(await readFile(path))
  const head = ('text' in decoded ? decoded.text : decoded.textBefore).slice(0, 20_000)
  return [',', ';', '\t'].some(delimiter => {
    const names = parseCsv(head, delimiter as ',')?.header.cells.map(name => name.trim().toLowerCase()) ?? []
    return names.includes('name') && names.includes('variants')
  })
}
