import { entityLetters, type Language } from '../language/index.js'
import type { Case, Respondent, Study } from '../study/index.js'
import { drawBelow, drawOrder, type Random } from './draw.js'
import type { Register } from './entry.js'
import { labelsOf, respondentLabel } from './replacements.js'

/** Ids and labels drawn anew, by those that were. */
export interface DrawnLabels {
  readonly respondents: ReadonlyMap<string, string>
  readonly cases: ReadonlyMap<string, string>
  /** Labels that ended in a number or in letters, of people, of entries of the register and of cases. */
  readonly labels: ReadonlyMap<string, string>
}

/** What a label may end in: a number, as in "Respondent 10" and "13a", or letters, as in "hospital B". */
const number = /^\p{L}{0,3}\d{1,6}\p{Ll}?$/u
const letters = /^[A-Z]{1,2}$/u

/**
 * Draws ids and labels for the people, the cases and the entries of the register, all other than before, so that an old label can
 * be told from a new one wherever it stands. People who share a number (13a and 13b) do so again.
 */
export function drawLabels(study: Study, register: Register, language: Language, random: Random): DrawnLabels {
  const shown = labelsOf(register, study, language).filter((_, i) => register[i]!.match !== 'keep')
  const named = [...new Set([...shown, ...study.cases.flatMap(one => one.name ?? [])])]
  const people = study.respondents.map(one => respondentLabel(study, one.id, language))
  const before = [...people, ...named, ...study.cases.map(one => one.id), ...register.map(one => one.name)]
  const used = new Set(before.map(label => endOf(label).replace(/^\D+|\D+$/gu, '') || endOf(label)))
  const draw = drawing(used, random)
  const respondents = drawPeople(study.respondents, draw.number, random)
  const labels = new Map<string, string>()
  const stems = new Map<string, () => string>()
  const anew = (label: string): string | null => {
    const [stem, end] = [stemOf(label), endOf(label)]
    if (stem === '') return null
    if (number.test(end)) return `${stem} ${draw.number()}`
    if (!letters.test(end)) return null
    if (!stems.has(stem)) stems.set(stem, draw.letters(named.filter(one => stemOf(one) === stem).length + people.length))
    return `${stem} ${stems.get(stem)!()}`
  }
  for (const [i, one] of study.respondents.entries()) {
    const id = respondents.get(one.id)!
    const own = one.label?.trim()
    const label = own ? (number.test(endOf(own)) && stemOf(own) !== '' ? `${stemOf(own)} ${id}` : anew(own)) : language.labelOf(id)
    if (label !== null && !labels.has(people[i]!)) labels.set(people[i]!, label)
  }
  for (const label of named) {
    const drawn = labels.has(label) ? null : anew(label)
    if (drawn !== null) labels.set(label, drawn)
  }
  return { respondents, cases: new Map(study.cases.map((one: Case) => [one.id, draw.number()])), labels }
}

const endOf = (label: string): string => label.slice(label.lastIndexOf(' ') + 1)
const stemOf = (label: string): string => label.slice(0, Math.max(0, label.lastIndexOf(' '))).trimEnd()

/** New numbers for people; those who share one, with a letter each, share the new one, and the letters are drawn too. */
function drawPeople(people: readonly Respondent[], next: () => string, random: Random): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>()
  for (const { id } of people) {
    const base = /^(.{0,40}\d)\p{Ll}$/u.exec(id)?.[1] ?? id
    groups.set(base, [...(groups.get(base) ?? []), id])
  }
  return new Map(
    [...groups.values()].flatMap(ids => {
      const base = next()
      const order = drawOrder(ids, random)
      return order.map((id, i): [string, string] => [id, ids.length === 1 ? base : `${base}${entityLetters(i + 1).toLowerCase()}`])
    }),
  )
}

/** Numbers and letters that nobody had before, each given once. */
function drawing(used: ReadonlySet<string>, random: Random) {
  const given = new Set(used)
  let least = 100
  return {
    number: (): string => {
      // When a third of the numbers of this length are given, longer ones are drawn.
      if (given.size > 3 * least) least *= 10
      for (;;) {
        const drawn = String(least + drawBelow(9 * least, random))
        if (given.has(drawn)) continue
        given.add(drawn)
        return drawn
      }
    },
    letters: (count: number): (() => string) => {
      const free = (from: number, to: number) =>
        Array.from({ length: to - from + 1 }, (_, i) => entityLetters(from + i)).filter(one => !used.has(one))
      const single = free(1, 26)
      const order = drawOrder(single.length >= count ? single : free(27, Math.max(702, 26 + 2 * count + used.size)), random)
      let at = 0
      return () => order[at++]!
    },
  }
}
