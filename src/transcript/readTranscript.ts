import { StudyError } from '../study/error.js'
import type { Turn } from '../study/model.js'
import type { KnownMarks } from './chooseMarks.js'
import { cleanText, type Decoded, decodeText } from './decodeText.js'
import { foldMark } from './foldMark.js'
import { type Format, formatOf } from './formatOf.js'
import { marksByPattern, marksIn } from './marksIn.js'
import { paragraphs, type RawTurn, rawTurns } from './rawTurns.js'
import { readDocx } from './readDocx.js'
import { readSubtitles } from './readSubtitles.js'
import { type Side, speakersOf } from './speakersOf.js'
import { whoAsks } from './whoAsks.js'

/** What is known of a transcript before it is read. */
export interface ReadOptions {
  /** Told by `name` when left out, else by the begin of the file. */
  readonly format?: Format
  /** The name of the file: its extension tells the format, and errors name it. */
  readonly name?: string
  /** Your own pattern for a speaker mark at the begin of a line: groups `speaker` and, if any, `time`, or group 1 for the speaker. */
  readonly speaker?: RegExp
  /** Who stands behind a mark: `['R=10', 'I=interviewer']`; `['R=13a', 'R=13b']` for a pair that shares one; `P=other` for a third person. */
  readonly speakers?: readonly string[]
  /** The ids of the respondents of this transcript. */
  readonly respondents?: readonly string[]
}

/** A transcript as read. Offsets of the turns count in `text`, in UTF-16 code units. */
export interface TranscriptText {
  /** The whole text, speaker marks included, with LF line ends and no byte order mark. */
  readonly text: string
  readonly turns: readonly Turn[]
  /** What the reader decided or left out, for a person to check. They hold line numbers, never words of the text. */
  readonly notes: readonly string[]
}

const mostBytes = 200_000_000

/** A text with its turns before it is known who stands behind the marks. */
interface Cut extends Decoded {
  readonly turns: readonly RawTurn[]
  readonly doubtful: readonly number[]
  /** Lines above the first mark. */
  readonly head: number
}

/**
 * Reads a transcript and who said what in it, from plain text, Markdown, Word (.docx) or subtitles (.vtt, .srt).
 *
 * A speaker mark begins a line: `Name: words`, `[Name] words`, `Name (00:01:12): words`, `[00:01:12] Name: words`, `Name 00:01:12` or `Name:`
 * with the words below it, `**Name:** words`, `#Name:`, `<v Name>`, `Name<tab>words`. Lines without a mark go on with the turn; lines above
 * the first mark belong to no turn; a line that begins with a time stamp only is a new turn of the same speaker.
 *
 * What is a mark is decided by evidence over the whole text. Listed in `speakers`, a respondent's id, or a word such as Interviewer, R,
 * Respondent: a mark (`Q`, `A`, `Vraag`, `Antwoord` only when they recur or both occur). Anything else has at most five words and no
 * punctuation of a sentence, and recurs: at least twice and 3% as often as the most frequent mark when every word is a capital, a number
 * or a particle ("Anna de Wit"), at least three times and 10% as often otherwise. Once is enough for a numbered sibling (`Speaker 3` beside
 * `Speaker 1`), and for a name with a time stamp, alone on its line or in bold where the other speakers are written so. Words such as
 * `Conclusion:` and `Date:` are never marks unless listed. Doubtful lines are in `notes`.
 *
 * Who asks: as listed in `speakers`; without a list by a word (I, Interviewer, Q, V, Vraag, Moderator, Onderzoeker, Researcher), else of
 * exactly two marks the one that asks most. Where several respondents could have spoken, a turn's respondents are all of them.
 *
 * A text without marks is one turn per paragraph. A mark without words is a turn of length 0, with a note.
 *
 * @param input the bytes of the file (at most 200 MB), or its text
 * @param options format or name, and what is known of the speakers
 * @throws StudyError when the file is empty, no text, damaged, too large or of an unknown format, or when an entry of `speakers` is wrong
 * @example
 * const { turns } = await readTranscript('I: Hoe gaat het?\nR: Goed.', { respondents: ['10'] })
 * turns[1] //=> { start: 20, end: 25, speaker: 'R', respondents: ['10'], asks: false, at: null }
 */
export async function readTranscript(input: Uint8Array | string, options: ReadOptions = {}): Promise<TranscriptText> {
  try {
    return await read(input, options)
  } catch (error) {
    if (!(error instanceof StudyError) || options.name === undefined) throw error
    throw new StudyError(error.problems.map(problem => ({ ...problem, file: options.name! })))
  }
}

async function read(input: Uint8Array | string, options: ReadOptions): Promise<TranscriptText> {
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
