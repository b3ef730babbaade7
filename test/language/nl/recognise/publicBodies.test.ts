import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const marks = (text: string) => recogniseNl(text).map(one => `${one.type} ${one.text} ${one.certainty}`)

describe('public bodies in text without capitals', () => {
  it.each([
    ['die brief kwam van de svb en die snapte ik niet', 'svb'],
    ['we belden met de ggd over de prik', 'ggd'],
    ['ja rekeningen van de toeslagen en nog veel meer van alles', 'de toeslagen'],
    ['dat kreeg ik terug van de belasting dus dat was mooi', 'de belasting'],
  ])('are put before somebody: %s', (text, name) => {
    expect(marks(text).some(one => one.startsWith(`ORG ${name} `))).toBe(true)
  })

  it('hold the part of the country behind them', () => {
    expect(marks('en op de meldkamer oost en noord gelderland hing een bord')).toContain('ORG meldkamer oost en noord gelderland sure')
    expect(marks('de veiligheidsregio zuid limburg deed dat')).toContain('ORG veiligheidsregio zuid limburg sure')
    expect(marks('ze werkt bij de ggd drenthe hoor')).toContain('ORG ggd drenthe sure')
    expect(marks('dat gaat via de dementieketen zuid gelderland')).toContain('PROJECT dementieketen zuid gelderland sure')
    expect(marks('ik zit bij de cva keten salland en dat loopt').some(one => one.startsWith('PROJECT cva keten salland'))).toBe(true)
  })

  it.each([
    'dat was de belasting van de zorg en de last van de belasting van alles',
    'toeslagen krijg je als je weinig verdient en belasting betaal je altijd',
    'ze reden in duo en de brandweer kwam met de politie',
  ])('are not meant in ordinary talk: %s', text => expect(recogniseNl(text)).toEqual([]))
})

describe('a name behind an adjective of a place', () => {
  it('is a body with it', () => {
    expect(marks('hij voer vroeger bij de amsterdamse wouters over zee').some(one => one.startsWith('ORG amsterdamse wouters'))).toBe(true)
    expect(marks('zij zat bij de groningse zwoefel en dat was leuk')).toContain('ORG de groningse zwoefel look')
  })

  it('is none where a word or a first name stands', () => {
    expect(marks('met de rotterdamse haven en de haagse markt en de utrechtse karin').filter(one => one.startsWith('ORG'))).toEqual([])
  })
})
