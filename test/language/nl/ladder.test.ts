import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladderNl } from '../../../src/language/nl/ladder.js'
import { holdsWords, namesOf, readList, spelledOtherwise } from '../readList.js'

const files: Readonly<Record<string, readonly string[]>> = {
  LOCATION: ['municipalities', 'villages', 'regions', 'townParts', 'belgianTowns', 'countries', 'foreignPlaces'],
  HOSPITAL: ['hospitals'],
  CARE_INSTITUTION: ['careInstitutions'],
  ORG: ['organisations'],
  DEPARTMENT: ['departments'],
  FUNCTION: ['functions'],
}
const listed = Object.entries(files).flatMap(([type, paths]) =>
  paths.flatMap(path => namesOf(`nl/${path}.txt`).map(name => ({ type, name }))),
)

const provinces = [...new Set(readList('nl/municipalities.txt').map(row => row.province!))]

describe('the Dutch lists', () => {
  it('know all municipalities, provinces and health regions', () => {
    const municipalities = readList('nl/municipalities.txt')
    expect(new Set(municipalities.map(row => row.name)).size).toBe(342)
    expect(municipalities).toHaveLength(342)
    expect(provinces).toHaveLength(12)
    const regions = readList('nl/healthRegions.txt')
    expect(regions).toHaveLength(25)
    for (const { name, region, province } of municipalities) expect(regions.find(one => one.name === region)?.province, name).toBe(province)
  })

  it('point at what is there', () => {
    for (const path of ['villages', 'townParts', 'hospitals'])
      for (const { name, province } of readList(`nl/${path}.txt`)) expect(['', ...provinces], name).toContain(province)
    const groups = new Set(readList('nl/functionGroups.txt').map(row => row.name))
    for (const { name, group } of [...readList('nl/functions.txt'), ...readList('nl/functionHeads.txt')])
      expect(groups, name).toContain(group)
    const countries = new Set(readList('nl/countries.txt').map(row => row.name))
    for (const { name, country } of readList('nl/foreignPlaces.txt')) expect(countries, name).toContain(country)
    const kinds = new Set(readList('nl/hospitals.txt').map(row => row.kind))
    expect(kinds).toEqual(new Set(['academisch', 'topklinisch', 'algemeen', 'categoraal', 'kliniek']))
  })
})

describe('a ladder of Dutch places', () => {
  it('goes from a place over its province or country to what is around that', () => {
    expect(ladderNl('LOCATION', 'Veldhoven')).toEqual(['een gemeente in Noord-Brabant', 'een plaats in het zuiden van het land'])
    expect(ladderNl('LOCATION', 'Kanaleneiland')).toEqual([
      'een wijk in een stad in Utrecht',
      'een wijk in een stad in het midden van het land',
    ])
    expect(ladderNl('LOCATION', 'de Achterhoek')).toEqual(['een streek in Gelderland', 'een streek in het oosten van het land'])
    expect(ladderNl('LOCATION', 'Paramaribo')).toEqual(['een plek in Suriname', 'een plek in het buitenland'])
    expect(ladderNl('LOCATION', 'New York')).toEqual(['een plek in de Verenigde Staten', 'een plek in het buitenland'])
    expect(ladderNl('LOCATION', 'Marokko')).toEqual(['een land in Afrika', 'een land'])
    expect(ladderNl('LOCATION', 'Gent')).toEqual(['een plaats in de Belgische provincie Oost-Vlaanderen', 'een plaats in België'])
  })

  it('leaves out what is the name itself, and what two places of one name do not share', () => {
    expect(ladderNl('LOCATION', 'Utrecht')).toEqual(['een plaats in het midden van het land'])
    expect(ladderNl('LOCATION', 'Bergen')).toEqual(['een plaats in Nederland'])
    expect(ladderNl('LOCATION', 'Hengelo')).toEqual(['een plaats in het oosten van het land'])
    expect(ladderNl('LOCATION', 'Lombok')).toEqual(['een plaats'])
    expect(ladderNl('LOCATION', 'Nergensbuiten')).toEqual([])
  })

  it('names no province but the one of the list, and nearly always that one', () => {
    const said = readList('nl/municipalities.txt').map(({ name, province }) => ({
      province,
      said: provinces.filter(one => ladderNl('LOCATION', name!).some(step => step.endsWith(` in ${one}`))),
    }))
    for (const one of said) expect([[], [one.province]]).toContainEqual(one.said)
    expect(said.filter(one => one.said.length > 0).length).toBeGreaterThan(330)
  })

  it('knows the first digits of a postcode', () => {
    expect(ladderNl('POSTCODE', '3512 AB')).toEqual(['postcodegebied 35..', 'postcodegebied 3...'])
    expect(ladderNl('POSTCODE', 'twaalf')).toEqual([])
  })
})

describe('a ladder of Dutch institutions and functions', () => {
  it('names the kind', () => {
    expect(ladderNl('HOSPITAL', 'Máxima MC')).toEqual(['een topklinisch ziekenhuis', 'een ziekenhuis'])
    expect(ladderNl('HOSPITAL', 'het LUMC')).toEqual(['een academisch ziekenhuis', 'een ziekenhuis'])
    expect(ladderNl('HOSPITAL', 'Ziekenhuis Bernhoven')).toEqual(['een algemeen ziekenhuis', 'een ziekenhuis'])
    expect(ladderNl('CARE_INSTITUTION', 'Altrecht')).toEqual(['een ggz-instelling', 'een zorginstelling'])
    expect(ladderNl('ORG', 'IGJ')).toEqual(['een toezichthouder', 'een organisatie'])
    expect(ladderNl('ORG', 'LUMC')).toEqual(['een academisch ziekenhuis', 'een ziekenhuis'])
    expect(ladderNl('DEPARTMENT', 'afdeling cardiologie')).toEqual(['een verpleegafdeling', 'een afdeling'])
    expect(ladderNl('DEPARTMENT', 'F4')).toEqual(['een afdeling'])
    expect(ladderNl('PERSON', 'Veldhoven')).toEqual([])
  })

  it('says only that it is a hospital where two kinds have the name', () => {
    expect(ladderNl('HOSPITAL', 'het Antonius')).toEqual(['een ziekenhuis'])
  })

  it('groups functions, also in the plural and put together', () => {
    expect(ladderNl('FUNCTION', 'kinderarts')).toEqual(['medisch specialist', 'zorgverlener'])
    expect(ladderNl('FUNCTION', 'psychologen')).toEqual(['behandelaar', 'zorgverlener'])
    expect(ladderNl('FUNCTION', 'hoofd inkoop')).toEqual(['leidinggevende', 'medewerker'])
    expect(ladderNl('FUNCTION', 'Hoofd Zorglogistiek')).toEqual(['leidinggevende', 'medewerker'])
    expect(ladderNl('FUNCTION', 'wijkadviseur')).toEqual(['stafmedewerker', 'medewerker'])
    expect(ladderNl('FUNCTION', 'arts')).toEqual(['zorgverlener'])
    expect(ladderNl('FUNCTION', 'astronaut')).toEqual([])
  })
})

describe('a ladder of what the Dutch lists hold', () => {
  it('has no step with the name, and does not mind case, diacritics, apostrophes and hyphens', () => {
    const wrong: string[] = []
    for (const { type, name } of listed) {
      const steps = ladderNl(type, name)
      for (const written of [name, ...spelledOtherwise(name)]) {
        if (ladderNl(type, written).join() !== steps.join()) wrong.push(`${written}: not as ${name}`)
        if (steps.some(step => holdsWords(step, written))) wrong.push(`${written}: in ${steps.join(', ')}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('has no step with the name for any words at all', () => {
    const words = fc.constantFrom(...listed.flatMap(one => ladderNl(one.type, one.name)).flatMap(step => step.split(' ')))
    const said = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 5 }).map(parts => parts.join(' '))
    const types = fc.constantFrom(...Object.keys(files), 'DATE', 'POSTCODE', 'OTHER')
    fc.assert(
      fc.property(types, said, (type, name) => {
        for (const step of ladderNl(type, name)) expect(holdsWords(step, name), `${type} ${name}: ${step}`).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes together more names the coarser it gets', () => {
    for (const type of Object.keys(files)) {
      const ladders = listed.filter(one => one.type === type).map(one => ladderNl(type, one.name))
      const whole = ladders.filter(steps => steps.length === 2)
      expect(whole.length, type).toBeGreaterThan(100)
      const [fine, coarse] = [0, 1].map(i => new Set(whole.map(steps => steps[i])))
      expect(coarse!.size, type).toBeLessThanOrEqual(fine!.size)
      // The same fine words always have the same coarse words above them.
      const above = new Map(whole.map(([a, b]) => [a, b]))
      for (const [a, b] of whole) expect(b, `${type} ${a}`).toBe(above.get(a))
    }
  })

  it('is there for nearly all of them', () => {
    const lost = listed.filter(one => ladderNl(one.type, one.name).length === 0)
    expect(lost.length / listed.length).toBeLessThan(0.005)
  })
})
