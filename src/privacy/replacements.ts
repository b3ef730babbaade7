import type { Language } from '../language/index.js'
import { type Problem, type Study, throwProblems } from '../study/index.js'
import { type Register, reasonForNoNames } from './entry.js'
import type { Found, NameFinder } from './findNames.js'
import { findShared } from './readRegister.js'

/** Marks what was put in the place of a name. Brackets like [these] are left to editors. */
export const mark = { open: '‹', close: '›' } as const

/**
 * What stands for each entry of the register, in its order: its own label, the label of the respondent, or its type with
 * a letter. Letters follow the order of the register, so that an entry added at the end changes no other label.
 */
export function labelsOf(register: Register, study: Study, language: Language): readonly string[] {
  const counts = new Map<string, number>()
  return register.map(entry => {
    if (entry.match === 'keep') return entry.name
    const count = (counts.get(entry.type) ?? 0) + (entry.respondent === null && entry.label === '' ? 1 : 0)
    counts.set(entry.type, count)
    if (entry.label !== '') return entry.label
    return entry.respondent === null ? language.entityLabel(entry.type, count) : respondentLabel(study, entry.respondent, language)
  })
}

/** What the reader sees for a respondent. */
export function respondentLabel(study: Study, id: string, language: Language): string {
  return study.respondents.find(one => one.id === id)?.label?.trim() || language.labelOf(id)
}

/** Everything about a register that would let a name through, or put a wrong one in its place. */
export function checkRegister(register: Register, study: Study, labels: readonly string[], finder: NameFinder, language: Language): void {
  const problems: Problem[] = findShared(register, 'register')
  if (register.length === 0 && reasonForNoNames(register) === null)
    problems.push({ what: 'the register is empty', hint: "list the names to hide, or say why there are none: noNames('...')" })
  const people = new Set(study.respondents.map(one => one.id))
  const places = new Set(study.transcripts.map(one => one.id))
  register.forEach((entry, i) => {
    const at = { file: 'register', row: i + 2 }
    if (entry.respondent !== null && !people.has(entry.respondent))
      problems.push({ what: 'this respondent is not in respondents.csv', hint: 'correct the register', column: 'respondent', ...at })
    if (entry.where.some(place => !places.has(place)))
      problems.push({ what: 'this transcript does not exist', hint: 'use ids of transcripts.csv', column: 'where', ...at })
    if (entry.match !== 'keep' && finder.find(labels[i]!).length > 0)
      problems.push({
        what: 'the label holds a registered name',
        hint: 'choose a label without any name of the register',
        column: 'label',
        ...at,
      })
  })
  study.respondents.forEach((one, i) => {
    if (finder.find(respondentLabel(study, one.id, language)).length > 0)
      problems.push({
        what: 'the label of this respondent holds a registered name',
        hint: 'give a label without a name, such as a number',
        file: 'respondents.csv',
        row: i + 2,
        column: 'label',
      })
  })
  throwProblems(problems)
}

/** How the names of a study are replaced in a text. */
export interface Replacing {
  readonly finder: NameFinder
  readonly labels: readonly string[]
  readonly language: Language
}

/** The text that stands for a name that was found in a text: "in the ‹hospital in the north›", with one article where there were two. */
export function replacementFor(found: Found, text: string, { labels, language }: Omit<Replacing, 'finder'>): string {
  const follows = language.determiners.has(wordBefore(text, found.start))
  const meant = new Set(found.entries.map(entry => (follows ? withoutArticle(labels[entry]!, language) : labels[entry]!)))
  return mark.open + [...meant].join('/') + mark.close
}

const lastWord = /(?:^|[^\p{L}\p{N}'’])(['’]?\p{L}{1,9}(?:['’]\p{L})?)\s{1,3}$/u

function wordBefore(text: string, at: number): string {
  return lastWord.exec(text.slice(Math.max(0, at - 14), at))?.[1]?.toLowerCase() ?? ''
}

function withoutArticle(label: string, { articles }: Language): string {
  const space = label.indexOf(' ')
  return space > 0 && articles.has(label.slice(0, space).toLowerCase()) ? label.slice(space + 1) : label
}

/** Replaces all registered names in a text. */
export function replaceNames(text: string, replacing: Replacing, transcript?: string): string {
  let safe = ''
  let at = 0
  for (const found of replacing.finder.find(text, transcript)) {
    safe += text.slice(at, found.start) + replacementFor(found, text, replacing)
    at = found.end
  }
  return safe + text.slice(at)
}
