import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const marks = (text: string) => recogniseNl(text).map(one => `${one.type} ${one.text}`)

describe('numbers as they are spoken', () => {
  it.each([
    [
      'het staat op nl dertien abna nul vier nul nul een een twee twee drie drie en dat klopt',
      'IBAN nl dertien abna nul vier nul nul een een twee twee drie drie',
    ],
    ['mijn vrijwilligersnummer is kv nul zeven nul zeven dus', 'ID kv nul zeven nul zeven'],
    ['je belt nul zes driehonderd twaalf nul nul acht acht twee en dan', 'PHONE nul zes driehonderd twaalf nul nul acht acht twee'],
    ['ik moest naar de fysio op de braak veertien en dan rechts', 'ADDRESS braak veertien'],
    ['ze is gevonden op de vriezeseweg met een tas', 'ADDRESS vriezeseweg'],
    ['ik weet dat hij in de stationsstraat is', 'ADDRESS stationsstraat'],
    ['dat duurt nog tot december vijfentwintig en dan niet meer', 'DATE december vijfentwintig'],
    ['sinds kerstavond tweeduizend negentien is het stil', 'DATE kerstavond tweeduizend negentien'],
  ])('%s', (text, mark) => expect(marks(text)).toContain(mark))

  it.each([
    'we staan in de top tien en hij zit in groep acht en op kamer vier',
    'het telefoonnummer ken ik niet en het kamernummer is drie',
    'ik ging naar de bank rabo heet die met twee mensen',
    'in december vijfentwintig mensen op bezoek',
  ])('nobody is meant: %s', text => expect(marks(text).filter(one => /^(?:ADDRESS|ID|IBAN|DATE december v)/u.test(one))).toEqual([]))
})

describe('whose age it is', () => {
  it.each([
    ['spreker 1 en hoe oud bent u\nspreker 2 zesenzestig ja', 'AGE zesenzestig'],
    ['en mijn man sproet is eenenzeventig die was bakker', 'AGE eenenzeventig'],
    ['daar komt een jongen met epilepsie achttien en die schaakt', 'AGE achttien'],
    ['een studente van de academie twintig jaar met een vlecht', 'AGE twintig'],
    ['Dat was Marieke, een beer van 32, die nooit praat.', 'AGE 32'],
    ["Daar zat zo'n knul van 23, net begonnen.", 'AGE 23'],
  ])('%s', (text, mark) => expect(marks(text)).toContain(mark))

  it.each(['een vrouw van twee deuren verder', 'ik heb nog een jaar of twintig te gaan', 'een man met drie kinderen en een hond'])(
    'nobody is of that age: %s',
    text => expect(marks(text).filter(one => one.startsWith('AGE'))).toEqual([]),
  )
})

describe('what somebody was', () => {
  it.each([
    ['die was vroeger mandenmaker bij de haven', 'FUNCTION mandenmaker'],
    ['dat is Bert, gepensioneerd havenloods, en hij weet alles', 'FUNCTION havenloods'],
    ['Marieke, die was violiste en daarna niets meer', 'FUNCTION violiste'],
  ])('%s', (text, mark) => expect(marks(text)).toContain(mark))

  it('is no adverb', () =>
    expect(marks('dat was vroeger beter en hij was altijd later').filter(one => one.startsWith('FUNCTION'))).toEqual([]))
})
