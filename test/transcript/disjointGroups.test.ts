import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disjointGroups } from '../../src/transcript/disjointGroups.js'

const shares = (a: readonly string[], b: readonly string[]) => a.some(member => b.includes(member))

/** The most groups that share nobody, by trying every subset. */
function mostByTrying(groups: readonly (readonly string[])[]): number {
  let most = 0
  for (let subset = 0; subset < 1 << groups.length; subset++) {
    const chosen = groups.filter((_, i) => subset & (1 << i))
    if (chosen.every((one, i) => chosen.every((other, j) => i === j || !shares(one, other)))) most = Math.max(most, chosen.length)
  }
  return most
}

const anyGroup = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { minLength: 1, maxLength: 4 })

test('finds as many groups as trying every subset does', () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 9 }), groups => {
      const found = disjointGroups(groups)
      expect(found.every((one, i) => found.every((other, j) => i === j || !shares(one, other)))).toBe(true)
      expect(found).toHaveLength(mostByTrying(groups))
    }),
  )
})

test('does not let a first small group stand in the way of two others', () => {
  expect(
    disjointGroups([
      ['1', '3'],
      ['1', '2'],
      ['3', '4'],
    ]),
  ).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
})

test('gives the same groups in whatever order', () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 9 }), groups => {
      expect(disjointGroups([...groups].reverse().map(group => [...group].reverse()))).toEqual(disjointGroups(groups))
    }),
  )
})

test('still gives groups apart when there are very many', () => {
  const many = Array.from({ length: 40 }, (_, i) => [`a${i}`, `a${(i + 1) % 40}`])
  const found = disjointGroups(many)
  expect(found.length).toBeGreaterThanOrEqual(13)
  expect(new Set(found.flat()).size).toBe(found.length * 2)
})
