import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StudyError } from '../../src/study/error.js'
import type { Guard } from '../../src/study/guard.js'
import { type Cell, jupyterDisplay, nodeInspect, Table } from '../../src/table/index.js'
import { fakeGuard, safeStudy } from './fakeGuard.js'

const name = 'Zwaardvis'

const formats: Readonly<Record<string, (table: Table) => unknown>> = {
  toCsv: table => table.toCsv(),
  'toCsv ;': table => table.toCsv({ delimiter: ';', bom: true }),
  toMarkdown: table => table.toMarkdown(),
  toHtml: table => table.toHtml(),
  toText: table => table.toText(),
  toElement: table => table.toElement(Object.assign(Object.create(null), { createElement: () => ({ innerHTML: '' }) })),
  toJSON: table => JSON.stringify(table),
  jupyter: table => table[jupyterDisplay](),
  inspect: table => table[nodeInspect](),
}

const places = ['title', 'basis', 'column', 'cell'] as const

function plant(place: (typeof places)[number], text: string, guard: Guard): Table {
  const put = (here: string, otherwise: string) => (here === place ? text : otherwise)
  const column = put('column', 'quote')
  const rows = [
    { n: 1, [column]: 'fine' },
    { n: 2, [column]: put('cell', 'fine') },
  ]
  return new Table<Record<string, Cell>>({
    title: put('title', 'T'),
    columns: ['n', column],
    rows,
    basis: put('basis', 'B'),
    of: safeStudy(guard),
  })
}

describe.each(Object.keys(formats))('the gate before %s', format => {
  const render = formats[format]!

  it.each(places)('refuses a name in the %s, and does not repeat it', place => {
    expect(() => render(plant(place, 'fine', fakeGuard(name)))).not.toThrow()
    const attempt = () => render(plant(place, `mevrouw ${name}.`, fakeGuard(name)))
    expect(attempt).toThrow(StudyError)
    expect(attempt).not.toThrow(new RegExp(name, 'u'))
  })

  it('refuses a name between any marks', () => {
    const around = fc.string({ unit: 'grapheme-ascii' })
    fc.assert(
      fc.property(fc.constantFrom(...places), around, around, (place, before, after) => {
        expect(() => render(plant(place, before + name + after, fakeGuard(name)))).toThrow(StudyError)
      }),
    )
  })

  it.each(places)('looks again at the finished output: %s', place => {
    const attempt = () => render(plant(place, `a & ${name}`, fakeGuard(`& ${name}`, 'parts')))
    // JSON is made by the caller's JSON.stringify: its parts are all there is to look at. A CSV holds no title and no basis.
    const absent = format === 'toJSON' || (format.startsWith('toCsv') && (place === 'title' || place === 'basis'))
    if (absent) expect(attempt).not.toThrow()
    else expect(attempt).toThrow(StudyError)
  })
})

describe('the gate', () => {
  it('is told places as a person counts them, and each part before it is escaped', () => {
    const guard = fakeGuard(name)
    new Table({ title: 'T', columns: ['code', 'quote'], rows: [{ code: 'a', quote: 'x & y' }], basis: 'B', of: safeStudy(guard) }).toHtml()
    const parts = guard.seen.filter(leaf => leaf.look === 'parts')
    expect(parts).toContainEqual({ text: 'x & y', where: 'table, row 1, column quote', look: 'parts' })
    expect(parts).toContainEqual({ text: 'T', where: 'table, title', look: 'parts' })
    expect(parts).toContainEqual({ text: 'B', where: 'table, basis', ours: true, look: 'parts' })
    expect(parts).toContainEqual({ text: 'quote', where: 'table, name of column 2', look: 'parts' })
    expect(guard.seen.filter(leaf => leaf.look === 'finished')).toContainEqual({
      text: expect.stringContaining('x & y'),
      where: 'table, finished HTML',
      look: 'finished',
    })
  })

  it('numbers a column whose name may not go out', () => {
    const rows = [{ code: 'a', [name]: name }]
    const table = new Table<Record<string, string>>({
      title: 'T',
      columns: ['code', name],
      rows,
      basis: 'B',
      of: safeStudy(fakeGuard(name)),
    })
    expect(() => table.toCsv()).toThrow(/table, name of column 2[\s\S]*table, row 1, column 2/u)
    expect(() => table.toCsv()).not.toThrow(new RegExp(name, 'u'))
  })

  it('looks at what is printed, even when a row answers differently each time', () => {
    let asked = 0
    const row = {
      get quote() {
        asked += 1
        return asked > 1 ? name : 'fine'
      },
    }
    const csv = new Table({ title: 'T', columns: ['quote'], rows: [row], basis: 'B', of: safeStudy(fakeGuard(name)) }).toCsv()
    expect(csv).toBe('quote\r\nfine')
  })
})
