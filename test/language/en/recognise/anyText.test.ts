import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '../../../../src/language/en/index.js'

const words = fc.constantFrom(
  'Will',
  'grace',
  'Mrs',
  'Okonjo',
  'van',
  'der',
  "O'Connor",
  'St',
  'Hospital',
  'of',
  'the',
  'Ward',
  '4',
  'in',
  '2019',
  'twenty',
  'nineteen',
  'may',
  'May',
  'at',
  'dot',
  'com',
  '@',
  '‹',
  '›',
  '.',
  ',',
  ':',
  '\n',
  '(',
  ')',
  '-',
  "'s",
  '+44',
  '07700',
  '900123',
  'GB82',
  'manager',
  'called',
  'project',
  'Street',
  '14',
  '\u00ad',
  '😀',
  'é',
  'İ',
  'ß',
  'double',
  'oh',
  'seven',
  '1/2/20',
  'i',
  'was',
  'a',
)
const spoken = fc.array(fc.tuple(words, fc.constantFrom(' ', '', ' ', '  ', '\n')), { maxLength: 40 }).map(all => all.flat().join(''))
const any = fc.oneof(spoken, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))

describe('of any text', () => {
  test('marks stand in order, inside the text, apart, and hold what they say', () => {
    fc.assert(
      fc.property(any, text => {
        let last = 0
        for (const mark of en.recognise(text)) {
          expect(mark.start).toBeGreaterThanOrEqual(last)
          expect(mark.end).toBeGreaterThan(mark.start)
          expect(mark.end).toBeLessThanOrEqual(text.length)
          expect(mark.text).toBe(text.slice(mark.start, mark.end))
          last = mark.end
        }
      }),
      { numRuns: 600 },
    )
  })

  test('nothing is marked inside what was replaced before', () => {
    fc.assert(
      fc.property(spoken, spoken, spoken, (before, inside, after) => {
        const clean = (text: string) => text.replace(/[‹›]/gu, '')
        const text = `${clean(before)} ‹${clean(inside)}› ${clean(after)}`
        const [from, to] = [text.indexOf('‹'), text.indexOf('›') + 1]
        for (const mark of en.recognise(text)) expect(mark.end <= from || mark.start >= to).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('the same text gives the same marks', () => {
    fc.assert(
      fc.property(spoken, text => {
        expect(en.recognise(text)).toEqual(en.recognise(text))
      }),
      { numRuns: 50 },
    )
  })
})
