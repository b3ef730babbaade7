import { type Language, languageOf } from '../../language/index.js'
import type { Register } from '../../privacy/index.js'
import { counted, needStudy, type Study } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { attributionReader, groupWords } from './attribution.js'
import { type CheckedCount, checkCounts } from './checkCounts.js'
import { checkQuotations } from './checkQuotations.js'
import { type CheckedTheme, checkThemes } from './checkThemes.js'
import { type CitedSource, citedSources } from './citedSources.js'
import { quotationMatcher } from './matchQuotation.js'
import { namePoints } from './namePoints.js'
import { countPoints, promisePoints, quotePoints, type ReportPoint, themePoints } from './points.js'
import { type QuotationRow, quotationRow } from './quotationRow.js'
import { findQuotations } from './quotations.js'
import { type ReportFormat, readReport } from './readReport.js'
import { themeWords } from './themeWords.js'

export interface CheckReportOptions {
  /** The language of the report; a safe study brings its own. */
  readonly language?: Language
  /** How it was written; told by the content unless given. */
  readonly format?: ReportFormat
  /** Words the report has for groups that the study calls otherwise: `{ doctors: 'medical specialist' }`. */
  readonly groups?: Readonly<Record<string, string>>
  /** The names that must not stand in it; without it the recogniser only looks into the quotations. */
  readonly register?: Register
  /** YYYY-MM-DD: consents that ended before this day count as refused. Default: none has ended. */
  readonly today?: string
}

/** What a report says, held against the study it is about. For the team: it holds words of the report and of the transcripts. */
export interface ReportCheck {
  /** Everything to look at, in the order of the report. */
  readonly points: Table<ReportPoint>
  /** Every quotation, and where its words stand. */
  readonly quotations: Table<QuotationRow>
  /** Every count in words or numbers, and whether the study bears it out. */
  readonly counts: Table<CheckedCount>
  /** Every theme: told or not, and so its dissent. */
  readonly themes: Table<CheckedTheme>
  /** Every source, and how often it is quoted. */
  readonly cited: Table<CitedSource>
}

/**
 * Reads a finished report beside the study it is about, and tells what to look at before it goes out: quotations that are not found, were
 * altered, are given to somebody else, to half of a pair or to nobody, or are not cleared; words for counts that the study does not bear
 * out, by the rule of `claimHolds`; themes and dissent that are not told; what it promised about quoting and names and does not keep.
 *
 * It reads words, not meaning. A count is held against the themes that its sentence names, else those quoted with it, else that of the
 * heading; what cannot be tied to a theme is listed as such. A quotation may leave out words with `…` and put in `[words]`.
 *
 * @param study the study as it is, with its consents; a safe study is held against its own texts only
 * @param report its text (plain, Markdown or HTML), or the bytes of a Word file
 * @throws StudyError when the report holds no text or cannot be read
 * @example
 * const { quotations } = await checkReport(study, 'They meet: “We sit down together every month” (Respondent 1).', { language: en })
 * quotations.rows[0]?.state
 * //=> 'not found'
 */
export async function checkReport(study: Study, report: string | Uint8Array, options: CheckReportOptions = {}): Promise<ReportCheck> {
  needStudy(study, 'checkReport')
  const { groups: synonyms = {}, register, today } = options
  const language = languageOf(study, options.language)
  const text = await readReport(report, language, options.format)
  const groups = groupWords(study, language, synonyms)
  const read = attributionReader(study, language, groups)
  const quoted = checkQuotations(study, text, findQuotations(text), { read, match: quotationMatcher(study), today })
  const words = themeWords(study, language)
  const counts = checkCounts(study, language, text, groups, { words, of: new Map(quoted.map(one => [one.quotation, one.themes])) })
  const themes = checkThemes(study, language, text, words, quoted)
  const cited = citedSources(study, language, quoted)
  const points = [
    ...quotePoints(study, language, quoted),
    ...promisePoints(language, text, quoted),
    ...namePoints(study, language, text, quoted, register),
    ...countPoints(counts),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const basis = `${counted(text.sentences.length, 'sentences')} of the report, ${counted(study.transcripts.length, 'transcripts')}, ${counted(study.codings.length, 'codings')}`
  const table = <R extends object>(title: string, columns: readonly (keyof R & string)[], rows: readonly R[]) =>
    new Table<R>({ title, columns, rows, basis, of: {} })
  return {
    points: table('To look at in the report', ['line', 'kind', 'what', 'words', 'todo'], [...points, ...themePoints(themes)]),
    quotations: table(
      'Quotations of the report',
      ['line', 'words', 'attributed', 'state', 'transcript', 'start', 'end', 'speakers', 'differs', 'themes', 'closed'],
      quoted.map(one => quotationRow(study, language, one)),
    ),
    counts: table('Counts of the report', ['line', 'says', 'sentence', 'theme', 'group', 'counted', 'of', 'holds', 'why'], counts),
    themes: table(
      'Themes in the report',
      ['theme', 'role', 'quoted', 'named', 'supports', 'refutes', 'refines', 'dissent', 'refutedBy'],
      themes,
    ),
    cited: table('Who is quoted', ['source', 'group', 'quotations', 'lines'], cited),
  }
}
