import type { Query, QueryFact, QueryParts, QueryValue } from './query.js'

const is =
  (fact: QueryFact) =>
  (...any: readonly QueryValue[]): Query => ({ kind: 'is', fact, any })

/** The parts a query is made of, as they are handed to the function that asks. */
export const queryParts: QueryParts = Object.freeze({
  and: (...of) => ({ kind: 'and', of }),
  or: (...of) => ({ kind: 'or', of }),
  not: of => ({ kind: 'not', of }),
  near: (of, how) => ({ kind: 'near', of, within: how?.within }),
  inside: of => ({ kind: 'inside', of }),
  around: of => ({ kind: 'around', of }),
  followedBy: (of, how) => ({ kind: 'followedBy', of, within: how?.within }),
  follows: (of, how) => ({ kind: 'follows', of, within: how?.within }),
  code: is('code'),
  codeTree: is('codeTree'),
  role: is('role'),
  theme: is('theme'),
  source: is('source'),
  respondent: is('respondent'),
  group: is('group'),
  case: is('case'),
  round: is('round'),
  transcript: is('transcript'),
  attribute: (column, ...any) => ({ kind: 'attribute', of: 'respondents', column, any }),
  caseAttribute: (column, ...any) => ({ kind: 'attribute', of: 'cases', column, any }),
  coder: is('coder'),
  pass: is('pass'),
  made: ({ from = null, until = null }) => ({ kind: 'made', from, until }),
  polarity: is('polarity'),
  stance: is('stance'),
  elicited: is('elicited'),
  expected: is('expected'),
  level: is('level'),
  beneficiary: is('beneficiary'),
  certainty: is('certainty'),
  status: is('status'),
  account: (...any) => (any.length === 0 ? { kind: 'given', fact: 'account' } : { kind: 'is', fact: 'account', any }),
  memo: () => ({ kind: 'given', fact: 'memo' }),
  words: (...any: readonly (string | RegExp)[]): Query => {
    const [first] = any
    if (first instanceof RegExp) return { kind: 'pattern', source: first.source, flags: first.flags }
    return { kind: 'words', any: any.filter(one => typeof one === 'string') }
  },
  these: codings => ({ kind: 'these', ids: [...codings].map(one => (typeof one === 'string' ? one : one.id)) }),
  where: (words, test) => ({ kind: 'where', words, test }),
} satisfies QueryParts)
