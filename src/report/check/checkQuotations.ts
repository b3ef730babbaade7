import { countable, groupOf, speakerLabel, stanceOf } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import { consentFor } from '../../privacy/index.js'
import { isCleared, type Quote, type Span, type Study, type Theme } from '../../study/index.js'
import type { Attribution } from './attribution.js'
import type { Matched } from './matchQuotation.js'
import type { Quotation } from './quotations.js'
import type { ReportText } from './readReport.js'

/** A quotation of a report with all that is known of it. */
export interface CheckedQuotation {
  readonly quotation: Quotation
  readonly line: number
  readonly attribution: Attribution | null
  readonly matched: Matched
  /** The themes of what was coded there, and those it refutes. */
  readonly themes: readonly Theme[]
  readonly refutes: readonly Theme[]
  /** Why it may not be printed, or null. */
  readonly closed: string | null
}

/** Looks up every quotation. Terms and titles between marks, which nobody is said to have spoken, are left out. */
export function checkQuotations(
  study: Study,
  report: ReportText,
  quotations: readonly Quotation[],
  {
    read,
    match,
    today,
  }: {
    readonly read: (text: string, quotation: Quotation) => Attribution | null
    readonly match: (words: string, respondents: readonly string[]) => Matched
    readonly today: string | undefined
  },
): readonly CheckedQuotation[] {
  return quotations.flatMap(quotation => {
    // A gap that says why nothing is quoted.
    if (!/[\p{L}\p{N}]/u.test(quotation.words.replace(/\[[^[\]]{0,300}\]/gu, ''))) return []
    const attribution = read(report.text, quotation)
    const isLong = quotation.words.trim().split(/\s+/u).length >= 5
    if (attribution === null && !isLong) return []
    const matched = match(quotation.words, attribution?.respondents ?? [])
    if (attribution === null && quotation.isUnsure && matched.state === 'not found') return []
    const coded = codedThere(study, matched)
    return {
      quotation,
      line: report.lineAt(quotation.before),
      attribution,
      matched,
      themes: coded.themes,
      refutes: coded.refutes,
      closed: whyClosed(study, matched, attribution?.respondents ?? [], today),
    }
  })
}

function codedThere(study: Study, { transcript, spans, row }: Matched): Pick<CheckedQuotation, 'themes' | 'refutes'> {
  if (transcript === null) return { themes: [], refutes: [] }
  const touching = countable(study).filter(
    ({ coding }) => coding.transcript === transcript && spans.some(span => span.start < coding.end && coding.start < span.end),
  )
  const of = study.themes.map(theme => ({
    theme,
    own: touching.filter(({ coding }) => theme.codes.includes(coding.code) && coding.role === theme.role),
  }))
  const listed = new Set(row?.themes ?? study.quotes.filter(quote => isOf(quote, transcript, spans)).flatMap(quote => quote.themes))
  return {
    themes: of.filter(one => one.own.length > 0 || listed.has(one.theme.id)).map(one => one.theme),
    refutes: of.filter(one => one.own.some(({ coding }) => stanceOf(coding) === 'refutes')).map(one => one.theme),
  }
}

const isOf = (quote: Quote, transcript: string, spans: readonly Span[]) =>
  quote.transcript === transcript && quote.spans.some(one => spans.some(span => one.start < span.end && span.start < one.end))

/** Words that are not found anywhere may still be somebody's who agreed to none being printed. */
function whyClosed(study: Study, { transcript, spans }: Matched, attributed: readonly string[], today: string | undefined): string | null {
  const rows = transcript === null ? [] : study.quotes.filter(quote => isOf(quote, transcript, spans))
  const refused = rows.find(row => !isCleared(row))
  if (refused !== undefined) return refused.approved === 'no' ? 'the speaker did not approve of it' : 'the speaker has yet to approve of it'
  const answers = [
    ...(transcript === null ? [] : spans.map(span => consentFor(study, 'quote', { transcript, ...span }, today))),
    ...(transcript === null ? attributed.map(respondent => consentFor(study, 'quote', { respondent }, today)) : []),
  ]
  if (answers.includes('no')) return 'no consent to quote these words literally is recorded'
  const isApproved = rows.some(row => row.approved === 'yes' || row.approved === 'changed')
  return answers.includes('ask first') && !isApproved ? 'the speaker is to be asked first, and no answer is recorded' : null
}

/** Whether `quotes.csv` says that nobody is to be named. */
export function isUnnamed(study: Study, { matched: { transcript, spans } }: CheckedQuotation): boolean {
  return transcript !== null && study.quotes.some(quote => quote.attribution === 'none' && isOf(quote, transcript, spans))
}

/** Whose words were found where the report names others. */
export function wrongSpeaker(study: Study, language: Language, { attribution, matched }: CheckedQuotation): string | null {
  if (attribution === null || matched.speakers.length === 0) return null
  const { respondents, group } = attribution
  if (respondents.length > 0) {
    // One of two who speak together may be named when it is known that she spoke.
    const isHers = matched.speakers.every(id => respondents.includes(id)) || respondents.every(id => matched.speakers.includes(id))
    return isHers ? null : speakerLabel(study, language, matched.speakers)
  }
  const groups = matched.speakers.map(id => groupOf(study, [id]))
  return group === null || groups.includes(group)
    ? null
    : (groups.find(one => one !== null) ?? speakerLabel(study, language, matched.speakers))
}
