import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownColumns } from '../../../src/language/recognise/columns.js'
import { hashFilter } from '../../../src/language/recognise/hashFilter.js'

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })

it('never says of one of the hashes that it is none', () => {
  fc.assert(
    fc.property(fc.array(hash), hashes => {
      const maybe = hashFilter(hashes, hashes.length, ownColumns)
      expect(hashes.every(maybe)).toBe(true)
    }),
  )
})

it('says of most others that they are none', () => {
  const spread = (i: number) => Math.imul(i + 1, 0x9e3779b1)
  const hashes = Array.from({ length: 300 }, (_, i) => spread(i))
  const maybe = hashFilter(hashes, hashes.length, ownColumns)
  const others = Array.from({ length: 10_000 }, (_, i) => spread(i + 1000))
  expect(others.filter(maybe).length).toBeLessThan(2_500)
})
