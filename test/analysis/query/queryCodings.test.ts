import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable } from '../../../src/analysis/index.js'
import type { Query, QueryParts } from '../../../src/analysis/query/query.js'
import { queryCodings } from '../../../src/analysis/query/queryCodings.js'
import { axialPass, openPass } from '../../../src/coding/index.js'
import type { Coding, Study } from '../../../src/study/index.js'
import { StudyError } from '../../../src/study/index.js'
import { by } from '../../builders.js'
import { coding, respondent, study, transcript } from '../makeStudy.js'
import { crossedStudy } from './crossedStudy.js'

type Said = { readonly coding: Coding; readonly speakers: readonly string[] }

const about = ({ coding: { about: spokenOf }, speakers }: Said) =>
  spokenOf === null ? (speakers.includes('1') ? ['north'] : ['south']) : [spokenOf]

/** Each filter beside what it means, said of one coding. */
const filters: readonly (readonly [string, (q: QueryParts) => Query, (said: Said) => boolean])[] = [
  ['code', q => q.code('a', 'see'), ({ coding: { code } }) => code === 'a' || code === 'c'],
  ['codeTree', q => q.codeTree('b'), ({ coding: { code } }) => code === 'b' || code === 'c'],
  ['role', q => q.role('context'), ({ coding: { role } }) => role === 'context'],
  ['theme', q => q.theme('T'), ({ coding: { code, role } }) => role === 'mechanism' && (code === 'a' || code === 'c')],
  ['respondent', q => q.respondent('2'), ({ speakers }) => speakers.includes('2')],
  ['group', q => q.group('nurse'), ({ speakers }) => speakers.includes('1')],
  ['no group', q => q.group(null), ({ speakers }) => speakers.includes('2') || speakers.length === 0],
  ['case', q => q.case('the north'), said => about(said).includes('north')],
  ['round', q => q.round('first'), ({ coding: { transcript: on } }) => on === 't0'],
  ['no round', q => q.round(null), ({ coding: { transcript: on } }) => on === 't1'],
  ['transcript', q => q.transcript('t1'), ({ coding: { transcript: on } }) => on === 't1'],
  ['attribute', q => q.attribute('years', '9'), ({ speakers }) => speakers.includes('1')],
  ['case attribute', q => q.caseAttribute('size', 'large'), said => about(said).includes('north')],
  ['no case attribute', q => q.caseAttribute('size', null), said => about(said).includes('south')],
  ['polarity', q => q.polarity('enabling'), ({ coding: { polarity } }) => polarity === 'enabling'],
  ['no polarity', q => q.polarity(null), ({ coding: { polarity } }) => polarity === null],
  [
    'stance',
    q => q.stance('refutes'),
    ({ coding: { stance, elicited } }) => stance === 'refutes' || (stance === null && elicited === 'rejected'),
  ],
  ['elicited', q => q.elicited('volunteered', null), ({ coding: { elicited } }) => elicited !== 'rejected'],
  ['expected', q => q.expected(null), () => true],
  ['account', q => q.account(), ({ coding: { account } }) => account !== null],
  ['memo', q => q.memo(), ({ coding: { memo } }) => memo !== null],
  ['status', q => q.status('open'), ({ coding: { status } }) => status === 'open'],
  ['where', q => q.where('one speaker', ({ speakers }) => speakers.length === 1), ({ speakers }) => speakers.length === 1],
  ['nothing', q => q.or(), () => false],
  ['everything', q => q.and(), () => true],
]

function lookedAt(of: Study, all: boolean): readonly Said[] {
  const counted = new Map(countable(of).map(said => [said.coding.id, said]))
  const silent = (one: Coding) => countable({ ...of, codings: [{ ...one, status: 'open' }] })[0]?.speakers ?? []
  return all ? of.codings.map(one => ({ coding: one, speakers: silent(one) })) : [...counted.values()]
}

describe.each(filters)('q: %s', (_, query, means) => {
  it('finds what it means', () => {
    fc.assert(
      fc.property(crossedStudy, fc.boolean(), (of, all) => {
        const expected = lookedAt(of, all).filter(means)
        expect([...queryCodings(of, query, { all }).ids].sort()).toEqual(expected.map(said => said.coding.id).sort())
        const rest = lookedAt(of, all).filter(said => !means(said))
        expect([...queryCodings(of, q => q.not(query(q)), { all }).ids].sort()).toEqual(rest.map(said => said.coding.id).sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('sets of codings', () => {
  it('and, or and not keep the laws of sets, whatever order the parts are gone through in', () => {
    const part = fc.constantFrom(...filters.map(([, query]) => query))
    fc.assert(
      fc.property(crossedStudy, part, part, (of, a, b) => {
        const ids = (query: (q: QueryParts) => Query) => queryCodings(of, query).ids
        const near = (q: QueryParts) => q.near(b(q), { within: 'turn' })
        expect(ids(q => q.and(near(q), a(q)))).toEqual(ids(near).filter(id => ids(a).includes(id)))
        expect(ids(q => q.not(q.or(a(q), b(q))))).toEqual(ids(q => q.and(q.not(a(q)), q.not(b(q)))))
        expect(ids(q => q.and(q.these(ids(a)), b(q)))).toEqual(ids(q => q.and(a(q), b(q))))
      }),
      { numRuns: 100 },
    )
  })

  it('come in the order of what counts', () => {
    fc.assert(
      fc.property(crossedStudy, of => {
        expect(queryCodings(of, q => q.and()).ids).toEqual(countable(of).map(said => said.coding.id))
      }),
    )
  })
})

const one = transcript('i1', [
  ['I', 'Is there trust now?'],
  ['10', 'We trusted them, elk één vertrouwde ons. Zo’n co-creatie'],
  ['11', 'trust in 2019. The norm, the trusted norm.'],
])
const two = transcript('i2', [['10', 'Trust is slow here.']], { round: 'r2' })
const made = study({
  transcripts: [one, two],
  respondents: [respondent('10', 'nurse', { extra: { sector: 'public' } }), respondent('11', 'doctor')],
  rounds: [{ id: 'r2', kind: null, title: 'Looking back', purpose: null }],
  codings: [
    coding(one, 'We trusted them', 'trust', { id: 'a', memo: 'why' }),
    coding(one, 'elk één vertrouwde ons', 'trust', { id: 'b', level: 'micro' }),
    coding(one, 'Is there trust now?\n10: We', 'trust', { id: 'c', role: 'context' }),
    coding(one, 'trust in 2019', 'norms', { id: 'd', pass: 'p2' }),
    coding(one, 'the trusted norm', 'norms', { id: 'e', coder: 'CD' }),
    coding(two, 'Trust is slow', 'trust', { id: 'f', about: null }),
    coding(one, 'Is there trust', 'trust', { id: 'g' }),
  ],
})
const ids = (query: (q: QueryParts) => Query, all = false) => queryCodings(made, query, { all }).ids.join('')

describe('a source', () => {
  it('is all who speak together, named by one of them or by all; who was ever alone is one apart', () => {
    const pair = transcript('p1', [
      ['13a', 'We both said so.'],
      ['13b', 'So we did.'],
    ])
    const alone = transcript('p2', [['14', 'I was alone.']])
    const both = transcript('p3', [['14+13a', 'Who of us spoke?']])
    const codings = [coding(pair, 'We both', 'k', { id: 'a' }), coding(pair, 'So we', 'k', { id: 'b' })]
    const of = study({
      transcripts: [pair, alone, both],
      codings: [...codings, coding(alone, 'I was', 'k', { id: 'c' }), coding(both, 'Who', 'k', { id: 'd' })],
    })
    for (const name of ['13a', '13b', '13a;13b']) expect(queryCodings(of, q => q.source(name)).ids).toEqual(['a', 'b', 'd'])
    expect(queryCodings(of, q => q.source('14')).ids).toEqual(['c', 'd'])
    expect(queryCodings(of, q => q.respondent('13a')).ids).toEqual(['a', 'd'])
  })
})

describe('words', () => {
  it('are found in a row in one answering turn, whole, whatever their capitals and accents', () => {
    expect(ids(q => q.words('trust'))).toBe('df')
    expect(ids(q => q.words('Een vertrouwde'))).toBe('b')
    expect(ids(q => q.words('trust*'))).toBe('adef')
    expect(ids(q => q.words('the trust* norm', 'SLOW'))).toBe('ef')
    // The words stand in the turn, but not wholly in the fragment; or over two turns.
    expect(ids(q => q.words('trusted them elk'))).toBe('')
    expect(ids(q => q.words('now We'))).toBe('')
  })

  it('by a regular expression are tried as they would be quoted, each coding from the start', () => {
    expect(ids(q => q.words(/trust/giu))).toBe('adef')
    expect(ids(q => q.words(/^We$/u))).toBe('c')
    expect(ids(q => q.words(/there/u), true)).toBe('g')
  })

  it('in a text without turns are found anywhere, by who looks at every coding', () => {
    const text = 'The covenant says trust.'
    const document = { ...transcript('d', []), text }
    const noted = study({ transcripts: [document], codings: [coding(document, 'says trust', 'trust', { id: 'x' })] })
    expect(queryCodings(noted, q => q.words('trust')).ids).toEqual([])
    expect(queryCodings(noted, q => q.words('trust'), { all: true }).ids).toEqual(['x'])
  })
})

describe('what is looked at', () => {
  it('is what counts: settled codings for what they settle', () => {
    const settled = axialPass({ ...made, themes: [] }, by, pass => {
      pass.settle(['a', 'c'], { role: 'mechanism', memo: 'one thought' })
    })
    const found = queryCodings(settled, q => q.code('trust'))
    expect(found.ids).not.toContain('a')
    expect(found.codings.filter(each => each.status === 'settled')).toHaveLength(1)
    expect(queryCodings(settled, q => q.code('trust'), { all: true }).ids).toContain('a')
    // What is put aside is not looked at inside a relation either.
    const near = queryCodings(settled, q => q.near(q.these(['a']), { within: 'transcript' }))
    expect(near.ids).toEqual([])
  })

  it('after a pass is what the pass made, and the query made before finds it', () => {
    const { query } = queryCodings(made, q => q.and(q.code('trust'), q.near(q.code('norms'), { within: 'overlap' })))
    const grown = openPass(made, by, pass => {
      pass.code(pass.fragment('i1', 'them'), 'norms', { role: 'context' })
    })
    expect(queryCodings(made, query).ids).toEqual([])
    expect(queryCodings(grown, query).ids).toEqual(['a'])
    expect(queryCodings(grown, JSON.parse(JSON.stringify(query))).ids).toEqual(['a'])
    const moved = axialPass(grown, by, pass => pass.recode(queryCodings(grown, query).ids, { role: 'outcome' }))
    expect(queryCodings(moved, q => q.role('outcome')).ids).toEqual(['a'])
    expect(queryCodings(made, q => q.code('trust')).ids).toEqual(['c', 'a', 'b', 'f'])
  })

  it('is looked up anew in a transcript that changed under the same codings', () => {
    const turns = one.turns.map(turn => ({ ...turn, asks: turn.respondents.includes('10') }))
    const asking = { ...made, transcripts: [{ ...one, turns }, two] }
    expect(queryCodings(made, q => q.code('trust')).size).toBe(4)
    expect(queryCodings(asking, q => q.code('trust')).ids).toEqual(['g', 'c', 'f'])
  })

  it('by the date of the pass that made it: a day, a month or a year, both ends included', () => {
    const first = openPass({ ...made, codings: [] }, { coder: 'AB', date: '2020-05-31' }, pass => {
      pass.code(pass.fragment('i1', 'them'), 'norms', { role: 'context' })
    })
    const second = openPass(first, { coder: 'AB', date: '2021-01-02' }, pass => {
      pass.code(pass.fragment('i1', 'the trusted'), 'norms', { role: 'context' })
    })
    const count = (dates: { from?: string; until?: string }) => queryCodings(second, q => q.made(dates)).size
    expect([count({ from: '2020-05' }), count({ until: '2020' }), count({ until: '2020-05-30' }), count({ from: '2021' })]).toEqual([
      2, 1, 0, 1,
    ])
    expect(() => queryCodings(made, q => q.made({ from: '2020' }))).toThrow(/no dates/u)
    expect(() => queryCodings(second, q => q.made({ from: '31-5-2020' }))).toThrow(/no stretch of time/u)
  })
})

describe('a query that names what is not there', () => {
  const problemsOf = (query: (q: QueryParts) => Query, of = made) => {
    try {
      queryCodings(of, query)
    } catch (error) {
      expect(error).toBeInstanceOf(StudyError)
      return (error as StudyError).problems.map(({ what, hint, call }) => `${call ?? ''}: ${what}; ${hint}`)
    }
    throw new Error('nothing was refused')
  }

  it('is refused with every name, and what may have been meant', () => {
    const problems = problemsOf(q =>
      q.or(
        q.code('trsut'),
        q.near(q.role('contxt'), { within: 'turn' }),
        q.not(q.group('nurce')),
        q.polarity('good' as 'both'),
        q.level('mikro'),
        q.attribute('sectr', 'public'),
        q.round('Looking bak'),
      ),
    )
    expect(problems).toEqual([
      'q.code: there is no code "trsut"; did you mean "trust"?',
      'q.role: there is no role "contxt"; did you mean "context"?',
      'q.group: there is no group "nurce"; did you mean "nurse"?',
      'q.polarity: there is no polarity "good"; there are: enabling, hindering, both',
      'q.level: there is no level "mikro"; did you mean "micro"?',
      'q.attribute: no row of respondents.csv has a column "sectr"; did you mean "sector"?',
      'q.round: there is no round "Looking bak"; use one that the study has',
    ])
  })

  it('of persons is told by its place only', () => {
    const problems = problemsOf(q =>
      q.and(q.coder('AB', 'Greta'), q.respondent('Greta'), q.source('Greta'), q.attribute('sector', 'Greta')),
    )
    expect(problems).toHaveLength(4)
    expect(problems.join(' ')).not.toMatch(/Greta|CD|public/u)
    expect(problems[0]).toMatch(/^q\.coder, value 2/u)
  })

  it('tells the ids of two codes of one name', () => {
    const twice = { ...made, codes: [...made.codes, { ...made.codes[0]!, id: 'k9', parent: 'norms', name: 'trust' }] }
    expect(
      problemsOf(q => q.code('trust'), {
        ...twice,
        codes: twice.codes.map(code => ({ ...code, id: code.id === 'trust' ? 'k1' : code.id })),
      }),
    ).toEqual(['q.code: 2 codes are called "trust"; use the id: k1, k9'])
  })

  it('or is none, or says no distance, or no value, is refused too', () => {
    expect(problemsOf((async () => ({})) as never)[0]).toMatch(/this is no query/u)
    expect(problemsOf(q => q.and(undefined as never))[0]).toMatch(/this is no query/u)
    expect(problemsOf(q => q.near(q.and(), undefined as never))[0]).toMatch(/^q\.near: it is not said how near/u)
    expect(problemsOf(q => q.follows(q.and(), { within: 'overlap' as 'turn' }))[0]).toMatch(/^q\.follows/u)
    expect(problemsOf(q => q.near(q.and(), { within: { words: -1 } }))[0]).toMatch(/^q\.near/u)
    expect(problemsOf(q => q.code())[0]).toMatch(/no value/u)
    expect(problemsOf(q => q.words('…'))[0]).toMatch(/no word/u)
    expect(problemsOf(q => q.these(['zz']))[0]).toMatch(/1 of these ids/u)
    expect(problemsOf(q => q.where('late', (() => Promise.resolve(true)) as never))[0]).toMatch(/neither true nor false/u)
    const stored = JSON.parse(JSON.stringify(queryCodings(made, q => q.where('any', () => true)).query)) as Query
    expect(problemsOf(() => stored)[0]).toMatch(/the test is gone/u)
  })
})

describe('what was found', () => {
  const nested = { ...made, codes: made.codes.map(code => (code.id === 'norms' ? { ...code, parent: 'trust' } : code)) }
  const found = queryCodings(nested, q => q.and(q.or(q.code('norms'), q.memo()), q.not(q.coder('CD'))))

  it('is gone through like a list, and counted by sources', () => {
    expect([...found].map(each => each.id)).toEqual(found.ids)
    expect(found.ids).toEqual(['a', 'd'])
    expect(found.basis).toBe('2 codings of 2 sources: (code "norms" or with a memo) and not coder "CD"')
    // Who codes as another did makes a coding more, and no passage more: so many do the counts show.
    const same = { ...nested.codings.find(one => one.id === 'a')!, id: 'again', coder: 'EF' }
    const both = queryCodings({ ...nested, codings: [...nested.codings, same] }, q => q.these(['a', 'again', 'd']))
    expect(both.basis).toBe('3 codings (2 passages) of 2 sources: 3 codings that were picked')
    expect(queryCodings({ ...nested, basis: 'quotes' }, found.query).basis).toMatch(/^2 codings: /u)
  })

  it('is a table with a row per coding and a column per level of its code', () => {
    const table = found.toTable({ attributes: ['sector'] })
    expect(table.rows).toEqual([
      expect.objectContaining({
        coding: 'a',
        turn: 2,
        speaker: '10',
        group: 'nurse',
        sector: 'public',
        code: 'trust',
        'code 1': 'trust',
        'code 2': null,
      }),
      expect.objectContaining({
        coding: 'd',
        turn: 3,
        group: 'doctor',
        code: 'trust > norms',
        'code 2': 'norms',
        words: 'trust in 2019',
        memo: null,
      }),
    ])
    expect(table.audience).toBe('team')
    expect(JSON.stringify(found)).toBe(JSON.stringify(found.toTable()))
  })
})

describe('a part that there is not', () => {
  it('is told with the part that was meant', () => {
    const empty = study({})
    // A script in JavaScript has no compiler to tell it.
    const asked = (name: string) => (q: object) => (q as Readonly<Record<string, () => Query>>)[name]!()
    expect(() => queryCodings(empty, asked('polarty'))).toThrow('q.polarty: this is not a part of a query. Did you mean q.polarity?')
    expect(() => queryCodings(empty, asked('zzzzzzz'))).toThrow(/There are: and, or, not/u)
  })
})
