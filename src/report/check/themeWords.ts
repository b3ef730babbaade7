import type { Language } from '../../language/index.js'
import type { Study, Theme } from '../../study/index.js'

/** Tells which themes words of a report name. */
export interface ThemeWords {
  readonly namedIn: (words: string) => readonly Theme[]
  /** A heading is of a theme by its label only. */
  readonly headedBy: (heading: string) => readonly Theme[]
}

/** A code of one short word ("time") stands in too many sentences to be what one is about. */
const fewestLetters = 7

/**
 * A theme is named where all words of its label stand that carry meaning, in any form and order, or those of the name of one of its codes
 * where these are two or more, or one long one.
 */
export function themeWords(study: Study, language: Language): ThemeWords {
  const stemsOf = (words: string) => [
    ...new Set(
      language
        .words(words)
        .map(word => word.toLowerCase())
        .filter(word => !language.stopWords.has(word))
        .map(language.stem),
    ),
  ]
  const names = new Map(study.codes.map(code => [code.id, code.name ?? code.id]))
  const ways = study.themes.map(theme => {
    const label = stemsOf(theme.label ?? theme.id)
    const codes = theme.codes
      .map(code => stemsOf(names.get(code) ?? ''))
      .filter(stems => stems.length > 1 || (stems[0]?.length ?? 0) >= fewestLetters)
    return { theme, label, ways: [label, ...codes].filter(stems => stems.length > 0) }
  })
  const among = (words: string, of: (one: (typeof ways)[number]) => readonly (readonly string[])[]) => {
    const there = new Set(stemsOf(words))
    return ways.filter(one => of(one).some(stems => stems.length > 0 && stems.every(stem => there.has(stem)))).map(one => one.theme)
  }
  return { namedIn: words => among(words, one => one.ways), headedBy: heading => among(heading, one => [one.label]) }
}
