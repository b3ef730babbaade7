import type { Coding, Span } from '../../study/index.js'
import { sourcesOf, speakersAt } from '../../transcript/index.js'
import type { Draft } from './draft.js'

/** Where something was said. */
export interface Place extends Span {
  readonly transcript: string
}

/**
 * The sources that may be speaking in a place, by who spoke and not by the transcript: a pair that shares a mark is one, and so is a
 * person over several conversations. In a text without turns it is everyone it is of, or the text itself.
 *
 * @returns ids; none when nobody answers there, or when it is not known who does
 */
export function sourcesBehind(draft: Draft, place: Place | Coding): readonly string[] {
  const transcript = draft.transcript(place.transcript)
  if (transcript === undefined) return []
  const { homeOf } = sourcesOf(draft.study)
  const speakers = transcript.turns.length === 0 ? transcript.respondents : (speakersAt(transcript, place) ?? [])
  if (speakers.length === 0 && transcript.turns.length === 0) return [`the text ${transcript.id}`]
  return [...new Set(speakers.map(speaker => homeOf(speaker).id))]
}
