import type { Coding, Span, Study } from '../study/index.js'
import type { SafeStudyOptions } from './safeNames.js'
import { safeSpan } from './safeTranscript.js'

/** Where codings stand in the safe study; null for one that is not carried: its words are not, or they are not archived and it tells of them. */
export function carriedSpans(study: Study, { texts, closed }: Pick<SafeStudyOptions, 'texts' | 'closed'>): (coding: Coding) => Span | null {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  return coding => {
    const span = safeSpan(texts.get(coding.transcript)?.segments ?? [], coding)
    return span === null || closed?.isAllClosed(transcripts.get(coding.transcript)!, coding) ? null : span
  }
}
