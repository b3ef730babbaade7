import { needStudy, type Study, type Theme } from '../study/index.js'
import { Table } from '../table/index.js'
import { type Source, sourcesOf } from '../transcript/index.js'
import { askedAbout } from './asked.js'
import { behindTheme } from './behindTheme.js'
import type { Said } from './countable.js'
import { type Division, divideAll, divideSources, needDivision, roundName } from './divide.js'
import { stanceOf } from './stanceOf.js'
import { themesInOrder } from './themesInOrder.js'

/** What one group, case or round says of a theme. */
export interface Contrast {
  readonly theme: string
  readonly group: string
  /** Sources. */
  readonly supports: number
  readonly refutes: number
  readonly refines: number
  /** Sources that were asked and of which no passage is coded; null when it is not known who was asked. */
  readonly silent: number | null
}

/**
 * Sets groups, cases or rounds side by side per theme: how many sources support, refute and refine it, and how many of those asked are
 * silent. A source may support in one passage and refute in another, and then counts in both.
 *
 * @param options.by the group of the source, the case spoken of, or the round
 * @example
 * contrastGroups(study, { by: 'group' }).rows[0]
 * //=> { theme: 'Trust', group: 'nurse', supports: 3, refutes: 0, refines: 1, silent: 2 }
 */
export function contrastGroups(study: Study, options: { readonly by: Division }): Table<Contrast> {
  needStudy(study, 'contrastGroups')
  needDivision(options.by, 'contrastGroups')
  return new Table({
    title: `Themes by ${options.by}`,
    columns: ['theme', 'group', 'supports', 'refutes', 'refines', 'silent'],
    rows: themesInOrder(study).flatMap(theme => contrastRows(study, theme, options.by)),
    basis: 'sources counted once over all rounds, in the role of the theme; silent: asked, and nothing coded',
    of: study,
  })
}

function contrastRows(study: Study, theme: Theme, by: Division): readonly Contrast[] {
  const { codings } = behindTheme(study, theme)
  const parts = divideAll(study, codings, by)
  const asked = askedPerPart(study, theme, by)
  const names = new Set([...partOrder(study, by), ...parts.keys(), ...(asked?.keys() ?? [])])
  return [...names]
    .filter(name => parts.has(name) || asked?.has(name))
    .map(name => {
      const said = parts.get(name) ?? []
      return {
        theme: theme.label ?? theme.id,
        group: name,
        ...stances(study, said),
        silent: silentIn(study, asked?.get(name) ?? [], said, asked),
      }
    })
}

function stances(study: Study, said: readonly Said[]): Pick<Contrast, 'supports' | 'refutes' | 'refines'> {
  const count = (stance: string) =>
    sourcesOf(study).heardIn(said.filter(one => stanceOf(one.coding) === stance).map(one => one.speakers)).length
  return { supports: count('supports'), refutes: count('refutes'), refines: count('refines') }
}

/** Who may have spoken is not called silent. */
function silentIn(study: Study, asked: readonly Source[], said: readonly Said[], known: object | null): number | null {
  if (known === null) return null
  const { homeOf } = sourcesOf(study)
  const heard = new Set(said.flatMap(one => one.speakers).map(speaker => homeOf(speaker).id))
  return asked.filter(source => !heard.has(source.id)).length
}

function askedPerPart(study: Study, theme: Theme, by: Division): ReadonlyMap<string, readonly Source[]> | null {
  const asked = askedAbout(study, theme.codes)
  if (asked === null) return null
  if (by !== 'round') return divideSources(study, asked, by)
  const rounds = [...new Set(study.transcripts.map(one => one.round))]
  const perRound = rounds.map(round => [roundName(study, round), askedAbout(study, theme.codes, one => one.round === round) ?? []] as const)
  return new Map(perRound.filter(([, sources]) => sources.length > 0))
}

/** Parts in the order of the study's own tables; others follow as they come up. */
/** The groups, cases or rounds of a study, in the order of its tables. */
export function partOrder(study: Study, by: Division): readonly string[] {
  if (by === 'round') return study.rounds.map(round => roundName(study, round.id))
  if (by === 'case') return study.cases.map(one => one.name ?? one.id)
  return study.respondents.flatMap(one => (one.group === null ? [] : [one.group]))
}
