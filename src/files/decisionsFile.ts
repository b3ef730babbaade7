import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Decision, type Decisions, decisionColumns, delimiterOf, readDecisions } from '../privacy/index.js'
import type { Release } from '../report/index.js'
import { StudyError } from '../study/index.js'
import { escapeFormula, formatRecord, parseCsv } from '../table/index.js'
import { decodeText } from './decodeText.js'
import { unsafePlace } from './openRegister.js'

/** The secret that binds decisions to texts; it stands beside them. */
const secretName = 'decisions.key'

/**
 * Opens what was decided before outputs went out. The file stands beside the register, and a secret `decisions.key` beside it, which is
 * made when neither is there.
 *
 * @param path the file, `decisions.csv`; it need not be there yet
 * @throws StudyError when it stands in the folder of a study or a git work tree, cannot be read, is half filled in, or lost its secret
 * @example
 * (await openDecisions('fixtures/community-clinic.secret/decisions.csv')).rows.every(row => row.who !== '')
 * //=> true
 */
export async function openDecisions(path: string): Promise<Decisions> {
  const file = basename(path)
  await expectSafe(path)
  const csv = await textOf(path, file)
  const at = join(dirname(path), secretName)
  const secret = await readFile(at, 'utf8').catch(() => null)
  if (secret === null && csv !== '')
    throw new StudyError([
      { what: 'the secret of these decisions is gone, so nobody knows which texts they were about', hint: missing, file: secretName },
    ])
  if (secret !== null) return readDecisions(csv, Buffer.from(secret.trim(), 'base64'), file)
  const made = randomBytes(32)
  await writeFile(at, `${made.toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(() => {
    throw new StudyError([
      {
        what: 'the secret of the decisions cannot be written',
        hint: 'make the folder, or see whether you may write there',
        file: secretName,
      },
    ])
  })
  return readDecisions(csv, made, file)
}

const missing = 'put decisions.key back beside the file; if it is lost, rename the file and decide anew'

/**
 * Writes the open points of a release into `decisions.csv`, each with its passage and four empty cells to fill in: what, who, when, why.
 * What stands there stays as it is.
 *
 * @returns how many rows were added; points that stand there already are not added again
 */
export async function addOpenPoints(path: string, release: Release): Promise<number> {
  const file = basename(path)
  await expectSafe(path)
  const before = await textOf(path, file)
  const csv = before.trim() === '' ? null : parseCsv(before, delimiterOf(before, decisionColumns))
  const header = csv?.header.cells.map(cell => cell.trim().toLowerCase()) ?? [...decisionColumns]
  const at = header.indexOf('point')
  const known = new Set(csv?.records.map(record => record.cells[at]))
  const rows = release.toDecide.filter(row => !known.has(row.point))
  if (rows.length === 0) return 0
  const style = csv ?? { delimiter: ',' as const, eol: '\n', quoteAll: false }
  const lines = rows.map(row =>
    formatRecord(
      header.map(column => cellOf(row, column)),
      style,
    ),
  )
  const start = csv === null ? `\uFEFF${formatRecord(header, style)}` : endedLine(before, style.eol)
  const draft = `${path}.draft`
  await writeFile(draft, start + lines.join(''), { mode: 0o600 })
  await rename(draft, path)
  await chmod(path, 0o600).catch(() => undefined)
  return rows.length
}

function cellOf(row: Decision, column: string): string {
  const known = decisionColumns.find(one => one.toLowerCase() === column)
  return known === undefined ? '' : escapeFormula(row[known].replace(/\s+/gu, ' '))
}

const endedLine = (text: string, eol: string) => (/[\r\n]$/u.test(text) ? text : text + eol)

async function textOf(path: string, file: string): Promise<string> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return ''
  const decoded = decodeText(bytes)
  if ('textBefore' in decoded) throw new StudyError([{ what: 'this file is not in UTF-8', hint: 'save it as "CSV UTF-8"', file }])
  return decoded.text
}

/** Decisions hold what people said: they stand where the register stands. */
async function expectSafe(path: string): Promise<void> {
  const place = await unsafePlace(dirname(resolve(path)))
  if (place === null) return
  throw new StudyError([
    {
      what: `decisions hold what people said, and this leads into ${place}`,
      hint: 'keep them beside the register, in a folder of its own',
    },
  ])
}
