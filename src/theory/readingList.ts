import { codePaths, type Source } from '../analysis/index.js'
import { counted, needStudy, type Role, type Study, throwProblems } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { counterEvidence } from './counterEvidence.js'
import { combinationsIn } from './nearby/combinations.js'
import { type Nearby, needNearby, sayNearby } from './nearby/nearness.js'
import { codesIn, rolesAsked } from './roleScheme.js'
import { sourcesByGroup } from './sourcesByGroup.js'
import { type Telling, tellingsIn } from './tellings.js'
import { newestConfigurations } from './theories.js'
import { mayTie, printedNumber } from './tied.js'

export interface ReadingListOptions {
  /** How near codings stand that nobody linked; in the same answer unless given. */
  readonly within?: Nearby
  /** How many rows are listed at most, the first of them: 200 unless given. */
  readonly most?: number
}

/**
 * A configuration worth looking at: `from`, a column per role with its codes, then `sources`, `groups`, `against`, `hindering`,
 * `withoutOutcome` and `configurations`.
 */
export type ReadingRow = Readonly<Record<string, Cell>>

/** Codes in roles that may be a configuration. */
interface Candidate {
  readonly from: string
  readonly roles: ReadonlyMap<Role, readonly string[]>
  readonly sources: number
  readonly told: readonly Source[] | null
}

/**
 * Lists configurations worth looking at: first accounts, which one source offered as one explanation; then codings that only stand near.
 * Beside each stands what is against it: sources that refute one of its codes in its role (`against`), sources that tell one as hindering,
 * and sources of which the context is coded and the outcome is not, or is refuted (`withoutOutcome`); and the configurations that have it
 * already. A pair that stands in an account, or as often in a larger combination, is not listed again.
 *
 * It is a list to read by, and no more: it sees what was said and coded. A mechanism that nobody said aloud stands in no row.
 *
 * For readers a row of fewer than three sources counts only passages that may be told beside what else their speaker said.
 *
 * @throws StudyError when it is not known how near
 * @example
 * readingList(study).rows.map(row => [row.from, row.mechanism, row.sources])[0]
 * //=> ['one account', 'trust', 1]
 */
export function readingList(study: Study, options: ReadingListOptions = {}): Table<ReadingRow> {
  const call = 'readingList'
  needStudy(study, call)
  const { within = 'answer', most = 200 } = options
  needNearby(within, call)
  if (!Number.isInteger(most) || most < 1) throwProblems([{ what: 'this is no number of rows', hint: 'give most: 100', call }])
  const roles = rolesAsked(study, undefined, call)
  const tellings = tellingsIn(study)
  const told = fromAccounts(study, roles, tellings)
  const near = fromNearness(study, roles, tellings, within, most)
  const rows = [...told, ...near].slice(0, most)
  const left = told.length + near.length - rows.length
  return new Table<ReadingRow>({
    title: 'Configurations to look at',
    columns: ['from', ...roles, 'sources', 'groups', 'against', 'hindering', 'withoutOutcome', 'configurations'],
    rows: rows.map(one => rowOf(study, roles, one)),
    basis: `${counted(told.length, 'combinations')} told in an account, then ${near.length} that only stand near (${sayNearby(within)}), which nobody said to be a link${left === 0 ? '' : `; ${left} more are not listed`}; sources counted once over all rounds; blind to mechanisms that nobody said aloud`,
    of: study,
  })
}

function fromAccounts(study: Study, roles: readonly Role[], tellings: readonly Telling[]): readonly Candidate[] {
  const isTied = mayTie(study)
  const firstOf = new Map(tellings.map(one => [JSON.stringify(roles.map(role => one.roles.get(role) ?? [])), one]))
  const holdersOf = holdersAmong(tellings)
  const candidates = [...firstOf.values()].map((one): Candidate => {
    // Who told it within a larger account told it too.
    const own = holdersOf(one)
    const all = sourcesIn(own)
    const tied = sourcesIn(own.filter(telling => telling.said.every(({ coding }) => isTied(coding))))
    const told = all.length === tied.length ? all : null
    return { from: 'one account', roles: one.roles, sources: printedNumber(all.length, tied.length), told }
  })
  return inOrder(study, roles, candidates).filter(one => one.sources > 0)
}

function sourcesIn(tellings: readonly Telling[]): readonly Source[] {
  return [...new Map(tellings.map(({ source }) => [source.id, source])).values()]
}

function fromNearness(
  study: Study,
  roles: readonly Role[],
  tellings: readonly Telling[],
  within: Nearby,
  most: number,
): readonly Candidate[] {
  const { found } = combinationsIn(study, { within, roles, sizes: { least: 2, most: roles.length }, atLeast: 1, most: most * 4 })
  const candidates = found.map(({ codes, sources, told }): Candidate => {
    const filled = roles.flatMap((role, i) => (codes[i] === null ? [] : [[role, [codes[i]!]] as const]))
    return { from: `near (${sayNearby(within)})`, roles: new Map(filled), sources, told }
  })
  const holdersOf = holdersAmong<Telling | Candidate>([...tellings, ...candidates])
  const isListed = (one: Candidate) =>
    holdersOf(one).some(
      other => other !== one && (!('from' in other) || (other.roles.size > one.roles.size && other.sources >= one.sources)),
    )
  return inOrder(
    study,
    roles,
    candidates.filter(one => !isListed(one)),
  )
}

/** Finds those that have all codes of one; looked up by a code, so that not every two are compared. */
function holdersAmong<T extends Pick<Telling, 'roles'>>(all: readonly T[]): (one: Pick<Telling, 'roles'>) => readonly T[] {
  const perCode = new Map<string, T[]>()
  for (const one of all) {
    for (const key of keysOf(one)) {
      const list = perCode.get(key)
      if (list === undefined) perCode.set(key, [one])
      else list.push(one)
    }
  }
  return one => (perCode.get(keysOf(one)[0]!) ?? []).filter(other => holds(other, one))
}

function keysOf({ roles }: Pick<Telling, 'roles'>): readonly string[] {
  return [...roles].flatMap(([role, codes]) => codes.map(code => JSON.stringify([role, code])))
}

/** Whether all codes of one are among those of another. */
function holds(other: Pick<Telling, 'roles'>, one: Pick<Candidate, 'roles'>): boolean {
  return [...one.roles].every(([role, codes]) => codes.every(code => other.roles.get(role)?.includes(code)))
}

/** Whole chains first, then by how many sources told them; of those alike by the order of the codes. */
function inOrder(study: Study, roles: readonly Role[], candidates: readonly Candidate[]): readonly Candidate[] {
  const places = new Map(study.codes.map((code, i) => [code.id, i]))
  const rank = (one: Candidate) => [
    -one.roles.size,
    -one.sources,
    ...roles.flatMap(role => [places.get(one.roles.get(role)?.[0] ?? '') ?? -1, one.roles.get(role)?.length ?? 0]),
    ...roles.flatMap(role => (one.roles.get(role) ?? []).map(code => places.get(code)!)),
  ]
  const ranked = candidates.map(one => ({ one, rank: rank(one) }))
  return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ one }) => one)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

function rowOf(study: Study, roles: readonly Role[], { from, roles: filled, sources, told }: Candidate): ReadingRow {
  const pathOf = codePaths(study)
  const configurations = newestConfigurations(study).filter(one =>
    [...filled].every(([role, codes]) => codes.every(code => codesIn(one, role).includes(code))),
  )
  return {
    from,
    ...Object.fromEntries(
      roles.map(role => [
        role,
        filled
          .get(role)
          ?.map(code => pathOf(code).join(' > '))
          .join('; ') ?? null,
      ]),
    ),
    sources,
    groups: told === null ? null : sourcesByGroup(study, told),
    ...counterEvidence(study, filled),
    configurations: configurations.map(one => one.id).join('; ') || null,
  }
}
