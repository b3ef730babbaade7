export { type AuditMaterial, auditTrail } from './auditTrail.js'
export { type AxialPass, axialPass } from './axialPass.js'
export { type Blame, blameCoding, blameRow } from './blameCoding.js'
export { type BlindOptions, type BlindShow, blindCopy } from './blindCopy.js'
export { checkJournal, type JournalCheck } from './checkJournal.js'
export type { CodeFacts } from './codes.js'
export type { Codings } from './codingsGiven.js'
export { type CodebookDifference, compareCodebook } from './compareCodebook.js'
export { type Difference, diffStudies, type FieldDifference } from './diffStudies.js'
export { checkBy } from './draft.js'
export { isBlind } from './isBlind.js'
export {
  applyPass,
  type By,
  changesId,
  differences,
  editPass,
  importPass,
  isSameTables,
  isTold,
  makePass,
  passId,
  replay,
  tell,
  withJournal,
} from './journal.js'
export type { Linked, LinkedPart, LinkedRoles } from './linkCodings.js'
export { type ListedCall, type ListedPass, listPasses } from './listPasses.js'
export { type MergedCoders, mergeCoders } from './mergeCoders.js'
export type { Conflict } from './mergeConflicts.js'
export { type OpenPass, openPass } from './openPass.js'
export type { Fragment } from './places.js'
export { type CodebookEntry, type CodebookFile, readCodebook } from './readCodebook.js'
export type { Recoding } from './recodeCodings.js'
export type { AskedFacts } from './recordAsked.js'
export { reviseCodebook } from './reviseCodebook.js'
export type { RevisedRow } from './revisePlaces.js'
export { type NewText, type RevisedStudy, reviseText, reviseTranscript } from './reviseTranscript.js'
export { keyOf, type Listed, listed } from './rows.js'
export { type ConfigurationFacts, type EvidenceFacts, type SelectivePass, selectivePass, type ThemeFacts } from './selectivePass.js'
export type { Settling } from './settleCodings.js'
export { positionOf, type Shard, shardsOf } from './shards.js'
export type { Splitting } from './splitCode.js'
export { studyAt } from './studyAt.js'
export { standingPasses } from './undoneBy.js'
export { undoPass } from './undoPass.js'
