import { secondsOf } from './timeStamp.js'

/** One subtitle: when it begins and its lines, with their markup. */
export interface Cue {
  /** Seconds from the start of the recording. */
  readonly at: number
  readonly lines: readonly string[]
}

export interface Cues {
  readonly cues: readonly Cue[]
  /** Lines with words that belong to no cue. */
  readonly outside: number
}

const timing = /^\s{0,20}(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s{1,20}-->\s{1,20}(?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3}/u

/**
 * Reads the cues of WebVTT or SubRip: ids, cue settings and the blocks NOTE, STYLE and REGION are left out.
 *
 * @param text the file with LF line ends
 * @example
 * readCues('1\n00:00:01,000 --> 00:00:02,000\nHallo.').cues //=> [{ at: 1, lines: ['Hallo.'] }]
 */
export function readCues(text: string): Cues {
  const lines = text.split('\n')
  const cues: Cue[] = []
  let outside = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const at = beginOf(line)
    if (at !== null) {
      const words: string[] = []
      while (i + 1 < lines.length && lines[i + 1]!.trim() !== '' && beginOf(lines[i + 1]!) === null) words.push(lines[++i]!)
      cues.push({ at, lines: withoutNextId(words, lines[i + 1]) })
    } else if ((i === 0 && line.startsWith('WEBVTT')) || isBlock(line, lines[i - 1], lines[i + 1])) {
      while (i + 1 < lines.length && lines[i + 1]!.trim() !== '' && beginOf(lines[i + 1]!) === null) i++
    } else if (line.trim() !== '' && !isId(lines, i)) {
      outside++
    }
  }
  return { cues, outside }
}

function beginOf(line: string): number | null {
  const match = line.includes('-->') ? timing.exec(line.slice(0, 120)) : null
  return match === null ? null : secondsOf(match[1], match[2]!, match[3]!, match[4])
}

/** NOTE, STYLE and REGION begin a block below a blank line. A spoken "NOTE" inside a cue never comes here. */
function isBlock(line: string, before: string | undefined, after: string | undefined): boolean {
  const first = before === undefined || before.trim() === ''
  return first && /^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(line.slice(0, 20)) && beginOf(after ?? '') === null
}

/** The line above a timing line, after a blank one, is the id of the cue. */
function isId(lines: readonly string[], i: number): boolean {
  return beginOf(lines[i + 1] ?? '') !== null
}

/** Some SubRip files have no blank line between cues: the number of the next cue is then the last line of this one. */
function withoutNextId(words: readonly string[], next: string | undefined): readonly string[] {
  const isNumber = next !== undefined && beginOf(next) !== null && /^\s{0,9}\d{1,7}\s{0,9}$/u.test(words.at(-1) ?? '')
  return isNumber ? words.slice(0, -1) : words
}
