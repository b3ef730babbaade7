import { readFileSync } from 'node:fs'

/** A stretch that identifies, as marked by hand. */
export interface Gold {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly text: string
  /** The person or organisation meant, for names of one that are written several ways. */
  readonly who: string | null
}

/** An invented interview with its marks taken out of the text. */
export interface MarkedInterview {
  readonly text: string
  readonly gold: readonly Gold[]
}

/** Reads an interview of test/reference/interviews: marks are written `{{TYPE|words|who}}`, who only where it applies. */
export function markedInterview(name: string): MarkedInterview {
  const raw = readFileSync(new URL(`./interviews/${name}.txt`, import.meta.url), 'utf8')
  const gold: Gold[] = []
  let text = ''
  let last = 0
  for (const mark of raw.matchAll(/\{\{([A-Z_]+)\|([^|}]*)(?:\|([^}]*))?\}\}/gu)) {
    text += raw.slice(last, mark.index)
    const words = mark[2]!
    gold.push({ start: text.length, end: text.length + words.length, type: mark[1]!, text: words, who: mark[3] ?? null })
    text += words
    last = mark.index + mark[0].length
  }
  return { text: text + raw.slice(last), gold }
}
