export type Delimiter = ',' | ';' | '\t'

/** One record of a CSV file: its cells as they mean, and the characters it is made of. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** The record as it stands in the file, with its line end. */
  readonly raw: string
  /** Empty lines before it, and before the header a line `sep=;`, as they stand in the file. */
  readonly lead: string
  /** Its row as a spreadsheet counts: empty lines are rows, line breaks inside a cell are not. */
  readonly row: number
}

/** A CSV file taken apart without loss: its parts put together again are the file. */
export interface CsvFile {
  readonly bom: boolean
  readonly delimiter: Delimiter
  /** The line end of the header, for rows that are added. */
  readonly eol: string
  /** Whether every cell stands between quotes. */
  readonly quoteAll: boolean
  readonly header: CsvRecord
  readonly records: readonly CsvRecord[]
  /** Empty lines after the last record. */
  readonly tail: string
  /** What is wrong with the form of the file, by row. */
  readonly flaws: readonly CsvFlaw[]
}

export interface CsvFlaw {
  readonly row: number
  readonly what: string
  readonly hint: string
}

const bom = '\uFEFF'

/** Above the header Excel reads, and some programs write, what the delimiter is: no row, though it counts as one. */
const delimiterLine = /^"?sep=[^\r\n]"?(?:\r\n|\n|\r)/iu

/**
 * Takes a CSV file apart (RFC 4180; LF, CRLF and CR may be mixed), keeping every record as it stands in the file.
 *
 * @returns null for a file without any record
 * @example
 * parseCsv('id;name\n1;"a;b"\n', ';')?.records[0]
 * //=> { cells: ['1', 'a;b'], raw: '1;"a;b"\n', lead: '', row: 2 }
 */
export function parseCsv(text: string, delimiter: Delimiter): CsvFile | null {
  const flaws: CsvFlaw[] = []
  const quoting = { cells: 0, quoted: 0 }
  const records: CsvRecord[] = []
  const start = text.startsWith(bom) ? 1 : 0
  const told = delimiterLine.exec(text.slice(start, start + 20))?.[0].length ?? 0
  let at = start + told
  let lead = start
  for (let row = told > 0 ? 2 : 1; at < text.length; row++) {
    const from = at
    const cells: string[] = []
    at = readRecord(text, at, delimiter, cells, quoting, (what, hint) => flaws.push({ row, what, hint }))
    const raw = text.slice(from, at)
    if (isBlank(cells) && !raw.includes('"')) continue
    records.push({ cells, raw, lead: text.slice(lead, from), row })
    lead = at
  }
  const [header, ...rest] = records
  if (header === undefined) return null
  return {
    bom: start === 1,
    delimiter,
    eol: lineEnd(header.raw) || '\n',
    quoteAll: quoting.cells === quoting.quoted,
    header,
    records: rest,
    tail: text.slice(lead),
    flaws,
  }
}

/** Puts a file together from its parts. */
export function joinCsv(file: Pick<CsvFile, 'bom' | 'eol' | 'tail'>, records: readonly Pick<CsvRecord, 'lead' | 'raw'>[]): string {
  const last = records.length - 1
  const lines = records.map(({ lead, raw }, i) => lead + (i < last || file.tail !== '' ? endLine(raw, file.eol) : raw))
  return (file.bom ? bom : '') + lines.join('') + file.tail
}

/** Writes cells as a record in the style of a file. */
export function formatRecord(cells: readonly string[], style: Pick<CsvFile, 'delimiter' | 'eol' | 'quoteAll'>): string {
  // Without quotes it would read as an empty line.
  const blank = isBlank(cells)
  return (
    cells.map(cell => (blank || style.quoteAll || needsQuotes(cell, style.delimiter) ? quote(cell) : cell)).join(style.delimiter) +
    style.eol
  )
}

// Spreadsheets write an empty row as its delimiters only.
const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '')

function needsQuotes(cell: string, delimiter: Delimiter): boolean {
  return /["\r\n]|^[ \uFEFF]| $/u.test(cell) || cell.includes(delimiter)
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`

function endLine(raw: string, eol: string): string {
  return lineEnd(raw) === '' ? raw + eol : raw
}

function lineEnd(raw: string): string {
  if (raw.endsWith('\r\n')) return '\r\n'
  return raw.endsWith('\n') || raw.endsWith('\r') ? raw.at(-1)! : ''
}

type Report = (what: string, hint: string) => void

/** Reads the cells of one record into `cells`; returns where the next record begins. */
function readRecord(
  text: string,
  start: number,
  delimiter: Delimiter,
  cells: string[],
  quoting: { cells: number; quoted: number },
  report: Report,
): number {
  let at = start
  for (;;) {
    if (text[at] === '"') {
      at = readQuoted(text, at, delimiter, cells, report)
      quoting.quoted++
    } else at = readPlain(text, at, delimiter, cells)
    quoting.cells++
    const next = text[at]
    if (next === delimiter) at++
    else if (next === '\r' && text[at + 1] === '\n') return at + 2
    else return next === undefined ? at : at + 1
  }
}

function readPlain(text: string, start: number, delimiter: Delimiter, cells: string[]): number {
  let at = start
  for (; at < text.length; at++) {
    const char = text[at]
    if (char === delimiter || char === '\n' || char === '\r') break
  }
  cells.push(text.slice(start, at))
  return at
}

function readQuoted(text: string, start: number, delimiter: Delimiter, cells: string[], report: Report): number {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) {
    report('a quotation mark opens a cell here and is never closed', 'close it, or take it away')
    cells.push('')
    return text.length
  }
  const inside = text.slice(start + 1, close)
  cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside)
  let at = close + 1
  while (text[at] === ' ') at++
  if (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
    report('a quotation mark closes in the middle of a cell', 'write quotation marks inside a cell twice: ""')
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  }
  return at
}
