import type { Span, Study, Transcript, Turn } from '../study/index.js'
import { membersOf, turnsOf } from '../transcript/index.js'
import { type Answer, type ConsentPlace, type Promised, promisesAt, promisesInTurn, strictest } from './consentFor.js'

/** What does not go to an archive. */
export interface Closed {
  readonly people: ReadonlySet<string>
  /** Conversations of which nothing goes there, the questions neither: nobody in them agreed. */
  readonly transcripts: ReadonlySet<string>
  readonly isClosed: (transcript: Transcript, turn: Turn) => boolean
  /** Whether everything that is answered in a span is closed. */
  readonly isAllClosed: (transcript: Transcript, span: Span) => boolean
}

/** The people, conversations and turns that are closed to an archive. */
export function closedTo(study: Study, today: string | undefined): Closed {
  const cached = known.get(study)?.get(today ?? '')
  if (cached !== undefined) return cached
  const people = new Set(study.respondents.filter(one => archivable(study, { respondent: one.id }, today) !== 'yes').map(one => one.id))
  const isWhole = (one: Transcript) => one.consent === 'none' || membersOf(one).every(member => people.has(member))
  const transcripts = new Set(study.transcripts.filter(isWhole).map(one => one.id))
  const isClosed = (transcript: Transcript, turn: Turn) =>
    transcripts.has(transcript.id) ||
    bearing(purpose => promisesInTurn(study, purpose, transcript, turn, today)).some(one => one.answer !== 'yes')
  const closed: Closed = {
    people,
    transcripts,
    isClosed,
    isAllClosed: (transcript, span) => {
      const turns = turnsOf(span, transcript.turns)
      const answers = turns.filter(turn => !turn.asks)
      return (answers.length > 0 ? answers : turns).every(turn => isClosed(transcript, turn))
    },
  }
  known.set(study, (known.get(study) ?? new Map<string, Closed>()).set(today ?? '', closed))
  return closed
}

const known = new WeakMap<Study, Map<string, Closed>>()

/** Whether a place may go to an archive: agreed to, and not refused to those who would use it there. */
export function archivable(study: Study, place: ConsentPlace, today: string | undefined): Answer {
  return strictest(archivePromises(study, place, today).map(one => one.answer))
}

/** All that bears on it. An archive is there to be used again: who said no to that is left out, who was not asked is not. */
export function archivePromises(study: Study, place: ConsentPlace, today: string | undefined): readonly Promised[] {
  return bearing(purpose => promisesAt(study, purpose, place, today))
}

function bearing(promises: (purpose: 'archive' | 'reuse') => readonly Promised[]): readonly Promised[] {
  return [...promises('archive'), ...promises('reuse').filter(one => one.from !== 'nowhere' && one.answer !== 'yes')]
}
