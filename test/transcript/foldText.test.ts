import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/transcript/foldText.js'

describe('foldText', () => {
  it.each([
    ['a \n\t b', 'a b'],
    ['„a” «b» ‘c’', "'a' 'b' 'c'"],
    ['a – b—c--d', 'a - b-c-d'],
    ['a.... b… c.. d', 'a… b… c.. d'],
    ['e\u0301e\u0308', 'éë'],
    ['a\u00adb\u200bc', 'abc'],
    ['ﬁets', 'fiets'],
    ['𝒳 a', '𝒳 a'],
  ])('%j', (text, folded) => {
    expect(foldText(text, 'keep').text).toBe(folded)
  })
  it('knows three ways with a hyphen at a line end', () => {
    const text = 'samen-\n  werking -\nX-\nY'
    expect(foldText(text, 'join').text).toBe('samenwerking - X- Y')
    expect(foldText(text, 'hyphen').text).toBe('samen-werking - X- Y')
    expect(foldText(text, 'keep').text).toBe('samen- werking - X- Y')
  })
  it('lets a run of signs end where its last one ends', () => {
    expect([...foldText('a--b').ends]).toEqual([1, 3, 4])
  })
  it('maps every unit back: monotone, inside the text, covering what it stands for', () => {
    const sign = fc.oneof(
      fc.constantFrom(' ', '\n', '-', '–', '.', '…', 'ﬃ', '\u0301', '\u00ad', '“', 'a', 'B', '𝒳'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(sign), fc.constantFrom('join' as const, 'hyphen' as const, 'keep' as const), (signs, lineHyphen) => {
        const text = signs.join('')
        const folded = foldText(text, lineHyphen)
        expect([folded.starts.length, folded.ends.length]).toEqual([folded.text.length, folded.text.length])
        for (let i = 0; i < folded.text.length; i++) {
          expect(folded.ends[i]!).toBeGreaterThan(folded.starts[i]!)
          expect(folded.ends[i]!).toBeLessThanOrEqual(text.length)
          if (i === 0) continue
          expect(folded.starts[i]!).toBeGreaterThanOrEqual(folded.starts[i - 1]!)
          expect(folded.ends[i]!).toBeGreaterThanOrEqual(folded.ends[i - 1]!)
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const once = foldText(text, 'keep').text
        expect(foldText(once, 'keep').text).toBe(once)
      }),
    )
  })
})
