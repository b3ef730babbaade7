import { askedAbout, membersOf, type Said, type Source, sourcesOf, stanceOf } from '../analysis/index.js'
import { type Configuration, configurationRoles, type Stance, type Study } from '../study/index.js'
import { wordingsOf } from './lineage.js'
import { codesIn } from './roleScheme.js'
import { saidIn } from './saidIn.js'
import { sourceBehind } from './sourceBehind.js'
import { evidenceOf } from './theories.js'
import { codedIn } from './threads.js'

/** Who was asked about a configuration, and what they said of it. */
export interface WhoWasAsked {
  /** The sources the theory was put to, in any version of the configuration. */
  readonly put: readonly Source[]
  /** In how many conversations. */
  readonly conversations: number
  /** The sources asked about a topic of its codes, or who began about it; null when that was not recorded. */
  readonly asked: readonly Source[] | null
  /** Of all of those: who said something for it, refining it, or against it. One source may have done all three. */
  readonly said: Readonly<Record<Stance, readonly Source[]>>
  /** Of all of those: of whom nothing is coded or given as evidence of it. */
  readonly silent: readonly Source[]
}

/**
 * Who was asked about a configuration and what they said. Silent is who is not among those who may have said anything of it, whatever
 * version it was said of; having said nothing is not having disagreed. What may be of several sources is counted for none of them.
 */
export function whoWasAsked(study: Study, configuration: Configuration): WhoWasAsked {
  const versions = wordingsOf(study, configuration).flatMap(one => one.configurations)
  const isOf = (row: { readonly configuration: string | null; readonly theory: string | null }) =>
    versions.some(one => one.id === row.configuration && (row.theory === null || row.theory === one.theory))
  const prompted = new Set(study.prompts.filter(isOf).map(one => one.transcript))
  const transcripts = study.transcripts.filter(one => prompted.has(one.id))
  const { homeOf } = sourcesOf(study)
  const put = unique(transcripts.flatMap(one => membersOf(one).map(homeOf)))
  const roles = configurationRoles(study)
  const asked = askedAbout(
    study,
    roles.flatMap(role => codesIn(configuration, role)),
  )
  const all = unique([...put, ...(asked ?? [])])
  const said = saidOf(study, versions)
  // For what may be of several sources nobody is counted, and none of them is called silent.
  const by = (stance: Stance) => {
    const certain = new Set(said[stance].flatMap(one => sourceBehind(study, one.speakers)?.id ?? []))
    return all.filter(source => certain.has(source.id))
  }
  const spoke = { supports: by('supports'), refines: by('refines'), refutes: by('refutes') }
  const heard = new Set(Object.values(said).flatMap(list => list.flatMap(one => one.speakers.map(speaker => homeOf(speaker).id))))
  return { put, conversations: transcripts.length, asked, said: spoke, silent: all.filter(one => !heard.has(one.id)) }
}

/** What was said of a configuration in any of its versions, as evidence or in its codes. */
function saidOf(study: Study, versions: readonly Configuration[]): Readonly<Record<Stance, readonly Said[]>> {
  const given = versions.flatMap(one => evidenceOf(study, one)).map(row => ({ stance: row.stance ?? 'supports', said: saidIn(study, row) }))
  const coded = versions.flatMap(one => configurationRoles(study).flatMap(role => codedIn(study, one, role)))
  const of = (stance: Stance) => [
    ...given.filter(one => one.stance === stance).flatMap(one => one.said),
    ...coded.filter(({ coding }) => stanceOf(coding) === stance),
  ]
  return { supports: of('supports'), refines: of('refines'), refutes: of('refutes') }
}

function unique(sources: readonly Source[]): readonly Source[] {
  const byId = new Map(sources.map(one => [one.id, one]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
