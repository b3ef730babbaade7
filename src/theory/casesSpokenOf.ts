import type { Said } from '../analysis/index.js'
import type { Study } from '../study/index.js'

/** The ids of the cases something said is about: the one spoken of, else those of the speakers, else those of the conversation. */
export function casesSpokenOf(study: Study): (said: Said) => readonly string[] {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one.cases]))
  const people = new Map(study.respondents.map(one => [one.id, one.cases]))
  return ({ coding, speakers }) => {
    if (coding.about !== null) return [coding.about]
    const own = [...new Set(speakers.flatMap(speaker => people.get(speaker) ?? []))]
    return own.length > 0 ? own : (transcripts.get(coding.transcript) ?? [])
  }
}
