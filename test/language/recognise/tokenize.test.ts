import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../src/language/recognise/tokenize.js'
import { gap, shape } from '../../../src/language/recognise/tokens.js'
import { wordHash } from '../../../src/language/recognise/wordHash.js'

const wordsOf = (text: string) => {
  const { count, start, end } = tokenize(text)
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]))
}

describe('tokenize', () => {
  it('parts words at spaces, punctuation, hyphens and apostrophes', () => {
    expect(wordsOf("Mei-Ling zei: 'Anna’s kat', 3x om 12.30 uur.")).toEqual([
      'Mei',
      'Ling',
      'zei',
      'Anna',
      's',
      'kat',
      '3x',
      'om',
      '12',
      '30',
      'uur',
    ])
  })

  it('tells whether a word was broken off', () => {
    expect(tokenize('in de jeugd-\nzorg gewerkt').hasBroken).toBe(true)
    expect(tokenize('in de jeugd-\nen gezinszorg, en\nverder').hasBroken).toBe(false)
  })

  it('keeps soft hyphens, marks apart and words broken off at a line end inside one word', () => {
    expect(wordsOf('zie\u00adken\u00adhuis Yıldız'.normalize('NFD'))).toHaveLength(2)
    expect(wordsOf('het zieken-\nhuis')).toEqual(['het', 'zieken-\nhuis'])
    expect(wordsOf('Beter-\nKeten')).toEqual(['Beter', 'Keten'])
    expect(wordsOf('jeugd-\nen gezinscoach')).toEqual(['jeugd', 'en', 'gezinscoach'])
  })

  it('says how a word is written and what stands before it', () => {
    const { shape: shapes, gap: gaps } = tokenize('Hij, OOIJ. a1 12')
    expect([...shapes.slice(0, 4)]).toEqual([shape.capital, shape.capitals, shape.alnum, shape.digits])
    expect([...gaps.slice(0, 3)]).toEqual([gap.start, gap.comma | gap.space, gap.stop | gap.dot | gap.space])
  })

  it('knows what was replaced before', () => {
    const text = 'a ‹b› c ‹d'
    expect(tokenize(text).replaced.map(at => text.slice(at - 1, at + 1))).toEqual([' ‹', '› '])
  })

  it('finds the letters and digits of any text, in order and in bounds, as a scan finds them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const { count, start, end } = tokenize(text)
        let before = 0
        for (let i = 0; i < count; i++) {
          expect(start[i]).toBeGreaterThanOrEqual(before)
          expect(end[i]).toBeGreaterThan(start[i]!)
          before = end[i]!
        }
        expect(before).toBeLessThanOrEqual(text.length)
        const covered = Array.from({ length: count }, (_, i) => text.slice(start[i], end[i])).join('')
        const plain = (one: string) =>
          [...one].filter(char => char.length === 1 && /[\p{L}\p{Nd}]/u.test(char) && !/['’‘ʼ´`]/u.test(char)).join('')
        expect(plain(covered)).toBe(plain(text))
      }),
    )
  })
})

describe('wordHash', () => {
  it('is the same for every way to write a word', () => {
    for (const other of ['YILDIZ', 'Yıldız', 'Yıldız'.normalize('NFD'), 'yil\u00addiz']) expect(wordHash(other)).toBe(wordHash('yildiz'))
    expect(wordHash('ĳssel')).toBe(wordHash('IJssel'))
    expect(wordHash('yildis')).not.toBe(wordHash('yildiz'))
  })

  it('is what a token of that word carries', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zéöıñA-Z]{1,20}$/u), word => {
        expect(tokenize(word).hash[0]).toBe(wordHash(word))
      }),
    )
  })
})
