import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable, queryPairs, type Said, sourcesOf, stanceOf } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { findNearby, type Nearby } from '../../src/theory/index.js'
import { code, coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { theoryStudy } from './theoryStudy.js'

const roles = ['context', 'mechanism', 'outcome']

/** The source that told all of these, or null. */
function teller(made: Study, parts: readonly Said[]): string | null {
  const homes = new Set(
    parts.flatMap(({ speakers }) => (speakers.length === 0 ? [''] : speakers.map(one => sourcesOf(made).homeOf(one).id))),
  )
  return homes.size === 1 && !homes.has('') ? [...homes][0]! : null
}

function casesOf(made: Study, { coding: one, speakers }: Said): readonly string[] {
  if (one.about !== null) return [one.about]
  const own = made.respondents.filter(person => speakers.includes(person.id)).flatMap(person => person.cases)
  return own.length > 0 ? own : made.transcripts.find(on => on.id === one.transcript)!.cases
}

/** The numbers of the answers a coding touches: turns that answer, one after another without a question between. */
function answersOf(made: Study, { coding: one }: Said): readonly number[] {
  let answer = 0
  let isOpen = false
  return made.transcripts
    .find(on => on.id === one.transcript)!
    .turns.flatMap(turn => {
      if (!turn.asks && !isOpen) answer++
      isOpen = !turn.asks
      return !turn.asks && turn.start < one.end && one.start < turn.end ? [answer] : []
    })
}

/** Whether two stand near, as it is said in words. Pairs by turns and words are those of queries, which have a test of their own. */
function isNear(made: Study, within: Nearby, paired: ReadonlySet<string>): (a: Said, b: Said) => boolean {
  return (a, b) => {
    const [one, other] = [a.coding, b.coding]
    if (within === 'source' || within === 'other round') return teller(made, [a, b]) !== null
    if (within === 'case') return casesOf(made, a).some(id => casesOf(made, b).includes(id))
    if (one.transcript !== other.transcript) return false
    if (within === 'transcript') return true
    if (within === 'fragment') return one.start === other.start && one.end === other.end
    if (within === 'overlap') return one.start < other.end && other.start < one.end
    if (within === 'answer') return answersOf(made, a).some(answer => answersOf(made, b).includes(answer))
    return paired.has(`${one.id}\n${other.id}`)
  }
}

/** Every combination of codings, by looking at all of them. */
function bruteForce(made: Study, within: Nearby, nameOf: (id: string) => string) {
  const said = countable(made).filter(one => roles.includes(one.coding.role) && stanceOf(one.coding) !== 'refutes')
  const isPlain = ['source', 'other round', 'case', 'answer'].includes(within as string)
  const pairs = isPlain ? [] : queryPairs(made, q => q.near(q.and(), { within: within as 'turn' })).rows
  const near = isNear(made, within, new Set(pairs.map(row => `${row.coding}\n${row.other}`)))
  const told = new Map<string, { sources: Set<string>; units: Set<string>; owned: Set<string> }>()
  const roundOf = (one: Said) => made.transcripts.find(on => on.id === one.coding.transcript)!.round
  const unitsOf = (parts: readonly Said[]) =>
    within === 'case'
      ? casesOf(made, parts[0]!).filter(id => parts.every(part => casesOf(made, part).includes(id)))
      : within === 'source' || within === 'other round'
        ? []
        : [parts[0]!.coding.transcript]
  const add = (parts: readonly Said[]) => {
    if (within === 'case' && unitsOf(parts).length === 0) return
    if (within === 'other round' && new Set(parts.map(roundOf)).size === 1) return
    const key = JSON.stringify(
      roles.map(role => parts.filter(one => one.coding.role === role).map(one => nameOf(one.coding.code))[0] ?? null),
    )
    const one = told.get(key) ?? { sources: new Set(), units: new Set(), owned: new Set() }
    told.set(key, one)
    const source = teller(made, parts)
    if (source !== null) one.sources.add(source)
    for (const unit of unitsOf(parts)) {
      one.units.add(unit)
      if (source !== null) one.owned.add(unit)
    }
  }
  for (const [i, a] of said.entries()) {
    for (const [j, b] of said.entries()) {
      if (roles.indexOf(a.coding.role) >= roles.indexOf(b.coding.role) || i === j || !near(a, b)) continue
      add([a, b])
      for (const c of said) if (roles.indexOf(b.coding.role) < roles.indexOf(c.coding.role) && near(a, c) && near(b, c)) add([a, b, c])
    }
  }
  return told
}

const kinds: readonly Nearby[] = [
  ...(['fragment', 'overlap', 'turn', 'next turn', 'answer', 'transcript', 'source', 'other round', 'case'] as const),
  { turns: 2 },
  { words: 1 },
]

describe('findNearby', () => {
  it.each(kinds.map(within => [JSON.stringify(within), within] as const))(
    'finds what looking at every set of codings finds: %s',
    (_, within) => {
      let found = 0
      fc.assert(
        fc.property(theoryStudy, made => {
          const expected = bruteForce(made, within, id => id)
          const families = bruteForce(made, within, id => ({ b: 'a', c: 'a' })[id] ?? id)
          const rows = findNearby(made, { within, atLeast: 0 }).rows
          const last = (cell: unknown) => (typeof cell === 'string' ? cell.split(' > ').at(-1)! : null)
          const top = (cell: unknown) => (typeof cell === 'string' ? cell.split(' > ')[0]! : null)
          expect(rows.map(row => [JSON.stringify(roles.map(role => last(row[role]))), row.sources, row.between]).sort()).toEqual(
            [...expected]
              .map(([key, { sources, units, owned }]) => [key, sources.size, units.size - owned.size] as const)
              .filter(([, sources, between]) => sources > 0 || between > 0)
              .sort(),
          )
          for (const row of rows)
            expect(row.familySources).toBe(families.get(JSON.stringify(roles.map(role => top(row[role]))))?.sources.size)
          found += rows.length
        }),
        { numRuns: 200, seed: 11 },
      )
      expect(found).toBeGreaterThan(10)
    },
  )

  const talk = transcript('i1', [['1', 'Norms came. Then we trust. So care is better.']])
  const other = transcript('i2', [['2', 'Norms too. But there is no trust.']])
  const made = study({
    transcripts: [talk, other],
    respondents: ['1', '2'].map(id => respondent(id, 'nurse')),
    codes: [code('norms'), code('law', { parent: 'norms' }), code('trust'), code('care')],
    codings: [
      coding(talk, 'Norms came', 'law', { role: 'context' }),
      coding(talk, 'we trust', 'trust'),
      coding(talk, 'care is better', 'care', { role: 'outcome' }),
      coding(other, 'Norms too', 'norms', { role: 'context' }),
      coding(other, 'there is no trust', 'trust', { stance: 'refutes' }),
    ],
  })

  it('puts combinations that are nearly the same under one name, and leaves out what refutes', () => {
    const rows = findNearby(made, { within: 'answer', size: 2, roles: ['context', 'mechanism'] }).rows
    expect(rows).toEqual([
      { context: 'norms > law', mechanism: 'trust', sources: 1, groups: 'nurse: 1', between: 0, family: 'norms + trust', familySources: 1 },
    ])
    const open = { ...made, codings: made.codings.map(one => ({ ...one, stance: null })) }
    expect(findNearby(open, { roles: ['context', 'mechanism'] }).rows.map(row => [row.context, row.sources, row.familySources])).toEqual([
      ['norms', 1, 2],
      ['norms > law', 1, 2],
    ])
  })

  it('counts a family by all who told any of it', () => {
    const talks = ['1', '2', '3', '4'].map(id => transcript(`i${id}`, [[id, 'Norms came, we trust.']]))
    const codings = talks.flatMap((on, i) => [
      coding(on, 'Norms came', i === 3 ? 'law' : 'norms', { role: 'context' }),
      coding(on, 'we trust', 'trust'),
    ])
    const rows = findNearby({ ...made, transcripts: talks, codings }).rows
    expect(rows.map(row => [row.context, row.sources, row.familySources])).toEqual([
      ['norms', 3, 4],
      ['norms > law', 1, 4],
    ])
    // One that is alone needs no second name.
    expect(findNearby(made, { roles: ['mechanism', 'outcome'] }).rows[0]).toMatchObject({ mechanism: 'trust', family: null })
  })

  it('says how many there are beside those listed', () => {
    const { rows, basis } = findNearby(made, { most: 2 })
    expect(rows.length).toBe(2)
    expect(basis).toMatch(/^the first 2 of 4 combinations: .* in the same answer\. This is nearness/u)
    expect(findNearby(made, { atLeast: 2 }).rows).toEqual([])
  })

  it('takes the roles of the study for its combinations', () => {
    const facts = ['setting', 'actor', 'mechanism', 'outcome'].map(id => ({
      id,
      label: null,
      parent: null,
      inConfiguration: id !== 'actor',
    }))
    const icamo = { ...made, roles: facts.map(one => one.id), roleFacts: facts }
    expect(findNearby(icamo).columns.slice(0, 3)).toEqual(['setting', 'mechanism', 'outcome'])
    expect(findNearby(icamo).rows.map(row => [row.setting, row.mechanism, row.outcome])).toEqual([[null, 'trust', 'care']])
  })

  it('refuses what it does not know, with what was meant', () => {
    expect(() => findNearby(made, { within: 'anser' as 'answer' })).toThrow(/did you mean 'answer'/iu)
    expect(() => findNearby(made, { within: { words: -1 } })).toThrow(/Give within: 'fragment'/u)
    expect(() => findNearby(made, { within: 'account' as 'answer' })).toThrow(/how near/u)
    expect(() => findNearby(made, { roles: ['context', 'future'] })).toThrow(/no place for "future"/u)
    expect(() => findNearby(made, { roles: ['context'] })).toThrow(/two roles or more/u)
    expect(() => findNearby(made, { size: 4, atLeast: -1, most: 0 })).toThrow(/3 problems/u)
  })
})
