import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { StudyError } from '../../src/study/index.js'

describe('of fewer than five asked', () => {
  test('says the number itself', () => {
    expect(en.countWords(3, 4)).toBe('three of the four')
    expect(nl.countWords(3, 4)).toBe('drie van de vier')
    expect(en.countWords(4, 4)).toBe('four of the four')
    expect(nl.countWords(0, 2)).toBe('geen van de twee')
  })
})

describe('of five or more asked', () => {
  // Each row is worked by hand: 6 of 8 is exactly three quarters, 5 of 8 more than half, 2 of 8 exactly a quarter.
  test.each([
    [0, 8, 'none of the eight', 'geen van de acht'],
    [1, 8, 'a few', 'enkelen'],
    [2, 8, 'some', 'sommigen'],
    [3, 8, 'some', 'sommigen'],
    [4, 8, 'half', 'de helft'],
    [5, 8, 'more than half', 'meer dan de helft'],
    [6, 8, 'most', 'de meesten'],
    [7, 8, 'most', 'de meesten'],
    [8, 8, 'all eight', 'alle acht'],
    [13, 13, 'all 13', 'alle 13'],
    [3, 5, 'more than half', 'meer dan de helft'],
    [2, 5, 'some', 'sommigen'],
  ])('%i of %i', (count, asked, english, dutch) => {
    expect(en.countWords(count, asked)).toBe(english)
    expect(nl.countWords(count, asked)).toBe(dutch)
  })
})

test('without a number asked says only the number', () => {
  expect(nl.countWords(3, null)).toBe('drie bronnen')
  expect(en.countWords(1, null)).toBe('one source')
  expect(en.countWords(0, null)).toBe('no sources')
  expect(en.countWords(14, null, 'person')).toBe('14 people')
})

test.each([
  [5, 4],
  [-1, 4],
  [1.5, 4],
  [1, 2.5],
])('refuses %d of %d', (count, asked) => {
  expect(() => en.countWords(count, asked)).toThrow(StudyError)
})
