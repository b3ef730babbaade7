import type { Language, Mark } from '../../language/index.js'
import { type Entry, nameFinder, type Register } from '../../privacy/index.js'
import { guardOf, type Study } from '../../study/index.js'
import { clipped } from './checkCounts.js'
import type { CheckedQuotation } from './checkQuotations.js'
import type { ReportPoint } from './points.js'
import type { ReportText } from './readReport.js'

/** What of recognised words leads to somebody who is quoted; dates and ages alone do not. */
const leading: ReadonlySet<string> = new Set([
  ...['PERSON', 'PHONE', 'EMAIL', 'URL', 'ID', 'BSN', 'IBAN', 'ADDRESS'],
  ...['HOSPITAL', 'CARE_INSTITUTION', 'ORG', 'LOCATION', 'PROJECT', 'DEPARTMENT'],
])

/** Registered names anywhere, cases of the study in quotations, and what else in them leads to a person or a place. */
export function namePoints(
  study: Study,
  language: Language,
  report: ReportText,
  quoted: readonly CheckedQuotation[],
  register: Register | undefined,
): readonly ReportPoint[] {
  const said = quoted.filter(one => one.attribution !== null || one.matched.transcript !== null)
  return [...registered(study, language, report, register), ...said.flatMap(one => inQuotation(study, language, one))]
}

/** A name is never said: only the row of the register. */
function registered(
  study: Study,
  language: Language,
  { text, lineAt, paragraphs }: ReportText,
  register: Register | undefined,
): readonly ReportPoint[] {
  const todo = 'take the name out of the report'
  if (register !== undefined)
    return nameFinder(register, language.recognise)
      .find(text)
      .map(found => ({
        line: lineAt(found.start),
        kind: 'name' as const,
        what: `the name of row ${found.entries.map(entry => entry + 2).join(' or ')} of the register`,
        words: '',
        todo,
      }))
  const guard = guardOf(study)
  if (guard === null) return []
  return paragraphs.flatMap(({ start, end }) =>
    guard
      .check([{ text: text.slice(start, end), where: 'the report' }], 'finished')
      .map(({ what }) => ({ line: lineAt(start), kind: 'name' as const, what, words: '', todo })),
  )
}

function inQuotation(study: Study, language: Language, { quotation, line }: CheckedQuotation): readonly ReportPoint[] {
  const cases = study.cases.map((one, i): Entry => ({ ...unnamed, name: one.name ?? one.id, label: String(i) }))
  // A letter put in for another case: "[N]obody".
  const said = quotation.words.replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
  const named = nameFinder(cases).find(said)
  const isCase = ({ start, end }: Mark) => named.some(one => one.start < end && start < one.end)
  const words = (span: { readonly start: number; readonly end: number }) => said.slice(span.start, span.end)
  const points = [
    ...named.map(found => ({
      line,
      kind: 'may identify' as const,
      what: `it names a case of the study: ${words(found)}`,
      words: clipped(quotation.words),
      todo: 'put what stands for it in [brackets], or see that the speaker agreed to it',
    })),
    ...language
      .recognise(said)
      .filter(mark => mark.certainty !== 'look' && leading.has(mark.type) && !isCase(mark))
      .map(mark => ({
        line,
        kind: 'may identify' as const,
        what: `${mark.type}, ${mark.certainty}: ${words(mark)}`,
        words: clipped(quotation.words),
        todo: 'see who it leads to; add it to the register or put what stands for it in [brackets]',
      })),
  ] // A name that a quotation says twice leads to one person.
  return [...new Map(points.map(one => [one.what, one])).values()]
}

const unnamed: Entry = { name: '', variants: [], type: 'PROJECT', label: '', respondent: null, match: 'anywhere', where: [], note: null }
