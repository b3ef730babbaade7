import { beforeAll, describe, expect, it } from 'vitest'
import { openRegister, openStudy } from '../../src/files/index.js'
import { nl } from '../../src/language/nl/index.js'
import { anonymise } from '../../src/privacy/index.js'
import { buildReport, renderMarkdown } from '../../src/report/index.js'
import type { Study } from '../../src/study/index.js'
import * as theory from '../../src/theory/index.js'

const ids = (sources: readonly { readonly id: string }[]) => sources.map(one => one.id)

/** What was looked up by hand in the tables of fixtures/zorgnetwerk. */
describe('the theory of the invented network study', () => {
  let study: Study
  beforeAll(async () => {
    study = await openStudy('fixtures/zorgnetwerk')
  })

  it('has two accounts that tell a whole chain: a07-uren and a10-keten', () => {
    const whole = theory.readingList(study).rows.filter(row => row.context !== null && row.mechanism !== null && row.outcome !== null)
    expect(whole.map(row => [row.from, row.sources, row.configurations])).toEqual([
      ['one account', 1, 'C5'],
      ['one account', 1, 'C2'],
    ])
  })

  it('C2 rests on the accounts of 7, of 14a and 14b, and of the office, and on a document', () => {
    const found = theory.gatherEvidence(study, 'C2')
    expect([found.theory, found.restsOn, found.agreedOnly]).toEqual(['verfijnd', 3, 0])
    const [supports, refines, refutes] = found.parts.filter(one => one.part === 'whole')
    expect(ids(supports!.sources)).toEqual(['14a;14b', '15a;15b;15c', '7'])
    expect([supports!.said, supports!.otherData, supports!.rich, supports!.fair, supports!.thin]).toEqual([3, 1, 2, 1, 1])
    // c238 and the negative case a10-neg are both of 10.
    expect([ids(refines!.sources), ids(refutes!.sources)]).toEqual([['10'], ['10']])
    expect(ids(found.threads.inOneAccount)).toEqual(['7'])
  })

  it('before, C2 rested on one who only agreed: c064', () => {
    const found = theory.gatherEvidence(study, 'C2@eerste')
    expect([found.restsOn, found.agreedOnly]).toEqual([1, 1])
    expect(found.notes[0]).toMatch(/alone supports no configuration/u)
  })

  it('C3 has an inferred mechanism, of which the words are of 8', () => {
    const mechanism = theory.gatherEvidence(study, 'C3').parts.find(one => one.part === 'mechanism' && one.stance === 'supports')!
    expect([mechanism.inferred, ids(mechanism.sources)]).toEqual([1, ['12', '15a;15b;15c', '8']])
    expect(mechanism.reasoning[0]).toMatch(/^Niemand noemt de angst/u)
    // 8 only agreed with the neutral third; what fear was inferred from makes it no more than that.
    expect(mechanism.agreedOnly).toBe(1)
  })

  it('the evidence counted is what the report says', () => {
    const report = renderMarkdown(buildReport(study, { language: nl, audience: 'team' }))
    for (const { id } of study.configurations.filter(one => one.theory === 'verfijnd')) {
      const { restsOn } = theory.gatherEvidence(study, id)
      const section = report.split(new RegExp(`^#+ ${id}\\b`, 'mu'))[1]!
      expect(section).toContain(restsOn === 0 ? nl.texts.restsOnNothing : nl.count(restsOn, 'source'))
    }
  })

  it('11 goes against C1 and tells the mechanism of its rival; verdicts come from cells.csv', () => {
    const row = theory.negativeCases(study, 'C1').rows.find(one => one.source === '11')
    expect(row).toMatchObject({ mechanism: 'said and refuted', evidence: 1, rivals: 'C6' })
    const cases = theory.negativeCases(study, 'C2@eerste', { by: 'case' }).rows
    expect(cases.find(one => one.case === 'Netwerk aangeboren vaatafwijkingen')?.verdict).toBe('did not fire')
    expect(theory.negativeCases(study, 'C6', { by: 'case' }).rows.find(one => one.case === 'Netwerk huidlymfomen')).toMatchObject({
      context: expect.stringContaining('refuted'),
      verdict: 'context absent',
    })
  })

  it('short lines, an outcome of C2, are told as a context by one source: c191', () => {
    expect(theory.followRipples(study).rows).toMatchObject([
      { kind: 'heard as a context', configurations: 'C2 → ?', codes: 'korte lijnen', sources: 1 },
    ])
  })

  it('the norm and one judgement go by trust in C1, and by haste in its rival C6', () => {
    const rows = theory.demiRegularities(study).rows.filter(row => row.outcome === 'een gezamenlijk oordeel')
    expect(rows.map(row => row.configurations)).toEqual(['C1', 'C6'])
  })

  it('tells what became of the six configurations', () => {
    const rows = theory.compareTheories(study, 'initial', 'refined').rows
    expect(rows.map(row => [row.after, row.change, row.supportedBefore, row.refutedBefore, row.supportedAfter])).toEqual([
      ['C1', 'reworded', 1, 0, 3],
      ['C2', 'narrowed', 1, 2, 3],
      ['C3', 'kept', 0, 0, 3],
      ['C4', 'dropped', 0, 1, 0],
      ['C5', 'new', null, null, 3],
      ['C6', 'kept', 0, 1, 2],
    ])
    expect(rows.filter(row => row.differences?.includes('yet'))).toEqual([])
  })

  it('is public once it is safe, and says nothing it must not say', async () => {
    const register = await openRegister('fixtures/zorgnetwerk.secret/register.csv')
    const safe = anonymise(study, { register, language: nl }).study
    const tables = [
      theory.findNearby(safe),
      theory.readingList(safe),
      ...safe.configurations.flatMap(one => [theory.gatherEvidence(safe, one).table, theory.negativeCases(safe, one)]),
      theory.followRipples(safe),
      theory.demiRegularities(safe),
      theory.compareTheories(safe, safe.theories[0]!.id, safe.theories[1]!.id),
    ]
    for (const table of tables) {
      expect(table.audience).toBe('public')
      const text = table.toCsv()
      expect(text).not.toMatch(/saturat|verzadig|\bp\s*[<=]|\d\s*%|onderzoeker: /iu)
    }
    expect(tables[0]!.rows.length).toBeGreaterThan(10)
  })
})
