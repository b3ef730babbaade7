import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from '../../src/files/jsonFault.js'

test('sound JSON has no fault, whatever it holds', () => {
  fc.assert(fc.property(fc.json(), text => jsonFault(text) === null))
})

test.each([
  ['{\n  "a": oops\n}', 2],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{"a": [1, 2}', 1],
  ['{\n"a": 1,\n}', 3],
  ['[1,\n2,,3]', 2],
  ['{"a" 1}', 1],
  ['{"a": "open\n}', 1],
  ['{"a": 1}\n\nx', 3],
  ['{\n"a": 1\n', 2],
  ['', 1],
  ['{1: 2}', 1],
  ['"a": 1', 1],
])('%j breaks on line %i', (text, line) => {
  expect(jsonFault(text)).toBe(line)
})

test('a fault is found where one sign too many was put, never before it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (text, n) => {
      const at = n % (text.length + 1)
      const spoiled = `${text.slice(0, at)}\n\u0001${text.slice(at)}`
      const line = jsonFault(spoiled)
      expect(line).not.toBeNull()
      expect(line!).toBeLessThanOrEqual(2)
    }),
  )
})
