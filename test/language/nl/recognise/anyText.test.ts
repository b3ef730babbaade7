import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { nl } from '../../../../src/language/nl/index.js'

/** Pieces that wake every rule, in any order. */
const pieces = [
  'mevrouw ', 'dr. ', 'de ', 'van der ', 'Bakker', 'roos ', 'Jan', 'zei ', 'heette ', 'dat is een project ', 'afdeling ', 'hoofd ', 'teamleider ', 'ik ben ', '58 ', 'achtenvijftig ',
  'mei ', '2019', 'tweeduizend ', '06 ', '12', '-', '/', '.', ',', ':', '\n', '@', 'apenstaartje ', ' punt ', 'nl ', 'www.', 'http://', 'NL91 ABNA 0417 1643 00', 'bsn ', '111222333',
  'Kapelweg ', '14b ', '7009 KD', '‹', '›', '[', ']', "'", '’', '\u00ad', 'é', 'e\u0301', 'IJ', 'ĳ', 'ziekenhuis ', 'Sint ', 'OOIJ ', 'A', '\ud83d\ude00', '\ud83d', 'v/d ',
] // biome-ignore format: one line a kind would be forty lines

const talk = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(all => all.join(''))

describe('marks in any text', () => {
  it.each([
    ['pieces of talk', talk],
    ['any string', fc.string({ unit: 'binary', maxLength: 300 })],
  ])('%s: in order, in bounds, apart, with their own words, never in what was replaced', (_, texts) => {
    fc.assert(
      fc.property(texts, text => {
        let before = 0
        for (const { start, end, text: words } of nl.recognise(text)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(words).toBe(text.slice(start, end))
          before = end
          const opened = text.indexOf('‹')
          const closed = text.indexOf('›', opened)
          if (opened >= 0 && closed > opened) expect(end <= opened || start > closed).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('says the same of the same text again', () => {
    fc.assert(
      fc.property(talk, text => {
        expect(nl.recognise(text)).toEqual(nl.recognise(text))
      }),
    )
  })
})

describe('what was read before', () => {
  const written = (word: string) => fc.constantFrom(word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1))
  const words = [
    'vaatchirurgische',
    'professionaliseren',
    'strasse',
    'straße',
    'ggzb',
    'mctg',
    'bakker',
    'keukenhof',
    'wagenborg',
    'zei',
    'de',
    'bij',
  ]
  const sentences = fc.array(fc.constantFrom(...words).chain(written), { minLength: 1, maxLength: 12 }).map(all => `${all.join(' ')}.`)

  it('changes nothing of what is found', async () => {
    vi.resetModules()
    const fresh = async () => (await import('../../../../src/language/nl/recognise/index.js')).recogniseNl
    const used = await fresh()
    await fc.assert(
      fc.asyncProperty(sentences, sentences, async (before, text) => {
        used(before)
        vi.resetModules()
        expect(used(text)).toEqual((await fresh())(text))
      }),
      { numRuns: 12 },
    )
  })

  it('is forgotten where it is too much, and found out again', () => {
    const text = 'Mevrouw Terpstra zei dat het vaatchirurgische team naar Sneek ging.'
    const marks = nl.recognise(text)
    const word = (i: number) => `w${i.toString(26).replace(/\d/gu, digit => 'qrstuvwxyz'[Number(digit)]!)}`
    for (let round = 0; round < 3; round++) {
      nl.recognise(Array.from({ length: 40_000 }, (_, i) => word(round * 40_000 + i)).join(' '))
      expect(nl.recognise(text)).toEqual(marks)
    }
  })
})

describe('growth', () => {
  const lines = [
    'ik ben roos van den berg en ik bel met dokter bakker van de afdeling inkoop\n',
    'ABC DEF ',
    'a@',
    'NL44 ',
    'http://',
    '06 12 ',
    'nul zes ',
    'van der ',
    '‹',
  ]
  it.each(lines)('four times %j takes no more than some four times as long', line => {
    const took = (size: number) => {
      const text = line.repeat(size / line.length)
      const from = performance.now()
      nl.recognise(text)
      return performance.now() - from
    }
    let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    // A square would be sixteen times. Measured in turns, and again where the machine was busy with something else.
    for (let round = 0; round < 12 && (round < 2 || large > 11 * small + 40); round++) {
      small = Math.min(small, took(40_000))
      large = Math.min(large, took(160_000))
    }
    expect(large).toBeLessThan(11 * small + 40)
  })
})
