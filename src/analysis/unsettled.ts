import { shardsOf } from '../coding/index.js'
import type { Coding, Study } from '../study/index.js'
import { Table } from '../table/index.js'
import { settledAway } from './countable.js'
import { stanceOf } from './stanceOf.js'
import { withoutPlaces } from './withoutPlaces.js'

/** A passage that two coders coded differently and nobody settled. */
export interface Unsettled {
  readonly transcript: string
  readonly start: number
  readonly end: number
  readonly code: string
  /** What they differ in: role, polarity, stance. */
  readonly differs: string
  readonly coder: string
  readonly says: string
  readonly otherCoder: string
  readonly otherSays: string
  readonly coding: string
  readonly otherCoding: string
}

const columns = [
  'transcript',
  'start',
  'end',
  'code',
  'differs',
  'coder',
  'says',
  'otherCoder',
  'otherSays',
  'coding',
  'otherCoding',
] as const

/**
 * Lists the passages on which coders disagree: fragments that overlap, with the same code, by different coders, both open, of which the
 * roles differ, the polarities differ, or what they do to the claim differs. A polarity that one of them did not give is no disagreement.
 *
 * @returns one row per pair of codings; `start` and `end` are what both cover
 * @example
 * unsettled(study).rows[0]
 * //=> { transcript: 'i1', start: 3, end: 9, code: 'trust', differs: 'role', coder: 'AB', says: 'context', otherCoder: 'CD', otherSays: 'mechanism', ... }
 */
export function unsettled(study: Study): Table<Unsettled> {
  const away = settledAway(study.codings)
  const shards = shardsOf(study.codings)
  const rows = study.transcripts.flatMap(({ id }) => {
    const open = (shards.get(id)?.codings ?? []).filter(coding => coding.status === 'open' && !away.has(coding.id))
    return pairsIn(open).flatMap(([one, other]) => conflict(one, other))
  })
  const basis = 'open codings of one code on overlapping fragments'
  return new Table({ title: 'Coders disagree', ...withoutPlaces(study, columns, rows), basis, of: study })
}

/** Pairs of codings of one code by different coders that overlap and do not say the same, in the order of the text. */
function pairsIn(codings: readonly Coding[]): readonly (readonly [Coding, Coding])[] {
  const sorted = [...codings].sort((a, b) => a.start - b.start || (a.coder < b.coder ? -1 : a.coder > b.coder ? 1 : a.id < b.id ? -1 : 1))
  // Kept apart by what they say: codings that say the same are most of them, and need not be compared.
  const perCode = new Map<string, Map<string, Coding[]>>()
  const pairs: (readonly [Coding, Coding])[] = []
  for (const coding of sorted) {
    const saying = perCode.get(coding.code) ?? new Map<string, Coding[]>()
    perCode.set(coding.code, saying)
    const own = [coding.role, coding.polarity, stanceOf(coding)].join('\n')
    for (const [says, others] of saying) {
      if (says === own) continue
      const before = others.filter(other => other.end > coding.start)
      saying.set(says, before)
      for (const other of before) if (other.coder !== coding.coder) pairs.push([other, coding])
    }
    const same = saying.get(own)
    if (same === undefined) saying.set(own, [coding])
    else same.push(coding)
  }
  return pairs
}

function conflict(one: Coding, other: Coding): Unsettled[] {
  const aspects: (readonly [name: string, one: string, other: string])[] = []
  if (one.role !== other.role) aspects.push(['role', one.role, other.role])
  if (one.polarity !== null && other.polarity !== null && one.polarity !== other.polarity)
    aspects.push(['polarity', one.polarity, other.polarity])
  if (stanceOf(one) !== stanceOf(other)) aspects.push(['stance', stanceOf(one), stanceOf(other)])
  if (aspects.length === 0) return []
  return [
    {
      transcript: one.transcript,
      start: Math.max(one.start, other.start),
      end: Math.min(one.end, other.end),
      code: one.code,
      differs: aspects.map(([name]) => name).join(', '),
      coder: one.coder,
      says: aspects.map(([, says]) => says).join(', '),
      otherCoder: other.coder,
      otherSays: aspects.map(([, , says]) => says).join(', '),
      coding: one.id,
      otherCoding: other.id,
    },
  ]
}
