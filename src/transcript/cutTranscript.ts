import { StudyError } from '../study/error.js'
import type { Turn } from '../study/model.js'
import type { KnownMarks } from './chooseMarks.js'
import { cleanText } from './cleanText.js'
import { type Decoded, decodeText } from './decodeText.js'
import { foldMark } from './foldMark.js'
import { type Format, formatOf } from './formatOf.js'
import { marksByPattern, marksIn } from './marksIn.js'
import { paragraphs, type RawTurn, rawTurns } from './rawTurns.js'
import { readDocx } from './readDocx.js'
import { readSubtitles } from './readSubtitles.js'
import type { ReadOptions, TranscriptText } from './readTranscript.js'
import { type Side, speakersOf } from './speakersOf.js'
import { whoAsks } from './whoAsks.js'

const mostBytes = 200_000_000

/** A text with its turns before it is known who stands behind the marks. */
interface Cut extends Decoded {
  readonly turns: readonly RawTurn[]
  readonly doubtful: readonly number[]
  /** Lines above the first mark. */
  readonly head: number
}

/** Reads a transcript: its text, its turns, and who stands behind them. */
export async function cutTranscript(input: Uint8Array | string, options: ReadOptions): Promise<TranscriptText> {
  if (input.length > mostBytes) {
    throw new StudyError([{ what: 'the file is larger than 200 MB', hint: 'a transcript is text: check that this is not the recording' }])
  }
  const respondents = options.respondents ?? []
  const sides = speakersOf(options.speakers ?? [], respondents)
  const format = formatOf(input, options)
  const decoded = await decode(input, format)
  if (decoded.text.trim() === '')
    throw new StudyError([{ what: 'the file is empty', hint: 'check that it was saved, and that this is the right file' }])
  const known = { listed: new Set(sides.keys()), respondents: new Set(respondents.map(foldMark)) }
  const cut = cutTurns(decoded, format, known, options.speaker ?? null)
  return withSides(cut, sides, respondents)
}

async function decode(input: Uint8Array | string, format: Format): Promise<Decoded> {
  if (typeof input === 'string') return { text: cleanText(input), notes: [] }
  return format === 'docx' ? readDocx(input) : decodeText(input)
}

function cutTurns(decoded: Decoded, format: Format, known: KnownMarks, pattern: RegExp | null): Cut {
  if (format === 'vtt' || format === 'srt') {
    const read = readSubtitles(decoded.text, known, pattern)
    return { ...read, notes: [...decoded.notes, ...read.notes], head: 0 }
  }
  const { marks, doubtful } = pattern === null ? marksIn(decoded.text, known) : marksByPattern(decoded.text, pattern)
  if (marks.length === 0) return { ...decoded, turns: paragraphs(decoded.text), doubtful, head: 0 }
  const above = decoded.text.slice(0, marks[0]!.from).split('\n')
  return { ...decoded, turns: rawTurns(decoded.text, marks), doubtful, head: above.filter(line => line.trim() !== '').length }
}

function withSides(cut: Cut, listed: ReadonlyMap<string, Side>, respondents: readonly string[]): TranscriptText {
  const sides = whoAsks(cut.text, cut.turns, listed, respondents)
  const anybody: Side = { asks: false, respondents: respondents.length === 1 ? respondents : [] }
  const turns = cut.turns.map(({ start, end, speaker, key, at }): Turn => {
    const side = (speaker === null ? null : sides.of.get(key)) ?? anybody
    return { start, end, speaker, respondents: side.respondents, asks: side.asks, at }
  })
  return { text: cut.text, turns, notes: [...cut.notes, ...notesOn(cut), ...sides.notes] }
}

function notesOn({ turns, doubtful, head }: Cut): readonly string[] {
  const notes: string[] = []
  const empty = turns.filter(turn => turn.start === turn.end)
  if (head > 0)
    notes.push(`${head} ${head === 1 ? 'line' : 'lines'} above the first speaker ${head === 1 ? 'belongs' : 'belong'} to no turn.`)
  if (turns.every(turn => turn.speaker === null)) notes.push('No speaker marks found: who says what is not known.')
  if (empty.length > 0)
    notes.push(`${empty.length} ${empty.length === 1 ? 'mark has' : 'marks have'} no words (${lineList(empty.map(turn => turn.line))}).`)
  if (doubtful.length > 0) {
    const those = doubtful.length === 1 ? '1 line begins' : `${doubtful.length} lines begin`
    notes.push(
      `${those} with a word and a colon that was not taken for a speaker (${lineList(doubtful)}): list it in speakers if it is one.`,
    )
  }
  return notes
}

function lineList(lines: readonly number[]): string {
  const first = [...lines].sort((a, b) => a - b).slice(0, 5)
  return `${lines.length === 1 ? 'line' : 'lines'} ${first.join(', ')}${lines.length > 5 ? ' ...' : ''}`
}
