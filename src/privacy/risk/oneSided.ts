import { behindTheme, sensitiveCodes } from '../../analysis/index.js'
import type { Study } from '../../study/index.js'

/** A sensitive theme on which everybody of a class takes the same side: who is known to be of it is known to think so. */
export interface OneSided {
  readonly theme: string
  readonly group: string
  /** How many people the group has among those who took part. */
  readonly people: number
  readonly side: 'supports' | 'refutes'
}

/** The themes with a sensitive code on which a whole group takes one side. */
export function oneSided(study: Study): readonly OneSided[] {
  const sensitive = sensitiveCodes(study)
  const heard = new Set(study.transcripts.flatMap(one => one.respondents))
  const members = new Map<string, string[]>()
  for (const { id, group } of study.respondents)
    if (group !== null && heard.has(id)) members.set(group, [...(members.get(group) ?? []), id])
  return study.themes
    .filter(theme => theme.codes.some(code => sensitive.has(code)))
    .flatMap(theme => {
      const { supports, against } = behindTheme(study, theme)
      const on = { supports: idsOf(supports), refutes: idsOf(against) }
      return [...members].flatMap(([group, ids]) =>
        (['supports', 'refutes'] as const)
          .filter(side => ids.every(id => on[side].has(id)) && !ids.some(id => on[side === 'supports' ? 'refutes' : 'supports'].has(id)))
          .map((side): OneSided => ({ theme: theme.label ?? theme.id, group, people: ids.length, side })),
      )
    })
}

function idsOf(sources: readonly { readonly respondents: readonly string[] }[]): ReadonlySet<string> {
  return new Set(sources.flatMap(source => source.respondents))
}
