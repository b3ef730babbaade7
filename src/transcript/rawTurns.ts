import { eachLine } from './eachLine.js'
import type { TurnMark } from './marksIn.js'
import { timeStampAt } from './timeStamp.js'

/** A turn before it is known who stands behind its mark. */
export interface RawTurn {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly speaker: string | null
  readonly key: string
  readonly at: number | null
}

const edge = /[\s\u200b\ufeff]/u

/** Cuts the text at the marks: from behind a mark to the next one, without the white space around it. */
export function rawTurns(text: string, marks: readonly TurnMark[]): readonly RawTurn[] {
  const spelling = new Map<string, string>()
  const turns: RawTurn[] = []
  let speaker: string | null = null
  let key = ''
  let pending: number | null = null
  const named = marks.some(mark => mark.name !== null)
  marks.forEach((mark, i) => {
    if (mark.name !== null) {
      key = mark.key
      speaker = spelling.get(key) ?? mark.name
      spelling.set(key, speaker)
    }
    const words = trimmed(text, mark.to, marks[i + 1]?.from ?? text.length)
    // A stamp alone above the first speaker is part of the head; its time still belongs to that speaker when nothing stands between.
    if (mark.alone && (words.start === words.end || (named && speaker === null))) {
      pending = words.start === words.end ? mark.at : null
      return
    }
    const { end, stamp } = withoutClosing(text, words.start, words.end, text.slice(mark.from, mark.to))
    turns.push({ start: words.start, end, line: mark.line, speaker, key, at: mark.at ?? pending })
    // f4 writes the time of a paragraph's end behind it: that is when the next one begins.
    pending = stamp
  })
  return turns
}

/** Cuts a text without marks into paragraphs: at blank lines when its lines are wrapped by hand, else at every line. */
export function paragraphs(text: string): readonly RawTurn[] {
  const lines = nonBlankLines(text)
  const longest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  const hasBlank = lines.some((line, i) => i > 0 && line.line > lines[i - 1]!.line + 1)
  if (longest > 100 || !hasBlank) return lines
  const blocks: RawTurn[] = []
  lines.forEach((line, i) => {
    const last = blocks.at(-1)
    if (last !== undefined && lines[i - 1]!.line + 1 === line.line) blocks[blocks.length - 1] = { ...last, end: line.end }
    else blocks.push(line)
  })
  return blocks
}

function nonBlankLines(text: string): readonly RawTurn[] {
  const lines: RawTurn[] = []
  eachLine(text, (from, until, line) => {
    const words = trimmed(text, from, until)
    if (words.end > words.start) lines.push({ ...words, line, speaker: null, key: '', at: null })
  })
  return lines
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = Math.min(from, to)
  let end = to
  while (start < end && edge.test(text.charAt(start))) start++
  while (end > start && edge.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** Leaves out what closes a turn and was not said: a stamp of f4 (`#00:01:12-5#`), `</v>`, or the end of bold that began in the mark. */
function withoutClosing(text: string, start: number, end: number, mark: string): { end: number; stamp: number | null } {
  const tail = text.slice(Math.max(start, end - 20), end)
  const isBold = tail.endsWith('**') && mark.split('**').length === 2
  const closing = isBold ? '**' : '</v>'
  if (tail.endsWith(closing)) return { end: trimmed(text, start, end - closing.length).end, stamp: null }
  if (!tail.endsWith('#')) return { end, stamp: null }
  const open = tail.lastIndexOf('#', tail.length - 2)
  const stamp = open === -1 ? null : timeStampAt(tail, open)
  if (stamp === null || stamp.end !== tail.length) return { end, stamp: null }
  return { end: trimmed(text, start, end - (tail.length - open)).end, stamp: stamp.seconds }
}
