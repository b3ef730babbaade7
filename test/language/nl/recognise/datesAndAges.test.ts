import { describe, expect, it } from 'vitest'
import { found, foundOf } from './marks.js'

describe('dates', () => {
  it.each([
    '14 juni 2021',
    '3e februari',
    '3 feb. 2018',
    'januari 2014',
    'voorjaar van 2018',
    '12-03-2019',
    '2018-03-04',
    'drie maart tweeduizend negentien',
    'september tweeduizend zestien',
    'eind tweeduizend vijfentwintig',
    'negentien achtennegentig',
    '2009',
  ])('%s', date => expect(foundOf('DATE', `dat was in ${date} en toen begon het`)).toEqual([date]))

  it('takes days of the week, clock times, months alone and amounts for none', () => {
    expect(found('Op dinsdag om half vijf, in maart, met 2000 euro en 1950 patiënten.')).toEqual([])
  })
})

describe('ages', () => {
  it.each([
    ['ik ben achtenvijftig en ik werk hier', 'achtenvijftig'],
    ['Een man van 83 zat daar.', '83'],
    ['Zij is 41 jaar oud.', '41'],
    ['Ik ben Maikel Sijben, 41, fysiotherapeut.', '41'],
    ['een 58-jarige boer', '58'],
  ])('%s', (text, age) => expect(foundOf('AGE', text)).toEqual([age]))

  it('takes a duration and a count for none', () => {
    expect(foundOf('AGE', 'Ik werk hier twaalf jaar, we zijn met negen mensen en het is 58 procent.')).toEqual([])
  })
})

describe('ages that are said', () => {
  it.each([
    ['toen ik zeventien was ging het mis', ['zeventien']],
    ['toen ik een jaar of veertig was ging het mis', ['veertig']],
    ['hij is begin zestig en dat zie je niet', ['zestig']],
    ['op 12,5-jarige leeftijd kwam hij daar', ['12,5']],
    ['een kind van 1 jaar en 3 maanden was dat', ['1']],
  ])('%s', (text, ages) => expect(foundOf('AGE', text)).toEqual(ages))
})

describe('ages of several', () => {
  it('are for somebody to look at', () => {
    expect(foundOf('AGE', 'een zestienjarige jongen')).toEqual(['zestienjarige'])
    expect(foundOf('AGE', 'een bestuur van zestienjarigen')).toEqual([])
  })

  it('of who is so old by now', () => expect(foundOf('AGE', 'tonnie is nou drieënveertig en hij is de baas')).toEqual(['drieënveertig']))
})
