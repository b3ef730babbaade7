import type { Mark } from '../../src/language/index.js'

/** A mark in a reference interview: what stands there, and who or what is meant. */
export interface GoldMark extends Mark {
  /** Who is meant, the same for all ways in which one is named; null where it was not told. */
  readonly who: string | null
}

/** Takes the marks out of an interview written with them: `{{PERSON|Greta Vos|greta}}`. */
export function markedInterview(source: string): { readonly text: string; readonly marks: readonly GoldMark[] } {
  const marks: GoldMark[] = []
  let text = ''
  let at = 0
  for (const found of source.matchAll(/\{\{([A-Z_]+)\|([^|}]*)(?:\|([^|}]*))?\}\}/gu)) {
    text += source.slice(at, found.index)
    const words = found[2]!
    marks.push({
      type: found[1]!,
      start: text.length,
      end: text.length + words.length,
      text: words,
      certainty: 'sure',
      who: found[3] ?? null,
    })
    text += words
    at = found.index + found[0].length
  }
  return { text: text + source.slice(at), marks }
}
