import { nameKey } from '../ladder/nameKey.js'
import { stepsWithout } from '../ladder/stepsWithout.js'
import { ageSteps } from './ladder/ageSteps.js'
import { dateSteps } from './ladder/dateSteps.js'
import { functionSteps } from './ladder/functionSteps.js'
import { departmentSteps, institutionSteps } from './ladder/institutionSteps.js'
import { placeSteps } from './ladder/placeSteps.js'

type Steps = readonly (string | null)[]

const byType: Readonly<Record<string, (name: string) => Steps>> = {
  LOCATION: placeSteps,
  PLACE: placeSteps,
  HOSPITAL: name => institutionSteps(name, ['hospital', 'care', 'organisation']),
  CARE_INSTITUTION: name => institutionSteps(name, ['care', 'hospital', 'organisation']),
  ORG: name => institutionSteps(name, ['organisation', 'care', 'hospital']),
  ORGANISATION: name => institutionSteps(name, ['organisation', 'care', 'hospital']),
  DEPARTMENT: departmentSteps,
  FUNCTION: functionSteps,
  AGE: ageSteps,
  DATE: dateSteps,
  POSTCODE: postcodeSteps,
}

/**
 * Ever coarser Dutch words for a name or number of a type, from fine to coarse. Places and institutions are words with their article ("een
 * gemeente in Noord-Brabant"); functions, years and bands of ages are without, as what they stand for is ("de kinderarts", "ik ben 58").
 * No step holds the name, but a band of ages may begin or end with the age itself. Empty when nothing is known.
 */
export function ladderNl(type: string, name: string): readonly string[] {
  const steps = byType[type]?.(name.trim()) ?? []
  return type === 'AGE' ? steps.filter((step): step is string => step !== null && step !== name) : stepsWithout(name, steps)
}

function postcodeSteps(name: string): Steps {
  const digits = /^([1-9])([0-9])[0-9]{2}(?:[a-z]{2})?$/u.exec(nameKey(name))
  return digits === null ? [] : [`postcodegebied ${digits[1]}${digits[2]}..`, `postcodegebied ${digits[1]}...`]
}
