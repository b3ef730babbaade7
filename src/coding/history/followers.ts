import { counted, isSame } from '../../study/index.js'
import { several } from './tellFields.js'
import type { Telling } from './telling.js'
import type { Touched } from './touched.js'

/** The codes that took the place of codes which were merged, replaced or split. */
export type Successors = ReadonlyMap<string, readonly string[]>

/**
 * Rows that name a code and only went along when others took its place: they are told with it, not again as changes of
 * their own.
 *
 * @returns for each code with successors the rows that followed
 */
export function followersOf(telling: Telling, successors: Successors): ReadonlyMap<string, readonly Touched[]> {
  const followers = new Map<string, Touched[]>()
  if (successors.size === 0) return followers
  for (const table of ['themes', 'configurations', 'relations', 'codes'] as const) {
    for (const one of telling.of(table)) {
      for (const [field, from, to] of telling.untold(one)) {
        const left = leftBy(from, to, successors)
        if (left.length > 0) telling.tell(one, field)
        for (const code of left) {
          const known = followers.get(code) ?? []
          if (!known.includes(one)) followers.set(code, [...known, one])
        }
      }
    }
  }
  return followers
}

/** The codes that a field names no more because others took their place; none when anything else changed in it as well. */
function leftBy(from: unknown, to: unknown, successors: Successors): readonly string[] {
  const [before, after] = [from, to].map(value => (Array.isArray(value) ? value : [value]) as readonly unknown[])
  const left = before!.filter(code => successors.has(code as string)) as readonly string[]
  const sorted = (codes: Iterable<unknown>) => [...new Set(codes)].sort()
  const stays = [false, true].some(kept =>
    isSame(sorted(before!.flatMap(code => [...(successors.get(code as string) ?? [code]), ...(kept ? [code] : [])])), sorted(after!)),
  )
  return stays ? left : []
}

/** "1 theme and 2 configurations with it". */
export function tellFollowers(rows: readonly Touched[]): string {
  const nouns = { themes: 'themes', configurations: 'configurations', relations: 'relations', codes: 'codes below it' } as const
  const parts = Object.entries(nouns).flatMap(([table, noun]) => {
    const n = new Set(rows.filter(row => row.table === table)).size
    return n === 0 ? [] : [counted(n, noun)]
  })
  return parts.length === 0 ? '' : `, ${several(parts)} with it`
}
