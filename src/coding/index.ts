export { type AuditMaterial, auditTrail } from './auditTrail.js'
export { type AxialPass, axialPass } from './axialPass.js'
export { type Blame, blameCoding, blameRow } from './blameCoding.js'
export { type BlindOptions, type BlindShow, blindCopy } from './blindCopy.js'
export type { CarryFacts } from './carryConfiguration.js'
export { checkJournal, type JournalCheck } from './checkJournal.js'
export type { QuoteFacts } from './chooseQuote.js'
export type { CodeFacts } from './codes.js'
export type { Codings } from './codingsGiven.js'
export { type CodebookDifference, compareCodebook } from './compareCodebook.js'
export { type Difference, diffStudies, type FieldDifference } from './diffStudies.js'
export { checkBy } from './draft.js'
export type { EvidenceFacts } from './giveEvidence.js'
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
export type { ChangeKind, ConfigurationFacts, RoleCodes } from './makeConfiguration.js'
export type { ThemeFacts } from './makeTheme.js'
export type { TheoryFacts } from './makeTheory.js'
export { type MergedCoders, mergeCoders } from './mergeCoders.js'
export type { Conflict } from './mergeConflicts.js'
export { type OpenPass, openPass } from './openPass.js'
export type { Fragment } from './places.js'
export { type CodebookEntry, type CodebookFile, readCodebook } from './readCodebook.js'
export type { Recoding } from './recodeCodings.js'
export type { AskedFacts } from './recordAsked.js'
export type { ResponseFacts } from './recordResponse.js'
export { reviseCodebook } from './reviseCodebook.js'
export type { RevisedRow } from './revisePlaces.js'
export { type NewText, type RevisedStudy, reviseText, reviseTranscript } from './reviseTranscript.js'
export { keyOf, type Listed, listed } from './rows.js'
export { type SelectivePass, selectivePass } from './selectivePass.js'
export type { Settling } from './settleCodings.js'
export { positionOf, type Shard, shardsOf } from './shards.js'
export type { Splitting } from './splitCode.js'
export { studyAt } from './studyAt.js'
export { type TheoryPass, theoryPass } from './theoryPass.js'
export { standingPasses } from './undoneBy.js'
export { undoPass } from './undoPass.js'
export type { CellFacts, VerdictFacts } from './writeCell.js'
