import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastGroups, countCodes, sourcesOf, speakersAt } from '../../src/analysis/index.js'
import type { Study } from '../../src/study/index.js'
import { findNearby, gatherEvidence, negativeCases } from '../../src/theory/index.js'
import { theme } from '../analysis/makeStudy.js'
import { theoryStudy } from './theoryStudy.js'

/** What is left of a study when nothing of what one person may have said is coded: the conversations stay, and so who counts as a source. */
function without(made: Study, person: string): Study {
  const transcripts = new Map(made.transcripts.map(one => [one.id, one]))
  const isHers = (coding: Study['codings'][number]) => (speakersAt(transcripts.get(coding.transcript)!, coding) ?? []).includes(person)
  const codings = made.codings.filter(one => !isHers(one))
  const left = new Set(codings.map(one => one.id))
  return { ...made, codings, evidence: made.evidence.filter(one => one.coding === null || left.has(one.coding)) }
}

const themed = theoryStudy.map(made => ({ ...made, themes: [theme('A', ['a', 'b'], { role: 'context' }), theme('B', ['c', 'd', 'e'])] }))
const person = fc.constantFrom('1', '2', '3', '4', '5')
/** The source a person is counted as, by its respondents. */
const homeOf = (made: Study, who: string) => sourcesOf(made).homeOf(who).respondents

describe('without one respondent', () => {
  it('a code has at most one source less, and one that was never hers has as many', () => {
    let fewer = 0
    fc.assert(
      fc.property(themed, person, (made, who) => {
        const rest = without(made, who)
        const rows = (of: Study) => new Map(countCodes(of).rows.map(row => [`${row.code} ${row.role}`, row]))
        const [before, after] = [rows(made), rows(rest)]
        for (const [key, row] of before) {
          const now = after.get(key)?.sources ?? 0
          expect(row.sources - now).toBeGreaterThanOrEqual(0)
          expect(row.sources - now).toBeLessThanOrEqual(1)
          if (row.sources > now) fewer++
          const isSame = made.codings.filter(one => `${one.code} ${one.role}` === key).every(one => rest.codings.includes(one))
          if (isSame) expect(after.get(key)).toEqual(row)
        }
        for (const key of after.keys()) expect(before.has(key)).toBe(true)
      }),
    )
    expect(fewer).toBeGreaterThan(50)
  })

  it('what other groups say of a theme stays, where nobody of them spoke together with her', () => {
    fc.assert(
      fc.property(themed, person, (made, who) => {
        const own = new Set(homeOf(made, who).map(id => made.respondents.find(one => one.id === id)!.group))
        const shared = made.codings.some(one => {
          const speakers = speakersAt(made.transcripts.find(on => on.id === one.transcript)!, one) ?? []
          return speakers.includes(who) && speakers.length > 1
        })
        fc.pre(!shared)
        const rows = (of: Study) =>
          contrastGroups(of, { by: 'group' }).rows.filter(
            row => ![...own].some(group => row.group.split(' / ').includes(group ?? 'not stated')),
          )
        expect(rows(without(made, who))).toEqual(rows(made))
      }),
    )
  })

  it('other sources go against a configuration as before', () => {
    let others = 0
    fc.assert(
      fc.property(themed, person, (made, who) => {
        const hers = homeOf(made, who).join(', ')
        for (const { id } of made.configurations) {
          const rows = (of: Study) => negativeCases(of, id).rows.filter(row => row.source !== hers)
          const [before, after] = [rows(made), rows(without(made, who))]
          // What she and another may have said together goes with her: then the other has less, never more.
          const apart = before.filter(row => String(row.source).split(', ').length === 1)
          for (const row of apart) {
            const isTogether = made.codings.some(one => {
              const speakers = speakersAt(made.transcripts.find(on => on.id === one.transcript)!, one) ?? []
              return speakers.includes(who) && speakers.includes(String(row.source))
            })
            if (isTogether) continue
            expect(after).toContainEqual(row)
            others++
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(others).toBeGreaterThan(20)
  })

  it('who else tells the chain of a configuration tells it still', () => {
    fc.assert(
      fc.property(themed, person, (made, who) => {
        const hers = homeOf(made, who).join(';')
        for (const { id } of made.configurations) {
          const told = (of: Study) =>
            gatherEvidence(of, id)
              .threads.inOwnCodings.concat(gatherEvidence(of, id).threads.inOneAccount)
              .map(one => one.id)
              .filter(one => one !== hers)
          const [before, after] = [told(made), told(without(made, who))]
          for (const one of after) expect(before).toContain(one)
          const restsOn = (of: Study) => gatherEvidence(of, id).restsOn
          expect(restsOn(made) - restsOn(without(made, who))).toBeLessThanOrEqual(1)
          expect(restsOn(made)).toBeGreaterThanOrEqual(restsOn(without(made, who)))
        }
      }),
    )
  })

  it('codes that stand near each other do so in at most one source less', () => {
    fc.assert(
      fc.property(themed, person, (made, who) => {
        const rows = (of: Study) =>
          new Map(
            findNearby(of, { within: 'answer', atLeast: 0 }).rows.map(row => [
              JSON.stringify([row.context, row.mechanism, row.outcome]),
              row,
            ]),
          )
        const [before, after] = [rows(made), rows(without(made, who))]
        for (const [key, row] of after) {
          expect(before.has(key)).toBe(true)
          const fewer = Number(before.get(key)!.sources) - Number(row.sources)
          expect(fewer === 0 || fewer === 1).toBe(true)
        }
      }),
    )
  })
})
