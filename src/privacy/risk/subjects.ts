import type { KnownPeople } from './knownPeople.js'
import type { ReadPrinted } from './readPrinted.js'

/** A label, and the things printed that have to be looked at together or each apart. */
export interface Subject {
  readonly label: string
  /** Who stands behind it, by id; for a label that stands for nobody in particular, all who do somewhere. */
  readonly behind: readonly string[]
  /** Whether it stands for these people alone. */
  readonly links: boolean
  /** What can be added up: all under a label that links, else every thing printed for itself. */
  readonly seeds: readonly (readonly ReadPrinted[])[]
}

/** The labels of everything printed, in the order of their words. */
export function subjectsOf(items: readonly ReadPrinted[], known: KnownPeople): readonly Subject[] {
  const linking = new Map<string, ReadPrinted[]>()
  const loose = new Map<string, ReadPrinted[]>()
  for (const item of items) {
    const [map, key] = item.label.links ? [linking, item.label.behind.join('\n')] : [loose, item.printed.label]
    map.set(key, [...(map.get(key) ?? []), item])
  }
  const subjects = [
    ...[...linking.values()].map(found => ({ label: nameOf(found, known), behind: found[0]!.label.behind, links: true, seeds: [found] })),
    ...[...loose].map(([label, found]) => ({
      label,
      behind: [...new Set(found.flatMap(one => one.label.behind))].sort(),
      links: false,
      seeds: found.map(one => [one]),
    })),
  ]
  return subjects.sort((a, b) => byNumber(a.label, b.label))
}

/** Of the names that outputs give to the same people the one most readers see. */
function nameOf(items: readonly ReadPrinted[], known: KnownPeople): string {
  const quoted = items.filter(one => one.printed.kind === 'quote')
  const labels = (quoted.length > 0 ? quoted : items).map(one => one.printed.label)
  const own = known.labelOf(items[0]!.label.behind[0]!)
  return labels.includes(own) ? own : [...labels].sort(byNumber)[0]!
}

const collator = new Intl.Collator('en', { numeric: true })

function byNumber(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
