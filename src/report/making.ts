import { type BehindTheme, behindTheme, type Selection } from '../analysis/index.js'
import type { Language } from '../language/index.js'
import type { Study, Theme } from '../study/index.js'

/** What every chapter is made from. */
export interface Making {
  readonly study: Study
  readonly language: Language
  readonly selection: Selection
  /** What to do with a theme that rests on one source: mark it, or list it at the end of its chapter. */
  readonly oneSource: 'mark' | 'list'
  /** False when only quotes are known: then no counts are printed. */
  readonly counts: boolean
}

/** What stands behind a theme, or null when nothing is counted. */
export function countsOf({ study, counts }: Making, theme: Theme): BehindTheme | null {
  return counts ? behindTheme(study, theme) : null
}
