import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladderNl } from '../../../src/language/nl/ladder.js'

const small =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  )
const tens = '- - twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ')

/** A number below 200 as it is written; `link` stands between units and tens. */
function inWords(n: number, link?: string): string {
  if (n >= 100) return n === 100 ? 'honderd' : `honderd${inWords(n - 100, link)}`
  if (n < 20) return small[n]!
  const unit = small[n % 10]!
  return n % 10 === 0 ? tens[n / 10]! : `${unit}${link ?? (unit.endsWith('e') ? 'ën' : 'en')}${tens[Math.floor(n / 10)]}`
}

describe('a ladder of Dutch ages', () => {
  const bands = [
    [0, 3],
    [4, 11],
    [12, 17],
    [18, 29],
    [30, 39],
    [40, 49],
    [50, 59],
    [60, 69],
    [70, 79],
    [80, 120],
  ] as const
  const ages = fc.integer({ min: 0, max: 120 })

  it('puts every age in one band, in digits and in words', () => {
    for (let age = 0; age <= 120; age++) {
      const fits = bands.filter(([from, to]) => age >= from && age <= to)
      expect(fits).toHaveLength(1)
      const [from, to] = fits[0]!
      const fine = from === 80 ? '80 of ouder' : `${from}-${to}`
      const coarse = age < 18 ? 'jonger dan 18' : age < 40 ? '18-39' : age < 60 ? '40-59' : '60 of ouder'
      const word = inWords(age)
      const forms = [
        `${age}`,
        word,
        inWords(age, ' en '),
        `${age} jaar`,
        `${age}-jarige`,
        `${word}jarige`,
        `iemand van ${word}`,
        `${word} jaar`,
      ]
      for (const name of forms) expect(ladderNl('AGE', name), name).toEqual([fine, coarse])
    }
  })

  it('of two ages gives what they share', () => {
    fc.assert(
      fc.property(ages, ages, (a, b) => {
        const shared = ladderNl('AGE', `${a}`).filter(step => ladderNl('AGE', `${b}`).includes(step))
        expect(ladderNl('AGE', `tussen de ${a} en ${b}`)).toEqual(shared)
      }),
    )
  })

  it('reads how people say it', () => {
    expect(ladderNl('AGE', 'bijna zestig')).toEqual(['50-59', '40-59'])
    expect(ladderNl('AGE', 'een vijftiger')).toEqual(['50-59', '40-59'])
    expect(ladderNl('AGE', 'een jaar of veertig')).toEqual(['40-49', '40-59'])
    expect(ladderNl('AGE', 'acht maanden')).toEqual(['0-3', 'jonger dan 18'])
    expect(ladderNl('AGE', 'op haar achttiende')).toEqual(['18-29', '18-39'])
    expect(ladderNl('AGE', '130')).toEqual([])
    expect(ladderNl('AGE', 'oud')).toEqual([])
  })
})

describe('a ladder of Dutch dates', () => {
  const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
  const years = fc.integer({ min: 1940, max: 2039 })
  const day = fc.integer({ min: 1, max: 31 })
  const month = fc.integer({ min: 1, max: 12 })

  /** A year as it is said. */
  const said = (year: number): readonly string[] => {
    const [century, pair] = year < 2000 ? ['negentienhonderd', 'negentien'] : ['tweeduizend', 'twintig']
    const rest = inWords(year % 100)
    if (year % 100 === 0) return [century]
    return [`${century} ${rest}`, `${century}${rest}`, `${century} en ${rest}`, ...(year % 100 > 9 ? [`${pair} ${rest}`] : [])]
  }

  it('gives one year and five years for every form with a month', () => {
    fc.assert(
      fc.property(day, month, years, (d, m, year) => {
        const name = months[m - 1]!
        const two = (n: number) => `${n % 100}`.padStart(2, '0')
        const forms = [
          `${name} ${year}`,
          `${d} ${name} ${year}`,
          `${d}-${m}-${year}`,
          `${two(d)}/${two(m)}/${year}`,
          `${d}.${m}.${two(year)}`,
          `${name} '${two(year)}`,
          `${year}-${two(m)}-${two(d)}`,
          `${year}${two(m)}${two(d)}`,
          ...said(year).flatMap(words => [`${name} ${words}`, `${inWords(d)} ${name} ${words}`]),
        ]
        const from = year - (year % 5)
        for (const form of forms) expect(ladderNl('DATE', form), form).toEqual([`${year}`, `${from}-${from + 4}`])
      }),
    )
    expect(ladderNl('DATE', '3 feb. 2018')).toEqual(['2018', '2015-2019'])
    expect(ladderNl('DATE', 'voorjaar 2020')).toEqual(['2020', '2020-2024'])
  })

  it('puts a year by itself in words that do not hold it', () => {
    fc.assert(
      fc.property(years, year => {
        const steps = ladderNl('DATE', `${year}`)
        expect(steps).toHaveLength(2)
        for (const form of [`in ${year}`, ...said(year), `in het jaar ${year}`]) expect(ladderNl('DATE', form), form).toEqual(steps)
        for (const step of steps) expect(step).not.toMatch(/\d/u)
        expect(ladderNl('DATE', `${year - (year % 5)}`)[0]).toBe(steps[0])
        expect(ladderNl('DATE', `${year - (year % 10)}`)[1]).toBe(steps[1])
      }),
    )
    expect(ladderNl('DATE', '2019')).toEqual(['de tweede helft van de jaren tien van deze eeuw', 'de jaren tien van deze eeuw'])
    expect(ladderNl('DATE', '1994')).toEqual(['de eerste helft van de jaren negentig', 'de jaren negentig'])
  })

  it('says no year where there is none', () => {
    expect(ladderNl('DATE', '12 maart')).toEqual(['een dag in maart', 'een dag'])
    expect(ladderNl('DATE', 'maart')).toEqual(['een maand'])
    expect(ladderNl('DATE', 'dinsdag')).toEqual(['een dag'])
    expect(ladderNl('DATE', '3/4')).toEqual(['een dag in april', 'een dag'])
    expect(ladderNl('DATE', 'half zes')).toEqual([])
  })

  it('of several years says what they share', () => {
    expect(ladderNl('DATE', '2015-2019')).toEqual(['de jaren tien van deze eeuw'])
    expect(ladderNl('DATE', '2009-2015')).toEqual(['een aantal jaren'])
    expect(ladderNl('DATE', 'de jaren negentig')).toEqual(['de vorige eeuw'])
    expect(ladderNl('DATE', 'begin jaren tien')).toEqual(['deze eeuw'])
  })
})
