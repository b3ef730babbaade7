import type { Study } from '../../study/index.js'
import { type Source, sourcesOf, speakersAt } from '../../transcript/index.js'
import { type CodingColumns, factColumn } from '../query/codingColumns.js'
import { groundOf } from '../query/compileQuery.js'
import type { Mask } from '../query/relations.js'

/** The passages of one transcript, in the order of its text, as columns. Codings of one code that overlap are one passage. */
export interface PassageColumns {
  /** The place of the code in `codes`. */
  readonly code: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** The first and the last turn with words that the passage touches. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** The place in `speakers` of who may have said it. */
  readonly said: Int32Array
  /** The source, by place, when all of it was said by one that spoke in no conversation with another; else -1. */
  readonly source: number
}

/** The passages of a study, by code and by who may have said them. */
export interface CodePassages {
  /** In the order of their source; those with several sources last. */
  readonly transcripts: readonly PassageColumns[]
  /** Ids of codes: those of the codebook in its order, then others. */
  readonly codes: readonly string[]
  readonly sources: readonly Source[]
  /** The sources that each set of speakers belongs to, as places in `sources`; one when it is certain who spoke. */
  readonly speakers: readonly (readonly number[])[]
}

const known = new WeakMap<Study, CodePassages>()

/** The passages that count, made once per study: those of codings that count, each code's overlapping ones taken together. */
export function codePassages(study: Study): CodePassages {
  const cached = known.get(study)
  if (cached !== undefined) return cached
  const ground = groundOf(study, false)
  const codes = new Map(study.codes.map((code, i) => [code.id, i]))
  const homes = homeNumbers(study)
  const transcripts = ground.all.map((columns, i) => passagesOf(columns, ground.looked[i]!, codes, homes.numberOf))
  const made = {
    transcripts: bySource(transcripts, homes.sets),
    codes: [...codes.keys()],
    sources: sourcesOf(study).all,
    speakers: homes.sets,
  }
  known.set(study, made)
  return made
}

/** Says of each transcript whose it is, and puts those of one source together. */
function bySource(transcripts: readonly Omit<PassageColumns, 'source'>[], speakers: CodePassages['speakers']): readonly PassageColumns[] {
  const heard = transcripts.map(({ said }) => [...new Set([...new Set(said)].flatMap(set => speakers[set]!))])
  const shared = new Set(heard.filter(sources => sources.length > 1).flat())
  const told = transcripts.map((one, i) => {
    const [source] = heard[i]!
    return { ...one, source: source === undefined || shared.has(source) || heard[i]!.length > 1 ? -1 : source }
  })
  const place = ({ source }: PassageColumns) => (source < 0 ? Number.POSITIVE_INFINITY : source)
  return told.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** Numbers for sets of speakers that belong to the same sources. */
function homeNumbers(study: Study) {
  const { all, homeOf } = sourcesOf(study)
  const places = new Map(all.map((source, i) => [source.id, i]))
  const sets: (readonly number[])[] = []
  const numbers = new Map<string, number>()
  const numberOf = (speakers: readonly string[]): number => {
    const set = [...new Set(speakers.flatMap(one => places.get(homeOf(one).id) ?? []))].sort((a, b) => a - b)
    const key = set.join()
    const number = numbers.get(key) ?? sets.length
    if (number === sets.length) {
      sets.push(set)
      numbers.set(key, number)
    }
    return number
  }
  return { sets, numberOf }
}

/** Takes overlapping codings of a code together, in one walk through the text. */
function passagesOf(
  columns: CodingColumns,
  looked: Mask,
  codes: Map<string, number>,
  numberOf: (speakers: readonly string[]) => number,
): Omit<PassageColumns, 'source'> {
  const { start, end, first, last, transcript } = columns
  const own = factColumn(columns, 'code', coding => coding.code)
  const placeOf = own.values.map(id => {
    const place = codes.get(id!) ?? codes.size
    codes.set(id!, place)
    return place
  })
  const count = start.length
  const made = { code: new Int32Array(count), start: new Int32Array(count), end: new Int32Array(count) }
  const turns = { first: new Int32Array(count), last: new Int32Array(count) }
  const open = new Int32Array(own.values.length).fill(-1)
  let size = 0
  for (let i = 0; i < count; i++) {
    if (looked[i] === 0) continue
    const code = own.numbers[i]!
    const before = open[code]!
    if (before >= 0 && start[i]! < made.end[before]!) {
      if (end[i]! > made.end[before]!) made.end[before] = end[i]!
      if (last[i]! > turns.last[before]!) turns.last[before] = last[i]!
      continue
    }
    made.code[size] = placeOf[code]!
    made.start[size] = start[i]!
    made.end[size] = end[i]!
    turns.first[size] = first[i]!
    turns.last[size] = last[i]!
    open[code] = size++
  }
  // Who may have said it is the same for all passages of a run of turns.
  const runs = new Map<number, number>()
  const said = new Int32Array(size)
  for (let i = 0; i < size; i++) {
    const run = turns.first[i]! * 1_048_576 + turns.last[i]! - turns.first[i]!
    let number = runs.get(run)
    if (number === undefined) {
      number = numberOf(speakersAt(transcript, { start: made.start[i]!, end: made.end[i]! }) ?? [])
      runs.set(run, number)
    }
    said[i] = number
  }
  const cut = (column: Int32Array) => column.slice(0, size)
  return { code: cut(made.code), start: cut(made.start), end: cut(made.end), first: cut(turns.first), last: cut(turns.last), said }
}
