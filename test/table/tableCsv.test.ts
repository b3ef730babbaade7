import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/table/cell.js'
import { escapeFormula } from '../../src/table/escapeFormula.js'
import { Table } from '../../src/table/index.js'
import { anyTable, cellsOf } from './tableFormats.js'

const table = (rows: readonly Record<string, string | number | null>[], columns: readonly string[]) =>
  new Table({ title: 't', columns, rows, basis: 'b', of: {} })

describe('toCsv', () => {
  it('writes the columns in their order, with the line ends of RFC 4180', () => {
    expect(table([{ a: 'x, "y"', b: 1 }], ['b', 'a']).toCsv()).toBe('b,a\r\n1,"x, ""y"""')
  })

  it('disarms text but not a negative number', () => {
    expect(table([{ a: -5, b: '-5' }], ['a', 'b']).toCsv()).toBe("a,b\r\n-5,'-5")
    expect(table([{ a: Number.NEGATIVE_INFINITY }], ['a']).toCsv()).toBe("a\r\n'-Infinity")
    expect(table([], ['=a']).toCsv()).toBe("'=a")
  })

  it('takes a delimiter and a byte order mark', () => {
    expect(table([{ a: 'x;y', b: null }], ['a', 'b']).toCsv({ delimiter: ';', bom: true })).toBe('\uFEFFa;b\r\n"x;y";')
  })

  it('quotes space and byte order marks at an end, which a reader may take off', () => {
    expect(table([{ a: ' x', b: 'x\u00A0' }], ['\uFEFFa', 'b', 'a']).toCsv()).toBe('"\uFEFFa",b,a\r\n,"x\u00A0"," x"')
  })

  it('leaves no blank line', () => {
    expect(table([{ a: null }, { a: 1 }], ['a']).toCsv()).toBe('a\r\n""\r\n1')
  })

  it('reads back in papaparse as the same cells', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(',' as const, ';' as const, '\t' as const), fc.boolean(), (table, delimiter, bom) => {
        const expected = cellsOf(table).map(row => row.map(cell => (typeof cell === 'string' ? escapeFormula(cell) : cellText(cell))))
        expect(Papa.parse(table.toCsv({ delimiter, bom }), { delimiter }).data).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })
})
