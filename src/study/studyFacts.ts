/** What a study says outside its tables, as study.json holds it. */
export const studyFacts = [
  'title',
  'language',
  'questions',
  'roleFacts',
  'templates',
  'rounds',
  'consent',
  'basis',
  'cleaning',
  'speakerPattern',
  'ethics',
  'invented',
] as const

/** What `study.json` calls a fact of a study. */
export function factName(fact: (typeof studyFacts)[number]): string {
  return fact === 'roleFacts' ? 'roles' : fact === 'templates' ? 'template' : fact
}
