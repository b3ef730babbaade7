import { behindTheme } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import { guardOf, type Study, StudyError } from '../../study/index.js'
import { membersOf } from '../../transcript/index.js'
import { knowledgeOf } from '../guard.js'
import { type Claim, claimKey, facts, fold } from './claim.js'
import { countCandidates } from './countCandidates.js'
import { type VersionDifference, versionDifferences } from './differences.js'
import type { Gathering } from './gather.js'
import { type KnownPeople, knownPeople } from './knownPeople.js'
import { labelReader } from './labelReader.js'
import { type OneSided, oneSided } from './oneSided.js'
import { placeFinder } from './placesOfWords.js'
import { countInPopulation, type Population, populationRows } from './population.js'
import type { Printed } from './printed.js'
import { type ReadPrinted, readPrinted } from './readPrinted.js'
import { digester, type EarlierReleases, type ReleaseLine, secretOf, withSecret } from './release.js'
import { revealsIn } from './reveals.js'
import type { EarlierPrinted } from './risk.js'
import { subjectsOf } from './subjects.js'
import { type Improvement, weigh } from './weigh.js'

/** What is known of a label: who fits what is printed under it, and what that is. */
export interface LabelRisk {
  readonly label: string
  /** Whether it stands for certain people alone, so that what is printed under it adds up. */
  readonly links: boolean
  /** How many people stand behind it; of a label that links nothing, behind the quote that tells most. */
  readonly behind: number
  /** Whether others sat in the conversation. */
  readonly heard: boolean
  /** How many of those who took part may stand behind it. */
  readonly k: number
  /** The same for one of them who rules herself out, at least one; one where others sat in the conversation and heard who said it. */
  readonly insider: number
  /** How many of all known people of the group; null when these are not given. */
  readonly population: number | null
  /** What is told of them, each fact once. */
  readonly claims: readonly Claim[]
  /** The fact that alone fits the fewest; null when nothing is told. */
  readonly rarest: { readonly claim: Claim; readonly k: number } | null
  /** Everything that can be put together. */
  readonly items: readonly ReadPrinted[]
  readonly earlier: readonly EarlierPrinted[]
  readonly oneSided: readonly OneSided[]
  readonly best: Improvement | null
}

export interface Risk {
  readonly labels: readonly LabelRisk[]
  /** How many people took part. */
  readonly people: number
  readonly differences: readonly VersionDifference[]
}

export interface RiskFacts {
  readonly language: Language
  readonly earlier?: EarlierReleases
  readonly population?: Population
  readonly oneSided?: (study: Study) => readonly OneSided[]
}

/**
 * Weighs what is printed, label by label.
 *
 * @throws StudyError when the study was not made by `anonymise`
 */
export function riskOf(safe: Study, printed: readonly Printed[], options: RiskFacts): Risk {
  const { known, items } = readAll(safe, printed, options.language)
  const before = options.earlier?.releases ?? []
  const ground: Omit<Gathering, 'linked'> = {
    known,
    items,
    earlier: before.flatMap(release => release.printed.map(one => ({ release: release.name, ...one }))),
    digestsOf: options.earlier === undefined || before.length === 0 ? () => [] : digestsWith(options.earlier),
  }
  const rows = options.population === undefined ? [] : populationRows(options.population)
  const sides = (options.oneSided ?? oneSided)(safe)
  const labels = weigh(subjectsOf(items, known), ground).map(({ subject, gathered, claims, items: together, k, best }): LabelRisk => {
    const groups = new Set(gathered.behind.flatMap(id => [...(known.byId.get(id)?.values.get(facts.group) ?? [])]))
    return {
      label: subject.label,
      links: subject.links,
      behind: gathered.behind.length,
      heard: wasHeard(known, gathered.behind),
      k,
      insider: wasHeard(known, gathered.behind) ? 1 : Math.max(1, k - 1),
      population: countInPopulation(rows, known, gathered.behind, claims, k),
      claims,
      rarest: rarestOf(known, gathered.behind, claims),
      items: together,
      earlier: gathered.earlier,
      oneSided: sides.filter(one => groups.has(fold(one.group))),
      best,
    }
  })
  const differences = before.length === 0 ? [] : versionDifferences(countsOf(safe, options.earlier!), before)
  return { labels, people: known.people.length, differences }
}

function wasHeard({ together }: KnownPeople, behind: readonly string[]): boolean {
  return together.some(members => members.some(id => behind.includes(id)))
}

function rarestOf(known: KnownPeople, behind: readonly string[], claims: readonly Claim[]): LabelRisk['rarest'] {
  const counted = claims.map(claim => ({ claim, k: countCandidates(known, behind, [claim]) }))
  return counted.sort((a, b) => a.k - b.k || (claimKey(a.claim) < claimKey(b.claim) ? -1 : 1))[0] ?? null
}

/** What a release is to remember: per label digests of words and the facts told, and the numbers of people. */
export function releaseFrom(
  safe: Study,
  printed: readonly Printed[],
  {
    earlier,
    date,
    name,
    language,
  }: { readonly earlier: EarlierReleases; readonly date: string; readonly name: string; readonly language: Language },
): ReleaseLine {
  const { known, items } = readAll(safe, printed, language)
  const digestsOf = digestsWith(earlier)
  const entries = subjectsOf(items, known).flatMap(({ label, links, seeds }) =>
    seeds.map(seed => {
      const told = seed.flatMap(one => one.claims).map(claim => [claim.attribute, factValue(claim)] as const)
      const distinct = new Map(told.filter(([attribute]) => attribute !== facts.together).map(fact => [JSON.stringify(fact), fact]))
      return {
        label,
        links,
        words: [...new Set(seed.flatMap(digestsOf))].sort(),
        facts: [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, [attribute, value]]) => ({ attribute, value })),
      }
    }),
  )
  return withSecret({ date, name, ...countsOf(safe, earlier), printed: entries }, secretOf(earlier))
}

/** A unique fact has no value; of a label only what its words tell is remembered. */
function factValue({ attribute, unique, shown, values }: Claim): string {
  if (unique) return ''
  return attribute === facts.label ? values.join(' ') : shown
}

function readAll(safe: Study, printed: readonly Printed[], language: Language) {
  const knowledge = knowledgeOf(guardOf(safe))
  if (knowledge === null)
    throw new StudyError([{ what: 'this study was not anonymised', hint: 'anonymise the study first', call: 'disclosureRisk' }])
  const known = knownPeople(safe, knowledge, language)
  const labels = labelReader(safe, known, language)
  const reading = { known, labels, placesOf: placeFinder(safe), reveals: revealsIn(safe, knowledge, known), language }
  return { known, items: printed.map(one => readPrinted(one, reading)) }
}

function digestsWith(releases: EarlierReleases): (item: ReadPrinted) => readonly string[] {
  const digest = digester(releases)
  return item => item.keys.map(key => digest(`words ${key}`))
}

/** Who took part, as digests, and how many per group and behind each theme. */
function countsOf(safe: Study, releases: EarlierReleases): Pick<ReleaseLine, 'people' | 'counts'> {
  const digest = digester(releases)
  const knowledge = knowledgeOf(guardOf(safe))!
  const heard = new Set(knowledge.original.transcripts.flatMap(membersOf))
  const ids = knowledge.ids.get('respondents') ?? new Map<string, string>()
  const counts = new Map<string, number>()
  const add = (name: string, n: number) => counts.set(name, (counts.get(name) ?? 0) + n)
  for (const one of safe.respondents) if ([...ids].some(([id, safeId]) => safeId === one.id && heard.has(id))) add(one.group ?? '', 1)
  for (const theme of safe.themes)
    for (const { group, sources } of behindTheme(safe, theme).byGroup) add(`${theme.label ?? theme.id}: ${group ?? ''}`, sources)
  return {
    people: [...heard].map(id => digest(`person ${id}`)).sort(),
    counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
