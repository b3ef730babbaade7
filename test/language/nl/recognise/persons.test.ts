import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'
import { found, foundOf } from './marks.js'

const persons = (text: string) => foundOf('PERSON', text)

describe('persons in text with capitals', () => {
  it.each([
    ['Ik belde mevrouw Terpstra daarover.', ['Terpstra']],
    ['Toen kwam dokter Van den Heuvel binnen.', ['Van den Heuvel']],
    ['Dat zei meneer de Wit ook.', ['de Wit']],
    ['Ik sprak Fatima El Amrani en Kwabena Osei-Bonsu.', ['Fatima El Amrani', 'Kwabena Osei-Bonsu']],
    ['Dat is van J.P. Terpstra geweest.', ['J.P. Terpstra']],
    ['Mijn collega Özlem Yıldırım deed dat.', ['Özlem Yıldırım']],
    ['Het was Anna’s idee, en dat van Joris z’n broer.', ['Anna', 'Joris']],
    ['Wij hebben Wil Peeters gevraagd.', ['Wil Peeters']],
  ])('%s', (text, names) => expect(persons(text)).toEqual(names))

  it('reads a name that is a word by what stands around it', () => {
    expect(persons('Roos Wensink kreeg een roos. Ik vroeg het Roos, en de roos bleef staan.')).toEqual(['Roos Wensink', 'Roos'])
    expect(found('De koning kwam, en de bakker op de hoek wilde een storm in een glas.')).toEqual([])
  })

  it('takes a month for no person and a person for no month', () => {
    expect(persons('In mei begon het, en in mei hield het op.')).toEqual([])
    expect(persons('Dat weet Mei-Ling Cheung beter.')).toEqual(['Mei-Ling Cheung'])
  })

  it('takes no disease, language or product for a person', () => {
    expect(found('Zij heeft de ziekte van Parkinson en hij het syndroom van Down; we bellen via Teams in het Nederlands.')).toEqual([])
  })

  it('knows a name again without its capital', () => {
    expect(persons('Dat zei Meltem Yıldız. Aan tafel zei yildiz niets.')).toEqual(['Meltem Yıldız', 'yildiz'])
  })

  it('takes the place of an office for no person', () => {
    expect(persons('De burgemeester van Veldhoven kwam.')).toEqual([])
  })

  it('marks an academic title to look at only', () => {
    expect(persons('Dat was prof. dr. Terpstra.')).toEqual(['Terpstra'])
  })
})

describe('persons in lower-case speech', () => {
  it.each([
    ['ja ik ben froukje hoekstra en ik werk hier al lang', ['froukje hoekstra']],
    ['dat heb ik aan mevrouw van der meulen gevraagd en die wist het ook niet', ['van der meulen']],
    ['mijn collega rishma ramlakhan heeft gezegd nou is het klaar', ['rishma ramlakhan']],
    ['toen zei sewnarain dat het niet kon en sewnarain ging weg', ['sewnarain', 'sewnarain']],
  ])('%s', (text, names) => expect(persons(text)).toEqual(names))

  it('knows a word as a name once it was one', () => {
    const text = 'ik ben roos van den berg en ik werk hier dus roos zei iedereen maar ik kreeg nooit een roos van ze'
    expect(persons(text)).toEqual(['roos van den berg', 'roos'])
  })

  it('leaves ordinary talk', () => {
    expect(found('nou ja dat is eigenlijk gewoon heel erg fijn om te horen want wij wilden dat zelf ook zo doen')).toEqual([])
  })
})

describe('where a name ends', () => {
  it.each([
    ['Ik belde mevrouw Terpstra in Sneek.', ['PERSON Terpstra', 'LOCATION Sneek']],
    ["Dat was mevrouw In 't Veld.", ["PERSON In 't Veld"]],
  ])('%s', (text, marks) => expect(found(text)).toEqual(marks))
})

it('a second mention is no surer than where the name was established', () => {
  const marks = recogniseNl('Wij werkten met Grobnik samen. Toen heeft GROBNIK dat gedaan.')
  expect(marks.map(one => [one.text, one.certainty])).toEqual([
    ['Grobnik', 'likely'],
    ['GROBNIK', 'likely'],
  ])
})
