import type { Quote } from '../../study/index.js'
import type { Nearness, Query, QueryFact, QueryValue } from './query.js'

/**
 * A query in words, for the basis of what is made from it: "code "trust", and near role "context" (in the same turn), and not coder "AB"".
 *
 * @param untold facts of which the value is left out, because it would tell more of who spoke than may be told
 */
export function sayQuery(query: Query, untold: Untold = nothing): string {
  switch (query.kind) {
    case 'and':
      return query.of.length === 0 ? 'any' : query.of.map(part => sayPart(part, query.of.length > 1, untold)).join(' and ')
    case 'or':
      return query.of.length === 0 ? 'none' : query.of.map(part => sayPart(part, query.of.length > 1, untold)).join(' or ')
    case 'not':
      return `not ${sayPart(query.of, true, untold)}`
    case 'near':
      return `near ${sayPart(query.of, true, untold)} (${sayWithin(query.within)})`
    case 'inside':
      return `inside ${sayPart(query.of, true, untold)}`
    case 'around':
      return `around ${sayPart(query.of, true, untold)}`
    case 'followedBy':
      return `followed by ${sayPart(query.of, true, untold)} (${sayWithin(query.within)})`
    case 'follows':
      return `following ${sayPart(query.of, true, untold)} (${sayWithin(query.within)})`
    case 'is':
      return `${nouns[query.fact]} ${untold.has(query.fact) ? notTold : sayValues(query.any)}`
    case 'given':
      return query.fact === 'memo' ? 'with a memo' : 'in an account'
    case 'attribute':
      return `${query.of === 'cases' ? 'case' : 'respondent'} with ${query.column} ${untold.has(attributeOf[query.of]) ? notTold : sayValues(query.any)}`
    case 'made':
      return ['made', query.from === null ? '' : `from ${query.from}`, query.until === null ? '' : `until ${query.until}`]
        .filter(part => part !== '')
        .join(' ')
    case 'words':
      return `with the words ${sayValues(query.any)}`
    case 'pattern':
      return `with words like /${query.source}/${query.flags}`
    case 'these':
      return query.ids.length === 1 ? 'one coding that was picked' : `${query.ids.length} codings that were picked`
    case 'where':
      return `where: ${query.words}`
  }
}

export type Untold = ReadonlySet<QueryFact>

const nothing: Untold = new Set()
const notTold = '(not told here)'
const attributeOf = { respondents: 'respondent', cases: 'case' } as const
// What leads to the one who spoke; where only a role may be told, the case does so too.
const who: readonly QueryFact[] = ['source', 'respondent', 'transcript', 'round', 'account']

/** What a query may not tell of who spoke, when what it found is attributed like this. */
export function untoldBy(attribution: Quote['attribution']): Untold {
  if (attribution === 'role and case') return new Set(who)
  if (attribution === 'role') return new Set([...who, 'case'])
  return attribution === 'none' ? new Set([...who, 'case', 'group']) : nothing
}

const nouns: Readonly<Record<QueryFact, string>> = {
  code: 'code',
  codeTree: 'code or a code under it:',
  role: 'role',
  theme: 'theme',
  source: 'source',
  respondent: 'respondent',
  group: 'group',
  case: 'case',
  round: 'round',
  transcript: 'transcript',
  coder: 'coder',
  pass: 'pass',
  polarity: 'polarity',
  stance: 'stance',
  elicited: 'elicited',
  expected: 'expected',
  level: 'level',
  beneficiary: 'beneficiary',
  certainty: 'certainty',
  status: 'status',
  account: 'account',
}

/** Parts of more than one part stand between brackets, so that the words can be read one way only. */
function sayPart(query: Query, isAmong: boolean, untold: Untold): string {
  const isSeveral = (query.kind === 'and' || query.kind === 'or') && query.of.length > 1
  return isSeveral && isAmong ? `(${sayQuery(query, untold)})` : sayQuery(query, untold)
}

function sayValues(values: readonly QueryValue[]): string {
  return values.map(value => (value === null ? 'not given' : typeof value === 'string' ? `"${value}"` : String(value))).join(' or ')
}

/** How near, in words. */
export function sayWithin(within: Nearness): string {
  if (typeof within === 'object') {
    const [unit, n] = 'turns' in within ? (['turn', within.turns] as const) : (['word', within.words] as const)
    return `within ${n} ${unit}${n === 1 ? '' : 's'}`
  }
  return near[within]
}

const near: Readonly<Record<Extract<Nearness, string>, string>> = {
  fragment: 'the same fragment',
  overlap: 'overlapping',
  turn: 'in the same turn',
  'next turn': 'in the same or the next answering turn',
  transcript: 'in the same transcript',
  account: 'in the same account',
}
