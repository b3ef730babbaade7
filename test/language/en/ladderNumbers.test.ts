import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladderEn } from '../../../src/language/en/ladder.js'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A number below 200 as it is written; `link` stands between tens and units. */
function inWords(n: number, link = '-'): string {
  if (n >= 100) return n === 100 ? 'a hundred' : `a hundred and ${inWords(n - 100, link)}`
  if (n < 20) return small[n]!
  return n % 10 === 0 ? tens[n / 10]! : `${tens[Math.floor(n / 10)]}${link}${small[n % 10]}`
}

describe('a ladder of English ages', () => {
  const bounds = [0, 4, 12, 18, 30, 40, 50, 60, 70, 80, 121]
  const ages = fc.integer({ min: 0, max: 120 })

  it('puts every age in one band, in digits and in words', () => {
    for (let age = 0; age <= 120; age++) {
      const fits = bounds.slice(0, -1).filter((from, i) => age >= from && age < bounds[i + 1]!)
      expect(fits).toHaveLength(1)
      const [from] = fits
      const fine = from === 80 ? '80 or older' : `${from}-${bounds[bounds.indexOf(from!) + 1]! - 1}`
      const coarse = age < 18 ? 'under 18' : age < 40 ? '18-39' : age < 60 ? '40-59' : '60 or older'
      const word = inWords(age)
      const forms = [`${age}`, word, inWords(age, ' '), `${age} years old`, `${age}-year-old`, `a ${word}-year-old`, `somebody of ${word}`]
      for (const name of forms) expect(ladderEn('AGE', name), name).toEqual([fine, coarse])
    }
  })

  it('of two ages gives what they share', () => {
    fc.assert(
      fc.property(ages, ages, (a, b) => {
        const shared = ladderEn('AGE', `${a}`).filter(step => ladderEn('AGE', `${b}`).includes(step))
        expect(ladderEn('AGE', `between ${a} and ${b}`)).toEqual(shared)
      }),
    )
  })

  it('reads how people say it', () => {
    expect(ladderEn('AGE', 'nearly sixty')).toEqual(['50-59', '40-59'])
    expect(ladderEn('AGE', 'in her fifties')).toEqual(['50-59', '40-59'])
    expect(ladderEn('AGE', 'my eighteenth')).toEqual(['18-29', '18-39'])
    expect(ladderEn('AGE', 'eight months')).toEqual(['0-3', 'under 18'])
    expect(ladderEn('AGE', 'teenager')).toEqual(['12-17', 'under 18'])
    expect(ladderEn('AGE', '130')).toEqual([])
    expect(ladderEn('AGE', 'old')).toEqual([])
  })
})

describe('a ladder of English dates', () => {
  const months = 'January February March April May June July August September October November December'.split(' ')
  const years = fc.integer({ min: 1940, max: 2039 })
  const day = fc.integer({ min: 1, max: 31 })
  const month = fc.integer({ min: 1, max: 12 })

  /** A year as it is said. */
  const said = (year: number): readonly string[] => {
    const rest = inWords(year % 100)
    if (year === 2000) return ['two thousand']
    const pairs = year % 100 > 9 ? [`${year < 2000 ? 'nineteen' : 'twenty'} ${rest}`] : []
    return year < 2000 ? pairs : [...pairs, `two thousand ${rest}`, `two thousand and ${rest}`]
  }

  it('gives one year and five years for every form with a month', () => {
    fc.assert(
      fc.property(day, month, years, (d, m, year) => {
        const name = months[m - 1]!
        const two = (n: number) => `${n % 100}`.padStart(2, '0')
        const forms = [
          `${name} ${year}`,
          `${d} ${name} ${year}`,
          `${name} ${d}, ${year}`,
          `${d}th of ${name} ${year}`,
          `${two(d)}/${two(m)}/${year}`,
          `${m}-${d}-${two(year)}`,
          `${name.slice(0, 3)} '${two(year)}`,
          `${year}-${two(m)}-${two(d)}`,
          ...said(year).flatMap(words => [`${name} ${words}`, `the ${inWords(d)} of ${name} ${words}`]),
        ]
        const from = year - (year % 5)
        for (const form of forms) expect(ladderEn('DATE', form), form).toEqual([`${year}`, `${from}-${from + 4}`])
      }),
    )
    expect(ladderEn('DATE', 'spring 2020')).toEqual(['2020', '2020-2024'])
    expect(ladderEn('DATE', 'Sept 2001')).toEqual(['2001', '2000-2004'])
  })

  it('puts a year by itself in words that do not hold it', () => {
    fc.assert(
      fc.property(years, year => {
        const steps = ladderEn('DATE', `${year}`)
        expect(steps).toEqual([`the ${year % 10 < 5 ? 'early' : 'late'} ${year - (year % 10)}s`, `the ${year - (year % 10)}s`])
        for (const form of [`in ${year}`, ...said(year), `the year ${year}`]) expect(ladderEn('DATE', form), form).toEqual(steps)
      }),
    )
  })

  it('says no year where there is none, and what several share', () => {
    expect(ladderEn('DATE', '12 March')).toEqual(['a day in March', 'a day'])
    expect(ladderEn('DATE', 'March')).toEqual(['a month'])
    expect(ladderEn('DATE', 'Tuesday')).toEqual(['a day'])
    expect(ladderEn('DATE', 'half past five')).toEqual([])
    expect(ladderEn('DATE', '2015-2019')).toEqual(['the 2010s'])
    expect(ladderEn('DATE', '2009-2015')).toEqual(['a number of years'])
    expect(ladderEn('DATE', 'the nineties')).toEqual(['the last century'])
    expect(ladderEn('DATE', 'the noughties')).toEqual(['this century'])
  })
})
