import { readCell, type Span, spans, type Transcript } from '../study/index.js'

const column = spans('what may not be quoted')
const known = new WeakMap<object, readonly Span[]>()

/**
 * The stretches of a safe text where something stood that may not be quoted: anonymising puts a gap there, and lists it in the
 * transcript's `extra.withheld` as `120-240;300-340`.
 */
export function withheldIn(transcript: Pick<Transcript, 'extra'>): readonly Span[] {
  const cached = known.get(transcript)
  if (cached !== undefined) return cached
  const reading = readCell(column, transcript.extra.withheld ?? '')
  const found = 'value' in reading ? (reading.value as readonly Span[]) : []
  known.set(transcript, found)
  return found
}

/** Whether any of these spans touches one that may not be quoted. */
export function isWithheld(transcript: Transcript, said: readonly Span[]): boolean {
  const gaps = withheldIn(transcript)
  return gaps.length > 0 && said.some(span => gaps.some(gap => gap.start < span.end && span.start < gap.end))
}
