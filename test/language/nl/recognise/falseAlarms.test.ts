import { describe, expect, it } from 'vitest'
import { nl } from '../../../../src/language/nl/index.js'
import { found } from './marks.js'

const sure = (text: string) =>
  nl
    .recognise(text)
    .filter(mark => mark.certainty === 'sure')
    .map(mark => mark.text)

describe('what names nobody', () => {
  it.each([
    // Words that are first names somewhere.
    'Helder wat waar hoort',
    'Tja, dat was twee keren zo.',
    'Goud waard, zo is het.',
    'ik zou willen beginnen met hoe u erin gerold bent en dat is een roman',
    // English.
    'You can lay yourself open',
    'They can say what they want and nobody minds it at all',
    'The nurses trust each other more when they meet in person',
    // Headings.
    'Vergaderoverzichten',
    'Medisch Centrum',
    // Roads, quarters of a year, ranges, times.
    'we stonden in q4 op de a12 in de file en dat duurde lang',
    '604-663;808 en 123-456;782',
    '00:00:07,900 --> 00:00:12,010',
    '38 augustus 2018',
    '2018 augustus 38',
    // A title in full does not stand before a name over the end of its sentence.
    'Het begon met een boze mevrouw. Dichtbij is een woord.',
    // What somebody does, and not who.
    'GESPREKSLEIDER: Welkom allemaal.',
    'die is van de wijk en dat was in één zin gezegd hoor',
    "dat doen we 's avonds na het eten en 's morgens niet",
    'Zij sprak Maleis en Tigrinya.',
    'Dat was de Pierre-Robin sequentie.',
    'het netwerk verbreedt naar andere aandoeningen en dat is mooi',
  ])('%s', text => expect(found(text)).toEqual([]))

  it.each([
    ['Marijke: [lacht] Goede vraag', ['Marijke']],
    ['<v Respondent>Drie vragen hadden wij aan Sevgi.', ['Sevgi']],
    ['En toen werkte Annemiek mee. Bij Annemiek lukte het wel.', ['Annemiek', 'Annemiek']],
  ])('%s: only the name', (text, names) => expect(found(text).map(one => one.split(' ').slice(1).join(' '))).toEqual(names))
})

describe('a text of a few words', () => {
  it.each(['Fatima El Amrani', 'Jan', 'Sneek', 'max', 'Isala'])('%s is to look at', text => {
    const marks = nl.recognise(text)
    expect(marks.map(mark => mark.certainty)).toEqual(['look'])
  })

  it.each([
    ['mevrouw Terpstra', ['Terpstra']],
    ['Ik ben Jan de Vries', ['Jan de Vries']],
    ['ik werk in Sneek', ['Sneek']],
    ['mail naar a@b.nl', ['a@b.nl']],
  ])('%s says what its name is', (text, names) => expect(sure(text)).toEqual(names))
})

describe('a BSN', () => {
  it.each(['1-123456782', '123456782-1', '123456782;', '12345678212'])('is none in %s', text =>
    expect(nl.recognise(text).filter(mark => mark.type === 'BSN')).toEqual([]),
  )
  it('is one by itself, and behind its name', () => {
    expect(found('Dat is 123456782 geweest.')).toEqual(['BSN 123456782'])
    expect(found('Het bsn-123456782 stond erop.')).toEqual(['BSN 123456782'])
  })
})

describe('a first name that is a word of talk too', () => {
  it('is likely by itself, and sure by what stands before it', () => {
    expect(sure('en toen zei iris dat het goed was en wij ook')).toEqual([])
    expect(found('en toen zei iris dat het goed was en wij ook')).toEqual(['PERSON iris'])
    expect(sure('Mark zei dat het goed was, vond hij.')).toEqual([])
    expect(sure('ik ben mark en dat is goed zo')).toEqual(['mark'])
    expect(found('een iris in het oog was dat en verder niets')).toEqual([])
  })
})
