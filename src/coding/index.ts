export { type CodebookDifference, compareCodebook } from './codebook/compareCodebook.js'
export { type CodebookEntry, type CodebookFile, readCodebook } from './codebook/readCodebook.js'
export { reviseCodebook } from './codebook/reviseCodebook.js'
export { type BlindOptions, type BlindShow, blindCopy } from './coders/blindCopy.js'
export { isBlind } from './coders/isBlind.js'
export { type MergedCoders, mergeCoders } from './coders/mergeCoders.js'
export type { Conflict } from './coders/mergeConflicts.js'
export { type AuditMaterial, auditTrail } from './history/auditTrail.js'
export { type Blame, blameCoding, blameRow } from './history/blameCoding.js'
export { checkJournal, type JournalCheck } from './history/checkJournal.js'
export { type Difference, diffStudies, type FieldDifference } from './history/diffStudies.js'
export { type ListedCall, type ListedPass, listPasses } from './history/listPasses.js'
export { studyAt } from './history/studyAt.js'
export { standingPasses } from './history/undoneBy.js'
export { undoPass } from './history/undoPass.js'
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
export { type AxialPass, axialPass } from './passes/axialPass.js'
export type { CarryFacts } from './passes/carryConfiguration.js'
export type { QuoteFacts } from './passes/chooseQuote.js'
export type { CodeFacts } from './passes/codes.js'
export type { Codings } from './passes/codingsGiven.js'
export { checkBy } from './passes/draft.js'
export type { EvidenceFacts } from './passes/giveEvidence.js'
export type { Linked, LinkedPart, LinkedRoles } from './passes/linkCodings.js'
export type { ChangeKind, ConfigurationFacts, RoleCodes } from './passes/makeConfiguration.js'
export type { ThemeFacts } from './passes/makeTheme.js'
export type { TheoryFacts } from './passes/makeTheory.js'
export { type OpenPass, openPass } from './passes/openPass.js'
export type { Fragment } from './passes/places.js'
export type { Recoding } from './passes/recodeCodings.js'
export type { AskedFacts } from './passes/recordAsked.js'
export type { ResponseFacts } from './passes/recordResponse.js'
export { type SelectivePass, selectivePass } from './passes/selectivePass.js'
export type { Settling } from './passes/settleCodings.js'
export type { Splitting } from './passes/splitCode.js'
export { type TheoryPass, theoryPass } from './passes/theoryPass.js'
export type { CellFacts, VerdictFacts } from './passes/writeCell.js'
export type { RevisedRow } from './revise/revisePlaces.js'
export { type NewText, type RevisedStudy, reviseText, reviseTranscript } from './revise/reviseTranscript.js'
export { keyOf, type Listed, listed } from './rows.js'
export { positionOf, type Shard, shardsOf } from './shards.js'
