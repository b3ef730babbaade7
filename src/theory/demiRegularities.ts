import { codePaths, divide, notStated, sourcesOf } from '../analysis/index.js'
import { needStudy, type Role, type Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { codesIn, roleScheme } from './roleScheme.js'
import { sourcesByGroup } from './sourcesByGroup.js'
import { type Telling, tellingsIn } from './tellings.js'
import { newestConfigurations } from './theories.js'
import { mayTie, printedNumber } from './tied.js'

/** One way in which a pattern comes back. */
export interface DemiRegularity {
  /** `one mechanism, several contexts` or `one context and outcome, several mechanisms`. */
  readonly pattern: string
  readonly context: string
  readonly mechanism: string
  /** Null where the outcome is no part of the pattern. */
  readonly outcome: string | null
  /** The configurations that have it. */
  readonly configurations: string | null
  /** Sources that told it in one account. */
  readonly sources: number
  readonly groups: string | null
  /** Sources per case it was told about: "North: 2; South: 1". */
  readonly cases: string | null
}

/** A configuration, or an account, by its codes of each kind. */
interface Unit {
  readonly contexts: readonly string[]
  readonly mechanisms: readonly string[]
  readonly outcomes: readonly string[]
  readonly of: string | Telling
}

/** What stays the same in a pattern, and the codes that come with it in some units. */
interface Variant {
  readonly same: readonly string[]
  readonly codes: readonly string[]
  readonly units: Unit[]
}

const several = ['one mechanism, several contexts', 'one context and outcome, several mechanisms'] as const

/**
 * Looks for demi-regularities, patterns that come back and need not always (Pawson; Jagosh et al. 2012): the same mechanism in several
 * contexts, and the same outcome in the same context by several mechanisms. They are looked for in configurations of the newest version
 * of the theory that were not abandoned, and in accounts, in which one source offered the codes as one explanation. The contexts, or the
 * mechanisms, of one of these are one together, and a pattern has two that share no code. A row stands for one context, or one mechanism,
 * of a pattern; how many sources told it, and about which cases, says how far it reaches among those asked.
 *
 * For readers, fewer than three sources are only counted by passages that may be put side by side.
 *
 * @example
 * demiRegularities(study).rows.map(row => [row.mechanism, row.context])
 * //=> [['trust', 'norms'], ['trust', 'old ties']]
 */
export function demiRegularities(study: Study): Table<DemiRegularity> {
  needStudy(study, 'demiRegularities')
  const units = unitsIn(study)
  const inContexts = variantsOf(study, units, one => [one.mechanisms.map(code => [code]), one.contexts])
  const byMechanisms = variantsOf(study, units, one => [
    one.contexts.flatMap(context => one.outcomes.map(outcome => [context, outcome])),
    one.mechanisms,
  ])
  return new Table<DemiRegularity>({
    title: 'Demi-regularities',
    columns: ['pattern', 'context', 'mechanism', 'outcome', 'configurations', 'sources', 'groups', 'cases'],
    rows: [
      ...inContexts.flatMap(one => rowOf(study, one, { pattern: several[0], context: one.codes, mechanism: one.same, outcome: [] })),
      ...byMechanisms.flatMap(one =>
        rowOf(study, one, { pattern: several[1], context: [one.same[0]!], mechanism: one.codes, outcome: [one.same[1]!] }),
      ),
    ],
    basis:
      'configurations of the newest version of the theory, and accounts; sources told it in one account, and count once over all rounds',
    of: study,
  })
}

function unitsIn(study: Study): readonly Unit[] {
  const scheme = roleScheme(study)
  const unit = (of: Unit['of'], codesOf: (role: Role) => readonly string[]): Unit => {
    const codes = (roles: readonly Role[]) => [...new Set(roles.flatMap(codesOf))]
    return { contexts: codes(scheme.contexts), mechanisms: codes(scheme.mechanisms), outcomes: codes(scheme.outcomes), of }
  }
  const configurations = newestConfigurations(study).filter(one => one.status !== 'abandoned' && one.change !== 'dropped')
  return [
    ...configurations.map(one => unit(one.id, role => codesIn(one, role))),
    ...tellingsIn(study).map(one => unit(one, role => one.roles.get(role) ?? [])),
  ]
}

/** Every variant of a pattern that has two without a code in common, in the order of the codes. */
function variantsOf(
  study: Study,
  units: readonly Unit[],
  read: (unit: Unit) => readonly [same: readonly (readonly string[])[], codes: readonly string[]],
): readonly Variant[] {
  const places = new Map(study.codes.map((code, i) => [code.id, i]))
  const ranks = (codes: readonly string[]) => codes.map(code => places.get(code) ?? places.size)
  const patterns = new Map<string, Map<string, Variant>>()
  for (const unit of units) {
    const [sames, unordered] = read(unit)
    const codes = [...unordered].sort((a, b) => places.get(a)! - places.get(b)!)
    for (const same of codes.length === 0 ? [] : sames) {
      const variants = patterns.get(JSON.stringify(same)) ?? new Map<string, Variant>()
      patterns.set(JSON.stringify(same), variants)
      const variant = variants.get(JSON.stringify(codes)) ?? { same, codes, units: [] }
      variants.set(JSON.stringify(codes), variant)
      variant.units.push(unit)
    }
  }
  const apart = (variants: readonly Variant[]) =>
    variants.some((one, i) => variants.slice(i + 1).some(other => !other.codes.some(code => one.codes.includes(code))))
  const found = [...patterns.values()].map(variants => [...variants.values()]).filter(apart)
  return found.flat().sort((a, b) => compare(ranks(a.same), ranks(b.same)) || compare(ranks(a.codes), ranks(b.codes)))
}

/** A row; none where readers may not be told of it, and no configuration has it. */
function rowOf(
  study: Study,
  { units }: Variant,
  kind: { readonly pattern: string } & Readonly<Record<'context' | 'mechanism' | 'outcome', readonly string[]>>,
): readonly DemiRegularity[] {
  const isTied = mayTie(study)
  const tellings = units.flatMap(({ of }) => (typeof of === 'string' ? [] : [of]))
  const configurations = units.flatMap(({ of }) => (typeof of === 'string' ? [of] : []))
  const sourcesIn = (own: readonly Telling[]) => [...new Map(own.map(({ source }) => [source.id, source])).values()]
  const all = sourcesIn(tellings)
  const tied = sourcesIn(tellings.filter(({ said }) => said.every(({ coding }) => isTied(coding))))
  const sources = printedNumber(all.length, tied.length)
  const isPlain = all.length === tied.length
  if (sources === 0 && configurations.length === 0) return []
  const pathOf = codePaths(study)
  const names = (codes: readonly string[]) => codes.map(code => pathOf(code).join(' > ')).join(' + ')
  return [
    {
      pattern: kind.pattern,
      context: names(kind.context),
      mechanism: names(kind.mechanism),
      outcome: names(kind.outcome) || null,
      configurations: configurations.join('; ') || null,
      sources,
      groups: isPlain ? sourcesByGroup(study, all) : null,
      cases: isPlain ? casesOf(study, [...kind.context, ...kind.mechanism, ...kind.outcome], tellings) : null,
    },
  ]
}

/** How many sources told it about each case, in the order of `cases.csv`. */
function casesOf(study: Study, codes: readonly string[], tellings: readonly Telling[]): string | null {
  const perCase = new Map<string, string[][]>()
  for (const { said } of tellings) {
    for (const one of said) {
      if (!codes.includes(one.coding.code)) continue
      for (const name of divide(study, one, 'case')) perCase.set(name, [...(perCase.get(name) ?? []), [...one.speakers]])
    }
  }
  const order = study.cases.map(one => one.name ?? one.id)
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const { heardIn } = sourcesOf(study)
  const named = [...perCase].filter(([name]) => name !== notStated).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
  return named.map(([name, said]) => `${name}: ${heardIn(said).length}`).join('; ') || null
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}
