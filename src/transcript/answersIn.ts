import type { Span, Transcript } from '../study/index.js'
import { turnsOf } from './turnsOf.js'

/** The parts of a span that somebody answered: without the questions between them, and without the marks of speakers. */
export function answersIn(transcript: Transcript, span: Span): readonly Span[] {
  return turnsOf(span, transcript.turns)
    .filter(turn => !turn.asks)
    .map(turn => ({ start: Math.max(turn.start, span.start), end: Math.min(turn.end, span.end) }))
}
