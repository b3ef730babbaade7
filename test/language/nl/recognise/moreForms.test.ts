import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'
import { found, foundOf } from './marks.js'

describe('dates of more than a day and a month', () => {
  it.each([
    ['Het was in de nacht van 9 op 10 december 2019.', '9 op 10 december 2019'],
    ['dat was in de nacht van negen op tien december tweeduizend negentien', 'negen op tien december tweeduizend negentien'],
    ['In het weekend van 5 en 6 juni was het raak.', '5 en 6 juni'],
    ['Het is vandaag dinsdag 17 oktober 2023 en wij zitten hier.', 'dinsdag 17 oktober 2023'],
  ])('%s', (text, date) => expect(foundOf('DATE', text)).toEqual([date]))
})

describe('addresses and numbers', () => {
  it.each([
    ['Schrijf maar: Hazelaarstraat 9 bus 3, 9170 Sint-Gillis-Waas.', 'ADDRESS Hazelaarstraat 9 bus 3'],
    ['Schrijf maar: Hazelaarstraat 9 bus 3, 9170 Sint-Gillis-Waas.', 'POSTCODE 9170'],
    ['het is bosweg 3 huisje 27 en dat vindt niemand', 'ADDRESS bosweg 3 huisje 27'],
    ['dat klopt op de kempstraat 118 de praktijk zit daar', 'ADDRESS kempstraat 118'],
    ['Mijn rijksregisternummer is 87.06.14-217.68, denk ik.', 'ID 87.06.14-217.68'],
    ['Het ligt in kastje N-114, op slot.', 'ID N-114'],
    ['Zaak C/09/123456 loopt nog.', 'ID C/09/123456'],
  ])('%s', (text, mark) => expect(found(text)).toContain(mark))
})

it('reads on over the end of a line where a word was broken off at the end of another', () => {
  const lines = [
    'Wij hebben toen met elkaar gezegd dat het zo niet langer kon, want het ver-',
    'trouwen was weg, en dat komt niet vanzelf terug, ook niet als je je best doet.',
    'Via zijn zus kwam hij daar terecht, en die was getrouwd met een Zeeuw uit',
    'Hulst, en daar is het eigenlijk allemaal begonnen, als ik het goed begrijp.',
    'Er is toen veel gesproken over wat er nodig was, en wie dat dan zou betalen,',
    'Dat was de kern van de zaak, en de rest was volgens mij gewoon veel gepraat.',
  ]
  expect(foundOf('LOCATION', lines.join('\n'))).toEqual(['Hulst'])
})

it.each([
  'Hij kan praten als Brugman, en wij praten jip-en-janneketaal.',
  'Dat weten we in Nederland toch allemaal, met onze Wlz.',
  'Dat krijg je in geen enkel Excelblad uitgelegd, en met een halve FTE ook niet.',
  'De gemiddelde leeftijd is hier tachtig, denk ik.',
  'jonge huisartsen willen dat niet en bulgaren ook niet',
])('names nobody: %s', text => expect(found(text)).toEqual([]))

it('takes a paper for no person and a person for no paper', () => {
  expect(recogniseNl('ad zat ook in de raad en toen').filter(one => one.type === 'ORG')).toEqual([])
})
