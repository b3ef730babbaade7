import { groupOf, smallClasses } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { membersOf } from '../../transcript/index.js'
import type { GuardKnowledge } from '../guard.js'
import { facts, fold } from './claim.js'

/** Somebody who took part, with everything the tables know of her. */
export interface KnownPerson {
  /** Her id in the original. */
  readonly id: string
  /** Folded values per attribute: as they are, and as they are printed. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  /** The same values in one list. */
  readonly all: readonly string[]
  /** Per attribute the values as they may be shown, without registered names, by what they are folded. */
  readonly shown: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** The words of her own label. */
  readonly wording: ReadonlySet<string>
}

/** Everyone who took part in a study, and who spoke together. */
export interface KnownPeople {
  readonly people: readonly KnownPerson[]
  readonly byId: ReadonlyMap<string, KnownPerson>
  /** The people of each conversation of two or more. */
  readonly together: readonly (readonly string[])[]
  /** The attributes that any of them may have, as columns name them. */
  readonly attributes: ReadonlySet<string>
  /** The original id of a respondent of the safe study. */
  readonly personOf: (safeId: string) => string
  /** What the reader sees for a person. */
  readonly labelOf: (id: string) => string
  /** Replaces registered names, as in the safe study. */
  readonly say: (text: string) => string
}

/**
 * What is true of the people of a study: the columns of `respondents.csv`, their cases and rounds, and whether they spoke with others.
 * What `reveals.csv` tells of one person is not among it: of the others nobody wrote down whether it is true.
 */
export function knownPeople(safe: Study, knowledge: GuardKnowledge, language: Language): KnownPeople {
  const { original, ids, say } = knowledge
  const cases = smallClasses(safe, 'case')
  const safeIds = ids.get('respondents') ?? new Map<string, string>()
  const originals = new Map([...safeIds].map(([id, safeId]) => [safeId, id]))
  const rows = new Map(safe.respondents.map(one => [originals.get(one.id) ?? one.id, one]))
  const conversations = original.transcripts.map(one => ({ ...placesOf(original, one, say), members: membersOf(one) }))
  const heard = new Set(conversations.flatMap(one => one.members))
  const listed = original.respondents.filter(one => heard.size === 0 || heard.has(one.id))
  const unlisted = [...heard].filter(id => !original.respondents.some(one => one.id === id))
  const labelOf = (id: string) => rows.get(id)?.label ?? language.labelOf(safeIds.get(id) ?? id)
  const person = (id: string, own: (typeof listed)[number] | null): KnownPerson => {
    const values = new Map<string, Set<string>>()
    const shown = new Map<string, ReadonlyMap<string, string>>()
    const add = (attribute: string, ...texts: readonly (string | null | undefined)[]) => {
      const set = values.get(attribute) ?? new Set()
      for (const text of texts) if (text) for (const one of [text, say(text), ...text.split(';')]) set.add(fold(one))
      set.delete('')
      if (set.size > 0) values.set(attribute, set)
      const said = texts.flatMap(text => (text ? [say(text), ...text.split(';').map(say)] : [])).map(text => text.trim())
      shown.set(
        attribute,
        new Map([...(shown.get(attribute) ?? []), ...said.filter(one => fold(one) !== '').map(one => [fold(one), one] as const)]),
      )
    }
    const hers = conversations.filter(one => one.members.includes(id))
    const safeId = safeIds.get(id) ?? id
    add(facts.group, own?.group, rows.get(id)?.group, groupOf(safe, [safeId]))
    for (const one of [...(own?.cases ?? []), ...hers.flatMap(conversation => conversation.cases)]) {
      // Classes of few people are printed as one.
      const printed = cases.printed(ids.get('cases')?.get(one) ?? one)
      add(facts.case, ...caseNames(original, one), printed === cases.other ? printed : null)
    }
    for (const one of hers) add(facts.round, ...one.round)
    if (hers.some(one => one.members.length > 1)) values.set(facts.together, new Set(['yes']))
    for (const [column, value] of Object.entries(own?.extra ?? {})) add(attributeOf(column), value)
    // What is carried is compared as it is printed, which may be coarser.
    for (const [column, value] of Object.entries(rows.get(id)?.extra ?? {})) add(attributeOf(column), value)
    const all = [...values.values()].flatMap(set => [...set])
    return { id, values, all, shown, wording: new Set(fold(labelOf(id)).split(' ')) }
  }
  const people = [...listed.map(one => person(one.id, one)), ...unlisted.map(id => person(id, null))]
  return {
    people,
    byId: new Map(people.map(one => [one.id, one])),
    together: conversations.map(one => one.members).filter(members => members.length > 1),
    attributes: new Set(people.flatMap(one => [...one.values.keys()])),
    personOf: safeId => originals.get(safeId) ?? safeId,
    labelOf,
    say,
  }
}

/** What a column of an output is about: `cases` and `case` are one. */
export function attributeOf(column: string): string {
  const name = column.trim().toLowerCase()
  return name === 'cases' ? facts.case : name
}

function caseNames(study: Study, id: string): readonly (string | null)[] {
  return [id, study.cases.find(one => one.id === id)?.name ?? null]
}

function placesOf(study: Study, { cases, round }: Study['transcripts'][number], say: (text: string) => string) {
  const title = study.rounds.find(one => one.id === round)?.title ?? null
  return { cases, round: round === null ? [] : [round, title, title === null ? null : say(title)] }
}
