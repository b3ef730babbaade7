import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastGroups, type Dissent, findDissent } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { shuffled, theoryStudy } from '../theory/theoryStudy.js'
import { coding, respondent, study, theme, transcript } from './makeStudy.js'

type Said = readonly [who: string, stance: 'supports' | 'refutes' | 'refines', round?: string]

/** People who each say one thing per conversation; the first letter tells the group. */
function talk(...said: readonly Said[]): Study {
  const transcripts = said.map(([who, , round], i) => transcript(`t${i}`, [[who, `words ${i}`]], { round: round ?? null }))
  const group = { n: 'nurse', d: 'director' } as Readonly<Record<string, string>>
  return study({
    transcripts,
    codings: said.map(([, stance], i) => coding(transcripts[i]!, `words ${i}`, 'trust', { stance })),
    respondents: [...new Set(said.map(([who]) => who))].map(id => respondent(id, group[id[0]!] ?? null)),
    themes: [theme('Trust', ['trust'])],
  })
}
const found = (made: Study) => findDissent(made).rows.map(({ kind, sides, supports, refutes }) => [kind, sides, supports, refutes])

describe('findDissent', () => {
  it('between groups: more for in one, more against in another', () => {
    const made = talk(['n1', 'supports'], ['n2', 'supports'], ['d1', 'refutes'])
    expect(found(made)).toEqual([['between groups', 'nurse: 2 support, 0 refute; director: 0 support, 1 refutes', 2, 1]])
  })

  it('within a group, by two people: one of two minds is no dissent', () => {
    expect(found(talk(['n1', 'supports'], ['n2', 'refutes']))).toEqual([['within a group', 'nurse: 1 supports, 1 refutes', 1, 1]])
    const made = talk(['n1', 'supports'])
    const both = { ...made, codings: [...made.codings, { ...made.codings[0]!, id: 'other', stance: 'refutes' as const }] }
    expect(found(both)).toEqual([])
  })

  it('between rounds and over time: who supported and later refutes', () => {
    const made = talk(['n1', 'supports', 'first'], ['n1', 'refutes', 'later'])
    expect(found(made)).toEqual([
      ['between rounds', 'first: 1 supports, 0 refute; later: 0 support, 1 refutes', 1, 1],
      ['over time', 'first: 1 supports, 0 refute; later: 0 support, 1 refutes', 1, 1],
    ])
    expect(found(talk(['n1', 'supports', 'first'], ['n2', 'refutes', 'later'])).map(([kind]) => kind)).toEqual([
      'between rounds',
      'within a group',
    ])
  })

  it('none where nobody refutes: refining is no dissent', () => {
    expect(found(talk(['n1', 'supports'], ['d1', 'refines']))).toEqual([])
    expect(findDissent(talk(['n1', 'supports'])).basis).toContain('1 theme, 1 without dissent')
  })

  it('says what the contrast of groups says', () => {
    const themed = theoryStudy.map(made => ({
      ...made,
      themes: [theme('A', ['a', 'b'], { role: 'context' }), theme('B', ['c', 'd', 'e'])],
    }))
    let dissent = 0
    fc.assert(
      fc.property(themed, made => {
        const rows = findDissent(made).rows
        for (const by of ['group', 'case', 'round'] as const) {
          const expected = made.themes.flatMap(({ label }) => {
            const parts = contrastGroups(made, { by }).rows.filter(row => row.theme === label)
            const isBetween = parts.some(one => one.supports > one.refutes) && parts.some(one => one.refutes > one.supports)
            return isBetween ? [label] : []
          })
          expect(rows.filter(row => row.kind === (`between ${by}s` as Dissent['kind'])).map(row => row.theme)).toEqual(expected)
          dissent += expected.length
        }
      }),
      { numRuns: 300 },
    )
    expect(dissent).toBeGreaterThan(5)
  })

  it('does not depend on the order of what was coded', () => {
    const themed = theoryStudy.map(made => ({ ...made, themes: [theme('A', ['a', 'b'], { role: 'context' })] }))
    const sorted = (made: Study) =>
      findDissent(made)
        .rows.map(row => JSON.stringify({ ...row, sides: row.sides.split('; ').sort() }))
        .sort()
    fc.assert(
      fc.property(themed, fc.nat(), (made, seed) => {
        expect(sorted(shuffled(made, seed))).toEqual(sorted(made))
      }),
    )
  })
})
