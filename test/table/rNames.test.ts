import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRName, rNames } from '../../src/table/index.js'

describe('names that R reads', () => {
  it('are made of what was written, and differ where that is the same', () => {
    expect(rNames(['new rules', 'New rules', 'new-rules!', '數', 'TRUE'], ['true_'])).toEqual([
      ...['new_rules', 'New_rules_2', 'new_rules_3', 'column', 'TRUE__2'],
    ])
  })

  it('are names of R, each once whatever its capitals, and none that is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'A', 'a_2', 'if', 'F'))), names => {
        const made = rNames(names, ['case'])
        expect(made).toHaveLength(names.length)
        expect(new Set([...made, 'case'].map(one => one.toLowerCase())).size).toBe(names.length + 1)
        for (const one of made) expect(isRName(one), one).toBe(true)
      }),
    )
  })
})
