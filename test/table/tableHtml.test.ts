import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/table/cell.js'
import { decodeHtml } from '../../src/table/decodeHtml.js'
import { Table } from '../../src/table/index.js'
import { fakeGuard, safeStudy } from './fakeGuard.js'
import { anyTable, cellsOf } from './tableFormats.js'
import { oneLineEnd } from './trickyText.js'

describe('toHtml', () => {
  it('writes caption, header, rows and basis', () => {
    const table = new Table({
      title: 'A & B',
      columns: ['code', 'n'],
      rows: [{ code: '<i>', n: 3 }],
      basis: '4 interviews',
      of: safeStudy(),
    })
    expect(table.toHtml()).toBe(
      [
        '<div class="retroduct-table">\n<table>\n<caption>A &amp; B</caption>',
        '<thead><tr><th scope="col">code</th><th scope="col" class="number">n</th></tr></thead>',
        '<tbody>\n<tr><td>&lt;i&gt;</td><td class="number">3</td></tr>\n</tbody>',
        '</table>\n<p class="basis">Basis (pseudonymised): 4 interviews</p>\n</div>',
      ].join('\n'),
    )
  })

  it('does not take its own attributes for a person, nor a person for its own attributes', () => {
    const of = safeStudy(fakeGuard('number', 'parts'))
    expect(new Table({ title: '', columns: ['n'], rows: [{ n: 3 }], basis: '', of }).toHtml()).toContain('class="number"')
    const named = new Table({ title: '', columns: ['a'], rows: [{ a: ' class="number"' }], basis: '', of })
    expect(() => named.toHtml()).toThrow(/registered name/u)
  })

  it('says so when there are no rows', () => {
    const html = new Table({ title: '', columns: ['a', 'b'], rows: [], basis: '', of: {} }).toHtml()
    expect(html).toContain('<tr><td class="none" colspan="2">no rows</td></tr>')
    expect(new Table({ title: '', columns: [], rows: [], basis: '', of: {} }).toHtml()).toContain('<td class="none">no rows</td>')
  })

  it('shows exactly the cells, and nothing else in them', () => {
    fc.assert(
      fc.property(anyTable, table => {
        const shown = [...table.toHtml().matchAll(/<t[hd](?: scope="col")?(?: class="number")?>([\s\S]*?)<\/t[hd]>/gu)].map(
          match => match[1]!,
        )
        expect(shown.map(cell => decodeHtml(cell)[0])).toEqual(
          [...cellsOf(table)].flatMap(row => row.map(cell => oneLineEnd(cellText(cell)))),
        )
        expect(shown.join('').replaceAll('<br>', '')).not.toMatch(/</u)
      }),
      { numRuns: 500 },
    )
  })
})
