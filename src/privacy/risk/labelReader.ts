import type { Language } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { membersOf } from '../../transcript/index.js'
import { type Claim, facts, fold, holdsWords } from './claim.js'
import type { KnownPeople, KnownPerson } from './knownPeople.js'

/** What a label tells. */
export interface ReadLabel {
  /** Who stands behind it, by id; empty when that is not known. */
  readonly behind: readonly string[]
  /** Whether it stands for these people alone, so that a reader may add up what is printed under it. */
  readonly links: boolean
  /** What its wording says of them. */
  readonly claims: readonly Claim[]
  /** Words of it that may tell something, it is not known what. */
  readonly unclear: string | null
}

/** Reads labels as somebody does who knows everybody: who stands behind them, and what their wording gives away. */
export interface LabelReader {
  /** @param speakers who said the words under it, by id, as far as it is known */
  readonly read: (label: string, speakers: readonly string[]) => ReadLabel
  /** Labels that stand for certain people alone, folded. */
  readonly personal: ReadonlyMap<string, readonly string[]>
}

export function labelReader(safe: Study, known: KnownPeople, language: Language): LabelReader {
  const sets = setsByLabel(safe, known, language)
  const fixed = new Set(fold(`${language.joinLabels([language.labelOf('1'), language.labelOf('2')])} ${language.labelOf('1')}`).split(' '))
  const personal = new Map([...sets].flatMap(([label, found]) => (found.length === 1 ? [[label, found[0]!] as const] : [])))
  const joinedLabel = (people: readonly string[]) => fold(language.joinLabels(people.map(known.labelOf)))
  return {
    personal,
    read: (label, speakers) => {
      const folded = fold(label)
      const own = personal.get(folded)
      const isJoined = own === undefined && speakers.length > 0 && folded !== '' && joinedLabel(speakers) === folded && !sets.has(folded)
      const behind = own ?? speakers
      const links = own !== undefined || isJoined
      const { claims, unclear } = readWording(label, behind, known, { fixed, language })
      const isSeveral = links && (behind.length > 1 || isHalf(behind[0] ?? '', folded, known))
      return { behind, links, unclear, claims: isSeveral ? [togetherClaim(behind), ...claims] : claims }
    },
  }
}

/** Who may stand behind each label that the library itself makes; ids are labels too. */
function setsByLabel(safe: Study, known: KnownPeople, language: Language): ReadonlyMap<string, readonly (readonly string[])[]> {
  const sets = new Map<string, Map<string, readonly string[]>>()
  const add = (label: string, ids: readonly string[]) => {
    const key = fold(label)
    if (key === '' || ids.length === 0) return
    const found = sets.get(key) ?? new Map<string, readonly string[]>()
    sets.set(key, found.set([...ids].sort().join('\n'), [...ids].sort()))
  }
  const order = safe.respondents.map(one => one.id)
  const groups = safe.transcripts.flatMap(one => [membersOf(one), ...one.turns.filter(turn => !turn.asks).map(turn => turn.respondents)])
  const singles = [...new Set([...order, ...groups.flat()])]
  for (const id of singles) {
    add(known.labelOf(known.personOf(id)), [known.personOf(id)])
    add(id, [known.personOf(id)])
  }
  for (const group of new Map(groups.filter(one => one.length > 1).map(one => [[...one].sort().join('\n'), one])).values()) {
    const inOrder = [...group].sort((a, b) => order.indexOf(a) - order.indexOf(b))
    const people = inOrder.map(known.personOf)
    add(language.joinLabels(people.map(known.labelOf)), people)
    add(inOrder.join(', '), people)
  }
  return new Map([...sets].map(([label, found]) => [label, [...found.values()]]))
}

/** "13a" tells that there is a 13b: one of several who spoke together under one number. */
export function matesOf(id: string, known: KnownPeople): readonly string[] {
  const number = /^(\d{1,9})\p{L}$/u.exec(id)?.[1]
  if (number === undefined) return []
  const mates = known.people.map(one => one.id).filter(one => one !== id && new RegExp(`^${number}\\p{L}$`, 'u').test(one))
  return mates.filter(mate => known.together.some(members => members.includes(id) && members.includes(mate)))
}

function isHalf(id: string, label: string, known: KnownPeople): boolean {
  return matesOf(id, known).length > 0 && holdsWords(label, fold(id))
}

function togetherClaim(of: readonly string[]): Claim {
  return { attribute: facts.together, values: ['yes'], shown: '', unique: false, of, from: 'label', by: '' }
}

function readWording(
  label: string,
  behind: readonly string[],
  known: KnownPeople,
  { fixed, language }: { readonly fixed: ReadonlySet<string>; readonly language: Language },
): Pick<ReadLabel, 'claims' | 'unclear'> {
  const people = behind.length === 0 ? known.people : behind.flatMap(id => known.byId.get(id) ?? [])
  const of = behind.length === 0 ? null : behind
  const claims: Claim[] = []
  let rest = ` ${fold(label)} `
  // The longest first, so that a case is not read as an attribute that its name holds.
  for (const [attribute, value, text] of tellingValues(people, language.stopWords)) {
    if (!holdsWords(rest.trim(), value) && !claims.some(claim => claim.values[0] === value)) continue
    claims.push({ attribute, values: [value], shown: text, unique: false, of, from: 'label', by: label })
    rest = rest.replace(` ${value} `, ' ')
  }
  const said = (word: string) => !fixed.has(word) && !/^(?:\p{N}{1,9}\p{L}?|\p{L})$/u.test(word) && !language.stopWords.has(word)
  const left = rest.trim().split(' ').filter(said)
  if (left.length === 0 || left[0] === '') return { claims, unclear: null }
  // A single name, as "Anna", is a pseudonym: it tells no function that a list of staff has.
  if (/^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(label.trim())) return { claims, unclear: label.trim() }
  const wording: Claim = { attribute: facts.label, values: [left.join(' ')], shown: label, unique: false, of, from: 'label', by: label }
  return { claims: [...claims, wording], unclear: null }
}

/** What is true of people and can be told from other words, the longest first. */
function tellingValues(people: readonly KnownPerson[], stopWords: ReadonlySet<string>): readonly (readonly [string, string, string])[] {
  const found = people.flatMap(({ shown }) =>
    [...shown].flatMap(([attribute, own]) => [...own].map(([value, text]) => [attribute, value, text] as const)),
  )
  const distinct = [...new Map(found.map(one => [`${one[0]}\n${one[1]}`, one])).values()]
  return distinct
    .filter(([, value]) => isTelling(value, 3, stopWords))
    .sort(([, a], [, b]) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0))
}

/** Whether a folded value can be told from any other words: not a number, of so many letters at least, and more than small words. */
export function isTelling(value: string, letters: number, stopWords: ReadonlySet<string>): boolean {
  return value.replace(/[^\p{L}]/gu, '').length >= letters && value.split(' ').some(word => !stopWords.has(word))
}
