import { describe, expect, test } from 'vitest'
import { wordsOf } from './marksIn.js'

describe('dates', () => {
  test.each([
    ['He died on 3 March 2022, at ten', '3 March 2022'],
    ['I told them June 30, 2026, and then', 'June 30, 2026'],
    ['that was October 1993. I lasted', 'October 1993'],
    ['a stroke on january the ninth i can', 'january the ninth'],
    ['out on the ninth of march twenty sixteen and', 'the ninth of march twenty sixteen'],
    ['it started in the fall of twenty twenty one and', 'fall of twenty twenty one'],
    ['been there since two thousand and eight and', 'two thousand and eight'],
    ['in the spring of 2017 with one', 'spring of 2017'],
    ['Since 2019 we had', '2019'],
    ['on 21/05/21 or so', '21/05/21'],
    ['logged 2024-03-15T14:30:00Z by', '2024-03-15T14:30:00Z'],
  ])('%s', (text, date) => {
    expect(wordsOf('DATE', text)).toEqual([date])
  })

  test.each([
    'May is lovely here',
    'we march on',
    'on Monday at half past four',
    'every April',
    'from nine to five',
    '2000 people came',
    'two thousand pounds',
    'last year',
    'twenty twenty five minute slots',
  ])('not: %s', text => {
    expect(wordsOf('DATE', text)).toEqual([])
  })
})
