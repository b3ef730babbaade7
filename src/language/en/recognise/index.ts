import type { Recogniser } from '../../mark.js'
import { findAddresses } from './addresses.js'
import { findAgain } from './again.js'
import { findAges } from './ages.js'
import { findCapitalised } from './capitalised.js'
import { findCodes } from './codes.js'
import { findCredentials, findEmails, findIps, findUrls } from './contact.js'
import { findDates } from './dates.js'
import { findDepartments } from './departments.js'
import { findDomains } from './domains.js'
import { findings } from './findings.js'
import { findFunctions } from './functions.js'
import { findListed } from './listed.js'
import { findLoneCapitals } from './loneCapitals.js'
import { findLowerCase } from './lowerCase.js'
import { findNumbers } from './numbers.js'
import { findOrganisations } from './organisations.js'
import { findProjects } from './projects.js'
import { readText } from './reading.js'
import { findSpeakers } from './speakers.js'
import { findSpokenDigits, findSpokenEmails } from './spoken.js'
import { findSpokenNames } from './spokenNames.js'
import { findTitles } from './titles.js'

// In this order: what is known by its form, then by its nouns, then by its capitals or its strangeness, then by what was found.
const rules = [
  findEmails,
  findSpokenEmails,
  findIps,
  findUrls,
  findCredentials,
  findCodes,
  findNumbers,
  findSpokenDigits,
  findDates,
  findAddresses,
  findAges,
  findSpeakers,
  findProjects,
  findSpokenNames,
  findOrganisations,
  findDepartments,
  findListed,
  findTitles,
  findCapitalised,
  findLowerCase,
  findDomains,
  findAgain,
  findFunctions,
  findLoneCapitals,
]

/** Finds names and what else may identify in English interview talk. */
export const recogniseEn: Recogniser = text => {
  const reading = readText(text)
  const found = findings(reading)
  for (const rule of rules) rule(reading, found)
  return found.settle()
}
