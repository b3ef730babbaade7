import { needStudy, type Study, throwProblems } from '../../study/index.js'
import { Table } from '../../table/index.js'
import { notWhole } from '../notWhole.js'
import { type CodePassages, codePassages, type PassageColumns } from './codePassages.js'
import { type SourceTally, sourceTally } from './sourceTally.js'

/** What makes two passages stand together. */
export type Together = 'overlap' | 'turn' | 'source'

export interface CooccurrenceOptions {
  /** `overlap`: passages that share text; `turn`: that touch one turn; `source`: said by one source, anywhere. */
  readonly within?: Together
  /** Leaves out pairs that stand together in fewer sources. */
  readonly fewest?: number
}

/** Two codes that stand together. */
export interface Cooccurrence {
  readonly code: string
  readonly with: string
  /** In how many sources they stand together, and in how many each stands. */
  readonly sources: number
  readonly 'sources of code': number
  readonly 'sources of with': number
  /** Pairs of passages that stand together; null where sources are compared as a whole. */
  readonly pairs: number | null
  /** ATLAS.ti's c of passages; null where sources are compared as a whole, or there is none. */
  readonly c: number | null
  /** Of the sources with either of them, the part in which they stand together. */
  readonly jaccard: number
  /** Of the sources with the code, the part in which the other stands beside it; and the other way round. */
  readonly 'given code': number
  readonly 'given with': number
}

/**
 * Counts which codes stand together: in how many sources, and in how many pairs of passages. It is nearness, and no link: what somebody
 * offered as one explanation is an account. Codings of one code that overlap, by several coders or by one, are one passage.
 *
 * `c` is n12 / (n1 + n2 - n12) of passages, as in ATLAS.ti (ATLAS.ti 23 Windows manual, "Code co-occurrence coefficient"); it is above 1
 * where one passage stands with many, and null where n12 is n1 + n2 or more. `jaccard` is the same of sources (Jaccard 1912), and so never is; `given code` is the part of
 * the sources with a code in which the other stands beside it. They describe this study and test nothing.
 *
 * @throws StudyError for a way of standing together that there is not
 * @example
 * countCooccurrence(study, { within: 'turn' }).rows.every(row => row.jaccard <= 1)
 * //=> true
 */
export function countCooccurrence(study: Study, options: CooccurrenceOptions = {}): Table<Cooccurrence> {
  needStudy(study, 'countCooccurrence')
  const { within = 'overlap', fewest } = options
  throwProblems([
    ...(['overlap', 'turn', 'source'].includes(within)
      ? []
      : [{ what: 'this is not a way to stand together', hint: "give within: 'overlap', 'turn' or 'source'", call: 'countCooccurrence' }]),
    ...notWhole({ fewest }),
  ])
  const passages = codePassages(study)
  const counted = within === 'source' ? pairedInSources(passages) : pairedIn(passages, within)
  return new Table<Cooccurrence>({
    title: 'Codes that stand together',
    columns: ['code', 'with', 'sources', 'sources of code', 'sources of with', 'pairs', 'c', 'jaccard', 'given code', 'given with'],
    rows: rowsOf(study, passages, counted, { fewest: fewest ?? 1, byPassage: within !== 'source' }),
    basis: `codings that count, those of one passage once; together: ${said[within]}; sources counted once over all rounds`,
    of: study,
  })
}

const said: Readonly<Record<Together, string>> = {
  overlap: 'passages that overlap, said by one source',
  turn: 'passages in one turn, said by one source',
  source: 'said by one source, anywhere',
}

interface Paired {
  /** Pairs of passages per cell: the place of the one code times the number of codes, plus that of the other, which comes later. */
  readonly pairs: Int32Array
  readonly together: SourceTally
  /** Per code, how many passages there are, and who said them. */
  readonly passages: Int32Array
  readonly alone: SourceTally
}

function pairedIn({ transcripts, codes, speakers }: CodePassages, within: 'overlap' | 'turn'): Paired {
  const n = codes.length
  const pairs = new Int32Array(n * n)
  const passages = new Int32Array(n)
  const together = sourceTally(n * n)
  const alone = sourceTally(n)
  const shared = sharedSources(speakers)
  for (const columns of transcripts) {
    const { code, said, source } = columns
    const count = code.length
    const { low, high } = reach(columns, within)
    for (let a = 0; a < count; a++) {
      const own = code[a]!
      const until = high[a]!
      passages[own]!++
      note(alone, own, source, speakers[said[a]!]!)
      for (let b = a + 1; b < count && low[b]! < until; b++) {
        const other = code[b]!
        if (other === own) continue
        const cell = own < other ? own * n + other : other * n + own
        pairs[cell]!++
        if (source < 0) together.add(cell, shared(said[a]!, said[b]!))
        else if (together.lastSeen[cell] !== source) {
          together.lastSeen[cell] = source
          together.count[cell]!++
        }
      }
    }
  }
  return { pairs, together, passages, alone }
}

/** Notes who was heard in a cell: one source of which all stands together, or any that come in between. */
function note({ lastSeen, count, add }: SourceTally, cell: number, source: number, heard: readonly number[]): void {
  if (source < 0) add(cell, heard)
  else if (lastSeen[cell] !== source) {
    lastSeen[cell] = source
    count[cell]!++
  }
}

/** Where a passage begins, and before which of these another has to begin to stand with it. */
function reach({ start, end, first, last }: PassageColumns, within: 'overlap' | 'turn') {
  return within === 'overlap' ? { low: start, high: end } : { low: first, high: last.map(turn => turn + 1) }
}

/** The sources that two sets of speakers share. */
function sharedSources(speakers: CodePassages['speakers']): (a: number, b: number) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  return (a, b) => {
    const key = a * speakers.length + b
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const found = speakers[a]!.filter(source => speakers[b]!.includes(source))
    known.set(key, found)
    return found
  }
}

/** Two codes stand together in every source that has both for certain. */
function pairedInSources({ transcripts, codes, sources, speakers }: CodePassages): Paired {
  const n = codes.length
  const passages = new Int32Array(n)
  const alone = sourceTally(n)
  const together = sourceTally(n * n)
  const perSource = sources.map(() => new Set<number>())
  for (const { code, said, source } of transcripts) {
    for (let a = 0; a < code.length; a++) {
      passages[code[a]!]!++
      const heard = speakers[said[a]!]!
      note(alone, code[a]!, source, heard)
      if (heard.length === 1) perSource[heard[0]!]!.add(code[a]!)
    }
  }
  for (const [source, own] of perSource.entries()) {
    const sorted = [...own].sort((a, b) => a - b)
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j < sorted.length; j++) note(together, sorted[i]! * n + sorted[j]!, source, [])
  }
  return { pairs: new Int32Array(n * n), together, passages, alone }
}

function rowsOf(
  study: Study,
  { codes }: CodePassages,
  { pairs, together, passages, alone }: Paired,
  { fewest, byPassage }: { readonly fewest: number; readonly byPassage: boolean },
): readonly Cooccurrence[] {
  const n = codes.length
  const names = new Map(study.codes.map(code => [code.id, code.name ?? code.id]))
  const called = codes.map(code => names.get(code) ?? code)
  const sourcesOf = codes.map((_, place) => alone.countOf(place))
  const counted = new Int32Array(n * n)
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const cell = a * n + b
      if (!byPassage || pairs[cell] !== 0) counted[cell] = together.countOf(cell)
    }
  }
  return Array.from(inOrder(counted, pairs, n, fewest), (cell): Cooccurrence => {
    const [a, b] = [Math.floor(cell / n), cell % n]
    const [both, n12, one, other] = [counted[cell]!, pairs[cell]!, sourcesOf[a]!, sourcesOf[b]!]
    return {
      code: called[a]!,
      with: called[b]!,
      sources: both,
      'sources of code': one,
      'sources of with': other,
      pairs: byPassage ? n12 : null,
      c: byPassage ? coefficient(n12, passages[a]!, passages[b]!) : null,
      jaccard: part(both, one + other - both),
      'given code': part(both, one),
      'given with': part(both, other),
    }
  })
}

/** The cells of pairs that stand together in enough sources: most sources first, then most pairs of passages, then as codes are listed. */
function inOrder(counted: Int32Array, pairs: Int32Array, n: number, fewest: number): Int32Array {
  const cells = new Int32Array(counted.length)
  let size = 0
  for (let a = 0; a < n; a++) for (let cell = a * n + a + 1; cell < (a + 1) * n; cell++) if (counted[cell]! >= fewest) cells[size++] = cell
  const found = cells.subarray(0, size)
  // One number per cell that sorts as the three do, where it is exact: numbers are put in order far faster than by comparing.
  const [most, widest] = [largest(counted), largest(pairs)]
  const width = n * n
  if ((most + 1) * (widest + 1) * width > Number.MAX_SAFE_INTEGER)
    return found.sort((x, y) => counted[y]! - counted[x]! || pairs[y]! - pairs[x]! || x - y)
  const keys = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const cell = found[i]!
    keys[i] = ((most - counted[cell]!) * (widest + 1) + widest - pairs[cell]!) * width + cell
  }
  keys.sort()
  for (let i = 0; i < size; i++) found[i] = keys[i]! - Math.floor(keys[i]! / width) * width
  return found
}

function largest(numbers: Int32Array): number {
  let most = 0
  for (const one of numbers) if (one > most) most = one
  return most
}

/** Where passages stand with so many others that nothing is left below the line, there is no coefficient. */
function coefficient(n12: number, n1: number, n2: number): number | null {
  return n1 + n2 > n12 ? part(n12, n1 + n2 - n12) : null
}

/** To three decimals: more would be read as exactness. */
function part(of: number, all: number): number {
  return all === 0 ? 0 : Math.round((of / all) * 1000) / 1000
}
