import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsThatDiffer, studyDigests } from '../../src/privacy/studyDigests.js'
import type { Study } from '../../src/study/index.js'
import { full } from '../report/fullStudy.js'

const study: Study = full
const before = studyDigests(study)
const differs = (other: Study) => partsThatDiffer(before, studyDigests(other))

/** The same with the fields of every record in another order, and with fields that hold nothing besides. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).reverse()
  return Object.fromEntries([...fields.map(([key, held]) => [key, turned(held)]), ['unknown to us', null], ['and this', undefined]])
}

describe('the digests of a study', () => {
  it('are the same whatever the order of fields, and whatever holds nothing', () => {
    expect(differs(turned(study) as Study)).toEqual([])
    expect(differs(JSON.parse(JSON.stringify(study)) as Study)).toEqual([])
    expect(differs(structuredClone({ ...study }))).toEqual([])
  })

  it('do not see what a save makes anew: the journal, files and hashes, the pass of a coding', () => {
    expect(
      differs({
        ...study,
        journal: [],
        transcripts: study.transcripts.map(one => ({ ...one, file: 'x.txt', hash: 'abc' })),
        codings: study.codings.map(one => ({ ...one, pass: 'p1' })),
        pages: [...study.pages].reverse(),
      }),
    ).toEqual([])
  })

  it('see every other text, number and place, and say in which file', () => {
    const leaves = leavesOf(study)
    expect(leaves.length).toBeGreaterThan(200)
    const files = new Set<string>()
    fc.assert(
      fc.property(fc.constantFrom(...leaves), path => {
        const changed = JSON.parse(JSON.stringify(study)) as Study
        alter(changed, path)
        const parts = differs(changed)
        expect(parts, path.join('.')).toHaveLength(1)
        files.add(parts[0]!)
      }),
      { numRuns: 400 },
    )
    expect(files.size).toBeGreaterThan(6)
  })

  it('see an order of rows that is another, a row more and one less', () => {
    expect(differs({ ...study, codings: [...study.codings].reverse() })).toEqual(['codings.csv'])
    expect(differs({ ...study, codings: study.codings.slice(1) })).toEqual(['codings.csv'])
    expect(differs({ ...study, themes: [...study.themes, study.themes[0]!] })).toEqual(['themes.csv'])
    expect(differs({ ...study, themes: [] })).toEqual(['themes.csv'])
  })

  it('do not take one value for another that is written alike', () => {
    const one = (extra: object) => studyDigests({ ...study, respondents: [{ ...study.respondents[0]!, extra: extra as never }] })
    expect(one({ a: 'b","c' })).not.toEqual(one({ a: 'b', c: '' }))
    expect(one({ a: '1' })).not.toEqual(one({ a: 1 }))
    expect(one({ a: 'null' })).not.toEqual(one({}))
    expect(one({ 'a,b': 'c' })).not.toEqual(one({ a: 'c', b: 'c' }))
  })
})

type Path = readonly (string | number)[]
const unseen = new Set(['journal', 'file', 'hash', 'pass'])

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string' || typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) =>
    unseen.has(key) ? [] : leavesOf(held, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function alter(value: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce<unknown>((held, key) => (held as Record<string, unknown>)[key], value) as Record<string, unknown>
  const last = path.at(-1)!
  const held = parent[last]
  parent[last] = typeof held === 'number' ? held + 1 : `${held}x`
}
