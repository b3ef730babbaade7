import type { Problem } from './error.js'
import type { Study } from './model.js'
import { tables } from './tables.js'

/** Examples of a code are codings of it or of a code under it, and none is typical and borderline at once. */
export function checkExamples(study: Study): Problem[] {
  if (!study.codes.some(code => code.typical.length + code.borderline.length > 0)) return []
  const above = new Map(study.codes.map(code => [code.id, code.parent]))
  const codeOf = new Map([...study.codings, ...study.lost].map(coding => [coding.id, coding.code]))
  return study.codes.flatMap((code, i) => {
    const place = { file: tables.codes.file, row: i + 2 }
    const strange = (['typical', 'borderline'] as const).flatMap((column): Problem[] =>
      // A coding or code that does not exist is told by itself.
      code[column].every(id => !above.has(codeOf.get(id) ?? '') || standsUnder(codeOf.get(id)!, code.id, above))
        ? []
        : [
            {
              what: 'an example of this code is a coding of another code',
              hint: 'name codings of this code or of a code under it',
              ...place,
              column,
            },
          ],
    )
    const both = code.typical.some(id => code.borderline.includes(id))
    if (!both) return strange
    return [
      ...strange,
      { what: 'an example is typical and borderline at once', hint: 'take it out of one', ...place, column: 'borderline' },
    ]
  })
}

/** Whether a code is another or stands under it. */
export function standsUnder(code: string, other: string, above: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at: string | null = code; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === other) return true
    seen.add(at)
  }
  return false
}
