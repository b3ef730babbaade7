import { carriedLanguage } from '../language/index.js'
import { audienceOf, type Study } from '../study/index.js'
import { membersOf, sourcesOf } from '../transcript/index.js'

/** A class of fewer people than this is never a row of its own in what readers get. */
export const fewestPeople = 3

/** What people are put in classes by. Rounds are not among it: they say when something was heard, not who somebody is. */
export type ClassBy = 'group' | 'case' | { readonly attribute: string }

/** A group, the id of a case or the value of an attribute; null where none is stated. */
type Name = string | null

/** How the classes of a study are printed. */
export interface PrintedClasses {
  /** The word for what is put together. */
  readonly other: string
  /** The class as it is printed: itself, or `other`; null stays null when it is a class of its own. */
  readonly printed: (name: Name) => Name
  /** The printed classes of people who speak together, or only `other` when too few people are in sources of just these. */
  readonly together: (names: readonly string[]) => readonly string[]
}

/**
 * Which classes are printed, and which are put together: the one place where this is decided. For the team every class stands. For readers
 * those of fewer than three people become `other`; are those fewer than three in all, the next smallest joins them, so that nobody can
 * subtract: the total is printed elsewhere. Where a person may be in several classes, one that differs from another by one or two people
 * joins them too. People are those of the study; of a class of which the population is known they may be more. Ties go by the order of the
 * tables, never by a name.
 *
 * @param population how many people there are in each class, where more are known than took part
 * @example
 * smallClasses(safe, 'group').printed('director')
 * //=> 'other'
 */
export function smallClasses(study: Study, by: ClassBy, population?: ReadonlyMap<string, number>): PrintedClasses {
  const key = typeof by === 'string' ? by : `attribute ${by.attribute}`
  const cached = population === undefined ? known.get(study)?.get(key) : undefined
  if (cached !== undefined) return cached
  const other = carriedLanguage(study)?.texts.otherClasses ?? 'other'
  const members = membersPer(study, by)
  const classes =
    audienceOf(study) === 'team'
      ? { other, printed: (name: Name) => name, together: (names: readonly string[]) => names }
      : printedClasses({ members, units: by === 'group' ? unitsOf(study) : [], population, other })
  if (population === undefined) known.set(study, (known.get(study) ?? new Map<string, PrintedClasses>()).set(key, classes))
  return classes
}

const known = new WeakMap<Study, Map<string, PrintedClasses>>()

/** The classes to put together, by the same rule, where people are known by their number only. */
export function foldedClasses(members: ReadonlyMap<string, ReadonlySet<string>>, along: ReadonlySet<string>): ReadonlySet<Name> {
  return folds({ members, units: [], population: undefined, other: '', along }).classes
}

/** The groups that readers would see put together, in a study before it is made safe. */
export function smallGroups(study: Study): ReadonlySet<Name> {
  return folds({ members: membersPer(study, 'group'), units: unitsOf(study), population: undefined, other: '' }).classes
}

/** The people of each class; an id of a case stands there too when nobody is in it. */
function membersPer(study: Study, by: ClassBy): ReadonlyMap<Name, ReadonlySet<string>> {
  const members = new Map<Name, Set<string>>(by === 'case' ? study.cases.map(one => [one.id, new Set<string>()]) : [])
  const add = (name: Name, person: string) => members.set(name, (members.get(name) ?? new Set()).add(person))
  // Who has no case of her own speaks of those of her conversations.
  const spokenOf = new Map<string, Set<string>>()
  for (const one of by === 'case' ? study.transcripts : [])
    for (const person of membersOf(one)) spokenOf.set(person, new Set([...(spokenOf.get(person) ?? []), ...one.cases]))
  for (const { id, group, cases, extra } of study.respondents) {
    const own = cases.length > 0 ? cases : [...(spokenOf.get(id) ?? [])]
    const names = by === 'group' ? [group] : by === 'case' ? own : [extra[by.attribute] || null]
    for (const name of names.length > 0 ? names : [null]) add(name, id)
  }
  return members
}

/** Who is counted together: the groups of each source. */
function unitsOf(study: Study): readonly Unit[] {
  const groups = new Map(study.respondents.map(one => [one.id, one.group]))
  return sourcesOf(study).all.map(one => {
    const people = one.respondents.filter(id => groups.has(id))
    const stated = [...new Set(people.map(id => groups.get(id)!).filter(group => group !== null))]
    return { people, classes: stated.length > 0 ? stated : [null] }
  })
}

interface Unit {
  readonly people: readonly string[]
  readonly classes: readonly Name[]
}

interface Folding {
  readonly members: ReadonlyMap<Name, ReadonlySet<string>>
  readonly units: readonly Unit[]
  readonly population: ReadonlyMap<string, number> | undefined
  readonly other: string
  /** Classes that are put together whatever their size. */
  readonly along?: ReadonlySet<string>
}

interface Folded {
  readonly classes: ReadonlySet<Name>
  /** Combinations of printed classes that enough people are in. */
  readonly together: ReadonlySet<string>
}

const keyOf = (names: readonly Name[]) => JSON.stringify([...names].sort())
const isFew = (n: number) => n > 0 && n < fewestPeople

function printedClasses(folding: Folding): PrintedClasses {
  const { members, other } = folding
  const { classes, together } = folds(folding)
  // A class that nobody of the study is in is told of nobody.
  const printed = (name: Name) => (classes.has(name) || (name !== null && !members.has(name)) ? other : name)
  const inOrder = <N extends Name>(names: readonly N[]): readonly N[] => {
    const distinct = [...new Set(names)]
    return [...distinct.filter(one => one !== other), ...distinct.filter(one => one === other)]
  }
  return {
    other,
    printed,
    together: names => {
      const labels = inOrder(names.map(name => printed(name) ?? name))
      return labels.length > 1 && !together.has(keyOf(labels)) ? [other] : labels
    },
  }
}

/** Folds until no class, no combination, nothing put together and no difference of two stands for one or two people. */
function folds(folding: Folding): Folded {
  const { members, population, along } = folding
  const names = [...members.keys()]
  // Where nobody's class is stated there is nothing to tell.
  if (names.length === 1 && names[0] === null) return { classes: new Set(), together: new Set() }
  const sizeOf = (name: Name) => Math.max(members.get(name)!.size, population?.get(name ?? '') ?? 0)
  const bySize = names.map((name, i) => ({ name, i, size: sizeOf(name) })).sort((a, b) => a.size - b.size || a.i - b.i)
  const classes = new Set(bySize.filter(one => isFew(one.size) || along?.has(one.name ?? '')).map(one => one.name))
  for (;;) {
    const { together, more } = look(folding, classes)
    const left = bySize.filter(one => !classes.has(one.name))
    const next = more === 'the smallest' ? left[0] : more
    if (next === null || next === undefined) return { classes, together }
    classes.add(next.name)
  }
}

/** What is printed when these are folded, and which other class has to be, if any. */
function look(
  folding: Folding,
  folded: ReadonlySet<Name>,
): Pick<Folded, 'together'> & { readonly more: { readonly name: Name } | 'the smallest' | null } {
  const { members, population, other } = folding
  const { together, apart } = combinations(folding, folded)
  const inOther = new Set([...folded].flatMap(name => [...(members.get(name) ?? [])]))
  const left = [...members.keys()].filter(name => !folded.has(name))
  // A class that is called like what is put together would be taken for it.
  if ((inOther.size > 0 || apart.size > 0) && left.includes(other)) return { together, more: { name: other } }
  const more = [...folded].reduce((sum, name) => sum + (population?.get(name ?? '') ?? 0), 0)
  const counted = new Set([...inOther, ...apart])
  if ((isFew(inOther.size) || isFew(counted.size)) && more < fewestPeople) return { together, more: 'the smallest' }
  const near = differing(members, left, inOther)
  return { together, more: near === undefined ? null : { name: near } }
}

/** Who speaks together as people of several printed classes: combinations of enough people, and who is left for `other`. */
function combinations(
  { units, other }: Folding,
  folded: ReadonlySet<Name>,
): { readonly together: ReadonlySet<string>; readonly apart: ReadonlySet<string> } {
  const people = new Map<string, Set<string>>()
  for (const unit of units) {
    const labels = [...new Set(unit.classes.map(name => (folded.has(name) ? other : name)))]
    if (labels.length < 2) continue
    const here = people.get(keyOf(labels)) ?? new Set<string>()
    for (const one of unit.people) here.add(one)
    people.set(keyOf(labels), here)
  }
  const together = new Set([...people].filter(([, here]) => here.size >= fewestPeople).map(([key]) => key))
  return { together, apart: new Set([...people].filter(([key]) => !together.has(key)).flatMap(([, here]) => [...here])) }
}

/** A class that differs from another, or from what is put together, by one or two people; where everyone is in one class there is none. */
function differing(members: Folding['members'], left: readonly Name[], inOther: ReadonlySet<string>): Name | undefined {
  const sets = [...left.map(name => members.get(name)!), ...(inOther.size > 0 ? [inOther] : [])]
  const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    const rest = [...a].filter(one => !b.has(one)).length
    return rest < a.size && isFew(rest)
  }
  const found = left.filter(name => {
    const own = members.get(name)!
    return sets.some(set => set !== own && (differ(own, set) || differ(set, own)))
  })
  return found.sort((a, b) => members.get(a)!.size - members.get(b)!.size)[0]
}
