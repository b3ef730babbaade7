import { codePaths } from '../analysis/index.js'
import { counted, needStudy, type Role, type Study, throwProblems } from '../study/index.js'
import { type Cell, Table } from '../table/index.js'
import { type Combination, type Combinations, combinationsIn } from './nearby/combinations.js'
import { type Nearby, needNearby, sayNearby } from './nearby/nearness.js'
import { rolesAsked } from './roleScheme.js'
import { sourcesByGroup } from './sourcesByGroup.js'

export interface FindNearbyOptions {
  /** How near the parts are; in the same answer unless given. */
  readonly within?: Nearby
  /** The roles a combination is made of; all that configurations have a place for unless given. */
  readonly roles?: readonly Role[]
  /** How many roles a combination fills; any number from two unless given. */
  readonly size?: number
  /** The fewest sources of a combination that is listed: 1 unless given. With 0 also what only stands near between people is listed. */
  readonly atLeast?: number
  /** How many are listed, the first of them: 1000 unless given. The basis says how many there are. */
  readonly most?: number
}

/**
 * A combination of codes that stand near: a column per role with the code, empty where the role is no part of it, and then `sources`,
 * `groups`, `between`, `family`, `familySources`.
 */
export type NearbyRow = Readonly<Record<string, Cell>>

/**
 * Lists which codes of which roles stand close, in pairs and larger combinations of one code per role, to show where explanations may be
 * found. Nearness is not a link: nobody said that one thing led to the other; what a source offered as one explanation is an account.
 *
 * Counted are sources that told all parts of a combination (`sources`, `groups`); `between` counts conversations, or cases, in which it
 * stands near but no one source told all of it. Linked codings hardly ever repeat (Jackson & Kolla 2012), so that combinations that are
 * the same with every code under the top of its branch are also counted together (`familySources`) and stand together under one name (`family`, empty for one that is alone). Codings
 * that refute are left out: they say that it is not so.
 *
 * For readers, a combination of fewer than three sources counts only passages that may be told beside what else their speaker said.
 *
 * @param options.within how near: as in queries, in the same `answer` (all that is said between two questions), by the same `source`, by
 * one source in more than one round (`other round`), or about the same `case`
 * @throws StudyError when it is not known how near, or configurations have no place for a role
 * @example
 * findNearby(study, { within: 'answer', size: 3 }).rows[0]
 * //=> { context: 'norms', mechanism: 'trust', outcome: 'one plan', sources: 2, groups: 'nurse: 2', between: 0, family: null, familySources: 2 }
 */
export function findNearby(study: Study, options: FindNearbyOptions = {}): Table<NearbyRow> {
  const call = 'findNearby'
  needStudy(study, call)
  const { within = 'answer', size, atLeast = 1, most = 1000 } = options
  needNearby(within, call)
  const roles = rolesAsked(study, options.roles, call)
  const problems = [
    ...(size === undefined || (Number.isInteger(size) && size >= 2 && size <= roles.length)
      ? []
      : [{ what: 'a combination cannot be of this size', hint: `give a size from 2 to ${roles.length}`, call }]),
    ...(Number.isInteger(atLeast) && atLeast >= 0 ? [] : [{ what: 'this is no number of sources', hint: 'give atLeast: 2', call }]),
    ...(Number.isInteger(most) && most > 0 ? [] : [{ what: 'this is no number of rows', hint: 'give most: 100', call }]),
  ]
  throwProblems(problems)
  const sizes = { least: size ?? 2, most: size ?? roles.length }
  const combinations = combinationsIn(study, { within, roles, sizes, atLeast, most })
  return new Table<NearbyRow>({
    title: 'Codings that stand close',
    columns: [...roles, 'sources', 'groups', 'between', 'family', 'familySources'],
    rows: nearbyRows(study, roles, combinations),
    basis: `${sayFound(combinations)}: codings that count and do not refute, ${sayNearby(within)}. This is nearness, which nobody said to be a link; sources told all parts, and count once over all rounds`,
    of: study,
  })
}

function nearbyRows(study: Study, roles: readonly Role[], { found }: Combinations): readonly NearbyRow[] {
  const pathOf = codePaths(study)
  const names = new Map(study.codes.map(code => [code.id, code.name ?? code.id]))
  return found.map(({ codes, family, sources, told, familySources, between }) => ({
    ...Object.fromEntries(roles.map((role, i) => [role, codes[i] === null ? null : pathOf(codes[i]!).join(' > ')])),
    sources,
    groups: told === null ? null : sourcesByGroup(study, told),
    between,
    family: isAlone({ codes, family, sources, familySources }) ? null : family.flatMap(code => names.get(code ?? '') ?? []).join(' + '),
    familySources,
  }))
}

/** Whether a combination is the only one of its family, and needs no second name. */
function isAlone({ codes, family, sources, familySources }: Pick<Combination, 'codes' | 'family' | 'sources' | 'familySources'>): boolean {
  return sources === familySources && codes.every((code, i) => code === family[i])
}

function sayFound({ found, all, untold }: Combinations): string {
  const number = counted(all, 'combinations')
  const shown = found.length < all ? `the first ${found.length} of ${number}` : number
  return untold === 0 ? shown : `${shown} (${untold} of fewer than three sources are left out, for what ties them may not be told)`
}
