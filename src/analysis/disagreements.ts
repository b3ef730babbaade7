import { shardsOf } from '../coding/index.js'
import { type Coding, type Study, standsUnder } from '../study/index.js'
import { Table } from '../table/index.js'
import { settledAway } from './countable.js'
import { stanceOf } from './stanceOf.js'
import { type Unsettled, unsettled } from './unsettled.js'
import { withoutPlaces } from './withoutPlaces.js'

/** Two codings that do not say the same of words they share. `code` is what one of them says, `otherCode` the other. */
export interface Disagreement extends Unsettled {
  readonly otherCode: string
}

const columns = [
  'transcript',
  'start',
  'end',
  'differs',
  'code',
  'coder',
  'says',
  'otherCode',
  'otherCoder',
  'otherSays',
  'coding',
  'otherCoding',
] as const

/**
 * Lists everything coders do not agree on, to be talked over and settled: what `unsettled` lists (one code, another role, polarity or
 * stance); words that two coders gave different codes, where neither gave them the code of the other; and readings that were agreed on apart for
 * the same codings. That one coded words and the other did not is no disagreement here: the other may not have come to them.
 *
 * @returns one row per pair of codings, in the order of the text; `start` and `end` are what both cover
 * @example
 * disagreements(study).rows[0]
 * //=> { transcript: 'i10', start: 4, end: 96, differs: 'role', code: 'trust', coder: 'CD', ... }
 */
export function disagreements(study: Study): Table<Disagreement> {
  const away = settledAway(study.codings)
  const shards = shardsOf(study.codings)
  const above = new Map(study.codes.map(code => [code.id, code.parent]))
  const facts = unsettled(study).rows.map(row => ({ ...row, otherCode: row.code }))
  const rows = study.transcripts.flatMap(({ id }) => {
    const current = (shards.get(id)?.codings ?? []).filter(coding => coding.status !== 'superseded' && !away.has(coding.id))
    const open = current.filter(coding => coding.status === 'open').sort(inText)
    const pairs = [...codePairs(open), ...settledPairs(current)]
    const found = pairs.map(([one, other]) => tell(one, other, above))
    return [...facts.filter(row => row.transcript === id), ...found].sort((a, b) => a.start - b.start || a.end - b.end)
  })
  const basis = 'codings that are not settled, on fragments that overlap, and readings of the same codings'
  return new Table({ title: 'What coders do not agree on', ...withoutPlaces(study, columns, rows), basis, of: study })
}

type Pair = readonly [Coding, Coding]

function inText(a: Coding, b: Coding): number {
  return a.start - b.start || a.end - b.end || (a.coder < b.coder ? -1 : a.coder > b.coder ? 1 : a.id < b.id ? -1 : 1)
}

const overlap = (a: Coding, b: Coding) => a.start < b.end && b.start < a.end

/** Codings of different codes by different coders on shared words, where neither coder has the code of the other there. */
function codePairs(sorted: readonly Coding[]): readonly Pair[] {
  const given = new Map<string, Coding[]>()
  for (const coding of sorted) {
    const key = `${coding.coder}\n${coding.code}`
    given.set(key, [...(given.get(key) ?? []), coding])
  }
  const gave = (coder: string, there: Coding) => given.get(`${coder}\n${there.code}`)?.some(one => overlap(one, there)) ?? false
  const pairs: Pair[] = []
  let before: readonly Coding[] = []
  for (const coding of sorted) {
    before = before.filter(other => other.end > coding.start)
    for (const other of before) {
      if (other.coder === coding.coder || other.code === coding.code) continue
      if (!gave(coding.coder, other) && !gave(other.coder, coding)) pairs.push([other, coding])
    }
    before = [...before, coding]
  }
  return pairs
}

/** Agreed readings that settle a coding in common. */
function settledPairs(current: readonly Coding[]): readonly Pair[] {
  const readings = current.filter(coding => coding.status === 'settled' && coding.settles.length > 0).sort(inText)
  return readings.flatMap((one, i) =>
    readings.slice(i + 1).flatMap((other): Pair[] => (other.settles.some(id => one.settles.includes(id)) ? [[one, other]] : [])),
  )
}

function tell(one: Coding, other: Coding, above: ReadonlyMap<string, string | null>): Disagreement {
  const isFiner = standsUnder(one.code, other.code, above) || standsUnder(other.code, one.code, above)
  const differs = one.status === 'settled' ? 'settled twice' : isFiner ? 'code, one under the other' : 'code'
  return {
    transcript: one.transcript,
    start: Math.max(one.start, other.start),
    end: Math.min(one.end, other.end),
    differs,
    code: one.code,
    coder: one.coder,
    says: says(one),
    otherCode: other.code,
    otherCoder: other.coder,
    otherSays: says(other),
    coding: one.id,
    otherCoding: other.id,
  }
}

function says(coding: Coding): string {
  return [coding.role, coding.polarity, stanceOf(coding)].filter(part => part !== null).join(', ')
}
