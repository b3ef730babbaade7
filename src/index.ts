/**
 * retroduct: from interview transcripts to a realist evaluation report. Pure: it reads no disk, has no clock, prints
 * nothing. Files are opened with `retroduct/node`, languages come from `retroduct/nl` and `retroduct/en`.
 */

// What a study is
export type * from './study/model.js'
export { checkStudy, findProblems, newStudy, type Problem, StudyError, tables } from './study/index.js'

// Read transcripts, find words in them
export { type FoundWords, findWords, indexText, type ReadOptions, readTranscript, type TranscriptText } from './transcript/index.js'

// Code in passes
export { type AxialPass, axialPass, type By, type Fragment, type OpenPass, openPass } from './coding/index.js'
export { diffStudies, replay, type SelectivePass, selectivePass, undoPass } from './coding/index.js'

// Look at what was coded
export { type BehindTheme, behindTheme, type CodeCount, type Contrast, contrastGroups, countCodes } from './analysis/index.js'
export { type Selection, type SelectOptions, selectQuotes, twoMinds, unheard, unsettled } from './analysis/index.js'

// Hide who spoke
export type { Language, Mark, Recogniser } from './language/index.js'
export { type Anonymised, type AnonymiseOptions, anonymise, type Entry, Key } from './privacy/index.js'
export { noNames, type Register, readRegister } from './privacy/index.js'

// Report
export { buildReport, type QuoteRow, quoteTable, Report, type ReportOptions, renderHtml, renderMarkdown } from './report/index.js'

// Tables, as every result shows them
export { type Cell, jupyterDisplay, nodeInspect, Table } from './table/index.js'
