import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followRipples } from '../../src/theory/index.js'
import { pathsIn } from '../../src/theory/ripplePaths.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration } from './theoryStudy.js'

const graph = fc
  .integer({ min: 1, max: 5 })
  .chain(size => fc.array(fc.subarray([...Array(size).keys()]), { minLength: size, maxLength: size }))

/** Every row of different things. */
function orders(size: number): readonly (readonly number[])[] {
  const all: number[][] = []
  const grow = (path: readonly number[]) => {
    if (path.length > 0) all.push([...path])
    for (let i = 0; i < size; i++) if (!path.includes(i)) grow([...path, i])
  }
  grow([])
  return all
}

describe('pathsIn', () => {
  it('finds the chains and loops that trying every order finds', () => {
    fc.assert(
      fc.property(graph, next => {
        const leads = (a: number, b: number) => next[a]!.includes(b)
        const paths = orders(next.length).filter(path => path.every((one, i) => i === 0 || leads(path[i - 1]!, one)))
        const found = pathsIn(next, { from: null, to: null, most: 1e6 })
        const canGrow = (path: readonly number[]) =>
          next.some((_, i) => !path.includes(i) && (leads(i, path[0]!) || leads(path.at(-1)!, i)))
        const text = (all: readonly (readonly number[])[]) => all.map(path => path.join()).sort()
        expect(text(found.chains)).toEqual(text(paths.filter(path => path.length > 1 && !canGrow(path))))
        expect(text(found.loops)).toEqual(text(paths.filter(path => leads(path.at(-1)!, path[0]!) && path[0] === Math.min(...path))))
        expect(found.isCut).toBe(false)
        const between = pathsIn(next, { from: new Set([0]), to: new Set([next.length - 1]), most: 1e6 }).chains
        expect(text(between)).toEqual(text(paths.filter(path => path[0] === 0 && path.at(-1) === next.length - 1)))
      }),
      { numRuns: 300 },
    )
  })

  it('comes to an end where everything leads to everything, and says that there is more', () => {
    const next = Array.from({ length: 40 }, () => [...Array(40).keys()])
    expect(pathsIn(next, { from: null, to: null, most: 10 })).toMatchObject({ isCut: true })
  })
})

const talk = (id: string, words: string) => transcript(`i${id}`, [[id, words]])
const [whole, first, second] = [
  talk('1', 'Norms came, we trust, one plan came, we hurry, care is better.'),
  talk('2', 'Norms came, we trust, one plan came.'),
  talk('3', 'With one plan we hurry, care is better, and so we have time.'),
]
const made = study({
  transcripts: [whole, first, second],
  respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse')),
  codes: ['norms', 'trust', 'plan', 'haste', 'care'].map(id => code(id)),
  codings: [whole, first]
    .flatMap(on => [
      coding(on, 'Norms came', 'norms', { role: 'context' }),
      coding(on, 'we trust', 'trust'),
      coding(on, 'one plan', 'plan', { role: 'outcome' }),
    ])
    .concat(
      [whole, second].flatMap(on => [
        ...(on === second ? [coding(on, 'one plan', 'plan', { role: 'context' })] : []),
        coding(on, 'we hurry', 'haste'),
        coding(on, 'care is better', 'care', { role: 'outcome' }),
      ]),
      coding(second, 'so we have time', 'care', { role: 'context', id: 'as context' }),
    ),
  configurations: [
    configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['plan'] }),
    configuration('C2', { context: ['plan'], mechanism: ['haste'], outcome: ['care'] }),
    configuration('C3', { context: ['care'], mechanism: ['trust'], outcome: ['norms'] }, { status: 'abandoned' }),
  ],
})

describe('followRipples', () => {
  it('follows outcomes that become a context, and tells who carries every step', () => {
    expect(followRipples(made).rows).toEqual([
      { kind: 'chain', configurations: 'C1 → C2', codes: 'norms → plan → care', steps: 2, sources: 1, groups: 'nurse: 1', weakest: 2 },
      { kind: 'heard as a context', configurations: 'C2 → ?', codes: 'care', steps: 1, sources: 1, groups: 'nurse: 1', weakest: 1 },
    ])
    const stitched = { ...made, codings: made.codings.filter(one => one.transcript !== 'i1') }
    expect(followRipples(stitched).rows[0]).toMatchObject({ configurations: 'C1 → C2', sources: 0, groups: '', weakest: 1 })
  })

  it('is carried by no one who refutes a step', () => {
    const codings = made.codings.map(one =>
      one.transcript === 'i1' && one.code === 'trust' ? { ...one, stance: 'refutes' as const } : one,
    )
    expect(followRipples({ ...made, codings }).rows[0]).toMatchObject({ configurations: 'C1 → C2', sources: 0, weakest: 1 })
  })

  it('goes round loops once', () => {
    const open = { ...made, configurations: made.configurations.map(one => ({ ...one, status: null })) }
    const rows = followRipples(open).rows
    expect(rows.filter(one => one.kind === 'loop').map(one => [one.configurations, one.codes, one.steps])).toEqual([
      ['C1 → C2 → C3 → C1', 'plan → care → norms', 3],
    ])
    const self = { ...made, configurations: [configuration('C1', { context: ['plan'], mechanism: ['trust'], outcome: ['plan'] })] }
    expect(followRipples(self).rows.map(one => [one.kind, one.configurations])).toEqual([['loop', 'C1 → C1']])
  })

  it('finds the paths from a code to a code', () => {
    expect(followRipples(made, { from: 'norms', to: 'care' }).rows.map(one => one.configurations)).toEqual(['C1 → C2'])
    expect(followRipples(made, { from: 'norms', to: 'plan' }).rows.map(one => [one.configurations, one.sources])).toEqual([['C1', 2]])
    expect(followRipples(made, { to: 'norms' }).rows).toEqual([])
    expect(() => followRipples(made, { from: 'norm', most: 0 })).toThrow(/Did you mean "norms"[\s\S]*Give most: 100/u)
  })
})
