import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passingColumns } from '../../../src/language/recognise/columns.js'

const kinds = ['int32', 'uint16', 'uint8'] as const
const asked = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat({ max: 3000 })), { minLength: 1, maxLength: 30 })

it('gives columns of nought that share nothing, whatever the text before wrote in them', () => {
  fc.assert(
    fc.property(asked, asked, (before, now) => {
      const earlier = passingColumns()
      for (const [kind, length] of before) earlier[kind](length).fill(255)
      const columns = passingColumns()
      const all = now.map(([kind, length]) => columns[kind](length))
      for (const [i, column] of all.entries()) {
        expect(column).toHaveLength(now[i]![1])
        expect(column.every(value => value === 0)).toBe(true)
      }
      all.forEach((column, i) => {
        column.fill(i + 1)
      })
      expect(all.every((column, i) => column.every(value => value === i + 1))).toBe(true)
    }),
  )
})
