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

/** Sets what helps and what hinders apart, where themes say so. */
export function polarityParts({ language: { texts } }: Making, themes: readonly Theme[]): readonly PolarityPart[] {
  const enabling = themes.filter(theme => theme.polarity === 'enabling')
  const hindering = themes.filter(theme => theme.polarity === 'hindering')
  if (enabling.length + hindering.length === 0) return themes.length === 0 ? [] : [{ title: null, themes }]
  const between = themes.filter(theme => theme.polarity === 'both' || theme.polarity === null)
  const title = between.every(theme => theme.polarity === 'both') ? texts.both : texts.otherThemes
  const parts: PolarityPart[] = [
    { title: [fixed(texts.enabling)], themes: enabling },
    { title: [fixed(title)], themes: between },
    { title: [fixed(texts.hindering)], themes: hindering },
  ]
  return parts.filter(part => part.themes.length > 0)
}
