import { type Division, smallClasses } from '../analysis/index.js'
import { audienceOf } from '../study/index.js'
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

/** Whether a class is what is put together because its classes are of too few people. */
export function isOther({ study }: Making, name: string): boolean {
  return audienceOf(study) === 'public' && name === smallClasses(study, 'group').other
}

/** The name of a group, case or round; null: none is stated. Rounds are never put together. */
export function className(making: Making, by: Division, name: string | null): Inline {
  const { texts } = making.language
  if (name === null) return fixed(texts.notStated)
  return by !== 'round' && isOther(making, name) ? fixed(texts.otherClasses) : text(name)
}
