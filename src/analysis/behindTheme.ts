import { namesOf, needStudy, type Row, type Study, StudyError, type Theme } from '../study/index.js'
import { type Source, sourcesOf } from '../transcript/index.js'
import { askedAbout } from './asked.js'
import { countableOf, type Said } from './countable.js'
import { groupOf } from './groupOf.js'
import { passagesIn } from './passages.js'
import { type People, peopleIn } from './people.js'
import { smallClasses } from './smallClasses.js'
import { stanceOf } from './stanceOf.js'

/** Sources of one group; null when no group is stated. */
export interface GroupCount {
  readonly group: string | null
  readonly sources: number
}

/** What stands behind a theme. */
export interface BehindTheme {
  /** The sources that support it. */
  readonly supports: readonly Source[]
  /** The people among them. */
  readonly people: People
  readonly against: readonly Source[]
  readonly refining: readonly Source[]
  /** How many of those that support it only agreed with what was put to them. */
  readonly agreedOnly: number
  /** Sources that both support and refute it. */
  readonly twoMinds: readonly Source[]
  readonly byGroup: readonly GroupCount[]
  /** How many sources were asked, and how many of those support it; null when that is not known. */
  readonly asked: { readonly sources: number; readonly supporting: number } | null
  /** Passages, whatever their stance. */
  readonly passages: number
  /** The codings it was counted from, in the order of the text. */
  readonly codings: readonly Said[]
}

/**
 * Counts what stands behind a theme: sources with a passage of its codes (those listed, not the ones under them) in the theme's own
 * role. A stance of supports or none supports; refuting and refining are counted apart, and so is having only agreed.
 *
 * @param theme a theme, or its id or label
 * @throws StudyError when there is no such theme
 * @example
 * behindTheme(study, 'trust').supports.length
 * //=> 4
 */
export function behindTheme(study: Study, theme: Theme | string): BehindTheme {
  needStudy(study, 'behindTheme')
  const meant = typeof theme === 'string' ? themeNamed(study, theme) : theme
  const counts = known.get(study) ?? new Map<Theme, BehindTheme>()
  known.set(study, counts)
  const cached = counts.get(meant)
  if (cached !== undefined) return cached
  const behind = countBehind(study, meant)
  counts.set(meant, behind)
  return behind
}

const known = new WeakMap<Study, Map<Theme, BehindTheme>>()

function countBehind(study: Study, { codes, role }: Theme): BehindTheme {
  const codings = [...new Set(codes)].flatMap(code => countableOf(study, code)).filter(said => said.coding.role === role)
  const supporting = codings.filter(said => stanceOf(said.coding) === 'supports')
  const { heardIn } = sourcesOf(study)
  const heard = (said: readonly Said[]) => heardIn(said.map(one => one.speakers))
  const supports = heard(supporting)
  const against = heard(codings.filter(said => stanceOf(said.coding) === 'refutes'))
  const refuting = new Set(against.map(source => source.id))
  return {
    supports,
    people: peopleIn(supporting),
    against,
    refining: heard(codings.filter(said => stanceOf(said.coding) === 'refines')),
    agreedOnly: supports.length - heard(supporting.filter(said => said.coding.elicited !== 'agreed')).length,
    twoMinds: supports.filter(source => refuting.has(source.id)),
    byGroup: groupCounts(study, supports),
    asked: askedOf(study, codes, supporting),
    passages: passagesIn(codings.map(said => said.coding)),
    codings,
  }
}

/** The theme meant by an id or a label. */
export function themeNamed(study: Study, name: string): Theme {
  const id = namesOf('themes', study.themes as readonly Row[])(name)
  const theme = study.themes.find(one => one.id === id)
  if (theme === undefined) throw new StudyError([{ what: 'there is no theme with this id or label', hint: 'use one of themes.csv' }])
  return theme
}

/** How many sources there are of each group, the largest first, what is put together and those of no stated group last. */
export function groupCounts(study: Study, sources: readonly Source[]): readonly GroupCount[] {
  const counts = new Map<string | null, number>()
  for (const source of sources) {
    const group = groupOf(study, source.respondents)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const { other } = smallClasses(study, 'group')
  const last = (group: string | null) => (group === null ? 2 : group === other ? 1 : 0)
  return [...counts]
    .map(([group, n]) => ({ group, sources: n }))
    .sort((a, b) => last(a.group) - last(b.group) || b.sources - a.sources || ((a.group ?? '') < (b.group ?? '') ? -1 : 1))
}

/** Only what was said by those asked counts here, so that the number never exceeds the number asked. */
function askedOf(study: Study, codes: readonly string[], supporting: readonly Said[]): BehindTheme['asked'] {
  const asked = askedAbout(study, codes)
  if (asked === null) return null
  const { heardIn, homeOf } = sourcesOf(study)
  const ids = new Set(asked.map(source => source.id))
  const among = supporting.filter(said => said.speakers.every(speaker => ids.has(homeOf(speaker).id)))
  return { sources: asked.length, supporting: heardIn(among.map(said => said.speakers)).length }
}
