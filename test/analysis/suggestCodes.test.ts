import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchPassages, suggestCodes } from '../../src/analysis/index.js'
import { axialPass, blindCopy, openPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { anonymise, readRegister } from '../../src/privacy/index.js'
import type { Study } from '../../src/study/index.js'
import { by, respondent, spanOf, studyOf, transcript } from '../builders.js'
import { code, coding } from './makeStudy.js'

const one = transcript('i1', [
  'I: What about money and trains?',
  '10: The board paid for the meetings. The board never came itself.',
  '10: I trusted her scope from the start.',
  'I: And the budget?',
  '10: The budget was gone by June. My garden is lovely in June.',
])
const two = transcript('i2', ['11: Our board paid nothing.', '12+13: Trusting people takes years. We trust them now.'])
const three = transcript('i3', ['14: The board is gone. Nobody trusts the budget. It rained.', 'I: Did the board pay?'])
const codes = [
  code('support', { name: 'support of the board', role: 'context' }),
  code('trust', { role: 'mechanism' }),
  code('money', { role: 'context', definition: 'Budgets, payment and fees.' }),
  code('gone', { retired: true }),
]
const codings = [
  coding(one, 'The board paid for the meetings.', 'support', { role: 'context' }),
  coding(one, 'The board never came itself.', 'support', { role: 'mechanism' }),
  coding(two, 'Our board paid nothing.', 'support', { role: 'mechanism' }),
  coding(one, 'I trusted her scope', 'trust'),
  coding(two, 'Trusting people takes years.', 'trust'),
  coding(one, 'My garden is lovely', 'gone', { role: 'outcome' }),
]
const study = studyOf([one, two, three], { codes, codings })
const ask = (what: Parameters<typeof suggestCodes>[1], options = {}, of: Study = study) =>
  suggestCodes(of, what, { language: en, ...options })
const at = (words: string) => spanOf(three, words)

describe('suggestCodes', () => {
  it('proposes the nearest code with the words that are the reason, as they stand there', () => {
    const [first] = ask(at('Nobody trusts the budget.')).rows
    expect(first).toMatchObject({ transcript: 'i3', rank: 1, text: 'Nobody trusts the budget.' })
    const rows = ask('TRUSTS in a board').rows
    expect(rows.map(row => row.code).sort()).toEqual(['support', 'trust'])
    expect(rows.find(row => row.code === 'trust')).toMatchObject({ because: ['TRUSTS'], transcript: null, start: null, role: 'mechanism' })
  })

  it('says from what it was learnt: fragments, sources, the nearest codings, the role mostly given', () => {
    const [first] = ask('Our board paid.').rows
    expect(first).toMatchObject({ code: 'support', role: 'mechanism', fragments: 3, sources: 2 })
    expect(ask('Our board paid nothing.').rows[0]!.examples[0]).toBe(codings[2]!.id)
    expect(first!.examples).toHaveLength(3)
    const [trusting] = ask('trust').rows
    // 10, and the pair who share a mark.
    expect(trusting).toMatchObject({ fragments: 2, sources: 2 })
    const even = { ...study, codings: [codings[1]!, codings[0]!, ...codings.slice(3)] }
    // One context, one mechanism: the code's own role.
    expect(ask('The board', {}, even).rows[0]!.role).toBe('context')
  })

  it('proposes a code without codings by its name and definition, and says so', () => {
    const table = ask('They never saw the payment.')
    expect(table.rows[0]).toMatchObject({ code: 'money', fragments: 0, sources: 0, examples: [], because: ['payment'], role: 'context' })
    expect(table.basis).toMatch(/1 of 3 codes by name and definition alone/u)
  })

  it('never a retired code, nor one that stands at that place', () => {
    expect(ask('A lovely garden').rows).toEqual([])
    const there = spanOf(one, 'The board paid for the meetings.')
    expect(ask(there).rows.map(row => row.code)).not.toContain('support')
    expect(ask(there, {}, { ...study, codings: codings.slice(1) }).rows.map(row => row.code)).toContain('support')
    // Overlapping in part is at that place too; superseded is not.
    expect(ask({ ...there, end: there.end - 10 }).rows.map(row => row.code)).not.toContain('support')
    const superseded = [{ ...codings[0]!, status: 'superseded' as const }, ...codings.slice(1)]
    expect(ask(there, {}, { ...study, codings: superseded }).rows.map(row => row.code)).toContain('support')
  })

  it('a superseded or settled coding teaches nothing', () => {
    const wrong = coding(three, 'It rained.', 'trust', { id: 'wrong' })
    const rain = (more: Parameters<typeof coding>[3], settling: readonly string[] = []) =>
      ask(
        'rained',
        {},
        {
          ...study,
          codings: [
            ...codings,
            { ...wrong, ...more },
            coding(three, 'It rained.', 'money', { id: 's', status: 'settled', settles: settling }),
          ],
        },
      ).rows.map(row => row.code)
    expect(rain({})).toEqual(['money', 'trust'])
    expect(rain({ status: 'superseded' })).toEqual(['money'])
    expect(rain({}, ['wrong'])).toEqual(['money'])
  })

  it('what the interviewer says teaches nothing and is not asked about', () => {
    const span = { start: spanOf(one, 'I trusted her scope').start, end: spanOf(one, 'The budget was').end }
    const over = { ...study, codes: [code('odd')], codings: [{ ...codings[3]!, ...span, code: 'odd' }] }
    expect(ask('budget', {}, over).rows).toHaveLength(1)
    const only = { ...over, codings: [{ ...over.codings[0]!, end: span.end - 'The budget was'.length }] }
    expect(ask('And the budget?', {}, only).rows).toEqual([])
    const question = ask(at('Did the board pay?'))
    expect(question.rows).toEqual([])
    expect(question.basis).toMatch(/nobody answers here/u)
  })

  it('takes the words around into account, but gives reasons from the passage only', () => {
    const context = transcript('c', [
      '20: The tram stops here. We walk along.',
      '21: The choir sings here. We walk along.',
      '22: A tram again. We walk home.',
      '23: A choir again. We walk home.',
    ])
    const near = studyOf([context], {
      codes: [code('a'), code('b')],
      codings: [coding(context, 'The tram stops here. We walk along.', 'a'), coding(context, 'The choir sings here. We walk along.', 'b')],
    })
    const [tram, choir] = [...context.text.matchAll(/We walk home\./gu)].map(({ index }) => ({
      transcript: 'c',
      start: index,
      end: index + 13,
    }))
    expect(ask(tram!, {}, near).rows.map(row => row.code)).toEqual(['a', 'b'])
    expect(ask(choir!, {}, near).rows.map(row => row.code)).toEqual(['b', 'a'])
    expect(ask(choir!, {}, near).rows.map(row => row.because)).toEqual([['walk'], ['walk']])
    const again = { transcript: 'c', start: context.text.indexOf('again'), end: context.text.indexOf('again') + 5 }
    expect(ask(again, {}, near).rows).toEqual([])
  })

  it('finds known stems inside Dutch compounds', () => {
    const taught = transcript('n', ['1: De norm is streng.'])
    const dutch = studyOf([taught], { language: 'nl', codes: [code('eis')], codings: [coding(taught, 'De norm is streng.', 'eis')] })
    expect(suggestCodes(dutch, 'Onze volumenormen', { language: nl }).rows[0]).toMatchObject({ code: 'eis', because: ['volumenormen'] })
  })

  it('of a transcript: the passages without a code, the clearest first, ready to be coded', () => {
    const table = ask('i1')
    expect(table.rows.length).toBeGreaterThan(0)
    for (const row of table.rows) {
      expect(one.text.slice(row.start!, row.end!)).toBe(row.text)
      expect(codings.some(other => other.transcript === 'i1' && other.start < row.end! && row.start! < other.end)).toBe(false)
      expect(row.text).not.toMatch(/\?/u)
    }
    expect(ask('i3').rows[0]).toMatchObject({ start: 4, rank: 1 })
    expect(ask('i3', { perPassage: 1 }).rows.map(row => row.rank)).toEqual(ask('i3', { perPassage: 1 }).rows.map(() => 1))
    const pass = openPass(study, by, working => {
      for (const { transcript: id, start, end, code: name } of ask('i3', { perPassage: 1 }).rows)
        working.code(working.fragment(id!, { start: start!, end: end! }), name, { role: 'context' })
    })
    expect(ask('i3', {}, pass).basis).toMatch(/no passage left|nothing is suggested|order of likeness/u)
    const long = transcript(
      'long',
      Array.from({ length: 30 }, (_, i) => `${i}: The board, the ${i}th.`),
    )
    const many = suggestCodes({ ...study, transcripts: [...study.transcripts, long] }, 'long', { language: en, passages: 4, perPassage: 1 })
    expect(many.rows).toHaveLength(4)
    expect(many.basis).toMatch(/the 4 clearest of 30 passages/u)
  })

  it('puts the clearest passage first, wherever it stands', () => {
    const later = transcript('i4', ['15: Somebody told the board of our sailing trip.', '16: The board paid for the meetings.'])
    const rows = ask('i4', { perPassage: 1 }, { ...study, transcripts: [...study.transcripts, later] }).rows
    expect(rows.map(row => row.text)).toEqual(['The board paid for the meetings.', 'Somebody told the board of our sailing trip.'])
  })

  it('a word that carries next to nothing is no reason', () => {
    const said = [...Array<string>(20).fill('tram'), 'tram choir', ...Array<string>(20).fill('choir')]
    const lines = said.map((words, i) => transcript(`t${i}x`, [`${i}: ${words}`]))
    const taughtCodings = lines.map((line, i) => coding(line, said[i]!, i <= 20 ? 'a' : 'b'))
    const [first, second] = ask('choir tram tram', {}, studyOf(lines, { codes: [code('a'), code('b')], codings: taughtCodings })).rows
    expect([first, second].map(row => [row!.code, row!.because])).toEqual([
      ['a', ['tram']],
      ['b', ['choir']],
    ])
  })

  it('gives a word once as a reason, in the form it has first', () => {
    expect(ask('Trusting them, we trusted and trust').rows[0]!.because).toEqual(['Trusting'])
  })

  it('a code that was settled away does not stand at that place', () => {
    const there = spanOf(three, 'It rained.')
    const settled = [
      coding(three, 'It rained.', 'trust', { id: 'wrong' }),
      coding(three, 'It rained.', 'money', { id: 's', status: 'settled', settles: ['wrong'] }),
      coding(one, 'The budget was gone', 'trust'),
    ]
    const rainy = coding(two, 'We trust them now.', 'trust')
    const rain = { ...study, transcripts: [one, two, transcript('i3', ['14: The board is gone. Nobody trusts the budget. It rained.'])] }
    const rows = ask(
      { ...there },
      {},
      { ...rain, codings: [...settled, rainy], codes: [code('trust', { definition: 'rain' }), code('money')] },
    ).rows
    expect(rows.map(row => row.code)).toEqual(['trust'])
  })

  it('does not reach over a sentence that is coded', () => {
    const between = { ...study, codings: [...codings.slice(0, 5), coding(three, 'Nobody trusts the budget.', 'money')] }
    expect([...new Set(ask('i3', {}, between).rows.map(row => row.text))].sort()).toEqual(['It rained.', 'The board is gone.'])
  })

  it('says why nothing is suggested', () => {
    expect(ask('Zebras yodel').basis).toMatch(/no word that carries meaning/u)
    expect(ask('the of and').rows).toEqual([])
    expect(ask('').rows).toEqual([])
    expect(ask('trust').rows).toHaveLength(1)
    const empty = ask('trust', {}, studyOf([one]))
    expect(empty.rows).toEqual([])
    expect(empty.basis).toMatch(/there is no code yet/u)
    const all = { ...study, codings: [coding(three, 'The board is gone. Nobody trusts the budget. It rained.', 'trust')] }
    expect(ask('i3', {}, all).basis).toMatch(/no passage left/u)
  })

  it('a whole turn may be asked about', () => {
    const { start, end } = three.turns[0]!
    expect(
      ask({ transcript: 'i3', start, end })
        .rows.map(row => row.code)
        .sort(),
    ).toEqual(['money', 'support', 'trust'])
  })

  it('other languages and scripts', () => {
    const turkish = transcript('tr', ['1: Işık İSTANBUL’da güzel.', '2: ışık söndü, istanbul uyudu.'], { language: 'tr' })
    const spoken = studyOf([turkish], { codes: [code('city')], codings: [coding(turkish, 'Işık İSTANBUL’da güzel.', 'city')] })
    const table = suggestCodes(spoken, spanOf(turkish, 'ışık söndü, istanbul uyudu.'), { language: en })
    expect(table.rows[0]!.because).toContain('ışık')
    expect(table.basis).toMatch(/no pack was given/u)
  })

  it('follows codes that were merged, and learns from codings that a pass moved', () => {
    const merged = axialPass(study, by, pass => pass.merge(['trust', 'money'], 'reliance'))
    expect(ask('We trust', {}, merged).rows.map(row => row.code)).toEqual(['reliance'])
  })

  it('is refused in a blind copy', () => {
    const copy = blindCopy(
      openPass(study, by, pass => pass.define('a new one', { role: 'context' })),
      'JT',
    )
    expect(() => ask('board', {}, copy)).toThrow(/blind copy/u)
    expect(() => searchPassages(copy, 'board', { language: en })).not.toThrow()
  })

  it('of a safe study is made of the safe text only', () => {
    const named = transcript('x', ['1: Greta Vos paid the board.', '2: The board and Greta Vos agree.'])
    const open = studyOf([named], { codes: [code('support')], codings: [coding(named, 'Greta Vos paid the board.', 'support')] })
    const { study: safe } = anonymise(open, { register: readRegister('name,label\nGreta Vos,a colleague\n'), language: en })
    const { id } = safe.transcripts[0]!
    const table = suggestCodes(safe, id)
    expect(table.audience).toBe('public')
    expect(table.rows[0]!.because).toContain('board')
    expect(table.toMarkdown()).not.toContain('Greta')
    expect(() => suggestCodes(safe, 'Greta Vos paid the board').toCsv()).toThrow()
    expect(ask('board', {}, open).audience).toBe('team')
  })

  it('what may not be quoted is not learnt from, searched or proposed: nothing but a note stands there', () => {
    const shy = transcript('x', ['1: We paid the board.', '2: We paid for consent.'])
    const people = [respondent('1'), respondent('2', { consent: 'none' })]
    const open = studyOf([shy], {
      respondents: people,
      codes: [code('support')],
      codings: [coding(shy, 'We paid for consent.', 'support')],
    })
    const { study: safe } = anonymise(open, { register: readRegister('name\nGreta Vos\n'), language: en })
    expect(safe.transcripts[0]!.text).toMatch(/consent/u)
    expect(searchPassages(safe, 'consent').rows).toEqual([])
    expect(suggestCodes(safe, 'no consent').rows).toEqual([])
    expect(suggestCodes(safe, safe.transcripts[0]!.id).rows).toEqual([])
  })

  it('names what is wrong with a call', () => {
    expect(() => ask({ transcript: 'i9', start: 0, end: 3 })).toThrow(/no transcript "i9"/iu)
    expect(() => ask({ transcript: 'i1', start: 5, end: 5 })).toThrow(/outside the text/u)
    expect(() => ask({ transcript: 'i1', start: 0, end: 1e6 })).toThrow(/outside the text/u)
    expect(() => ask('trust', { perPassage: 0, passages: -1 })).toThrow(/2 problems/u)
    expect(() => suggestCodes(study, 'trust')).toThrow(/no language/iu)
    const long = { ...study, transcripts: [{ ...one, id: 'interview-1' }, two, three] }
    expect(() => ask('interview-11', {}, long)).toThrow(/no transcript "interview-11"/iu)
    expect(() => ask('interveiw-1', {}, long)).toThrow(/did you mean "interview-1"/iu)
  })
})

const vocabulary = ['tram', 'choir', 'garden', 'board', 'scope']
const fragment = fc.record({
  words: fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 }),
  code: fc.constantFrom('a', 'b', 'c'),
})
const asked = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 })

/** One transcript per fragment, which is its only turn. */
function taught(fragments: readonly { readonly words: readonly string[]; readonly code: string }[]): Study {
  const transcripts = fragments.map(({ words }, i) => transcript(`t${i}`, [`${i}: ${words.join(' ')}`]))
  return studyOf(transcripts, {
    codes: ['a', 'b', 'c'].map(id => code(id, { name: `x${id}` })),
    codings: fragments.map((one, i) => coding(transcripts[i]!, one.words.join(' '), one.code)),
  })
}

describe('the order of the codes', () => {
  it('is that of TF-IDF and the cosine with the middle of each code, worked out by hand', () => {
    fc.assert(
      fc.property(fc.array(fragment, { minLength: 1, maxLength: 8 }), asked, (fragments, words) => {
        // Words of a passage count one and a half: once themselves, half as the words around.
        const texts = [
          ...fragments.map(one => ({ ...one, weight: 1 })),
          ...['a', 'b', 'c'].map(id => ({ words: [`x${id}`], code: id, weight: 2 })),
        ]
        const all = [...vocabulary, 'xa', 'xb', 'xc']
        const idf = all.map(word => Math.log((texts.length + 1) / (texts.filter(one => one.words.includes(word)).length + 1)) + 1)
        const unit = (vector: readonly number[]) => vector.map(n => n / (Math.hypot(...vector) || 1))
        const vectorOf = (said: readonly string[]) =>
          unit(
            all.map((word, i) => {
              const n = said.filter(other => other === word).length
              return n === 0 ? 0 : (1 + Math.log(1.5 * n)) * idf[i]!
            }),
          )
        const wordsKnown = words.filter(word => texts.some(one => one.words.includes(word)))
        const query = vectorOf(wordsKnown)
        const scores = new Map(
          ['a', 'b', 'c'].map(id => {
            const own = texts.filter(one => one.code === id)
            const centre = unit(all.map((_, i) => own.reduce((sum, one) => sum + one.weight * vectorOf(one.words)[i]!, 0)))
            return [id, centre.reduce((sum, n, i) => sum + n * query[i]!, 0)] as const
          }),
        )
        const rows = suggestCodes(taught(fragments), words.join(' '), { language: en }).rows
        expect(rows.map(row => row.code).sort()).toEqual(
          [...scores]
            .filter(([, n]) => n > 0)
            .map(([id]) => id)
            .sort(),
        )
        for (let i = 1; i < rows.length; i++) expect(scores.get(rows[i]!.code)!).toBeLessThanOrEqual(scores.get(rows[i - 1]!.code)! + 1e-9)
      }),
    )
  })

  it('does not hang on the order of the tables', () => {
    fc.assert(
      fc.property(fc.array(fragment, { minLength: 1, maxLength: 8 }), asked, (fragments, words) => {
        const there = taught(fragments)
        const back = {
          ...there,
          transcripts: [...there.transcripts].reverse(),
          codings: [...there.codings].reverse(),
          codes: [...there.codes].reverse(),
        }
        const rows = (of: Study) => suggestCodes(of, words.join(' '), { language: en }).rows
        expect(rows(back)).toEqual(rows(there))
      }),
    )
  })
})
