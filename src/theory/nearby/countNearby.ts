import { speakersColumn } from '../../analysis/index.js'
import type { Study } from '../../study/index.js'
import { casesSpokenOf } from '../casesSpokenOf.js'
import { combiner, type Sizes, type Thing } from './combiner.js'
import { isInText, type Nearby } from './nearness.js'
import type { Ground, Part } from './parts.js'
import { scaleOf } from './scale.js'
import { newTally, type Tally } from './tally.js'

/** Takes every combination a source makes; the source by its place among the sources. */
type Take = (key: number, source: number) => void

/** How many sources told each combination, all of its parts. */
export function sourcesPer(study: Study, ground: Ground, within: Nearby, sizes: Sizes): Tally {
  const tally = newTally()
  eachBySource(study, ground, within, sizes, (key, source) => tally.add(key, source + 1))
  return tally
}

/** Goes through the combinations of each source in turn; one may come up more than once. */
export function eachBySource(study: Study, ground: Ground, within: Nearby, sizes: Sizes, take: Take): void {
  let source = 0
  const combine = combiner(ground, sizes, key => take(key, source), { apart: within === 'other round' })
  for (const [home, parts] of [...partsPerHome(ground)].sort(([a], [b]) => a - b)) {
    source = home
    if (isInText(within)) for (const part of parts) combine.near(part, scaleOf(part.columns, within), home)
    else if (within === 'case') for (const things of thingsPerCase(study, parts, home).values()) combine.among(things)
    else combine.among(thingsOf(parts, home))
  }
}

/**
 * In how many transcripts, or cases, each combination stands near without one source that told all of it. Where every conversation is
 * with one source there are none.
 */
export function unitsBetween(study: Study, ground: Ground, within: Nearby, sizes: Sizes): Pick<Tally, 'get' | 'keys'> {
  const [near, owned] = [newTally(), newTally()]
  let unit = 0
  const all = combiner(ground, sizes, key => near.add(key, unit), { apart: false })
  const own = combiner(ground, sizes, key => owned.add(key, unit), { apart: false })
  // What one source said stands between nobody.
  if (isInText(within)) {
    for (const part of ground.parts) {
      const homes = new Set(part.homes)
      if (homes.size === 1 && !homes.has(-1)) continue
      unit++
      const scale = scaleOf(part.columns, within)
      all.near(part, scale, null)
      for (const home of homes) if (home >= 0) own.near(part, scale, home)
    }
  } else if (within === 'case') {
    const { parts } = ground
    const perHome = [...partsPerHome(ground)].map(([home, own]) => thingsPerCase(study, own, home))
    for (const [id, things] of thingsPerCase(study, parts, null)) {
      unit++
      all.among(things)
      for (const cases of perHome) own.among(cases.get(id) ?? [])
    }
  }
  return { get: key => near.get(key) - owned.get(key), keys: near.keys }
}

function partsPerHome({ parts }: Ground): ReadonlyMap<number, readonly Part[]> {
  const perHome = new Map<number, Part[]>()
  for (const part of parts) {
    for (const home of new Set(part.homes)) {
      if (home < 0) continue
      const list = perHome.get(home)
      if (list === undefined) perHome.set(home, [part])
      else list.push(part)
    }
  }
  return perHome
}

/** Each code in a role that a source told, with the round when it is always the same. */
function thingsOf(parts: readonly Part[], home: number): Iterable<Thing> {
  const things = new Map<number, { role: number; code: number; round: number }>()
  const rounds = new Map<string | null, number>()
  for (const part of parts) {
    const { round } = part.columns.transcript
    if (!rounds.has(round)) rounds.set(round, rounds.size)
    const here = rounds.get(round)!
    for (let i = 0; i < part.codings.length; i++) {
      if (part.homes[i] !== home) continue
      const [role, code] = [part.roles[i]!, part.codes[i]!]
      const key = code * 256 + role
      const known = things.get(key)
      if (known === undefined) things.set(key, { role, code, round: here })
      else if (known.round !== here) known.round = -1
    }
  }
  return things.values()
}

/** Each code in a role that was told about each case, by a source or by all when it is null. */
function thingsPerCase(study: Study, parts: readonly Part[], home: number | null): ReadonlyMap<string, readonly Thing[]> {
  const cases = new Map<string, Map<number, Thing>>()
  const spokenOf = casesSpokenOf(study)
  for (const part of parts) {
    const casesOf = casesIn(part, spokenOf)
    for (let i = 0; i < part.codings.length; i++) {
      if (home !== null && part.homes[i] !== home) continue
      const thing = { role: part.roles[i]!, code: part.codes[i]! }
      for (const name of casesOf(part.codings[i]!)) {
        const things = cases.get(name) ?? new Map<number, Thing>()
        cases.set(name, things.set(thing.code * 256 + thing.role, thing))
      }
    }
  }
  return new Map([...cases].map(([name, things]) => [name, [...things.values()]]))
}

/** The cases of a coding; worked out once per speakers and case spoken of. */
function casesIn({ columns }: Part, casesOf: ReturnType<typeof casesSpokenOf>): (coding: number) => readonly string[] {
  const { values, numbers } = speakersColumn(columns)
  const known = new Map<string, readonly string[]>()
  return i => {
    const coding = columns.codings[i]!
    const key = `${numbers[i]}\n${coding.about ?? ''}`
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const value = values[numbers[i]!] ?? ''
    const cases = casesOf({ coding, speakers: value === '' ? [] : value.split('\n') })
    known.set(key, cases)
    return cases
  }
}
