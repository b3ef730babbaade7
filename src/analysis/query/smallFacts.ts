import type { Study } from '../../study/index.js'
import { smallClasses } from '../smallClasses.js'
import type { Query, QueryFact } from './query.js'

/** The facts of which a query names a class of so few people that readers are not told of it. */
export function smallFacts(study: Study, query: Query): readonly QueryFact[] {
  const isFolded = (classes: ReturnType<typeof smallClasses>, values: readonly unknown[]) =>
    values.some(value => (typeof value === 'string' || value === null) && classes.printed(value) === classes.other)
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.flatMap(part => smallFacts(study, part))
    case 'not':
    case 'near':
    case 'inside':
    case 'around':
    case 'followedBy':
    case 'follows':
      return smallFacts(study, query.of)
    case 'is':
      if (query.fact !== 'group' && query.fact !== 'case') return []
      return isFolded(smallClasses(study, query.fact), query.fact === 'case' ? caseIds(study, query.any) : query.any) ? [query.fact] : []
    case 'attribute':
      if (query.of === 'cases') return []
      return isFolded(smallClasses(study, { attribute: query.column }), query.any) ? ['respondent'] : []
    default:
      return []
  }
}

/** Cases may be called by their name. */
function caseIds(study: Study, values: readonly unknown[]): readonly unknown[] {
  return values.map(value => study.cases.find(one => one.id === value || one.name === value)?.id ?? value)
}
