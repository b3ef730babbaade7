import { nearName, type Study, type Transcript, throwProblems } from '../study/index.js'
import { type Source, sourcesOf } from '../transcript/index.js'
import type { Said } from './countable.js'
import { groupOf } from './groupOf.js'
import { smallClasses } from './smallClasses.js'

/** What counts are set side by side by. */
export type Division = 'group' | 'case' | 'round'

const divisions: readonly string[] = ['group', 'case', 'round']

/** Refuses to divide by what nobody can be divided by. */
export function needDivision(by: Division, call: string): void {
  if (divisions.includes(by)) return
  const near = nearName(String(by), divisions)
  const hint = near === null ? `give by: ${divisions.map(one => `'${one}'`).join(', ')}` : `did you mean '${near}'?`
  throwProblems([{ what: 'counts cannot be divided by this', hint, call }])
}

/** Where no group, case or round is given. */
export const notStated = 'not stated'

/**
 * The groups, cases or rounds something said belongs to. The group is that of the source; the cases are the one spoken of, else those of
 * the speakers, else those of the conversation; the round is that of the conversation.
 */
export function divide(study: Study, said: Said, by: Division): readonly string[] {
  if (by === 'group') return groupsOf(study, sourcesOf(study).heardIn([said.speakers]))
  const transcript = lookupOf(study).transcripts.get(said.coding.transcript)
  if (by === 'round') return [roundName(study, transcript?.round ?? null)]
  if (said.coding.about !== null) return caseNames(study, [said.coding.about])
  const own = casesOf(study, said.speakers)
  return caseNames(study, own.length > 0 ? own : (transcript?.cases ?? []))
}

/** The groups, cases or rounds of sources that were asked in certain conversations. */
export function divideSources(
  study: Study,
  sources: readonly Source[],
  by: Exclude<Division, 'round'>,
): ReadonlyMap<string, readonly Source[]> {
  const parts = new Map<string, Source[]>()
  for (const source of sources) {
    const names = by === 'group' ? groupsOf(study, [source]) : caseNames(study, casesOf(study, source.respondents))
    for (const name of names) parts.set(name, [...(parts.get(name) ?? []), source])
  }
  return parts
}

/** What was said, by the groups, cases or rounds it belongs to, in the order in which they come up. */
export function divideAll(study: Study, all: readonly Said[], by: Division): ReadonlyMap<string, readonly Said[]> {
  const parts = new Map<string, Said[]>()
  for (const said of all) {
    for (const part of divide(study, said, by)) {
      const list = parts.get(part)
      if (list === undefined) parts.set(part, [said])
      else list.push(said)
    }
  }
  return parts
}

export function roundName(study: Study, id: string | null): string {
  return id === null ? notStated : (study.rounds.find(round => round.id === id)?.title ?? id)
}

function groupsOf(study: Study, sources: readonly Source[]): readonly string[] {
  const names = new Set(sources.map(source => groupOf(study, source.respondents) ?? notStated))
  return names.size === 0 ? [groupOf(study, []) ?? notStated] : [...names]
}

/** Cases as they are printed: in what readers get, those of few people together. */
function caseNames(study: Study, ids: readonly string[]): readonly string[] {
  const { printed, other } = smallClasses(study, 'case')
  if (ids.length === 0) return [printed(null) ?? notStated]
  const names = ids.map(id => (printed(id) === other ? other : (study.cases.find(one => one.id === id)?.name ?? id)))
  return [...new Set(names)]
}

/** In the order of the table. */
function casesOf(study: Study, respondents: readonly string[]): readonly string[] {
  const { people } = lookupOf(study)
  const own = [...new Set(respondents)].flatMap(id => people.get(id) ?? [])
  return [...new Set(own.sort((a, b) => a.place - b.place).flatMap(one => one.cases))]
}

interface Lookup {
  readonly transcripts: ReadonlyMap<string, Transcript>
  readonly people: ReadonlyMap<string, { readonly place: number; readonly cases: readonly string[] }>
}

const known = new WeakMap<Study, Lookup>()

/** This is asked for every passage. */
function lookupOf(study: Study): Lookup {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const people = new Map(study.respondents.map((one, place) => [one.id, { place, cases: one.cases }]))
  known.set(study, { transcripts, people })
  return { transcripts, people }
}
