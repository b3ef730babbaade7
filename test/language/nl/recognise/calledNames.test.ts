import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const marks = (text: string) => recogniseNl(text).map(one => `${one.type} ${one.text}`)

describe('what talk says is called so', () => {
  it.each([
    ['we hebben een rooster in een groepsapp die heet de zilveren spaken en daar staat het', 'PROJECT de zilveren spaken'],
    ['hij heet anders maar iedereen zegt kluit want dat past bij hem', 'PERSON kluit'],
    ['en die jongen noemen ze hier sproet want hij is rood', 'PERSON sproet'],
    ['ik heet eigenlijk anders maar op straat zeggen ze kluit ik ben nu buurtwerker', 'PERSON kluit'],
    ['mijn naam is lang dus zeg maar kj dat doet iedereen hier', 'PERSON kj'],
  ])('is put before somebody: %s', (text, mark) => expect(marks(text)).toContain(mark))

  it('is known further on', () => {
    const found = marks('spreker 2 de robot die heet knoest en toen zei ik tegen knoest dat het goed was\nspreker 2 en knoest zweeg')
    expect(found.filter(one => one.endsWith(' knoest')).length).toBe(3)
  })

  it.each(['iedereen zegt ja en ze zeggen niks', 'en ik noem hem aardig en zij noemt haar lief'])(
    'is nothing that is only said: %s',
    text => expect(marks(text).filter(one => /^(?:PERSON|ORG|PROJECT)/u.test(one))).toEqual([]),
  )

  it('is a person of two letters behind a word for one, and then everywhere', () => {
    expect(marks('daar werkt een jongen mo en mo die zingt altijd').filter(one => one === 'PERSON mo').length).toBe(2)
    expect(marks('dan bel ik de pg en een man van de pg komt').filter(one => one === 'PERSON pg')).toEqual([])
  })
})

describe('names in text with capitals', () => {
  it.each([
    ['Op vrijdag hebben we De Rode Ladder. Dat is een plek.', 'PROJECT De Rode Ladder'],
    ['Iedereen zegt de Strekel, want zo heet de dijk.', 'ORG de Strekel'],
    ['Dat hoorde ik van Bij-Z, dat is het welzijnswerk.', 'ORG Bij-Z'],
    ['Die hebben we van de gebroeders Zeeuw, van de overkant.', 'PERSON Zeeuw'],
    ['De kinderen noemen hem dokter Bé.', 'PERSON Bé'],
    ['Dat doet onze penningmeester. Kiel Plooij, met een ij.', 'PERSON Kiel Plooij'],
  ])('%s', (text, mark) => expect(marks(text)).toContain(mark))

  it('are known at the start of a sentence by how they are written elsewhere', () => {
    expect(
      marks('Het begon met Pros. Een man alleen.\n\nPros naar het ziekenhuis, en dat was dat.').filter(one => one === 'PERSON Pros').length,
    ).toBe(2)
    expect(
      marks('Ik sprak met Kubus. Kubus kwam.\n\nKubus is ook een vorm: een kubus.').filter(one => one.endsWith(' Kubus')).length,
    ).toBeLessThan(3)
  })
})
