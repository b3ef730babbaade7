import fc from 'fast-check'
import { Marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/table/cell.js'
import { decodeHtml } from '../../src/table/decodeHtml.js'
import { Table } from '../../src/table/index.js'
import { safeStudy } from './fakeGuard.js'
import { anyTable, cellsOf } from './tableFormats.js'
import { oneLineEnd } from './trickyText.js'

const render = (markdown: string) => new Marked({ async: false }).parse(markdown) as string

describe('toMarkdown', () => {
  it('writes title, rows and basis, numbers to the right', () => {
    const table = new Table({
      title: 'Codes',
      columns: ['code', 'n'],
      rows: [{ code: 'a|b', n: 3 }],
      basis: '4 interviews',
      of: safeStudy(),
    })
    expect(table.toMarkdown()).toBe('**Codes**\n\n| code | n |\n| --- | ---: |\n| a\\|b | 3 |\n\nBasis (pseudonymised): 4 interviews\n')
  })

  it('says so when there are no rows', () => {
    const html = render(new Table({ title: '', columns: ['a'], rows: [], basis: '', of: {} }).toMarkdown())
    expect(html).toMatch(/<table>[\s\S]*<th>a<\/th>[\s\S]*<\/table>\s*<p><em>no rows<\/em>/u)
    expect(new Table({ title: '', columns: [], rows: [], basis: '', of: {} }).toMarkdown()).toMatch(/no rows/u)
  })

  it('is shown by marked with exactly the cells, and nothing else in them', () => {
    fc.assert(
      fc.property(anyTable, table => {
        const html = render(table.toMarkdown())
        const shown = [...html.matchAll(/<t[hd](?: align="right")?>([\s\S]*?)<\/t[hd]>/gu)].map(match => match[1]!)
        expect(shown.map(cell => decodeHtml(cell)[0])).toEqual(cellsOf(table).flatMap(row => row.map(cell => oneLineEnd(cellText(cell)))))
        expect(shown.join('').replaceAll('<br>', '')).not.toMatch(/</u)
        if (oneLineEnd(table.title) !== '')
          expect(decodeHtml(/^<p><strong>([\s\S]*?)<\/strong>/u.exec(html)?.[1] ?? 'none')[0]).toBe(oneLineEnd(table.title))
      }),
      { numRuns: 500 },
    )
  })
})
