import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { anonymise, noNames } from '../../src/privacy/index.js'
import { findProblems, guardOf, type Study, StudyError } from '../../src/study/index.js'
import { by, entry, respondent, spanOf, studyOf, transcript } from '../builders.js'

const interview = transcript('interview-otto', [
  'Interview with Otto Canary, 12 May 2020',
  'I: Otto, how is Canary House?',
  '10: I work at Canary House and Otto’s colleague Ada says it is fine there, all week long.',
  'I: And Ada?',
  '11: Ada is me. I would rather not see my own words here in print, thank you.',
])
const study = studyOf([interview], {
  respondents: [respondent('10', { group: 'nurses' }), respondent('11', { consent: 'paraphrase' })],
})
const register = [
  entry('Otto Canary', { variants: ['Otto'], respondent: '10' }),
  entry('Ada', { respondent: '11' }),
  entry('Canary House', { type: 'HOSPITAL' }),
]
const coded = openPass(study, by, pass => {
  pass.code(pass.fragment(interview.id, 'Otto’s colleague Ada says it is fine'), 'content', { role: 'context' })
  pass.code(pass.fragment(interview.id, 'work at Canary'), 'content', { role: 'context' })
  pass.code(pass.fragment(interview.id, 'rather not see my own words'), 'shy', { role: 'mechanism' })
})
const safe = anonymise(coded, { register, language: en })

describe('anonymise', () => {
  it('makes the text anew: labels for marks, replacements, gaps, and nothing from outside the turns', () => {
    expect(safe.study.transcripts[0]!.text).toBe(
      [
        'Interviewer: ‹Respondent 10›, how is ‹hospital A›?',
        'Respondent 10: I work at ‹hospital A› and ‹Respondent 10›’s colleague ‹Respondent 11› says it is fine there, all week long.',
        'Interviewer: And ‹Respondent 11›?',
        'Respondent 11: [not quoted: no consent for verbatim quotes]',
        '',
      ].join('\n'),
    )
  })

  it('keeps codings on their words', () => {
    const { text } = safe.study.transcripts[0]!
    expect(safe.study.codings.map(one => text.slice(one.start, one.end))).toEqual([
      'work at ‹hospital A›',
      '‹Respondent 10›’s colleague ‹Respondent 11› says it is fine',
      '[not quoted: no consent for verbatim quotes]',
    ])
    expect(safe.study.transcripts[0]!.extra.withheld).toBe(`${safe.study.codings[2]!.start}-${safe.study.codings[2]!.end}`)
  })

  it('is a sound study', () => {
    expect(findProblems(safe.study)).toEqual([])
  })

  it('labels in the language given, and joins those who share a mark', () => {
    const pair = transcript('i2', ['13a+13b: Wij zeggen het samen.'])
    const { study: both } = anonymise(studyOf([pair]), { register: noNames('invented'), language: nl })
    expect(both.transcripts[0]!.text).toBe('Respondenten 13a en 13b: Wij zeggen het samen.\n')
  })

  it('carries nothing that is not in the allow-list', () => {
    const full: Study = {
      ...coded,
      memos: [{ id: 'Canary memo', text: 'Otto', about: [], extra: {} }],
      respondents: coded.respondents.map(one => ({ ...one, extra: { address: 'Otto street', ward: 'ward of Otto' } })),
      transcripts: coded.transcripts.map(one => ({
        ...one,
        file: 'otto.docx',
        date: '2020-05-12',
        hash: 'abc',
        speakers: ['10=10'],
        extra: { room: 'Otto' },
      })),
    }
    const { study: carried } = anonymise(full, { register, language: en })
    const json = JSON.stringify(carried)
    expect(json).not.toMatch(/otto|canary|\bada\b|2020-05|abc|address/iu)
    expect(carried).toMatchObject({ memos: [], consents: [], reveals: [], lost: [] })
    expect(carried.journal.every(pass => pass.changes.length === 0 && pass.date === '')).toBe(true)
    const rows = full as unknown as Record<string, readonly object[]>
    const stuffed = Object.fromEntries(
      Object.entries(rows).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map(one => (typeof one === 'object' ? { ...one, hidden: 'Canary' } : one)) : value,
      ]),
    ) as unknown as Study
    expect(JSON.stringify(anonymise(stuffed, { register, language: en }).study)).not.toMatch(/canary|hidden/iu)
    const { study: asked } = anonymise(full, { register, language: en, attributes: ['ward'] })
    expect(asked.respondents[0]!.extra).toEqual({ ward: 'ward of ‹Respondent 10›' })
  })

  it('changes nothing when done twice, and the second has a guard again', () => {
    const again = anonymise({ ...safe.study }, { register, language: en })
    expect({ ...again.study }).toEqual({ ...safe.study })
    expect(guardOf(again.study)).not.toBeNull()
  })

  it('replaces a name planted in any text of the study', () => {
    const withRows: Study = {
      ...coded,
      title: 'x',
      questions: ['x'],
      ethics: 'x',
      cleaning: ['x'],
      rounds: [{ id: 'r1', kind: null, title: 'x', purpose: 'x' }],
      cases: [{ id: 'a', name: 'x', extra: {} }],
      topics: [{ id: 't', label: 'x', parent: null, role: null, extra: {} }],
      themes: [
        {
          id: 'th',
          label: 'x',
          role: 'context',
          polarity: null,
          parent: null,
          codes: ['content'],
          claim: 'x',
          bullet: 'x',
          core: null,
          extra: {},
        },
      ],
      theories: [{ id: 'v1', kind: null, from: null, date: null, statement: 'x', origin: 'x', reason: 'x', extra: {} }],
      sampling: [{ id: 's', cell: 'x', planned: 1, reached: 1, refused: 0, extra: {} }],
      cells: [{ id: 'm', case: 'a', theme: 'th', configuration: null, theory: null, summary: 'x', status: null, extra: {} }],
      pages: [{ id: 'x', text: 'x', about: [], extra: { chapter: 'context' } }],
      relations: [{ id: 'r', from: 'content', relation: 'x', to: 'shy', memo: 'x', extra: {} }],
    }
    const places = placesOf(withRows)
    expect(places.length).toBe(20)
    for (const place of places) {
      const planted = JSON.parse(JSON.stringify(withRows)) as Study
      set(planted, place, 'seen by Otto Canary')
      const { study: result } = anonymise(planted, { register, language: en })
      expect(JSON.stringify(result), place.join('.')).not.toMatch(/otto|canary/iu)
    }
  })

  it('says everything that is wrong with a register, by row and without names', () => {
    const problems = problemsOf(() =>
      anonymise(study, {
        register: [
          entry('Otto', { label: 'Canary person' }),
          entry('Canary'),
          entry('otto'),
          entry('Ada', { respondent: '99', where: ['nowhere'] }),
        ],
        language: en,
      }),
    )
    expect(problems).toEqual([
      'register row 4: this entry and that of row 2 share a spelling',
      'register row 2: the label holds a registered name',
      'register row 5: this respondent is not in respondents.csv',
      'register row 5: this transcript does not exist',
    ])
    expect(problemsOf(() => anonymise(study, { register: [], language: en }))).toEqual(['undefined row undefined: the register is empty'])
    const named = studyOf([interview], { respondents: [respondent('10', { label: 'Otto' }), respondent('11')] })
    expect(problemsOf(() => anonymise(named, { register, language: en }))).toEqual([
      'register row 2: the label holds a registered name',
      'respondents.csv row 2: the label of this respondent holds a registered name',
    ])
  })

  it('counts replacements without telling names, and shows secrets as counts only', () => {
    expect(safe.log.rows).toEqual([
      { row: 2, type: 'PERSON', becomes: 'Respondent 10', replacements: 2, transcripts: 1 },
      { row: 3, type: 'PERSON', becomes: 'Respondent 11', replacements: 2, transcripts: 1 },
      { row: 4, type: 'HOSPITAL', becomes: 'hospital A', replacements: 2, transcripts: 1 },
    ])
    for (const secret of [safe.key, safe.review]) expect(inspect(secret, { depth: 6 })).not.toMatch(/otto|canary/iu)
    expect(JSON.stringify({ key: safe.key })).not.toMatch(/otto|canary/iu)
    expect(safe.review.rows[0]).toMatchObject({ found: 'Otto', becomes: '‹Respondent 10›', turn: 1 })
  })

  it('puts what recognisers mark up for review, and replaces none of it', () => {
    const recogniser = (text: string) => {
      const start = text.indexOf('week')
      return start < 0 ? [] : [{ start, end: start + 4, text: 'week', type: 'DATE', certainty: 'look' as const }]
    }
    const { review, study: result } = anonymise(coded, { register, language: en, recognisers: [recogniser] })
    expect(review.rows.filter(row => row.becomes === '' && row.found !== '12 May 2020')).toMatchObject([
      { found: 'week', why: 'DATE, look: not in the register' },
    ])
    expect(result.transcripts[0]!.text).toContain('all week long')
  })
})

describe('consent', () => {
  const cases = (facts: Partial<Study>) => {
    const one = transcript('i', ['10: These words are mine and they are quite long enough.'])
    return anonymise(studyOf([one], facts), { register: noNames('invented'), language: en }).study.transcripts[0]!.text
  }
  const row = (purpose: 'quote' | 'paraphrase', answer: 'yes' | 'no' | 'ask first', until: string | null = null) => ({
    id: `${purpose}${answer}${until}`,
    respondent: '10',
    purpose,
    answer,
    form: null,
    date: null,
    until,
    extra: {},
  })

  it('takes no answer for a no', () => {
    expect(cases({ respondents: [respondent('10', { consent: null })] })).toContain('[not quoted')
    expect(cases({ respondents: [respondent('10', { consent: null })], consent: 'verbatim' })).toContain('These words')
  })

  it('lists who has no consent on record', () => {
    const one = transcript('i', ['10: These words are mine.'])
    const bare = studyOf([one], { respondents: [respondent('10', { consent: null })] })
    const rows = (study: Study) => anonymise(study, { register: noNames('invented'), language: en }).conflicts.rows
    expect(rows(bare)).toMatchObject([
      { where: 'i: 1 turn', person: 'Respondent 10', kind: 'no consent is recorded', printed: 'gaps that say so' },
      { where: 'respondents.csv, row 2', person: 'Respondent 10', kind: 'no consent is recorded', printed: 'nothing literal' },
    ])
    const speech = [{ where: 'i: 1 turn', person: 'Respondent 10', kind: 'no quotes at all' }]
    expect(rows({ ...bare, consent: 'none' })).toMatchObject(speech)
    expect(rows({ ...bare, consents: [row('quote', 'no')] })).toMatchObject(speech)
  })

  it('lets consents.csv go before the column', () => {
    expect(cases({ consents: [row('quote', 'no')] })).toContain('[not quoted')
    expect(cases({ respondents: [respondent('10', { consent: 'none' })], consents: [row('quote', 'yes')] })).toContain('These words')
  })

  it('takes a consent that ended for a no, when told the day', () => {
    const one = transcript('i', ['10: These words are mine.'])
    const ended = studyOf([one], { consents: [row('quote', 'yes', '2020-01-01')] })
    const text = (today?: string) =>
      anonymise(ended, { register: noNames('invented'), language: en, ...(today === undefined ? {} : { today }) }).study.transcripts[0]!
        .text
    expect(text('2021-01-01')).toContain('[not quoted')
    expect(text('2019-01-01')).toContain('These words')
  })

  it('holds a pair to the stricter of the two', () => {
    const pair = transcript('i', ['13a+13b: We say this together.', '13a: I say this.'])
    const both = studyOf([pair], { respondents: [respondent('13a'), respondent('13b', { consent: 'paraphrase' })] })
    const { text } = anonymise(both, { register: noNames('invented'), language: en }).study.transcripts[0]!
    expect(text).toContain('I say this')
    expect(text).not.toContain('together')
  })

  const said = transcript('i', ['10: At first nobody dared to speak. Then we ate together and it all came out, every single thing.'])
  const quote = (facts: Partial<Study['quotes'][number]>) => ({
    id: 'q1',
    transcript: 'i',
    spans: [spanOf(said, 'Then we ate together and it all came out')],
    text: 'Then we ate together and it all came out',
    form: 'verbatim' as const,
    translation: null,
    themes: ['t'],
    configurations: [],
    attribution: null,
    approved: null,
    order: null,
    extra: {},
    ...facts,
  })
  const quoted = (facts: Partial<Study['quotes'][number]>, more: Partial<Study> = {}) =>
    anonymise(
      studyOf([said], {
        themes: [
          {
            id: 't',
            label: 'T',
            role: 'context',
            polarity: null,
            parent: null,
            codes: [],
            claim: null,
            bullet: null,
            core: null,
            extra: {},
          },
        ],
        quotes: [quote(facts)],
        ...more,
      }),
      {
        register: noNames('invented'),
        language: en,
      },
    )

  it('prints nothing of a quote that was not cleared, and says so', () => {
    for (const approved of ['asked', 'no'] as const) {
      const { study: result, conflicts } = quoted({ approved })
      expect(result.quotes).toEqual([])
      expect(result.transcripts[0]!.text).toContain('speak. [not quoted: not cleared by the speaker], every')
      const kind = approved === 'no' ? 'refused by the speaker' : 'asked, and not answered'
      expect(conflicts.rows).toMatchObject([{ where: 'quotes.csv, row 2', kind, printed: 'nothing' }])
      expect(guardOf(result)!.check([{ text: 'as one said, then we ate together and went', where: 'x' }], 'parts')).toEqual([])
      expect(guardOf(result)!.check([{ text: 'as one said: “Then we ate together — and it all', where: 'x' }], 'parts')).toHaveLength(1)
    }
  })

  it('prints what was approved by someone who is asked first, and nothing else', () => {
    const askFirst = { consents: [row('quote', 'ask first')] }
    const { study: result } = quoted({ approved: 'yes' }, askFirst)
    expect(result.transcripts[0]!.text).toContain('Then we ate together and it all came out')
    expect(result.transcripts[0]!.text).not.toContain('nobody dared')
    expect(result.quotes).toHaveLength(1)
    expect(quoted({ approved: null }, askFirst).conflicts.rows).toMatchObject([
      { where: 'quotes.csv, row 2', kind: 'ask first, and not asked', printed: 'a gap that says so' },
      { where: 'i: 1 turn', kind: 'ask first, and not asked' },
    ])
  })

  it('lets a paraphrase stand in, or a gap that says so', () => {
    const paraphraseOnly = { respondents: [respondent('10', { consent: 'paraphrase' })] }
    const gap = quoted({}, paraphraseOnly)
    expect(gap.study.quotes.map(one => one.text)).toEqual([en.texts.noConsent])
    const standIn = quote({ id: 'q2', spans: [], text: 'A shared meal loosened tongues.', form: 'paraphrase' })
    const stood = quoted({}, { ...paraphraseOnly, quotes: [quote({}), standIn] })
    expect(stood.study.quotes.map(one => one.text)).toEqual(['A shared meal loosened tongues.'])
    expect(stood.conflicts.rows[0]).toMatchObject({ where: 'quotes.csv, row 2', printed: 'the paraphrase q2' })
    const none = quoted({}, { respondents: [respondent('10', { consent: 'none' })], quotes: [standIn] })
    expect(none.study.quotes).toEqual([])
    expect(none.conflicts.rows[0]).toMatchObject({ where: 'quotes.csv, row 2', kind: 'no paraphrase', printed: 'nothing' })
  })

  it('never lets six words in a row of withheld speech through the guard', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,7}$/u), { minLength: 8, maxLength: 30 })
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(' ', ' … ', ', ', '\n', '-'),
        (speech, from, length, gap) => {
          fc.pre(new Set(speech).size === speech.length)
          const one = transcript('i', [`10: ${speech.join(' ')}`])
          const { study: result } = anonymise(studyOf([one], { respondents: [respondent('10', { consent: 'paraphrase' })] }), {
            register: noNames('invented'),
            language: en,
          })
          const copied = speech.slice(from % speech.length, (from % speech.length) + length)
          const refused = guardOf(result)!.check([{ text: `And then: ${copied.join(gap).toUpperCase()}!`, where: 'x' }], 'parts')
          // Words that are made up may look like a name, which is refused for another reason.
          expect(refused.some(problem => problem.what.includes('six words'))).toBe(copied.length >= 6)
        },
      ),
    )
  })
})

describe('the guard', () => {
  const check = (text: string) => guardOf(safe.study)!.check([{ text, where: 'table, row 1' }], 'parts')

  it('refuses registered names in any spelling, and tells place and row of the register only', () => {
    for (const text of ['Otto', 'OTTO-CANARY', 'canary\nhouse', 'A\u0301da', 'otto_canary', 'Otto’s'])
      expect(check(text), text).toHaveLength(1)
    expect(check('ottoman, Canada, canary')).toEqual([])
    expect(check('Otto was here')[0]).toEqual({
      what: 'this would print the name of row 2 of the register',
      hint: 'take the name out where it was written, or add its spelling to the register and anonymise again',
      call: 'table, row 1',
    })
  })

  it('is lost by a spread, a clone, JSON, a pass, and a look at its keys', () => {
    const copies: object[] = [
      { ...safe.study },
      structuredClone({ ...safe.study }),
      JSON.parse(JSON.stringify(safe.study)),
      Object.assign({}, safe.study),
      openPass(safe.study, by, pass => void pass.code(pass.fragment('t1', 'says it is fine'), 'more', { role: 'context' })),
    ]
    for (const copy of copies) expect(guardOf(copy)).toBeNull()
    expect(guardOf(safe.study)).not.toBeNull()
    expect(Object.getOwnPropertySymbols({ ...safe.study })).toEqual([])
  })

  it('lets a name stand where it means something else, and nowhere else', () => {
    const one = transcript('i1', ['10: We spoke to Roos about the work.'])
    const two = transcript('i2', ['11: In the garden Roos is a flower.'])
    const { study: result } = anonymise(studyOf([one, two]), { register: [entry('Roos', { where: ['i1'] })], language: en })
    expect(result.transcripts.map(one => one.text)).toEqual([
      'Respondent 10: We spoke to ‹person A› about the work.\n',
      'Respondent 11: In the garden Roos is a flower.\n',
    ])
    const ask = (text: string) => guardOf(result)!.check([{ text, where: 'x' }], 'parts').length
    expect(ask('In the garden Roos is a flower.')).toBe(0)
    expect(ask('We spoke to Roos about the work.')).toBe(1)
    expect(ask('Roos')).toBe(1)
  })
})

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work()
  } catch (error) {
    if (!(error instanceof StudyError)) throw error
    expect(`${error.message}${error.stack}`).not.toMatch(/otto|canary/iu)
    return error.problems.map(problem => `${problem.file} row ${problem.row}: ${problem.what}`)
  }
  return []
}

/** Every place of a text in a study that holds just 'x'. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (value === 'x') return [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))
}

function set(target: object, [head, ...rest]: readonly (string | number)[], text: string): void {
  if (rest.length === 0) Reflect.set(target, head!, text)
  else set(Reflect.get(target, head!) as object, rest, text)
}
