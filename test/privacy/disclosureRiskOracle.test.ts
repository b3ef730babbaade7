import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclosureRisk } from '../../src/report/index.js'
import { entry } from '../builders.js'
import { makeSafe, type Person, type Row, riskStudy, sentenceOf, type Told, tableFor } from './riskStudy.js'

const attributes = ['ward', 'shift'] as const
const values = { ward: ['northern', 'southern'], shift: ['early', 'late'] } as const
const groups = ['nurse', 'manager'] as const

/** What is printed: the nth sentence of a person, and the columns beside it. */
interface Shown {
  readonly id: string
  readonly n: number
  readonly columns: readonly ('group' | 'ward' | 'shift')[]
}

interface Case {
  readonly people: readonly Person[]
  readonly told: readonly Told[]
  readonly shown: readonly Shown[]
}

const ids = fc.constantFrom(['1', '2', '3'], ['1', '2', '3a', '3b'], ['1', '3a', '3b', '4a', '4b'], ['1', '2', '3', '4', '5', '6'])

const cases: fc.Arbitrary<Case> = ids.chain(own => {
  const id = fc.constantFrom(...own)
  const n = fc.constantFrom(0, 1, 2)
  const maybe = (attribute: 'ward' | 'shift') => fc.constantFrom('', ...values[attribute])
  return fc.record({
    people: fc.tuple(
      ...own.map(one =>
        fc
          .record({ group: fc.constantFrom(...groups), ward: maybe('ward'), shift: maybe('shift') })
          .map(({ group, ward, shift }): Person => ({ id: one, group, attributes: { ward, shift } })),
      ),
    ),
    told: fc.array(
      fc.oneof(
        fc
          .constantFrom(...attributes)
          .chain(attribute =>
            fc.record({ id, n, attribute: fc.constant(attribute as string), value: fc.constantFrom(...values[attribute]) }),
          ),
        fc.record({ id, n, attribute: fc.constant('book'), value: fc.constantFrom('planned', 'unique') }),
      ),
      { maxLength: 3 },
    ),
    shown: fc.array(fc.record({ id, n, columns: fc.subarray(['group', 'ward', 'shift'] as const) }), { minLength: 1, maxLength: 5 }),
  })
})

const numberOf = (id: string) => id.replace(/\D/gu, '')
const companyOf = (id: string, people: readonly Person[]) => people.map(one => one.id).filter(other => numberOf(other) === numberOf(id))
const labelOf = (own: readonly string[]) => (own.length === 1 ? `Respondent ${own[0]}` : `Respondents ${own.join(' and ')}`)

/** Who a sentence is given to: the third of a pair is said under a mark that they share. */
const speakersOf = ({ id, n }: Pick<Shown, 'id' | 'n'>, people: readonly Person[]) => (n === 2 ? companyOf(id, people) : [id])

function rowsOf({ people, shown }: Case): readonly Row[] {
  return shown.map(one => {
    const own = speakersOf(one, people)
    const all = own.map(id => people.find(person => person.id === id)!)
    const cell = (column: string) => {
      const given = all.map(person => (column === 'group' ? person.group : (person.attributes[column] ?? '')))
      const order = column === 'group' ? [...new Set(people.map(person => person.group))] : given
      return [...new Set(order.filter(value => value !== '' && given.includes(value)))].join(' / ')
    }
    return {
      label: labelOf(own),
      quote: sentenceOf(one.id, one.n),
      ...Object.fromEntries(one.columns.map(column => [column, cell(column)])),
    }
  })
}

/** Counts in the plainest way: puts people in the places of those spoken of in every way there is, and keeps whom everything fits. */
function oracle({ people, told, shown }: Case): ReadonlyMap<string, number> {
  interface Fact {
    readonly of: readonly string[]
    readonly test: (person: Person) => boolean
  }
  const facts: Fact[] = []
  const uniques: (readonly string[])[] = []
  for (const [i, one] of shown.entries()) {
    const own = speakersOf(one, people)
    const row = rowsOf({ people, told, shown })[i]!
    for (const column of one.columns)
      for (const value of (row[column] ?? '').split(' / ').filter(part => part !== ''))
        facts.push({ of: own, test: person => (column === 'group' ? person.group : person.attributes[column]) === value })
    for (const reveal of told.filter(other => other.id === one.id && other.n === one.n)) {
      if (reveal.value === 'unique') uniques.push(own)
      else facts.push({ of: own, test: person => person.attributes[reveal.attribute] === reveal.value })
    }
  }
  const labels = new Map(shown.map(one => [labelOf(speakersOf(one, people)), speakersOf(one, people)]))
  return new Map(
    [...labels].map(([label, behind]) => {
      const places = companyOf(behind[0]!, people)
      const about = facts.filter(fact => fact.of.some(id => places.includes(id)))
      if (uniques.some(own => own.some(id => places.includes(id)))) return [label, 1]
      const companies =
        places.length === 1
          ? people.map(one => [one])
          : [...new Set(people.map(one => numberOf(one.id)))]
              .map(number => people.filter(one => numberOf(one.id) === number))
              .filter(one => one.length > 1)
      const fitting = new Set(behind)
      for (const company of companies) {
        for (const seated of orders(company, places.length)) {
          const at = (id: string) => seated[places.indexOf(id)]!
          if (about.every(fact => fact.of.some(id => fact.test(at(id))))) for (const id of behind) fitting.add(at(id).id)
        }
      }
      return [label, fitting.size]
    }),
  )
}

/** All ways to put so many of these in a row. */
function orders<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  if (length === 0) return [[]]
  return all.flatMap((one, i) => orders([...all.slice(0, i), ...all.slice(i + 1)], length - 1).map(rest => [one, ...rest]))
}

function weighed(one: Case, rows = rowsOf(one)) {
  const safe = makeSafe(riskStudy(one.people, one.told), { attributes: [...attributes] })
  return disclosureRisk(safe, { outputs: [tableFor(safe, rows)] })
}

const kOf = (one: Case) => new Map([...weighed(one)].map(dossier => [dossier.label, dossier.k]))

describe('the number of people who fit', () => {
  it('is that of an oracle that tries everybody', () => {
    fc.assert(
      fc.property(cases, one => {
        expect(new Map([...kOf(one)].sort())).toEqual(new Map([...oracle(one)].sort()))
      }),
      { numRuns: 150 },
    )
  })

  it('leaves an insider one fewer, nobody with fewer than one, and one of who spoke with others', () => {
    fc.assert(
      fc.property(cases, one => {
        for (const { label, k, insider } of weighed(one)) {
          const spokeWith = companyOf(/\d+[ab]?/u.exec(label)![0], one.people)
          expect(insider).toBe(spokeWith.length > 1 ? 1 : Math.max(1, k - 1))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('never rises with more quotes, columns or reveals', () => {
    const more = fc.record({ one: cases, cut: fc.constantFrom('shown' as const, 'told' as const, 'columns' as const), at: fc.nat(4) })
    fc.assert(
      fc.property(more, ({ one, cut, at }) => {
        const without = <T>(all: readonly T[]): readonly T[] => all.filter((_, i) => i !== at % Math.max(1, all.length))
        const less: Record<typeof cut, Case> = {
          columns: { ...one, shown: one.shown.map(row => ({ ...row, columns: without(row.columns) })) },
          shown: { ...one, shown: without(one.shown) },
          told: { ...one, told: without(one.told) },
        }
        const before = kOf(less[cut])
        for (const [label, k] of kOf(one)) if (before.has(label)) expect(k).toBeLessThanOrEqual(before.get(label)!)
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order of tables, rows or the register; nor does a dossier', () => {
    const register = [entry('Zwaardvis'), entry('Kabeljauw', { type: 'ORG', label: 'a house' })]
    const told = (one: Case, turned: boolean) => {
      const study = riskStudy(one.people, one.told)
      const turn = <T>(all: readonly T[]) => (turned ? [...all].reverse() : all)
      const other = { ...study, respondents: turn(study.respondents), codings: turn(study.codings), reveals: turn(study.reveals) }
      const safe = makeSafe(other, { attributes: turn(attributes), register: turn(register) })
      const all = disclosureRisk(safe, { outputs: [tableFor(safe, turn(rowsOf(one)))] })
      return new Map([...all].map(({ label, k, text }) => [label, `${k} ${text.replace(/row \d+ of reveals/gu, 'row of reveals')}`]))
    }
    const contradictory: Case = {
      people: ['1', '2', '3'].map(id => ({ id, group: 'nurse', attributes: { ward: '', shift: '' } })),
      told: ['early', 'late'].map(value => ({ id: '1', n: 0, attribute: 'shift', value })),
      shown: [{ id: '1', n: 0, columns: [] }],
    }
    fc.assert(
      fc.property(cases, one => {
        const [left, right] = [told(one, false), told(one, true)]
        expect(new Map([...right].sort())).toEqual(new Map([...left].sort()))
      }),
      {
        numRuns: 100,
        // One passage that tells two values of one attribute.
        examples: [[contradictory]],
      },
    )
  })

  it('does not depend on how anybody is called', () => {
    const called = (one: Case, name: string) => {
      const people = one.people.map(person => ({ ...person, group: person.group === 'nurse' ? `nurse of ${name}` : person.group }))
      const shown = {
        ...one,
        people,
        told: one.told.map(reveal => (reveal.value === 'planned' ? { ...reveal, value: `on ${name}` } : reveal)),
      }
      const safe = makeSafe(riskStudy(shown.people, shown.told), { attributes: [...attributes], register: [entry(name, { type: 'ORG' })] })
      const rows = rowsOf({ ...shown, people: safe.respondents.map(row => ({ id: row.id, group: row.group!, attributes: row.extra })) })
      return JSON.stringify([...disclosureRisk(safe, { outputs: [tableFor(safe, rows)] })])
    }
    fc.assert(
      fc.property(cases, one => {
        expect(called(one, 'Kabeljauw')).toBe(called(one, 'Zwaardvis'))
        expect(called(one, 'Kabeljauw')).not.toMatch(/kabeljauw/iu)
      }),
      { numRuns: 100 },
    )
  })

  it('with the change that is proposed is the number that is told', () => {
    fc.assert(
      fc.property(cases, one => {
        for (const { label, change, k } of weighed(one)) {
          const words = /^Leave this quote out: “(.*)”$/u.exec(change?.what ?? '')?.[1]
          const column = /^Leave the column (\w+) out\.$/u.exec(change?.what ?? '')?.[1]
          const isMerge = /^Print (?:nurse and manager|manager and nurse) as one group\.$/u.test(change?.what ?? '')
          if (change === null || (words === undefined && column === undefined && !isMerge)) continue
          const other = isMerge ? { ...one, people: one.people.map(person => ({ ...person, group: 'team' })) } : one
          const rows = rowsOf(other).map(row => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)) as Row)
          const left = rows.filter(row => words === undefined || row.quote !== words)
          const after = new Map([...weighed(other, left)].map(dossier => [dossier.label, dossier.k]))
          expect(change.k).toBeGreaterThanOrEqual(k)
          expect(after.get(label) ?? one.people.length).toBe(change.k)
        }
      }),
      { numRuns: 100 },
    )
  })
})
