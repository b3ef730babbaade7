import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selectQuotes } from '../../src/analysis/index.js'
import { openPass, selectivePass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { anonymise, checkConsent, consentFor, noNames, type Purpose, withdrawRespondent } from '../../src/privacy/index.js'
import { buildReport, quoteTable, renderMarkdown } from '../../src/report/index.js'
import type { Consent, Quote, Study, Transcript } from '../../src/study/index.js'
import { findProblems } from '../../src/study/index.js'
import { by, respondent, studyOf, transcript } from '../builders.js'

const answer = (who: string, purpose: Purpose, said: Consent['answer'], facts: Partial<Consent> = {}): Consent => ({
  id: `${who} ${purpose} ${said} ${facts.date ?? ''}`,
  respondent: who,
  purpose,
  answer: said,
  form: null,
  date: null,
  until: null,
  extra: {},
  ...facts,
})

describe('consentFor', () => {
  const group = transcript('g', ['I: What changed?', 'A: We met.', 'A+B: We both met.', 'Nobody: I met too.'])
  // The last turn is of a mark that stands for nobody who is known.
  const unknown: Transcript = {
    ...group,
    turns: group.turns.map((turn, i) => (i === 3 ? { ...turn, respondents: [] } : turn)),
    respondents: ['A', 'B'],
  }
  const at = (i: number) => ({ transcript: 'g', start: unknown.turns[i]!.start, end: unknown.turns[i]!.end })
  const study = (facts: Partial<Study>) => studyOf([unknown], { respondents: [respondent('A'), respondent('B')], ...facts })

  it('is the strictest of everyone who may have spoken', () => {
    const made = study({ consents: [answer('B', 'quote', 'no'), answer('A', 'archive', 'yes')] })
    expect([1, 2, 3].map(i => consentFor(made, 'quote', at(i)))).toEqual(['yes', 'no', 'no'])
    expect([1, 2, 3].map(i => consentFor(made, 'archive', at(i)))).toEqual(['yes', 'no', 'no'])
    expect(consentFor(made, 'quote', { transcript: 'g' })).toBe('no')
    // A passage over two turns is everyone's of both; who asks is left out.
    expect(consentFor(made, 'quote', { ...at(0), end: at(1).end })).toBe('yes')
    expect(consentFor(made, 'quote', { ...at(1), end: at(2).end })).toBe('no')
  })

  it('is never looser for what was promised of the conversation, and stricter where that is', () => {
    const promised = (consent: Transcript['consent'], facts: Partial<Study> = {}) => ({
      ...study(facts),
      transcripts: [{ ...unknown, consent }],
    })
    const answers = (made: Study) => (['quote', 'paraphrase', 'archive'] as const).map(purpose => consentFor(made, purpose, at(1)))
    const archived = { consents: [answer('A', 'archive', 'yes')] }
    expect(answers(promised('verbatim', archived))).toEqual(['yes', 'yes', 'yes'])
    expect(answers(promised('paraphrase', archived))).toEqual(['no', 'yes', 'yes'])
    expect(answers(promised('none', archived))).toEqual(['no', 'no', 'no'])
    expect(answers(promised('verbatim', { respondents: [respondent('A', { consent: 'none' })] }))).toEqual(['no', 'no', 'no'])
    // It holds for all of the conversation, the questions too.
    expect(consentFor(promised('none'), 'quote', at(0))).toBe('no')
    expect(consentFor(study({}), 'quote', at(0))).toBe('yes')
  })

  it('takes what was agreed nowhere for a no', () => {
    const bare = study({ respondents: [respondent('A', { consent: null })] })
    for (const purpose of ['quote', 'paraphrase', 'archive', 'reuse', 'name', 'recontact'] as const)
      expect(consentFor(bare, purpose, { respondent: 'A' })).toBe('no')
    expect(consentFor(bare, 'quote', { respondent: 'stranger' })).toBe('no')
    expect(consentFor(bare, 'quote', { transcript: 'none such' })).toBe('no')
  })

  it('honours a withdrawal, of quotes and of the archive', () => {
    const made = study({ consents: [answer('A', 'archive', 'yes')] })
    const withdrawn = (scope: 'quotes' | 'archive') => withdrawRespondent(made, 'A', { scope, by }).study
    const answers = (one: Study) => (['quote', 'paraphrase', 'archive'] as const).map(purpose => consentFor(one, purpose, at(1)))
    expect(answers(made)).toEqual(['yes', 'yes', 'yes'])
    expect(answers(withdrawn('quotes'))).toEqual(['no', 'no', 'yes'])
    expect(answers(withdrawn('archive'))).toEqual(['yes', 'yes', 'no'])
  })

  it('does not trust a consent that ends before it begins', () => {
    const dated = (date: string, until: string) =>
      consentFor(study({ consents: [answer('A', 'quote', 'yes', { date, until })] }), 'quote', { respondent: 'A' })
    expect(dated('2023-05-01', '2022-05-01')).toBe('no')
    expect(dated('2023-05-01', '2023')).toBe('yes')
    expect(dated('2023', '2022-12-31')).toBe('no')
  })

  it('keeps paraphrases apart from quotes: one may be refused and the other not', () => {
    const paraphrase: Quote = { ...bareQuote, id: 'q', transcript: 'g', spans: [at(1)], text: 'They met.', form: 'paraphrase' }
    const printed = (consents: readonly Consent[], approved: Quote['approved'] = null) =>
      anonymise(study({ consents, quotes: [{ ...paraphrase, approved }] }), options).study.quotes.length
    expect(printed([])).toBe(1)
    expect(printed([answer('A', 'paraphrase', 'no')])).toBe(0)
    expect(printed([answer('A', 'paraphrase', 'ask first')])).toBe(0)
    expect(printed([answer('A', 'paraphrase', 'ask first')], 'yes')).toBe(1)
  })
})

const options = { register: noNames('invented'), language: en }
const bareQuote: Quote = {
  ...{ id: 'q', transcript: null, spans: [], text: null, form: 'verbatim', translation: null, themes: [], configurations: [] },
  ...{ attribution: null, approved: null, order: null, extra: {} },
}

describe('an archive', () => {
  const talk = transcript('t', ['I: What did Friday bring?', 'A: We planted leeks by the wall.', 'B: We swam in the old harbour.'], {
    mode: 'live',
  })
  const alone = transcript('u', ['I: You swim every day, you say?', 'B: Every day of the year, in the old harbour.'], {
    mode: 'live',
    cases: ['north'],
  })
  const made = openPass(
    studyOf([talk, alone], {
      respondents: [respondent('A', { group: 'growers' }), respondent('B', { group: 'swimmers', extra: { age: '61' } })],
      cases: [{ id: 'north', name: 'North', extra: {} }],
      consents: [answer('A', 'archive', 'yes')],
    }),
    by,
    pass => {
      pass.code(pass.fragment('t', 'planted leeks'), 'planting', { role: 'context' })
      pass.code(pass.fragment('t', 'swam in the old harbour'), 'swimming', { role: 'context' })
      pass.code(pass.fragment('u', 'in the old harbour'), 'swimming', { role: 'context' })
    },
  )
  const archive = (study: Study) => anonymise(study, { ...options, profile: 'archive', attributes: ['age'] })

  it('holds nothing of who did not agree: no speech, no row, no coding, and no questions put to her alone', () => {
    const { study: safe, conflicts } = archive(made)
    expect(safe.transcripts.map(one => one.text)).toEqual([
      'Interviewer: [not archived: no consent for the archive]\nParticipant: [not archived: no consent for the archive]\n',
      'Interviewer: What did Friday bring?\nRespondent A: We planted leeks by the wall.\nParticipant: [not archived: no consent for the archive]\n',
    ])
    expect(safe.respondents.map(one => one.id)).toEqual(['A'])
    expect(safe.transcripts.map(one => [one.respondents, one.cases, one.mode])).toEqual([
      [[], [], null],
      [['A'], [], 'live'],
    ])
    expect(safe.codings.map(one => one.code)).toEqual(['planting'])
    expect(JSON.stringify(safe)).not.toMatch(/61|swimmers|swam/u)
    expect(findProblems(safe)).toEqual([])
    expect(conflicts.rows.filter(one => one.kind === 'not for the archive').map(one => [one.where, one.person])).toEqual([
      ['t: 1 turn', 'Respondent B'],
      ['u: 2 turns', 'Respondent B'],
    ])
  })

  it('is the same again when made of itself, and a report carries what an archive does not', () => {
    const { study: safe } = archive(made)
    const { journal: _, ...twice } = archive(safe).study
    expect(safe).toMatchObject(twice)
    const once = anonymise(made, options).study
    expect(once.transcripts[0]!.text).toContain('old harbour')
    expect(once.respondents).toHaveLength(2)
  })

  it('leaves out who said no to reuse, and lists who was not asked', () => {
    const kinds = (consents: readonly Consent[]) =>
      checkConsent({ ...made, consents }, { profile: 'archive' })
        .rows.filter(one => one.person === 'A')
        .map(one => one.kind)
    expect(kinds([answer('A', 'archive', 'yes')])).toEqual(['reuse was not asked'])
    expect(kinds([answer('A', 'archive', 'yes'), answer('A', 'reuse', 'yes')])).toEqual([])
    const refused = [answer('A', 'archive', 'yes'), answer('A', 'reuse', 'no')]
    expect(kinds(refused)).toEqual(['not for the archive'])
    expect(archive({ ...made, consents: refused }).study.respondents).toEqual([])
  })

  it('has words of its own for the gap in Dutch', async () => {
    const { nl } = await import('../../src/language/nl/index.js')
    expect(anonymise(made, { ...options, language: nl, profile: 'archive' }).study.transcripts[1]!.text).toContain(
      'Deelnemer: [niet opgenomen: geen toestemming voor het archief]',
    )
  })
})

/* Random studies, and an oracle that decides about every turn by itself. */

const people = ['A', 'B', 'C'] as const
const consents = ['verbatim', 'paraphrase', 'none', null] as const
const answers = ['yes', 'yes', 'no', 'ask first'] as const
const day = '2024-01-01'

interface Drawn {
  readonly conversations: readonly { readonly turns: readonly string[]; readonly promise: (typeof consents)[number] }[]
  readonly columns: readonly (typeof consents)[number][]
  readonly rows: readonly Consent[]
  readonly quotes: readonly { readonly turn: number; readonly approved: Quote['approved']; readonly form: Quote['form'] }[]
  readonly profile: 'report' | 'archive'
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  conversations: fc.array(
    fc.record({
      turns: fc.array(fc.constantFrom('A', 'B', 'C', 'A+B', 'B+C', '?'), { minLength: 1, maxLength: 4 }),
      promise: fc.constantFrom(...consents, null, null, null, null),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  columns: fc.tuple(...people.map(() => fc.constantFrom('verbatim' as const, 'verbatim' as const, ...consents))),
  rows: fc.array(
    fc
      .record({
        who: fc.constantFrom(...people),
        purpose: fc.constantFrom('quote' as const, 'paraphrase' as const, 'archive' as const, 'archive' as const, 'reuse' as const),
        said: fc.constantFrom(...answers),
        until: fc.constantFrom(null, null, '2023', '2025'),
      })
      .map(({ who, purpose, said, until }) => answer(who, purpose, said, { until })),
    { maxLength: 6 },
  ),
  quotes: fc.array(
    fc.record({
      turn: fc.nat(9),
      approved: fc.constantFrom(null, 'yes' as const, 'no' as const, 'asked' as const, 'not needed' as const),
      form: fc.constantFrom('verbatim' as const, 'verbatim' as const, 'paraphrase' as const),
    }),
    { maxLength: 4 },
  ),
  profile: fc.constantFrom('report' as const, 'archive' as const),
})

/** Eight words that stand in this turn alone. */
const wordsOf = (conversation: number, turn: number) =>
  Array.from('abcdefgh', letter => `${letter}${'xyz'[conversation]}${'pqrs'[turn]}word`).join(' ')

function studyFrom({ conversations, columns, rows, quotes }: Drawn): Study {
  const transcripts = conversations.map(({ turns, promise }, c) => {
    const made = transcript(
      `t${c}`,
      turns.map((who, i) => `${who === '?' ? 'A' : who}: ${wordsOf(c, i)}`),
    )
    return {
      ...made,
      consent: promise,
      respondents: [...new Set(turns.flatMap(who => (who === '?' ? ['A', 'C'] : who.split('+'))))],
      turns: made.turns.map((turn, i) => (turns[i] === '?' ? { ...turn, speaker: null, respondents: [] } : turn)),
    }
  })
  const all = transcripts.flatMap(one => one.turns.map(turn => ({ one, turn })))
  const base = studyOf(transcripts, {
    respondents: people.map((id, i) => respondent(id, { consent: columns[i]! })),
    consents: rows.map((row, i) => ({ ...row, id: `k${i}` })),
  })
  const coded = openPass(base, by, pass => {
    for (const { one, turn } of all) pass.code({ transcript: one.id, start: turn.start, end: turn.end }, 'said', { role: 'context' })
  })
  const themed = selectivePass(coded, by, pass => pass.theme('T', { role: 'context', codes: ['said'] }))
  return {
    ...themed,
    quotes: quotes.map(({ turn, approved, form }, i) => {
      const { one, turn: at } = all[turn % all.length]!
      const text = form === 'paraphrase' ? `In short ${i}.` : one.text.slice(at.start, at.end)
      return {
        ...bareQuote,
        id: `q${i}`,
        transcript: one.id,
        spans: [{ start: at.start, end: at.end }],
        text,
        form,
        approved,
        themes: [themed.themes[0]!.id],
      }
    }),
  }
}

type Asked = 'quote' | 'paraphrase' | 'archive' | 'reuse'

/** What one person said to a purpose, by the rule of the format: rows, then her column, and for quotes and paraphrases only. */
function personally({ columns, rows }: Drawn, who: string, purpose: Asked): 'yes' | 'ask first' | 'no' | 'nothing' {
  const said = rows.filter(row => row.respondent === who && row.purpose === purpose).map(row => (row.until === '2023' ? 'no' : row.answer))
  if (said.length > 0) return said.includes('no') ? 'no' : said.includes('ask first') ? 'ask first' : 'yes'
  const column = columns[people.indexOf(who as 'A')] ?? null
  if (purpose === 'quote') return column === 'verbatim' ? 'yes' : 'no'
  if (purpose === 'paraphrase')
    return column === 'verbatim' ||
      column === 'paraphrase' ||
      !['no', 'nothing'].includes(personally({ columns, rows } as Drawn, who, 'quote'))
      ? 'yes'
      : 'no'
  return 'nothing'
}

/** Whether a turn may be printed in its words: every one of those who may have said it has to allow it. */
function mayPrint(made: Drawn, c: number, i: number): boolean {
  const { turns, promise } = made.conversations[c]!
  if (promise === 'paraphrase' || promise === 'none') return false
  const everyone = [...new Set(turns.flatMap(who => (who === '?' ? ['A', 'C'] : who.split('+'))))]
  const speakers = turns[i] === '?' ? everyone : turns[i]!.split('+')
  const here = made.quotes.filter(quote => indexOf(made, quote.turn) === `${c}.${i}`)
  if (here.some(quote => quote.approved === 'no' || quote.approved === 'asked')) return false
  const approved = here.some(quote => quote.approved === 'yes' && quote.form === 'verbatim')
  const literal = speakers.map(who => personally(made, who, 'quote'))
  if (literal.includes('no') || (literal.includes('ask first') && !approved)) return false
  if (made.profile === 'report') return true
  return speakers.every(who => personally(made, who, 'archive') === 'yes' && ['yes', 'nothing'].includes(personally(made, who, 'reuse')))
}

function indexOf({ conversations }: Drawn, turn: number): string {
  const all = conversations.flatMap(({ turns }, c) => turns.map((_, i) => `${c}.${i}`))
  return all[turn % all.length]!
}

describe('for random studies', () => {
  it('nothing is printed literally of anyone whose effective consent says no, and every gap is in the table', () => {
    let printedTurns = 0
    let heldTurns = 0
    fc.assert(
      fc.property(drawn, made => {
        const study = studyFrom(made)
        const { study: safe, conflicts } = anonymise(study, { ...options, today: day, profile: made.profile })
        expect(findProblems(safe)).toEqual([])
        const outputs = [
          quoteTable(safe, { perTheme: 20, maxShare: 1 }).toCsv(),
          renderMarkdown(buildReport(safe, { quotes: selectQuotes(safe, { perTheme: 20, maxShare: 1 }) })),
          ...safe.transcripts.map(one => one.text),
        ].join('\n')
        made.conversations.forEach(({ turns }, c) => {
          turns.forEach((_, i) => {
            const isPrinted = outputs.includes(wordsOf(c, i))
            const may = mayPrint(made, c, i)
            if (isPrinted) expect(may).toBe(true)
            if (may) printedTurns++
            else heldTurns++
            // What may be printed stays in the text, and what may not is told of: in its conversation, or as a quote of it.
            const inText = safe.transcripts.some(one => one.text.includes(wordsOf(c, i)))
            expect(inText).toBe(may)
            const told = conflicts.rows.some(row => row.where.startsWith(`t${c}: `) || row.where.startsWith('quotes.csv'))
            if (!may) expect(told).toBe(true)
          })
        })
        // As many rows of quotes.csv clash as do not stand in the safe study as they were.
        const kept = new Set(safe.quotes.filter(one => !one.text?.startsWith('[not ')).map(one => one.id))
        const clashing = new Set(conflicts.rows.flatMap(row => /^quotes\.csv, row (\d+)$/u.exec(row.where)?.[1] ?? []).map(Number))
        for (const [i, quote] of study.quotes.entries()) expect(clashing.has(i + 2)).toBe(!kept.has(quote.id))
      }),
      { numRuns: 150 },
    )
    expect(printedTurns).toBeGreaterThan(50)
    expect(heldTurns).toBeGreaterThan(50)
  })

  it('the answer is that of the oracle, for every turn', () => {
    fc.assert(
      fc.property(drawn, made => {
        const study = studyFrom({ ...made, quotes: [] })
        made.conversations.forEach(({ turns, promise }, c) => {
          const everyone = [...new Set(turns.flatMap(who => (who === '?' ? ['A', 'C'] : who.split('+'))))]
          turns.forEach((who, i) => {
            const { start, end } = study.transcripts[c]!.turns[i]!
            const given = (who === '?' ? everyone : who.split('+')).map(one => personally(made, one, 'quote'))
            const expected =
              promise === 'paraphrase' || promise === 'none' || given.includes('no')
                ? 'no'
                : given.includes('ask first')
                  ? 'ask first'
                  : 'yes'
            expect(consentFor(study, 'quote', { transcript: `t${c}`, start, end }, day)).toBe(expected)
          })
        })
      }),
      { numRuns: 200 },
    )
  })
})
