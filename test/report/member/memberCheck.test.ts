import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as api from '../../../src/index.js'
import { en } from '../../../src/language/en/index.js'
import { nl } from '../../../src/language/nl/index.js'
import type { Study } from '../../../src/study/index.js'
import { code, coding, respondent, study, transcript } from '../../analysis/makeStudy.js'
import { entry } from '../../builders.js'
import { configuration, evidence } from '../../theory/theoryStudy.js'
import { memberStudy, quote, theme, turned, wordsOf } from './memberStudy.js'

const team = { language: en, audience: 'team' } as const
const items = ['a', 'b', 'c', 'C1']
const shown = ({ sheet, form }: api.MemberCheck) =>
  [api.renderMarkdown(sheet), api.renderHtml(sheet), form.toCsv(), form.toHtml()].join('\n')

describe('laws of a sheet', () => {
  it('holds no words that surely are of another, or of who asks', () => {
    fc.assert(
      fc.property(memberStudy, made => {
        const text = shown(api.memberCheck(made, { ...team, respondent: '1', items }))
        for (const [t, { turns }] of made.transcripts.entries())
          for (const [i, turn] of turns.entries())
            if (!turn.respondents.includes('1')) for (const word of wordsOf(t, i)) expect(text).not.toContain(word.slice(0, 5))
      }),
    )
  })

  it('holds all that is hers behind an item, and may be quoted', () => {
    fc.assert(
      fc.property(memberStudy, made => {
        const plain: Study = { ...made, quotes: [] }
        const text = api.renderMarkdown(api.memberCheck(plain, { ...team, respondent: '1', items }).sheet)
        for (const { transcript: id, start, end, code: name } of made.codings) {
          const t = made.transcripts.findIndex(one => one.id === id)
          for (const [i, turn] of made.transcripts[t]!.turns.entries()) {
            const isHers = turn.respondents.includes('1') && ['a', 'b', 'c'].includes(name)
            for (const [w, word] of wordsOf(t, i).entries()) {
              const at = turn.start + wordsOf(t, i).slice(0, w).join(' ').length + (w === 0 ? 0 : 1)
              if (isHers && start <= at && at + word.length <= end) expect(text).toContain(word)
            }
          }
        }
      }),
    )
  })

  it('is the same whatever the order of the tables', () => {
    fc.assert(
      fc.property(memberStudy, made => {
        const options = { ...team, respondent: '1', items }
        expect(shown(api.memberCheck(turned(made), options))).toBe(shown(api.memberCheck(made, options)))
      }),
    )
  })

  it('does not change when others come to say the same', () => {
    fc.assert(
      fc.property(memberStudy, made => {
        const other = transcript('t9', [['9', 'foo bar baz']])
        const more: Study = {
          ...made,
          transcripts: [...made.transcripts, other],
          respondents: [...made.respondents, respondent('9', 'doctor')],
          codings: [...made.codings, coding(other, 'bar', 'a'), coding(other, 'baz', 'b', { stance: 'refutes' })],
        }
        const options = { ...team, respondent: '1', items }
        expect(shown(api.memberCheck(more, options))).toBe(shown(api.memberCheck(made, options)))
      }),
    )
  })
})

const talk = transcript('i1', [
  ['I', 'What changed when the norms came?'],
  ['1', 'We met every week since the norms came to us.'],
  ['2', 'I never saw any of them around that table.'],
  ['1+2', 'One of us says that the plan was ours.'],
])
const alone = transcript('i2', [['3', 'They came for the coffee and they stayed for the talk.']])
const base = study({
  transcripts: [talk, alone],
  codings: [
    coding(talk, 'We met every week', 'a'),
    coding(talk, 'since the norms came to us.\n2: I never saw', 'a', { stance: 'refines' }),
    coding(talk, 'the plan was ours', 'b'),
    coding(alone, 'They came for the coffee', 'a'),
  ],
  respondents: ['1', '2', '3'].map(id => respondent(id, 'nurse', { consent: 'verbatim' })),
  codes: [code('a'), code('b'), code('c')],
  themes: [theme('a'), theme('b', { claim: null, bullet: 'The plan is shared.' }), theme('c', { claim: null })],
  configurations: [configuration('C1', { context: ['a'], mechanism: ['b'], outcome: ['c'] })],
})
const withProof: Study = { ...base, evidence: [evidence('e1', 'C1', { coding: base.codings[2]!.id, stance: 'supports' })] }
const page = (made: Study, options: Partial<api.MemberCheckOptions> = {}) =>
  api.renderMarkdown(api.memberCheck(made, { ...team, respondent: '1', ...options }).sheet)
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was refused'
}

describe('the sheet', () => {
  it('puts what something of hers stands behind, themes before configurations', () => {
    const { form } = api.memberCheck(withProof, { ...team, respondent: '1' })
    expect(form.rows.map(row => row.item)).toEqual(['a', 'b', 'C1'])
    expect(form.rows.map(row => row.statement)).toEqual([
      'Claim of a.',
      'The plan is shared.',
      'Given ‘a’, the result is ‘c’, because of ‘b’.',
    ])
    expect(api.memberCheck(withProof, { ...team, respondent: '3' }).form.rows.map(row => row.item)).toEqual(['a'])
  })

  it('cuts a passage to her turns, and says what may be of another', () => {
    const text = page(withProof)
    expect(text).toContain('“since the norms came to us.”')
    expect(text).not.toContain('never saw')
    expect(text).toMatch(/“the plan was ours” \(said when you spoke together/u)
    expect(text).toContain('You spoke with us together with someone else')
    expect(page(withProof, { respondent: '3' })).toContain('No words of anyone else')
    expect(text).not.toContain('put together from the codes')
  })

  it('is in Dutch too', () => {
    const { sheet, form } = api.memberCheck(withProof, { ...team, language: nl, respondent: '1' })
    expect(api.renderMarkdown(sheet)).toContain('☐ Ik ben het ermee eens')
    expect(form.columns).toEqual([
      'respondent',
      'onderdeel',
      'uitspraak',
      'antwoord (eens, aanvulling, oneens, geen mening)',
      'in uw eigen woorden',
    ])
  })

  it('puts a configuration of an earlier version by its name', () => {
    const theories = ['t1', 't2'].map((id, i) => ({
      ...{ id, kind: null, from: i === 0 ? null : 't1', date: null, statement: null, origin: null, reason: null, extra: {} },
    }))
    const version = (theory: string) => configuration('C1', { mechanism: ['b'] }, { theory, statement: `As in ${theory}.` })
    const made = { ...base, theories, configurations: [version('t1'), version('t2')] } as Study
    const rows = (name: string) => api.memberCheck(made, { ...team, respondent: '1', items: [name] }).form.rows
    expect(rows('C1')[0]).toMatchObject({ item: 'C1', statement: 'As in t2.' })
    expect(rows('C1@t1')[0]).toMatchObject({ item: 'C1@t1', statement: 'As in t1.' })
  })

  it('leaves out of itself what has no statement, and says so to who makes it', () => {
    const made = { ...withProof, themes: [theme('a'), theme('b', { claim: null })] }
    expect(api.memberCheck(made, { ...team, respondent: '1' }).leftOut).toEqual([{ item: 'b', why: 'this item has no words to answer' }])
  })

  it('does not put what was dropped or given up', () => {
    for (const facts of [{ change: 'dropped' }, { status: 'abandoned' }] as const) {
      const configurations = [{ ...withProof.configurations[0]!, ...facts }]
      expect(api.memberCheck({ ...withProof, configurations }, { ...team, respondent: '1' }).form.rows.map(row => row.item)).toEqual([
        'a',
        'b',
      ])
    }
  })
})

describe('what may not be printed', () => {
  const span = { start: base.codings[0]!.start, end: base.codings[0]!.end }
  const row = (facts: Parameters<typeof quote>[1]) => ({
    ...base,
    quotes: [quote('q', { transcript: 'i1', spans: [span], themes: ['a'], ...facts })],
  })
  const safeOf = (made: Study) => api.anonymise(made, { register: [entry('Zwaardvis')], language: en }).study
  const publicPage = (made: Study) => api.renderMarkdown(api.memberCheck(safeOf(made), { respondent: '1' }).sheet)

  it('is not on it, and how many there are is said', () => {
    for (const approved of ['asked', 'no'] as const)
      for (const text of [page(row({ approved })), publicPage(row({ approved }))]) {
        expect(text).not.toContain('We met every week')
        expect(text).toMatch(/not printed, because they may not be quoted[^:]*: 1\./u)
      }
    expect(page(row({ approved: 'yes' }))).toContain('We met every week')
  })

  it('her consent holds, in a study for the team too', () => {
    const respondents = base.respondents.map(one => (one.id === '1' ? { ...one, consent: 'paraphrase' as const } : one))
    for (const text of [page({ ...base, respondents }), publicPage({ ...base, respondents })]) {
      expect(text).not.toMatch(/We met|since the norms|plan was ours/u)
      expect(text).toContain('Nothing of yours about this is printed.')
    }
  })

  it('a paraphrase she agreed to stands in, and a cleaned quote goes before the passage it was made from', () => {
    const cleaned = page(row({ text: 'We met … weekly.', form: 'cleaned' }))
    expect(cleaned).toContain('“We met … weekly.”')
    expect(cleaned).not.toContain('We met every week')
    const respondents = base.respondents.map(one => (one.id === '1' ? { ...one, consent: 'paraphrase' as const } : one))
    const made = {
      ...row({ text: 'They came together often.', form: 'paraphrase', spans: [{ start: talk.turns[1]!.start, end: talk.turns[1]!.end }] }),
      respondents,
    }
    expect(page(made)).toContain('They came together often. ')
    // In a safe study a paraphrase of held words has no place any more, so that of who spoke together it may be the other's.
    expect(publicPage(made)).not.toContain('They came together often.')
    const hers = base.respondents.map(one => (one.id === '3' ? { ...one, consent: 'paraphrase' as const } : one))
    const own = row({ transcript: 'i2', text: 'Coffee drew them.', form: 'paraphrase', spans: [alone.turns[0]!] })
    const { study: safe } = api.anonymise({ ...own, respondents: hers }, { register: [entry('Zwaardvis')], language: en })
    expect(api.renderMarkdown(api.memberCheck(safe, { respondent: '3' }).sheet)).toContain('Coffee drew them. ')
  })

  it('a quote that runs over another, or of which the place is not known, is not hers to see', () => {
    const over = { start: talk.turns[1]!.start, end: talk.turns[2]!.end }
    expect(page(row({ spans: [over], text: 'Weekly, and I never saw them.', form: 'cleaned' }))).not.toContain('Weekly')
    expect(page(row({ spans: [], text: 'Weekly, they say.', form: 'cleaned' }))).not.toContain('Weekly')
  })

  it('words that are given to nobody are not tied to her label', () => {
    for (const attribution of ['none', 'role'] as const) {
      expect(publicPage(row({ attribution }))).not.toContain('We met every week')
      expect(page(row({ attribution }))).toContain('We met every week')
    }
  })
})

describe('what is refused', () => {
  const at = (made: Study, options: Partial<api.MemberCheckOptions>) =>
    refusal(() => api.memberCheck(made, { ...team, respondent: '1', ...options }))

  it('a study that was not anonymised, and labels that are unlinked', () => {
    expect(refusal(() => api.memberCheck(base as api.SafeStudy, { respondent: '1', language: en }))).toMatch(/was not anonymised/u)
    const { study: safe } = api.anonymise(base, { register: [entry('Zwaardvis')], language: en, labels: 'unlinked' })
    expect(refusal(() => api.memberCheck(safe, { respondent: safe.respondents[0]!.id }))).toMatch(/labels are unlinked/u)
  })

  it('all items that are wrong at once', () => {
    const message = at(withProof, { items: ['a', 'Theme aa', 'c', 'nowhere'] })
    expect(message).toMatch(/3 problems/u)
    expect(message).toMatch(/item 2: .*Did you mean 'Theme a'/u)
    expect(message).toMatch(/item 3: this item has no words to answer/u)
    expect(message).toMatch(/item 4: there is no such theme or configuration/u)
    expect(at(withProof, { items: [] })).toMatch(/nothing to put/u)
  })

  it('a statement with words of somebody else', () => {
    const made = { ...base, themes: [theme('a', { claim: 'Yes: they came for the coffee and they stayed.' }), theme('b')] }
    expect(at(made, { items: ['a'] })).toMatch(/six words in a row that somebody else said/u)
    expect(at(made, { items: ['a'] })).not.toContain('coffee')
    expect(api.memberCheck(made, { ...team, respondent: '1' }).leftOut.map(one => one.item)).toEqual(['a'])
    expect(api.memberCheck(made, { ...team, respondent: '3', items: ['a'] }).form.rows).toHaveLength(1)
  })

  it('somebody who is not there, or of whom there is nothing', () => {
    expect(at(base, { respondent: 'Greta' })).toMatch(/not in respondents\.csv/u)
    expect(at(base, { respondent: 'Greta' })).not.toContain('Greta')
    expect(at({ ...base, codings: [] }, {})).toMatch(/nothing of this respondent stands behind/iu)
  })

  it('who does not want to be asked again', () => {
    const consents = [
      { id: 'k', respondent: '1', purpose: 'recontact', answer: 'no', form: null, date: null, until: null, extra: {} },
    ] as const
    const made = { ...base, consents } as Study
    expect(at(made, {})).toMatch(/did not agree to be asked again/u)
    const { study: safe } = api.anonymise(made, { register: [entry('Zwaardvis')], language: en })
    expect(refusal(() => api.memberCheck(safe, { respondent: '1' }))).toMatch(/did not agree to be asked again/u)
    expect(at(made, { respondent: '3' })).toBe('nothing was refused')
  })

  it('a registered name in a statement, by the gate', () => {
    const named = { ...base, themes: [theme('a', { claim: 'It is Zwaardvis who helps.' }), theme('b')] }
    const { study: safe } = api.anonymise(named, { register: [entry('Zwaardvis')], language: en })
    const { sheet, form } = api.memberCheck(safe, { respondent: '1' })
    expect(sheet.audience).toBe('public')
    expect(shown({ sheet, form, leftOut: [] })).not.toContain('Zwaardvis')
    const forged = new api.Report({ title: 'Zwaardvis', chapters: [], basis: '', language: en, of: sheet })
    expect(() => api.renderHtml(forged)).toThrow(/row 2 of the register/u)
  })
})
