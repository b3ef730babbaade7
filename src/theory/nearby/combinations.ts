import { type Source, sourcesOf } from '../../analysis/index.js'
import type { Role, Study } from '../../study/index.js'
import { mayTie, printedNumber, tiesAll } from '../tied.js'
import type { Sizes } from './combiner.js'
import { eachBySource, sourcesPer, unitsBetween } from './countNearby.js'
import type { Nearby } from './nearness.js'
import { type Ground, partsIn, topCodes, underTopCodes } from './parts.js'
import { newTally, type Tally } from './tally.js'

/** Codes in roles that stand near. */
export interface Combination {
  /** The id of the code in each role looked at, null where the role is not part of it. */
  readonly codes: readonly (string | null)[]
  /** The same with each code under the one at the top of its branch. */
  readonly family: readonly (string | null)[]
  /** How many sources told all parts of it. */
  readonly sources: number
  /** Those sources; null where readers may not be told more than how many there are. */
  readonly told: readonly Source[] | null
  /** How many sources told all parts of a combination of its family. */
  readonly familySources: number
  /** In how many conversations, or cases, it stands near although no one source told all of it. */
  readonly between: number
}

export interface Combinations {
  readonly found: readonly Combination[]
  /** How many there are, with those that were left off. */
  readonly all: number
  /** How many were left out because fewer than three sources told them, in passages that may not be tied. */
  readonly untold: number
}

export interface CombinationOptions {
  readonly within: Nearby
  readonly roles: readonly Role[]
  readonly sizes: Sizes
  readonly atLeast: number
  readonly most: number
}

interface Counts {
  readonly own: Tally
  readonly ownTied: Tally
  readonly family: Tally
  readonly familyTied: Tally
}

/** The combinations of codes that stand near, those of the largest family first. */
export function combinationsIn(study: Study, options: CombinationOptions): Combinations {
  const { within, roles, sizes, atLeast, most } = options
  const ground = partsIn(study, roles, () => true)
  const tied = tiesAll(study) ? ground : partsIn(study, roles, mayTie(study))
  const counts = countAll(study, ground, tied, within, sizes)
  const between = unitsBetween(study, tied, within, sizes)
  const familyOf = familiesOf(study, ground)
  const printed = (key: number) => printedNumber(counts.own.get(key), counts.ownTied.get(key))
  const printedFamily = (key: number) => {
    const family = familyOf(key)
    return Math.max(printed(key), printedNumber(counts.family.get(family), counts.familyTied.get(family)))
  }
  const candidates = atLeast > 0 ? counts.own.keys() : Float64Array.from(new Set([...counts.own.keys(), ...between.keys()]))
  const kept = candidates.filter(key => printed(key) >= atLeast && (printed(key) > 0 || between.get(key) > 0))
  const untold = counts.own === counts.ownTied ? 0 : counts.own.keys().filter(key => printed(key) === 0).length
  const keys = first(kept, printedFamily, most).sort(inOrder(ground, printedFamily, familyOf, printed))
  const chosen = keys.subarray(0, most)
  const told = sourcesOfEach(study, ground, within, sizes, chosen)
  const found = Array.from(chosen, (key): Combination => {
    const isPlain = counts.own.get(key) === counts.ownTied.get(key)
    return {
      codes: codesOf(study, ground, key),
      family: codesOf(study, ground, familyOf(key)),
      sources: printed(key),
      told: isPlain ? (told.get(key) ?? []) : null,
      familySources: printedFamily(key),
      between: between.get(key),
    }
  })
  return { found, all: kept.length, untold }
}

function countAll(study: Study, ground: Ground, tied: Ground, within: Nearby, sizes: Sizes): Counts {
  const count = (of: Ground) => sourcesPer(study, of, within, sizes)
  const isNested = study.codes.some(code => code.parent !== null)
  const own = count(ground)
  const family = isNested ? count(underTopCodes(study, ground)) : own
  if (tied === ground) return { own, ownTied: own, family, familyTied: family }
  const ownTied = count(tied)
  return { own, ownTied, family, familyTied: isNested ? count(underTopCodes(study, tied)) : ownTied }
}

/** Those that may be among the first: where there are many, most are far behind, and need no sorting. */
function first(keys: Float64Array, rank: (key: number) => number, most: number): Float64Array {
  const ranks = Int32Array.from(keys, rank)
  const sizes = new Map<number, number>()
  for (const one of ranks) sizes.set(one, (sizes.get(one) ?? 0) + 1)
  let least = 0
  let taken = 0
  for (const one of [...sizes.keys()].sort((a, b) => b - a)) {
    least = one
    taken += sizes.get(one)!
    if (taken >= most) break
  }
  return keys.filter((_, i) => ranks[i]! >= least)
}

/** By the family with the most sources, then within it; of those alike by the order of the codes. */
function inOrder(
  ground: Ground,
  familySources: (key: number) => number,
  familyOf: (key: number) => number,
  sources: (key: number) => number,
): (a: number, b: number) => number {
  const known = new Map<number, readonly number[]>()
  const rank = (key: number) => {
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const filled = (one: number) => placesIn(ground, one).filter(place => place > 0).length
    const made = [-familySources(key), -filled(key), ...placesIn(ground, familyOf(key)), -sources(key), ...placesIn(ground, key)]
    known.set(key, made)
    return made
  }
  return (a, b) => {
    const [left, right] = [rank(a), rank(b)]
    for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return left[i]! - right[i]!
    return 0
  }
}

function sourcesOfEach(
  study: Study,
  ground: Ground,
  within: Nearby,
  sizes: Sizes,
  keys: Float64Array,
): ReadonlyMap<number, readonly Source[]> {
  const told = new Map(Array.from(keys, key => [key, new Set<number>()]))
  // Most combinations gone through are not listed, and are told apart fastest by numbers.
  const listed = newTally()
  for (const key of keys) listed.add(key, 1)
  eachBySource(study, ground, within, sizes, (key, source) => {
    if (listed.get(key) > 0) told.get(key)!.add(source)
  })
  const { all } = sourcesOf(study)
  return new Map([...told].map(([key, sources]) => [key, [...sources].map(i => all[i]!)]))
}

/** The place of the code in each role, from 1; 0 where the role is not part of the combination. */
function placesIn({ roles, base }: Ground, key: number): readonly number[] {
  return roles.map((_, role) => Math.floor(key / base ** role) % base)
}

/** The number of a combination with every code under the one at the top of its branch. */
function familiesOf(study: Study, { roles, base }: Ground): (key: number) => number {
  const tops = topCodes(study)
  if (tops.every((top, code) => top === code)) return key => key
  return key => {
    let family = 0
    for (let role = 0, weight = 1, left = key; role < roles.length; role++, weight *= base, left = Math.floor(left / base)) {
      const place = left % base
      if (place > 0) family += (tops[place - 1]! + 1) * weight
    }
    return family
  }
}

function codesOf(study: Study, ground: Ground, key: number): readonly (string | null)[] {
  return placesIn(ground, key).map(place => (place === 0 ? null : study.codes[place - 1]!.id))
}
