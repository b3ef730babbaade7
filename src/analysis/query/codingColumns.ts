import { type Shard, shardsOf } from '../../coding/index.js'
import type { Coding, Study, Transcript } from '../../study/index.js'
import { speakersAt } from '../../transcript/index.js'
import { inText } from '../countable.js'
import { countBelow, turnColumns, wordStarts } from './textColumns.js'

/** A fact of codings as numbers: `values[numbers[i]]` is that of coding i. */
export interface FactColumn {
  readonly values: readonly (string | null)[]
  readonly numbers: Uint32Array
}

/** The codings of one transcript in the order of its text, as columns: numbers side by side are looked through fastest. */
export interface CodingColumns {
  readonly transcript: Transcript
  readonly codings: readonly Coding[]
  readonly start: Int32Array
  readonly end: Int32Array
  /** The first and the last turn with words that a coding touches; the first above the last when it touches none. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** 1 for a coding that touches an answering turn and is not superseded. */
  readonly counts: Uint8Array
  /** Columns made when they are first asked for. */
  readonly made: Map<string, FactColumn>
  words: { readonly before: Int32Array; readonly until: Int32Array } | null
}

const known = new WeakMap<Shard['codings'], CodingColumns>()

/** The codings per transcript as columns, in the order of the transcripts. A pass leaves those of transcripts it did not touch as they are. */
export function codingColumns(study: Study): readonly CodingColumns[] {
  const shards = shardsOf(study.codings)
  return study.transcripts.flatMap(transcript => {
    const shard = shards.get(transcript.id)
    if (shard === undefined) return []
    const cached = known.get(shard.codings)
    if (cached?.transcript === transcript) return [cached]
    const columns = columnsOf(transcript, shard.codings)
    known.set(shard.codings, columns)
    return [columns]
  })
}

/** A fact of these codings. The facts of one are read again for its whole transcript only when a pass touched it. */
export function factColumn(columns: CodingColumns, name: string, fact: (coding: Coding) => string | null): FactColumn {
  const cached = columns.made.get(name)
  if (cached !== undefined) return cached
  const { codings } = columns
  const numbers = new Uint32Array(codings.length)
  const places = new Map<string | null, number>()
  for (let i = 0; i < codings.length; i++) {
    const value = fact(codings[i]!)
    let place = places.get(value)
    if (place === undefined) {
      place = places.size
      places.set(value, place)
    }
    numbers[i] = place
  }
  const column = { values: [...places.keys()], numbers }
  columns.made.set(name, column)
  return column
}

/** Who may have said each coding: ids in order, joined by line ends. Worked out once per run of turns. */
export function speakersColumn(columns: CodingColumns): FactColumn {
  const cached = columns.made.get('speakers')
  if (cached !== undefined) return cached
  const { codings, first, last, transcript } = columns
  const numbers = new Uint32Array(codings.length)
  const places = new Map<string, number>()
  const runs = new Map<number, number>()
  for (let i = 0; i < codings.length; i++) {
    const run = first[i]! * 1_048_576 + last[i]! - first[i]!
    let place = runs.get(run)
    if (place === undefined) {
      const speakers = (speakersAt(transcript, codings[i]!) ?? []).join('\n')
      place = places.get(speakers) ?? places.size
      places.set(speakers, place)
      runs.set(run, place)
    }
    numbers[i] = place
  }
  const column = { values: [...places.keys()], numbers }
  columns.made.set('speakers', column)
  return column
}

/** How many words of the transcript begin before each coding begins, and before it ends. */
export function wordColumns(columns: CodingColumns): { readonly before: Int32Array; readonly until: Int32Array } {
  if (columns.words === null) {
    const starts = wordStarts(columns.transcript)
    columns.words = { before: columns.start.map(at => countBelow(starts, at)), until: columns.end.map(at => countBelow(starts, at)) }
  }
  return columns.words
}

function columnsOf(transcript: Transcript, unordered: readonly Coding[]): CodingColumns {
  const codings = ordered(unordered)
  const count = codings.length
  const turns = turnColumns(transcript)
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const first = new Int32Array(count)
  const last = new Int32Array(count)
  const counts = new Uint8Array(count)
  let turn = 0
  for (let i = 0; i < count; i++) {
    const coding = codings[i]!
    start[i] = coding.start
    end[i] = coding.end
    while (turn < turns.ends.length && turns.ends[turn]! <= coding.start) turn++
    let behind = turn
    while (behind < turns.starts.length && turns.starts[behind]! < coding.end) behind++
    first[i] = turn
    last[i] = behind - 1
    counts[i] = turns.answersBefore[behind]! > turns.answersBefore[turn]! && coding.status !== 'superseded' ? 1 : 0
  }
  return { transcript, codings, start, end, first, last, counts, made: new Map(), words: null }
}

/** In the order of the text. Numbers are sorted many times faster than codings, so those are only compared where they begin together. */
function ordered(codings: readonly Coding[]): readonly Coding[] {
  const count = codings.length
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = codings[i]!.start * count + i
  keys.sort()
  const sorted = Array.from(keys, key => codings[key % count]!)
  for (let from = 0; from < count; ) {
    let to = from + 1
    while (to < count && sorted[to]!.start === sorted[from]!.start) to++
    if (to - from > 1) for (const [i, coding] of sorted.slice(from, to).sort(inText).entries()) sorted[from + i] = coding
    from = to
  }
  return sorted
}
