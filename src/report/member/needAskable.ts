import type { Language } from '../../language/index.js'
import { consentFor, knowledgeOf } from '../../privacy/index.js'
import { guardOf, namesOf, type Row, type Study, StudyError } from '../../study/index.js'

/**
 * The id of a respondent who may be asked again.
 *
 * @throws StudyError, in which what was given is not repeated, since it may be a name
 */
export function needAskable(study: Study, language: Language, given: string, call: string): string {
  const id = respondentNamed(study, language, given)
  if (id === null) throw new StudyError([{ what: 'this respondent is not in respondents.csv', hint: 'use the id of a respondent', call }])
  if (!isRefused(study, id)) return id
  const hint = 'send no sheet; if that has changed, see "recontact" in consents.csv'
  throw new StudyError([{ what: 'this respondent did not agree to be asked again', hint, call }])
}

/** A respondent by id, by label, or by what readers see for a respondent without a label. */
export function respondentNamed(study: Study, language: Language | null, given: string): string | null {
  const known = namesOf('respondents', study.respondents as readonly Row[])(given)
  if (known !== null) return known
  const seen = study.respondents.filter(one => one.label === null && language?.labelOf(one.id) === given.trim())
  return seen.length === 1 ? seen[0]!.id : null
}

/** Whether somebody was asked about being asked again, and said no or said it for a time that is over. A safe study asks its original. */
function isRefused(study: Study, respondent: string): boolean {
  const knowledge = knowledgeOf(guardOf(study))
  const original = knowledge?.original ?? study
  const people = original.respondents.map(one => one.id)
  const id = people.find(one => (knowledge?.ids.get('respondents')?.get(one) ?? one) === respondent) ?? respondent
  const wasAsked = original.consents.some(one => one.purpose === 'recontact' && one.respondent === id)
  return wasAsked && consentFor(original, 'recontact', { respondent: id }, knowledge?.options.today) === 'no'
}
