import { audienceOf, needStudy, type Study, StudyError } from '../study/index.js'

/** Refuses to make something for readers from a study that was not anonymised, unless it is asked for the team. */
export function needAudience(study: Study, call: string, audience: 'team' | undefined): void {
  needStudy(study, call)
  if (audienceOf(study) === 'public' || audience === 'team') return
  throw new StudyError([{ what: 'this study was not anonymised', hint: "anonymise the study first, or ask for audience 'team'", call }])
}
