import type { Span } from './model.js'

/** What a cell of a table may hold. `list` columns hold several values separated by `;`. */
export type Kind = 'text' | 'date' | 'integer' | 'boolean' | 'choice' | 'reference' | 'role' | 'list' | 'references' | 'spans'

/** A column as data: reading, writing, checking and describing a table all follow from it. */
export interface Column<T = unknown> {
  readonly kind: Kind
  /** What the column means, for the description of the format. */
  readonly what: string
  readonly values?: readonly string[]
  /** The tables one of which must hold the id referred to. */
  readonly of?: string
  /** Carries the type only. */
  readonly type?: T
}

export const text = (what: string): Column<string | null> => ({ kind: 'text', what })
/** A day, or where the day is not known a month or a year. */
export const date = (what: string): Column<string | null> => ({ kind: 'date', what })
export const integer = (what: string): Column<number | null> => ({ kind: 'integer', what })
export const boolean = (what: string): Column<boolean | null> => ({ kind: 'boolean', what })
export const role = (what: string): Column<string | null> => ({ kind: 'role', what })
export const list = (what: string): Column<readonly string[]> => ({ kind: 'list', what })
export const spans = (what: string): Column<readonly Span[]> => ({ kind: 'spans', what })
export const choice = <const V extends readonly string[]>(values: V, what: string): Column<V[number] | null> => ({
  kind: 'choice',
  values,
  what,
})
export const reference = (of: string, what: string): Column<string | null> => ({ kind: 'reference', of, what })
export const references = (of: string, what: string): Column<readonly string[]> => ({ kind: 'references', of, what })

/** Whether cells of this column hold several values. */
export function holdsSeveral(column: Column): boolean {
  return column.kind === 'list' || column.kind === 'references' || column.kind === 'spans'
}

/** The value of an empty cell: nothing, as `null` or as an empty list. */
export function emptyValue(column: Column): null | readonly never[] {
  return holdsSeveral(column) ? [] : null
}

/** The outcome of reading a cell: its value, or in words what was expected. */
export type CellReading = { readonly value: unknown } | { readonly expected: string }

/**
 * Reads one cell of a table.
 *
 * @example
 * readCell(spans('...'), '120-240;300-340')
 * //=> { value: [{ start: 120, end: 240 }, { start: 300, end: 340 }] }
 */
export function readCell(column: Column, cell: string): CellReading {
  const trimmed = cell.trim()
  if (trimmed === '') return { value: emptyValue(column) }
  switch (column.kind) {
    case 'text':
      return { value: cell }
    case 'reference':
    case 'role':
      return { value: trimmed }
    case 'date':
      return isDate(trimmed) ? { value: trimmed } : { expected: 'a date as year-month-day, such as 2020-05-31' }
    case 'integer':
      return /^-?\d{1,15}$/u.test(trimmed) ? { value: Number(trimmed) } : { expected: 'a whole number' }
    case 'boolean':
      return readBoolean(trimmed)
    case 'choice':
      return readChoice(column, trimmed)
    case 'list':
    case 'references':
      return { value: splitValues(trimmed) }
    case 'spans':
      return readSpans(trimmed)
  }
}

/** Writes the value of a cell as `readCell` reads it. */
export function writeCell(column: Column, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (column.kind === 'spans') return (value as readonly Span[]).map(span => `${span.start}-${span.end}`).join(';')
  if (Array.isArray(value)) return value.join(';')
  return String(value)
}

// 31-5-2020 and 5/31/2020 cannot be told apart from one another for all days, so neither is guessed at.
export function isDate(cell: string): boolean {
  const [, month = '01', day = '01'] = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(cell) ?? ['', '00']
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}

/** Splits a cell that holds several values; spaces around the `;` do not count. */
export function splitValues(cell: string): string[] {
  return cell
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
}

// Spreadsheets write TRUE and FALSE, and in Dutch WAAR and ONWAAR.
const yes = new Set(['true', 'yes', '1', 'waar', 'ja'])
const no = new Set(['false', 'no', '0', 'onwaar', 'nee'])

function readBoolean(cell: string): CellReading {
  const word = cell.toLowerCase()
  if (yes.has(word)) return { value: true }
  if (no.has(word)) return { value: false }
  return { expected: 'true or false' }
}

function readChoice(column: Column, cell: string): CellReading {
  const found = column.values?.find(value => value === cell.toLowerCase())
  return found === undefined ? { expected: `one of: ${column.values?.join(', ')}` } : { value: found }
}

function readSpans(cell: string): CellReading {
  const value: Span[] = []
  for (const part of splitValues(cell)) {
    const match = /^(\d{1,12})\s*-\s*(\d{1,12})$/u.exec(part)
    if (match === null) return { expected: 'spans such as 120-240;300-340' }
    value.push({ start: Number(match[1]), end: Number(match[2]) })
  }
  return { value }
}
