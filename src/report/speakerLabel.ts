import { groupOf } from '../analysis/index.js'
import type { Language } from '../language/index.js'
import type { Quote, Study } from '../study/index.js'

/** What the reader sees for people who speak: "Respondents 13a and 13b". */
export function speakerLabel(study: Study, language: Language, respondents: readonly string[]): string {
  const wanted = new Set(respondents)
  const known = study.respondents.filter(one => wanted.has(one.id))
  return language.joinLabels(known.map(one => one.label ?? language.labelOf(one.id)))
}

/** How a row of `quotes.csv` names its speaker: by number unless it says otherwise. */
export function attributionOf(study: Study, language: Language, quote: Quote, speakers: readonly string[]): string {
  if (quote.attribution === 'none') return ''
  if (quote.attribution !== 'role' && quote.attribution !== 'role and case') return speakerLabel(study, language, speakers)
  const group = groupOf(study, speakers) ?? ''
  if (quote.attribution === 'role') return group
  const own = new Set(study.respondents.filter(one => speakers.includes(one.id)).flatMap(one => one.cases))
  const transcript = study.transcripts.find(one => one.id === quote.transcript)
  const ids = own.size > 0 ? own : new Set(transcript?.cases ?? [])
  const cases = study.cases.filter(one => ids.has(one.id)).map(one => one.name ?? one.id)
  return [group, language.list(cases)].filter(part => part !== '').join(', ')
}
