import { unsettled } from '../analysis/index.js'
import { type Configuration, counted, needStudy, type Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { gatherEvidence } from './gatherEvidence.js'
import { needConfiguration } from './needConfiguration.js'
import { negativeCases, rivalsOf } from './negativeCases.js'
import { codesIn, roleScheme } from './roleScheme.js'
import { supportOf } from './support.js'
import { evidenceOf, newestConfigurations } from './theories.js'

/** Something about a configuration that is not settled yet. */
export interface ContestedRow {
  readonly configuration: string
  readonly status: string
  /** The role it is about, or `whole`. */
  readonly part: string
  readonly kind:
    | 'evidence against'
    | 'evidence that refines'
    | 'nothing for it'
    | 'only inferred'
    | 'only agreed'
    | 'put together'
    | 'negative cases'
    | 'rival'
    | 'verdicts differ'
    | 'case without verdict'
    | 'coders disagree'
    | 'disputed when shown'
  /** How many: sources, cases, passages or replies, as `what` says. */
  readonly n: number
  readonly what: string
}

/**
 * Lists per configuration what is still contested or open: evidence against it and refining it, roles of which nothing was given, what was
 * only inferred or only agreed, chains put together from different people, sources that go against it, rivals, verdicts that differ between
 * cases and cases without one, passages that coders read differently, and who disputed it when it was shown to them.
 *
 * A configuration without rows is not proven: nothing against it was coded. It lists, and ranks nothing.
 *
 * @param configuration one, or its id; all of the newest version of the theory unless given
 * @throws StudyError when there is no such configuration
 * @example
 * listContested(study, 'C1').rows.map(row => [row.part, row.kind])
 * //=> [['context', 'nothing for it'], ['outcome', 'nothing for it'], ['whole', 'negative cases']]
 */
export function listContested(study: Study, configuration?: Configuration | string): Table<ContestedRow> {
  needStudy(study, 'listContested')
  const meant = configuration === undefined ? newestConfigurations(study) : [needConfiguration(study, configuration, 'listContested')]
  const rows = meant.flatMap(one => contestedIn(study, one))
  const none = meant.filter(one => !rows.some(row => row.configuration === one.id)).length
  return new Table({
    title: 'What is contested or open',
    columns: ['configuration', 'status', 'part', 'kind', 'n', 'what'],
    rows,
    basis: `${counted(meant.length, 'configurations')}, ${none} of them without rows: nothing against these was coded, which proves nothing`,
    of: study,
  })
}

type Open = Omit<ContestedRow, 'configuration' | 'status'>

function contestedIn(study: Study, configuration: Configuration): readonly ContestedRow[] {
  const open = [
    ...fromEvidence(study, configuration),
    ...fromCases(study, configuration),
    ...rivalsOf(study, configuration).map((rival): Open => {
      const { length } = supportOf(study, evidenceOf(study, rival)).sources
      return { part: 'whole', kind: 'rival', n: length, what: `${rival.id}, which rests on ${counted(length, 'sources')}` }
    }),
    ...fromCoders(study, configuration),
    ...fromReplies(study, configuration),
  ]
  return open.map(one => ({ configuration: configuration.id, status: configuration.status ?? '', ...one }))
}

function fromEvidence(study: Study, configuration: Configuration): readonly Open[] {
  const { parts, threads, restsOn, agreedOnly } = gatherEvidence(study, configuration)
  const given = parts.filter(one => one.from === 'evidence')
  const against = given
    .filter(one => one.stance !== 'supports')
    .map((one): Open => {
      const pieces = one.said + one.inferred + one.otherData
      return {
        part: one.part,
        kind: one.stance === 'refutes' ? 'evidence against' : 'evidence that refines',
        n: one.sources.length,
        what: `${counted(one.sources.length, 'sources')}, ${counted(pieces, 'pieces')} of evidence`,
      }
    })
  const roles = roleScheme(study).all.filter(role => codesIn(configuration, role).length > 0)
  const supporting = (part: string) => given.find(one => one.part === part && one.stance === 'supports')
  const missing = roles.filter(role => supporting(role) === undefined)
  const inferred = roles.filter(role => {
    const own = supporting(role)
    return own !== undefined && own.inferred > 0 && own.said + own.otherData === 0
  })
  return [
    ...against,
    ...missing.map((part): Open => ({ part, kind: 'nothing for it', n: 0, what: 'nothing was given as evidence for this role' })),
    ...inferred.map((part): Open => {
      const n = supporting(part)!.inferred
      return { part, kind: 'only inferred', n, what: `${counted(n, 'pieces')} of evidence, all of them inferred` }
    }),
    ...(restsOn > 0 && agreedOnly === restsOn
      ? [
          {
            part: 'whole',
            kind: 'only agreed',
            n: restsOn,
            what: `${counted(restsOn, 'sources')}, which only agreed with what was put to them`,
          } as const,
        ]
      : []),
    ...(threads.isStitched
      ? [{ part: 'whole', kind: 'put together', n: threads.partly.length, what: 'no one source tells the whole chain' } as const]
      : []),
  ]
}

function fromCases(study: Study, configuration: Configuration): readonly Open[] {
  const negative = negativeCases(study, configuration)
  const sources = negative.rows.reduce((sum, row) => sum + Number(row.sources ?? 0), 0)
  const cells = study.cells.filter(
    cell => cell.configuration === configuration.id && (cell.theory === null || cell.theory === configuration.theory),
  )
  const count = (status: string) => cells.filter(cell => cell.status === status).length
  const [fired, otherwise, not] = [count('fired'), count('fired otherwise'), count('did not fire')]
  const judged = new Set(cells.filter(cell => cell.status !== null && cell.status !== 'no data').map(cell => cell.case))
  const open = study.cases.filter(one => !judged.has(one.id)).length
  return [
    ...(sources === 0
      ? []
      : [
          {
            part: 'whole',
            kind: 'negative cases',
            n: sources,
            what: `${counted(sources, 'sources')} that go against it: see negativeCases`,
          } as const,
        ]),
    ...(fired > 0 && otherwise + not > 0
      ? [
          {
            part: 'whole',
            kind: 'verdicts differ',
            n: fired + otherwise + not,
            what: `it fired in ${fired}, fired otherwise in ${otherwise} and did not fire in ${not} cases`,
          } as const,
        ]
      : []),
    // Where no case has a verdict, verdicts are no part of the study.
    ...(cells.length > 0 && open > 0
      ? [
          {
            part: 'whole',
            kind: 'case without verdict',
            n: open,
            what: `${counted(open, 'cases')} without a verdict, or without data`,
          } as const,
        ]
      : []),
  ]
}

/** Passages with its codes in its roles of which two coders say different things. */
function fromCoders(study: Study, configuration: Configuration): readonly Open[] {
  const rows = unsettledIn(study)
  return roleScheme(study).all.flatMap((role): readonly Open[] => {
    const codes = new Set(codesIn(configuration, role))
    const n = rows.filter(row => codes.has(row.code) && (row.role === role || row.otherRole === role)).length
    return n === 0 ? [] : [{ part: role, kind: 'coders disagree', n, what: `${counted(n, 'passages')} coded in two ways and not settled` }]
  })
}

interface UnsettledCode {
  readonly code: string
  readonly role: string
  readonly otherRole: string
}

const known = new WeakMap<Study, readonly UnsettledCode[]>()

/** This is asked once per configuration. */
function unsettledIn(study: Study): readonly UnsettledCode[] {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const codings = new Map(study.codings.map(one => [one.id, one]))
  const rows = unsettled(study).rows.map(row => ({
    code: row.code,
    role: codings.get(row.coding)?.role ?? '',
    otherRole: codings.get(row.otherCoding)?.role ?? '',
  }))
  known.set(study, rows)
  return rows
}

function fromReplies(study: Study, configuration: Configuration): readonly Open[] {
  const replies = study.responses.filter(one => one.item === configuration.id && one.response === 'disputes')
  const open = replies.filter(one => (one.action ?? '') === '').length
  if (replies.length === 0) return []
  const answered = open === 0 ? 'each was answered' : `${open} without an action`
  return [
    {
      part: 'whole',
      kind: 'disputed when shown',
      n: replies.length,
      what: `${counted(replies.length, 'replies')} that dispute it, ${answered}`,
    },
  ]
}
