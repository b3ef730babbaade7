import { answersIn, codeNumbers, countable, countableOf, isWithheld, type Said, sensitiveCodes, stanceOf } from '../analysis/index.js'
import { positionOf } from '../coding/index.js'
import { type Language, wordsIn } from '../language/index.js'
import { audienceOf, type Code, type Coding, type Quote, type Span, type Study, standsUnder } from '../study/index.js'
import { type PrintedQuote, printCoding } from './printedQuote.js'

/** A passage that shows what a code means. `example`: nobody marked one, so it was chosen by rule. */
export interface CodeExample {
  readonly kind: 'typical' | 'borderline' | 'example'
  readonly quote: PrintedQuote
  readonly memo: string | null
}

export interface CodeExamples {
  readonly shown: readonly CodeExample[]
  /** Whether an example was marked that may not be shown. */
  readonly isHeld: boolean
}

const fewestWords = 8
const mostWords = 80

/**
 * The examples of each code, in the order given. Marked ones come first; where none can be shown one is chosen by rule: of 8 to 80 words
 * where there is one, that does not refute, of who was quoted least so far, and then the first in the text.
 *
 * To readers nothing is shown of codes that rest on one source, nor any words under a sensitive code, whatever else they are coded with.
 */
export function codeExamples(study: Study, language: Language, codes: readonly Code[]): ReadonlyMap<string, CodeExamples> {
  const mayShow = showable(study)
  const above = new Map(study.codes.map(code => [code.id, code.parent]))
  const said = new Map(countable(study).map(one => [one.coding.id, one]))
  const used = new Map<string, number>()
  const print = (kind: CodeExample['kind'], { coding, speakers }: Said): CodeExample | null => {
    const quote = mayShow(coding) ? printCoding(study, language, coding) : null
    if (quote === null || quote.form === 'gap' || quote.words === '') return null
    for (const speaker of speakers) used.set(speaker, (used.get(speaker) ?? 0) + 1)
    return { kind, quote, memo: coding.memo }
  }
  const marked = (code: Code, kind: 'typical' | 'borderline') =>
    code[kind].map(id => {
      const one = said.get(standingCoding(study, id)?.id ?? '')
      return one === undefined || !standsUnder(one.coding.code, code.id, above) ? null : print(kind, one)
    })
  const chosen = (code: Code) => {
    const quoted = ({ speakers }: Said) => Math.max(...speakers.map(speaker => used.get(speaker) ?? 0))
    const ranked = countableOf(study, code.id)
      .filter(one => one.speakers.length > 0 && mayShow(one.coding))
      .map(one => ({ one, rank: [lengthRank(study, one.coding), stanceOf(one.coding) === 'refutes' ? 1 : 0, quoted(one)] as const }))
    ranked.sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    return ranked[0] === undefined ? null : print('example', ranked[0].one)
  }
  return new Map(
    codes.map(code => {
      const typical = marked(code, 'typical')
      const borderline = marked(code, 'borderline')
      const first = typical.some(one => one !== null) ? null : chosen(code)
      return [
        code.id,
        { shown: [...typical, first, ...borderline].filter(one => one !== null), isHeld: [...typical, ...borderline].includes(null) },
      ]
    }),
  )
}

/** The coding that stands for one: itself, or the one that settles it. */
function standingCoding(study: Study, id: string): Coding | null {
  const coding = study.codings[positionOf(study.codings, id)]
  if (coding?.status !== 'superseded') return coding ?? null
  return study.codings.find(one => one.status === 'settled' && one.settles.includes(id)) ?? null
}

/**
 * Tells whether the words of a coding may be shown: not withheld, not refused by the speaker and, to readers, not of a code that rests on
 * one source, and not coded as sensitive.
 */
function showable(study: Study): (coding: Coding) => boolean {
  const transcripts = new Map(study.transcripts.map(one => [one.id, one]))
  const held = new Map<string, Span[]>()
  const hold = (transcript: string, spans: readonly Span[]) => {
    const list = held.get(transcript)
    if (list === undefined) held.set(transcript, [...spans])
    else list.push(...spans)
  }
  for (const quote of study.quotes) if (isRefused(quote)) hold(quote.transcript ?? '', quote.spans)
  const isPublic = audienceOf(study) === 'public'
  const sensitive = sensitiveCodes(study)
  if (isPublic) for (const one of study.codings) if (sensitive.has(one.code)) hold(one.transcript, [one])
  const lonely = new Set(study.codes.map(code => code.id).filter(id => codeNumbers(study, countableOf(study, id)).sources < 2))
  return coding => {
    const transcript = transcripts.get(coding.transcript)
    if (transcript === undefined || (isPublic && lonely.has(coding.code))) return false
    const spans = answersIn(transcript, coding)
    const touches = (span: Span) => spans.some(own => own.start < span.end && span.start < own.end)
    return !isWithheld(transcript, spans) && !(held.get(coding.transcript) ?? []).some(touches)
  }
}

function isRefused({ approved, form }: Quote): boolean {
  return approved === 'changed' || (form !== 'paraphrase' && (approved === 'asked' || approved === 'no'))
}

function lengthRank(study: Study, coding: Coding): number {
  const transcript = study.transcripts.find(one => one.id === coding.transcript)!
  const words = answersIn(transcript, coding).reduce((sum, span) => sum + wordsIn(transcript.text.slice(span.start, span.end)).length, 0)
  return words < fewestWords ? 1 : words > mostWords ? 2 : 0
}
