import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const marks = (text: string) => recogniseNl(text).map(one => `${one.type} ${one.text}`)

describe('bodies by the place that talk gives them', () => {
  it.each([
    ['ze woont nu al een jaar bij de kwikstaart in de buurt', 'ORG de kwikstaart'],
    ['mijn neef zat daarna bij de zilveren pauw en dat beviel', 'ORG de zilveren pauw'],
    ['zij zong vroeger bij het koor bij klank en kleur en dat miste ze', 'ORG klank en kleur'],
    ['mijn tante is lid van zwoef en leven en daar gaat ze heen', 'ORG zwoef en leven'],
    ['dan kom je op de havenkant heet die afdeling en daar zit ze', 'DEPARTMENT de havenkant'],
    ['dan stuur ik ze naar jas van morgen dat is de kledingbank en die helpt', 'ORG jas van morgen'],
    ['dinsdags ga ik naar kaas en kletsen dat is in het buurthuis en dat is fijn', 'ORG kaas en kletsen'],
    ['zij is verloskundige bij de lantaarn en die belde mij', 'ORG de lantaarn'],
    ['mijn vader woont in de nieuwenhof boven en hij klaagt niet', 'ORG de nieuwenhof'],
    ['dat kwam van bureau bijenkorst en die gingen meten', 'ORG bijenkorst'],
  ])('are put before somebody: %s', (text, mark) => expect(marks(text)).toContain(mark))

  it('are programs that only few have, where somebody works in them', () => {
    expect(marks('Interviewer: Hoe gaat dat?\nRespondent: Ik werk in Medicom, zij niet.')).toContain('ORG Medicom')
    expect(marks('spreker 1 hoe leggen jullie dat vast\nspreker 2 in promedico maar dat is niet handig')).toContain('ORG promedico')
  })

  it('know the house by both its articles', () => {
    expect(marks('en woensdag is dat in het dorpshuis de kwikstaart daar eten we')).toContain('CARE_INSTITUTION dorpshuis de kwikstaart')
  })

  it.each([
    'ze zat bij de buren en bij mijn moeder en bij de huisarts en bij de kapper',
    'hij werkte bij regen en bij sneeuw en hij lag bij binnenkomst al plat',
    'we zaten bij de eerste vergadering en ik werk bij een grote organisatie',
    'ik ging naar huis dat is een eind en we gingen naar de markt dat is de bedoeling',
    'ik woon in de nieuwbouw en mijn zus zit in de ziektewet',
    'zij is verpleegkundige bij de gemeente en ik ben vrijwilliger bij mijn moeder',
    'ik werk in de zorg en zij werkt in het weekend',
  ])('are none of these: %s', text => expect(marks(text).filter(one => /^(?:ORG|CARE|HOSP|PROJ)/u.test(one))).toEqual([]))
})

describe('names that are phrases', () => {
  it('are known where the same words stand elsewhere', () => {
    const text =
      'spreker 2 ik vraag altijd wie eet er mee\nspreker 1 ja\nspreker 2 en dat is nu van ons allemaal wie eet er mee heet dat nou'
    expect(marks(text)).toContain('PROJECT wie eet er mee')
  })

  it('are a compound that is said twice without an article', () => {
    const text = 'spreker 2 en zonder stoepmaan was ik er niet meer\nspreker 1 ja\nspreker 2 want stoepmaan is van iedereen'
    expect(marks(text).filter(one => one === 'PROJECT stoepmaan').length).toBe(2)
    const thing = 'spreker 2 en zonder mantelzorg was ik er niet\nspreker 2 want mantelzorg is zwaar en een steunkous en met steunkous'
    expect(marks(thing).filter(one => one.startsWith('PROJECT'))).toEqual([])
  })

  it('may begin with a verb of saying behind a run-up', () => {
    expect(marks('spreker 2 ja dat heet dan officieel eh vroeg op pad en dat is leuk')).toContain('PROJECT vroeg op pad')
  })
})
