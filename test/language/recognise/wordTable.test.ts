import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
// @ts-expect-error The packer is plain JavaScript that runs at build time.
import { packNames } from '../../../lists/packNames.mjs'
// @ts-expect-error The packer is plain JavaScript that runs at build time.
import { packWords } from '../../../lists/packWords.mjs'
import { packedPhrases, phraseFlag, phraseSteps } from '../../../src/language/recognise/packedPhrases.js'
import { tokenize } from '../../../src/language/recognise/tokenize.js'
import { wordClasses } from '../../../src/language/recognise/wordClasses.js'
import { wordHash } from '../../../src/language/recognise/wordHash.js'
import { type PackedWords, wordTable } from '../../../src/language/recognise/wordTable.js'

const pack = packWords as (words: ReadonlyMap<string, number>, hash: typeof wordHash, keyBits?: number) => PackedWords
const packed = packNames as (names: ReadonlyMap<string, number>, rules: object, keyBits: number) => PackedWords

describe('a packed table of words', () => {
  it('gives every word the flags it was packed with', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/u), { maxLength: 300 })
    fc.assert(
      fc.property(words, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 300, maxLength: 300 }), (list, flags) => {
        const all = new Map(list.map((word, i) => [word, flags[i]!]))
        const table = wordTable(pack(all, wordHash))
        for (const [word, bits] of all) expect(table.flagsOf(word)).toBe(bits)
      }),
    )
  })

  it('keeps words apart that share a key', () => {
    // With 20,000 words some share the 24 bits of a key.
    const all = new Map(Array.from({ length: 20_000 }, (_, i) => [`w${i.toString(36)}x`, 1 + (i % 5)]))
    const packed = pack(all, wordHash)
    expect(Object.keys(packed.exact).length).toBeGreaterThan(0)
    const table = wordTable(packed)
    for (const [word, bits] of all) if (table.flagsOf(word) !== bits) expect(word).toBe(bits)
  })

  it.each([
    [24, 100],
    [26, 30],
  ])('takes few other words for one in it, with keys of %i bits', (keyBits, most) => {
    const all = new Map(Array.from({ length: 20_000 }, (_, i) => [`w${i}`, 1]))
    const table = wordTable(pack(all, wordHash, keyBits))
    for (const word of all.keys()) expect(table.flagsOf(word)).toBe(1)
    const wrong = Array.from({ length: 20_000 }, (_, i) => table.flagsOf(`other${i}`)).filter(bits => bits !== 0)
    expect(wrong.length).toBeLessThan(most)
  })
})

describe('a table of names', () => {
  const names = new Map([
    ['Reinier de Graaf', 0],
    ['Isala', 0],
    ['Den Haag', 1],
    ['isala', 1],
  ])
  const kinds = ['HOSPITAL', 'LOCATION']
  const table = packedPhrases(packed(names, { phraseSteps, phraseFlag }, 26))
  const longest = (text: string) => {
    const found = table.longest(tokenize(text), 0)
    return found && [kinds[found.kind], found.end]
  }

  it('finds the longest name that begins at a word, however it is written', () => {
    expect(longest('reinier DE graaf zei')).toEqual(['HOSPITAL', 3])
    expect(longest('Den-Haag')).toEqual(['LOCATION', 2])
    expect(longest('Reinier de Wit')).toBe(null)
    expect(longest('Den. Haag, ja')).toEqual(['LOCATION', 2])
    expect(longest('Den, Haag')).toBe(null)
  })

  it('takes the first kind of a name in two', () => expect(longest('Isala')).toEqual(['HOSPITAL', 1]))
})

describe('classes of words', () => {
  it('knows every word of every class, and no other', () => {
    const classes = wordClasses({ title: 'mevrouw dr', kin: 'zoon dr' })
    expect(classes.of(wordHash('DR'))).toBe(classes.bit.title | classes.bit.kin)
    expect(classes.of(wordHash('zoon'))).toBe(classes.bit.kin)
    expect(classes.of(wordHash('tafel'))).toBe(0)
  })
})
