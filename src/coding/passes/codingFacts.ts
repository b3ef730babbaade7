import { type CodingFacts, nearName, tables } from '../../study/index.js'
import type { Draft } from './draft.js'
import { given } from './given.js'
import { meant, needUnnamed } from './meant.js'

/** What a coding can say besides its role. */
export const facts = [
  'polarity',
  'stance',
  'level',
  'beneficiary',
  'elicited',
  'expected',
  'certainty',
  'account',
  'about',
  'memo',
] as const

/** The facts of a coding that says nothing but its role. */
export function noFacts(role: string): CodingFacts {
  return {
    role,
    polarity: null,
    stance: null,
    level: null,
    beneficiary: null,
    elicited: null,
    expected: null,
    certainty: null,
    account: null,
    about: null,
    memo: null,
  }
}

/** Whether the facts a call gives are facts a coding can have; notes each that is not. */
export function checkFacts(draft: Draft, given: Partial<CodingFacts>, besides: readonly string[] = []): boolean {
  return Object.entries(given).every(([name, value]) => {
    if (value === undefined || besides.includes(name)) return true
    if (name === 'role') return checkRole(draft, value as string)
    if (!(facts as readonly string[]).includes(name)) {
      draft.problem('this is not a fact of a coding', meant(nearName(name, facts), `a coding can have: role, ${facts.join(', ')}`))
      return false
    }
    return value === null || checkFact(draft, name as (typeof facts)[number], value)
  })
}

/** Whether the study has this role; notes it when not. */
export function checkRole(draft: Draft, role: string): boolean {
  const { roles } = draft.study
  const known = roles.includes(role)
  if (!known)
    draft.problem(
      'this role is not one of the study’s',
      meant(nearName(String(role), roles), `the roles of this study are: ${roles.join(', ')}`),
    )
  return known
}

function checkFact(draft: Draft, name: (typeof facts)[number], value: unknown): boolean {
  if (name === 'about') return needUnnamed(draft, 'cases', value, '"about" names a case that is not in cases.csv', 'use the id of a case')
  const { values } = tables.codings.columns[name]
  const fits = name === 'expected' ? typeof value === 'boolean' : typeof value === 'string' && (values?.includes(value) ?? true)
  if (!fits) {
    const expected = values !== undefined ? `one of: ${values.join(', ')}` : name === 'expected' ? 'true or false' : 'a text'
    draft.problem(`this ${name} is not one a coding can have`, meant(nearName(String(value), values ?? []), `give ${expected}`))
  }
  return fits
}

/** The facts of a call as a coding holds them: what is left open is left out, and an empty text says nothing. */
export function heldFacts<F extends Partial<CodingFacts>>(facts: F): Partial<F> {
  const held = Object.entries(given(facts)).map(([name, value]) => [name, typeof value === 'string' && value.trim() === '' ? null : value])
  return Object.fromEntries(held) as Partial<F>
}
