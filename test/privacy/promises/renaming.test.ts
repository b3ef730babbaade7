import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anonymised, anonymise, type Entry, type Study } from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { entry } from '../../builders.js'
import { everythingFrom } from './doors.js'
import { attribute, everyField } from './everyField.js'

/** Who and what is named, with a label that was drawn once, and how each is written in two ways. */
interface Name {
  readonly name: string
  readonly variant: string
}

const kinds = ['PERSON', 'PERSON', 'ORG', 'PERSON', 'LOCATION'] as const
const labels = ['person Q', 'person F', 'organisation M', 'person B', 'place T']
const given = ['Otto', 'Zsófia', 'Bo', 'Anne-Marie', 'Ĳsbrand', 'Ömer', 'Wu', 'Maximiliane Theodora', "D'Arcy", 'Łukasz']
const family = ['Canary', 'Ångström', 'Li', "van 't Hoff", 'Featherstonehaugh', 'Yıldız', 'Groß', 'Quispe Mamani', 'Žižka', 'Orr-Ewing']

const names: fc.Arbitrary<readonly Name[]> = fc
  .tuple(
    fc.shuffledSubarray(given, { minLength: kinds.length, maxLength: kinds.length }),
    fc.shuffledSubarray(family, { minLength: kinds.length, maxLength: kinds.length }),
  )
  .map(([first, last]) => first.map((one, i) => ({ name: `${one} ${last[i]}`, variant: last[i]! })))

const registerOf = (all: readonly Name[]): readonly Entry[] =>
  all.map(({ name, variant }, i) => entry(name, { variants: [variant], type: kinds[i]!, label: labels[i]! }))

/** A study that names somebody in every text of it, by name or by variant, here and there in brackets or with an s. */
function studyNaming(all: readonly Name[]): Study {
  let n = 0
  return everyField((place, plain) => {
    if (place === 'roles.id' || place === 'respondents.label') return plain
    n++
    const { name, variant } = all[n % all.length]!
    const written = n % 3 === 0 ? variant : name
    return `${plain} ${n % 7 === 0 ? `(${written})` : n % 5 === 0 ? `${written}’s` : written}`
  })
}

const safeOf = (study: Study, all: readonly Name[]) =>
  anonymise(study, { register: registerOf(all), language: en, attributes: [attribute] })

/** Everything anyone but the team gets, in order. */
function outputsOf({ study, log }: Anonymised): readonly string[] {
  const out = [...everythingFrom(study)].map(({ door, format, output, refusal }) => `${door}, ${format}: ${output ?? refusal}`)
  return [JSON.stringify(study), log.toText(), ...out]
}

describe('two studies that differ by the names in the register alone', () => {
  it('give the same bytes everywhere, in the same order', () => {
    fc.assert(
      fc.property(names, names, (ones, others) => {
        expect(outputsOf(safeOf(studyNaming(others), others))).toEqual(outputsOf(safeOf(studyNaming(ones), ones)))
      }),
      { numRuns: 3, seed: 7, endOnFailure: true },
    )
  })

  it('give the same refusals', () => {
    fc.assert(
      fc.property(names, names, fc.constantFrom('roles.id', 'respondents.label'), (ones, others, at) => {
        const refusal = (all: readonly Name[]) => {
          try {
            safeOf(
              everyField((place, plain) => (place === at ? `${plain} ${all[1]!.name}` : plain)),
              all,
            )
          } catch (error) {
            return String(error)
          }
          throw new Error('it was not refused')
        }
        expect(refusal(others)).toBe(refusal(ones))
      }),
      { numRuns: 6, seed: 7, endOnFailure: true },
    )
  })

  it('give other bytes when one name is missing in the register: the comparison can fail', () => {
    const [ones, others] = fc.sample(names, { numRuns: 2, seed: 7 })
    const outputs = (all: readonly Name[]) =>
      outputsOf(safeOf(studyNaming(all), [...all.slice(0, 4), { name: 'Nobody', variant: 'Noone' }]))
    expect(outputs(others!)).not.toEqual(outputs(ones!))
  })
})

/** Any order of the rows that stand in a table as they came: by date, by name, by file. */
function shuffled(study: Study, seed: number): Study {
  const inOrder = <R>(rows: readonly R[], n: number) =>
    fc.sample(fc.shuffledSubarray([...rows], { minLength: rows.length }), { numRuns: 1, seed: seed + n })[0]!
  return {
    ...study,
    respondents: inOrder(study.respondents, 1),
    transcripts: inOrder(study.transcripts, 2),
    cases: inOrder(study.cases, 3),
    codings: inOrder(study.codings, 4),
    quotes: inOrder(
      study.quotes.map(one => ({ ...one, order: null })),
      5,
    ),
    evidence: inOrder(study.evidence, 6),
    cells: inOrder(study.cells, 7),
    answers: inOrder(study.answers, 8),
    prompts: inOrder(study.prompts, 9),
    responses: inOrder(study.responses, 10),
  }
}

it('the order in which people, conversations and what was said stand in the tables changes no public byte', () => {
  const [all] = fc.sample(names, { numRuns: 1, seed: 3 })
  const study = studyNaming(all!)
  const first = outputsOf(safeOf(shuffled(study, 1), all!))
  for (const seed of [100, 200]) expect(outputsOf(safeOf(shuffled(study, seed), all!))).toEqual(first)
})

it('the numbers that somebody with a label of its own has in the tables stand nowhere', () => {
  const numbered = everyField((place, plain) => (place === 'respondents.id' ? `interview-${plain}` : plain))
  const { study } = anonymise(numbered, { register: [entry('Nobody', { label: 'X' })], language: en })
  expect(JSON.stringify(study)).not.toContain('interview-')
  const again = { ...numbered, respondents: numbered.respondents.map(one => ({ ...one, label: null })) }
  expect(JSON.stringify(anonymise(again, { register: [entry('Nobody', { label: 'X' })], language: en }).study)).toContain('interview-')
})
