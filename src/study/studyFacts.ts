/** What a study says outside its tables, as study.json holds it. */
export const studyFacts = [
  'title',
  'language',
  'questions',
  'roleFacts',
  'rounds',
  'consent',
  'basis',
  'cleaning',
  'speakerPattern',
  'ethics',
  'invented',
] as const
