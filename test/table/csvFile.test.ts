import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { type CsvFile, type Delimiter, formatRecord, joinCsv, parseCsv } from '../../src/table/csvFile.js'

const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t')
const eol = fc.constantFrom('\n', '\r\n', '\r')
// Letters that matter to a CSV reader come up often.
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r', ' ', '=', '…', '0'), maxLength: 8 })
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
// What a person may have made of a file: cells quoted or not, line ends mixed, no line end at the end.
const line = fc.string({ unit: fc.constantFrom('a', 'b', '"a"', '"x""y"', '"1\n2"', ',', ';', '\t', ' '), maxLength: 6 })
const loose = fc.tuple(fc.array(fc.tuple(line, eol), { maxLength: 8 }), line).map(([lines, last]) => lines.flat().join('') + last)

const all = (file: CsvFile) => [file.header, ...file.records]
const isFull = (cells: readonly string[]) => cells.some(one => one.trim() !== '')

test('the parts of a file put together are the file', () => {
  fc.assert(
    fc.property(loose, delimiter, fc.boolean(), (text, by, bom) => {
      const whole = (bom ? '\uFEFF' : '') + text
      const file = parseCsv(whole, by)
      if (file !== null) expect(joinCsv(file, all(file))).toBe(whole)
    }),
    { numRuns: 2000 },
  )
})

test('cells are what papaparse reads', () => {
  fc.assert(
    fc.property(rows, delimiter, eol, fc.boolean(), (table, by, newline, quotes) => {
      const text = Papa.unparse(table, { delimiter: by, newline, quotes })
      const file = parseCsv(text, by)
      const theirs = Papa.parse<string[]>(text, { delimiter: by, newline: newline as '\n' }).data
      expect((file === null ? [] : all(file)).map(one => one.cells).filter(isFull)).toEqual(theirs.filter(isFull))
      expect(file?.flaws ?? []).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('what is written is read again, in every style', () => {
  fc.assert(
    fc.property(rows, delimiter, eol, fc.boolean(), (table, by, newline, quoteAll) => {
      const text = table.map(cells => formatRecord(cells, { delimiter: by, eol: newline, quoteAll })).join('')
      expect(all(parseCsv(text, by)!).map(one => one.cells)).toEqual(table)
    }),
    { numRuns: 2000 },
  )
})

test('rows count as in a spreadsheet: empty lines are rows, line breaks in a cell are not', () => {
  const file = parseCsv('id,name\n\n1,"a\nb"\r\n,\r2,c', ',')!
  expect(all(file).map(one => one.row)).toEqual([1, 3, 5])
  expect(file.records.map(one => one.lead)).toEqual(['\n', ',\r'])
})

test.each([
  ['a,b\n1,"open\n2,3\n', 2, 'never closed'],
  ['a,b\n1,2\n"x"y,3\n', 3, 'middle of a cell'],
])('a misplaced quotation mark is told by its row', (text, row, what) => {
  expect(parseCsv(text, ',')!.flaws).toEqual([expect.objectContaining({ row, what: expect.stringContaining(what) })])
})

test('a record without a line end gets one when another comes behind it', () => {
  const file = parseCsv('a,b\r\n1,2', ',')!
  const added = { lead: '', raw: formatRecord(['3', '4'], file) }
  expect(joinCsv(file, [...all(file), added])).toBe('a,b\r\n1,2\r\n3,4\r\n')
})

test('a file of empty lines holds no record', () => {
  expect(parseCsv('\uFEFF\n  \r\n,,\n', ',')).toBeNull()
})

test('a line that tells the delimiter is read over, counted and kept', () => {
  for (const above of ['sep=;\r\n', '\uFEFFSEP=;\n', '"sep=;"\n', 'sep=;\n\n']) {
    const text = `${above}id;name\n1;a\n`
    const file = parseCsv(text, ';')!
    expect(file.header.cells).toEqual(['id', 'name'])
    expect(file.records[0]!.row).toBe(above.endsWith('\n\n') ? 4 : 3)
    expect(joinCsv(file, all(file))).toBe(text)
  }
})
