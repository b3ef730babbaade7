import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boolean,
  type Column,
  choice,
  date,
  emptyValue,
  holdsSeveral,
  integer,
  type Kind,
  list,
  readCell,
  reference,
  references,
  role,
  spans,
  splitValues,
  text,
  writeCell,
} from '../../src/study/columns.js'
import { columnsOf, tableNames } from '../../src/study/tables.js'

const filled = (strings: fc.Arbitrary<string>) => strings.filter(one => one.trim() !== '')
const words = filled(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('=1+1', 'a;b', 'één', '"x",y\nz')))
const ids = words.map(one => one.trim())
const parts = filled(ids.map(one => one.replaceAll(';', '').trim()))
const offsets = fc.nat({ max: 999_999_999_999 })

/** Per kind: a column of it, and the values it can hold. */
const kinds: Readonly<Record<Kind, { readonly column: Column; readonly values: fc.Arbitrary<unknown> }>> = {
  text: { column: text(''), values: words },
  date: { column: date(''), values: fc.constantFrom('2020-05-31', '1999-12', '2021') },
  reference: { column: reference('codes', ''), values: ids },
  role: { column: role(''), values: ids },
  integer: { column: integer(''), values: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }) },
  boolean: { column: boolean(''), values: fc.boolean() },
  choice: { column: choice(['ask first', 'yes', 'no'], ''), values: fc.constantFrom('ask first', 'yes', 'no') },
  list: { column: list(''), values: fc.array(parts) },
  references: { column: references('codes', ''), values: fc.array(parts) },
  spans: { column: spans(''), values: fc.array(fc.record({ start: offsets, end: offsets })) },
}

const reads = (column: Column, cell: string): unknown => {
  const reading = readCell(column, cell)
  return 'value' in reading ? reading.value : `expected ${reading.expected}`
}

describe('readCell and writeCell', () => {
  it.each(Object.entries(kinds))('a %s is read as it was written', (_, { column, values }) => {
    fc.assert(
      fc.property(values, value => {
        expect(reads(column, writeCell(column, value))).toEqual(value)
      }),
    )
  })

  it.each(Object.entries(kinds))('an empty cell of a %s is nothing, and nothing is written as one', (_, { column }) => {
    const nothing = holdsSeveral(column) ? [] : null
    expect(emptyValue(column)).toEqual(nothing)
    for (const cell of ['', ' ', '\t', '\u00a0']) expect(reads(column, cell)).toEqual(nothing)
    expect(writeCell(column, nothing)).toBe('')
    expect(writeCell(column, undefined)).toBe('')
  })

  it('keeps the spaces of a text, not those around an id', () => {
    expect(reads(text(''), '  said so ')).toBe('  said so ')
    expect(reads(reference('codes', ''), ' k1 ')).toBe('k1')
    expect(reads(role(''), ' context ')).toBe('context')
  })

  it('reads the truth values of spreadsheets, English and Dutch', () => {
    for (const cell of ['TRUE', 'true', 'WAAR', 'Ja', 'yes', '1', ' waar ']) expect(reads(boolean(''), cell)).toBe(true)
    for (const cell of ['FALSE', 'ONWAAR', 'Nee', 'no', '0']) expect(reads(boolean(''), cell)).toBe(false)
    for (const cell of ['x', 'misschien', '2', 'truee']) expect(reads(boolean(''), cell)).toBe('expected true or false')
  })

  it('takes dates in one order only, since days and months are told apart by it', () => {
    for (const cell of ['2020-05-31', '2020-05', '2020']) expect(reads(date(''), cell)).toBe(cell)
    for (const cell of ['31-12-2024', '5/31/2020', '2020-13-01', '2020-00-10', '2020-5-1', 'May 2020', '20200531'])
      expect(reads(date(''), cell)).toMatch(/^expected a date as year-month-day/u)
  })

  it('takes whole numbers only where they are asked for', () => {
    expect(reads(integer(''), ' 12 ')).toBe(12)
    for (const cell of ['1.0', '1,5', '1e3', '12 min', '--1', '1234567890123456']) {
      expect(reads(integer(''), cell)).toBe('expected a whole number')
    }
  })

  it('takes a choice in any case, and says what there is to choose', () => {
    expect(reads(choice(['ask first', 'no'], ''), ' Ask First ')).toBe('ask first')
    expect(reads(choice(['ask first', 'no'], ''), 'ask')).toBe('expected one of: ask first, no')
  })

  it('takes spans with spaces, and no half ones', () => {
    expect(reads(spans(''), ' 120 - 240 ;300-340;')).toEqual([
      { start: 120, end: 240 },
      { start: 300, end: 340 },
    ])
    for (const cell of ['120', '120-', '-5', '1-2-3', '1.5-2', '120–240']) {
      expect(reads(spans(''), cell)).toBe('expected spans such as 120-240;300-340')
    }
  })

  it('splits several values at ; and nowhere else', () => {
    expect(splitValues(' a; b,c ;; d ')).toEqual(['a', 'b,c', 'd'])
    expect(splitValues(';')).toEqual([])
  })

  it('can read every value that a table declares for a choice', () => {
    const choices = tableNames.flatMap(table => Object.values(columnsOf(table, ['context']))).filter(column => column.kind === 'choice')
    expect(choices.length).toBeGreaterThan(5)
    for (const column of choices) for (const value of column.values ?? []) expect(reads(column, value.toUpperCase())).toBe(value)
  })
})
