import { needStudy, type Study } from '../study/index.js'
import { type Source, sourcesOf } from '../transcript/index.js'
import { askedAbout } from './asked.js'
import { behindTheme } from './behindTheme.js'
import { divideSources, notStated } from './divide.js'
import { sensitiveCodes } from './sensitiveCodes.js'

/** A class of which everyone says the same of a theme that people keep to themselves. */
export interface OneSided {
  /** The id of the theme. */
  readonly theme: string
  readonly by: 'group' | 'case'
  /** The group or case, as it is printed. */
  readonly class: string
  readonly side: 'supports' | 'refutes'
  /** The sources in it, all of whom take that side. */
  readonly sources: readonly Source[]
  /** `asked`: all who were asked. `all`: who was asked is not known, so all who took part. */
  readonly of: 'asked' | 'all'
}

/**
 * Where a whole class takes one side on a theme with a sensitive code: what is told of the class is then told of each person in it, however
 * many they are. A source that says both takes no side. Classes are those that are printed.
 *
 * @example
 * oneSided(safe).map(({ theme, class: name, side }) => [theme, name, side])
 * //=> [['trust', 'nurse', 'supports']]
 */
export function oneSided(study: Study): readonly OneSided[] {
  needStudy(study, 'oneSided')
  const sensitive = sensitiveCodes(study)
  return study.themes
    .filter(theme => theme.codes.some(code => sensitive.has(code)))
    .flatMap(theme => {
      const { supports, against } = behindTheme(study, theme)
      const asked = askedAbout(study, theme.codes)
      const sides = { supports: idsOf(supports), refutes: idsOf(against) }
      return (['group', 'case'] as const).flatMap(by =>
        [...divideSources(study, asked ?? sourcesOf(study).all, by)].flatMap(([name, sources]): readonly OneSided[] => {
          const side = sideOf(sources, sides)
          if (side === null || name === notStated) return []
          return [{ theme: theme.id, by, class: name, side, sources, of: asked === null ? 'all' : 'asked' }]
        }),
      )
    })
}

const idsOf = (sources: readonly Source[]): ReadonlySet<string> => new Set(sources.map(one => one.id))

function sideOf(
  sources: readonly Source[],
  { supports, refutes }: Readonly<Record<OneSided['side'], ReadonlySet<string>>>,
): OneSided['side'] | null {
  const all = (these: ReadonlySet<string>, those: ReadonlySet<string>) => sources.every(({ id }) => these.has(id) && !those.has(id))
  return all(supports, refutes) ? 'supports' : all(refutes, supports) ? 'refutes' : null
}
