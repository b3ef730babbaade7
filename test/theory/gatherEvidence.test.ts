import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Said } from '../../src/analysis/index.js'
import { codeNumbers, countable, sourcesOf, stanceOf } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { findNearby, gatherEvidence, threadsOf } from '../../src/theory/index.js'
import { coding, respondent, study, transcript } from '../analysis/makeStudy.js'
import { configuration, evidence, shuffled, theoryStudy } from './theoryStudy.js'

const roles = ['context', 'mechanism', 'outcome'] as const

/** Who tells the whole chain, by going through every source and each of its accounts. */
function bruteThreads(made: Study, id: string) {
  const meant = made.configurations.find(one => one.id === id)!
  const chain = roles.filter(role => codesOf(meant, role).length > 0)
  const said = countable(made).filter(
    ({ coding: one }) => stanceOf(one) === 'supports' && chain.some(role => role === one.role && codesOf(meant, role).includes(one.code)),
  )
  const isOf = ({ speakers }: Said, source: string) =>
    speakers.length > 0 && speakers.every(one => sourcesOf(made).homeOf(one).id === source)
  const tells = (own: readonly Said[]) => chain.length > 1 && chain.every(role => own.some(one => one.coding.role === role))
  const sources = sourcesOf(made).all.map(source => source.id)
  const ownOf = (source: string) => said.filter(one => isOf(one, source))
  const inAccount = sources.filter(source =>
    ['x', 'y', 'z'].some(account => tells(ownOf(source).filter(one => one.coding.account === account))),
  )
  const inOwn = sources.filter(source => tells(ownOf(source)) && !inAccount.includes(source))
  const partly = sources.filter(source => ownOf(source).length > 0 && !inAccount.includes(source) && !inOwn.includes(source))
  return { inAccount, inOwn, partly, isStitched: tells(said) && inAccount.length + inOwn.length === 0 }
}

function codesOf(one: object, role: string): readonly string[] {
  return Reflect.get(one, role) as readonly string[]
}

const ids = (sources: readonly { readonly id: string }[]) => sources.map(one => one.id).sort()

describe('gatherEvidence', () => {
  it('finds the threads that going through every source finds', () => {
    let threads = 0
    let stitched = 0
    fc.assert(
      fc.property(theoryStudy, fc.constantFrom('C1', 'C2'), (made, id) => {
        const expected = bruteThreads(made, id)
        const found = gatherEvidence(made, id).threads
        expect(ids(found.inOneAccount)).toEqual(expected.inAccount.sort())
        expect(ids(found.inOwnCodings)).toEqual(expected.inOwn.sort())
        expect(ids(found.partly.map(one => one.source))).toEqual(expected.partly.sort())
        expect(found.isStitched).toBe(expected.isStitched)
        threads += expected.inAccount.length + expected.inOwn.length
        stitched += expected.isStitched ? 1 : 0
      }),
      { numRuns: 600, seed: 5 },
    )
    expect(Math.min(threads, stitched)).toBeGreaterThan(3)
  })

  it('tells the same numbers everywhere', () => {
    fc.assert(
      fc.property(theoryStudy, made => {
        const { parts, restsOn, agreedOnly, threads } = gatherEvidence(made, 'C1')
        for (const one of parts) {
          expect(one.volunteered + one.asked + one.agreedOnly + one.inferredOnly).toBe(one.sources.length)
          expect(Math.min(one.volunteered, one.asked, one.agreedOnly, one.inferredOnly)).toBeGreaterThanOrEqual(0)
          expect(one.people.low).toBeGreaterThanOrEqual(one.sources.length)
          expect(one.byGroup.reduce((sum, group) => sum + group.sources, 0)).toBe(one.sources.length)
        }
        const whole = parts.find(one => one.part === 'whole' && one.stance === 'supports')
        expect([restsOn, agreedOnly]).toEqual([whole?.sources.length ?? 0, whole?.agreedOnly ?? 0])
        const rows = made.evidence.filter(one => one.configuration === 'C1')
        const pieces = parts.filter(one => one.part === 'whole').reduce((sum, one) => sum + one.said + one.inferred + one.otherData, 0)
        expect(pieces).toBe(rows.length)
        for (const one of parts.filter(part => part.from === 'codings')) {
          const said = countable(made).filter(
            ({ coding: own }) =>
              own.role === one.part && codesOf(made.configurations[0]!, own.role).includes(own.code) && stanceOf(own) === one.stance,
          )
          expect(codeNumbers(made, said).sources).toBe(one.sources.length)
        }
        // A chain of one code per role that one source tells is a combination that source told.
        const isPlain = roles.every(role => codesOf(made.configurations[0]!, role).length === 1)
        if (!isPlain || made.codings.some(one => one.stance === 'refines')) return
        const codes = roles.map(role => codesOf(made.configurations[0]!, role)[0]!)
        const near = findNearby(made, { within: 'source', size: 3 }).rows.find(row =>
          roles.every((role, i) => String(row[role]).split(' > ').at(-1) === codes[i]),
        )
        expect(threads.inOneAccount.length + threads.inOwnCodings.length).toBe(near?.sources ?? 0)
      }),
      { numRuns: 400, seed: 3 },
    )
  })

  it('does not change with the order of the tables', () => {
    fc.assert(
      fc.property(theoryStudy, fc.nat(1000), (made, seed) => {
        const told = (one: Study) => {
          const { table, notes } = gatherEvidence(one, 'C1')
          return [table.rows, notes]
        }
        expect(told(shuffled(made, seed))).toEqual(told(made))
      }),
      { numRuns: 60 },
    )
  })

  const talks = ['1', '2', '3'].map(id =>
    transcript(`i${id}`, [
      ['I', 'Is it so?'],
      [id, 'Norms came, we trust, care is better.'],
    ]),
  )
  const pair = transcript('i4', [
    ['4+5', 'Norms, yes.'],
    ['4', 'And I trust.'],
  ])
  const made = study({
    transcripts: [...talks, pair],
    respondents: ['1', '2', '3', '4', '5'].map(id => respondent(id, id === '3' ? 'manager' : 'nurse')),
    codings: [
      coding(talks[0]!, 'Norms came', 'norms', { role: 'context', account: 'x' }),
      coding(talks[0]!, 'we trust', 'trust', { account: 'x', elicited: 'volunteered' }),
      coding(talks[0]!, 'care is better', 'care', { role: 'outcome', account: 'x' }),
      coding(talks[1]!, 'we trust', 'trust', { elicited: 'agreed' }),
      coding(talks[2]!, 'care is better', 'care', { role: 'outcome', elicited: 'volunteered' }),
      coding(talks[1]!, 'Is it so', 'norms', { role: 'context' }),
      coding(pair, 'Norms, yes', 'norms', { role: 'context' }),
      coding(pair, 'I trust', 'trust'),
    ],
    configurations: [configuration('C1', { context: ['norms'], mechanism: ['trust'], outcome: ['care'] })],
  })
  const [, trust1, , trust2, care3, question] = made.codings
  const gathered = (rows: Study['evidence']) => gatherEvidence({ ...made, evidence: rows }, 'C1')
  const supports = { stance: 'supports' } as const

  it('rests on no one who was only asked, and says when all only agreed', () => {
    expect(gathered([evidence('e1', 'C1', { ...supports, coding: question!.id })])).toMatchObject({
      restsOn: 0,
      notes: expect.arrayContaining(['nobody said what is given for it']),
    })
    const agreed = gathered([evidence('e1', 'C1', { ...supports, coding: trust2!.id })])
    expect(agreed).toMatchObject({ restsOn: 1, agreedOnly: 1 })
    expect(agreed.notes[0]).toMatch(/only agreed with what was put to them, which alone supports no configuration/u)
    // What somebody volunteered does not make a thing volunteered that was inferred from it.
    const inferred = evidence('e2', 'C1', { ...supports, role: 'mechanism', coding: care3!.id, basis: 'inferred', reasoning: 'else why' })
    const both = gathered([evidence('e1', 'C1', { ...supports, coding: trust2!.id }), inferred])
    expect(both.parts[0]).toMatchObject({ volunteered: 0, asked: 0, agreedOnly: 1, inferredOnly: 1, inferred: 1, reasoning: ['else why'] })
    expect(gathered([inferred]).notes).toContain('mechanism is inferred by the analyst: nobody said it aloud')
    expect(gathered([]).notes).toEqual(['no evidence for it was given'])
  })

  it('gives an account to the whole and to each of its roles', () => {
    const { parts, restsOn } = gathered([
      evidence('e1', 'C1', { ...supports, account: 'x', weight: 'rich' }),
      evidence('e2', 'C1', { stance: 'refutes', reference: 'year report' }),
    ])
    expect(restsOn).toBe(1)
    expect(
      parts.filter(one => one.from === 'evidence').map(one => [one.part, one.stance, one.sources.length, one.rich, one.otherData]),
    ).toEqual([
      ['whole', 'supports', 1, 1, 0],
      ['whole', 'refutes', 0, 0, 1],
      ['context', 'supports', 1, 1, 0],
      ['mechanism', 'supports', 1, 1, 0],
      ['outcome', 'supports', 1, 1, 0],
    ])
  })

  it('tells a thread from a chain put together of different people', () => {
    expect(ids(gathered([]).threads.inOneAccount)).toEqual(['1'])
    const stitched = { ...made, codings: made.codings.filter(one => one !== trust1) }
    expect(threadsOf(stitched, stitched.configurations[0]!)).toMatchObject({ inOneAccount: [], inOwnCodings: [], isStitched: true })
    expect(gatherEvidence(stitched, 'C1').notes.join()).toMatch(/put together from what different people said/u)
    const apart = { ...made, codings: made.codings.map(one => ({ ...one, account: null })) }
    expect(ids(threadsOf(apart, apart.configurations[0]!).inOwnCodings)).toEqual(['1'])
  })

  it('loses with a person what that person said, and nothing else', () => {
    const rows = [
      evidence('e1', 'C1', { ...supports, account: 'x' }),
      evidence('e2', 'C1', { ...supports, coding: trust2!.id }),
      evidence('e3', 'C1', { ...supports, coding: care3!.id }),
    ]
    const all = gathered(rows)
    for (const [i, id] of ['1', '2', '3'].entries()) {
      const without = {
        ...made,
        transcripts: made.transcripts.filter(one => one.id !== `i${id}`),
        codings: made.codings.filter(one => one.transcript !== `i${id}`),
        respondents: made.respondents.filter(one => one.id !== id),
        evidence: rows.filter((_, j) => j !== i),
      }
      const less = gatherEvidence(without, 'C1')
      expect(less.restsOn).toBe(all.restsOn - 1)
      for (const part of all.parts.filter(one => one.from === 'codings')) {
        const now = less.parts.find(one => one.from === 'codings' && one.part === part.part && one.stance === part.stance)
        expect(ids(now?.sources ?? [])).toEqual(ids(part.sources).filter(one => one !== id))
      }
    }
  })

  it('refuses a configuration that is not there, with the one that may be meant', () => {
    expect(() => gatherEvidence(made, 'C2')).toThrow(/There is no such configuration/iu)
    expect(() => gatherEvidence(made, configuration('C1', {}))).toThrow(/no such configuration/iu)
  })
})
