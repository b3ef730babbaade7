import type { Coding, Study } from '../../study/index.js'
import { type CodingColumns, factColumn, speakersColumn } from './codingColumns.js'
import type { Mask } from './relations.js'

/** Which of the codings wanted in a transcript are in a set. */
export type Filter = (columns: CodingColumns, wanted: Mask) => Mask

type Keep = (value: string | null) => boolean

/** Codings whose fact is one of these values. */
export function oneOf(name: string, fact: (coding: Coding) => string | null, values: ReadonlySet<string | null>): Filter {
  return byFact(name, fact, value => values.has(value))
}

/** Codings by a fact: each value is looked at once per transcript. `name` tells the fact from others. */
export function byFact(name: string, fact: (coding: Coding) => string | null, keep: Keep): Filter {
  return (columns, wanted) => {
    const { values, numbers } = factColumn(columns, name, fact)
    const kept = Uint8Array.from(values, value => (keep(value) ? 1 : 0))
    const found = new Uint8Array(wanted.length)
    for (let i = 0; i < found.length; i++) found[i] = wanted[i]! & kept[numbers[i]!]!
    return found
  }
}

function speakersIn(value: string | null): readonly string[] {
  return value === null || value === '' ? [] : value.split('\n')
}

/** Codings by who may have said them. */
export function bySpeakers(keep: (speakers: readonly string[]) => boolean): Filter {
  return (columns, wanted) => {
    const { values, numbers } = speakersColumn(columns)
    const kept = values.map(value => keep(speakersIn(value)))
    return wanted.map((is, i) => (is === 1 && kept[numbers[i]!] ? 1 : 0))
  }
}

/** By the case spoken of, else those of the speakers, else those of the transcript. */
export function byCases(study: Study, keep: (cases: readonly string[]) => boolean): Filter {
  const perPerson = new Map(study.respondents.map(one => [one.id, one.cases]))
  return (columns, wanted) => {
    const about = factColumn(columns, 'about', coding => coding.about)
    const speakers = speakersColumn(columns)
    const keptAbout = about.values.map(id => id !== null && keep([id]))
    const keptOwn = speakers.values.map(value => {
      const own = speakersIn(value).flatMap(one => perPerson.get(one) ?? [])
      return keep(own.length > 0 ? own : columns.transcript.cases)
    })
    return wanted.map((is, i) => {
      if (is === 0) return 0
      const spokenOf = about.numbers[i]!
      return (about.values[spokenOf] === null ? keptOwn[speakers.numbers[i]!] : keptAbout[spokenOf]) ? 1 : 0
    })
  }
}
