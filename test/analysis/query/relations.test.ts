import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable } from '../../../src/analysis/index.js'
import type { Nearness, QueryRelation, Reach } from '../../../src/analysis/query/query.js'
import { queryCodings } from '../../../src/analysis/query/queryCodings.js'
import { queryPairs } from '../../../src/analysis/query/queryPairs.js'
import type { Coding, Study, Transcript } from '../../../src/study/index.js'
import { crossedStudy } from './crossedStudy.js'

/** The turns with words a coding has a character in, by number among those with words. */
function turnsOf({ turns }: Transcript, { start, end }: Coding): readonly number[] {
  return turns.filter(turn => turn.end > turn.start).flatMap((turn, i) => (turn.start < end && start < turn.end ? [i] : []))
}

/** Whether one turn is at most n answering turns from another: how many answering turns lie between, and one more. */
function turnsApart(on: Transcript, a: Coding, b: Coding): number {
  const worded = on.turns.filter(turn => turn.end > turn.start)
  let least = Number.POSITIVE_INFINITY
  for (const i of turnsOf(on, a)) {
    for (const j of turnsOf(on, b)) {
      const between = worded.slice(Math.min(i, j) + 1, Math.max(i, j)).filter(turn => !turn.asks)
      least = Math.min(least, i === j ? 0 : 1 + between.length)
    }
  }
  return least
}

/** Words that begin at or behind one place and before another, by one walk over the text. */
function wordsBetween({ text, turns }: Transcript, from: number, to: number): number {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '')
  // A sign between two letters joins them.
  const joins = (at: number) => /['’-]/u.test(text[at] ?? '') && isWord(at - 1) && isWord(at + 1)
  let count = 0
  for (const turn of turns) {
    for (let at = turn.start; at < turn.end; at++) {
      const begins = isWord(at) && (at === turn.start || !(isWord(at - 1) || joins(at - 1)))
      if (begins && at >= from && at < to) count++
    }
  }
  return count
}

function reaches(on: Transcript, a: Coding, b: Coding, within: Reach): boolean {
  if (within === 'transcript') return true
  if (within === 'turn') return turnsApart(on, a, b) === 0
  if (within === 'next turn') return turnsApart(on, a, b) <= 1
  if ('turns' in within) return turnsApart(on, a, b) <= within.turns
  const [first, second] = a.end <= b.start ? [a, b] : b.end <= a.start ? [b, a] : [null, null]
  return first === null || wordsBetween(on, first.end, second.start) <= within.words
}

/** The relation as it is said in words, for one pair. */
function holds(study: Study, a: Coding, b: Coding, kind: QueryRelation['kind'], within: Nearness): boolean {
  if (a === b) return false
  if (kind === 'near' && within === 'account') return a.account !== null && a.account === b.account
  if (a.transcript !== b.transcript) return false
  const on = study.transcripts.find(one => one.id === a.transcript)!
  if (kind === 'inside') return b.start <= a.start && a.end <= b.end
  if (kind === 'around') return a.start <= b.start && b.end <= a.end
  if (within === 'fragment') return a.start === b.start && a.end === b.end
  if (within === 'overlap') return a.start < b.end && b.start < a.end
  if (kind === 'followedBy') return b.start >= a.end && reaches(on, a, b, within as Reach)
  if (kind === 'follows') return a.start >= b.end && reaches(on, a, b, within as Reach)
  return reaches(on, a, b, within as Reach)
}

const reach: readonly Reach[] = [
  'turn',
  'next turn',
  'transcript',
  ...[0, 1, 2].map(turns => ({ turns })),
  ...[0, 1, 5].map(words => ({ words })),
]
const ways: readonly (readonly [QueryRelation['kind'], Nearness])[] = [
  ...(['fragment', 'overlap', 'account', ...reach] as const).map(within => ['near', within] as const),
  ['inside', 'overlap'],
  ['around', 'overlap'],
  ...reach.flatMap(within => [['followedBy', within] as const, ['follows', within] as const]),
]

describe.each(ways)('%s %j', (kind, within) => {
  const relation = (of: QueryRelation['of']) =>
    (kind === 'inside' || kind === 'around' ? { kind, of } : { kind, of, within }) as QueryRelation

  it('finds what a look at every pair finds', () => {
    fc.assert(
      fc.property(crossedStudy, fc.boolean(), (study, all) => {
        const looked = all ? study.codings : countable(study).map(said => said.coding)
        const others = looked.filter(coding => coding.role === 'mechanism')
        const expected = looked.filter(a => others.some(b => holds(study, a, b, kind, within))).map(coding => coding.id)
        const found = queryCodings(study, q => relation(q.role('mechanism')), { all })
        expect([...found.ids].sort()).toEqual(expected.sort())
      }),
      { numRuns: 300 },
    )
  })

  it('pairs what a look at every pair pairs', () => {
    fc.assert(
      fc.property(crossedStudy, fc.boolean(), (study, all) => {
        const looked = all ? study.codings : countable(study).map(said => said.coding)
        const wanted = looked.filter(coding => coding.code === 'a')
        const pairs = wanted.flatMap(a => looked.filter(b => holds(study, a, b, kind, within)).map(b => `${a.id} ${b.id}`))
        const { rows } = queryPairs(study, q => q.and(q.code('a'), relation(q.and())), { all })
        expect(rows.map(row => `${row.coding} ${row.other}`).sort()).toEqual(pairs.sort())
      }),
      { numRuns: 100 },
    )
  })
})
