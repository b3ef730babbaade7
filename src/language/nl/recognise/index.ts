import type { Mark, Recogniser } from '../../mark.js'
import { candidates } from '../../recognise/candidates.js'
import { markAddresses } from './addresses.js'
import { markAges, markAgesByName } from './ages.js'
import { bodyNames } from './bodyNames.js'
import { calledNames } from './calledNames.js'
import { markDates } from './dates.js'
import { markDepartments } from './departments.js'
import { markAddressesOnline } from './emails.js'
import { markFormerWork } from './formerWork.js'
import { markFunctions } from './functions.js'
import { markHouseNames } from './houseNames.js'
import { markHyphenNames } from './hyphenNames.js'
import { markInstitutions } from './institutions.js'
import { markListed } from './lists.js'
import { markLookFrames } from './lookFrames.js'
import { markMentions } from './mentions.js'
import { markNameOrVerb } from './nameOrVerb.js'
import { markNames } from './names.js'
import { markNearMisses } from './nearMisses.js'
import { markNumbers } from './numbers.js'
import { markPhones } from './phones.js'
import { placedNames } from './placedNames.js'
import { markPlaceForms } from './placeForms.js'
import { coinedNames, markCoined } from './projects.js'
import { markPlaceNamed, markPublicBodies } from './publicBodies.js'
import { readText } from './reading.js'
import { repeatedNames } from './repeatedNames.js'
import { repeatedWords } from './repeatedWords.js'
import { markRoads } from './roads.js'
import { markShortNames } from './shortNames.js'
import { doubtInShortText } from './shortText.js'
import { markSpokenNumbers } from './spokenNumbers.js'
import { tokenKinds } from './tokenKinds.js'
import { markToLookAt } from './toLookAt.js'
import { markWeakNames } from './weakNames.js'

/** Finds names and what else may identify in Dutch interview talk. */
export const recogniseNl: Recogniser = (text): readonly Mark[] => {
  const reading = readText(text)
  const out = candidates()
  const taken = reading.tokens.columns.uint8(reading.tokens.count + 1)
  markAddressesOnline(reading, out)
  markPhones(reading, out)
  markNumbers(reading, out)
  markSpokenNumbers(reading, out)
  markDates(reading, out)
  markAges(reading, out)
  markAddresses(reading, out)
  markRoads(reading, out)
  markInstitutions(reading, out)
  markListed(reading, taken, out)
  markPlaceForms(reading, out)
  markHouseNames(reading, out)
  const kinds = tokenKinds(reading)
  const { established, named, covered, phrases } = markNames(reading, kinds, taken, out)
  markMentions(reading, established, covered, out)
  markWeakNames(reading, covered, out)
  markHyphenNames(reading, covered, out)
  markShortNames(reading, covered, out)
  markNameOrVerb(reading, out)
  markFunctions(reading, named, out)
  markFormerWork(reading, out)
  markDepartments(reading, named, out)
  markCoined(
    reading,
    [
      ...coinedNames(reading),
      ...phrases,
      ...placedNames(reading),
      ...calledNames(reading),
      ...bodyNames(reading),
      ...repeatedNames(reading),
      ...repeatedWords(reading),
    ],
    out,
  )
  markNearMisses(reading, established, out)
  markToLookAt(reading, out)
  markLookFrames(reading, out)
  markPublicBodies(reading, out)
  markPlaceNamed(reading, out)
  markAgesByName(reading, named, out)
  return doubtInShortText(reading, out.settle(text, reading.tokens.replaced))
}
