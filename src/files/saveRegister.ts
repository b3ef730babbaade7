import { randomUUID } from 'node:crypto'
import { readFile, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { delimiterOf, type Register, readRegister, registerCells, registerCsv } from '../privacy/index.js'
import { isSame, StudyError } from '../study/index.js'
import { type CsvFile, formatRecord, joinCsv, parseCsv } from '../table/index.js'
import { decodeText } from './decodeText.js'
import { unsafePlace } from './openRegister.js'
import { realFolder } from './saveKey.js'
import { writeSafely } from './saving.js'

/**
 * Saves a register of names. Where there is one already, only rows behind those of the file are added: what she wrote in it, and how,
 * stays byte for byte. A file whose rows are not all in the register, as they stand, is refused.
 *
 * @param path the file, `register.csv`, outside the folder of the study and of git
 * @returns how many rows were added
 * @throws StudyError when the place is not safe, or the file holds what the register does not; it tells rows, never names
 * @example
 * const before = await openRegister('secret/register.csv')
 * await saveRegister(proposeRegister(study, { language: nl, register: before }), 'secret/register.csv')
 */
export async function saveRegister(register: Register, path: string): Promise<number> {
  const file = basename(path)
  const real = await realpath(path).catch(async () => join(await realFolder(dirname(resolve(path))), file))
  const place = await unsafePlace(dirname(real))
  if (place !== null)
    throw new StudyError([
      { what: `the register holds names, and this leads into ${place}`, hint: 'keep it in a folder of its own elsewhere', file },
    ])
  const bytes = await readFile(real).catch(error => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new StudyError([{ what: 'the register that is there cannot be read', hint: 'give the path of a file', file }])
  })
  const before = bytes === null ? null : readText(bytes, file)
  const known = before === null ? 0 : expectKept(register, readRegister(before.replace(/^\uFEFF/u, ''), file), file)
  const text = before === null ? registerCsv(register, { bom: true }) : withRows(before, register.slice(known))
  if (before !== text) await replaceFile(real, text, file)
  return register.length - known
}

function readText(bytes: Uint8Array, file: string): string {
  const decoded = decodeText(bytes)
  if ('textBefore' in decoded) throw new StudyError([{ what: 'this file is not in UTF-8', hint: 'save it as "CSV UTF-8"', file }])
  return decoded.text
}

/** The rows of the file must be the first of the register, as they are; how many there are. */
function expectKept(register: Register, before: Register, file: string): number {
  const lost = before.flatMap((entry, i) => (isSame(entry, register[i]) ? [] : [i + 2]))
  if (lost.length === 0) return before.length
  throw new StudyError(
    lost.map(row => ({
      what: 'this row of the file is not in the register as it stands',
      hint: 'open the file again with openRegister, and give it to proposeRegister as "register"',
      file,
      row,
    })),
  )
}

/** The text of a register with rows more, in its own style; a column that it lacks and the rows need is put behind the others. */
function withRows(before: string, rows: Register): string {
  if (rows.length === 0) return before
  // An empty file cannot be read as a register, so there is a header.
  const csv = parseCsv(before, delimiterOf(before))!
  const header = csv.header.cells.map(cell => cell.trim().toLowerCase())
  const needed = (['variants', 'type', 'label', 'respondent', 'match', 'where', 'note', 'ladder'] as const).filter(
    column => !header.includes(column) && rows.some(row => registerCells(row, [column])[0] !== ''),
  )
  const columns = [...header, ...needed]
  const old = [csv.header, ...csv.records].map((record, i) => widened(record, i === 0 ? needed : needed.map(() => ''), csv))
  const made = rows.map(row => ({ lead: '', raw: formatRecord(registerCells(row, columns), csv) }))
  return joinCsv(csv, [...old, ...made])
}

function widened(record: CsvFile['header'], more: readonly string[], csv: CsvFile): Pick<CsvFile['header'], 'lead' | 'raw'> {
  if (more.length === 0) return record
  const end = /(?:\r\n|\n|\r)$/u.exec(record.raw)?.[0] ?? ''
  const body = record.raw.slice(0, record.raw.length - end.length)
  const cells = more.map(cell => csv.delimiter + (csv.quoteAll ? `"${cell}"` : cell)).join('')
  return { lead: record.lead, raw: `${body}${cells}${end}` }
}

async function replaceFile(path: string, text: string, file: string): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.draft`)
  try {
    await writeSafely(draft, Buffer.from(text))
    await rename(draft, path)
  } catch {
    await rm(draft, { force: true })
    throw new StudyError([
      { what: 'the register could not be written', hint: 'see whether there is room and whether you may write there', file },
    ])
  }
}
