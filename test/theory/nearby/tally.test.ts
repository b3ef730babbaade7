import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combiner } from '../../../src/theory/nearby/combiner.js'
import { newTally } from '../../../src/theory/nearby/tally.js'

describe('newTally', () => {
  it('counts as a map of sets does, also when it grows', () => {
    const key = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
    fc.assert(
      fc.property(fc.array(fc.array(key, { maxLength: 3000, size: 'max' }), { maxLength: 4, size: 'max' }), stamps => {
        const tally = newTally()
        const counts = new Map<number, number>()
        for (const [i, keys] of stamps.entries()) {
          for (const one of keys) tally.add(one, i + 1)
          for (const one of new Set(keys)) counts.set(one, (counts.get(one) ?? 0) + 1)
        }
        expect(tally.size()).toBe(counts.size)
        expect([...tally.keys()].map(one => [one, tally.get(one)] as const).sort()).toEqual([...counts].sort())
        expect(tally.get(3001)).toBe(counts.get(3001) ?? 0)
      }),
      { numRuns: 25 },
    )
  })
})

describe('combiner', () => {
  it('stops where there are more combinations than can be gone through, and says what to ask for', () => {
    const things = [0, 1].flatMap(role => Array.from({ length: 10 }, (_, code) => ({ role, code })))
    const among = (limit: number) => {
      let taken = 0
      combiner({ roles: ['context', 'mechanism'], base: 11, parts: [] }, { least: 2, most: 2 }, () => taken++, {
        apart: false,
        limit,
      }).among(things)
      return taken
    }
    expect(among(100)).toBe(100)
    expect(() => among(99)).toThrow(/more combinations than can be gone through[\s\S]*Ask for less/u)
  })
})
