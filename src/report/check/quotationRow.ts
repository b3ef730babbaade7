import { speakerLabel } from '../../analysis/index.js'
import type { Language } from '../../language/index.js'
import type { Study } from '../../study/index.js'
import { clipped } from './checkCounts.js'
import { type CheckedQuotation, wrongSpeaker } from './checkQuotations.js'

/** A quotation of a report as a row. */
export interface QuotationRow {
  readonly line: number
  readonly words: string
  /** As it is printed; empty where nobody is named. */
  readonly attributed: string
  /** `another speaker`: the words are found, and somebody else said them. */
  readonly state: 'found' | 'altered' | 'not found' | 'several places' | 'asked by the interviewer' | 'another speaker'
  readonly transcript: string
  /** UTF-16 code units of the transcript, end exclusive. */
  readonly start: number | null
  readonly end: number | null
  readonly speakers: string
  /** `said → printed`. */
  readonly differs: string
  readonly themes: string
  /** Why it may not be printed literally. */
  readonly closed: string
}

export function quotationRow(study: Study, language: Language, checked: CheckedQuotation): QuotationRow {
  const { quotation, line, attribution, matched, themes, closed } = checked
  return {
    line,
    words: clipped(quotation.words),
    attributed: attribution?.printed ?? '',
    state: wrongSpeaker(study, language, checked) === null ? matched.state : 'another speaker',
    transcript: matched.transcript ?? '',
    start: matched.spans[0]?.start ?? null,
    end: matched.spans.at(-1)?.end ?? null,
    speakers: speakerLabel(study, language, matched.speakers),
    differs: matched.differs,
    themes: themes.map(theme => theme.label ?? theme.id).join('; '),
    closed: closed ?? '',
  }
}
