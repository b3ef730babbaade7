import { isHeadField } from './falseMarks.js'
import { foldMark } from './foldMark.js'

const headLines = 40

/**
 * Where the head of a transcript ends: lines such as `Date: 12 May` and `Interviewer: A. Smit` at its begin, which are no turns.
 *
 * The head is a run of `Field: value` lines (other lines may stand between) with no field twice and at least one known field
 * (date, place, duration ...). It ends behind the last known field, or at the blank line below when every value in it is short.
 *
 * @returns the offset just after the head; 0 when there is none
 */
export function headBlock(text: string): number {
  const fields = new Set<string>()
  let end = 0
  let allShort = true
  let from = 0
  for (let line = 0; line < headLines && from < text.length; line++) {
    const newline = text.indexOf('\n', from)
    const until = newline === -1 ? text.length : newline
    const start = text.slice(from, Math.min(until, from + 160))
    if (start.trim() === '') {
      if (end > 0) return allShort ? from : end
    } else {
      const field = fieldOf(start)
      if (field !== null && fields.has(field.key)) break
      if (field !== null) {
        fields.add(field.key)
        if (isHeadField(field.key)) end = until
        else if (!field.short) allShort = false
      } else if (end > 0 && start.length > 100) {
        allShort = false
      }
    }
    from = until + 1
  }
  return end
}

function fieldOf(line: string): { key: string; short: boolean } | null {
  const colon = line.slice(0, 60).indexOf(':')
  if (colon < 1) return null
  const value = line.slice(colon + 1).trim()
  return { key: foldMark(line.slice(0, colon)), short: value.length < 60 && !/[.?!…]$/u.test(value) }
}
