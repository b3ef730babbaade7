import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, nameFinder } from '../../src/privacy/index.js'
import { entry } from '../builders.js'

const hits = (text: string, ...entries: Entry[]) =>
  nameFinder(entries)
    .find(text)
    .map(found => text.slice(found.start, found.end))

describe('nameFinder', () => {
  it('finds names at word borders only', () => {
    expect(hits('Otto woont in Bottrop, bij de ottomanen.', entry('Otto'))).toEqual(['Otto'])
    expect(hits('één Ann en Annual', entry('Ann'))).toEqual(['Ann'])
    expect(hits('Coëfficiënt van Ien', entry('Ien'))).toEqual(['Ien'])
  })

  it.each([
    ['case', 'OTTO VAN DAM en otto van dam', 2],
    ['diacritics', 'Ótto van Däm', 1],
    ['a combining mark', 'O\u0301tto van Dam', 1],
    ['white space and line ends', 'Otto  van\nDam en Otto\u00A0van\tDam', 2],
    ['invisible characters', 'Ot\u00ADto van\u200B Dam', 1],
    ['full-width letters', 'Ｏｔｔｏ van Dam', 1],
    ['emphasis', '**Otto** van Dam', 1],
    ['a slug', 'otto-van-dam en otto_van_dam', 2],
    ['no other word between', 'Otto en van Dam', 0],
    ['no full stop between', 'Dit is Otto. Van Dam komt later', 0],
  ])('takes spellings together: %s', (_, text, count) => {
    expect(hits(text, entry('Otto van Dam'))).toHaveLength(count)
  })

  it('knows hyphens and apostrophes that may be missing', () => {
    const name = entry("Jan-Willem in 't Veld")
    for (const text of ['Jan-Willem in ’t Veld', 'Jan Willem in t Veld', 'JanWillem in ‘t Veld', 'jan-willem in `t veld']) {
      expect(hits(text, name)).toEqual([text])
    }
  })

  it('reads over a hyphen at the end of a line', () => {
    expect(hits('het Beter-\nKeten en het Beter\u00AD\nKeten', entry('BeterKeten'))).toHaveLength(2)
    expect(hits('een beter - keten', entry('BeterKeten'))).toEqual([])
  })

  it('leaves a possessive s to the sentence', () => {
    const found = nameFinder([entry('Anna')]).find('Annas fiets, Anna’s fiets, Annasofie')
    expect(found.map(one => [one.start, one.end, one.possessive])).toEqual([
      [0, 4, true],
      [13, 17, true],
    ])
  })

  it('knows compounds with a hyphen', () => {
    expect(hits('de BeterKeten-avonden en pre-BeterKeten', entry('BeterKeten'))).toHaveLength(2)
  })

  it('takes the longest name at a place', () => {
    const finder = nameFinder([entry('Jansen'), entry('Jansen-de Vries'), entry('van der Ploeg', { variants: ['Ploeg'] })])
    expect(finder.find('Jansen-de Vries sprak Van der Ploeg').map(found => found.entries)).toEqual([[1], [2]])
  })

  it('finds names that are words by their capitals', () => {
    const boer = entry('de Boer', { variants: ['Boer'], match: 'capital' })
    expect(hits('De boer zei dat mevrouw De Boer en Boer kwamen, DE BOER ook', boer)).toEqual(['De Boer', 'Boer', 'DE BOER'])
    expect(hits('in mei kwam Mei', entry('mei', { match: 'capital' }))).toEqual(['Mei'])
  })

  it('knows initials, and signs at the end of a name', () => {
    expect(hits('J.P. Jansen, JP Jansen en J. P. Jansen', entry('J.P. Jansen'))).toHaveLength(3)
    expect(hits('samen met Samen+ en Samen+.', entry('Samen+'))).toEqual(['Samen+', 'Samen+'])
    expect(hits('Zorg & Co, zorg en co', entry('Zorg & Co'))).toEqual(['Zorg & Co'])
  })

  it.each([
    [
      'signs at a name',
      'Beeldwissel',
      ['Beeldwissel™', 'Beeldwissel²', 'Beeldwisselª', 'Beeldwissel1', '2020beeldwissel', 'beeldwissel2020'],
    ],
    ['apostrophes', "O'Brien", ['O′Brien', 'O‛Brien', 'Oʻbrien', 'O｀Brien', 'Oꞌbrien', 'O׳Brien', 'Oˈbrien']],
    ['ayn and hamza', 'Al-Azizi', ['al-ʿAzizi', 'al ʾAzizi']],
    ['hyphens', 'Smit-Maas', ['Smit⁃Maas', 'Smit⸺Maas', 'Smit֊Maas', 'Smit־Maas', 'Smit\u001EMaas', 'Smit‧Maas', 'SmitMaas']],
    [
      'hyphens put in',
      'Terpstra',
      [
        'Terp¬stra',
        'Terp·stra',
        'Terp\u001Fstra',
        'Terp-\nstra',
        'Terp‑\nstra',
        'Terp–\nstra',
        'Terp¬\nstra',
        'Terp-\u200b\nstra',
        'Terp- stra',
        '**Terp-**\nstra',
      ],
    ],
    [
      'what nobody sees',
      'Terpstra',
      ['Terp\u0002stra', 'Terp\u007Fstra', 'Terp\u009Dstra', 'Terp\u{E0041}stra', 'Terp\u3164stra', 'Terp\uFFF9stra', 'Terp\u{1D173}stra'],
    ],
    [
      'any stretch of white space',
      'Jan Terpstra',
      [`Jan${' '.repeat(60)}Terpstra`, `Jan${'\u00A0'.repeat(60)}Terpstra`, 'Jan\u2800Terpstra'],
    ],
    ['what was left out between', 'Jan Terpstra', ['Jan … Terpstra', 'Jan… Terpstra']],
    ['titles and initials', 'St. Odilia', ['St Odilia', 'St. Odilia', 'ST.ODILIA']],
    ['addresses', 'Jan Terpstra', ['jan.terpstra@umc.nl', 'jan/terpstra', 'jan_terpstra']],
  ])('knows %s', (_, name, spellings) => {
    for (const spelling of spellings) expect(hits(`we saw ${spelling} again`, entry(name)), JSON.stringify(spelling)).toHaveLength(1)
    expect(hits('St. Odile, Smits, Maassen, Terpstralaan, Azizia, Obrie', entry(name))).toEqual([])
  })

  it('asks for the capital of the name, not of its particle, however it is hyphenated', () => {
    for (const [name, found, left] of [
      ['De Wit', ['collega de Wit', 'De Wit'], ['De wit', 'de wit']],
      ["In 't Veld", ["dokter in 't Veld"], ["in 't veld"]],
      ["D'Hondt", ['d’Hondt', "D'Hondt"], ["d'hondt"]],
      ['Ingrid de Wit', ['In-\ngrid de Wit'], ['ingrid de wit']],
      ['Annemarie de Boer', ['Anne-Marie de Boer'], ['annemarie de boer']],
      ['Anne-Marie Roos', ['Annemarie Roos', 'Anne Marie Roos'], ['anne-marie roos']],
    ] as const) {
      for (const text of found) expect(hits(text, entry(name, { match: 'capital' })), text).toHaveLength(1)
      for (const text of left) expect(hits(text, entry(name, { match: 'capital' })), text).toEqual([])
    }
  })

  it('keeps an entry to the transcripts it is meant in', () => {
    const finder = nameFinder([entry('Roos', { where: ['i1'] }), entry('Roos', { where: ['i2'] })])
    expect(finder.find('Roos', 'i1')[0]!.entries).toEqual([0])
    expect(finder.find('Roos', 'i2')[0]!.entries).toEqual([1])
    expect(finder.find('Roos', 'i3')).toEqual([])
    expect(finder.find('Roos')[0]!.entries).toEqual([0, 1])
  })

  it('finds every planted name, wherever it stands among other words', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/u)
    const name = fc.constantFrom('Otto', 'Jan-Willem', 'van der Ploeg', 'Özlem Yılmaz')
    const gap = fc.constantFrom(' ', ', ', '. ', '\n', ' (', ') ', ': ', ' – ', '…')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap)), name, gap, fc.array(fc.tuple(word, gap)), (before, planted, after, rest) => {
        const names = ['Otto', 'Jan-Willem', 'van der Ploeg', 'Özlem Yılmaz']
        fc.pre(![...before, ...rest].some(([one]) => ['otto', 'ottos', 'jan', 'van'].includes(one)))
        const head = before.map(([one, next]) => one + next).join('')
        const text = `${head}${planted}${after}${rest.map(([one, next]) => one + next).join('')}`
        const found = nameFinder(names.map(one => entry(one))).find(text)
        expect(found.map(one => [one.start, one.end])).toContainEqual([head.length, head.length + planted.length])
      }),
    )
  })

  it('takes time in proportion to the text, also for hostile text', () => {
    const finder = nameFinder([entry('a a a a a a a a a a b'), entry('Otto')])
    for (const text of ['a '.repeat(200_000), 'a-'.repeat(200_000), '-'.repeat(400_000), 'o'.repeat(400_000), "'s".repeat(200_000)]) {
      expect(finder.find(text)).toEqual([])
    }
  })
})
