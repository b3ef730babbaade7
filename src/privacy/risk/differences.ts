import type { ReleaseLine } from './release.js'

/** That a number differs between two versions by the one person who came or went: what differs besides tells of her. */
export interface VersionDifference {
  /** The name of the earlier release. */
  readonly release: string
  readonly added: number
  readonly gone: number
  /** Classes whose number differs by one, as they were called then or are now. */
  readonly classes: readonly { readonly class: string; readonly before: number; readonly now: number }[]
}

/** Compares this version with every earlier one: a difference of one in a class points at whoever came or went. */
export function versionDifferences(
  now: Pick<ReleaseLine, 'people' | 'counts'>,
  earlier: readonly ReleaseLine[],
): readonly VersionDifference[] {
  return earlier.flatMap(before => {
    const added = now.people.filter(one => !before.people.includes(one)).length
    const gone = before.people.filter(one => !now.people.includes(one)).length
    if (added === 0 && gone === 0) return []
    const names = [...new Set([...Object.keys(before.counts), ...Object.keys(now.counts)])].sort()
    const classes = names
      .map(name => ({ class: name, before: before.counts[name] ?? 0, now: now.counts[name] ?? 0 }))
      .filter(one => Math.abs(one.before - one.now) === 1)
    return classes.length === 0 && added > 1 && gone > 1 ? [] : [{ release: before.name, added, gone, classes }]
  })
}
