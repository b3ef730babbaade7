import { isUnlinked, nearName, type Problem, type Row, type Study, tables } from '../../study/index.js'
import { sourcesOf } from '../../transcript/index.js'
import { stanceOf } from '../stanceOf.js'
import { byCases, byFact, bySpeakers, type Filter, oneOf } from './factFilters.js'
import type { Query, QueryFact, QueryValue } from './query.js'
import { casesNamed, known, named, people, withThoseUnder } from './queryNames.js'

type FactQuery = Extract<Query, { kind: 'is' | 'given' | 'attribute' | 'made' }>

/** A filter on the facts of codings. */
export function compileFact(study: Study, query: FactQuery, problems: Problem[]): Filter {
  if (query.kind === 'given')
    return byFact(
      query.fact,
      coding => (coding[query.fact] === null ? null : ''),
      value => value !== null,
    )
  if (query.kind === 'made') return byDate(study, query, problems)
  if (query.kind === 'attribute') return byAttribute(study, query, problems)
  const { fact, any } = query
  if (isUnlinked(study) && tying.has(fact))
    problems.push({
      what: 'labels are unlinked, and what this finds was said by one person or in one conversation',
      hint: 'ask it of the study before it was anonymised, or by group',
      call: `q.${fact}`,
    })
  if (any.length === 0) problems.push({ what: `no value is asked for`, hint: 'give at least one', call: `q.${fact}` })
  return filters[fact]?.(study, any, problems, `q.${fact}`) ?? unknownFact(problems)
}

function unknownFact(problems: Problem[]): Filter {
  problems.push({ what: 'there is no such fact of codings', hint: 'make the query of the parts that are handed to the function' })
  return (_, wanted) => wanted
}

/** What would list together the words of one person. */
const tying: ReadonlySet<QueryFact> = new Set(['source', 'respondent', 'transcript', 'account'])

type Making = (study: Study, any: readonly QueryValue[], problems: Problem[], call: string) => Filter

const filters: Readonly<Record<QueryFact, Making>> = {
  code: (study, any, problems, call) => oneOf('code', coding => coding.code, named(study, 'codes', 'code', any, problems, call)),
  codeTree: (study, any, problems, call) =>
    oneOf('code', coding => coding.code, withThoseUnder(study, named(study, 'codes', 'code', any, problems, call))),
  role: (study, any, problems, call) => oneOf('role', coding => coding.role, known(study.roles, 'role', any, problems, call)),
  theme: (study, any, problems, call) => {
    const ids = named(study, 'themes', 'theme', any, problems, call)
    const behind = new Set(study.themes.flatMap(({ id, codes, role }) => (ids.has(id) ? codes.map(code => `${code}\n${role}`) : [])))
    return byFact(
      'code and role',
      coding => `${coding.code}\n${coding.role}`,
      value => behind.has(value ?? ''),
    )
  },
  source: (study, any, problems, call) => {
    const { all, homeOf } = sourcesOf(study)
    const names = new Map(all.flatMap(one => [one.id, ...one.respondents].map(name => [name, homeOf(one.respondents[0]!).id] as const)))
    for (const { id } of study.respondents) names.set(id, homeOf(id).id)
    const ids = new Set([...people([...names.keys()], 'source', any, problems, call)].map(name => names.get(name ?? '')))
    return bySpeakers(speakers => speakers.some(one => ids.has(homeOf(one).id)))
  },
  respondent: (study, any, problems, call) => {
    const ids = people(
      study.respondents.map(one => one.id),
      'respondent',
      any,
      problems,
      call,
    )
    return bySpeakers(speakers => speakers.some(one => ids.has(one)))
  },
  group: (study, any, problems, call) => {
    const groups = new Map(study.respondents.map(one => [one.id, one.group]))
    const asked = known([...groups.values()], 'group', any, problems, call)
    return bySpeakers(speakers => (speakers.length === 0 ? asked.has(null) : speakers.some(one => asked.has(groups.get(one) ?? null))))
  },
  case: (study, any, problems, call) => {
    const ids = casesNamed(study, any, problems, call)
    return byCases(study, cases => (cases.length === 0 ? ids.has(null) : cases.some(one => ids.has(one))))
  },
  round: (study, any, problems, call) => {
    const titles = new Map(study.rounds.flatMap(one => (one.title === null ? [] : [[one.title, one.id] as const])))
    const rounds = [...study.rounds.map(one => one.id), ...study.transcripts.map(one => one.round)]
    const asked = known(
      rounds,
      'round',
      any.map(one => (typeof one === 'string' && !rounds.includes(one) ? (titles.get(one) ?? one) : one)),
      problems,
      call,
    )
    return (columns, wanted) => (asked.has(columns.transcript.round) ? wanted : new Uint8Array(wanted.length))
  },
  transcript: (study, any, problems, call) => {
    const asked = known(
      study.transcripts.map(one => one.id),
      'transcript',
      any,
      problems,
      call,
    )
    return (columns, wanted) => (asked.has(columns.transcript.id) ? wanted : new Uint8Array(wanted.length))
  },
  // Who coded is a person: the name of another is not told.
  coder: (study, any, problems, call) =>
    oneOf('coder', coding => coding.coder, people(valuesIn(study, 'coder'), 'coder', any, problems, call)),
  pass: (study, any, problems, call) => {
    const passes = [...study.journal.map(one => one.id), ...valuesIn(study, 'pass')]
    return oneOf('pass', coding => coding.pass, people(passes, 'pass', any, problems, call))
  },
  polarity: chosen('polarity'),
  stance: (_, any, problems, call) => {
    const asked = known(tables.codings.columns.stance.values ?? [], 'stance', any, problems, call)
    return byFact(
      'stance as counted',
      coding => `${stanceOf(coding)}\n${coding.stance === null}`,
      value => {
        const [stance, isBare] = (value ?? '').split('\n')
        return asked.has(stance ?? '') || (isBare === 'true' && asked.has(null))
      },
    )
  },
  elicited: chosen('elicited'),
  expected: (_, any) =>
    oneOf(
      'expected',
      coding => (coding.expected === null ? null : String(coding.expected)),
      new Set(any.map(one => (one === null ? null : String(one)))),
    ),
  level: (study, any, problems, call) =>
    oneOf('level', coding => coding.level, known(valuesIn(study, 'level'), 'level', any, problems, call)),
  beneficiary: written('beneficiary'),
  certainty: written('certainty'),
  status: chosen('status'),
  account: written('account'),
}

/** A fact that is one of a fixed list. */
function chosen(fact: 'polarity' | 'elicited' | 'status'): Making {
  return (_, any, problems, call) =>
    oneOf(fact, coding => coding[fact], known(tables.codings.columns[fact].values ?? [], fact, any, problems, call))
}

/** A fact in words of her own, which may name somebody: one that no coding has is taken for a slip, and not repeated. */
function written(fact: 'beneficiary' | 'certainty' | 'account'): Making {
  return (study, any, problems, call) => oneOf(fact, coding => coding[fact], people(valuesIn(study, fact), fact, any, problems, call))
}

function valuesIn(study: Study, fact: 'level' | 'beneficiary' | 'certainty' | 'account' | 'coder' | 'pass'): readonly (string | null)[] {
  return [...new Set(study.codings.map(coding => coding[fact]))]
}

function byAttribute(study: Study, { of, column, any }: Extract<Query, { kind: 'attribute' }>, problems: Problem[]): Filter {
  const rows: readonly Row[] = study[of]
  const call = of === 'cases' ? 'q.caseAttribute' : 'q.attribute'
  const columns = new Set(rows.flatMap(row => Object.keys(row.extra)))
  if (!columns.has(column)) {
    const near = nearName(column, columns)
    const hint = near === null ? 'a safe study has those columns only that anonymise was told to carry' : `did you mean "${near}"?`
    problems.push({ what: `no row of ${of}.csv has a column "${column}"`, hint, call })
    return (_, wanted) => wanted
  }
  if (any.length === 0) problems.push({ what: 'no value is asked for', hint: 'give at least one', call })
  const given = new Map(rows.map(row => [row.id, row.extra[column] || null]))
  const asked = people([...given.values()], `value of "${column}"`, any, problems, call)
  const keep = (ids: readonly string[]) => (ids.length === 0 ? asked.has(null) : ids.some(id => asked.has(given.get(id) ?? null)))
  return of === 'cases' ? byCases(study, keep) : bySpeakers(keep)
}

function byDate(study: Study, { from, until }: Extract<Query, { kind: 'made' }>, problems: Problem[]): Filter {
  const call = 'q.made'
  const isDay = (date: string | null) => date === null || /^\d{4}(?:-\d{2}){0,2}$/u.test(date)
  if (!isDay(from) || !isDay(until) || (from === null && until === null))
    problems.push({ what: 'this is no stretch of time', hint: "give from or until as a day, a month or a year: { from: '2020-05' }", call })
  const dates = new Map(study.journal.map(pass => [pass.id, pass.date]))
  if ([...dates.values()].every(date => date === ''))
    problems.push({ what: 'this study holds no dates of passes', hint: 'a safe study tells none: ask the study it was made from', call })
  return byFact(
    'pass',
    coding => coding.pass,
    pass => {
      const date = dates.get(pass ?? '') ?? ''
      return date !== '' && (from === null || date >= from) && (until === null || date.slice(0, until.length) <= until)
    },
  )
}
