import { expect, it } from 'vitest'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'

it('tells words from names in Dutch, so that a name that is both is told by its capital', () => {
  const all = 'roos mei bakker prins storm koning tafel jan anna marijke willem hans odilia rishma'.split(' ')
  expect(all.filter(nl.isWord)).toEqual('roos mei bakker prins storm koning tafel'.split(' '))
})

it('knows at least the stop words in English', () => {
  expect(['after', 'greta'].filter(en.isWord)).toEqual(['after'])
})
