import { needStudy, type Study, type Topic } from '../study/index.js'
import { Table } from '../table/index.js'
import { membersOf, type Source, sourcesOf } from '../transcript/index.js'
import { type Division, divideSources, needDivision, roundName } from './divide.js'

/** How far a topic of the interview guide was reached. */
export interface TopicCoverage {
  /** With the topics above it: "Working together > Trust". */
  readonly topic: string
  /** The group, case or round counted in; left out when nothing is divided. */
  readonly in?: string
  /** Sources that were asked; that spoke of it unasked; that were not reached with it; of which nothing is noted. */
  readonly asked: number
  readonly volunteered: number
  readonly 'not reached': number
  readonly 'not noted': number
  /** All sources: the sum of the four. */
  readonly sources: number
}

type Status = 'asked' | 'volunteered' | 'not reached'
// Who was asked once was asked, whatever else is noted of another conversation.
const strongest: readonly Status[] = ['asked', 'volunteered', 'not reached']

/**
 * Shows how far the interview guide was reached: per topic how many sources were asked, spoke of it unasked, were not reached with it, and
 * of how many nothing is noted in `answers.csv`. What is not noted is not the same as not reached.
 *
 * @param options.by divides the sources by group, case, or round
 * @throws StudyError when there is nothing of that kind to divide by
 * @example
 * guideCoverage(study).rows.every(row => row.asked + row.volunteered + row['not reached'] + row['not noted'] === row.sources)
 * //=> true
 */
export function guideCoverage(study: Study, options: { readonly by?: Division } = {}): Table<TopicCoverage> {
  needStudy(study, 'guideCoverage')
  const { by } = options
  if (by !== undefined) needDivision(by, 'guideCoverage')
  const parts = partsOf(study, by)
  const rows = study.topics.flatMap(topic =>
    parts.map(({ name, sources, within }): TopicCoverage => {
      const statuses = statusOf(study, topic.id, within)
      const count = (status: Status | undefined) => sources.filter(source => statuses.get(source.id) === status).length
      return {
        topic: pathOf(study, topic),
        ...(name === null ? {} : { in: name }),
        asked: count('asked'),
        volunteered: count('volunteered'),
        'not reached': count('not reached'),
        'not noted': count(undefined),
        sources: sources.length,
      }
    }),
  )
  const counts = ['asked', 'volunteered', 'not reached', 'not noted', 'sources'] as const
  return new Table<TopicCoverage>({
    title: by === undefined ? 'The guide, as far as it was reached' : `The guide by ${by}, as far as it was reached`,
    columns: by === undefined ? ['topic', ...counts] : ['topic', 'in', ...counts],
    rows,
    basis: `answers.csv; sources counted once${by === 'round' ? ' in each round' : ' over all rounds'}`,
    of: study,
  })
}

interface Part {
  readonly name: string | null
  readonly sources: readonly Source[]
  /** The conversations that count. */
  readonly within: (transcript: string) => boolean
}

function partsOf(study: Study, by: Division | undefined): readonly Part[] {
  const { all, homeOf } = sourcesOf(study)
  const everywhere = () => true
  if (by === undefined) return [{ name: null, sources: all, within: everywhere }]
  if (by !== 'round') return [...divideSources(study, all, by)].map(([name, sources]) => ({ name, sources, within: everywhere }))
  const perRound = new Map<string, Set<string>>(study.rounds.map(round => [roundName(study, round.id), new Set()]))
  for (const one of study.transcripts) {
    const name = roundName(study, one.round)
    perRound.set(name, new Set([...(perRound.get(name) ?? []), one.id]))
  }
  return [...perRound]
    .filter(([, talks]) => talks.size > 0)
    .map(([name, talks]) => {
      const members = study.transcripts.filter(one => talks.has(one.id)).flatMap(membersOf)
      const homes = new Map(members.map(member => [homeOf(member).id, homeOf(member)]))
      return { name, sources: [...homes.values()], within: (id: string) => talks.has(id) }
    })
}

/** What is noted of a topic, per source; the strongest where several things are. */
function statusOf(study: Study, topic: string, within: Part['within']): ReadonlyMap<string, Status> {
  const { homeOf } = sourcesOf(study)
  const members = new Map(study.transcripts.map(one => [one.id, membersOf(one)]))
  const noted = new Map<string, Status>()
  for (const { topic: about, status, transcript } of study.answers) {
    if (about !== topic || status === null || transcript === null || !within(transcript)) continue
    for (const member of members.get(transcript) ?? []) {
      const home = homeOf(member).id
      const before = noted.get(home)
      if (before === undefined || strongest.indexOf(status) < strongest.indexOf(before)) noted.set(home, status)
    }
  }
  return noted
}

function pathOf(study: Study, topic: Topic): string {
  const path: string[] = []
  const seen = new Set<string>()
  for (let at: Topic | undefined = topic; at !== undefined && !seen.has(at.id); at = study.topics.find(one => one.id === at?.parent)) {
    seen.add(at.id)
    path.unshift(at.label ?? at.id)
  }
  return path.join(' > ')
}
