import { audienceOf, counted, needStudy, type Study, type Theme } from '../study/index.js'
import { Table } from '../table/index.js'
import { sourcesOf } from '../transcript/index.js'
import { behindTheme } from './behindTheme.js'
import type { Said } from './countable.js'
import { type Division, divideAll } from './divide.js'
import { fewestPeople } from './smallClasses.js'
import { stanceOf } from './stanceOf.js'
import { themesInOrder } from './themesInOrder.js'

/** Where people do not think alike about a theme. */
export interface Dissent {
  readonly theme: string
  /**
   * `between groups` (cases, rounds): in one more sources support than refute, in another more refute than support. `within a group`: of one
   * group some support and others refute. `over time`: sources that supported in one round and refuted in another.
   */
  readonly kind: 'between groups' | 'between cases' | 'between rounds' | 'within a group' | 'over time'
  /** The group, case or round, each with its sources: `nurse: 3 support, 1 refutes`. */
  readonly sides: string
  /** Sources. */
  readonly supports: number
  readonly refutes: number
  readonly refines: number
}

/**
 * Lists where people do not think alike: per theme between groups, cases and rounds, within a group, and over time. A source that both
 * supports and refutes in one part counts on both sides there.
 *
 * It tells where to read on, not who is right; a majority of the people interviewed is none of anybody else.
 *
 * @example
 * findDissent(study).rows.map(row => row.kind)
 * //=> []
 */
export function findDissent(study: Study): Table<Dissent> {
  needStudy(study, 'findDissent')
  const themes = themesInOrder(study)
  const perTheme = themes.map(theme => dissentOf(study, theme))
  const silent = perTheme.filter(rows => rows.length === 0).length
  return new Table({
    title: 'Where people do not think alike',
    columns: ['theme', 'kind', 'sides', 'supports', 'refutes', 'refines'],
    rows: perTheme.flat(),
    basis: `${counted(themes.length, 'themes')}, ${silent} without dissent; sources counted once over all rounds, in the role of the theme`,
    of: study,
  })
}

interface Side {
  readonly name: string
  readonly supports: ReadonlySet<string>
  readonly refutes: ReadonlySet<string>
  readonly refines: ReadonlySet<string>
}

function dissentOf(study: Study, theme: Theme): readonly Dissent[] {
  const { codings } = behindTheme(study, theme)
  if (!codings.some(one => stanceOf(one.coding) === 'refutes')) return []
  const row = (kind: Dissent['kind'], sides: readonly Side[]): Dissent => ({
    theme: theme.label ?? theme.id,
    kind,
    sides: sides.map(sayOf).join('; '),
    supports: union(sides, 'supports'),
    refutes: union(sides, 'refutes'),
    refines: union(sides, 'refines'),
  })
  const between = (['group', 'case', 'round'] as const).flatMap(by => {
    const sides = sidesOf(study, codings, by)
    const isFor = sides.some(one => one.supports.size > one.refutes.size)
    const isAgainst = sides.some(one => one.refutes.size > one.supports.size)
    return isFor && isAgainst ? [row(`between ${by}s`, sides)] : []
  })
  const within = sidesOf(study, codings, 'group').filter(isDivided)
  return [...between, ...within.map(side => row('within a group', [side])), ...overTime(study, codings, row)]
}

/** Whether two people are needed to say what was said: one of two minds is no dissent. */
function isDivided({ supports, refutes }: Side): boolean {
  return supports.size > 0 && refutes.size > 0 && new Set([...supports, ...refutes]).size > 1
}

function sidesOf(study: Study, codings: readonly Said[], by: Division): readonly Side[] {
  return [...divideAll(study, codings, by)].map(([name, said]) => sideOf(study, name, said))
}

function sideOf(study: Study, name: string, said: readonly Said[]): Side {
  const heard = (stance: string) =>
    new Set(
      sourcesOf(study)
        .heardIn(said.filter(one => stanceOf(one.coding) === stance).map(one => one.speakers))
        .map(source => source.id),
    )
  return { name, supports: heard('supports'), refutes: heard('refutes'), refines: heard('refines') }
}

/** What one source said over the rounds is only told to readers of three or more. */
function overTime(
  study: Study,
  codings: readonly Said[],
  row: (kind: Dissent['kind'], sides: readonly Side[]) => Dissent,
): readonly Dissent[] {
  const rounds = sidesOf(study, codings, 'round')
  const changed = [...new Set(rounds.flatMap(one => [...one.supports]))].filter(id =>
    rounds.some(one => one.refutes.has(id) && !one.supports.has(id)),
  )
  const isTold = changed.length > 0 && (audienceOf(study) === 'team' || changed.length >= fewestPeople)
  if (!isTold) return []
  const own = new Set(changed)
  const among = (ids: ReadonlySet<string>) => new Set([...ids].filter(id => own.has(id)))
  return [
    row(
      'over time',
      rounds.map(one => ({ name: one.name, supports: among(one.supports), refutes: among(one.refutes), refines: among(one.refines) })),
    ),
  ]
}

function sayOf({ name, supports, refutes, refines }: Side): string {
  const parts = [
    `${supports.size} ${supports.size === 1 ? 'supports' : 'support'}`,
    `${refutes.size} ${refutes.size === 1 ? 'refutes' : 'refute'}`,
    ...(refines.size === 0 ? [] : [`${refines.size} ${refines.size === 1 ? 'refines' : 'refine'}`]),
  ]
  return `${name}: ${parts.join(', ')}`
}

function union(sides: readonly Side[], stance: 'supports' | 'refutes' | 'refines'): number {
  return new Set(sides.flatMap(one => [...one[stance]])).size
}
