import { type CodingColumns, distance, turnColumns } from '../../analysis/index.js'
import type { NearInText } from './nearness.js'

/**
 * Where the codings of a transcript reach on a scale: two stand near when they share a point of it. Because these are stretches of one
 * line, any number of which every two share a point all share one: a combination is near when its parts are.
 */
export interface Scale {
  /** Goes up with the order of the codings. */
  readonly low: (coding: number) => number
  readonly high: (coding: number) => number
  /** Codings that stand nowhere on it are near nothing. */
  readonly takes: (coding: number) => boolean
}

/** The scale on which codings of a transcript stand near. */
export function scaleOf(columns: CodingColumns, within: NearInText): Scale {
  const { start, end } = columns
  const all = () => true
  if (within === 'overlap') return { low: i => start[i]!, high: i => end[i]! - 1, takes: all }
  if (within === 'fragment') return fragments(columns)
  if (within === 'answer') return answers(columns)
  const { low, high, slack, takes } = distance(columns, within)
  return { low, high: i => high(i) + slack, takes }
}

/** Codings of one fragment stand side by side in the order of the text. */
function fragments({ codings, start, end }: CodingColumns): Scale {
  const place = new Int32Array(codings.length)
  for (let i = 1; i < place.length; i++) place[i] = place[i - 1]! + (start[i] === start[i - 1] && end[i] === end[i - 1] ? 0 : 1)
  return { low: i => place[i]!, high: i => place[i]!, takes: () => true }
}

/** Answering turns between two questions are one answer, whoever speaks in them. */
function answers({ transcript, first, last }: CodingColumns): Scale {
  const { answers: isAnswer } = turnColumns(transcript)
  const from = new Int32Array(isAnswer.length)
  const until = new Int32Array(isAnswer.length)
  let answer = 0
  for (let i = 0; i < isAnswer.length; i++) {
    if (isAnswer[i] === 1 && (i === 0 || isAnswer[i - 1] === 0)) answer++
    until[i] = answer
    // A question stands before the answer to come.
    from[i] = isAnswer[i] === 1 ? answer : answer + 1
  }
  return { low: i => from[first[i]!]!, high: i => until[last[i]!]!, takes: i => first[i]! <= last[i]! }
}
