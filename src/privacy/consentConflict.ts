import { speakersAt } from '../analysis/index.js'
import type { Span, Study } from '../study/index.js'
import type { ConflictKind, Reason } from './consentReasons.js'
import type { Profile } from './profile.js'

/** Something that would be printed, or kept, against what was promised. Holds no name and nothing of what was said. */
export interface ConsentConflict {
  readonly kind: ConflictKind
  /** The label of whose promise it is. */
  readonly person: string
  /** What was promised: purpose, answer, form and date. */
  readonly promised: string
  readonly planned: string
  /** The file and row that ask for it, or the passage. */
  readonly where: string
  /** What is printed instead. */
  readonly printed: string
  readonly why: string
  readonly todo: string
}

/** What a check is made for. */
export interface ConsentSettings {
  readonly profile: Profile
  readonly today: string | undefined
}

/** The label of a person; of null, of everyone in a conversation. */
export type NameOf = (respondent: string | null) => string

/** A conflict from its reason. */
export function rowOf(reason: Reason, name: NameOf, planned: string, where: string, printed: string): ConsentConflict {
  const { kind, respondent, promised, why, todo } = reason
  return { kind, person: name(respondent), promised, planned, where, printed, why, todo }
}

/** The labels of who may have spoken in a passage. */
export function namesAt(study: Study, id: string, spans: readonly Span[], name: NameOf): string {
  const transcript = study.transcripts.find(one => one.id === id)
  const speakers = transcript === undefined ? [] : spans.flatMap(span => speakersAt(transcript, span) ?? [])
  return speakers.length === 0 ? name(null) : [...new Set(speakers)].map(name).join(', ')
}
