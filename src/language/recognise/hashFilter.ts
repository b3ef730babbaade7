import type { Columns } from './columns.js'

/**
 * Says of most hashes that they are not among some, without looking further.
 *
 * @returns false when a hash is none of them; true when it may be one
 */
export function hashFilter(hashes: Iterable<number>, size: number, columns: Columns): (hash: number) => boolean {
  let room = 64
  while (room < size * 8) room *= 2
  const mask = room - 1
  const seen = columns.uint8(room)
  for (const hash of hashes) seen[hash & mask] = 1
  return hash => seen[hash & mask] === 1
}
