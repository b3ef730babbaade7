import type { Span, Transcript, Turn } from '../study/index.js'
import { turnsOf } from './turnsOf.js'

/** Who may have spoken in a span: everyone of the answering turns it overlaps. Null when nobody answered there. */
export function speakersAt(transcript: Transcript, span: Span): readonly string[] | null {
  const answers = turnsOf(span, transcript.turns).filter(turn => !turn.asks)
  return answers.length === 0 ? null : [...new Set(answers.flatMap(turn => speakersIn(turn, transcript)))].sort()
}

/** A turn without a mark may be anyone's of the conversation; a mark of nobody we know is nobody's. */
function speakersIn(turn: Turn, transcript: Transcript): readonly string[] {
  return turn.respondents.length === 0 && turn.speaker === null ? transcript.respondents : turn.respondents
}
