import { groupOf } from '../../analysis/index.js'
import { type GroupWords, type Language, readClaims } from '../../language/index.js'
import type { Respondent, Study } from '../../study/index.js'
import { sourcesOf } from '../../transcript/index.js'
import type { Quotation } from './quotations.js'

/** Who a report says spoke. */
export interface Attribution {
  /** As it is printed. */
  readonly printed: string
  /** People of the study, by id. */
  readonly respondents: readonly string[]
  /** Numbers and labels that are nobody's. */
  readonly unknown: readonly string[]
  /** People who speak together, of whom a name in common is printed: "13" for 13a and 13b. */
  readonly partOf: readonly string[]
  /** A group of which somebody spoke, where nobody is named. */
  readonly group: string | null
}

/** Reads who is said to have spoken: after a quotation in brackets, after a dash or plainly, or before it with a colon. */
export function attributionReader(
  study: Study,
  language: Language,
  groups: readonly GroupWords[],
): (text: string, quotation: Quotation) => Attribution | null {
  const people = namesOf(study, language)
  const numbered = new RegExp(`^(?:${language.reading.numbered.source})\\s{0,2}(?=[\\p{L}\\p{N}])`, 'iu')
  const plain = new RegExp(
    `^(?:${language.reading.numbered.source})\\s{0,2}\\p{N}{1,4}\\p{L}?(?:${language.reading.and.source}(?:(?:${language.reading.numbered.source})\\s{0,2})?\\p{N}{1,4}\\p{L}?){0,6}(?![\\p{L}\\p{N}])`,
    'iu',
  )

  return (text, { before, after }) => {
    const rest = text.slice(after, after + 120)
    const bracket = /^[\s.,;:!?…”"’*_]{0,4}\(([^()]{1,90})\)/u.exec(rest)?.[1]
    const dash = /^[\s.,;:*_]{0,4}[—–]\s?([^—–.\n]{1,90})/u.exec(rest)?.[1]
    const bare = plain.exec(rest.replace(/^[\s.,;:]{1,4}/u, ''))?.[0]
    const colon = /(?:^|[\n.!?(“])\s{0,3}([^\n.!?(“]{1,90}):\s{0,2}$/u.exec(text.slice(Math.max(0, before - 100), before))?.[1]
    for (const printed of [bracket, dash, bare, colon]) {
      const read = printed === undefined ? null : readName(printed.trim(), printed === colon)
      if (read !== null) return read
    }
    return null
  }

  function readName(printed: string, isBefore: boolean): Attribution | null {
    const folded = printed.toLowerCase()
    const label = people.labels.get(folded)
    if (label !== undefined) return named(printed, [label])
    const isNumbered = numbered.test(printed)
    const parts = printed
      .replace(numbered, '')
      .split(language.reading.and)
      .map(part => part.replace(numbered, '').trim())
      .filter(part => part !== '')
    const found = parts.map(part => ({ part, id: people.labels.get(part.toLowerCase()) ?? people.ids.get(part.toLowerCase()) ?? null }))
    const halves = isNumbered ? found.filter(one => one.id === null).flatMap(one => people.together(one.part)) : []
    const known = found.flatMap(one => one.id ?? [])
    // "Respondent 10, nurse": what is no number says something else of her.
    const unknown = found
      .filter(one => one.id === null && /^\p{N}{1,4}\p{L}?$/u.test(one.part) && people.together(one.part).length === 0)
      .map(one => one.part)
    if (known.length > 0 || halves.length > 0 || (isNumbered && unknown.length > 0))
      return { printed, respondents: [...known, ...halves], unknown: isNumbered ? unknown : [], partOf: halves, group: null }
    // Before a quotation stands a sentence, of which only a short one names who speaks.
    if (isBefore && printed.split(/\s+/u).length > 4) return null
    const group = groupIn(printed, groups, language)
    return group === null ? null : { printed, respondents: [], unknown: [], partOf: [], group }
  }
}

function named(printed: string, respondents: readonly string[]): Attribution {
  return { printed, respondents, unknown: [], partOf: [], group: null }
}

/** The group a few words name. */
export function groupIn(words: string, groups: readonly GroupWords[], language: Language): string | null {
  const [article = ''] = language.articles
  return (
    readClaims(
      `1 ${words.replace(/^\P{L}{0,9}/u, '').replace(new RegExp(`^(?:${[...language.articles].join('|')})\\s`, 'iu'), '')}`,
      groups,
      language,
    )[0]?.group ??
    readClaims(`${article} ${words}`, groups, language)[0]?.group ??
    null
  )
}

interface Names {
  readonly labels: ReadonlyMap<string, string>
  readonly ids: ReadonlyMap<string, string>
  /** Those who speak together and share what a number begins with. */
  readonly together: (number: string) => readonly string[]
}

function namesOf(study: Study, language: Language): Names {
  const labels = new Map(study.respondents.map((one: Respondent) => [(one.label ?? language.labelOf(one.id)).toLowerCase(), one.id]))
  const ids = new Map(study.respondents.map(one => [one.id.toLowerCase(), one.id]))
  // A label of the usual form goes by its number, which is no id in a safe study.
  for (const [label, id] of labels) {
    const number = /(?:^|\s)(\p{N}{1,4}\p{L}?)$/u.exec(label)?.[1]
    if (number !== undefined) ids.set(number, id)
  }
  const sources = sourcesOf(study).all.filter(source => source.respondents.length > 1)
  const numberOf = new Map([...ids].map(([number, id]) => [id, number]))
  const together = (number: string) =>
    sources.find(source => source.respondents.every(id => new RegExp(`^${number.toLowerCase()}\\p{L}$`, 'u').test(numberOf.get(id) ?? '')))
      ?.respondents ?? []
  return { labels, ids, together: number => (/^\p{N}{1,4}$/u.test(number) ? together(number) : []) }
}

/** How the groups of a study are written: as they are called, by their last word where that is theirs alone, and as the caller says. */
export function groupWords(study: Study, language: Language, synonyms: Readonly<Record<string, string>>): readonly GroupWords[] {
  const names = [...new Set(study.respondents.flatMap(one => one.group ?? []))]
  const stems = (words: string) => language.words(words).map(word => language.stem(word))
  const own = names.map(group => ({ group, stems: stems(group) })).filter(one => one.stems.length > 0)
  const heads = own.filter(one => one.stems.length > 1).map(one => ({ group: one.group, stems: one.stems.slice(-1) }))
  const isOnly = (stem: string) => own.filter(one => one.stems.at(-1) === stem).length === 1
  const given = Object.entries(synonyms).map(([word, group]) => ({ group, stems: stems(word) }))
  return [...own, ...heads.filter(one => isOnly(one.stems[0]!)), ...given]
}

/** The groups of people, as they are called in the study. */
export function groupsOf(study: Study, respondents: readonly string[]): readonly string[] {
  return [...new Set(respondents.flatMap(id => groupOf(study, [id]) ?? []))]
}
