import { type Claim, facts, isTrueOf } from './claim.js'
import type { KnownPeople, KnownPerson } from './knownPeople.js'

/** Above this many people in one conversation not every way to seat them is tried. */
const mostSeated = 6

/**
 * The people who may stand behind a label, as far as what is printed tells: those of whom every claim is true, and whoever does stand
 * behind it. Something unknown is not true, so that a hole in the tables makes the class smaller and never larger.
 *
 * Of a label that tells that several spoke together, the people of one conversation fit when they can be put in the places of those
 * people so that every claim is true of one of whom it is said.
 *
 * @param behind who stands behind the label, by id
 * @returns their ids; of a claim that is unique only the first of those behind the label
 */
export function candidatesOf(known: KnownPeople, behind: readonly string[], claims: readonly Claim[]): ReadonlySet<string> {
  if (claims.some(claim => claim.unique)) return new Set(behind.slice(0, 1))
  const fitting = claims.some(claim => claim.attribute === facts.together)
    ? fitTogether(known, behind, claims)
    : fitAlone(known, behind, claims)
  return new Set([...behind, ...fitting])
}

/** How many people may stand behind a label: at least one. */
export function countCandidates(known: KnownPeople, behind: readonly string[], claims: readonly Claim[]): number {
  return Math.max(1, candidatesOf(known, behind, claims).size)
}

/** What is said of one of several may be true of her, or of somebody she spoke with. */
function fitAlone({ people, byId, together }: KnownPeople, behind: readonly string[], claims: readonly Claim[]): readonly string[] {
  const of = (claim: Claim) => claim.of ?? behind
  const hers = claims.filter(claim => of(claim).length < 2)
  const shared = claims.filter(claim => of(claim).length > 1)
  const fits = (person: KnownPerson) => {
    if (!hers.every(claim => isTrueOf(person, claim))) return false
    const companies = [[person.id], ...(shared.length === 0 ? [] : together.filter(members => members.includes(person.id)))]
    return companies.some(members => shared.every(claim => members.some(id => byId.has(id) && isTrueOf(byId.get(id)!, claim))))
  }
  return people.filter(fits).map(person => person.id)
}

function fitTogether(known: KnownPeople, behind: readonly string[], claims: readonly Claim[]): readonly string[] {
  const places = [...new Set([...behind, ...claims.flatMap(claim => claim.of ?? [])])]
  const about = (claim: Claim) => claim.of ?? behind
  const fitting = new Set<string>()
  for (const members of new Map(known.together.map(one => [one.join('\n'), one])).values()) {
    const people = members.flatMap(id => known.byId.get(id) ?? [])
    const found = people.length <= mostSeated ? seated(people, places, behind, claims, about) : roughly(people, behind, claims, about)
    for (const id of found) fitting.add(id)
  }
  return [...fitting]
}

type About = (claim: Claim) => readonly string[]

/** Tries every way to put people in the places of those who are spoken of. */
function seated(
  people: readonly KnownPerson[],
  places: readonly string[],
  behind: readonly string[],
  claims: readonly Claim[],
  about: About,
): ReadonlySet<string> {
  const found = new Set<string>()
  if (places.length > people.length) return found
  const seats = new Map<string, KnownPerson>()
  const fits = (claim: Claim) => about(claim).some(place => isTrueOf(seats.get(place)!, claim))
  const place = (at: number) => {
    const name = places[at]
    if (name === undefined) {
      if (claims.every(fits)) for (const one of behind) found.add(seats.get(one)!.id)
      return
    }
    for (const person of people) {
      if ([...seats.values()].includes(person)) continue
      seats.set(name, person)
      // What is said of her alone is settled here; the rest when all are seated.
      if (claims.every(claim => !(about(claim).length === 1 && about(claim)[0] === name) || isTrueOf(person, claim))) place(at + 1)
      seats.delete(name)
    }
  }
  place(0)
  return found
}

/** Of a large group: those of whom everything said of one person is true, when the group has somebody for every other claim. */
function roughly(people: readonly KnownPerson[], behind: readonly string[], claims: readonly Claim[], about: About): readonly string[] {
  const isHers = (claim: Claim) => behind.length === 1 && about(claim).length === 1 && about(claim)[0] === behind[0]
  if (!claims.every(claim => people.some(person => isTrueOf(person, claim)))) return []
  return people.filter(person => claims.every(claim => !isHers(claim) || isTrueOf(person, claim))).map(person => person.id)
}
