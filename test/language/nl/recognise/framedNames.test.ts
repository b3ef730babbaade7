import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'
import { seenOf } from './marks.js'

const projects = (text: string) => seenOf('PROJECT', text)
const certainties = (text: string) => recogniseNl(text).map(({ text: words, certainty }) => [words, certainty])

describe('names that stand in a frame of talk', () => {
  it.each([
    ['ja en nu heet het buren voor buren want dat klinkt beter', ['buren voor buren']],
    ['en toen werd dat de overstap genoemd en dat was een goede naam', ['de overstap']],
    ['het kreeg de naam lichtpunt en iedereen kende het', ['lichtpunt']],
    ['en zo is koffie met kennis ontstaan dus dat', ['koffie met kennis']],
    ['ja met goed gebruik zijn we gestopt toen', ['goed gebruik']],
    ['we hebben toen jong aan de haven opgezet dat is voor jonge mensen', ['jong aan de haven']],
    ['ik ben projectleider van sterk aan zee nu', ['sterk aan zee']],
    ['die kaart heet geloof mij dat heeft zij bedacht', ['geloof mij']],
    ['ik zit in het netwerk palliatieve zorg waterkant daar', ['netwerk palliatieve zorg waterkant']],
  ])('%s', (text, names) => expect(projects(text)).toEqual(names))

  it('leaves an article and a word to somebody who looks', () => {
    expect(certainties('dat noemden we eerst gewoon de thee en de thee was goed')).toEqual([
      ['de thee', 'look'],
      ['de thee', 'look'],
    ])
  })

  it('finds none where nothing is called something', () => {
    expect(projects('ja dat is goed begonnen en het is zo ontstaan dus ik heb het zo genoemd')).toEqual([])
    expect(projects('marga heet ze en die jongen heet storm')).toEqual([])
  })
})
