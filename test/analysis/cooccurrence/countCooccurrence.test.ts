import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable, countCooccurrence, type Together } from '../../../src/analysis/index.js'
import type { Coding, Study } from '../../../src/study/index.js'
import { sourcesOf } from '../../../src/transcript/index.js'
import { coding, study, transcript } from '../makeStudy.js'

const talk = transcript('t1', [
  ['I', 'What changed'],
  ['1', 'We met weekly and we trusted each other more'],
])
const second = transcript('t2', [['2', 'Trust came late and the meetings were long']])

describe('two codes', () => {
  const met = coding(talk, 'met weekly and we trusted', 'meeting')
  const trusted = coding(talk, 'we trusted each other', 'trust')
  const long = coding(second, 'meetings were long', 'meeting')
  const late = coding(second, 'Trust came late', 'trust')
  const made = study({ transcripts: [talk, second], codings: [met, trusted, long, late] })

  it('that share text stand together: by hand', () => {
    expect(countCooccurrence(made).rows).toEqual([
      {
        code: 'meeting',
        with: 'trust',
        sources: 1,
        'sources of code': 2,
        'sources of with': 2,
        pairs: 1,
        // One pair of 2 + 2 passages.
        c: 0.333,
        jaccard: 0.333,
        'given code': 0.5,
        'given with': 0.5,
      },
    ])
  })

  it('stand together in a turn, or in a source', () => {
    expect(countCooccurrence(made, { within: 'turn' }).rows[0]).toMatchObject({ sources: 2, pairs: 2, c: 1, jaccard: 1 })
    expect(countCooccurrence(made, { within: 'source' }).rows[0]).toMatchObject({ sources: 2, pairs: null, c: null, jaccard: 1 })
  })

  it('of two coders on the same words are one pair', () => {
    const twice = study({ transcripts: [talk], codings: [met, { ...met, id: 'again', coder: 'CD' }, trusted] })
    expect(countCooccurrence(twice).rows[0]).toMatchObject({ pairs: 1, c: 1 })
  })

  it('have a coefficient above 1 where one passage stands with many, as in ATLAS.ti, and none where nothing is left below the line', () => {
    const around = coding(talk, talk.text.slice(talk.turns[1]!.start, talk.turns[1]!.end), 'all')
    const words = ['We met', 'weekly and', 'we trusted', 'each other']
    const few = study({ transcripts: [talk], codings: [around, ...words.slice(0, 2).map(one => coding(talk, one, 'part'))] })
    expect(countCooccurrence(few).rows[0]).toMatchObject({ pairs: 2, c: 2 })
    const twoRound = [around, { ...around, id: 'other', code: 'other' }]
    expect(countCooccurrence(study({ transcripts: [talk], codings: twoRound })).rows[0]).toMatchObject({ pairs: 1, c: 1 })
  })

  it('are left out below a number of sources; a way that there is not is refused', () => {
    expect(countCooccurrence(made, { fewest: 2 }).rows).toEqual([])
    expect(() => countCooccurrence(made, { within: 'page' as Together })).toThrow(/overlap/u)
    expect(() => countCooccurrence(made, { fewest: 0 })).toThrow(/whole number/u)
  })
})

interface Span {
  readonly code: string
  readonly at: number
  readonly length: number
  readonly talk: number
  readonly coder: string
}

const spans: fc.Arbitrary<readonly Span[]> = fc.array(
  fc.record({
    code: fc.constantFrom('a', 'b', 'c', 'd'),
    at: fc.nat(70),
    length: fc.integer({ min: 1, max: 40 }),
    talk: fc.nat(3),
    coder: fc.constantFrom('AB', 'CD'),
  }),
  { maxLength: 14 },
)

const talks = [
  transcript('t0', [
    ['1', 'words of the first one here'],
    ['I', 'and then'],
    ['1', 'more words of hers to code'],
  ]),
  transcript('t1', [
    ['2a+2b', 'words of two together here'],
    ['2a', 'words of one of the two'],
  ]),
  transcript('t2', [
    ['3', 'words of a third person'],
    ['1+3', 'somebody of the two said so'],
  ]),
  transcript('t3', [['3', 'the third one in another talk, alone with the one who asks']]),
]

function studyOf(drawn: readonly Span[]): Study {
  const codings = drawn.map(({ code, at, length, talk: n, coder }, i): Coding => {
    const on = talks[n]!
    const start = Math.min(at, on.text.length - 2)
    const words = coding(on, on.text.slice(0, 1), code, { coder })
    return { ...words, id: `c${i}`, start, end: Math.min(start + length, on.text.length) }
  })
  return study({ transcripts: talks, codings })
}

/** In the plainest way: every passage beside every other. */
function oracle(made: Study, within: Together) {
  const { homeOf, heardIn } = sourcesOf(made)
  const passages: { code: string; talk: string; start: number; end: number; turns: Set<number>; homes: string[] }[] = []
  const codes = [...new Set(made.codings.map(one => one.code))]
  for (const code of codes)
    for (const on of made.transcripts) {
      const own = countable(made)
        .map(one => one.coding)
        .filter(one => one.code === code && one.transcript === on.id)
        .sort((a, b) => a.start - b.start)
      const merged: { start: number; end: number }[] = []
      for (const { start, end } of own) {
        const before = merged.at(-1)
        if (before !== undefined && start < before.end) before.end = Math.max(before.end, end)
        else merged.push({ start, end })
      }
      for (const { start, end } of merged) {
        const touched = on.turns.map((turn, i) => ({ turn, i })).filter(({ turn }) => turn.start < end && start < turn.end)
        const people = touched.filter(({ turn }) => !turn.asks).flatMap(({ turn }) => turn.respondents)
        const homes = [...new Set(people.map(one => homeOf(one).id))]
        passages.push({ code, talk: on.id, start, end, turns: new Set(touched.map(one => one.i)), homes })
      }
    }
  const first = (homes: readonly string[]) => homes.map(home => home.split(';')[0]!)
  const result = new Map<string, { pairs: number; sources: number }>()
  for (const [i, a] of codes.entries())
    for (const b of codes.slice(i + 1)) {
      const shared: string[][] = []
      let pairs = 0
      if (within === 'source') {
        const sure = (code: string) =>
          new Set(passages.filter(one => one.code === code && one.homes.length === 1).map(one => one.homes[0]!))
        for (const home of sure(a)) if (sure(b).has(home)) shared.push([home])
      } else
        for (const x of passages.filter(one => one.code === a))
          for (const y of passages.filter(one => one.code === b && one.talk === x.talk)) {
            const near = within === 'overlap' ? x.start < y.end && y.start < x.end : [...x.turns].some(turn => y.turns.has(turn))
            if (!near) continue
            pairs++
            shared.push(x.homes.filter(home => y.homes.includes(home)))
          }
      const sources = heardIn(shared.map(first)).length
      if (within === 'source' ? sources > 0 : pairs > 0 && sources > 0) result.set([a, b].sort().join(' '), { pairs, sources })
    }
  return result
}

describe('for random studies', () => {
  it.each(['overlap', 'turn', 'source'] as const)('counts are those of an oracle that looks at every pair: %s', within => {
    fc.assert(
      fc.property(spans, drawn => {
        const made = studyOf(drawn)
        const rows = countCooccurrence(made, { within }).rows
        const counted = new Map(rows.map(row => [[row.code, row.with].sort().join(' '), { pairs: row.pairs ?? 0, sources: row.sources }]))
        expect(new Map([...counted].sort())).toEqual(new Map([...oracle(made, within)].sort()))
      }),
      { numRuns: 300 },
    )
  })

  it('the order of codings changes nothing', () => {
    fc.assert(
      fc.property(spans, drawn => {
        const made = studyOf(drawn)
        const turned = { ...made, codings: [...made.codings].reverse() }
        for (const within of ['overlap', 'turn', 'source'] as const)
          expect(countCooccurrence(turned, { within }).toCsv()).toBe(countCooccurrence(made, { within }).toCsv())
      }),
      { numRuns: 100 },
    )
  })
})
