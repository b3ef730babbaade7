import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame } from '../../src/study/same.js'

describe('isSame', () => {
  it('holds of a value and its copy', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(isSame(value, structuredClone(value))).toBe(true)
      }),
    )
  })

  it.each([
    [null, undefined],
    [0, ''],
    ['1', 1],
    [[], {}],
    [[], null],
    [['a'], ['a', 'a']],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [{ a: [{ start: 1 }] }, { a: [{ start: 2 }] }],
  ])('tells %j from %j, both ways', (a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([false, false])
  })

  it('does not mind the order of fields', () => {
    expect(isSame({ a: 1, b: [null] }, { b: [null], a: 1 })).toBe(true)
  })
})
