import { describe, expect, it } from 'vitest'
import { found, foundOf } from './marks.js'

const persons = (text: string) => foundOf('PERSON', text)

describe('names by where they stand', () => {
  it.each([
    ['dat was mevrouw bezemer die had dat gezegd en wij niet', ['bezemer']],
    ['en toen zei mark tegen mij dat het niet kon', ['mark']],
    ['en toen zei jan tegen mij dat het niet kon', ['jan']],
    ['er was een adviseur maarten jan die had een plaat gemaakt', ['maarten jan']],
    ['van ommeren heeft dat later nog uitgelegd en dat was goed', ['van ommeren']],
    ['de nieuwe wethouder dat is van rossem en die wil een cijfer', ['van rossem']],
    ['een meisje in maarssen demi van vijftien daar ging het om', ['demi']],
    ['dat zei monique naaldenberg ook en wij ook', ['monique naaldenberg']],
    ['Jonker zei dat het niet kon.', ['Jonker']],
    ['En toen zei Ben tegen mij dat het niet kon.', ['Ben']],
    ['Dat deed Sanne Hollander altijd.', ['Sanne Hollander']],
    ['Dat was mevrouw Gerritse, geloof ik.', ['Gerritse']],
    ['Dat zei van Ginkel ook.', ['van Ginkel']],
    ['Haar zus heet Sha-na-ya, met streepjes.', ['Sha-na-ya']],
    ["'s Avonds belde Anne-Fleur nog.", ['Anne-Fleur']],
    ['Zij heeft Curaçaose ouders, en mevrouw Janse ook.', ['Janse']],
    // Short forms, and surnames that are trades too.
    ['Toen kwam dhr. v.d. Berg binnen en mw. v/d Meer ook nog even.', ['v.d. Berg', 'v/d Meer']],
    ['Ik sprak J. v.d. Berg en Piet v.d. Meer daarover.', ['J. v.d. Berg', 'Piet v.d. Meer']],
    ['K. de Boer-van Dam was er ook bij, geloof ik.', ['K. de Boer-van Dam']],
    ['onze coördinator lies en haar collega tom waren erbij', ['lies', 'tom']],
  ])('%s', (text, names) => expect(persons(text)).toEqual(names))

  it.each([
    'de mevrouw achterin zei niets en die mevrouw belde gisteren weer',
    'dat begon op 3 jan en dat duurde tot eind jan hoor',
    'in mei was dat en van boven kwam niets',
  ])('%s: no person', text => expect(persons(text)).toEqual([]))
})

describe('names of places and bodies', () => {
  it.each([
    ['ik woon al jaren in burgerveen en dat bevalt goed', ['LOCATION burgerveen']],
    ["Zij komt uit 't Zand en dat hoor je, geloof ik.", ['LOCATION t Zand']],
    ['Er lag een brief van het ROAZ Brabant daarover.', ['ORG ROAZ Brabant']],
    ['Dat betaalde Stichting Kwalmer toen maar voor een jaar.', ['ORG Stichting Kwalmer']],
  ])('%s', (text, marks) => expect(found(text)).toEqual(marks))

  it.each(['Kerkstr 3', 'Lindenpln. 4a', 'Aaaadam 1', '1234aa', 'ik zit in de kerkstraat honderdveertien en kom langs'])(
    '%s is an address',
    text => expect(found(text).map(one => one.split(' ')[0])).toEqual([text === '1234aa' ? 'POSTCODE' : 'ADDRESS']),
  )
  it.each(['Fase 2', 'Spreker 1', 'Thema 3'])('%s is none', text => expect(found(text)).toEqual([]))
})

describe('names of projects', () => {
  const projects = (text: string) => foundOf('PROJECT', text)
  it.each([
    ['Het kreeg een naam, Samen Sterker na een Beroerte, en die bleef.', ['Samen Sterker na een Beroerte']],
    ['Het heet officieel Overbruggen in Twente, dacht ik.', ['Overbruggen in Twente']],
    ['Een groepje. ‘De Wachtkamer’ noemden we dat.', ['De Wachtkamer']],
    ['Zij zitten in het project "Op eigen benen" nu.', ['Op eigen benen']],
    ['spreker 2 ja thuis verder heet dat en dat is voor gezinnen', ['thuis verder']],
  ])('%s', (text, names) => expect(projects(text)).toEqual(names))

  it.each(['Wij vergaderen met de Raad van Bestuur en de Tweede Kamer.', 'Dat noemen ze ‘gewoon doen’ en meer niet.'])('%s: none', text =>
    expect(projects(text)).toEqual([]),
  )
})

describe('subtitles', () => {
  it('read the lines of one cue as one', () => {
    const cue = '00:00:12,400 --> 00:00:17,300\nIk ben 87, en mijn man Arend\nis negentig geworden in Staphorst.\n'
    expect(found(cue)).toEqual(['AGE 87', 'PERSON Arend', 'AGE negentig', 'LOCATION Staphorst'])
  })
})
