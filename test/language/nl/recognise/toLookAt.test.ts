import { expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const looks = (text: string) => recogniseNl(text).flatMap(one => (one.certainty === 'look' ? [`${one.type} ${one.text}`] : []))

it.each([
  ['daarvoor zat ik bij jeugdhulp zuid in groningen', 'ORG jeugdhulp zuid'],
  ['hij werkt nu bij de wagenborg op de boot', 'ORG de wagenborg'],
  ['zij is manager van huize sint anna hier', 'CARE_INSTITUTION huize sint'],
  ['toen gingen we met mei voorop naar binnen', 'PERSON mei'],
  ['dan bel je met de verzorgende en die komt dan', 'FUNCTION verzorgende'],
])('what no rule can tell is put before somebody: %s', (text, mark) => {
  expect(looks(text)).toContain(mark)
})

it.each([
  'dat hebben we met de samenwerking gedaan en toen zijn we naar huis gegaan',
  'ze zaten bij de vergadering en zeiden niet zoveel over het overleg',
  'we hebben het er met het bestuur over gehad en dat was prima',
])('ordinary talk is left alone: %s', text => {
  expect(recogniseNl(text)).toEqual([])
})

it.each([
  ['Binnen BeterKeten gaat dat goed.', ['ORG BeterKeten']],
  ['Wij appen met WhatsApp en delen het in SharePoint.', []],
])('words written as one with a capital between are a name, unless they are a product: %s', (text, names) => {
  expect(recogniseNl(text).flatMap(one => (one.certainty === 'sure' ? [`${one.type} ${one.text}`] : []))).toEqual(names)
})

it.each([
  ['de postcode is vierendertig twaalf k l', 'POSTCODE vierendertig twaalf k l'],
  ['het was in de spoorstraat op nummer achttien', 'ADDRESS spoorstraat op nummer achttien'],
  ['ze woonden aan de prins hendrikkade twintig', 'ADDRESS prins hendrikkade twintig'],
  ['ik woon op de hooge eind zeven', 'ADDRESS hooge eind zeven'],
])('addresses as they are said: %s', (text, mark) => {
  expect(recogniseNl(text).map(one => `${one.type} ${one.text}`)).toContain(mark)
})
