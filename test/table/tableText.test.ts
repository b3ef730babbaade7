import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Table } from '../../src/table/index.js'
import { textWidth } from '../../src/table/wrapText.js'
import { safeStudy } from './fakeGuard.js'

const text = (columns: readonly string[], rows: readonly Record<string, string | number | null>[]) =>
  new Table({ title: 'Codes', columns, rows, basis: '4 interviews', of: safeStudy() }).toText()

describe('toText', () => {
  it('aligns columns, numbers to the right', () => {
    const rows = [
      { code: 'trust', n: 3 },
      { code: '😀é', n: 12 },
    ]
    expect(text(['code', 'n'], rows)).toBe('Codes\n\ncode    n\n-----  --\ntrust   3\n😀é     12\n\nBasis (pseudonymised): 4 interviews')
  })

  it('wraps long cells, keeps short columns whole and parts rows of several lines', () => {
    const lines = text(
      ['code', 'quote', 'n'],
      Array(2).fill({ code: 'regional consultation', quote: 'word '.repeat(60).trim(), n: 3 }),
    ).split('\n')
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(120)
    expect(lines.filter(line => line.startsWith('regional consultation'))).toHaveLength(2)
    expect(lines.filter(line => line === '')).toHaveLength(3)
  })

  it('keeps any table of text within its width', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 300 }), { minLength: 1, maxLength: 9 }), cells => {
        const row = Object.fromEntries(cells.map((cell, i) => [`c${i}`, cell]))
        const lines = text(Object.keys(row), [row]).split('\n')
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(120)
      }),
    )
  })

  it('does not let a cell command the terminal', () => {
    const out = text(['a'], [{ a: '\u001B[31mred\u0007\u009B\tx\r\ny' }])
    expect(out).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F]/u)
    expect(out).toContain('␛[31mred␇\uFFFD x\ny')
  })

  it('says so when there are no rows', () => {
    expect(text(['code', 'n'], [])).toBe('Codes\n\ncode  n\n----  -\n\nno rows\n\nBasis (pseudonymised): 4 interviews')
    expect(text([], [])).toBe('Codes\n\nno rows\n\nBasis (pseudonymised): 4 interviews')
  })
})
