/**
 * retroduct: from interview transcripts to a realist evaluation report. Pure: it reads no disk, has no clock, prints
 * nothing. Files are opened with `retroduct/node`, languages come from `retroduct/nl` and `retroduct/en`.
 */

// What a study is
export type * from './study/model.js'
export type { Column, Problem, RoleEntry, RoleSchemeName, RowOf, StudyFile, TableDeclaration, TableName } from './study/index.js'
export { checkStudy, findProblems, newStudy, roleSchemes, StudyError, tables } from './study/index.js'

// Read transcripts, find words in them
export type { FindOptions, Format, FoundWords, IndexedText, ReadOptions, TranscriptText } from './transcript/index.js'
export { findWords, indexText, readTranscript } from './transcript/index.js'

// Code in passes
export type {
  AskedFacts,
  AxialPass,
  BlindOptions,
  BlindShow,
  By,
  CodeFacts,
  Codings,
  ConfigurationFacts,
  Conflict,
} from './coding/index.js'
export type { EvidenceFacts, Fragment, Linked, LinkedPart, LinkedRoles, MergedCoders, OpenPass, Recoding } from './coding/index.js'
export type { SelectivePass, Settling, Splitting, ThemeFacts } from './coding/index.js'
export type { CarryFacts, CellFacts, QuoteFacts, ResponseFacts, TheoryFacts, TheoryPass, VerdictFacts } from './coding/index.js'
export { axialPass, blindCopy, mergeCoders, openPass, selectivePass, theoryPass } from './coding/index.js'

// Give a transcript another text
export type { NewText, RevisedRow, RevisedStudy } from './coding/index.js'
export { reviseTranscript } from './coding/index.js'

// Look back: what changed, who did it, what was there before
export type { AuditMaterial, Blame, Difference, FieldDifference, JournalCheck, ListedCall, ListedPass } from './coding/index.js'
export { auditTrail, blameCoding, blameRow, checkJournal, diffStudies, listPasses, replay, studyAt, undoPass } from './coding/index.js'

// A codebook that was worked on outside comes back
export type { CodebookDifference, CodebookEntry, CodebookFile } from './coding/index.js'
export { compareCodebook, readCodebook, reviseCodebook } from './coding/index.js'

// Look at what was coded
export type { BehindTheme, CodeCount, Contrast, Disagreement, Dissent, Division, GroupCount, People, Said } from './analysis/index.js'
export type { SelectedQuote, Selection, SelectOptions, Source, TwoMinds, Unsettled, Voice } from './analysis/index.js'
export type { Asked, AskedQuery, Nearness, Query, QueryFact, QueryOptions, QueryPair, QueryParts } from './analysis/index.js'
export type { QueriedCodings, QueriedRow, QueriedTableOptions, QueryRelation, QueryValue, Reach } from './analysis/index.js'
export type { Cooccurrence, CooccurrenceOptions, Together } from './analysis/index.js'
export type { CurveOptions, NewCodes, TopicCoverage } from './analysis/index.js'
export type { FrameworkCell, FrameworkOptions } from './analysis/index.js'
export type { CodeMatrixOptions, FragmentTable, FragmentTableOptions } from './analysis/index.js'
export { codeMatrix, fragmentTable, frameworkMatrix, guideCoverage, newCodesCurve } from './analysis/index.js'
export { behindTheme, contrastGroups, countCodes, countCooccurrence, disagreements, findDissent, selectQuotes } from './analysis/index.js'
export { twoMinds, unheard, unsettled } from './analysis/index.js'
export type { PassageRow, SearchOptions, SuggestOptions, Suggestion } from './analysis/index.js'
export { searchPassages, suggestCodes } from './analysis/index.js'
export type { ComparedRow, CompareOptions } from './analysis/index.js'
export { compareFragments, queryCodings, queryPairs } from './analysis/index.js'

// Think in configurations: where they may be found, what they rest on, what goes against them, how they hang together
export type { FindNearbyOptions, Nearby, NearbyRow, NearInText, ReadingListOptions, ReadingRow } from './theory/index.js'
export type { EvidencePart, EvidenceRow, GatheredEvidence, NegativeRow, Support, Threads } from './theory/index.js'
export type { StatedConfiguration, StateOptions } from './theory/index.js'
export type { ContestedRow, DemiRegularity, RippleOptions, RippleRow, TheoryChange } from './theory/index.js'
export type { VerdictOptions, VerdictRow } from './theory/index.js'
export type { AttributeSet, CalibratedSet, RandomOutcomes, ScoredSet, Scores, ThemeSet } from './theory/index.js'
export type { TruthRow, TruthTable, TruthTableOptions, VerdictSet } from './theory/index.js'
export {
  caseVerdicts,
  compareTheories,
  demiRegularities,
  findNearby,
  followRipples,
  gatherEvidence,
  listContested,
  negativeCases,
  readingList,
  stateConfiguration,
  truthTable,
} from './theory/index.js'

// Hide who spoke
export type { DirectType, Language, LanguageNames, Mark, MarkType, Noun, Recogniser, Texts } from './language/index.js'
export type {
  Answer as ConsentAnswer,
  Anonymised,
  AnonymiseOptions,
  CheckConsentOptions,
  ConflictKind,
  ConsentConflict,
  ConsentPlace,
  Decision,
  Decisions,
  Entry,
  Generalise,
  LogRow,
  NotebookCheck,
  Match,
  Purpose,
  ReachRow,
  Profile,
  ProposeOptions,
  RecogniseOptions,
  Register,
  RegisterCsvOptions,
  ReviewRow,
} from './privacy/index.js'
export type { Withdrawn, WithdrawnRow, WithdrawOptions } from './privacy/index.js'
export {
  anonymise,
  checkConsent,
  checkNotebook,
  consentFor,
  Key,
  noNames,
  proposeRegister,
  readDecisions,
  readRegister,
  recognise,
  registerCsv,
  withdrawRespondent,
} from './privacy/index.js'

// Keep the way back under lock, go back by it, or close it
export type { LeftRow, OneWay, OneWayOptions, ReopenOptions } from './privacy/index.js'
export { newPassphrase, oneWay, openKey, reopen, restore, sealKey } from './privacy/index.js'

// Report
export type {
  Block,
  Chapter,
  CodebookOptions,
  CodebookRow,
  ConfigurationDossierOptions,
  Heading,
  Inline,
  QuoteBlock,
  QuoteRow,
  QuoteTableOptions,
} from './report/index.js'
export type { DetailsBlock, PassageBlock, ReportData, ReportOptions, ReviewPageOptions, SectionBlock, TableBlock } from './report/index.js'
export type { CheckedCount, CheckedTheme, CheckReportOptions, CitedSource, QuotationRow, ReportCheck } from './report/index.js'
export type { FactsheetOptions, PointRow, Release, ReleaseOptions, ReportFormat, ReportPoint, ThemePageOptions } from './report/index.js'
export {
  buildCodebook,
  buildReport,
  caseFactsheet,
  checkRelease,
  checkReport,
  codebookTable,
  configurationDossier,
  quoteTable,
  Report,
  renderHtml,
  renderMarkdown,
  reviewPage,
  themePage,
} from './report/index.js'

// Put findings to the people they came from
export type { LeftOut, MemberCheck, MemberCheckOptions, MemberReplies, RepliesOptions, Reply } from './report/index.js'
export { memberCheck, memberReplies, readReplies } from './report/index.js'

// Lay the study beside the standard for reporting it
export type { RamesesRow } from './report/index.js'
export { ramesesChecklist } from './report/index.js'

// Look at what adds up per person, over all outputs and earlier releases
export type { EarlierReleases, Labels, OneSided, Population, PopulationRow, ReleaseLine, VersionDifference } from './privacy/index.js'
export { newReleases, readPopulation } from './privacy/index.js'
export type { Dossier, DossierChange, DossierFact, DossierItem, DossierRow, OutputOptions, PrintedOutput } from './report/index.js'
export type { Question, ReleaseOfOptions, RiskOptions } from './report/index.js'
export { Dossiers, disclosureRisk, releaseOf } from './report/index.js'

// Tables, as every result shows them
export type { Cell, CsvOptions, MimeBundle, TableData, TableFacts } from './table/index.js'
export { jupyterDisplay, nodeInspect, Table } from './table/index.js'
