import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from '../../src/table/wrapText.js'

describe('wrapText', () => {
  it('wraps at spaces and keeps line ends', () => {
    expect(wrapText('the norm made it urgent', 10)).toEqual(['the norm', 'made it', 'urgent'])
    expect(wrapText('a\n\nb', 10)).toEqual(['a', '', 'b'])
  })

  it('cuts a word that is too long, never within a character', () => {
    expect(wrapText('😀😀😀', 2)).toEqual(['😀😀', '😀'])
  })

  it('keeps every word and every limit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), fc.integer({ min: 1, max: 30 }), (words, width) => {
        const text = words.join(' ')
        const lines = wrapText(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width)
      }),
    )
  })
})
