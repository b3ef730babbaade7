import { expect, it } from 'vitest'
import { wordHash } from '../../../src/language/recognise/wordHash.js'
import { wordSet } from '../../../src/language/recognise/wordSet.js'

it('knows a word however it is written, and no other', () => {
  const drinks = wordSet('koffie thee café')
  expect(['koffie', 'KOFFIE', 'Cafe', 'café'].map(word => drinks(wordHash(word)))).toEqual([true, true, true, true])
  expect(['koffi', 'koffies', '', 'the'].map(word => drinks(wordHash(word)))).toEqual([false, false, false, false])
})
