import { StudyError } from '../study/error.js'
import type { Turn } from '../study/model.js'
import type { Format } from './formatOf.js'

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
    // Loaded when first asked for: a page that reads no transcripts does without.
    const { cutTranscript } = await import('./cutTranscript.js')
    return await cutTranscript(input, options)
  } catch (error) {
    if (!(error instanceof StudyError) || options.name === undefined) throw error
    throw new StudyError(error.problems.map(problem => ({ ...problem, file: options.name! })))
  }
}
