import type { Language } from '../../language/index.js'
import { type LabelRisk, riskFacts } from '../../privacy/index.js'
import { sayClaim } from './dossier.js'
import { fill } from './fill.js'
import { shorten } from './sayTrial.js'

/** A question for a person to answer, with the reader it asks to imagine. */
export interface Question {
  readonly reader: 'outsider' | 'insider' | 'superior'
  readonly question: string
}

/** What a person should ask herself about a label, for each of three readers. */
export function questionsFor(one: LabelRisk, who: string, language: Language): readonly Question[] {
  const { risk } = language
  const of = (reader: Question['reader'], questions: readonly string[]) =>
    [...new Set(questions)].map((question): Question => ({ reader, question }))
  const label = one.label === '' ? risk.noLabel : one.label
  const lookedUp = who === '' ? [] : [fill(risk.askLookUp, { facts: who })]
  const uniques = one.claims.filter(claim => claim.unique).map(({ attribute }) => fill(risk.askUnique, { label, attribute }))
  const staff = one.claims.filter(claim => !claim.unique && claim.attribute !== riskFacts.together && claim.attribute !== riskFacts.round)
  const listed = [...new Set(staff.map(claim => sayClaim(claim, language)))].sort().join('; ')
  const isTogether = one.claims.some(claim => claim.attribute === riskFacts.together)
  const hasWords = one.items.some(item => item.printed.kind === 'quote')
  return [
    ...of('outsider', [...lookedUp, ...uniques, ...(hasWords ? [risk.askSearch] : []), ...wordingQuestions(one, language)]),
    ...of('insider', [fill(risk.askColleague, { insider: one.insider }), ...(isTogether ? [risk.askHalf] : []), ...namedIn(one, language)]),
    ...of('superior', [
      ...(listed === '' ? [] : [fill(risk.askStaffList, { facts: listed })]),
      risk.askHarm,
      ...one.oneSided.map(({ theme }) => fill(risk.askSide, { theme })),
    ]),
  ]
}

/** What is not counted because only a person can tell whether it is about the speaker. */
function wordingQuestions({ items }: LabelRisk, { risk }: Language): readonly string[] {
  const isHers = (one: (typeof items)[number], value: string) =>
    one.claims.some(claim => claim.from === 'reveal' && claim.values.includes(value))
  return items.flatMap(one => [
    ...(one.label.unclear === null ? [] : [fill(risk.askLabel, { label: one.label.unclear })]),
    ...one.entities.filter(entity => !one.namesPerson(entity)).map(entity => fill(risk.askEntity, { entity })),
    ...one.echoes.filter(({ value }) => !isHers(one, value)).map(({ attribute, shown }) => fill(risk.askEcho, { attribute, value: shown })),
    ...(one.printed.kind === 'mention' ? [fill(risk.askMention, { sentence: shorten(one.printed.words.trim()) })] : []),
  ])
}

/** Others who are spoken of by their label: the two know each other. */
function namedIn({ items }: LabelRisk, { risk }: Language): readonly string[] {
  return items.flatMap(one => one.entities.filter(one.namesPerson).map(label => fill(risk.askNamed, { label })))
}
