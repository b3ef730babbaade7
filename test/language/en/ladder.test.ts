import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladderEn } from '../../../src/language/en/ladder.js'
import { holdsWords, namesOf, readList, spelledOtherwise } from '../readList.js'

const files: Readonly<Record<string, readonly string[]>> = {
  LOCATION: ['countries', 'towns', 'regions', 'townParts'],
  HOSPITAL: ['hospitals'],
  ORG: ['organisations'],
  DEPARTMENT: ['departments'],
  FUNCTION: ['functions'],
}
const listed = Object.entries(files).flatMap(([type, paths]) =>
  paths.flatMap(path => namesOf(`en/${path}.txt`).map(name => ({ type, name }))),
)

describe('the English lists', () => {
  it('point at what is there', () => {
    const groups = new Set(readList('en/functionGroups.txt').map(row => row.name))
    for (const { name, group } of [...readList('en/functions.txt'), ...readList('en/functionHeads.txt')])
      expect(groups, name).toContain(group)
    const countries = ['UK', 'Ireland', 'the United States', 'Canada', 'Australia', 'New Zealand']
    for (const path of ['hospitals', 'regions', 'towns', 'townParts'])
      for (const { name, country } of readList(`en/${path}.txt`)) expect(countries, name).toContain(country)
    const kinds = new Set(readList('en/hospitals.txt').map(row => row.kind))
    expect(kinds).toEqual(new Set(['teaching', 'specialist', 'general', 'children', 'mental', 'trust', 'board', 'hospice']))
  })

  it('know the states of the United States and the counties of Ireland', () => {
    const regions = readList('en/regions.txt')
    expect(regions.filter(row => row.kind === 'state' && row.country === 'the United States')).toHaveLength(51)
    expect(regions.filter(row => row.kind === 'county' && row.country === 'Ireland')).toHaveLength(26)
    expect(regions.filter(row => row.kind === 'province' && row.country === 'Canada')).toHaveLength(13)
  })
})

describe('a ladder of English places', () => {
  it('goes from a place over its region or state to its country', () => {
    expect(ladderEn('LOCATION', 'Swindon')).toEqual(['a place in South West England', 'a place in the United Kingdom'])
    expect(ladderEn('LOCATION', 'Brum')).toEqual(['a place in the West Midlands', 'a place in the United Kingdom'])
    expect(ladderEn('LOCATION', 'Kent')).toEqual(['a county in South East England', 'a county in the United Kingdom'])
    expect(ladderEn('LOCATION', 'Toronto')).toEqual(['a place in Ontario', 'a place in Canada'])
    expect(ladderEn('LOCATION', 'Ballina')).toEqual(['a place in Connacht', 'a place in Ireland'])
    expect(ladderEn('LOCATION', 'Texas')).toEqual(['a state in the southern United States', 'a state in the United States'])
    expect(ladderEn('LOCATION', 'the Bronx')).toEqual([
      'a district of a town in the eastern United States',
      'a district of a town in the United States',
    ])
    expect(ladderEn('LOCATION', 'Ghana')).toEqual(['a country in Africa', 'a country'])
  })

  it('says what two places of one name share', () => {
    expect(ladderEn('LOCATION', 'Georgia')).toEqual(['a place'])
    expect(ladderEn('LOCATION', 'Perth')).toEqual(['a place'])
    expect(ladderEn('LOCATION', 'Nowhereville')).toEqual([])
  })

  it('knows the area of a postcode', () => {
    expect(ladderEn('POSTCODE', 'sw1a 1aa')).toEqual(['postcode area SW'])
    expect(ladderEn('POSTCODE', '90210')).toEqual(['zip code area 902..', 'zip code area 9....'])
    expect(ladderEn('POSTCODE', '3000')).toEqual(['postcode area 30..', 'postcode area 3...'])
    expect(ladderEn('POSTCODE', 'K1A 0B1')).toEqual(['postal code area K..'])
    expect(ladderEn('POSTCODE', 'twelve')).toEqual([])
  })
})

describe('a ladder of English institutions and functions', () => {
  it('names the kind', () => {
    expect(ladderEn('HOSPITAL', 'the Royal Free')).toEqual(['a teaching hospital', 'a hospital'])
    expect(ladderEn('HOSPITAL', 'Royal Berkshire')).toEqual(['a general hospital', 'a hospital'])
    expect(ladderEn('HOSPITAL', 'GOSH')).toEqual(["a children's hospital", 'a hospital'])
    expect(ladderEn('ORG', 'CQC')).toEqual(['a regulator', 'an organisation'])
    expect(ladderEn('ORG', 'Aetna')).toEqual(['an insurer', 'an organisation'])
    expect(ladderEn('ORG', 'Oxford University')).toEqual(['a university', 'an organisation'])
    expect(ladderEn('DEPARTMENT', 'A&E')).toEqual(['an emergency department', 'a department'])
    expect(ladderEn('DEPARTMENT', 'the HR department')).toEqual(['a staff department', 'a department'])
    expect(ladderEn('DEPARTMENT', 'Ward 6')).toEqual(['a department'])
    expect(ladderEn('PERSON', 'Kent')).toEqual([])
  })

  it('groups functions, also in the plural and put together', () => {
    expect(ladderEn('FUNCTION', 'paediatrician')).toEqual(['hospital doctor', 'health professional'])
    expect(ladderEn('FUNCTION', 'healthcare assistants')).toEqual(['support worker or carer', 'health or care worker'])
    expect(ladderEn('FUNCTION', 'head of nursing')).toEqual(['service manager', 'manager'])
    expect(ladderEn('FUNCTION', 'estates compliance managers')).toEqual(['service manager', 'manager'])
    expect(ladderEn('FUNCTION', 'nurse')).toEqual(['health professional'])
    expect(ladderEn('FUNCTION', 'astronaut')).toEqual([])
  })
})

describe('a ladder of what the English lists hold', () => {
  it('has no step with the name, and does not mind case, diacritics, apostrophes and hyphens', () => {
    const wrong: string[] = []
    for (const { type, name } of listed) {
      const steps = ladderEn(type, name)
      for (const written of [name, ...spelledOtherwise(name)]) {
        if (ladderEn(type, written).join() !== steps.join()) wrong.push(`${written}: not as ${name}`)
        if (steps.some(step => holdsWords(step, written))) wrong.push(`${written}: in ${steps.join(', ')}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('has no step with the name for any words at all', () => {
    const words = fc.constantFrom(...listed.flatMap(one => ladderEn(one.type, one.name)).flatMap(step => step.split(' ')))
    const said = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 5 }).map(parts => parts.join(' '))
    const types = fc.constantFrom(...Object.keys(files), 'DATE', 'POSTCODE', 'OTHER')
    fc.assert(
      fc.property(types, said, (type, name) => {
        for (const step of ladderEn(type, name)) expect(holdsWords(step, name), `${type} ${name}: ${step}`).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes together more names the coarser it gets', () => {
    for (const type of Object.keys(files)) {
      const whole = listed
        .filter(one => one.type === type)
        .map(one => ladderEn(type, one.name))
        .filter(steps => steps.length === 2)
      expect(whole.length, type).toBeGreaterThan(100)
      const [fine, coarse] = [0, 1].map(i => new Set(whole.map(steps => steps[i])))
      expect(coarse!.size, type).toBeLessThanOrEqual(fine!.size)
      const above = new Map(whole.map(([a, b]) => [a, b]))
      for (const [a, b] of whole) expect(b, `${type} ${a}`).toBe(above.get(a))
    }
  })

  it('is there for nearly all of them', () => {
    const lost = listed.filter(one => ladderEn(one.type, one.name).length === 0)
    expect(lost.length / listed.length).toBeLessThan(0.005)
  })
})
