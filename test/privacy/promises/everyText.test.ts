import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymise, type Entry, StudyError } from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { columnsOf, findProblems, tableNames } from '../../../src/study/index.js'
import { entry } from '../../builders.js'
import { everythingFrom } from './doors.js'
import { attribute, everyField, type Place, placesOfStudy, repeating } from './everyField.js'
import { seesName } from './seesName.js'
import { type Spelling, spellings } from './spellings.js'

const places = placesOfStudy()
const first = 'Zwabo'

// A surname per place, so that what came through is known by the place it came from.
const syllables = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'pu']
const surname = (place: Place) => `Quex${[...String(100 + places.indexOf(place))].map(one => syllables[Number(one)]).join('')}`
const lettersFor = (place: Place) => [`${first}${surname(place)}`, `${surname(place)}${first}`].map(one => one.toLowerCase())
const register: readonly Entry[] = places.map((place, i) => entry(`${first} ${surname(place)}`, { label: `person ${i}` }))

/** In the model a coding has no words of its own, and roles that are known by name have no text. */
const apart: readonly Place[] = ['codings.quote']

/** Here a name makes the study unusable in public: nothing of it is anonymised, so these are asked one by one. */
const refused: readonly Place[] = ['roles.id', 'respondents.label']

function studyWith(written: ReadonlyMap<Place, Spelling>) {
  return everyField((place, plain) => {
    const spelling = written.get(place)
    return spelling === undefined ? plain : `${plain} ${spelling.write(first, surname(place))}`.trim()
  })
}

function safeFrom(written: ReadonlyMap<Place, Spelling>) {
  return anonymise(studyWith(written), { register, language: en, attributes: [attribute] }).study
}

/** The places of which the name stands in a text. */
const seenIn = (text: string) => places.filter(place => lettersFor(place).some(one => seesName(text, one)))

/** Looks for what is named only where something is. */
function placesSeen(text: string): readonly Place[] {
  return seesName(text, 'quex') ? seenIn(text) : []
}

describe('the study that fills every field', () => {
  it('is sound, and has something in every column of text that is declared', () => {
    expect(findProblems(everyField((_, plain) => plain))).toEqual([])
    const roles = ['context', 'mechanism', 'outcome', 'setting']
    const declared = tableNames.flatMap(table =>
      Object.entries(columnsOf(table, roles)).flatMap(([name, { kind }]) =>
        kind === 'text' || kind === 'list' ? [`${table}.${name}`] : [],
      ),
    )
    expect(declared.filter(place => !places.includes(repeating[place] ?? place) && !apart.includes(place))).toEqual([])
  })

  it('shows a planted name when nothing hides it: in every place, so that its absence says something', () => {
    const written = places.filter(place => place !== 'roles.id')
    const all = new Map(written.map(place => [place, spellings[0]!]))
    expect(placesSeen(JSON.stringify(studyWith(all)))).toEqual(written)
  })
})

const shown = spellings.filter(({ what }) => what !== 'a possessive of an s')
/** An address leads to a person by itself, whatever stands in it: it is refused. */
const passing = shown.filter(({ what }) => !/^a (?:web|mail) address/u.test(what))
describe.each(Array.from({ length: 3 }, (_, i) => i))('a name in every text at once, each spelled in its own way (%i)', shift => {
  const written = new Map(
    places.filter(place => !refused.includes(place)).map((place, i) => [place, passing[(i * 7 + shift * 17) % passing.length]!]),
  )
  const safe = safeFrom(written)

  it('stands nowhere in the safe study', () => {
    expect(placesSeen(JSON.stringify(safe))).toEqual([])
  })

  it('comes out of no door in any format, and stops none', () => {
    let outputs = 0
    for (const { door, format, output, refusal } of everythingFrom(safe)) {
      expect(refusal, `${door}, ${format}`).toBeNull()
      expect([door, format, placesSeen(output!)]).toEqual([door, format, []])
      outputs++
    }
    expect(outputs).toBeGreaterThan(300)
  })
})

it.each(refused)('a name in %s is refused, and not repeated', place => {
  for (const spelling of spellings.slice(0, 5)) {
    const attempt = () => safeFrom(new Map([[place, spelling]]))
    expect(attempt).toThrow(StudyError)
    expect(attempt).not.toThrow(/quex/iu)
  }
})

it('a name that comes into a safe study afterwards, at any place and in any spelling, is refused or does not come out', () => {
  let refusals = 0
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...shown), (place, spelling) => {
      const safe = safeFrom(new Map())
      // What nobody is to do: the guard stays, and the content is another.
      const named = studyWith(new Map([[place, spelling]]))
      Object.assign(safe, { ...named, journal: safe.journal, memos: [] })
      for (const { door, format, output, refusal } of everythingFrom(safe)) {
        if (refusal === null) expect([door, format, placesSeen(output!)]).toEqual([door, format, []])
        else {
          expect(refusal).toBeInstanceOf(StudyError)
          expect(String((refusal as Error).stack)).not.toMatch(/quex/iu)
          refusals++
        }
      }
    }),
    { numRuns: 6, seed: 4, endOnFailure: true },
  )
  expect(refusals).toBeGreaterThan(20)
})
