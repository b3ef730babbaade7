import { isSame, languageId, newStudy, type Study, type StudyFile, schemeOf } from '../study/index.js'
import type { StudyFileRead } from './readStudyFile.js'

type Facts = Readonly<Partial<Record<keyof StudyFile, unknown>>>

/** The new content of `study.json`, keys of her own included; null when it says what it said. */
export function planStudyFile(study: Study, before: StudyFileRead | null): string | null {
  const after = factsOf(study)
  const was = before?.file ? factsOf(newStudy(before.file)) : {}
  const changed = Object.keys(after).filter(key => !isSame(was[key as keyof Facts], after[key as keyof Facts])) as (keyof Facts)[]
  if (before !== null && changed.length === 0) return null
  const raw: Record<string, unknown> = { ...before?.raw }
  for (const key of changed) {
    if (after[key] === undefined) delete raw[key]
    else raw[key] = after[key]
  }
  return `${JSON.stringify(raw, null, 2)}\n`
}

/** What `study.json` has to say of a study; undefined for what holds without saying. */
function factsOf(study: Study): Facts {
  const usual = newStudy({ title: study.title, language: study.language })
  const unless = <T>(value: T, held: unknown, written: unknown = value) => (isSame(value, held) ? undefined : written)
  return {
    title: study.title,
    language: study.language,
    questions: unless(study.questions, []),
    roles: unless(study.roleFacts, usual.roleFacts, schemeOf(study.roleFacts) ?? study.roleFacts.map(withoutNulls)),
    template: unless(study.templates, [], templateOf(study)),
    rounds: unless(study.rounds, [], study.rounds.map(withoutNulls)),
    consent: unless(study.consent, null),
    basis: unless(study.basis, usual.basis),
    cleaning: unless(study.cleaning, []),
    speakerPattern: unless(study.speakerPattern, null),
    ethics: unless(study.ethics, null),
    invented: unless(study.invented, false),
  }
}

/** One template in the language of the study is written as it is. */
function templateOf({ templates, language }: Study): StudyFile['template'] {
  const [first] = templates
  if (templates.length === 1 && first?.language === languageId(language)) return first.text
  return Object.fromEntries(templates.map(one => [one.language, one.text]))
}

function withoutNulls(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null))
}
