import { StudyError } from '../study/error.js'

/** What a cell of a table holds. */
export type Cell = string | number | boolean | null

/**
 * Makes a cell of the value of a row: a list becomes one text, nothing becomes `null`, an object is refused.
 *
 * @example
 * cellOf(['network A', 'network B'])
 * //=> 'network A; network B'
 */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(part => cellText(cellOf(part))).join('; ')
  throw new StudyError([
    { what: `a cell of a table holds a value of type ${typeof value}`, hint: 'give text, a number, true, false, null, or a list of these' },
  ])
}

/** A cell as a reader sees it: empty for `null`. */
export function cellText(cell: Cell): string {
  return cell === null ? '' : String(cell)
}
