import { type Claim, facts } from './claim.js'
import { countCandidates } from './countCandidates.js'
import { distinctClaims, type Gathering, gather } from './gather.js'
import type { KnownPeople } from './knownPeople.js'
import type { ReadPrinted } from './readPrinted.js'
import type { Gathered } from './risk.js'
import type { Subject } from './subjects.js'
import { asItIs, type Trial, trialsFor } from './trial.js'

/** A label with everything that can be put together about it, and how many people fit. */
export interface Weighed {
  readonly subject: Subject
  /** What was put together where the fewest fit. */
  readonly gathered: Gathered
  readonly claims: readonly Claim[]
  /** Everything that was put together, wherever it led. */
  readonly items: readonly ReadPrinted[]
  /** How many of those who took part may stand behind it. */
  readonly k: number
  readonly best: Improvement | null
}

/** The single change that helps a label most, and what it gives. */
export interface Improvement {
  readonly trial: Trial
  /** What would be the number of this label. */
  readonly k: number
  /** And the smallest of all labels. */
  readonly smallest: number
}

type Ground = Omit<Gathering, 'linked'>

/** Counts per label who fits, and tries every single change on all of them. */
export function weigh(subjects: readonly Subject[], ground: Ground): readonly Weighed[] {
  const base = subjects.map(subject => look(subject, ground, asItIs))
  const shared = new Map<string, readonly number[]>()
  const after = (trial: Trial, touched: ReadonlySet<ReadPrinted>): readonly number[] => {
    if (trial.isLocal)
      return subjects.map((subject, i) => (base[i]!.items.some(one => touched.has(one)) ? look(subject, ground, trial).k : base[i]!.k))
    const key = JSON.stringify([trial.kind, [...trial.what].sort()])
    const known = shared.get(key) ?? subjects.map(subject => look(subject, ground, trial).k)
    shared.set(key, known)
    return known
  }
  return subjects.map((subject, i) => {
    const { gathered, claims, k, items } = base[i]!
    const touched = new Set(items)
    const smallest = Math.min(...base.map(one => one.k))
    const tried = trialsFor(items, ground.items, ground.known).map((trial): Improvement => {
      const ks = after(trial, touched)
      return { trial, k: ks[i]!, smallest: Math.min(...ks) }
    })
    return { subject, gathered, claims, items, k, best: bestOf(tried, k, smallest) }
  })
}

/** The change after which the smallest number of all labels is largest, then that of this label up to a class of three, then the least loss. */
function bestOf(tried: readonly Improvement[], k: number, smallest: number): Improvement | null {
  const enough = Math.max(3, k + 1)
  const rank = (one: Improvement) => [-one.smallest, -Math.min(one.k, enough), one.trial.loss, -one.k]
  const helping = tried.filter(one => one.k > k || (k === smallest && one.smallest > smallest))
  const sorted = [...helping].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)]
    const at = left.findIndex((value, i) => value !== right[i])
    if (at >= 0) return left[at]! - right[at]!
    const [one, other] = [JSON.stringify([a.trial.kind, a.trial.what]), JSON.stringify([b.trial.kind, b.trial.what])]
    return one < other ? -1 : one > other ? 1 : 0
  })
  return sorted[0] ?? null
}

interface Looked {
  readonly gathered: Gathered
  readonly claims: readonly Claim[]
  readonly k: number
  /** Everything that was put together, for any of its seeds. */
  readonly items: readonly ReadPrinted[]
}

function look(subject: Subject, ground: Ground, trial: Omit<Trial, 'kind' | 'what' | 'loss'>): Looked {
  const items = ground.items.filter(trial.keeps)
  const seeds = subject.seeds.map(seed => seed.filter(trial.keeps)).filter(seed => seed.length > 0)
  const apart = trial.linked ? seeds : seeds.flatMap(seed => seed.map(one => [one]))
  const looked = apart.map(seed => {
    const gathered = gather(seed, { ...ground, items, linked: trial.linked })
    const told = trial.linked ? gathered.claims : [...gathered.claims, ...groupClaims(gathered, ground.known)]
    const claims = distinctClaims(told.flatMap(claim => trial.change(claim) ?? []))
    return { gathered, claims, k: countCandidates(ground.known, gathered.behind, claims) }
  })
  looked.sort((a, b) => a.k - b.k || b.claims.length - a.claims.length)
  const found = [...new Set(looked.flatMap(one => one.gathered.items))]
  const worst = looked[0]
  // Of whom nothing is printed everybody may be thought.
  return worst === undefined
    ? {
        gathered: { behind: subject.behind, items: [], earlier: [], claims: [] },
        claims: [],
        k: Math.max(1, ground.known.people.length),
        items: found,
      }
    : { ...worst, items: found }
}

/** What stands in the place of a label that is unlinked. */
function groupClaims({ behind }: Gathered, known: KnownPeople): readonly Claim[] {
  const groups = new Map(behind.flatMap(id => [...(known.byId.get(id)?.shown.get(facts.group) ?? [])]))
  return [...groups].map(([value, shown]) => ({
    attribute: facts.group,
    values: [value],
    shown,
    unique: false,
    of: behind,
    from: 'label',
    by: shown,
  }))
}
