import { stepsWithout } from '../ladder/stepsWithout.js'
import { ageSteps } from './ladder/ageSteps.js'
import { dateSteps } from './ladder/dateSteps.js'
import { functionSteps } from './ladder/functionSteps.js'
import { departmentSteps, institutionSteps } from './ladder/institutionSteps.js'
import { placeSteps } from './ladder/placeSteps.js'
import { postcodeSteps } from './ladder/postcodeSteps.js'

type Steps = readonly (string | null)[]

const byType: Readonly<Record<string, (name: string) => Steps>> = {
  LOCATION: placeSteps,
  PLACE: placeSteps,
  HOSPITAL: name => institutionSteps(name, ['hospital', 'organisation']),
  CARE_INSTITUTION: name => institutionSteps(name, ['hospital', 'organisation']),
  ORG: name => institutionSteps(name, ['organisation', 'hospital']),
  ORGANISATION: name => institutionSteps(name, ['organisation', 'hospital']),
  DEPARTMENT: departmentSteps,
  FUNCTION: functionSteps,
  AGE: ageSteps,
  DATE: dateSteps,
  POSTCODE: postcodeSteps,
}

/**
 * Ever coarser English words for a name or number of a type, from fine to coarse. Places and institutions are words with their article ("a
 * place in Kent"); functions, years and bands of ages are without, as what they stand for is ("the paediatrician", "I am 58"). No step holds
 * the name, but a band of ages may begin or end with the age itself. Empty when nothing is known.
 */
export function ladderEn(type: string, name: string): readonly string[] {
  const steps = byType[type]?.(name.trim()) ?? []
  return type === 'AGE' ? steps.filter((step): step is string => step !== null && step !== name) : stepsWithout(name, steps)
}
