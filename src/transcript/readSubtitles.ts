import { StudyError } from '../study/error.js'
import type { KnownMarks } from './chooseMarks.js'
import { cueText } from './cueText.js'
import { foldMark } from './foldMark.js'
import { marksByPattern, marksIn, type TurnMark } from './marksIn.js'
import type { RawTurn } from './rawTurns.js'
import { readCues } from './readCues.js'

export interface Subtitles {
  /** One line per turn: `Name: words`. */
  readonly text: string
  readonly turns: readonly RawTurn[]
  readonly notes: readonly string[]
  readonly doubtful: readonly number[]
}

/** A line of a cue. */
interface Piece {
  readonly voice: string | null
  readonly words: string
  readonly at: number
}

interface Stretch {
  readonly speaker: string | null
  readonly key: string
  readonly at: number
  readonly words: string[]
}

/**
 * Makes a transcript of subtitles (WebVTT, SubRip): consecutive cues of one speaker are one turn, joined by a space.
 *
 * The speaker is a voice (`<v Name>`) or a mark in the words (`Name:`, as Whisper, Zoom and Teams write), judged as in any other text.
 * A cue without a mark goes on with the speaker of the mark before; a cue without a voice, among voices, has no speaker.
 *
 * @param text the file with LF line ends
 * @throws StudyError when there is no cue with words in it
 */
export function readSubtitles(text: string, known: KnownMarks, pattern: RegExp | null): Subtitles {
  const { cues, outside } = readCues(text)
  const pieces: Piece[] = []
  for (const cue of cues) {
    let voice: string | null = null
    for (const line of cue.lines) {
      const said = cueText(line, voice)
      voice = said.at(-1)?.voice ?? voice
      for (const each of said) pieces.push({ ...each, at: cue.at })
    }
  }
  if (pieces.length === 0) {
    throw new StudyError([
      {
        what: 'the subtitles hold no words',
        hint: 'a cue is a line such as 00:00:01.000 --> 00:00:04.000 with its words on the lines below',
      },
    ])
  }
  // The lines without voices are judged together as one text, so that a mark needs the same evidence as anywhere else.
  const lines = pieces.map(piece => (piece.voice === null ? piece.words : '')).join('\n')
  const { marks, doubtful } = pattern === null ? marksIn(lines, known) : marksByPattern(lines, pattern)
  const stretches = joinSpeakers(pieces, named(marks), lines)
  const notes =
    outside === 0
      ? []
      : [`${outside} ${outside === 1 ? 'line stands' : 'lines stand'} outside every cue and ${outside === 1 ? 'was' : 'were'} not read.`]
  return { ...layOut(stretches), notes, doubtful: [...new Set(doubtful.map(line => lineOf(stretches, pieces[line - 1]!.at)))] }
}

function named(marks: readonly TurnMark[]): ReadonlyMap<number, TurnMark> {
  return new Map(marks.filter(mark => mark.name !== null).map(mark => [mark.line - 1, mark]))
}

function joinSpeakers(pieces: readonly Piece[], marks: ReadonlyMap<number, TurnMark>, lines: string): readonly Stretch[] {
  const spelling = new Map<string, string>()
  const hasVoices = pieces.some(piece => piece.voice !== null)
  const stretches: Stretch[] = []
  pieces.forEach((piece, i) => {
    const mark = marks.get(i)
    const last = stretches.at(-1)
    const name = piece.voice ?? mark?.name ?? (hasVoices ? null : (last?.speaker ?? null))
    const key = name === null ? '' : foldMark(name)
    const speaker = name === null ? null : (spelling.get(key) ?? name)
    if (speaker !== null) spelling.set(key, speaker)
    const words = mark === undefined ? piece.words : lines.slice(mark.to, mark.from + piece.words.length).trim()
    const goesOn = last !== undefined && last.key === key && (speaker !== null || !endsSentence(last))
    if (goesOn) last.words.push(words)
    else stretches.push({ speaker, key, at: piece.at, words: [words] })
  })
  return stretches
}

/** Without speakers a turn is a sentence: nothing else in a subtitle tells where somebody stops. */
function endsSentence(stretch: Stretch): boolean {
  return /[.!?…]["”’']?$/u.test(stretch.words.at(-1)?.slice(-3) ?? '')
}

function layOut(stretches: readonly Stretch[]): { text: string; turns: readonly RawTurn[] } {
  const parts: string[] = []
  const turns: RawTurn[] = []
  let offset = 0
  stretches.forEach(({ speaker, key, at, words }, i) => {
    const mark = speaker === null ? '' : `${speaker}: `
    const said = words.filter(word => word !== '').join(' ')
    parts.push(`${mark}${said}\n`)
    turns.push({ start: offset + mark.length, end: offset + mark.length + said.length, line: i + 1, speaker, key, at })
    offset += mark.length + said.length + 1
  })
  return { text: parts.join(''), turns }
}

/** The line of the laid out text where the words of a time stand. */
function lineOf(stretches: readonly Stretch[], at: number): number {
  const next = stretches.findIndex(stretch => stretch.at > at)
  return next === -1 ? stretches.length : Math.max(1, next)
}
