import { describe, expect, it } from 'vitest'
import { decodeCsv } from '../../src/table/decodeCsv.js'

describe('decodeCsv', () => {
  it('reads every cell, the header first', () => {
    expect(decodeCsv('\uFEFFa,b\r\n"x, ""y""","p\nq"')).toEqual(['a', 'b', 'x, "y"', 'p\nq'])
    expect(decodeCsv('a;b,c', ';')).toEqual(['a', 'b,c'])
    expect(decodeCsv('a\tb', '\t')).toEqual(['a', 'b'])
  })
})
