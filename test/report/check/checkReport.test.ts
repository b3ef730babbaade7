import { describe, expect, it } from 'vitest'
import { openPass, selectivePass } from '../../../src/coding/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { anonymise } from '../../../src/privacy/index.js'
import { buildReport, type CheckReportOptions, checkReport, renderHtml, renderMarkdown } from '../../../src/report/index.js'
import type { Stance, Study } from '../../../src/study/index.js'
import { by, entry, respondent, studyOf, transcript } from '../../builders.js'
import { docx } from '../../transcript/zip.js'

const talks = [
  transcript('t1', [
    'I: What about the weekly table?',
    '1: We sit round the table every Tuesday, and nobody is laughed at when it went wrong.',
  ]),
  transcript('t2', ['2: We dare to show what went wrong because the others do.']),
  transcript('t3', ['3: To be honest I never show anything at that table, it is the same three who talk.']),
  transcript('t4', ['4: After a year we rang each other for every small thing.']),
  transcript('t5', ['5a+5b: The board of Hightown pays for two hours a week.']),
]
const people = [
  respondent('1', { group: 'nurse' }),
  respondent('2', { group: 'nurse' }),
  respondent('3', { group: 'nurse' }),
  respondent('4', { group: 'medical specialist', consent: 'paraphrase' }),
  respondent('5a', { group: 'director' }),
  respondent('5b', { group: 'director' }),
]

const plain = studyOf(talks, {
  respondents: people,
  cases: [{ id: 'hightown', name: 'Hightown', extra: {} }],
})
const study = coded(plain)

/** Nurses: two dare to show failures, one does not. */
function coded(from: Study): Study {
  const open = openPass(from, by, pass => {
    pass.define('sharing failures', { role: 'mechanism' })
    pass.define('short lines', { role: 'outcome' })
    pass.define('paid hours', { role: 'context' })
    const code = (id: string, words: string, name: string, role: string, stance: Stance | null = null) =>
      pass.code(pass.fragment(id, words), name, { role, stance })
    code('t1', 'nobody is laughed at when it went wrong', 'sharing failures', 'mechanism')
    code('t2', 'We dare to show what went wrong because the others do', 'sharing failures', 'mechanism')
    code('t3', 'I never show anything at that table', 'sharing failures', 'mechanism', 'refutes')
    code('t4', 'we rang each other for every small thing', 'short lines', 'outcome')
    code('t5', 'The board of Hightown pays for two hours a week', 'paid hours', 'context')
  })
  return selectivePass(open, by, pass => {
    pass.theme('Showing what went wrong', { role: 'mechanism', codes: ['sharing failures'] })
    pass.theme('Short lines between houses', { role: 'outcome', codes: ['short lines'] })
    pass.theme('Paid hours', { role: 'context', codes: ['paid hours'] })
  })
}

const check = (report: string | Uint8Array, options: CheckReportOptions = {}, of = study) =>
  checkReport(of, report, { language: en, ...options })
const kinds = async (report: string, options: CheckReportOptions = {}) =>
  (await check(report, options)).points.rows.filter(row => row.line !== null).map(row => row.kind)
const states = async (report: string | Uint8Array) => (await check(report)).quotations.rows.map(row => row.state)
const held = async (report: string, options: CheckReportOptions = {}) =>
  (await check(report, options)).counts.rows.map(({ says, group, counted, of, holds }) => ({ says, group, counted, of, holds }))

const good = 'nobody is laughed at when it went wrong'

describe('quotations', () => {
  it('are found as they are printed: omissions, insertions, a capital, several kinds of marks', async () => {
    const report = [
      `They say “${good}” (Respondent 1).`,
      `They say "We sit round the table … nobody is laughed at" (Respondent 1).`,
      `“[N]obody is laughed at when it [the diagnosis] went wrong” (Respondent 1)`,
      `„Nobody is laughed at when it went wrong” (Respondent 1)`,
      `Some say ‘nobody is laughed at when it went wrong’ (Respondent 1).`,
      `«${good}» – Respondent 1`,
    ].join('\n\n')
    expect(await states(report)).toEqual(['found', 'found', 'found', 'found', 'found', 'found'])
    expect(await kinds(report)).toEqual([])
  })

  it('tell what was altered, as said and as printed', async () => {
    const { quotations, points } = await check('They say “nobody is ever laughed at when it went well” (Respondent 1).')
    expect(quotations.rows[0]).toMatchObject({ state: 'altered', transcript: 't1', speakers: 'Respondent 1' })
    expect(quotations.rows[0]?.differs).toBe('(nothing) → ever; wrong → well')
    expect(points.rows.map(row => row.kind)).toContain('quotation altered')
  })

  it('pair words from what is known outwards: a word said a line before is not taken for the first of a quotation', async () => {
    const of = {
      ...study,
      transcripts: [
        ...study.transcripts,
        transcript('t7', ['2: It is what it is. And then, much later in the year, it all came out as one plan of six houses.']),
      ],
    }
    const { quotations } = await check('“It is all came out as one plan of seven houses” (Respondent 2)', {}, of)
    expect(quotations.rows[0]).toMatchObject({ state: 'altered', differs: '(nothing) → It is; six → seven' })
    const omitting = await check('“It is what it is … one plan of seven houses” (Respondent 2)', {}, of)
    expect(omitting.quotations.rows[0]).toMatchObject({ state: 'altered', differs: 'six → seven' })
  })

  it('tell what is in no transcript, and what the interviewer said', async () => {
    expect(await states('One says “the weather was lovely all of that long summer” (Respondent 2).')).toEqual(['not found'])
    expect(await states('One says “What about the weekly table?” (Respondent 1).')).toEqual(['asked by the interviewer'])
  })

  it('of a safe text are found in the study it was made of: what stands for a name stands between marks', async () => {
    const named = {
      ...study,
      transcripts: study.transcripts.map(one =>
        one.id === 't5' ? transcript('t5', ['5a+5b: The board of Hightown pays Greta Vos for two hours.']) : one,
      ),
    }
    const [row] = (await check('“The board of ‹house A› pays ‹person A› for two hours” (Respondents 5a and 5b)', {}, named)).quotations.rows
    expect(row?.state).toBe('found')
  })

  it('leave terms and titles alone that nobody is said to have spoken', async () => {
    expect(await states('The ‘network of networks’ is an “eye opener”. We don’t know whose it is, it’s open.')).toEqual([])
  })

  it('are read from a Word file too, also a paragraph that is set apart as one', async () => {
    const styled = (style: string, words: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const bytes = docx(
      [
        styled('Heading1', 'Mechanisms'),
        styled('Quote', `${good} (Respondent 1)`),
        '<w:p><w:r><w:t>Most nurses see it so.</w:t></w:r></w:p>',
      ].join(''),
    )
    const { quotations } = await check(bytes)
    expect(quotations.rows).toMatchObject([{ line: 2, state: 'found', attributed: 'Respondent 1' }])
  })

  it('go on over a page and over cut lines, as a PDF is copied', async () => {
    const report = `It is often said that “we sit round the \ntable every Tues\nday, and nobody \n\n12\tA footnote (2012). \n is laughed at when it went wrong” (Respondent \n1). And then \nthe next line. \n`
    expect((await check(report)).quotations.rows[0]).toMatchObject({
      attributed: 'Respondent 1',
      state: 'altered',
      differs: '(nothing) → 12 A footnote (2012',
    })
  })
})

describe('who spoke', () => {
  it('is held against who did', async () => {
    const { points, quotations } = await check(`“${good}” (Respondent 2)`)
    expect(quotations.rows[0]).toMatchObject({ state: 'another speaker', speakers: 'Respondent 1' })
    expect(points.rows[0]).toMatchObject({ kind: 'wrong speaker', what: 'given to Respondent 2; said by Respondent 1' })
  })

  it('may be a group, by its name', async () => {
    expect(await kinds(`“${good}” (nurse)`)).toEqual([])
    expect(await kinds(`“${good}” (a director)`)).toEqual(['wrong speaker'])
  })

  it('is nobody, not stated, or half of a pair', async () => {
    expect(await kinds(`“${good}” (Respondent 41)`)).toEqual(['no such speaker'])
    expect(await kinds(`“${good}” and so on.`)).toEqual(['no speaker stated'])
    const half = await check('“pays for two hours a week” (Respondent 5)')
    expect(half.points.rows.map(row => row.kind)).toContain('half of a pair')
    expect(half.points.rows[0]?.what).toBe('Respondent 5 is no respondent: Respondents 5a and 5b spoke together')
    expect(await kinds('“pays for two hours a week” (Respondents 5a and 5b)')).toEqual([])
  })

  it('may stand before a quotation, with a colon, and a sentence that ends in one is no name', async () => {
    expect((await check(`Respondent 2: “${good}”`)).quotations.rows[0]).toMatchObject({
      attributed: 'Respondent 2',
      state: 'another speaker',
    })
    expect((await check(`What the nurses of the first house said was just this: “${good}”`)).quotations.rows[0]?.attributed).toBe('')
  })

  it('is taken for who is named where two people said the same', async () => {
    const twice = { ...study, transcripts: [...study.transcripts, transcript('t6', [`2: As they say, ${good}.`])] }
    const [row] = (await check(`“${good}” (Respondent 2)`, {}, twice)).quotations.rows
    expect(row).toMatchObject({ state: 'found', transcript: 't6', speakers: 'Respondent 2' })
    expect((await check(`So: “${good}”.`, {}, twice)).quotations.rows[0]?.state).toBe('several places')
  })

  it('has a group, when others have one', async () => {
    const of = { ...study, respondents: study.respondents.map(one => (one.id === '1' ? { ...one, group: null } : one)) }
    const { points } = await check(`“${good}” (Respondent 1)`, {}, of)
    expect(points.rows.map(row => row.kind)).toContain('group not stated')
  })

  it('is counted per source, also who is not quoted', async () => {
    const { cited } = await check(`“${good}” (Respondent 1). “We sit round the table” (Respondent 1).`)
    expect(cited.rows[0]).toMatchObject({ source: 'Respondent 1', quotations: 2, lines: '1, 1' })
    expect(cited.rows.filter(row => row.quotations === 0)).toHaveLength(4)
  })
})

describe('what may not be printed', () => {
  it('is told: no consent, an approval that is still asked or refused', async () => {
    expect(await kinds('“we rang each other for every small thing” (Respondent 4)')).toEqual(['not cleared'])
    const at = talks[0]!.text.indexOf(good)
    const row = {
      id: 'q1',
      transcript: 't1',
      spans: [{ start: at, end: at + good.length }],
      text: null,
      form: 'verbatim',
      translation: null,
    } as const
    const quotes = (approved: 'asked' | 'no' | 'yes') => [
      { ...row, themes: [], configurations: [], attribution: null, approved, order: null, extra: {} },
    ]
    const closed = async (approved: 'asked' | 'no' | 'yes') =>
      (await check(`“${good}” (Respondent 1)`, {}, { ...study, quotes: quotes(approved) })).quotations.rows[0]?.closed
    expect(await closed('asked')).toBe('the speaker has yet to approve of it')
    expect(await closed('no')).toBe('the speaker did not approve of it')
    expect(await closed('yes')).toBe('')
  })

  it('is told: a promise in the report itself that it does not keep', async () => {
    const report = (promise: string) => `“${good}” (Respondent 1)\n\n${promise}`
    expect(await kinds(report('Interviewees will not be quoted literally.'))).toEqual(['promise not kept'])
    expect(await kinds(report('Statements cannot be traced to a person.'))).toEqual(['promise not kept'])
    expect(await kinds(report('All data were anonymised.'))).toEqual(['promise not kept'])
    expect(await kinds('Interviewees will not be quoted literally.')).toEqual([])
  })

  it('is told: registered names by their row only, cases and organisations in quotations', async () => {
    const register = [entry('Greta Vos'), entry('Ada Bloem')]
    const { points } = await check('We thank Ada Bloem.', { register })
    expect(points.rows[0]).toMatchObject({ kind: 'name', what: 'the name of row 3 of the register', words: '' })
    expect(points.rows.filter(row => row.line !== null && row.kind !== 'name')).toEqual([])
    const named = await check('“The board of Hightown pays for two hours a week” (Respondents 5a and 5b)')
    expect(named.points.rows[0]).toMatchObject({ kind: 'may identify', what: 'it names a case of the study: Hightown' })
  })

  it('a safe study looks for the names of its register by itself', async () => {
    const { study: safe } = anonymise(study, { register: [entry('Greta Vos')], language: en })
    const { points } = await checkReport(safe, 'We thank Greta Vos.\n\nAnd all others.')
    expect(points.rows.filter(row => row.kind === 'name')).toHaveLength(1)
    expect(points.audience).toBe('team')
    expect(JSON.stringify(points.rows)).not.toContain('Greta')
  })
})

describe('counts', () => {
  it('are held against the sources of the theme that the sentence names', async () => {
    expect(await held('All nurses dare to show what went wrong.')).toEqual([
      { says: 'All nurses', group: 'nurse', counted: 2, of: 3, holds: 'no' },
    ])
    expect(await held('Most nurses tell that showing what went wrong helps.')).toEqual([
      { says: 'Most nurses', group: 'nurse', counted: 2, of: 3, holds: 'yes' },
    ])
    expect(await held('Two of the three nurses tell that showing what went wrong helps.')).toMatchObject([{ holds: 'yes' }])
    expect(await held('Two nurses tell of short lines between houses.')).toMatchObject([{ counted: 0, holds: 'no' }])
    expect(await held('One nurse refutes that showing what went wrong helps.')).toMatchObject([{ counted: 1, holds: 'yes' }])
  })

  it('else of what is quoted with them, else of the heading', async () => {
    expect(await held(`All nurses say so: “${good}” (Respondent 1).`)).toMatchObject([{ counted: 2, of: 3, holds: 'no' }])
    expect(await held('# Report\n\n## Showing what went wrong\n\nAll nurses say so.')).toMatchObject([{ counted: 2, of: 3, holds: 'no' }])
  })

  it('are none in the cells of a table', async () => {
    expect(await held('| group | what |\n| --- | --- |\n| all nurses | showing what went wrong |')).toEqual([])
  })

  it('are of the last heading that is marked as one: a short line is none beside it', async () => {
    const report = '# Showing what went wrong\n\nShort lines between houses\n\nAll nurses say so.'
    expect(await held(report)).toMatchObject([{ counted: 2, of: 3 }])
    expect(await held(report.replace('# Showing what went wrong\n\n', ''))).toMatchObject([{ counted: 0, of: 3 }])
  })

  it('cannot be told when nothing says what they are about', async () => {
    expect(await held('All nurses say so.')).toEqual([
      { says: 'All nurses', group: 'nurse', counted: null, of: null, holds: 'cannot be told' },
    ])
  })

  it('know a group by another word when that is given', async () => {
    expect(await held('All doctors speak of short lines between houses.', { groups: { doctors: 'medical specialist' } })).toEqual([
      { says: 'All doctors', group: 'medical specialist', counted: 1, of: 1, holds: 'yes' },
    ])
    expect(await held('All specialists speak of short lines between houses.')).toMatchObject([
      { group: 'medical specialist', holds: 'yes' },
    ])
  })

  it('of what others say in a quotation are not those of the report', async () => {
    expect(await held('One says “all nurses show what went wrong, everyone says so” (Respondent 1).')).toEqual([])
  })
})

describe('what is not told', () => {
  const missing = async (report: string) =>
    (await check(report)).points.rows.filter(row => row.line === null).map(row => `${row.kind}: ${row.what.split(':')[0]}`)

  it('is a theme that is neither named nor quoted', async () => {
    expect(await missing('Showing what went wrong. However, not all do. Short lines between houses.')).toEqual([
      'theme not told: Paid hours',
    ])
  })

  it('is dissent: unless a sentence beside the theme says so, or who refutes it is quoted', async () => {
    const rest = '\n\nShort lines between houses. Paid hours.'
    expect(await missing(`Showing what went wrong helps.${rest}`)).toEqual(['dissent not told: Showing what went wrong'])
    expect(await missing(`Showing what went wrong helps. Others disagree.${rest}`)).toEqual([])
    expect(await missing(`Showing what went wrong helps.\n\n“I never show anything at that table” (Respondent 3)${rest}`)).toEqual([])
    // A word of dissent elsewhere, or in somebody's mouth, tells nothing of it.
    expect(await missing(`Showing what went wrong helps: “because the others do” (Respondent 2).\n\nHowever, it rained.${rest}`)).toEqual([
      'dissent not told: Showing what went wrong',
    ])
  })
})

describe('a report that this library made', () => {
  const { study: safe } = anonymise(study, { register: [entry('Greta Vos')], language: en })
  const report = buildReport(safe)

  it.each([
    ['Markdown', renderMarkdown(report)],
    ['HTML', renderHtml(report)],
  ])('in %s quotes nothing that is not there, and counts nothing that is not so', async (_, text) => {
    const { points, quotations, counts } = await check(text)
    expect(quotations.rows.length).toBeGreaterThan(2)
    expect(quotations.rows.map(row => row.state)).not.toContain('not found')
    expect(points.rows.filter(row => row.kind !== 'may identify')).toEqual([])
    expect(counts.rows.filter(row => row.holds === 'no')).toEqual([])
  })
})

describe('the results', () => {
  it('are for the team, whatever the study', async () => {
    const result = await check(`“${good}” (Respondent 1)`)
    for (const table of Object.values(result)) expect(table.audience).toBe('team')
  })

  it('a report without text, or what is no Word file, is refused without telling its content', async () => {
    await expect(check(' \n \n')).rejects.toThrow('there is no text in this report')
    await expect(check(new Uint8Array([0x50, 0x4b, 1, 2, 3]))).rejects.toThrow(/Word/u)
  })

  it('speak Dutch too', async () => {
    const dutch = {
      ...study,
      respondents: study.respondents.map(one => ({ ...one, group: one.group === 'nurse' ? 'verpleegkundige' : one.group })),
    }
    const { counts, points } = await checkReport(
      dutch,
      'Alle verpleegkundigen vertellen: “nobody is laughed at when it went wrong” (Respondent 2). We citeren niet letterlijk.',
      { language: nl },
    )
    expect(counts.rows).toMatchObject([{ says: 'Alle verpleegkundigen', counted: 2, of: 3, holds: 'no' }])
    expect(
      points.rows
        .filter(row => row.line !== null)
        .map(row => row.kind)
        .sort(),
    ).toEqual(['count not borne out', 'promise not kept', 'wrong speaker'])
  })
})
