import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { queryCodings } from '../../src/analysis/index.js'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { newReleases, readPopulation, readReleases, secretOf, writeRelease, writeReleasesHead } from '../../src/privacy/index.js'
import { buildReport, type Dossiers, disclosureRisk, quoteTable, releaseOf, renderHtml, renderMarkdown } from '../../src/report/index.js'
import { type Study, StudyError } from '../../src/study/index.js'
import { teamNote } from '../../src/table/index.js'
import { by, entry, respondent, studyOf, transcript } from '../builders.js'
import { en, makeSafe, type Person, riskStudy, sentenceOf, tableFor } from './riskStudy.js'

const person = (id: string, group: string, attributes: Readonly<Record<string, string>> = {}): Person => ({ id, group, attributes })
const people = [
  person('1', 'nurse', { ward: 'northern', years: '24' }),
  person('2', 'nurse', { ward: 'northern', years: '27' }),
  person('3', 'nurse', { ward: 'southern', years: '9' }),
  person('4', 'manager', { ward: 'southern' }),
  person('5', 'manager', { ward: 'southern', years: '22' }),
]
/** Classes of three people or more, of which a combination is one person. */
const many = [
  ...['1', '2', '3'].map(id => person(id, 'nurse', { ward: 'northern' })),
  person('4', 'nurse', { ward: 'southern' }),
  ...['5', '6', '7'].map(id => person(id, 'manager', { ward: 'southern' })),
]
const of = (risk: Dossiers, label: string) => [...risk].find(one => one.label === label)!
const quote = (id: string, n = 0) => ({ label: `Respondent ${id}`, quote: sentenceOf(id, n) })

describe('what is counted', () => {
  it('columns beside a quote, by what those who took part are', () => {
    const safe = makeSafe(riskStudy(people), { attributes: ['ward'] })
    const risk = disclosureRisk(safe, {
      outputs: [tableFor(safe, [{ ...quote('1'), group: 'nurse' }, { ...quote('1', 1), ward: 'northern' }, quote('4')])],
    })
    expect(of(risk, 'Respondent 1')).toMatchObject({ k: 2, insider: 1, who: 'group: nurse; ward: northern', people: 1, links: true })
    expect(of(risk, 'Respondent 4')).toMatchObject({ k: 5, insider: 4, who: '', change: null })
  })

  it('a cell that says that it is not stated tells nothing', () => {
    const safe = makeSafe(riskStudy(people))
    const risk = disclosureRisk(safe, { outputs: [tableFor(safe, [{ ...quote('1'), group: en.texts.notStated }])] })
    expect(of(risk, 'Respondent 1').k).toBe(5)
  })

  it('nobody of whom it is not known', () => {
    const safe = makeSafe(riskStudy(people), { attributes: ['years'] })
    const told = (years: string) => of(disclosureRisk(safe, { outputs: [tableFor(safe, [{ ...quote('1'), years }])] }), 'Respondent 1').k
    expect(told('24')).toBe(1)
    expect(told('20-29')).toBe(3)
    expect(told('20+')).toBe(3)
    expect(told('<10')).toBe(2) // The one with nine, and the speaker herself.
  })

  it('rows of reveals.csv of passages whose words are printed, and only these', () => {
    const study = riskStudy(people, [
      { id: '1', n: 0, attribute: 'ward', value: 'northern' },
      { id: '1', n: 1, attribute: 'plans', value: 'a book' },
      { id: '2', n: 0, attribute: 'plans', value: 'a book' },
      { id: '3', n: 0, attribute: 'years', value: 'unique' },
    ])
    const safe = makeSafe(study)
    const risk = (...quotes: (readonly [string, number])[]) =>
      disclosureRisk(safe, {
        outputs: [
          tableFor(
            safe,
            quotes.map(([id, n]) => quote(id, n)),
          ),
        ],
      })
    expect(of(risk(['1', 0]), 'Respondent 1').k).toBe(2)
    // Another plans a book too, but no table says so of her: what one passage gives away is not known of others.
    expect(of(risk(['1', 0], ['1', 1]), 'Respondent 1')).toMatchObject({ k: 1, who: 'plans: a book; ward: northern' })
    expect(of(risk(['3', 1]), 'Respondent 3').k).toBe(5)
    expect(of(risk(['3', 0]), 'Respondent 3')).toMatchObject({ k: 1, who: 'years: true of one person only' })
  })

  it('the wording of a label that tells a function, a case or a pair', () => {
    const two = [
      person('1', 'nurse', {}),
      person('2', 'nurse', {}),
      person('3a', 'nurse', {}),
      person('3b', 'manager', {}),
      person('4', 'manager', {}),
    ]
    const study = riskStudy(two)
    const labelled: Study = {
      ...study,
      respondents: study.respondents.map(one =>
        one.id === '1' ? { ...one, label: 'a nurse on call' } : one.id === '4' ? { ...one, label: 'Anna' } : one,
      ),
    }
    const safe = makeSafe(labelled)
    const rows = [
      { label: 'a nurse on call', quote: sentenceOf('1', 0) },
      { label: 'Anna', quote: sentenceOf('4', 0) },
      { label: 'Respondents 3a and 3b', quote: sentenceOf('3a', 2) },
      { label: 'nurse', quote: sentenceOf('2', 0) },
    ]
    const risk = disclosureRisk(safe, { outputs: [tableFor(safe, rows)] })
    expect(of(risk, 'a nurse on call')).toMatchObject({ k: 1, who: 'group: nurse; the words of the label: call' })
    expect(of(risk, 'Anna').k).toBe(5)
    expect(of(risk, 'Anna').questions.map(one => one.question)).toContainEqual(expect.stringMatching(/label “Anna” tell/u))
    expect(of(risk, 'Respondents 3a and 3b')).toMatchObject({ people: 2, k: 2, insider: 1, who: 'spoke together with others' })
    expect(of(risk, 'nurse')).toMatchObject({ links: false, k: 3 })
  })

  it('what stands between brackets when it is true of the speaker; anything else there is asked', () => {
    const interview = transcript('i1', [
      '1: At Canary House in Otterloo we were the first of all to try it.',
      '2: Nobody asked us anything before that winter came.',
    ])
    const study = studyOf([interview], {
      respondents: [respondent('1', { extra: { house: 'academic hospital' } }), respondent('2', { extra: { house: 'small clinic' } })],
    })
    const register = [
      entry('Canary House', { type: 'HOSPITAL', label: 'academic hospital' }),
      entry('Otterloo', { type: 'LOCATION', label: 'a town' }),
    ]
    const safe = makeSafe(study, { register })
    const words = 'At ‹academic hospital› in ‹a town› we were the first of all to try it.'
    const dossier = of(disclosureRisk(safe, { outputs: [tableFor(safe, [{ label: 'Respondent 1', quote: words }])] }), 'Respondent 1')
    expect(dossier).toMatchObject({
      k: 1,
      who: 'house: academic hospital',
      change: { what: 'Say this in coarser words: ‹academic hospital›.', k: 2 },
    })
    expect(dossier.questions.map(one => one.question)).toContain('Of whom does ‹a town› tell? If of the speaker, write it in reveals.csv.')
  })

  it('all of it against a known population, in which those who took part stand', () => {
    const safe = makeSafe(riskStudy(people), { attributes: ['ward'] })
    const outputs = [
      tableFor(safe, [
        { ...quote('1'), group: 'nurse', ward: 'northern' },
        { ...quote('4'), group: 'manager' },
      ]),
    ]
    const rows = readPopulation('group;ward;count\nnurse;northern;14\nnurse;southern;8\nnurse;;5\n')
    const risk = disclosureRisk(safe, { outputs, population: rows })
    expect(of(risk, 'Respondent 1')).toMatchObject({ k: 2, population: 14 })
    expect(of(risk, 'Respondent 4').population).toBeNull()
    const counts = disclosureRisk(safe, { outputs, population: { nurse: 40, manager: 9 } })
    expect(of(counts, 'Respondent 4')).toMatchObject({ k: 2, population: 9 })
    // Of the forty nobody knows the ward.
    expect(of(counts, 'Respondent 1')).toMatchObject({ k: 2, population: 2 })
  })

  it('refuses a population that cannot be read, with every row', () => {
    expect(() => readPopulation('group,count\n,3\nboard,many\n')).toThrow(/row 2.*row 3/su)
    expect(() => readPopulation('name,count\nboard,3\n')).toThrow(/column "group" is missing/u)
  })
})

describe('what adds up', () => {
  const told = [{ id: '1', n: 1, attribute: 'ward', value: 'northern' }] as const

  it('over all outputs, also where the words stand under another label', () => {
    const safe = makeSafe(riskStudy(people, told))
    const number = tableFor(safe, [{ ...quote('1'), group: 'nurse' }])
    const role = tableFor(safe, [{ label: 'a nurse', quote: sentenceOf('1', 1) }], 'Roles')
    const apart = disclosureRisk(safe, { outputs: [number, role] })
    expect(of(apart, 'Respondent 1').k).toBe(3)
    expect(of(apart, 'a nurse')).toMatchObject({ links: false, k: 2 })
    const both = tableFor(safe, [{ label: 'a nurse', quote: sentenceOf('1', 0) }], 'Once more')
    const tied = disclosureRisk(safe, { outputs: [number, role, both] })
    expect(of(tied, 'a nurse').printed.map(one => one.output)).toContain('Quotes')
  })

  it('a report too: its quotes, quotes within a line, and sentences that name a label', () => {
    const study = riskStudy(people, told)
    const coded = selectivePass(study, by, pass => {
      pass.theme('Winter', { role: 'mechanism', codes: ['winter'] })
    })
    const text = 'It was Respondent 4 who ran the southern ward in those years. More of it stands below.'
    const pages = [{ id: 'intro', text, about: [], extra: { chapter: 'introduction' } }]
    const safe = makeSafe({ ...coded, pages })
    const risk = disclosureRisk(safe, {
      outputs: [buildReport(safe, { quotes: { quotes: [{ theme: 'Winter', coding: safe.codings[1]!.id }] } })],
    })
    expect(of(risk, 'Respondent 1')).toMatchObject({ k: 2, who: 'ward: northern' })
    expect(of(risk, 'Respondent 4')).toMatchObject({ k: 3, who: 'ward: southern' })
    expect(
      of(risk, 'Respondent 4')
        .questions.map(one => one.question)
        .join(),
    ).toMatch(/In your text this label is named: “It was Respondent 4/u)
  })

  it('what a query asked for is told of all it found', () => {
    const safe = makeSafe(riskStudy(many), { attributes: ['ward'] })
    const found = queryCodings(safe, q => q.and(q.group('nurse'), q.attribute('ward', 'southern')))
    expect(of(disclosureRisk(safe, { outputs: [found] }), 'Respondent 4')).toMatchObject({ k: 1 })
  })

  it('the quote table and the report, when no outputs are given', () => {
    const coded = selectivePass(riskStudy(many), by, pass => {
      pass.theme('Winter', { role: 'mechanism', codes: ['winter'] })
    })
    const safe = makeSafe(coded)
    const risk = disclosureRisk(safe)
    expect(new Set([...risk].flatMap(one => one.printed.map(item => item.output)))).toEqual(new Set([en.texts.quoteTable, safe.title]))
    expect([...risk].every(one => one.k === (one.who === 'group: nurse' ? 4 : 3))).toBe(true)
    const given = disclosureRisk(safe, { outputs: [quoteTable(safe), buildReport(safe)] })
    expect([...given].map(one => one.text)).toEqual([...risk].map(one => one.text))
  })

  it('is refused of a study that was not anonymised, and of outputs of another', () => {
    const safe = makeSafe(riskStudy(people))
    const other = makeSafe(riskStudy(people))
    expect(() => disclosureRisk(riskStudy(people) as never)).toThrow(/was not anonymised/u)
    expect(() => disclosureRisk(openPass(safe, by, pass => pass.define('new', { role: 'context' })) as never)).toThrow(StudyError)
    expect(() => disclosureRisk(safe, { outputs: [tableFor(other, [quote('1')])] })).toThrow(/not made from this safe study/u)
  })
})

describe('a sensitive theme on which a whole group takes one side', () => {
  const study = selectivePass(riskStudy(people), by, pass => {
    pass.theme('Winter', { role: 'mechanism', codes: ['winter'] })
  })
  const sensitive = { ...study, codes: study.codes.map(one => ({ ...one, sensitive: true })) }
  it('is told of those in the group', () => {
    const against = {
      ...sensitive,
      codings: sensitive.codings.map(one => (/^c4/u.test(one.id) ? { ...one, stance: 'refutes' as const } : one)),
    }
    const safe = makeSafe(against)
    const risk = disclosureRisk(safe, { outputs: [tableFor(safe, [quote('1'), quote('4')])] })
    expect(of(risk, 'Respondent 1').infer).toContainEqual(expect.stringMatching(/All 3 of the group nurse support “Winter”/u))
    expect(of(risk, 'Respondent 4').infer.join()).not.toMatch(/All/u)
  })

  it('may be worked out by another', () => {
    const safe = makeSafe(study)
    const outputs = [tableFor(safe, [quote('1')])]
    expect(of(disclosureRisk(safe, { outputs }), 'Respondent 1').infer).toEqual(['Nothing was found.'])
    const told = disclosureRisk(safe, { outputs, oneSided: () => [{ theme: 'Snow', group: 'nurse', people: 3, side: 'refutes' }] })
    expect(of(told, 'Respondent 1').infer).toEqual([
      'All 3 of the group nurse refute “Snow”: who is known to be of it is known to think so.',
    ])
  })
})

describe('earlier releases', () => {
  const told = [
    { id: '1', n: 0, attribute: 'ward', value: 'northern' },
    { id: '1', n: 1, attribute: 'years', value: '24' },
  ] as const
  const safe = makeSafe(riskStudy(people, told))
  const published = (label: string, n: number) => [tableFor(safe, [{ label, quote: sentenceOf('1', n) }], 'Earlier')]
  const releasedWith = (outputs: readonly ReturnType<typeof tableFor>[], list = newReleases()) => {
    const line = releaseOf(safe, { outputs, date: '2025-01-01', name: 'draft', earlier: list })
    return readReleases(writeReleasesHead(secretOf(list)) + writeRelease(line))
  }

  it('add up under the same label', () => {
    const outputs = [tableFor(safe, [quote('1', 0)])]
    expect(of(disclosureRisk(safe, { outputs }), 'Respondent 1').k).toBe(2)
    const dossier = of(disclosureRisk(safe, { outputs, earlier: releasedWith(published('Respondent 1', 1)) }), 'Respondent 1')
    expect(dossier).toMatchObject({ k: 1, who: 'ward: northern; years: 24' })
    expect(dossier.link).toContain('Printed before, under “Respondent 1” in draft: the two add up.')
  })

  it('add up when the same words stood under another label, and not when other words did', () => {
    const earlier = releasedWith([tableFor(safe, [{ label: 'Informant 9', quote: sentenceOf('1', 0), years: '24' }], 'Earlier')])
    const number = (n: number) => of(disclosureRisk(safe, { outputs: [tableFor(safe, [quote('1', n)])], earlier }), 'Respondent 1')
    expect(number(0)).toMatchObject({ k: 1 })
    expect(number(2)).toMatchObject({ k: 5 })
  })

  it('holds digests and facts, and no words', () => {
    const list = newReleases(length => new Uint8Array(length).fill(7))
    const line = writeRelease(releaseOf(safe, { outputs: published('Respondent 1', 0), date: '2025-01-01', name: 'draft', earlier: list }))
    expect(line).not.toMatch(/winter|came about/u)
    expect(line).toContain('northern')
    for (const shown of [inspect(list), JSON.stringify(list)]) expect(shown).not.toContain('07070707')
    const other = writeRelease(
      releaseOf(safe, { outputs: published('Respondent 1', 0), date: '2025-01-01', name: 'draft', earlier: newReleases() }),
    )
    expect(JSON.parse(other).printed[0].words).not.toEqual(JSON.parse(line).printed[0].words)
  })

  it('that cannot be read are told by row', () => {
    expect(() => readReleases('{}\n')).toThrow(/row 1/u)
    expect(() => readReleases(`${writeReleasesHead('a'.repeat(64))}{"date":1}\n\nnonsense\n`)).toThrow(/row 2.*row 4/su)
    expect(() => releaseOf(safe, { date: '1 May', name: '', earlier: newReleases() })).toThrow(/not a day.*no name/su)
  })

  it('with somebody more or fewer say which classes differ by one', () => {
    const earlier = releasedWith(published('Respondent 1', 0))
    const fewer = makeSafe(riskStudy(people.slice(0, 4)))
    const risk = disclosureRisk(fewer, { outputs: [tableFor(fewer, [quote('1')])], earlier })
    expect(risk.differences).toEqual([{ release: 'draft', added: 0, gone: 1, classes: [{ class: 'manager', before: 2, now: 1 }] }])
    expect(renderMarkdown(risk.report)).toMatch(/Since draft: 0 came, 1 left/u)
    expect(disclosureRisk(safe, { outputs: published('Respondent 1', 1), earlier }).differences).toEqual([])
  })
})

describe('the change that helps most', () => {
  it('is the one after which the smallest class is largest, and of several the one that takes away least', () => {
    const safe = makeSafe(riskStudy(people), { attributes: ['ward'] })
    const rows = [
      { ...quote('1'), group: 'nurse', ward: 'northern' },
      { ...quote('3'), group: 'nurse', ward: 'southern' },
    ]
    const { change } = of(disclosureRisk(safe, { outputs: [tableFor(safe, rows)] }), 'Respondent 3')
    expect(change).toEqual({ what: 'Leave the column ward out.', k: 3, smallest: 3 })
  })

  it('unlinks labels where each thing tells little, and all of it together much', () => {
    const study = riskStudy(people, [
      { id: '1', n: 0, attribute: 'ward', value: 'northern' },
      { id: '1', n: 1, attribute: 'years', value: '20+' },
    ])
    const wide = makeSafe({
      ...study,
      respondents: study.respondents.map(one => (one.id === '2' ? { ...one, extra: { ward: 'northern' } } : one)),
    })
    const { change, k } = of(
      disclosureRisk(wide, { outputs: [tableFor(wide, [quote('1', 0), quote('1', 1), quote('5', 2)])] }),
      'Respondent 1',
    )
    expect(k).toBe(1)
    expect(change?.k).toBeGreaterThan(1)
  })

  it('is none where nothing is told', () => {
    const safe = makeSafe(riskStudy(people))
    expect(of(disclosureRisk(safe, { outputs: [tableFor(safe, [quote('1')])] }), 'Respondent 1').change).toBeNull()
  })
})

describe('dossiers', () => {
  const safe = makeSafe(riskStudy(people, [{ id: '1', n: 0, attribute: 'ward', value: 'northern' }]))
  const risk = disclosureRisk(safe, { outputs: [tableFor(safe, [{ ...quote('1'), group: 'nurse' }])] })

  it('are for the team, in every way they are shown', () => {
    expect([risk.audience, risk.overview.audience, risk.report.audience]).toEqual(['team', 'team', 'team'])
    expect(inspect(risk)).toContain(teamNote)
    expect(renderHtml(risk.report)).toContain(en.texts.teamOnly)
  })

  it('have three headings, three readers with questions, and no verdict', () => {
    const page = renderMarkdown(risk.report)
    for (const head of [
      'Singling out',
      'Linking',
      'Inferring',
      'Three readers to imagine',
      'The change that helps most',
      'What is printed',
    ])
      expect(page).toContain(`### ${head}`)
    expect(new Set(of(risk, 'Respondent 1').questions.map(one => one.reader))).toEqual(new Set(['outsider', 'insider', 'superior']))
    expect(page).not.toMatch(/\bsafe\b|\banonymous\b|acceptable|low risk|high risk/iu)
  })

  it('have a text that changes with what is printed, and with nothing else', () => {
    const text = (rows: Parameters<typeof tableFor>[1]) =>
      of(disclosureRisk(safe, { outputs: [tableFor(safe, rows)] }), 'Respondent 1').text
    const one = { ...quote('1'), group: 'nurse' }
    expect(text([one, quote('4')])).toBe(text([quote('4'), one]))
    expect(text([one])).not.toBe(text([{ ...one, quote: sentenceOf('1', 1) }]))
    expect(text([one])).not.toBe(text([{ ...one, group: '' }]))
  })
})
