import { describe, expect, test } from 'vitest'
import { marksIn, wordsOf } from './marksIn.js'

describe('addresses', () => {
  test.each([
    ['Post it to 14 Scotch Street, love', '14 Scotch Street'],
    ['Flat 3, 12 Bryn Road is where', 'Flat 3, 12 Bryn Road'],
    ['she lived at 4 Heol y Bont then', '4 Heol y Bont'],
    ['over on lafayette street four seventeen still', 'lafayette street four seventeen'],
  ])('%s', (text, address) => {
    expect(wordsOf('ADDRESS', text)).toEqual([address])
  })

  test.each(['I live right down the street', 'he drives a van up the road', 'we had 14 people in the court'])('not: %s', text => {
    expect(wordsOf('ADDRESS', text)).toEqual([])
  })
})

describe('towns, counties, countries', () => {
  test.each([
    ['I moved from Whitehaven to Reading.', ['Whitehaven', 'Reading']],
    ['he came from iowa city to des moines', ['iowa city', 'des moines']],
    ['it went to dingle and tralee', ['dingle', 'tralee']],
    ['Based in Prince Albert, Saskatchewan.', ['Prince Albert', 'Saskatchewan']],
  ])('%s', (text, places) => {
    expect(wordsOf('LOCATION', text)).toEqual(places)
  })

  test.each(['I like reading in the bath', 'take it home', 'the nice china cups'])('not: %s', text => {
    expect(marksIn(text)).toEqual([])
  })
})
