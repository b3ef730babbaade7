import type { Theme } from '../study/index.js'
import type { Inline } from './block.js'
import type { Making } from './making.js'
import { fixed } from './say.js'

/** Themes that help, that do both or neither, or that hinder. */
export interface PolarityPart {
  /** Null when none of the themes says whether it helps or hinders: then they are not set apart. */
  readonly title: readonly Inline[] | null
  readonly themes: readonly Theme[]
}

/** Sets what helps and what hinders apart, or of outcomes what is favourable and what is not, where themes say so. */
export function polarityParts(making: Making, themes: readonly Theme[]): readonly PolarityPart[] {
  const { texts } = making.language
  const enabling = themes.filter(theme => theme.polarity === 'enabling')
  const hindering = themes.filter(theme => theme.polarity === 'hindering')
  if (enabling.length + hindering.length === 0) return themes.length === 0 ? [] : [{ title: null, themes }]
  const between = themes.filter(theme => theme.polarity === 'both' || theme.polarity === null)
  // An outcome is not helped or hindered by its themes: it is what came of it.
  const [good, mixed, bad] = themes.every(theme => isOutcome(making, theme.role))
    ? [texts.favourable, texts.mixed, texts.unfavourable]
    : [texts.enabling, texts.both, texts.hindering]
  const title = between.every(theme => theme.polarity === 'both') ? mixed : texts.otherThemes
  const parts: PolarityPart[] = [
    { title: [fixed(good)], themes: enabling },
    { title: [fixed(title)], themes: between },
    { title: [fixed(bad)], themes: hindering },
  ]
  return parts.filter(part => part.themes.length > 0)
}

/** The role of outcomes, or one under it. */
function isOutcome({ study }: Making, role: string | null): boolean {
  return role === 'outcome' || study.roleFacts.some(one => one.id === role && one.parent === 'outcome')
}
