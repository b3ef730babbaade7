import type { Inline } from './block.js'
import type { Making } from './making.js'
import { fixed, text } from './say.js'

/** The name a language gives to a value; a value of the study's own stands as it is. */
export function named(names: Readonly<Record<string, string>>, value: string | null): readonly Inline[] {
  if (value === null) return []
  const name = Object.hasOwn(names, value) ? names[value] : undefined
  return [name === undefined ? text(value) : fixed(name)]
}

/** A role in running text: as the study labels it, else as the language does. */
export function roleNamed({ study, language }: Making, role: string | null): readonly Inline[] {
  const label = study.roleFacts.find(one => one.id === role)?.label ?? null
  return label === null ? named(language.names.roles, role) : [text(label)]
}

/** A role as the title of its chapter. */
export function chapterTitle({ study, language }: Making, role: string): readonly Inline[] {
  const label = study.roleFacts.find(one => one.id === role)?.label ?? null
  return label === null ? named(language.names.chapters, role) : [text(label)]
}

/** The name of a code. */
export function codeName({ study }: Making, id: string): string {
  return study.codes.find(code => code.id === id)?.name ?? id
}
