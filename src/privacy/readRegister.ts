import { type Problem, splitValues, throwProblems } from '../study/index.js'
import { type Delimiter, parseCsv, unescapeFormula } from '../table/index.js'
import { comparedForms } from './comparedForms.js'
import { type Entry, type Match, makeRegister, type Register, spellings } from './entry.js'
import { mayBeOne } from './marksAt.js'

/** The columns of a register, in the order in which they are written. */
export const registerColumns = ['name', 'variants', 'type', 'label', 'respondent', 'match', 'where', 'note', 'ladder'] as const

/**
 * Reads a register of names from CSV: `name`, and where used `variants`, `type`, `label`, `respondent`, `match`, `where`,
 * `note`, `ladder`.
 *
 * @param csv the text of the file; several variants in one cell are separated by `;`
 * @param file what to call the file in errors
 * @throws StudyError with every problem: the row, never the name
 * @example
 * readRegister('name,variants,type,label\nGreta Vos,mevrouw Vos,PERSON,a colleague\n').length
 * //=> 1
 */
export function readRegister(csv: string, file = 'register.csv'): Register {
  const parsed = parseCsv(csv, delimiterOf(csv))
  if (parsed === null) throwProblems([{ what: 'the register is empty', hint: 'give it a header row with at least "name"', file }])
  const { header: first, records, flaws } = parsed!
  const problems: Problem[] = flaws.map(flaw => ({ ...flaw, file }))
  const header = first.cells.map(cell => cell.trim().toLowerCase())
  if (!header.includes('name'))
    problems.push({ what: 'the column "name" is missing', hint: 'the first row names the columns', file, row: first.row })
  throwProblems(problems)
  const read = records.map(({ cells, row }) => readEntry(header, cells, row, file))
  throwProblems([
    ...read.flatMap(one => one.problems),
    ...findShared(
      read.map(one => one.entry),
      file,
    ),
  ])
  return makeRegister(read.map(one => one.entry))
}

const matches: readonly string[] = ['anywhere', 'capital', 'recognised', 'keep'] satisfies readonly Match[]

const isMatch = (match: string): match is Match => matches.includes(match)

/** The delimiter that brings out most of the known names in the header. */
export function delimiterOf(csv: string, names: readonly string[] = registerColumns): Delimiter {
  const known = (delimiter: Delimiter) =>
    parseCsv(csv.slice(0, 2000), delimiter)?.header.cells.filter(cell => names.includes(cell.trim().toLowerCase())).length ?? 0
  const delimiters: readonly Delimiter[] = [',', ';', '\t']
  return delimiters.reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best))
}

function readEntry(header: readonly string[], cells: readonly string[], row: number, file: string): { entry: Entry; problems: Problem[] } {
  const cell = (column: (typeof registerColumns)[number]) => unescapeFormula(cells[header.indexOf(column)]?.trim() ?? '')
  const problems: Problem[] = []
  const note = (what: string, hint: string, column: string) => problems.push({ what, hint, file, row, column })
  const match = cell('match').toLowerCase()
  if (match !== '' && !isMatch(match))
    note(
      'this is not a way to match',
      'write anywhere, capital for a name that is also a word, recognised for a number or word that only sometimes is meant, or keep for what is to stay',
      'match',
    )
  const entry: Entry = {
    name: cell('name'),
    variants: splitValues(cell('variants')),
    type: cell('type').toUpperCase() || 'OTHER',
    label: cell('label'),
    respondent: cell('respondent') || null,
    match: isMatch(match) ? match : 'anywhere',
    where: splitValues(cell('where')),
    note: cell('note') || null,
    ...(cell('ladder') === '' ? {} : { ladder: splitValues(cell('ladder')) }),
  }
  if (entry.name === '') note('this entry has no name', 'fill in the name, or take the row out', 'name')
  else if (spellings(entry).some(spelling => comparedForms(spelling).every(form => form === '')))
    note('a name without letters or digits cannot be found', 'write it with letters', 'name')
  if (cells.length > header.length)
    note('this row has more cells than the header', 'put quotation marks around cells that hold the delimiter', 'note')
  return { entry, problems }
}

/** Entries that share a spelling, unless `where` tells in which transcript each is meant. */
export function findShared(entries: readonly Entry[], file: string): Problem[] {
  const first = new Map<string, number[]>()
  return entries.flatMap((entry, position) => {
    const forms = new Set(spellings(entry).flatMap(spelling => comparedForms(spelling)))
    const clash = [...forms].flatMap(form => first.get(form) ?? []).find(other => !areApart(entry, entries[other]!))
    for (const form of forms) if (form !== '') first.set(form, [...(first.get(form) ?? []), position])
    if (clash === undefined) return []
    return [
      {
        what: `this entry and that of row ${clash + 2} share a spelling`,
        hint: 'give it to one of them, or say in "where" in which transcripts each is meant',
        file,
        row: position + 2,
        column: 'variants',
      },
    ]
  })
}

function areApart(a: Entry, b: Entry): boolean {
  // A month that is also somebody's name: the one is told by being recognised, the other by its capital.
  const told = (entry: Entry) => entry.match === 'recognised' || entry.match === 'capital'
  if (a.type !== b.type && told(a) && told(b) && (a.match === 'recognised' || b.match === 'recognised')) return true
  // "bakker", the trade, may stay where somebody is called so: her name is told by its capital, and goes before.
  const stays = (one: Entry, other: Entry) => one.match === 'keep' && told(other) && !mayBeOne(one.type, other.type)
  if (stays(a, b) || stays(b, a)) return true
  return a.where.length > 0 && b.where.length > 0 && !a.where.some(place => b.where.includes(place))
}
