import { describe, expect, test } from 'vitest'
import { wordsOf } from './marksIn.js'

describe('ages', () => {
  test.each([
    ["I'm 57 and I'm a nurse", '57'],
    ['He was seventy-nine. And he', 'seventy-nine'],
    ['she was twenty six and she', 'twenty six'],
    ['turned sixty eight in may', 'sixty eight'],
    ['a 36 year old female', '36'],
    ['in her late forties I think', 'forties'],
    ['my mother is nearly 90 now', '90'],
    ['aged 4, he was', '4'],
  ])('%s', (text, age) => {
    expect(wordsOf('AGE', text)).toEqual([age])
  })

  test.each([
    'she was forty minutes late',
    'I was one of them',
    'thirty-one years in nursing',
    'it was 12 pounds',
    'we are 40 people',
    'by fifteen percent',
  ])('not: %s', text => {
    expect(wordsOf('AGE', text)).toEqual([])
  })
})
