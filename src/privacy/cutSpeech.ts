import type { Span, Study, Transcript, Turn } from '../study/index.js'
import { foldedWords } from './fold.js'
import { type Speech, turnsOfOthers } from './speechOf.js'
import { type WordRuns, withdrawnMark } from './wordRuns.js'

/** A stretch that goes, and what comes in its place. UTF-16 code units, end exclusive. */
export interface Edit extends Span {
  readonly put: string
}

/** A text without the words of a person, and where the rest of it went. */
export interface CutText {
  readonly transcript: Transcript
  readonly edits: readonly Edit[]
  /** Turns that were cut. */
  readonly turns: number
  /** Stretches of what was asked, or stands outside the turns, in which her words were repeated. */
  readonly repeats: number
  /** Where a span went; null when nothing is left of it. */
  readonly place: (span: Span) => Span | null
}

/** Takes words out of a text: the turns of a person, and where others than respondents repeat her. */
export function cutSpeech(study: Study, transcript: Transcript, speech: Speech | undefined, runs: WordRuns, respondent: string): CutText {
  const hers = new Set(speech?.turns ?? [])
  const cuts = cutTurns(transcript, hers)
  const others = [...turnsOfOthers({ ...study, transcripts: [transcript] }, respondent)].map(one => one.turn)
  const repeats = runs.find(blanked(transcript.text, [...cuts, ...others])).map((span): Edit => ({ ...span, put: withdrawnMark }))
  const edits = [...cuts, ...repeats].sort((a, b) => a.start - b.start)
  const kept = transcript.turns.filter(turn => !hers.has(turn))
  const place = (span: Span): Span | null => carry(transcript, span, cuts, kept, edits)
  return {
    transcript: edits.length === 0 ? transcript : applied(transcript, kept, edits, respondent),
    edits,
    turns: hers.size,
    repeats: repeats.length,
    place,
  }
}

/** What may not be touched or goes anyway made unreadable, so that places in the rest stay what they are. */
function blanked(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    // A word of nobody's: a turn parts what stands before it from what stands after.
    result += text.slice(at, from) + (end - from < 3 ? '0'.repeat(end - from) : ` ${'0'.repeat(end - from - 2)} `)
    at = end
  }
  return result + text.slice(at)
}

/** The turns that go, with what stands before their words: the mark, a time. Turns in a row go in one piece. */
function cutTurns({ text, turns }: Transcript, hers: ReadonlySet<Turn>): Edit[] {
  const cuts: Edit[] = []
  for (let i = 0; i < turns.length; i++) {
    if (!hers.has(turns[i]!)) continue
    const first = i
    while (i + 1 < turns.length && hers.has(turns[i + 1]!)) i++
    const before = turns[first - 1]
    const after = turns[i + 1]
    const start = before === undefined ? markStart(text, turns[first]!) : before.end
    const end = endOfLine(text, turns[i]!.end, after?.start ?? text.length)
    // The line end goes along at the head of a text, and else stays to part what is left.
    cuts.push({ start, end: before === undefined ? afterBlank(text, end, after?.start ?? text.length) : end, put: '' })
  }
  return cuts
}

/** Where the line begins that holds the mark of a first turn; what stands above it is the head of the text. */
function markStart(text: string, { speaker, start }: Turn): number {
  const mark = speaker === null || speaker === '' ? -1 : text.slice(0, start).lastIndexOf(speaker)
  return text.lastIndexOf('\n', (mark < 0 ? start : mark) - 1) + 1
}

/** What closes a turn on its own line goes along, unless the next turn begins there. */
function endOfLine(text: string, end: number, next: number): number {
  const line = text.indexOf('\n', end)
  return line < 0 ? (next === text.length ? next : end) : line < next ? line : end
}

function afterBlank(text: string, end: number, next: number): number {
  let at = end
  while (at < next && /\s/u.test(text.charAt(at))) at++
  return at
}

const hasWords = (text: string) => foldedWords(text).length > 0

function carry({ text }: Transcript, span: Span, cuts: readonly Span[], kept: readonly Turn[], edits: readonly Edit[]): Span | null {
  const touches = cuts.some(cut => cut.start < span.end && span.start < cut.end)
  if (!touches) return moved(span, edits)
  // Of a fragment over several turns stays what the others said in it: from the first of their words to the last.
  const said = kept
    .map(turn => ({ start: Math.max(turn.start, span.start), end: Math.min(turn.end, span.end) }))
    .filter(one => one.start < one.end && hasWords(text.slice(one.start, one.end)))
  return said.length === 0 ? null : moved({ start: said[0]!.start, end: said.at(-1)!.end }, edits)
}

/** A span after the edits; one that ends inside what was replaced takes all that came in its place. */
function moved({ start, end }: Span, edits: readonly Edit[]): Span {
  let from = start
  let to = end
  for (const edit of edits) {
    if (edit.start >= end) break
    const grown = edit.put.length - (edit.end - edit.start)
    if (edit.end <= start) from += grown
    else if (edit.start < start) from += edit.start - start
    if (edit.end <= end) to += grown
    else to += edit.start + edit.put.length - end
  }
  return { start: from, end: to }
}

function applied(transcript: Transcript, kept: readonly Turn[], edits: readonly Edit[], respondent: string): Transcript {
  const { text, speakers, respondents } = transcript
  let result = ''
  let at = 0
  for (const { start, end, put } of edits) {
    result += text.slice(at, start) + put
    at = end
  }
  return {
    ...transcript,
    // The file it came from still holds her words: the text is its own source from now on.
    file: null,
    hash: null,
    text: result + text.slice(at),
    turns: kept.map(turn => ({ ...turn, ...moved(turn, edits), respondents: turn.respondents.filter(one => one !== respondent) })),
    respondents: respondents.filter(one => one !== respondent),
    speakers: speakers.filter(entry => !namesPerson(entry, respondent)),
  }
}

/** Whether an entry of `speakers` says that a mark is this person's. */
export function namesPerson(entry: string, respondent: string): boolean {
  return entry.includes('=') && entry.slice(entry.indexOf('=') + 1).trim() === respondent
}
