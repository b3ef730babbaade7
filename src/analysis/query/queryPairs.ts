import { type Coding, type Problem, type Study, StudyError, throwProblems } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { compileQuery, groundOf } from './compileQuery.js'
import { answered } from './compileText.js'
import { fragmentPlace, untoldOf } from './fragmentPlace.js'
import { codePaths } from './queriedCodings.js'
import type { AskedQuery, Query, QueryRelation } from './query.js'
import { type QueryOptions, queryFrom } from './queryCodings.js'
import { pairsIn } from './relations.js'
import { sayQuery, sayWithin } from './sayQuery.js'

/** A coding that was found, and one it stands in a relation to. */
export interface QueryPair {
  /** Ids; null where a public table may not tie the words closer to their speaker. */
  readonly coding: string | null
  readonly other: string | null
  readonly relation: string
  readonly transcript: string | null
  readonly speaker: string | null
  readonly code: string
  readonly role: string
  /** Empty where a public table may not tie them closer to their speaker. */
  readonly words: string
  readonly otherCode: string
  readonly otherRole: string
  readonly otherWords: string
}

const most = 1_000_000

/**
 * Lists what a query found beside what it stands near: a row for every pair of a coding found and one that a relation of the query is
 * to. The relations are the query itself, or those in its outermost `q.and`. Two codings that are both found and both sought stand in
 * two rows, one each way.
 *
 * @param query a query with a relation (`q.near`, `q.inside`, `q.around`, `q.followedBy`, `q.follows`), or a function that makes one
 * @throws StudyError when the query has no relation there, names what the study does not have, or makes over a million pairs
 * @example
 * queryPairs(study, q => q.and(q.role('mechanism'), q.near(q.role('context'), { within: 'overlap' }))).rows.map(row => row.relation)
 * //=> ['near (overlapping)']
 */
export function queryPairs(study: Study, query: AskedQuery, options: QueryOptions = {}): Table<QueryPair> {
  const asked = queryFrom(query)
  const relations = [...new Set(asked?.kind === 'and' ? asked.of : [asked])].filter(isRelation)
  const problems: Problem[] = []
  const compiled = compileQuery(study, asked, problems)
  const call = 'queryPairs'
  if (problems.length === 0 && relations.length === 0)
    problems.push({ what: 'this query has no relation', hint: "ask for one in its outermost q.and: q.near(…, { within: 'turn' })", call })
  throwProblems(problems)
  const ground = groundOf(study, options.all === true)
  const found = compiled(ground, ground.looked)
  const row = rowMaker(study)
  const rows: QueryPair[] = []
  const paired = new Set<Coding>()
  for (const relation of relations) {
    const others = compileQuery(study, relation.of, [])(ground, ground.looked)
    for (const [coding, other] of pairsIn(ground.all, found, others, relation)) {
      if (rows.length === most)
        throw new StudyError([{ what: `these are over ${most} pairs`, hint: 'ask for less: a code, a role, a smaller distance', call }])
      rows.push(row(coding, other, nameOf(relation)))
      paired.add(coding).add(other)
    }
  }
  return new Table<QueryPair>({
    title: 'Codings and what they stand near',
    columns: ['coding', 'other', 'relation', 'transcript', 'speaker', 'code', 'role', 'words', 'otherCode', 'otherRole', 'otherWords'],
    rows: inTableOrder(rows),
    basis: `${rows.length === 1 ? '1 pair' : `${rows.length} pairs`} of codings: ${sayQuery(asked, untoldOf(study, paired, asked))}`,
    of: study,
  })
}

/** Rows that tell nobody come last, by their words: between the others they would tell where they stand. */
function inTableOrder(rows: readonly QueryPair[]): readonly QueryPair[] {
  const hidden = rows.filter(row => row.coding === null)
  const words = (row: QueryPair) => `${row.words}\n${row.otherWords}`
  hidden.sort((a, b) => (words(a) < words(b) ? -1 : words(a) > words(b) ? 1 : 0))
  return hidden.length === 0 ? rows : [...rows.filter(row => row.coding !== null), ...hidden]
}

function isRelation(query: Query): query is QueryRelation {
  return ['near', 'inside', 'around', 'followedBy', 'follows'].includes(query?.kind)
}

function nameOf(relation: QueryRelation): string {
  const name = { near: 'near', inside: 'inside', around: 'around', followedBy: 'followed by', follows: 'following' }[relation.kind]
  return 'within' in relation ? `${name} (${sayWithin(relation.within)})` : name
}

/** What a row says of a coding is worked out once, in however many pairs it stands. */
function rowMaker(study: Study): (coding: Coding, other: Coding, relation: string) => QueryPair {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const pathOf = codePaths(study)
  const known = new Map<object, ReturnType<typeof tell>>()
  const tell = (coding: Coding) => {
    const transcript = transcripts.get(coding.transcript)!
    const { coding: id, transcript: place, speaker } = fragmentPlace(study, transcript, coding)
    return { id, place, speaker, code: pathOf(coding.code).join(' > '), role: coding.role, words: answered(transcript, coding) }
  }
  const told = (coding: Coding) => {
    const cached = known.get(coding) ?? tell(coding)
    known.set(coding, cached)
    return cached
  }
  return (coding, other, relation) => {
    const [a, b] = [told(coding), told(other)]
    // A pair stands in one transcript: it may be told only when it may be told of both. Words that may not be tied to their speaker
    // are left out: the others of the pair, which stand near, may be told with theirs in another row.
    const isHidden = a.id === null || b.id === null
    return {
      coding: isHidden ? null : a.id,
      other: isHidden ? null : b.id,
      relation,
      transcript: isHidden ? null : a.place,
      speaker: isHidden ? null : a.speaker,
      code: a.code,
      role: a.role,
      words: a.id === null ? '' : a.words,
      otherCode: b.code,
      otherRole: b.role,
      otherWords: b.id === null ? '' : b.words,
    }
  }
}
