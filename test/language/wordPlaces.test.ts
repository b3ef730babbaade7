import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachWord, foldWord, wordsIn } from '../../src/language/index.js'

function words(text: string): readonly string[] {
  const found: string[] = []
  eachWord(text, (start, end) => found.push(text.slice(start, end)))
  return found
}

describe('eachWord', () => {
  it('finds what wordsIn finds, with places', () => {
    const plain = fc.array(fc.constantFrom('zorg', ' ', '-', "'", '’', '. ', 'É', '7', '\n', '—', '😀', 'x')).map(parts => parts.join(''))
    fc.assert(
      fc.property(plain, text => {
        fc.pre(!/-\n/u.test(text))
        expect(words(text)).toEqual(wordsIn(text))
      }),
    )
  })

  it('keeps accents that stand apart with their letter', () => {
    expect(words('Ee\u0301n coo\u0308rdinatie').map(foldWord)).toEqual(['een', 'coordinatie'])
  })

  it('joins a word that a line end cut in two, and no others', () => {
    expect(words('de volume-\n   norm van\nnu').map(foldWord)).toEqual(['de', 'volumenorm', 'van', 'nu'])
    expect(words('Zuid-\nHolland, ja -\nnee')).toEqual(['Zuid', 'Holland', 'ja', 'nee'])
  })

  it('is linear', () => {
    const long = `${"a'".repeat(100_000)} ${'a-\n'.repeat(100_000)}`
    expect(words(long).length).toBeGreaterThan(0)
  })
})

describe('foldWord', () => {
  it.each([
    ['İstanbul', 'istanbul'],
    ['IŞIK', 'isik'],
    ['ışık', 'isik'],
    ['co-creatie', 'cocreatie'],
    ["foto's", 'fotos'],
    ['Größe', 'grosse'],
    ['volume\u00adnorm', 'volumenorm'],
    ['ﬁets', 'fiets'],
    ['Ωμέγα', 'ωμεγα'],
  ])('%s is %s', (written, folded) => {
    expect(foldWord(written)).toBe(folded)
  })
})
