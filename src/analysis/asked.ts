import type { Study, Transcript } from '../study/index.js'
import { membersOf, type Source, sourcesOf } from '../transcript/index.js'

/**
 * The sources that were asked about codes, or spoke of them unasked: everyone of the conversations in which `answers.csv` has a topic
 * of these codes as asked or volunteered. Null when it has no such row: then nobody can say of how many a count is.
 *
 * @param within the conversations to look at; all unless given
 */
export function askedAbout(
  study: Study,
  codes: readonly string[],
  within: (transcript: Transcript) => boolean = () => true,
): readonly Source[] | null {
  const listed = new Set(codes)
  const topics = new Set(study.codes.flatMap(code => (listed.has(code.id) && code.topic !== null ? [code.topic] : [])))
  const rows = study.answers.filter(
    row => row.topic !== null && topics.has(row.topic) && row.status !== 'not reached' && row.status !== null,
  )
  if (rows.length === 0) return null
  const transcripts = new Set(rows.map(row => row.transcript))
  const { homeOf } = sourcesOf(study)
  const homes = study.transcripts.filter(one => transcripts.has(one.id) && within(one)).flatMap(one => membersOf(one).map(homeOf))
  return [...new Map(homes.map(home => [home.id, home])).values()]
}
