import type { Row } from './model.js'
import { nameColumn } from './names.js'
import { nearName } from './nearName.js'
import type { TableName } from './tables.js'

/** Tells which row has an id or a name one slip away from what was written, counted from 0; null when none has. */
export type NearRow = (written: string) => number | null

// A table of which everything refers to nothing has one cause, and need not be searched a hundred thousand times.
const most = 50

/** Makes the look-up of rows whose names are near to what was written. Nothing is prepared until it is asked. */
export function nearRowOf(table: TableName, rows: readonly Row[]): NearRow {
  let places: ReadonlyMap<string, number> | null = null
  const known = new Map<string, number | null>()
  return written => {
    const before = known.get(written)
    if (before !== undefined || known.size >= most) return before ?? null
    places ??= placesOf(table, rows)
    const near = nearName(written, places.keys())
    const place = near === null ? null : places.get(near)!
    known.set(written, place)
    return place
  }
}

function placesOf(table: TableName, rows: readonly Row[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  rows.forEach((row, i) => {
    for (const name of [row.id, row[nameColumn[table] ?? 'id']]) if (typeof name === 'string' && !places.has(name)) places.set(name, i)
  })
  return places
}
