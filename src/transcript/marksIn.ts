import { StudyError } from '../study/error.js'
import { type ChosenMarks, chooseMarks, type KnownMarks, markId } from './chooseMarks.js'
import { eachLine } from './eachLine.js'
import { foldMark } from './foldMark.js'
import { headBlock } from './headBlock.js'
import { type LineMark, lineMarkAt } from './lineMark.js'
import { timeStampAt } from './timeStamp.js'

/** The begin of a turn: a speaker (null: the speaker before goes on), a time, and where the words begin. */
export interface TurnMark {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly name: string | null
  readonly key: string
  readonly at: number | null
  /** A time stamp alone on its line tells the time of what comes next. */
  readonly alone: boolean
}

export interface MarksFound {
  readonly marks: readonly TurnMark[]
  /** Lines that look like a mark but were not taken for one. */
  readonly doubtful: readonly number[]
}

/** How many characters of a line an own pattern sees: it may be one that takes long on a long line. */
const seenByPattern = 200

/** Finds the marks at which turns begin, by evidence over the whole text (see `chooseMarks`). */
export function marksIn(text: string, known: KnownMarks): MarksFound {
  const head = headBlock(text)
  const found: LineMark[] = []
  eachLine(text, (from, until, line) => {
    const mark = from < head ? null : lineMarkAt(text, from, until, line)
    if (mark !== null) found.push(mark)
  })
  const choice = chooseMarks(found, known)
  return { marks: settle(found, choice), doubtful: choice.doubtful }
}

/** Finds the marks that an own pattern matches at the begin of lines: every match is a speaker. */
export function marksByPattern(text: string, pattern: RegExp): MarksFound {
  const own = new RegExp(pattern.source, pattern.flags.replace(/[gy]/gu, ''))
  const marks: TurnMark[] = []
  eachLine(text, (from, until, line) => {
    const indent = text.slice(from, Math.min(until, from + seenByPattern))
    const head = indent.trimStart()
    const match = own.exec(head)
    if (match === null || match.index > 0 || match[0] === '') return
    const name = match.groups?.speaker ?? match[1]
    if (name === undefined && match.groups === undefined && match.length < 2) {
      throw new StudyError([
        {
          what: 'the speaker pattern has no group that holds the speaker',
          hint: 'put brackets around the name, or name the group: (?<speaker>...)',
        },
      ])
    }
    if (name === undefined || name.trim() === '') return
    const time = match.groups?.time?.trim()
    const to = from + (indent.length - head.length) + match[0].length
    const at = time === undefined ? null : (timeStampAt(time, 0)?.seconds ?? null)
    marks.push({ line, from, to, name: name.trim(), key: foldMark(name), at, alone: false })
  })
  return { marks, doubtful: [] }
}

function settle(found: readonly LineMark[], { speakers }: ChosenMarks): readonly TurnMark[] {
  // 10:30 at the begin of a line may be a time of day: it counts alone on a line, or when such stamps recur and never run back.
  const bare = found.filter(mark => mark.stampEnd !== null && !mark.sure)
  const trusted = bare.length >= 3 && bare.every((mark, i) => i === 0 || (mark.at ?? 0) >= (bare[i - 1]!.at ?? 0))
  const marks: TurnMark[] = []
  for (const mark of found) {
    const { line, from, to, name, key, at, alone, stampEnd } = mark
    if (name !== null && speakers.has(markId(mark))) marks.push({ line, from, to, name, key, at, alone: false })
    else if (stampEnd !== null && (mark.sure || trusted || (name === null && alone))) {
      marks.push({ line, from, to: stampEnd, name: null, key: '', at, alone: name === null && alone })
    }
  }
  return marks
}
