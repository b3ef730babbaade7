import { type Problem, throwProblems } from '../study/index.js'
import { type Delimiter, escapeFormula, formatRecord } from '../table/index.js'
import type { Entry, Register } from './entry.js'
import { registerColumns } from './readRegister.js'

export interface RegisterCsvOptions {
  /** What stands between cells; `,` unless given. */
  readonly delimiter?: Delimiter
  /** Whether to start with a byte order mark, by which Excel knows UTF-8; false unless given. */
  readonly bom?: boolean
}

/**
 * Writes a register as CSV for a spreadsheet, as `readRegister` reads it back. It holds names: keep it apart from the study.
 *
 * @throws StudyError for an entry that a row cannot hold: a `;` in one of several values, white space around a value; it tells rows and
 *   columns, never names
 * @example
 * registerCsv(readRegister('name\nGreta Vos\n')).split('\n')[1]
 * //=> 'Greta Vos,,OTHER,,,anywhere,,,'
 */
export function registerCsv(register: Register, { delimiter = ',', bom = false }: RegisterCsvOptions = {}): string {
  throwProblems(register.flatMap(problemsOf))
  const style = { delimiter, eol: '\n', quoteAll: false }
  const rows = [registerColumns, ...register.map(entry => registerCells(entry, registerColumns))]
  return (bom ? '\uFEFF' : '') + rows.map(cells => formatRecord(cells, style)).join('')
}

/** The cells of an entry under the columns of a file, those that are not of a register empty. */
export function registerCells(entry: Entry, columns: readonly string[]): readonly string[] {
  const cells: Readonly<Record<string, string>> = {
    name: entry.name,
    variants: entry.variants.join(';'),
    type: entry.type,
    label: entry.label,
    respondent: entry.respondent ?? '',
    match: entry.match,
    where: entry.where.join(';'),
    note: entry.note ?? '',
    ladder: entry.ladder?.join(';') ?? '',
  }
  return columns.map(column => escapeFormula(cells[column] ?? ''))
}

function problemsOf(entry: Entry, i: number): readonly Problem[] {
  const lists = { variants: entry.variants, where: entry.where, ladder: entry.ladder ?? [] }
  const texts = { name: entry.name, type: entry.type, label: entry.label, respondent: entry.respondent ?? '', note: entry.note ?? '' }
  const at = (column: string) => ({ file: 'register', row: i + 2, column })
  return [
    ...Object.entries(lists).flatMap(([column, values]) =>
      values.some(one => one.includes(';') || one.trim() !== one || one === '')
        ? [{ what: 'a value here is empty, has a ; in it or white space around it', hint: 'write it without', ...at(column) }]
        : [],
    ),
    ...Object.entries(texts).flatMap(([column, text]) =>
      text.trim() === text ? [] : [{ what: 'there is white space around this value', hint: 'take it away', ...at(column) }],
    ),
  ]
}
