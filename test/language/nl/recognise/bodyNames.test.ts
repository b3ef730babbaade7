import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const marks = (text: string) => recogniseNl(text).map(one => `${one.type} ${one.text}`)

describe('bodies beside the noun that says what they are', () => {
  it.each([
    ['wij zijn officieel stichting overvloed want anders krijg je geen geld', 'ORG stichting overvloed'],
    ['dat geld kwam van stichting warme voeten met een brief erbij', 'ORG stichting warme voeten'],
    ['en toen begon ik salon spiegel makkelijk was dat niet', 'ORG salon spiegel'],
    ['mijn nicht zit bij haarstudio de schaar en die knipt haar', 'ORG haarstudio de schaar'],
    ['hij zat in het bestuur van de kraanvogels de schaatsclub en toen ik ook', 'ORG de kraanvogels'],
    ['het verband krijgen we van de kruik dat is de apotheek aan het plein', 'ORG de kruik'],
    ['dat loopt allemaal via bezonk dat is de eh de cooperatie van de boeren', 'ORG bezonk'],
  ])('are put before somebody: %s', (text, mark) => expect(marks(text)).toContain(mark))

  it.each([
    'toen hebben we een stichting gemaakt en een bankrekening geopend',
    'onze eigen stichting doet dat niet meer en de salon ook niet',
    'ik ga naar de stad de winkel is dicht',
  ])('are none where the noun is one of many: %s', text => expect(marks(text).filter(one => one.startsWith('ORG'))).toEqual([]))
})
