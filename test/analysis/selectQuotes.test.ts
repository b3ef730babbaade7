import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  behindTheme,
  quoteSpeakers,
  type SelectedQuote,
  type SelectOptions,
  selectQuotes,
  sourcesOf,
  stanceOf,
  themesInOrder,
} from '../../src/analysis/index.js'
import { en } from '../../src/language/en/index.js'
import { carryLanguage } from '../../src/language/index.js'
import { type Study, StudyError } from '../../src/study/index.js'
import { coding, quoteRow, respondent, study, theme, transcript } from './makeStudy.js'
import { randomStudy } from './randomStudy.js'

const long = (start: string, words = 10) => `${start} ${Array.from({ length: words - 1 }, (_, i) => `word${i}`).join(' ')}`
const person = (id: string, ...said: string[]) => transcript(`t${id}`, [[id, said.join('. ')]])
const trust = theme('trust', ['known'])
const known = (on: ReturnType<typeof transcript>, words: string, facts = {}) => coding(on, words, 'known', facts)

/** The chosen passages, by their first word. */
function chosen(made: Study, options?: SelectOptions): string[] {
  return selectQuotes(made, options).quotes.map(quote => {
    if (quote.quote !== undefined) return quote.quote
    const found = made.codings.find(one => one.id === quote.coding)!
    return made.transcripts
      .find(one => one.id === found.transcript)!
      .text.slice(found.start, found.end)
      .split(' ')[0]!
  })
}

const [a1, a2, b1, c1] = [long('a1'), long('a2'), long('b1'), long('c1')]
const a = person('1', a1, a2)
const b = person('2', b1)
const c = person('3', c1)
const three = { transcripts: [a, b, c], themes: [trust] }

describe('selectQuotes', () => {
  test('takes one of each source before a second of any', () => {
    const codings = [known(a, a1), known(a, a2), known(b, b1), known(c, c1)]
    expect(chosen(study({ ...three, codings }), { perTheme: 3 })).toEqual(['a1', 'b1', 'c1'])
    expect(chosen(study({ ...three, codings }), { perTheme: 4, maxShare: 1 })).toEqual(['a1', 'b1', 'c1', 'a2'])
  })

  test('keeps a place for who sees it differently, and does not when one quote is asked', () => {
    const codings = [known(a, a1), known(a, a2), known(b, b1), known(c, c1, { stance: 'refutes' })]
    expect(chosen(study({ ...three, codings }), { perTheme: 2 })).toEqual(['a1', 'c1'])
    expect(chosen(study({ ...three, codings }), { perTheme: 1 })).toEqual(['a1'])
  })

  test('prefers a good length: longer ones only when nothing else is left', () => {
    const far = person('4', long('far', 90))
    const near = person('5', 'near enough')
    const codings = [known(far, long('far', 90)), known(near, 'near enough'), known(a, a1)]
    const made = study({ transcripts: [far, near, a], themes: [trust], codings })
    expect(chosen(made, { perTheme: 1 })).toEqual(['a1'])
    expect(chosen(made, { perTheme: 3 })).toEqual(['a1', 'near', 'far'])
    expect(chosen(made, { perTheme: 1, maxWords: 100 })).toEqual(['far'])
  })

  test('takes the group least heard', () => {
    const respondents = [respondent('1', 'nurse'), respondent('2', 'nurse'), respondent('3', 'doctor')]
    const codings = [known(a, a1), known(b, b1), known(c, c1)]
    expect(chosen(study({ ...three, respondents, codings }), { perTheme: 2, maxShare: 1 })).toEqual(['a1', 'c1'])
  })

  test('weighs groups in the theme before groups in the whole table', () => {
    // In theme x nurses were heard; over all three doctors were. For the second quote of x a doctor still comes before a nurse.
    const [n1, n2, d1, d2, d3, d4] = ['n1', 'n2', 'd1', 'd2', 'd3', 'd4'].map(id => person(id, long(id)))
    const transcripts = [n1!, n2!, d1!, d2!, d3!, d4!]
    const respondents = transcripts.map(one => respondent(one.respondents[0]!, one.respondents[0]!.startsWith('n') ? 'nurse' : 'doctor'))
    const themes = [theme('w', ['w']), theme('x', ['x'])]
    const quotes = [d1!, d2!, d3!].map(one => quoteRow(`q${one.id}`, one, long(one.respondents[0]!), ['w']))
    quotes.push(quoteRow('qn1', n1!, long('n1'), ['x']))
    const codings = [n2!, d4!].map(one => coding(one, long(one.respondents[0]!), 'x'))
    expect(chosen(study({ transcripts, respondents, themes, quotes, codings }), { perTheme: 2 }).slice(3)).toEqual(['qn1', 'd4'])
  })

  test('gives nobody more than the share of the table, but leaves no theme without a quote', () => {
    const many = Array.from({ length: 6 }, (_, i) => long(`m${i}`))
    const one = person('1', ...many)
    const themes = many.map((_, i) => theme(`theme${i}`, [`code${i}`]))
    const codings = many.map((words, i) => coding(one, words, `code${i}`))
    const other = coding(b, b1, 'code0')
    const made = study({ transcripts: [one, b], themes, codings: [...codings, other] })
    // One person has every first quote; a second of theirs is not printed.
    expect(chosen(made)).toEqual(['m0', 'b1', 'm1', 'm2', 'm3', 'm4', 'm5'])
    const again = [...codings, other, coding(one, 'm1 word0', 'code0')]
    expect(chosen(study({ transcripts: [one, b], themes, codings: again }))).toHaveLength(7)
    expect(chosen(study({ transcripts: [one, b], themes, codings: again }), { maxShare: 1 })).toHaveLength(8)
  })

  test('shows who refutes a theme, share or not, and not in the place of a refinement', () => {
    const refuting = [known(a, a1), known(b, b1, { stance: 'refines' }), known(a, a2, { stance: 'refutes' })]
    expect(chosen(study({ ...three, codings: refuting }), { perTheme: 2, maxShare: 0.1 })).toEqual(['a1', 'a2'])
    const few = [known(b, b1, { stance: 'refines' }), known(c, c1, { stance: 'refutes' })]
    expect(chosen(study({ ...three, codings: few }), { perTheme: 2 })).toEqual(['c1', 'b1'])
    // Her own rows fill the places.
    const quotes = [quoteRow('q1', a, 'a1', ['trust']), quoteRow('q2', b, b1, ['trust'])]
    expect(chosen(study({ ...three, codings: [known(c, c1, { stance: 'refutes' })], quotes }), { perTheme: 2 })).toEqual(['q1', 'q2', 'c1'])
    // In the same words as one who supports: they stand once.
    const both = [known(a, a1), known(a, a1, { stance: 'refutes', coder: 'CD' })]
    const ids = (made: Study) => selectQuotes(made).quotes.map(quote => quote.coding)
    expect(ids(study({ ...three, codings: [...both, known(b, b1)] })).sort()).toEqual([both[1]!.id, known(b, b1).id].sort())
    expect(ids(study({ ...three, codings: both }))).toEqual([both[1]!.id])
  })

  test('does not take a row of which only a gap is left for a quote', () => {
    const text = en.texts.noConsent
    const quotes = [quoteRow('q', a, 'a1', ['trust'], { spans: [], text, form: 'paraphrase' })]
    const made = carryLanguage(study({ ...three, codings: [known(b, b1)], quotes }), en)
    expect(chosen(made, { perTheme: 1 })).toEqual(['q', 'b1'])
  })

  test('prints no passage twice while another is possible', () => {
    const themes = [theme('one', ['x']), theme('two', ['y'])]
    const codings = [coding(a, a1, 'x'), coding(a, a1, 'y'), coding(a, a2, 'y')]
    const made = study({ transcripts: [a], themes, codings })
    expect(chosen(made, { perTheme: 1, maxShare: 1 })).toEqual(['a1', 'a2'])
    const only = study({ transcripts: [a], themes, codings: codings.slice(0, 2) })
    expect(chosen(only, { perTheme: 1, maxShare: 1 })).toEqual(['a1', 'a1'])
  })

  test('puts her own quotes first, in her order, also when they are more; not those the speaker has not cleared', () => {
    const quotes = [
      quoteRow('late', a, 'a1', ['trust'], { order: 2 }),
      quoteRow('early', b, 'b1', ['trust'], { order: 1 }),
      quoteRow('loose', c, 'c1', ['trust']),
      quoteRow('refused', a, 'a2', ['trust'], { approved: 'no', order: 0 }),
      quoteRow('pending', a, 'a2', ['trust'], { approved: 'asked', order: 0 }),
      quoteRow('elsewhere', a, 'a2', []),
    ]
    const codings = [known(a, a2)]
    const made = study({ ...three, codings, quotes })
    expect(chosen(made, { perTheme: 2 })).toEqual(['early', 'late', 'loose'])
    expect(chosen(made, { perTheme: 4, maxShare: 1 })).toEqual(['early', 'late', 'loose', 'a2'])
  })

  test('a quote of hers that dissents takes the place kept for it', () => {
    const codings = [known(a, a1), known(b, b1), known(c, c1, { stance: 'refines' })]
    const quotes = [quoteRow('q', c, c1, ['trust'])]
    expect(chosen(study({ ...three, codings, quotes }), { perTheme: 2 })).toEqual(['q', 'a1'])
  })

  test('chooses a gap only where nobody else can speak', () => {
    const gap = { ...a, extra: { withheld: `${a.text.indexOf('a1')}-${a.text.length - 1}` } }
    const codings = [known(a, a1), known(a, a2), known(b, b1)]
    expect(chosen(study({ transcripts: [gap, b], themes: [trust], codings }))).toEqual(['b1'])
    expect(chosen(study({ transcripts: [gap], themes: [trust], codings: codings.slice(0, 2) }))).toEqual(['a1'])
  })

  test.each([{ perTheme: -1 }, { perTheme: 1.5 }, { maxShare: 0 }, { maxShare: 1.2 }, { maxWords: 0 }])('refuses %o', options => {
    expect(() => selectQuotes(study(three), options)).toThrow(StudyError)
  })
})

describe('over random small studies', () => {
  const options = fc.record({ perTheme: fc.integer({ min: 0, max: 4 }), maxShare: fc.constantFrom(0.2, 1 / 3, 0.5, 1) })

  test('keeps to the number per theme and to the share, and holds only codings behind the theme', () => {
    fc.assert(
      fc.property(randomStudy, options, (made, { perTheme, maxShare }) => {
        const { quotes } = selectQuotes(made, { perTheme, maxShare })
        const most = Math.max(1, Math.ceil(maxShare * quotes.length))
        const stance = (quote: SelectedQuote) => stanceOf(made.codings.find(one => one.id === quote.coding)!)
        const isFirst = (quote: SelectedQuote) => quotes.find(one => one.theme === quote.theme) === quote
        // A first quote, and one that refutes, are beyond the share; any other comes within it.
        const limited = quotes.filter(quote => !isFirst(quote) && stance(quote) !== 'refutes').flatMap(quote => quoteSpeakers(made, quote))
        for (const speaker of new Set(limited)) expect(limited.filter(one => one === speaker).length).toBeLessThanOrEqual(most)
        for (const one of themesInOrder(made)) {
          const own = quotes.filter(quote => quote.theme === one.id)
          const behind = behindTheme(made, one).codings
          const open = behind.filter(said => said.speakers.length > 0)
          expect(own.length > 0).toBe(perTheme > 0 && open.length > 0)
          if (perTheme > 1 && open.some(said => stanceOf(said.coding) === 'refutes')) expect(own.map(stance)).toContain('refutes')
          expect(own.length).toBeLessThanOrEqual(perTheme)
          for (const quote of own) expect(behind.map(said => said.coding.id)).toContain(quote.coding)
        }
      }),
    )
  })

  test('no source speaks twice in a theme while another could', () => {
    fc.assert(
      fc.property(randomStudy, made => {
        const { quotes } = selectQuotes(made, { maxShare: 1 })
        for (const one of made.themes) {
          const { homeOf } = sourcesOf(made)
          const homes = (speakers: readonly string[]) => [...new Set(speakers.map(speaker => homeOf(speaker).id))]
          const own = quotes.filter(quote => quote.theme === one.id).map(quote => made.codings.find(coding => coding.id === quote.coding)!)
          const used = own.flatMap(coding => homes(quoteSpeakers(made, { theme: one.id, coding: coding.id })))
          if (new Set(used).size === used.length) continue
          // Somebody was heard twice: then every supporting passage of anybody else is printed already, or shares words with one that is.
          const others = behindTheme(made, one).codings.filter(
            said =>
              stanceOf(said.coding) === 'supports' && said.speakers.length > 0 && !homes(said.speakers).some(home => used.includes(home)),
          )
          const taken = (coding: (typeof own)[number]) =>
            own.some(other => other.transcript === coding.transcript && other.start < coding.end && coding.start < other.end)
          const twiceInSupport = own
            .filter(coding => stanceOf(coding) === 'supports')
            .flatMap(coding => homes(quoteSpeakers(made, { theme: one.id, coding: coding.id })))
          if (new Set(twiceInSupport).size < twiceInSupport.length) expect(others.filter(said => !taken(said.coding))).toEqual([])
        }
      }),
    )
  })
})
