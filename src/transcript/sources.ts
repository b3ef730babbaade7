import type { Study, Transcript } from '../study/index.js'
import { disjointGroups } from './disjointGroups.js'

/** A person, or a group speaking together, counted once over all rounds. */
export interface Source {
  readonly id: string
  /** Ids in order. */
  readonly respondents: readonly string[]
}

/** The sources of a study, and which of them were heard in a set of speakers. */
export interface Sources {
  readonly all: readonly Source[]
  /** The source a person belongs to. */
  readonly homeOf: (respondent: string) => Source
  /** The sources behind things said, each given by who may have said it. */
  readonly heardIn: (said: Iterable<readonly string[]>) => readonly Source[]
}

const known = new WeakMap<Study, Sources>()

/**
 * Who counts as a source. A person who was ever the only respondent of a conversation is a source alone; anyone else belongs to the
 * group of the first conversation (by round, then as listed) in which they spoke, and that group is one source over all rounds.
 *
 * What one of several people said, it is not known who, counts for the source they all belong to. Do they belong to different ones,
 * it counts as one source only if none of those is counted already: a count is never higher than what is certain.
 *
 * @example
 * sourcesOf(study).heardIn([['10'], ['13a'], ['13b'], ['13a', '13b']]).length
 * //=> 2
 */
export function sourcesOf(study: Study): Sources {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const homes = homesIn(study)
  const homeOf = (respondent: string) => homes.get(respondent) ?? sourceOf([respondent])
  const unique = new Map([...homes.values()].map(home => [home.id, home]))
  const sources: Sources = { all: [...unique.values()], homeOf, heardIn: said => heardBy(said, homeOf) }
  known.set(study, sources)
  return sources
}

function heardBy(said: Iterable<readonly string[]>, homeOf: (respondent: string) => Source): readonly Source[] {
  const counted = new Map<string, Source>()
  const open: Source[][] = []
  for (const speakers of said) {
    const homes = [...new Map(speakers.map(speaker => [homeOf(speaker).id, homeOf(speaker)])).values()]
    if (homes.length === 1) counted.set(homes[0]!.id, homes[0]!)
    else if (homes.length > 1) open.push(homes)
  }
  const apart = open.filter(homes => !homes.some(home => counted.has(home.id)))
  const byId = new Map(apart.flat().map(home => [home.id, home]))
  const groups = disjointGroups(apart.map(homes => homes.map(home => home.id)))
  const together = groups.map(ids => sourceOf(ids.flatMap(id => byId.get(id)!.respondents)))
  return [...counted.values(), ...together].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Respondents in no conversation stay out: there is nothing they could be a source of. */
function homesIn(study: Study): ReadonlyMap<string, Source> {
  const conversations = inOrder(study).map(transcript => ({ members: membersOf(transcript), speaking: speakingIn(transcript) }))
  const alone = new Set(conversations.filter(one => one.members.length === 1).map(one => one.members[0]!))
  const homes = new Map<string, Source>()
  for (const respondent of new Set(conversations.flatMap(one => one.members))) {
    const here = conversations.filter(one => one.members.includes(respondent))
    const first = here.find(one => one.speaking.has(respondent)) ?? here[0]!
    homes.set(respondent, alone.has(respondent) ? sourceOf([respondent]) : sourceOf(first.members))
  }
  return homes
}

function inOrder(study: Study): readonly Transcript[] {
  const rounds = new Map(study.rounds.map((round, i) => [round.id, i]))
  const place = (transcript: Transcript) => rounds.get(transcript.round ?? '') ?? rounds.size
  return [...study.transcripts].sort((a, b) => place(a) - place(b))
}

/** Everyone a conversation was with: those listed for it, and those its turns name. */
export function membersOf(transcript: Transcript): readonly string[] {
  return [...new Set([...transcript.respondents, ...speakingIn(transcript)])].sort()
}

function speakingIn(transcript: Transcript): ReadonlySet<string> {
  return new Set(transcript.turns.filter(turn => !turn.asks).flatMap(turn => turn.respondents))
}

function sourceOf(respondents: readonly string[]): Source {
  const members = [...new Set(respondents)].sort()
  return { id: members.join(';'), respondents: members }
}
