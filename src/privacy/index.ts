export { type Anonymised, type AnonymiseOptions, anonymise } from './anonymise.js'
export { checkNotebook, type NotebookCheck } from './checkNotebook.js'
export { consentOf, consentOfTurn, type Printable, withheldIn, withoutConsent } from './consent.js'
export { type Decision, type Decisions, decisionColumns, noDecisions, readDecisions } from './decisions.js'
export { type Entry, type Match, makeRegister, noNames, type Register, showOnly } from './entry.js'
export { type Found, type NameFinder, nameFinder } from './findNames.js'
export { knowledgeOf } from './guard.js'
export { Key } from './key.js'
export { type DecidedPoint, decided, markPoints, type Point } from './openPoints.js'
export type { Generalise, Profile } from './profile.js'
export type { ReachRow } from './reachTable.js'
export { delimiterOf, readRegister } from './readRegister.js'
export { type RecogniseOptions, recognise } from './recognise.js'
export type { ConflictRow, LogRow, ReviewRow } from './reviewTables.js'
export type { Claim } from './risk/claim.js'
export { facts as riskFacts } from './risk/claim.js'
export type { VersionDifference } from './risk/differences.js'
export type { OneSided } from './risk/oneSided.js'
export { personalLabels } from './risk/personalLabels.js'
export { type Population, type PopulationRow, readPopulation } from './risk/population.js'
export type { Printed } from './risk/printed.js'
export {
  type EarlierReleases,
  newReleases,
  type ReleaseLine,
  readReleases,
  secretOf,
  writeRelease,
  writeReleasesHead,
} from './risk/release.js'
export { type LabelRisk, type Risk, type RiskFacts, releaseFrom, riskOf } from './risk/riskOf.js'
export type { Trial } from './risk/trial.js'
export { type QuoteFate, quoteConflicts } from './safeQuotes.js'
export { runsSaidBy } from './speechOf.js'
export { studyLeaves } from './studyLeaves.js'
export type { Labels } from './unlinked.js'
export type { WithdrawnRow } from './withdrawnTable.js'
export { type Withdrawn, type WithdrawOptions, withdrawRespondent } from './withdrawRespondent.js'
export { type WordRuns, withMarks } from './wordRuns.js'
