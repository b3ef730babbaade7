import { describe, expect, test } from 'vitest'
import { wordsOf } from './marksIn.js'

describe('e-mail addresses', () => {
  test.each([
    ['Write to d.oconnor@example.org, please.', 'd.oconnor@example.org'],
    ['it is a@xn--d1acufc.xn--p1ai now', 'a@xn--d1acufc.xn--p1ai'],
    ['my email is john dot smith at gmail dot com thanks', 'john dot smith at gmail dot com'],
    ['send it to ruth underscore b at leeds dot ac dot uk yeah', 'ruth underscore b at leeds dot ac dot uk'],
    ['that is pam.lee at nhs.net I think', 'pam.lee at nhs.net'],
  ])('%s', (text, address) => {
    expect(wordsOf('EMAIL', text)).toEqual([address])
  })

  test.each(['we met at gmail', 'look at the dot on the map', 'she was at home'])('not: %s', text => {
    expect(wordsOf('EMAIL', text)).toEqual([])
  })
})

describe('web and network addresses', () => {
  test.each([
    ['see https://www.example.com/a?b=c#d.', 'https://www.example.com/a?b=c#d'],
    ['it is on www.example.org now', 'www.example.org'],
    ['on example.com, I said', 'example.com'],
  ])('%s', (text, address) => {
    expect(wordsOf('URL', text)).toEqual([address])
  })

  test('four numbers to 255 are an address, a version is none', () => {
    expect(wordsOf('IP', 'from 10.1.1.235 it came')).toEqual(['10.1.1.235'])
    expect(wordsOf('IP', 'version 10.1.1.999 it was')).toEqual([])
  })
})
