import { wordsIn } from '../../language/index.js'
import type { Transcript } from '../../study/index.js'

/** Where the turns with words of a transcript stand, as numbers side by side. UTF-16 code units, end exclusive. */
export interface TurnColumns {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 for a turn that answers. */
  readonly answers: Uint8Array
  /** How many answering turns stand before each turn, and at the end how many there are. */
  readonly answersBefore: Int32Array
}

const knownTurns = new WeakMap<Transcript, TurnColumns>()
const knownWords = new WeakMap<Transcript, Int32Array>()

/** The turns of a transcript that hold words; made once per transcript. */
export function turnColumns(transcript: Transcript): TurnColumns {
  const known = knownTurns.get(transcript)
  if (known !== undefined) return known
  const turns = transcript.turns.filter(turn => turn.end > turn.start)
  const answersBefore = new Int32Array(turns.length + 1)
  for (const [i, turn] of turns.entries()) answersBefore[i + 1] = answersBefore[i]! + (turn.asks ? 0 : 1)
  const columns = {
    starts: Int32Array.from(turns, turn => turn.start),
    ends: Int32Array.from(turns, turn => turn.end),
    answers: Uint8Array.from(turns, turn => (turn.asks ? 0 : 1)),
    answersBefore,
  }
  knownTurns.set(transcript, columns)
  return columns
}

/** Where each word of the turns of a transcript begins, in order; of the whole text when it has no turns. */
export function wordStarts(transcript: Transcript): Int32Array {
  const known = knownWords.get(transcript)
  if (known !== undefined) return known
  const { text, turns } = transcript
  const starts: number[] = []
  for (const turn of turns.length > 0 ? turns : [{ start: 0, end: text.length }]) {
    let from = turn.start
    // A word begins with a letter or digit and there is none between two words, so that the first place found is its own.
    for (const word of wordsIn(text.slice(turn.start, turn.end))) {
      from = text.indexOf(word, from)
      starts.push(from)
      from += word.length
    }
  }
  const columns = Int32Array.from(starts)
  knownWords.set(transcript, columns)
  return columns
}

/** How many numbers of an ordered list are below a number. */
export function countBelow(sorted: Int32Array, number: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}
