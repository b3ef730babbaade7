const people = new Set(['PERSON'])
const organisations = new Set(['HOSPITAL', 'CARE_INSTITUTION', 'ORG', 'ORGANISATION', 'SCHOOL'])
const projects = new Set(['PROJECT', 'NETWORK'])

/** How names of a type are put together. */
export type Family = 'people' | 'organisations' | 'projects' | 'alike'

/** The family of a type: within one, a shorter name may stand for a longer. */
export function familyOf(type: string): Family {
  if (people.has(type)) return 'people'
  if (organisations.has(type)) return 'organisations'
  return projects.has(type) ? 'projects' : 'alike'
}
