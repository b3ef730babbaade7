import { describe, expect, it } from 'vitest'
import { recogniseNl } from '../../../../src/language/nl/recognise/index.js'

const looks = (text: string) => recogniseNl(text).flatMap(one => (one.certainty === 'look' ? [`${one.type} ${one.text}`] : []))
const marks = (text: string) => recogniseNl(text).map(one => `${one.type} ${one.text}`)

describe('words that stand where talk puts a name', () => {
  it.each([
    ['en toen mijn zus fortuin belde wist ik genoeg', 'PERSON fortuin'],
    ['ja haar vriendin gratie vertelde dat ook al', 'PERSON gratie'],
    ['en dan zegt mevrouw van de po dat het niet kan', 'PERSON van de po'],
    ['we kregen meneer de ra op de koffie', 'PERSON de ra'],
    ['mijn nicht heeft een winkel in utrecht wolwonder heet die en dat loopt goed', 'ORG wolwonder'],
    ['hij zat toen via een uitzendbureau groeikracht heet die in de kassen', 'ORG groeikracht'],
    ['ze begon een zaak in tilburg stofjuweel en dat ging goed', 'ORG stofjuweel'],
    ['ja hoe heette dat\nbrood op de plank dat was met de kerk', 'PROJECT brood op de plank'],
    ['zij heeft die vertrouw mij kaart aan de balie gelegd', 'PROJECT vertrouw mij kaart'],
    ['dat komt allemaal uit het kringplan dus daar kijken we in', 'PROJECT kringplan'],
  ])('are put before somebody: %s', (text, mark) => expect(looks(text)).toContain(mark))

  it('are a firm behind its noun, with what belongs to it', () => {
    expect(marks('dat kwam van het bedrijf van zozu dental nee van een ander')).toContain('ORG zozu dental')
  })

  it('are a chain of care behind letters, with the place', () => {
    expect(marks('Ik ben coördinator van COPD-keten Salland-Oost. Dat zijn twee ziekenhuizen.')).toContain(
      'PROJECT COPD-keten Salland-Oost',
    )
  })

  it.each([
    'mijn moeder vaak belde en mijn vader meestal kwam en zijn zus natuurlijk vertelde dat ook',
    'toen mijn vader laatst belde en mijn zus opeens kwam',
    'omdat mijn moeder dement was en haar man slecht ging slapen',
    'die mevrouw van hiernaast en een mevrouw van de bank',
    'ik heb een winkel in de stad gehad en hij had een zaak in het dorp',
    'het bedrijf van mijn man en de winkel van de buren',
    'die oude kaart en dat nieuwe plan en die hele mooie kaart en dat je zonder plan werkt',
    'hoe heette dat ook weer ik weet het niet meer en hoe heet dat nou',
    'dat mensen samen een plan maken en die hebben een project',
  ])('are left alone in ordinary talk: %s', text => expect(recogniseNl(text)).toEqual([]))

  it('are read in one pass', () => {
    const text = 'hoe heette dat de de de kaart die mijn zus mevrouw van de van de '.repeat(4000)
    const start = performance.now()
    recogniseNl(text)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
