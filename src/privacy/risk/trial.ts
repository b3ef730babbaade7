import { type Claim, facts } from './claim.js'
import type { KnownPeople } from './knownPeople.js'
import type { ReadPrinted } from './readPrinted.js'

/** A change of what is printed, to see what it would do. */
export interface Trial {
  readonly kind: 'coarser group' | 'drop column' | 'unlink' | 'leave out' | 'generalise' | 'plain label'
  /** What it is about, in words of the study: groups, a column, a quote, an entity or an attribute. */
  readonly what: readonly string[]
  /** Of how much is printed it takes away: a cell, a label or an exact word counts for one, a coarser one for half, a quote for ten. */
  readonly loss: number
  /** Whether it leaves all other labels as they are, but for those that share these words. */
  readonly isLocal: boolean
  readonly linked: boolean
  readonly keeps: (item: ReadPrinted) => boolean
  readonly change: (claim: Claim) => Claim | null
}

const same = { isLocal: false, linked: true, keeps: () => true, change: (claim: Claim) => claim } as const

/** As it is. */
export const asItIs: Omit<Trial, 'kind' | 'what' | 'loss'> = same

/** Every single change that could help a label of which these things are printed. */
export function trialsFor(own: readonly ReadPrinted[], items: readonly ReadPrinted[], known: KnownPeople): readonly Trial[] {
  return [
    ...groupTrials(own, items, known),
    ...columnTrials(own, items),
    ...unlinkTrials(own, items),
    ...wordingTrials(own, items),
    ...detailTrials(own),
    ...quoteTrials(own, items),
  ]
}

function cellsOf(items: readonly ReadPrinted[], isMeant: (claim: Claim) => boolean): number {
  return items.reduce((sum, one) => sum + new Set(one.claims.filter(isMeant).map(claim => `${claim.attribute}\n${claim.by}`)).size, 0)
}

/** Two groups printed as one. */
function groupTrials(own: readonly ReadPrinted[], items: readonly ReadPrinted[], known: KnownPeople): readonly Trial[] {
  const isGroup = (claim: Claim) => claim.attribute === facts.group && (claim.from === 'column' || claim.from === 'label')
  const printed = new Map(own.flatMap(one => one.claims.filter(isGroup)).map(claim => [claim.values[0]!, claim.shown]))
  const all = new Map(items.flatMap(one => one.claims.filter(isGroup)).map(claim => [claim.values[0]!, claim.shown]))
  for (const { shown } of known.people) for (const [value, text] of shown.get(facts.group) ?? []) if (!all.has(value)) all.set(value, text)
  return [...printed].flatMap(([value, shown]) =>
    [...all]
      .filter(([other]) => other !== value)
      .map(([other, otherShown]): Trial => {
        const merges = (claim: Claim) => isGroup(claim) && claim.values.some(one => one === value || one === other)
        return {
          ...same,
          kind: 'coarser group',
          what: [shown, otherShown],
          loss: cellsOf(items, merges) / 2,
          change: claim => (merges(claim) ? { ...claim, values: [...new Set([...claim.values, value, other])] } : claim),
        }
      }),
  )
}

function columnTrials(own: readonly ReadPrinted[], items: readonly ReadPrinted[]): readonly Trial[] {
  const columns = new Set(own.flatMap(one => one.claims.filter(claim => claim.from === 'column').map(claim => claim.by)))
  return [...columns].map((column): Trial => {
    const drops = (claim: Claim) => claim.from === 'column' && claim.by === column
    return { ...same, kind: 'drop column', what: [column], loss: cellsOf(items, drops), change: claim => (drops(claim) ? null : claim) }
  })
}

/** Quotes given to a group only: nothing adds up, and who spoke together is not told. */
function unlinkTrials(own: readonly ReadPrinted[], items: readonly ReadPrinted[]): readonly Trial[] {
  const linking = items.filter(one => one.label.links)
  if (!own.some(one => one.label.links)) return []
  const change = (claim: Claim) => (claim.from === 'label' && claim.attribute !== facts.group ? null : claim)
  return [{ ...same, kind: 'unlink', what: [], loss: linking.length, linked: false, change }]
}

/** Numbers in the place of labels that tell something. */
function wordingTrials(own: readonly ReadPrinted[], items: readonly ReadPrinted[]): readonly Trial[] {
  const tells = (claim: Claim) => claim.from === 'label' && claim.attribute !== facts.together
  const wordings = new Set(own.flatMap(one => one.claims.filter(tells).map(claim => claim.by)))
  return [...wordings].map((wording): Trial => {
    const drops = (claim: Claim) => tells(claim) && claim.by === wording
    return { ...same, kind: 'plain label', what: [wording], loss: cellsOf(items, drops), change: claim => (drops(claim) ? null : claim) }
  })
}

/** What stands between brackets, or what a passage tells of the speaker, in words that could be of anybody. */
function detailTrials(own: readonly ReadPrinted[]): readonly Trial[] {
  const details = own.flatMap(one =>
    one.claims.filter(claim => claim.from === 'entity' || claim.from === 'mention' || claim.from === 'reveal'),
  )
  const keyOf = (claim: Claim) => `${claim.from}\n${claim.from === 'entity' ? claim.by : claim.attribute}\n${claim.of?.join('\n')}`
  const places = new Map<string, Claim[]>()
  for (const claim of details) if (!claim.unique) places.set(keyOf(claim), [...(places.get(keyOf(claim)) ?? []), claim])
  return [...places].map(([key, claims]): Trial => {
    const [first] = claims
    // Of two that are told of one attribute both go, and both are named, in whatever order they are told.
    const shown = [...new Set(claims.map(claim => claim.shown))].sort()
    const what = first!.from === 'entity' ? [first!.by] : [first!.attribute, shown.join(', ')]
    const change = (claim: Claim) => (keyOf(claim) === key && !claim.unique ? null : claim)
    return { ...same, kind: 'generalise', what, loss: claims.length / 2, isLocal: true, change }
  })
}

function quoteTrials(own: readonly ReadPrinted[], items: readonly ReadPrinted[]): readonly Trial[] {
  const quotes = new Map(own.filter(one => one.printed.kind !== 'row').map(one => [one.folded, one.printed.words]))
  return [...quotes].map(([text, words]): Trial => {
    // Where more than these words is printed, they go with it.
    const goes = (one: ReadPrinted) => one.folded === text || one.keys.includes(text)
    const places = items.filter(goes).length
    return { ...same, kind: 'leave out', what: [words], loss: 10 * places, isLocal: true, keeps: one => !goes(one) }
  })
}
