import type { Language } from '../language/index.js'
import { type Problem, StudyError } from '../study/index.js'

/** The pack of a language, or null when there is none for it. */
export async function packFor(code: string): Promise<Language | null> {
  if (/^nl\b/iu.test(code)) return (await import('../language/nl/index.js')).nl
  return /^en\b/iu.test(code) ? (await import('../language/en/index.js')).en : null
}

/**
 * The pack of a language.
 *
 * @param place where the language was given, when that is not the command itself
 */
export async function languageFor(code: string, place: Pick<Problem, 'file' | 'column'> = {}): Promise<Language> {
  const pack = await packFor(code)
  if (pack === null) throw new StudyError([{ what: 'this language has no pack yet', hint: 'write nl or en', ...place }])
  return pack
}
