import type { Language, RamesesFact, RamesesMissing } from '../../language/index.js'
import { audienceOf, type Study, type TableName, tables } from '../../study/index.js'

type Values = Readonly<Record<string, string | number>>

/** A fact the study holds, and where it stands. */
export interface Fact {
  readonly fact: string
  readonly where: string
}

/** What an item is told from. */
export interface Told {
  readonly facts: readonly Fact[]
  readonly missing: readonly string[]
}

/** How facts are told of a study, in a language. */
export interface Telling {
  readonly study: Study
  readonly language: Language
  readonly isPublic: boolean
  readonly fact: (kind: RamesesFact, values: Values, where: string) => Fact
  readonly lacks: (kind: RamesesMissing, values?: Values) => string
  /** A row of a table: to the team as a spreadsheet numbers it, to readers by its id, since their tables are in another order. */
  readonly rowOf: (table: TableName, id: string, at: number) => string
}

export function tellingOf(study: Study, language: Language): Telling {
  const { rameses } = language
  const isPublic = audienceOf(study) === 'public'
  return {
    study,
    language,
    isPublic,
    fact: (kind, values, where) => ({ fact: fill(rameses.facts[kind], values).replace(/\.\s*$/u, ''), where }),
    lacks: (kind, values = {}) => fill(rameses.missing[kind], values),
    rowOf: (table, id, at) => `${tables[table].file}, ${isPublic ? id : fill(rameses.row, { n: at + 2 })}`,
  }
}

/** Fills in a template, in one go: a text that is filled in may hold braces. */
export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w{1,20})\}/gu, (whole, name: string) => (values[name] === undefined ? whole : String(values[name])))
}

/** How many there are of each, in the order in which they first come: "context 3, mechanism 2". */
export function counts(names: Iterable<string>): string {
  const found = new Map<string, number>()
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1)
  return [...found].map(([name, n]) => `${name} ${n}`).join(', ')
}

/** A value by the name the language gives it; nothing for none. */
export function called(names: Readonly<Record<string, string>>, value: string | null, none: string): string {
  return value === null ? none : Object.hasOwn(names, value) ? names[value]! : value
}
