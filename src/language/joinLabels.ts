/** What joining labels needs of a language. */
export interface LabelWords {
  readonly respondent: string
  readonly respondents: string
  readonly and: string
}

/**
 * Joins the labels of people who speak together: numbered respondents under one plural, anything else as a list.
 *
 * @example
 * joinLabelsWith({ respondent: 'Respondent', respondents: 'Respondents', and: 'and' }, ['Respondent 13a', 'Respondent 13b'])
 * //=> 'Respondents 13a and 13b'
 */
export function joinLabelsWith(words: LabelWords, labels: readonly string[]): string {
  const unique = [...new Set(labels)]
  const prefix = `${words.respondent} `
  if (unique.length > 1 && unique.every(label => label.startsWith(prefix)))
    return `${words.respondents} ${listWith(
      words.and,
      unique.map(label => label.slice(prefix.length)),
    )}`
  return listWith(words.and, unique)
}

/** A list in running text: "a, b and c". */
export function listWith(and: string, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}
