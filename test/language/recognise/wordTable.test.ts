import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
// @ts-expect-error The packer is plain JavaScript that runs at build time.
import { packWords } from '../../../lists/packWords.mjs'
import { phraseTable } from '../../../src/language/recognise/phraseTable.js'
import { tokenize } from '../../../src/language/recognise/tokenize.js'
import { wordClasses } from '../../../src/language/recognise/wordClasses.js'
import { wordHash } from '../../../src/language/recognise/wordHash.js'
import { type PackedWords, wordTable } from '../../../src/language/recognise/wordTable.js'

const pack = packWords as (words: ReadonlyMap<string, number>, hash: typeof wordHash) => PackedWords

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

  it('takes few other words for one in it', () => {
    const all = new Map(Array.from({ length: 20_000 }, (_, i) => [`w${i}`, 1]))
    const table = wordTable(pack(all, wordHash))
    const wrong = Array.from({ length: 20_000 }, (_, i) => table.flagsOf(`other${i}`)).filter(bits => bits !== 0)
    expect(wrong.length).toBeLessThan(100)
  })
})

describe('a table of names', () => {
  const table = phraseTable({ HOSPITAL: 'Reinier de Graaf|Isala', LOCATION: 'Den Haag|Isala' })
  const longest = (text: string) => {
    const found = table.longest(tokenize(text), 0)
    return found && [table.kinds[found.kind], found.end]
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
