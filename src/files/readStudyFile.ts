import { type Problem, type StudyFile, schemeHint, studyFileSchema } from '../study/index.js'
import { decodeText } from './decodeText.js'
import type { Folder } from './folder.js'
import { jsonFault } from './jsonFault.js'

export const studyFileName = 'study.json'

/** What `study.json` says: as it stands there, and as the library reads it. */
export interface StudyFileRead {
  /** Null when it cannot be read. */
  readonly file: StudyFile | null
  /** Everything in it, keys of her own included. */
  readonly raw: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
}

/** Reads `study.json`. What is wrong is told by its place, never by its content. */
export async function readStudyFile(folder: Folder): Promise<StudyFileRead> {
  const fail = (what: string, hint: string, row?: number): StudyFileRead => ({
    file: null,
    raw: {},
    problems: [{ what, hint, file: studyFileName, ...(row === undefined ? {} : { row }) }],
  })
  if (!folder.paths.includes(studyFileName))
    return fail('there is no study.json in this folder', 'make one with "title" and "language", or run: retroduct init DIR')
  const decoded = decodeText(await folder.read(studyFileName))
  if ('textBefore' in decoded) return fail('this file is not in UTF-8', 'save it as UTF-8')
  const text = decoded.text.replace(/^\uFEFF/u, '')
  const line = jsonFault(text)
  if (line !== null)
    return fail(
      `this is not JSON any more from line ${line} on`,
      'look for a comma, a quotation mark or a bracket too many or too few',
      line,
    )
  const raw: unknown = JSON.parse(text)
  const outcome = studyFileSchema.safeParse(raw)
  if (!outcome.success)
    return {
      file: null,
      raw: {},
      problems: outcome.error.issues.map(issue => ({
        ...(issue.path[0] === 'roles' && typeof Reflect.get(Object(raw), 'roles') === 'string'
          ? { what: '"roles" names a scheme that is not known', hint: schemeHint(Reflect.get(Object(raw), 'roles')) }
          : {
              what: issue.path.length === 0 ? 'this is not a study' : `${placeIn(issue.path)} is missing or of the wrong kind`,
              hint: `see what study.json may hold; "title" and "language" are enough`,
            }),
        file: studyFileName,
      })),
    }
  const pattern = outcome.data.speakerPattern
  if (pattern !== undefined && compilePattern(pattern) === null)
    return fail('"speakerPattern" is not a regular expression', 'correct it, or leave it out')
  return { file: outcome.data, raw: raw as Record<string, unknown>, problems: [] }
}

/** A regular expression from its source, or null when it is none. */
export function compilePattern(source: string): RegExp | null {
  try {
    return new RegExp(source, 'u')
  } catch {
    return null
  }
}

/** `rounds`, entry 2, `kind`: the schema has only known keys, so no content shows. */
function placeIn(path: readonly PropertyKey[]): string {
  return path.map(part => (typeof part === 'number' ? `entry ${part + 1}` : `"${String(part)}"`)).join(', ')
}
