import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'
import { found, seenOf } from './marks.js'

const persons = (text: string) => seenOf('PERSON', text)
const certainties = (text: string) => recogniseNl(text).map(({ text: words, certainty }) => [words, certainty])

describe('first names that are words, in text without capitals', () => {
  it('are to be looked at where only a person would stand', () => {
    expect(certainties('en dan komt ton binnen en dat was het')).toEqual([['ton', 'look']])
    expect(certainties('je moet naar roos vragen aan de balie')).toEqual([['roos', 'look']])
  })

  it('are names wherever they stand when twice only a person would', () => {
    expect(certainties('dan heeft roos dat weer en toen zei ik en roos zegt niks dus ja roos zelf weet het')).toEqual([
      ['roos', 'likely'],
      ['roos', 'likely'],
      ['roos', 'likely'],
    ])
  })

  it('are words where an article stands before one of them', () => {
    expect(found('de roos was rood en toen zei iemand dat heeft roos gedaan')).toEqual([])
    expect(found('er was storm en je hebt storm op zee')).toEqual([])
  })

  it('are what somebody is called', () => {
    expect(persons('ze heet trouwens kiezel en dat is bijzonder')).toEqual(['kiezel'])
  })

  it('are surnames with "van" or with an adjective that no noun has', () => {
    expect(persons('met van dijk kon ik het goed vinden')).toEqual(['van dijk'])
    expect(persons('dat was merel de groot en die wist het meteen')).toEqual(['merel de groot'])
    expect(persons('met de groot ging dat helemaal niet')).toEqual(['de groot'])
  })

  it('are said twice in speech', () => {
    expect(persons('onze directeur dat is jutta jutta brandt die komt uit het noorden')).toEqual(['jutta jutta brandt'])
  })
})

describe('a first name that is the verb of every other sentence', () => {
  it('is to be looked at where a surname, a preposition or the verb itself stands beside it', () => {
    expect(persons('daar zit mijn oude opleider in wil prins die is al oud')).toEqual(['wil prins'])
    expect(persons('zeg maar wil hoor zo noemen ze me')).toEqual(['wil'])
    expect(persons('haha wil wil niet')).toEqual(['wil'])
    expect(persons('anders moet je wil vragen of die nog tijd heeft')).toEqual(['wil'])
  })

  it('is a verb elsewhere', () => {
    expect(persons('ik wil graag dat hij wil en wat wil je dan wil ik ook')).toEqual([])
  })
})
