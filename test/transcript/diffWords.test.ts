import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffWords } from '../../src/transcript/diffWords.js'
import { matchWords } from '../../src/transcript/matchWords.js'

const words = (most: number, maxLength: number) => fc.array(fc.nat(most), { maxLength }).map(all => Int32Array.from(all))

/** The most elements two sequences share in order, by the table of all prefixes. */
function longestCommon(a: Int32Array, b: Int32Array): number {
  const row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    let diagonal = 0
    b.forEach((other, j) => {
      const above = row[j + 1]!
      row[j + 1] = one === other ? diagonal + 1 : Math.max(above, row[j]!)
      diagonal = above
    })
  }
  return row[b.length]!
}

function matched(work: (match: (i: number, j: number) => void) => void): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = []
  work((i, j) => pairs.push([i, j]))
  return pairs.sort(([i], [j]) => i - j)
}

function expectInOrder(pairs: readonly (readonly [number, number])[], a: Int32Array, b: Int32Array): void {
  pairs.forEach(([i, j], nth) => {
    expect(a[i]).toBe(b[j])
    if (nth > 0) expect([i > pairs[nth - 1]![0], j > pairs[nth - 1]![1]]).toEqual([true, true])
  })
}

const whole = (a: Int32Array, b: Int32Array) => ({ a0: 0, a1: a.length, b0: 0, b1: b.length })

it('leaves as few words over as can be', () => {
  fc.assert(
    fc.property(words(3, 30), words(3, 30), (a, b) => {
      const pairs = matched(match => diffWords(a, b, whole(a, b), 100, match))
      expectInOrder(pairs, a, b)
      expect(pairs.length).toBe(longestCommon(a, b))
    }),
    { numRuns: 2000 },
  )
})

it('does not give up before as much is left over as was allowed', () => {
  fc.assert(
    fc.property(words(3, 20), words(3, 20), fc.nat(40), (a, b, most) => {
      const over = a.length + b.length - 2 * longestCommon(a, b)
      const pairs: [number, number][] = []
      const done = diffWords(a, b, whole(a, b), most, (i, j) => pairs.push([i, j]))
      if (over < most) expect(done).toBe(true)
      expectInOrder(
        pairs.sort(([i], [j]) => i - j),
        a,
        b,
      )
    }),
    { numRuns: 1000 },
  )
})

it('matches the same words only, in order, also in long texts', () => {
  fc.assert(
    fc.property(words(400, 900), words(400, 900), fc.nat(300), (a, b, shared) => {
      const [x, y] = [Int32Array.from([...b, ...a, ...b.slice(0, shared)]), Int32Array.from([...a, ...b])]
      const pairs = matched(match => matchWords(x, y, match))
      expectInOrder(pairs, x, y)
      expect(pairs.length).toBeGreaterThanOrEqual(Math.min(a.length, 3))
    }),
    { numRuns: 60 },
  )
})
