import type { Coding } from '../../study/index.js'
import { speakersAt } from '../../transcript/index.js'
import type { Draft } from './draft.js'
import { sourcesBehind } from './sourcesBehind.js'

/** What codings can be told apart by. */
export const divisions = ['respondent', 'source', 'group', 'case', 'round'] as const

export type Division = (typeof divisions)[number]

/**
 * The respondents, sources, groups, cases or rounds that a coding is of: one when it is clear, several when several may have said it, none
 * when it is not known. The case is the one spoken of, else that of the speakers, else that of the conversation.
 */
export function partsOf(draft: Draft, coding: Coding, by: Division): readonly string[] {
  const transcript = draft.transcript(coding.transcript)
  if (transcript === undefined) return []
  if (by === 'round') return transcript.round === null ? [] : [transcript.round]
  if (by === 'source') return sourcesBehind(draft, coding).map(id => id.replaceAll(';', ', '))
  const speakers = transcript.turns.length === 0 ? transcript.respondents : (speakersAt(transcript, coding) ?? [])
  if (by === 'respondent') return speakers
  const people = speakers.map(id => draft.get('respondents', id)).filter(one => one !== undefined)
  const groups = unique(people.map(one => one.group as string | null))
  if (by === 'group') return groups.length === 1 && groups[0] === null ? [] : groups.map(group => group ?? 'not stated')
  if (coding.about !== null) return [caseName(draft, coding.about)]
  const own = unique(people.flatMap(one => one.cases as readonly string[]))
  return (own.length > 0 ? own : transcript.cases).map(id => caseName(draft, id))
}

function caseName(draft: Draft, id: string): string {
  return String(draft.get('cases', id)?.name ?? id)
}

function unique<V>(values: readonly V[]): readonly V[] {
  return [...new Set(values)]
}
