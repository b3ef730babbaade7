import { describe, expect, it } from 'vitest'
import { nl } from '../../../../src/language/nl/index.js'
import { found, foundOf } from './marks.js'

describe('addresses and places', () => {
  it.each(['Kapelweg 14b', 'Burgemeester de Vlugtlaan 3', 'marktstraat eenentachtig', 'Laan van Meerdervoort 120'])('%s', address =>
    expect(foundOf('ADDRESS', `Zij woont aan de ${address} sinds kort.`)).toEqual([address]),
  )

  it('finds a postcode', () => expect(found('Stuur het naar 7009 KD alstublieft.')).toEqual(['POSTCODE 7009 KD']))

  it('finds towns in both kinds of text', () => {
    expect(found('Ik kom uit Doetinchem.')).toEqual(['LOCATION Doetinchem'])
    expect(found('nee ik kom uit harkema dat is hier ver vandaan')).toEqual(['LOCATION harkema'])
  })
})

describe('hospitals and organisations', () => {
  it.each([
    ['In het Reinier de Graaf doen ze dat.', 'Reinier de Graaf'],
    ['Zij lag in het Albert Schweitzer ziekenhuis.', 'Albert Schweitzer ziekenhuis'],
    ['toen moest ie naar het umcg met spoed', 'umcg'],
    ['Wij zaten bij het Radboudumc.', 'Radboudumc'],
  ])('%s', (text, name) => expect(foundOf('HOSPITAL', text).join()).toContain(name))

  it('is put together over a word broken off at the end of a line', () => {
    expect(foundOf('PROJECT', 'Het project Beter-\nKeten loopt nog.')).toEqual(['Beter-\nKeten'])
  })

  it('reads a soft hyphen and a letter with its mark apart as one word', () => {
    const name = 'Do\u00adetin\u00adchem'
    expect(foundOf('LOCATION', `Ik kom uit ${name}.`)).toEqual([name])
    expect(foundOf('PERSON', 'Dat zei mevrouw Yıldız toen.'.normalize('NFD')).map(one => one.normalize('NFC'))).toEqual(['Yıldız'])
  })

  it('leaves brackets of the source and what was replaced', () => {
    expect(found('Ik werk bij [naam ziekenhuis] met [naam collega].')).toEqual([])
    expect(found('Ik belde ‹Persoon Bakker› in ‹Sneek›.')).toEqual([])
  })
})

describe('functions, departments and projects', () => {
  it.each([
    ['FUNCTION', 'Ik ben programmamanager bij een zorggroep.', 'programmamanager'],
    ['FUNCTION', 'en ik ben daar ook hoofd inkoop geworden', 'hoofd inkoop'],
    ['FUNCTION', 'Dat is onze teamleider.', 'teamleider'],
    ['DEPARTMENT', 'Zij werkt op de afdeling inkoop.', 'afdeling inkoop'],
    ['PROJECT', 'Het project Samen Beter is klaar.', 'Samen Beter'],
    ['PROJECT', 'dat heette bed in zicht en dat was hetzelfde', 'bed in zicht'],
  ])('%s: %s', (type, text, words) => expect(foundOf(type, text)).toEqual([words]))

  it('leaves what is said in general', () => {
    expect(found('Wat doet een teamleider dan? De dokters zeggen dat de huisarts op de afdeling komt.')).toEqual([])
  })
})

describe('bodies that are called what others are', () => {
  const certainties = (text: string) => nl.recognise(text).map(mark => `${mark.certainty} ${mark.text}`)

  it('are for somebody to look at where nothing is written with capitals', () => {
    expect(certainties('dat is hier de zorggroep en die doet dat ook')).toEqual(['look de zorggroep'])
    expect(certainties('Dat doet De Zorggroep in Venlo.')).toContain('sure De Zorggroep')
  })

  it('are none as a part of a drug', () => expect(certainties('Het is drank, en 3-MMC bij de jongsten.').join()).not.toContain('sure'))
})
