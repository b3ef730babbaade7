import type { Language } from '../language/index.js'
import { audienceOf, isUnlinked, type Quote, type Span, type Study } from '../study/index.js'
import { groupOf } from './groupOf.js'
import { fewestPeople, smallClasses } from './smallClasses.js'

/** What the reader sees for people who speak: "Respondents 13a and 13b". */
export function speakerLabel(study: Study, language: Language, respondents: readonly string[]): string {
  const wanted = new Set(respondents)
  const known = study.respondents.filter(one => wanted.has(one.id))
  return language.joinLabels(known.map(one => one.label ?? language.labelOf(one.id)))
}

type Attribution = Quote['attribution']
const fromOpenToHidden: readonly Attribution[] = [null, 'number', 'pseudonym', 'role and case', 'role', 'none']

/**
 * How the speaker of a passage may be named: as its most guarded quote in `quotes.csv` says. A sentence that is given to "a
 * doctor" in one place, and to Respondent 7 in another, is given to Respondent 7 in both.
 */
export function attributionAt(study: Study, transcript: string, spans: readonly Span[]): Attribution {
  const least: Attribution = leastGuarded(study)
  return study.quotes
    .filter(
      quote => quote.transcript === transcript && quote.spans.some(one => spans.some(span => one.start < span.end && span.start < one.end)),
    )
    .reduce<Attribution>((guarded, { attribution }) => mostGuarded(guarded, attribution), least)
}

/** How a speaker is named where no quote says so: where nothing may be tied together, by group. */
export function leastGuarded(study: Study): Attribution {
  return isUnlinked(study) ? 'role' : null
}

/** Of two ways to name a speaker the one that tells least. */
export function mostGuarded(a: Attribution, b: Attribution): Attribution {
  return fromOpenToHidden.indexOf(b) > fromOpenToHidden.indexOf(a) ? b : a
}

/** Whether a passage may be tied to its speaker and to where it stands: not in a table for readers when a quote of it says otherwise. */
export function isTied(study: Study, transcript: string, spans: readonly Span[]): boolean {
  return audienceOf(study) === 'team' || [null, 'number', 'pseudonym'].includes(attributionAt(study, transcript, spans))
}

/** Whether a case may be told beside a group: to readers only when at least three people of that group are in it. */
export function isCommon(study: Study, group: string | null, id: string): boolean {
  if (audienceOf(study) === 'team') return true
  const { printed, other } = smallClasses(study, 'case')
  if (printed(id) === other) return false
  return study.respondents.filter(one => one.cases.includes(id) && groupOf(study, [one.id]) === group).length >= fewestPeople
}

/** Whether words that are attributed so may stand on the page of a case: in what readers get, not those of a group or of nobody. */
export function mayNameCase(study: Study, attribution: Attribution, speakers: readonly string[], id: string): boolean {
  if (audienceOf(study) === 'team') return true
  if (attribution === 'none' || attribution === 'role') return false
  return attribution !== 'role and case' || isCommon(study, groupOf(study, speakers), id)
}

/** How a row of `quotes.csv` names its speaker: by number unless it says otherwise. */
export function attributionOf(
  study: Study,
  language: Language,
  quote: Pick<Quote, 'attribution' | 'transcript'>,
  speakers: readonly string[],
): string {
  if (quote.attribution === 'none') return ''
  if (quote.attribution !== 'role' && quote.attribution !== 'role and case') return speakerLabel(study, language, speakers)
  const named = groupOf(study, speakers)
  // Who is "other" is told by no group.
  const isOther = named === smallClasses(study, 'group').other && audienceOf(study) === 'public'
  const group = isOther ? language.texts.aRespondent : (named ?? '')
  if (quote.attribution === 'role') return group === '' && isUnlinked(study) ? language.texts.aRespondent : group
  const own = new Set(study.respondents.filter(one => speakers.includes(one.id)).flatMap(one => one.cases))
  const transcript = study.transcripts.find(one => one.id === quote.transcript)
  const ids = own.size > 0 ? own : new Set(transcript?.cases ?? [])
  const cases = study.cases.filter(one => ids.has(one.id) && isCommon(study, named, one.id)).map(one => one.name ?? one.id)
  return [group, language.list(cases)].filter(part => part !== '').join(', ')
}
