import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { contentId, counted, type Problem, throwProblems } from '../study/index.js'
import { type CsvRecord, parseCsv, unescapeFormula } from '../table/index.js'
import { showOnly } from './entry.js'
import { delimiterOf } from './readRegister.js'

/** What somebody decided about a point that the gate put before her. */
export interface Decision {
  /** Which point: it stands for the very text that was looked at. */
  readonly point: string
  readonly kind: string
  readonly entry: string
  readonly place: string
  /** The words it is about, for who decides. */
  readonly passage: string
  /** `print`: it may go out as it is. Anything else leaves the point open. */
  readonly what: string
  readonly who: string
  readonly when: string
  readonly why: string
}

/** Decisions, with the secret that ties each to the text it was about. It shows only how many they are. */
export interface Decisions {
  readonly rows: readonly Decision[]
  /** What stands for a point in the column `point`. */
  readonly pointOf: (kind: string, text: string) => string
}

export const decisionColumns = ['point', 'kind', 'entry', 'place', 'passage', 'what', 'who', 'when', 'why'] as const

/**
 * Reads what was decided. Each decision is bound to a keyed digest of the text it was about, so that it lapses when the text changes,
 * and the file tells nobody without the secret what the texts are.
 *
 * @param csv `point`, `kind`, `entry`, `place`, `passage`, `what`, `who`, `when`, `why`; empty text: nothing was decided yet
 * @param secret at least 16 bytes that stay with the decisions
 * @param file what to call the file in errors
 * @throws StudyError with every row that is half filled in
 * @example
 * readDecisions('point,what,who,when,why\npabc,print,MV,2026-02-01,a public figure\n', new Uint8Array(32)).rows.length
 * //=> 1
 */
export function readDecisions(csv: string, secret: Uint8Array, file = 'decisions.csv'): Decisions {
  if (secret.length < 16)
    throwProblems([{ what: 'the secret of the decisions is too short', hint: 'use at least 16 bytes', file: 'decisions.key' }])
  const parsed = csv.trim() === '' ? null : parseCsv(csv, delimiterOf(csv, decisionColumns))
  const header = parsed?.header.cells.map(cell => cell.trim().toLowerCase()) ?? []
  const problems: Problem[] = (parsed?.flaws ?? []).map(flaw => ({ ...flaw, file }))
  if (parsed !== null && !header.includes('point'))
    problems.push({ what: 'the column "point" is missing', hint: 'take the file that the gate wrote, and fill it in', file, row: 1 })
  const rows = (parsed?.records ?? []).map(record => readDecision(header, record, file, problems))
  throwProblems(problems)
  return decisionsOf(rows, secret)
}

/** No decisions yet. Points are told by a digest that nobody relies on. */
export const noDecisions: Decisions = decisionsOf([], new Uint8Array(32))

/** Decisions as a value that shows only how many they are. */
function decisionsOf(rows: readonly Decision[], secret: Uint8Array): Decisions {
  const key = Uint8Array.from(secret)
  const pointOf = (kind: string, text: string) => contentId('p', hex(hmac(sha256, key, utf8ToBytes(`${kind}\n${text}`))), 16)
  return showOnly({ rows, pointOf }, `Decisions on ${counted(rows.length, 'points')}`)
}

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

function readDecision(header: readonly string[], { cells, row }: CsvRecord, file: string, problems: Problem[]): Decision {
  const cell = (column: string) => unescapeFormula(cells[header.indexOf(column)] ?? '').trim()
  const [point, kind, entry, place, passage, what, who, when, why] = decisionColumns.map(cell) as Nine
  const isSigned = [what, who, when, why].some(one => one !== '')
  const note = (say: string, hint: string, column: string) => problems.push({ what: say, hint, file, row, column })
  if (isSigned) {
    for (const column of ['what', 'who', 'why'] as const)
      if (cell(column) === '') note('this decision is half filled in', 'say what, who, when and why, or leave all four empty', column)
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(when)) note('this is not a day', 'write it as year-month-day: 2026-05-01', 'when')
  }
  return { point, kind, entry, place, passage, what: what.toLowerCase(), who, when, why }
}

type Nine = [string, string, string, string, string, string, string, string, string]
