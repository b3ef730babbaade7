import type { Study } from '../../study/index.js'
import { attach } from './attach.js'
import { type Group, listBy, newGroup, respondentsOf } from './group.js'
import type { Mention } from './mention.js'
import { type PersonName, personName } from './personName.js'

interface Named {
  readonly mention: Mention
  readonly name: PersonName
}

/**
 * Puts the mentions of people together: all ways in which one person is named are one group. Two whole names are one person when their
 * surnames are the same and their first names, or initials, agree. One name alone goes to the person whose whole name has it.
 *
 * @param known people of the given register, with a group each; more of their names are put into those
 * @param nameOf a name taken apart
 */
export function groupPeople(
  mentions: readonly Mention[],
  known: readonly { readonly group: Group; readonly names: readonly PersonName[] }[],
  study: Study,
  titles: ReadonlySet<string>,
): readonly Group[] {
  const named = mentions.map(mention => ({ mention, name: personName(mention.text, titles, mention.titled) }))
  const people: Person[] = known.map(({ group, names }) => ({ group, names: [...names] }))
  for (const list of listBy(named.filter(isWhole), one => one.name.letters)) {
    const person = people.find(one => one.names.some(other => isSamePerson(other, list[0]!.name)))
    if (person !== undefined) add(person, list)
    else people.push({ group: newGroup(list.map(one => one.mention)), names: [list[0]!.name] })
  }
  // Who is named by initials may be any of those with them, so the transcript decides.
  for (const list of listBy(named.filter(isInitialled), one => one.name.letters)) place(people, list, study, false, isSamePerson)
  for (const list of listBy(named.filter(isShort), keyOf)) place(people, list, study, list[0]!.name.alone !== null, isPartOf)
  for (const person of [...people]) if (person.group.known === null) takeNickname(person, people)
  joinByRespondent(people)
  return people.map(one => one.group)
}

interface Person {
  readonly group: Group
  readonly names: PersonName[]
}

const isWhole = ({ name }: Named) => name.given.length > 0 && name.surname.length > 0
const isInitialled = (one: Named) => !isWhole(one) && one.name.initials !== '' && one.name.surname.length > 0
const isShort = (one: Named) => !isWhole(one) && !isInitialled(one)
/** "Vries" and "de Vries" are one. */
const keyOf = ({ name }: Named) => name.alone ?? (name.surname.join('') || name.letters)

function add(person: Person, list: readonly Named[]): void {
  person.group.mentions.push(...list.map(one => one.mention))
  person.names.push(list[0]!.name)
}

type Fits = (whole: PersonName, short: PersonName) => boolean

function place(people: Person[], list: readonly Named[], study: Study, unlikely: boolean, fits: Fits): void {
  const { name } = list[0]!
  const longer = people.filter(one => one.names.some(other => fits(other, name)))
  const own = attach(
    list.map(one => one.mention),
    longer.map(one => one.group),
    study,
    unlikely,
  )
  if (own !== null) people.push({ group: own, names: [name] })
}

/** Whether two names with a surname are of one person. */
function isSamePerson(a: PersonName, b: PersonName): boolean {
  if (a.letters === b.letters) return true
  if (a.surname.length === 0 || b.surname.length === 0 || !isSameSurname(a.surname, b.surname)) return false
  const [first, second] = [a.given[0], b.given[0]]
  if (first !== undefined && second !== undefined) return first === second || a.given.join('') === b.given.join('')
  const letter = (name: PersonName) => name.initials[0] ?? name.given[0]?.[0]
  return letter(a) !== undefined && letter(a) === letter(b)
}

/** The parts of one are among those of the other: somebody called Smit-Maas is called Smit too. */
function isSameSurname(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.every(part => many.includes(part)) || a.join('') === b.join('')
}

/** Whether one name, or a surname alone, is a part of a longer one. */
function isPartOf(whole: PersonName, short: PersonName): boolean {
  if (whole.letters === short.letters) return true
  const surname = short.surname.length > 0 ? short.surname : short.aloneParts
  if (surname.length > 0 && whole.surname.length > 0 && isSameSurname(whole.surname, surname)) return true
  // A surname that is written as one word with its particle: Tewinkel.
  const own = whole.given.length > 0 ? whole.letters.slice(whole.given.join('').length) : whole.letters
  if (own === short.letters && own.length > 3) return true
  return short.alone !== null && (whole.given.includes(short.alone) || whole.given.join('') === short.alone || whole.alone === short.alone)
}

/** How near to a longer name a nickname stands, in characters. */
const near = 250

/** One name that is the beginning or the end of a first name that stands near is a short form of it, as far as can be told. */
function takeNickname(person: Person, people: Person[]): void {
  const short = person.names[0]!.alone
  if (short === null || short.length < 4 || person.group.doubts.size > 0 || person.group.parts.length > 0) return
  const longer = people.filter(
    other =>
      other !== person &&
      other.names.some(name => [...name.given, name.alone ?? ''].some(first => isShortFor(short, first))) &&
      person.group.mentions.some(a => other.group.mentions.some(b => isNear(a, b))),
  )
  const only = longer[0]
  if (only === undefined || longer.length > 1) return
  only.group.mentions.push(...person.group.mentions)
  only.group.doubts.add('nickname')
  people.splice(people.indexOf(person), 1)
}

const isShortFor = (short: string, first: string) => first.length > short.length && (first.startsWith(short) || first.endsWith(short))
const isNear = (a: Mention, b: Mention) => a.transcript !== null && a.transcript === b.transcript && Math.abs(a.start - b.start) < near

/** Names that lead to one respondent are of one person, unless they are two whole names. */
function joinByRespondent(people: Person[]): void {
  for (const person of [...people]) {
    const own = respondentsOf(person.group)
    if (own.length === 0 || person.group.known !== null) continue
    const others = people.filter(one => one !== person && respondentsOf(one.group).some(id => own.includes(id)))
    const isFull = (one: Person) => one.group.known !== null || one.names.some(name => name.given.length > 0 && name.surname.length > 0)
    const into = others.find(isFull) ?? others[0]
    if (into === undefined) continue
    if (isFull(person) && isFull(into)) {
      person.group.doubts.add('respondents')
      continue
    }
    const [kept, gone] = isFull(person) ? [person, into] : [into, person]
    kept.group.mentions.push(...gone.group.mentions)
    kept.group.parts.push(...gone.group.parts)
    kept.names.push(...gone.names)
    for (const doubt of gone.group.doubts) kept.group.doubts.add(doubt)
    people.splice(people.indexOf(gone), 1)
  }
}
