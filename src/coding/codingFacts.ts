import { type CodingFacts, readCell, type Study, tables } from '../study/index.js'
import type { Draft } from './draft.js'

const facts = ['polarity', 'stance', 'level', 'beneficiary', 'elicited', 'expected', 'certainty', 'account', 'about', 'memo'] as const

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
      draft.problem('this is not a fact of a coding', `a coding can have: role, ${facts.join(', ')}`)
      return false
    }
    return value === null || checkFact(draft, name as (typeof facts)[number], value)
  })
}

/** Whether the study has this role; notes it when not. */
export function checkRole(draft: Draft, role: string): boolean {
  const known = (draft.study as Study).roles.includes(role)
  if (!known) draft.problem('this role is not one of the study’s', `the roles of this study are: ${draft.study.roles.join(', ')}`)
  return known
}

function checkFact(draft: Draft, name: (typeof facts)[number], value: unknown): boolean {
  if (name === 'about' && draft.get('cases', String(value)) === undefined) {
    draft.problem('"about" names a case that is not in cases.csv', 'use the id of a case')
    return false
  }
  const column = tables.codings.columns[name]
  const fits = name === 'expected' ? typeof value === 'boolean' : typeof value === 'string' && 'value' in readCell(column, value)
  if (!fits) {
    const expected = column.kind === 'choice' ? `one of: ${column.values?.join(', ')}` : name === 'expected' ? 'true or false' : 'a text'
    draft.problem(`this ${name} is not one a coding can have`, `give ${expected}`)
  }
  return fits
}
