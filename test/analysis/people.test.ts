import fc from 'fast-check'
import { expect, test } from 'vitest'
import { peopleIn, peopleText } from '../../src/analysis/index.js'

const say = (...speakers: string[]) => ({ speakers })

test('counts known speakers, and a range where it is not known who of a group spoke', () => {
  expect(peopleIn([say('10'), say('10'), say('11')])).toEqual({ low: 2, high: 2 })
  expect(peopleIn([say('10'), say('13a', '13b')])).toEqual({ low: 2, high: 3 })
  // One of the pair is known, so the passage of the pair may be hers.
  expect(peopleIn([say('13a'), say('13a', '13b')])).toEqual({ low: 1, high: 2 })
  expect(peopleIn([])).toEqual({ low: 0, high: 0 })
})

test('prints one number, or a range', () => {
  expect(peopleText({ low: 3, high: 3 })).toBe('3')
  expect(peopleText({ low: 3, high: 4 })).toBe('3-4')
})

const anySpeakers = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { minLength: 1, maxLength: 3 })

/** The fewest people who could have said all of it, by trying every set of people. */
function fewestByTrying(said: readonly (readonly string[])[]): number {
  const people = ['1', '2', '3', '4', '5']
  const sets = Array.from({ length: 32 }, (_, bits) => people.filter((_, i) => bits & (1 << i)))
  return Math.min(...sets.filter(set => said.every(speakers => speakers.some(one => set.includes(one)))).map(set => set.length))
}

test('never says more than must have spoken, nor fewer than could', () => {
  fc.assert(
    fc.property(fc.array(anySpeakers, { maxLength: 8 }), said => {
      const { low, high } = peopleIn(said.map(speakers => say(...speakers)))
      expect(low).toBeLessThanOrEqual(fewestByTrying(said))
      expect(high).toBe(new Set(said.flat()).size)
      expect(low).toBeLessThanOrEqual(high)
    }),
  )
})

test('hearing more lowers neither end', () => {
  fc.assert(
    fc.property(fc.array(anySpeakers, { maxLength: 8 }), anySpeakers, (said, more) => {
      const before = peopleIn(said.map(speakers => say(...speakers)))
      const after = peopleIn([...said, more].map(speakers => say(...speakers)))
      expect(after.low).toBeGreaterThanOrEqual(before.low)
      expect(after.high).toBeGreaterThanOrEqual(before.high)
    }),
  )
})
