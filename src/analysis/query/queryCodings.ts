import { type Coding, nearName, needStudy, type Problem, type Study, StudyError, throwProblems } from '../../study/index.js'
import type { CodingColumns } from './codingColumns.js'
import { compileQuery, groundOf } from './compileQuery.js'
import { QueriedCodings } from './queriedCodings.js'
import type { AskedQuery, Query, QueryParts } from './query.js'
import { queryParts } from './queryParts.js'
import type { Mask } from './relations.js'

export interface QueryOptions {
  /**
   * Whether to look at every coding, also superseded ones, those that a settled one stands for and those on the interviewer's words.
   * Unless it is given only codings that count are looked at.
   */
  readonly all?: boolean
}

/**
 * Finds the codings a query stands for, in the order of the transcripts and their text.
 *
 * A query is made of parts that each stand for a set of codings: those with a fact (`q.code`, `q.group`, …), those that stand in a
 * relation to a set (`q.near`, `q.inside`, `q.followedBy`, …), and what `q.and`, `q.or` and `q.not` make of sets. Every part, those
 * inside a relation too, is taken from the codings that count (settled ones for what they settle, none on questions only). A coding
 * never stands in a relation to itself. What each part means exactly is said with `QueryParts` and `Nearness`.
 *
 * @param query a query, or a function that makes one of the parts it is given
 * @throws StudyError with every code, role, group, … that the study does not have, and what may have been meant
 * @example
 * const found = queryCodings(study, q => q.and(q.code('trust'), q.group('nurse'), q.not(q.role('context'))))
 * found.basis
 * //=> '4 codings of 4 sources: code "trust" and group "nurse" and not role "context"'
 * queryCodings(study, q => q.and(q.these(found), q.near(q.role('context'), { within: 'turn' }))).size
 * //=> 1
 */
export function queryCodings(study: Study, query: AskedQuery, options: QueryOptions = {}): QueriedCodings {
  needStudy(study, 'queryCodings')
  const asked = queryFrom(query)
  const problems: Problem[] = []
  const compiled = compileQuery(study, asked, problems)
  throwProblems(problems)
  const ground = groundOf(study, options.all === true)
  const found = compiled(ground, ground.looked)
  return new QueriedCodings(study, asked, chosen(ground.all, found))
}

function chosen(all: readonly CodingColumns[], found: readonly Mask[]): readonly Coding[] {
  const codings: Coding[] = []
  for (const [i, { codings: here }] of all.entries()) {
    const mask = found[i]!
    for (let a = 0; a < mask.length; a++) if (mask[a] === 1) codings.push(here[a]!)
  }
  return codings
}

/** The query meant: itself, or what the function makes. */
export function queryFrom(query: AskedQuery): Query {
  return typeof query === 'function' ? query(knownParts) : query
}

/** A part that there is not is a slip, and is told with what was meant. */
const knownParts: QueryParts = new Proxy(queryParts, {
  get: (parts, name) => {
    if (typeof name === 'symbol' || name in parts) return Reflect.get(parts, name)
    const near = nearName(name, Object.keys(parts))
    const hint = near === null ? `there are: ${Object.keys(parts).join(', ')}` : `did you mean q.${near}?`
    throw new StudyError([{ what: 'this is not a part of a query', hint, call: `q.${name}` }])
  },
})
