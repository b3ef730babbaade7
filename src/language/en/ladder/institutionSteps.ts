import { packedFacts } from '../../ladder/packedFacts.js'
import { articles, hospitalFillers } from './articles.js'
import { departmentFacts, hospitalFacts, organisationFacts } from './facts.generated.js'

const finders = { hospital: packedFacts(hospitalFacts, hospitalFillers), organisation: packedFacts(organisationFacts, articles) }
const findDepartment = packedFacts(departmentFacts, articles)

type List = keyof typeof finders

const hospitals: Readonly<Record<string, readonly [string, string]>> = {
  teaching: ['a teaching hospital', 'a hospital'],
  specialist: ['a specialist hospital', 'a hospital'],
  general: ['a general hospital', 'a hospital'],
  children: ["a children's hospital", 'a hospital'],
  mental: ['a mental health service', 'a health service'],
  trust: ['a health service with several sites', 'a health service'],
  board: ['a regional health service', 'a health service'],
  hospice: ['a hospice', 'a health service'],
}

/** A hospital or organisation: its kind, and what it is at all. The lists are asked in the order given. */
export function institutionSteps(name: string, lists: readonly List[]): readonly (string | null)[] {
  for (const list of lists) {
    const kind = finders[list](name)?.[0]
    if (kind === undefined) continue
    if (list === 'hospital') return hospitals[kind] ?? ['a health service']
    return [kind === '' ? null : withArticle(kind), 'an organisation']
  }
  return []
}

/** A department: its kind where it is known, and that it is one. */
export function departmentSteps(name: string): readonly (string | null)[] {
  const bare = name
    .replace(/\s+(?:department|dept\.?|ward|unit|clinic|team)$/iu, '')
    .replace(/^(?:the\s+)?(?:department|school) of\s+/iu, '')
  const kind = (findDepartment(name) ?? findDepartment(bare))?.[0] ?? ''
  if (kind === 'emergency') return ['an emergency department', 'a department']
  return [kind === '' ? null : withArticle(kind), kind === 'board or committee' ? 'a body of the organisation' : 'a department']
}

const withArticle = (kind: string) => `${/^(?:[aeio]|un(?!i))/u.test(kind) ? 'an' : 'a'} ${kind}`
