import type { Response, Study } from '../study/index.js'
import { consentFor, placesOf } from './consentFor.js'
import type { SafeStudyOptions } from './safeNames.js'

/** Whether a reply may be printed in its words: it is what a person said, so the consent for quotes holds for it, also where it stands. */
export function mayPrintReply(study: Study, reply: Response, { today, closed }: Pick<SafeStudyOptions, 'today' | 'closed'>): boolean {
  const { respondent, transcript, start, end } = reply
  if (respondent === null || closed?.people.has(respondent) || closed?.transcripts.has(transcript ?? '')) return false
  const spans = start === null || end === null ? [] : [{ start, end }]
  // Without a place nothing says that anybody else spoke.
  const places = transcript === null || spans.length === 0 ? [] : placesOf(transcript, spans)
  return [{ respondent }, ...places].every(place => consentFor(study, 'quote', place, today) === 'yes')
}
