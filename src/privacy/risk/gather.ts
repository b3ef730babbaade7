import { type Claim, claimKey, fold } from './claim.js'
import { attributeOf, type KnownPeople } from './knownPeople.js'
import { matesOf } from './labelReader.js'
import type { ReadPrinted } from './readPrinted.js'
import type { EarlierPrinted, Gathered } from './risk.js'

/** What can be put together, and by what. */
export interface Gathering {
  readonly known: KnownPeople
  readonly items: readonly ReadPrinted[]
  readonly earlier: readonly EarlierPrinted[]
  /** Keyed digests of folded words, by which they are known again in earlier releases. */
  readonly digestsOf: (item: ReadPrinted) => readonly string[]
  /** Whether labels link what is printed under them; false to see what unlinking would do. */
  readonly linked: boolean
}

/**
 * Puts together what a reader can: everything under a label that stands for certain people, in all outputs and earlier releases, what
 * stands under the labels of those they spoke with, and words that were printed under another label too.
 *
 * @param seed what to start from: all that stands under one label, or one thing printed under a label that links nothing
 */
export function gather(seed: readonly ReadPrinted[], gathering: Gathering): Gathered {
  const { known, items, earlier, digestsOf, linked } = gathering
  const behind = [...new Set(seed.flatMap(one => one.label.behind))].sort()
  const isLinking = (one: ReadPrinted) => linked && one.label.links
  const found = new Set(seed)
  const before = new Set<EarlierPrinted>()
  for (let size = -1; size < found.size + before.size; ) {
    size = found.size + before.size
    const company = companyOf([...found].filter(isLinking), behind, known)
    const labels = new Set([...found].filter(isLinking).map(one => fold(one.printed.label)))
    const keys = new Set([...found].flatMap(one => one.keys))
    const digests = new Set([...[...found].flatMap(one => digestsOf(one)), ...[...before].flatMap(one => one.words)])
    const isHers = (one: ReadPrinted) => one.label.behind.some(id => behind.includes(id))
    for (const one of items) {
      const byLabel = isLinking(one) && isAnyLinking(found, isLinking) && one.label.behind.some(id => company.has(id))
      const byWords = isHers(one) && one.keys.some(key => keys.has(key))
      const byRelease = isHers(one) && before.size > 0 && digestsOf(one).some(digest => digests.has(digest))
      if (byLabel || byWords || byRelease) found.add(one)
    }
    for (const one of earlier)
      if ((linked && one.links && labels.has(fold(one.label))) || one.words.some(digest => digests.has(digest))) before.add(one)
  }
  // In the order of what is printed, so that the order of finding does not show.
  const inOrder = items.filter(one => found.has(one))
  return { behind, items: inOrder, earlier: earlier.filter(one => before.has(one)), claims: claimsOf(inOrder, [...before]) }
}

function isAnyLinking(found: ReadonlySet<ReadPrinted>, isLinking: (one: ReadPrinted) => boolean): boolean {
  for (const one of found) if (isLinking(one)) return true
  return false
}

/** Those behind a label, and those whom labels name beside them. */
function companyOf(linking: readonly ReadPrinted[], behind: readonly string[], known: KnownPeople): ReadonlySet<string> {
  const beside = linking.map(one => one.label.behind).filter(ids => ids.some(id => behind.includes(id)))
  const shown = behind.filter(id => linking.some(one => one.label.behind.includes(id)))
  return new Set([...behind, ...beside.flat(), ...shown.flatMap(id => (known.labelOf(id).includes(id) ? matesOf(id, known) : []))])
}

/** What was told in all of them, as often as it was told. */
function claimsOf(items: readonly ReadPrinted[], before: readonly EarlierPrinted[]): readonly Claim[] {
  return [
    ...items.flatMap(one => one.claims),
    ...before.flatMap(({ facts, release }) =>
      facts.map(({ attribute, value }): Claim => {
        const unique = value === ''
        return { attribute: attributeOf(attribute), values: [fold(value)], shown: value, unique, of: null, from: 'earlier', by: release }
      }),
    ),
  ]
}

/** Of two that tell the same the one that takes a person to see. */
const telling: readonly Claim['from'][] = ['reveal', 'earlier', 'mention', 'entity', 'label', 'column']

/** The same claims, each once: which of those alike stays does not depend on their order. */
export function distinctClaims(claims: readonly Claim[]): readonly Claim[] {
  const once = new Map<string, Claim>()
  for (const claim of claims) {
    const key = claimKey(claim)
    const known = once.get(key)
    if (known === undefined || comesBefore(claim, known)) once.set(key, claim)
  }
  return [...once.values()]
}

function comesBefore(a: Claim, b: Claim): boolean {
  const order = telling.indexOf(a.from) - telling.indexOf(b.from)
  return order < 0 || (order === 0 && a.by < b.by)
}
