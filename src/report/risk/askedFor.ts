import type { QueriedCodings } from '../../analysis/index.js'

type Query = QueriedCodings['query']

/**
 * What a query tells of everybody it found: what it asks for in so many words is printed with what it found. Parts of which only one need
 * be true tell it of nobody in particular.
 */
export function askedFor(query: Query): Readonly<Record<string, string>> {
  if (query.kind === 'and') return Object.assign({}, ...query.of.map(askedFor))
  if (query.kind === 'attribute' && query.of === 'respondents' && query.any.length === 1)
    return typeof query.any[0] === 'string' ? { [query.column]: query.any[0] } : {}
  if (query.kind !== 'is' || query.any.length !== 1 || typeof query.any[0] !== 'string') return {}
  return query.fact === 'group' || query.fact === 'round' ? { [query.fact]: query.any[0] } : {}
}
