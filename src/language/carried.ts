import { StudyError } from '../study/error.js'
import type { Language } from './language.js'

const key = Symbol.for('retroduct.language')

/** Attaches a language pack to a value, so that what is made from it speaks that language. Like the guard it is lost in a copy. */
export function carryLanguage<T extends object>(value: T, language: Language): T {
  return Object.defineProperty(value, key, { value: language, enumerable: false })
}

/** The language pack that a value carries, or null. */
export function carriedLanguage(value: object): Language | null {
  return (Object.getOwnPropertyDescriptor(value, key)?.value as Language | undefined) ?? null
}

/**
 * The language pack of a value: the one given, else the one it carries.
 *
 * The core imports no pack by itself, so that a study in one language does not load the other.
 *
 * @throws StudyError when there is neither
 */
export function languageOf(value: object, given?: Language): Language {
  const language = given ?? carriedLanguage(value)
  if (language === null)
    throw new StudyError([
      {
        what: 'no language was given to write in',
        hint: "import a language pack, such as { nl } from 'retroduct/nl', and give { language: nl }",
      },
    ])
  return language
}
