import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../src/study/model.js'
import { turnAt, turnsOf } from '../../src/transcript/index.js'

const turn = (start: number, end: number): Turn => ({ start, end, speaker: null, respondents: [], asks: false, at: null })

describe('turnAt and turnsOf', () => {
  const turns = [turn(3, 8), turn(10, 10), turn(12, 20)]
  it.each([
    [2, null],
    [3, 3],
    [7, 3],
    [8, null],
    [10, null],
    [12, 12],
    [20, null],
  ])('at %i', (offset, start) => {
    expect(turnAt(turns, offset)?.start ?? null).toBe(start)
  })
  it('leaves out turns that only touch the span, and turns without words', () => {
    expect(turnsOf({ start: 8, end: 12 }, turns)).toEqual([])
    expect(turnsOf({ start: 7, end: 13 }, turns).map(each => each.start)).toEqual([3, 12])
  })
  it('agrees with looking at every turn', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 12 }), fc.nat(60), fc.nat(10), (steps, start, length) => {
        let at = 0
        const turns = steps.map(([gap, size]) => {
          const begin = at + gap
          at = begin + size
          return turn(begin, at)
        })
        const span = { start, end: start + length }
        expect(turnsOf(span, turns)).toEqual(turns.filter(each => each.end > each.start && each.start < span.end && each.end > span.start))
        expect(turnAt(turns, start)).toEqual(turns.find(each => each.start <= start && start < each.end) ?? null)
      }),
    )
  })
})
