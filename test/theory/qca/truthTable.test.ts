import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../../src/language/en/index.js'
import { anonymise, noNames } from '../../../src/privacy/index.js'
import type { Case, CaseCell, Study } from '../../../src/study/index.js'
import { type CalibratedSet, type TruthTableOptions, truthTable } from '../../../src/theory/index.js'
import { respondent, study, theme } from '../../analysis/makeStudy.js'
import { configuration } from '../theoryStudy.js'
import { conditions, lipset, published } from './lipset.js'

const outcome = 'SURV'
const sets = [...conditions, outcome]

/** The published cases as a study, their scores in columns of `cases.csv`. */
function lipsetStudy(kind: 'crisp' | 'fuzzy'): Study {
  const cases = Object.entries(lipset).map(([id, [crisp, ...fuzzy]]): Case => {
    const scores = kind === 'crisp' ? [...crisp] : fuzzy.map(String)
    return { id, name: id, extra: Object.fromEntries(sets.map((set, i) => [set, scores[i]!])) }
  })
  return { ...study({}), cases }
}

const crisp = lipsetStudy('crisp')
const fuzzy = lipsetStudy('fuzzy')
const rowText = (row: object, ...columns: readonly string[]) =>
  [conditions.map(one => Reflect.get(row, one)).join(''), ...columns.map(one => Reflect.get(row, one))].join(' ')

describe('a truth table of published cases', () => {
  it('has the rows of the crisp one, and counts those that were not seen', () => {
    const made = truthTable(crisp, { outcome, conditions })
    expect(made.table.rows.map(row => rowText(row, 'out', 'n'))).toEqual(published.crisp)
    expect(made.table.rows.map(row => [row.incl, row.PRI])).toEqual(made.table.rows.map(row => [Number(row.out), Number(row.out)]))
    expect([made.observed, made.possible, made.contradictions, made.pointing]).toEqual([9, 32, 0, 18])
    expect(made.table.basis).toMatch(
      /^9 of 32 possible combinations were seen, in 18 cases; no case was left out; 0 rows with cases on both/u,
    )
  })

  it('has the consistencies of the fuzzy one', () => {
    const { table, contradictions } = truthTable(fuzzy, { outcome, conditions })
    expect(table.rows.map(row => rowText(row, 'out', 'n', 'incl', 'PRI'))).toEqual(published.fuzzy)
    expect(table.rows.at(-1)!['with outcome']).toBe('BE; CZ; NL; UK')
    expect(contradictions).toBe(0)
  })

  it('tells of each condition how necessary and how sufficient it is', () => {
    const rows = new Map(truthTable(fuzzy, { outcome, conditions }).conditions.rows.map(row => [row.condition, row]))
    for (const [name, numbers] of Object.entries(published.single)) {
      const { inclN, RoN, inclS, PRI } = rows.get(name)!
      expect([inclN, RoN, inclS, PRI].join(' '), name).toBe(numbers)
    }
  })

  it('says in how many random outcomes the rows fit as well, near what counting all of them gives', () => {
    const { random, table, pointing } = truthTable(crisp, { outcome, conditions, random: { times: 20_000, seed: 7 } })
    // Rows of 3, 2, 2, 1, 2, 1, 2, 1 and 4 cases point one way in those outcomes that take rows whole: 8 of 18 survived.
    const sizes = [3, 2, 2, 1, 2, 1, 2, 1, 4]
    let ways = 0
    for (let chosen = 0; chosen < 2 ** sizes.length; chosen++)
      if (sizes.reduce((sum, size, i) => sum + ((chosen >> i) & 1) * size, 0) === 8) ways++
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
    expect(pointing).toBe(18)
    expect(Math.abs(random.asWell / 20_000 - ways / choose(18, 8))).toBeLessThan(0.0015)
    expect(random.asWell).toBeGreaterThan(0)
    // A row of one case is fitted by every outcome that gives it to that case: 8 of 18.
    const one = table.rows.findIndex(row => row.n === 1 && row.incl === 0)
    expect(random.asHigh[one]).toBe(20_000)
    const of = table.rows.findIndex(row => rowText(row) === '10101')
    expect(Math.abs(random.asHigh[of]! / 20_000 - (8 * 7) / (18 * 17))).toBeLessThan(0.015)
    expect(table.rows[of]!.random).toBe(`as high in ${random.asHigh[of]} of 20000`)
    expect(table.basis).toContain(`(seed 7) ${random.asWell} do as well`)
  })

  it('says the same from the same seed, in any order of the cases, and other numbers from another', () => {
    const all = (one: Study, seed: number) => {
      const made = truthTable(one, { outcome, conditions, random: { seed, times: 50 } })
      return [made.table.rows, made.random, made.conditions.rows]
    }
    expect(all({ ...fuzzy, cases: [...fuzzy.cases].reverse() }, 3)).toEqual(all(fuzzy, 3))
    expect(all(fuzzy, 4)[1]).not.toEqual(all(fuzzy, 3)[1])
  })

  it('never speaks of chance as a test would', () => {
    const { table, left, sets: used, conditions: each } = truthTable(fuzzy, { outcome, conditions })
    const text = [table, left, used, each].map(one => one.toText()).join('\n')
    expect(text).not.toMatch(/signific|p-value|p =|hypothes|probab/iu)
  })
})

const cell = (of: string, facts: Partial<CaseCell>): CaseCell => ({
  id: `${of} ${facts.theme ?? facts.configuration}`,
  ...{ case: of, theme: null, configuration: null, theory: null, summary: null, status: null, extra: {} },
  ...facts,
})
const names = ['a', 'b', 'c', 'd', 'e']
const verdicts = ['fired', 'did not fire', 'fired otherwise', 'no data', null] as const
const statuses = ['observed', 'absent', 'expected', 'missing', null] as const
const made: Study = {
  ...study({ themes: [theme('trust', [], { label: 'Trust' })] }),
  configurations: [configuration('C1', {})],
  cases: names.map((id, i) => ({
    id,
    name: `Network ${id}`,
    extra: { hours: ['2', '4,5', '8', '', '6'][i]!, 'has norm': 'yes no no yes no'.split(' ')[i]! },
  })),
  cells: names.flatMap((id, i) => [
    cell(id, { configuration: 'C1', status: verdicts[i]! }),
    cell(id, { theme: 'trust', status: statuses[i]! }),
  ]),
}
const verdictSet: CalibratedSet = { configuration: 'C1', scores: { 'fired otherwise': 0 }, note: 'another mechanism' }
const themeSet: CalibratedSet = { theme: 'Trust', scores: { expected: 0.33 }, note: 'a plan is less than a result' }
const options: TruthTableOptions = { outcome: verdictSet, conditions: [themeSet] }

describe('calibration', () => {
  it('takes verdicts and statuses for scores, and no data, missing and what is not filled in for none', () => {
    const { scores, left, cases } = truthTable(made, options)
    const of = (set: string) => scores.rows.filter(row => row.set === set).map(row => [row.score, row.from])
    expect(of('C1')).toEqual([
      [1, 'fired'],
      [0, 'did not fire'],
      [0, 'fired otherwise'],
      [null, 'no data'],
      [null, 'not filled in'],
    ])
    expect(of('Trust').map(([score]) => score)).toEqual([1, 0, 0.33, null, null])
    expect(left.rows.map(row => [row.case, row.set, row.why])).toEqual([
      ['Network d', 'Trust', 'missing'],
      ['Network d', 'C1', 'no data'],
      ['Network e', 'Trust', 'not filled in'],
      ['Network e', 'C1', 'not filled in'],
    ])
    expect(cases.rows.map(row => Object.values(row))).toEqual([
      ['Network a', 1, 1],
      ['Network b', 0, 0],
      ['Network c', 0.33, 0],
    ])
  })

  it('says of each set how its scores came about and why', () => {
    expect(truthTable(made, options).sets.rows).toEqual([
      {
        ...{
          set: 'Trust',
          of: 'Trust',
          how: 'statuses of cells.csv: observed 1, absent 0, expected 0.33',
          why: 'a plan is less than a result',
        },
        ...{ in: 1, out: 2, 'at 0.5': 0, 'no data': 2 },
      },
      {
        ...{ set: 'C1', of: 'C1', how: 'verdicts of cells.csv: fired 1, did not fire 0, fired otherwise 0', why: 'another mechanism' },
        ...{ in: 1, out: 2, 'at 0.5': 0, 'no data': 2 },
      },
    ])
  })

  it('asks what every other verdict and status counts for, and refuses a score for no data', () => {
    expect(() => truthTable(made, { outcome: 'C1', conditions: ['Trust'] })).toThrow(
      /2 problems[\s\S]*"expected" counts for, in 1 case[\s\S]*"fired otherwise" counts for, in 1 case/u,
    )
    for (const word of ['no data', 'missing'])
      expect(() => truthTable(made, { outcome: { ...verdictSet, scores: { [word]: 0 } }, conditions: [themeSet] })).toThrow(
        /no data is not 0/iu,
      )
    const without: CalibratedSet = { configuration: 'C1', scores: { 'fired otherwise': null }, note: 'another mechanism' }
    expect(truthTable(made, { outcome: without, conditions: [themeSet] }).left.rows[0]).toEqual({
      ...{ case: 'Network c', set: 'C1', why: 'fired otherwise: left out' },
    })
  })

  it('follows the direct method, rising and falling, as calibrate of R does', () => {
    const hours = (anchors: { out: number; cross: number; in: number }): CalibratedSet => ({
      attribute: 'hours',
      anchors,
      note: 'from the budget',
    })
    const scoresOf = (set: CalibratedSet) =>
      truthTable(made, { outcome: verdictSet, conditions: [set] })
        .scores.rows.slice(0, 5)
        .map(row => row.score)
    // calibrate(c(2, 4.5, 8, NA, 6), thresholds = "e=2, c=4.5, i=8") of QCA 3.25: 0.05 0.50 0.95 NA 0.7793534.
    expect(scoresOf(hours({ out: 2, cross: 4.5, in: 8 }))).toEqual([0.05, 0.5, 0.95, null, 0.7794])
    expect(scoresOf(hours({ out: 8, cross: 4.5, in: 2 }))).toEqual([0.95, 0.5, 0.05, null, 0.2206])
    expect(scoresOf({ attribute: 'hours', threshold: 4.5, note: 'half a day' })).toEqual([0, 1, 1, null, 1])
    expect(scoresOf({ attribute: 'has norm', scores: { yes: 1, no: 0 }, note: 'by law' })).toEqual([1, 0, 0, 1, 0])
  })

  it('lists a case at 0.5, which is in no row', () => {
    const hours: CalibratedSet = { attribute: 'hours', anchors: { out: 2, cross: 4.5, in: 8 }, note: 'from the budget' }
    const { table, left } = truthTable(made, { outcome: verdictSet, conditions: [hours] })
    expect(left.rows).toContainEqual({ case: 'Network b', set: 'hours', why: 'neither in nor out: 0.5' })
    expect(table.rows.map(row => row.n)).toEqual([1, 1])
  })

  it('takes scores of the analyst, each with its reason', () => {
    const byHand: CalibratedSet = {
      name: 'LEADER',
      cases: [
        { case: 'a', score: 0.8, reason: 'two interviews say so' },
        { case: 'Network b', score: null, reason: 'nobody knew' },
        { case: 'c', score: 0, reason: 'there was none' },
      ],
    }
    const { scores } = truthTable(made, { outcome: verdictSet, conditions: [byHand] })
    expect(scores.rows.slice(0, 4).map(row => [row.score, row.from])).toEqual([
      [0.8, 'two interviews say so'],
      [null, 'nobody knew'],
      [0, 'there was none'],
      [null, 'no score given'],
    ])
  })

  it('names every problem at once, and holds no value of a column', () => {
    const wrong = () =>
      truthTable(made, {
        outcome: { configuration: 'C1', scores: { 'fired otherwise': 2 } },
        conditions: [
          'nothing',
          { attribute: 'hours' },
          { attribute: 'has norm', threshold: 1, note: 'x' },
          { attribute: 'has norm', scores: { yes: 1 }, note: 'x' },
          { attribute: 'hours', anchors: { out: 3, cross: 2, in: 4 }, note: 'x' },
          { name: 'case', cases: [{ case: 'a', score: 1, reason: '' }] },
          { name: 'X', cases: [{ case: 'q', score: 1, reason: 'x' }] },
          {} as never,
          null as never,
        ],
        cases: ['a', 'b', 'c', 'zz'],
        inclusion: 2,
        fewest: 0,
        random: { times: 0 },
      })
    expect(wrong).toThrow(/no such case[\s\S]*no number from 0 to 1[\s\S]*without a reason/u)
    for (const what of [
      'there is no configuration, theme or attribute',
      'how this attribute becomes scores',
      'no number in 3 cases',
      'one of the values counts for, in 2 cases',
      'do not lie in order',
      'cannot be a column of its own',
      'have no reason',
      'of no case of the study',
      'where its scores come from',
      'this is no set of cases',
      'no part of a whole',
      'no whole number',
      'no numbers to count with',
    ])
      expect(wrong).toThrow(new RegExp(what, 'u'))
    expect(wrong).not.toThrow(/yes|4,5/u)
    expect(() => truthTable(made, { outcome: verdictSet, conditions: [] })).toThrow(/no conditions/u)
    const twofold = { ...made, cells: [...made.cells, cell('a', { configuration: 'C1', status: 'did not fire' })] }
    expect(() => truthTable(twofold, options)).toThrow(/more than one verdict/u)
  })
})

describe('a truth table', () => {
  it('marks rows with cases on both sides as contradictions, and names them', () => {
    const half: Study = {
      ...crisp,
      cases: crisp.cases.map(one => (one.id === 'NL' ? { ...one, extra: { ...one.extra, SURV: '0' } } : one)),
    }
    const { table, contradictions, pointing } = truthTable(half, { outcome, conditions })
    const row = table.rows.at(-1)!
    expect([row.out, row.incl, row['with outcome'], row['without outcome']]).toEqual(['C', 0.75, 'BE; CZ; UK', 'NL'])
    expect([contradictions, pointing]).toEqual([1, 14])
    const cut = (inclusion: number, exclusion: number) =>
      truthTable(half, { outcome, conditions, inclusion, exclusion }).table.rows.at(-1)!.out
    expect([cut(0.75, 0.5), cut(0.9, 0.75), cut(0.9, 0.8)]).toEqual(['1', 'C', '0'])
  })

  it('calls rows of too few cases by no outcome, and does not weigh them', () => {
    const { table, pointing } = truthTable(crisp, { outcome, conditions, fewest: 2 })
    expect(table.rows.filter(row => row.out === '?').map(row => row.n)).toEqual([1, 1, 1])
    expect(table.rows.filter(row => row.random === null)).toHaveLength(3)
    expect(pointing).toBe(15)
  })

  it('gives R names it can read, and cases names of their own', () => {
    const odd: Study = { ...made, cases: made.cases.map(one => ({ ...one, name: 'Network' })) }
    const { cases } = truthTable(odd, {
      ...options,
      conditions: [themeSet, { attribute: 'has norm', scores: { yes: 1, no: 0 }, note: 'by law' }],
    })
    expect(cases.columns).toEqual(['case', 'Trust', 'has_norm', 'C1'])
    expect(cases.rows.map(row => row.case)).toEqual(['a', 'b', 'c'])
  })

  it('does not hang on who was spoken with', () => {
    const spoken = { ...made, respondents: [respondent('1', null, { cases: ['a'] })] }
    expect(JSON.stringify(truthTable(spoken, options))).toBe(JSON.stringify(truthTable(made, options)))
  })

  it('is for the team where a case is of one or two people, and for readers of other cases', () => {
    const people = ['a', 'a', 'a', 'b', 'c'].map((of, i) => respondent(String(i), null, { cases: [of] }))
    const bare: Study = { ...made, respondents: people, configurations: [configuration('C1', {})] }
    const { study: safe } = anonymise(bare, { register: noNames('made up'), language: en })
    expect(() => truthTable(safe, options)).toThrow(/fewer than three people would each be told of by name[\s\S]*for the team/u)
    const { study: whole } = anonymise(made, { register: noNames('made up'), language: en })
    expect(truthTable(whole, options).table.audience).toBe('public')
  })

  it('has the numbers that going through every case and combination gives', () => {
    const score = fc.constantFrom(0, 0.2, 0.4, 0.5, 0.6, 0.9, 1)
    const data = fc.integer({ min: 1, max: 3 }).chain(k =>
      fc.tuple(
        fc.constant(k),
        fc.array(fc.array(fc.option(score, { nil: null, freq: 9 }), { minLength: k + 1, maxLength: k + 1 }), {
          minLength: 1,
          maxLength: 9,
        }),
      ),
    )
    fc.assert(
      fc.property(data, ([k, given]) => {
        const cases = given.map((_, i): Case => ({ id: `k${i}`, name: null, extra: {} }))
        const set = (c: number): CalibratedSet => ({
          name: c === k ? 'Y' : `X${c}`,
          cases: given.map((row, i) => ({ case: `k${i}`, score: row[c]!, reason: 'made' })),
        })
        const conditionSets = Array.from({ length: k }, (_, c) => set(c))
        const {
          table,
          left,
          cases: kept,
        } = truthTable({ ...study({}), cases }, { outcome: set(k), conditions: conditionSets, random: { times: 5 } })
        const whole = given.filter(row => !row.includes(null)) as number[][]
        expect(kept.rows).toHaveLength(whole.length)
        expect(new Set(left.rows.filter(row => !String(row.why).startsWith('neither')).map(row => row.case)).size).toBe(
          given.length - whole.length,
        )
        let seen = 0
        for (let at = 0; at < 2 ** k; at++) {
          const values = Array.from({ length: k }, (_, c) => (at >> (k - 1 - c)) & 1)
          const x = whole.map(row => Math.min(...values.map((one, c) => (one === 1 ? row[c]! : 1 - row[c]!))))
          const members = x.filter(one => one > 0.5).length
          const row = table.rows.find(one => values.every((value, c) => one[`X${c}`] === value))
          expect(row === undefined).toBe(members === 0)
          if (row === undefined) continue
          seen++
          const sum = (of: (x: number, y: number) => number) => x.reduce((all, one, i) => all + of(one, whole[i]![k]!), 0)
          const [both, either] = [sum((a, b) => Math.min(a, b)), sum((a, b) => Math.min(a, b, 1 - b))]
          expect(row.n).toBe(members)
          expect(row.incl).toBeCloseTo(both / sum(a => a), 2)
          if (row.PRI !== null) expect(row.PRI).toBeCloseTo((both - either) / (sum(a => a) - either), 2)
        }
        expect(table.rows).toHaveLength(seen)
      }),
    )
  })
})
