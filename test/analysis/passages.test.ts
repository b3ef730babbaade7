import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passagesIn } from '../../src/analysis/index.js'
import { coding, transcript } from './makeStudy.js'

const on = transcript('t', [['1', 'x'.repeat(60)]])
const at = (start: number, end: number, code = 'a', id = on.id) => ({ ...coding(on, 'x', code), start, end, transcript: id })

test('overlapping codings of one code are one passage; touching ones, other codes and other transcripts are not', () => {
  expect(passagesIn([at(3, 9), at(5, 12), at(11, 13)])).toBe(1)
  expect(passagesIn([at(3, 9), at(9, 12)])).toBe(2)
  expect(passagesIn([at(3, 9), at(3, 9, 'b')])).toBe(2)
  expect(passagesIn([at(3, 9), at(3, 9, 'a', 'other')])).toBe(2)
  expect(passagesIn([])).toBe(0)
})

test('counts as many as the stretches of characters that are covered', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })).map(([start, length]) => [start, start + length] as const)
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), spans => {
      // Between characters i and i + 1 the cover goes on only when one span holds both.
      const covered = Array.from({ length: 60 }, (_, i) => spans.some(([start, end]) => start <= i && i < end))
      const goesOn = Array.from({ length: 60 }, (_, i) => spans.some(([start, end]) => start <= i && i + 1 < end))
      const stretches = covered.filter((is, i) => is && !(i > 0 && goesOn[i - 1])).length
      expect(passagesIn(spans.map(([start, end]) => at(start, end)))).toBe(stretches)
    }),
  )
})
