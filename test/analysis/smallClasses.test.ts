import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  behindTheme,
  compareFragments,
  contrastGroups,
  countCodes,
  oneSided,
  printedSampling,
  queryCodings,
  smallClasses,
  sourcesOf,
  unheard,
} from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { carryLanguage } from '../../src/language/index.js'
import { nl } from '../../src/language/nl/index.js'
import { buildCodebook, buildReport, quoteTable, renderMarkdown } from '../../src/report/index.js'
import { carryGuard, type SafeStudy, type Study } from '../../src/study/index.js'
import { code, coding, quoteRow, respondent, study, theme, transcript } from './makeStudy.js'

const guarded = (made: Study, language = en): SafeStudy =>
  carryLanguage(carryGuard({ ...made }, { check: () => [] }), language) as SafeStudy

/** Groups by how many people are in them, each spoken with alone, and what they say of a theme. */
function studyOf(groups: Readonly<Record<string, number>>, facts: Partial<Study> = {}): Study {
  const people = Object.entries(groups).flatMap(([group, n]) => Array.from({ length: n }, () => (group === '-' ? null : group)))
  const transcripts = people.map((_, i) => transcript(`t${i}`, [[`r${i}`, `they came${i}`]]))
  return study({
    transcripts,
    respondents: people.map((group, i) => respondent(`r${i}`, group)),
    codings: transcripts.map((one, i) => coding(one, `they came${i}`, 'a')),
    codes: [code('a')],
    themes: [theme('A', ['a'])],
    ...facts,
  })
}

const byGroup = (made: Study) => Object.fromEntries(contrastGroups(made, { by: 'group' }).rows.map(row => [row.group, row.supports]))

describe('classes of few people', () => {
  test('are put together for readers, with the next smallest where they are too few in all', () => {
    expect(byGroup(guarded(studyOf({ nurse: 5, doctor: 3, director: 2, porter: 1 })))).toEqual({ nurse: 5, doctor: 3, other: 3 })
    expect(byGroup(guarded(studyOf({ nurse: 5, doctor: 3, director: 2 })))).toEqual({ nurse: 5, other: 5 })
    expect(byGroup(guarded(studyOf({ nurse: 5, director: 1 })))).toEqual({ other: 6 })
    // Who stated none is a class too.
    expect(byGroup(guarded(studyOf({ nurse: 5, doctor: 4, '-': 2 })))).toEqual({ nurse: 5, other: 6 })
    expect(byGroup(guarded(studyOf({ nurse: 5, '-': 3 })))).toEqual({ nurse: 5, 'not stated': 3 })
    expect(byGroup(guarded(studyOf({ '-': 2 })))).toEqual({ 'not stated': 2 })
  })

  test('take a pair of two groups along, and never as the only ones', () => {
    const made = studyOf({ nurse: 6, doctor: 4 })
    const pair = transcript('t5', [['r5+r6', 'they came5']])
    const transcripts = made.transcripts.flatMap(one => (one.id === 't5' ? [pair] : one.id === 't6' ? [] : [one]))
    const codings = made.codings.filter(one => one.transcript !== 't6' && one.transcript !== 't5')
    const mixed = { ...made, transcripts, codings: [...codings, coding(pair, 'they came5', 'a')] }
    expect(byGroup(mixed)).toEqual({ nurse: 5, doctor: 3, 'nurse / doctor': 1 })
    expect(byGroup(guarded(mixed))).toEqual({ nurse: 5, other: 4 })
    // What one of the pair said alone is said by a nurse, as long as nurses are told of.
    expect(
      unheard(guarded(mixed))
        .rows.map(row => row.group)
        .sort()
        .join(),
    ).toBe('nurse,nurse,nurse,nurse,nurse,nurse,other,other,other,other')
  })

  test('stand for the team', () => {
    expect(byGroup(studyOf({ nurse: 5, director: 1, '-': 2 }))).toEqual({ nurse: 5, director: 1, 'not stated': 2 })
  })

  test('tie by the order of the tables', () => {
    expect(byGroup(guarded(studyOf({ nurse: 3, doctor: 3, director: 1 })))).toEqual({ doctor: 3, other: 4 })
    expect(byGroup(guarded(studyOf({ doctor: 3, nurse: 3, director: 1 })))).toEqual({ nurse: 3, other: 4 })
  })

  test('are called in the language of the safe study, and join a group of that name', () => {
    expect(byGroup(guarded(studyOf({ nurse: 5, director: 2, porter: 1 }), nl))).toEqual({ nurse: 5, overig: 3 })
    expect(byGroup(guarded(studyOf({ nurse: 5, other: 4, director: 3, porter: 2 })))).toEqual({ nurse: 5, director: 3, other: 6 })
  })

  test('may be known to be larger than who took part', () => {
    const made = guarded(studyOf({ nurse: 5, director: 2, porter: 2 }))
    const population = new Map([['director', 40]])
    expect(smallClasses(made, 'group', population).printed('director')).toBe('director')
    expect(smallClasses(made, 'group').printed('director')).toBe('other')
  })

  test('are hidden wherever a group or a case is printed', () => {
    const made = studyOf({ nurse: 4, director: 2, porter: 1 })
    const cases = [
      { id: 'n', name: 'North', extra: {} },
      { id: 's', name: 'South', extra: {} },
    ]
    const people = made.respondents.map((one, i) => ({ ...one, cases: i === 5 ? ['s'] : ['n'], extra: { age: i === 4 ? '81' : '40' } }))
    const [talk] = made.transcripts.slice(5)
    const full: Study = {
      ...made,
      cases,
      respondents: people,
      quotes: [quoteRow('q', talk!, 'they came5', ['A'], { attribution: 'role and case' })],
      sampling: [
        { id: 's1', cell: 'nurse', planned: 4, reached: 4, refused: 0, extra: {} },
        { id: 's2', cell: 'director', planned: 3, reached: 2, refused: 1, extra: {} },
        { id: 's3', cell: 'porter', planned: 1, reached: 1, refused: 0, extra: {} },
        { id: 's4', cell: 'patient', planned: 0, reached: 0, refused: 0, extra: {} },
      ],
    }
    const safe = guarded(full)
    const found = queryCodings(safe, q => q.or(q.group('director'), q.case('South'), q.attribute('age', '81')))
    const shown = (one: Study, team: { readonly audience?: 'team' }) => [
      contrastGroups(one, { by: 'group' }).toCsv(),
      contrastGroups(one, { by: 'case' }).toCsv(),
      countCodes(one, { by: 'group' }).toCsv(),
      countCodes(one, { by: 'case' }).toCsv(),
      unheard(one).toCsv(),
      compareFragments(one, 'a', { language: en }).toCsv(),
      compareFragments(one, 'a', { as: 'words', language: en }).toCsv(),
      compareFragments(one, 'a', { as: 'matrix', by: 'case' }).toCsv(),
      quoteTable(one as SafeStudy, { language: en, ...team }).toCsv(),
      renderMarkdown(buildReport(one as SafeStudy, { language: en, ...team })),
      renderMarkdown(buildCodebook(one as SafeStudy, { language: en, by: 'group', ...team })),
      renderMarkdown(buildCodebook(one as SafeStudy, { language: en, by: 'case', ...team })),
    ]
    for (const text of [...shown(safe, {}), found.toTable({ attributes: ['age'] }).toText()]) {
      expect(text).not.toMatch(/director|porter|South|81/u)
      expect(text.length).toBeGreaterThan(20)
    }
    expect(found.words).toBe('group (not told here) or case (not told here) or respondent with age (not told here)')
    expect(shown(full, { audience: 'team' }).filter(text => /director|South/u.test(text)).length).toBe(12)
    const report = renderMarkdown(buildReport(safe))
    expect(report).toContain('By group: nurse 4, other 3.')
    expect(report).toMatch(/\| other \| 4 \| 3 \| 1 \|/u)
    expect(report).toContain('| patient | 0 | 0 | 0 |')
  })

  test('are told of a speaker neither by role nor by case', () => {
    const made = studyOf({ nurse: 5, director: 2, porter: 1 })
    const people = made.respondents.map((one, i) => ({ ...one, cases: [i < 2 ? 'few' : 'many'] }))
    const quoted = (i: number, attribution: 'role' | 'role and case') => {
      const quotes = [quoteRow('q', made.transcripts[i]!, `they came${i}`, ['A'], { attribution })]
      const cases = ['few', 'many'].map(id => ({ id, name: id, extra: {} }))
      const rows = quoteTable(guarded({ ...made, cases, quotes, respondents: people }), { perTheme: 0 }).rows
      return [rows[0]!.label, rows[0]!.group]
    }
    expect(quoted(3, 'role')).toEqual(['nurse', 'nurse'])
    expect(quoted(5, 'role')).toEqual(['a respondent', 'other'])
    expect(quoted(3, 'role and case')).toEqual(['nurse', 'nurse'])
    const all = { ...made, respondents: made.respondents.map(one => ({ ...one, cases: ['many'] })) }
    const quotes = [quoteRow('q', made.transcripts[3]!, 'they came3', ['A'], { attribution: 'role and case' })]
    const named = guarded({ ...all, quotes, cases: [{ id: 'many', name: 'Many', extra: {} }] })
    expect(quoteTable(named, { perTheme: 0 }).rows[0]!.label).toBe('nurse, Many')
  })
})

/* Random studies, and an oracle that counts people by itself. */

const groups = ['nurse', 'doctor', 'director', 'porter', null] as const
const caseIds = ['c1', 'c2', 'c3'] as const

const drawn = fc
  .record({
    people: fc.array(
      fc.record({
        group: fc.constantFrom(...groups, 'nurse', 'nurse', 'doctor'),
        cases: fc.uniqueArray(fc.constantFrom(...caseIds), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 3 }),
    about: fc.array(fc.option(fc.constantFrom(...caseIds)), { minLength: 14, maxLength: 14 }),
    here: fc.uniqueArray(fc.constantFrom(...caseIds), { maxLength: 1 }),
    stances: fc.array(fc.constantFrom('supports' as const, 'refutes' as const, null), { minLength: 14, maxLength: 14 }),
  })
  .map(({ people, pairs, about, here, stances }) => {
    const paired = new Set<number>()
    const together = pairs.flatMap(([a, b]) => {
      if (a === b || a >= people.length || b >= people.length || paired.has(a) || paired.has(b)) return []
      paired.add(a).add(b)
      return [[a, b]]
    })
    const talks = [...together, ...people.flatMap((_, i) => (paired.has(i) ? [] : [[i]]))]
    const transcripts = talks.map((who, t) => transcript(`t${t}`, [[who.map(i => `r${i}`).join('+'), `they came${t}.`]], { cases: here }))
    return study({
      transcripts,
      respondents: people.map(({ group, cases }, i) => respondent(`r${i}`, group, { cases })),
      cases: caseIds.map(id => ({ id, name: id.toUpperCase(), extra: {} })),
      codings: transcripts.map((one, t) => coding(one, `they came${t}.`, 'a', { about: about[t]!, stance: stances[t]! })),
      codes: [code('a')],
      themes: [theme('A', ['a'])],
    })
  })

const few = (n: number) => n === 1 || n === 2

describe('for random studies', () => {
  test('no row per group stands for one or two people, and no difference of totals isolates them', () => {
    let hidden = 0
    fc.assert(
      fc.property(drawn, made => {
        const safe = guarded(made)
        const total = made.respondents.length
        // The group of each person, as readers see it.
        const classes = new Map<string, Set<string>>()
        for (const { respondent: who, group } of unheard(safe).rows)
          classes.set(group ?? 'not stated', (classes.get(group ?? 'not stated') ?? new Set()).add(who))
        if (classes.has('other')) hidden++
        const everyone = (name: string) => classes.size === 1 && ['other', 'not stated'].includes(name)
        for (const [name, people] of classes) if (!everyone(name)) expect(people.size, name).toBeGreaterThanOrEqual(3)
        // Every sum of some of the classes, and what is left of the total.
        const sizes = [...classes.values()].map(one => one.size)
        for (let some = 1; some < 2 ** sizes.length - 1; some++) {
          const sum = sizes.reduce((n, size, i) => n + ((some >> i) & 1) * size, 0)
          expect(few(sum) || few(total - sum)).toBe(false)
        }
        // Rows of tables: who is behind each, by the sources of those printed groups.
        const printedAt = new Map<string, Set<string>>()
        for (const [name, people] of classes) printedAt.set(name, new Set(people))
        const named = (who: string) => [...classes].find(([, people]) => people.has(who))![0]
        const joint = new Map<string, Set<string>>()
        for (const { respondents } of sourcesOf(made).all) {
          const stated = respondents.filter(who => made.respondents.find(one => one.id === who)!.group !== null)
          const names = [...new Set(stated.map(named))]
          if (names.length < 2) continue
          const key = names.sort().join(' / ')
          joint.set(key, new Set([...(joint.get(key) ?? []), ...respondents]))
        }
        for (const [, people] of joint) if (people.size < 3) printedAt.set('other', new Set([...(printedAt.get('other') ?? []), ...people]))
        const rows = [
          ...contrastGroups(safe, { by: 'group' }).rows.map(row => row.group),
          ...countCodes(safe, { by: 'group' }).rows.map(row => row.in!),
          ...behindTheme(safe, 'A').byGroup.map(one => one.group ?? 'not stated'),
          ...compareFragments(safe, 'a', { as: 'words' }).rows.map(row => String(row.group)),
          ...queryCodings(safe, q => q.and())
            .toTable()
            .rows.map(row => String(row.group ?? 'not stated')),
        ]
        for (const name of rows) {
          const people = printedAt.get(name) ?? joint.get(name.split(' / ').sort().join(' / '))
          expect(people, name).toBeDefined()
          if (!everyone(name) && people!.size < total) expect(people!.size, name).toBeGreaterThanOrEqual(3)
        }
        // The counts are the same people, put together: nobody is lost or counted twice.
        const count = (one: Study) => contrastGroups(one, { by: 'group' }).rows.reduce((n, row) => n + row.supports, 0)
        expect(count(safe)).toBe(count(made))
      }),
      { numRuns: 150 },
    )
    expect(hidden).toBeGreaterThan(40)
  })

  test('no row per case does either, though people may be in several', () => {
    let shown = 0
    fc.assert(
      fc.property(drawn, made => {
        const safe = guarded(made)
        const total = made.respondents.length
        const memberOf = (who: string) => {
          const own = made.respondents.find(one => one.id === who)!.cases
          if (own.length > 0) return own
          return [...new Set(made.transcripts.filter(one => one.respondents.includes(who)).flatMap(one => one.cases))]
        }
        const members = (id: string | null) =>
          new Set(
            made.respondents.map(one => one.id).filter(who => (id === null ? memberOf(who).length === 0 : memberOf(who).includes(id))),
          )
        const rows = new Set([
          ...contrastGroups(safe, { by: 'case' }).rows.map(row => row.group),
          ...countCodes(safe, { by: 'case' }).rows.map(row => row.in!),
        ])
        const idOf = (name: string) => (name === 'not stated' ? null : name.toLowerCase())
        const isPrinted = (id: string | null) => smallClasses(safe, 'case').printed(id) === id
        const all = [...caseIds, null].filter(id => members(id).size > 0)
        const folded = new Set(all.filter(id => !isPrinted(id)).flatMap(id => [...members(id)]))
        const classes = [...all.filter(isPrinted).map(members), ...(folded.size > 0 ? [folded] : [])]
        for (const name of rows) if (name !== 'other') expect(isPrinted(idOf(name)), name).toBe(true)
        const isAll = all.length === 1 && all[0] === null
        if (isAll) return
        for (const one of classes) {
          if (one.size < total) expect(one.size).toBeGreaterThanOrEqual(3)
          for (const other of classes) {
            const rest = [...one].filter(who => !other.has(who)).length
            if (rest < one.size) expect(few(rest)).toBe(false)
          }
        }
        shown += all.filter(isPrinted).length
      }),
      { numRuns: 150 },
    )
    expect(shown).toBeGreaterThan(20)
  })

  test('other names for people and groups change nothing but the names', () => {
    fc.assert(
      fc.property(drawn, made => {
        const names: Readonly<Record<string, string>> = { nurse: 'zz', doctor: 'aa', director: 'mm', porter: 'bb' }
        const renamed = {
          ...made,
          respondents: made.respondents.map(one => ({ ...one, group: one.group === null ? null : names[one.group]! })),
        }
        const seen = (one: Study) => unheard(guarded(one)).rows.map(({ respondent: who, group }) => [who, group] as const)
        expect(new Map(seen(renamed))).toEqual(new Map(seen(made).map(([who, group]) => [who, names[group ?? ''] ?? group])))
      }),
    )
  })

  test('no row of the sampling stands for one or two people, and nobody is lost', () => {
    const number = fc.option(fc.nat(5))
    const cells = fc.array(fc.record({ planned: number, reached: number, refused: number }), { maxLength: 7 })
    fc.assert(
      fc.property(cells, rows => {
        const made = study({ sampling: rows.map((row, i) => ({ id: `s${i}`, cell: `kind ${i}`, ...row, extra: {} })) })
        const printed = printedSampling(guarded(made))
        for (const column of ['planned', 'reached', 'refused'] as const) {
          const sum = (list: readonly { readonly [column]: number | null }[]) =>
            list.reduce((n, row) => n + ((row as never)[column] ?? 0), 0)
          expect(sum(printed as never)).toBe(sum(rows as never))
        }
        const size = (row: { readonly reached: number | null; readonly refused: number | null }) => row.reached || row.refused || 0
        for (const row of printed) if (row.cell !== null) expect(few(size(row))).toBe(false)
        const small = printed.find(row => row.cell === null)
        const people = (small?.reached ?? 0) + (small?.refused ?? 0)
        if (small !== undefined && printed.some(row => row.cell !== null && size(row) > 0)) expect(people).toBeGreaterThanOrEqual(3)
        expect(printedSampling(made).length).toBe(rows.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('oneSided', () => {
  const sided = (stances: readonly ('supports' | 'refutes' | 'both' | 'silent')[], facts: Partial<Study> = {}) => {
    const made = studyOf({ nurse: 3, doctor: 3 })
    const codings = made.codings.flatMap((one, i) => {
      const stance = stances[i]!
      if (stance === 'silent') return []
      const sides = stance === 'both' ? (['supports', 'refutes'] as const) : [stance]
      return sides.map(side => ({ ...one, id: `${one.id} ${side}`, stance: side }))
    })
    return { ...made, codings, codes: [code('a', { sensitive: true, topic: 'q' })], ...facts }
  }
  const told = (made: Study) => oneSided(guarded(made)).map(one => [one.class, one.side, one.sources.length, one.of])

  test('says when a whole class takes one side on a theme that is sensitive', () => {
    expect(told(sided(['supports', 'supports', 'supports', 'refutes', 'refutes', 'refutes']))).toEqual([
      ['nurse', 'supports', 3, 'all'],
      ['doctor', 'refutes', 3, 'all'],
    ])
    expect(told(sided(['supports', 'supports', 'both', 'refutes', 'refutes', 'silent']))).toEqual([])
    expect(told({ ...sided(['supports', 'supports', 'supports', 'refutes', 'refutes', 'refutes']), codes: [code('a')] })).toEqual([])
  })

  test('looks only at who was asked, where that is known', () => {
    const answers = [0, 1, 3].map(i => ({
      ...{ id: `g${i}`, transcript: `t${i}`, topic: 'q', start: null, end: null, status: 'asked' as const, extra: {} },
    }))
    expect(told(sided(['supports', 'supports', 'silent', 'both', 'refutes', 'refutes'], { answers }))).toEqual([
      ['nurse', 'supports', 2, 'asked'],
    ])
  })

  test('takes a code under a sensitive one for sensitive, and classes as readers see them', () => {
    const under = [code('top', { sensitive: true }), code('a', { parent: 'top' })]
    const made = sided(['supports', 'supports', 'supports', 'supports', 'refutes', 'refutes'], { codes: under })
    expect(told(made)).toEqual([['nurse', 'supports', 3, 'all']])
    const few = { ...made, respondents: made.respondents.map((one, i) => ({ ...one, group: i < 2 ? 'nurse' : 'doctor' })) }
    expect(told(few)).toEqual([])
    expect(oneSided(few).map(one => one.class)).toEqual(['nurse'])
  })
})
