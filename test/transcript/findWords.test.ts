import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FindOptions, findWords, indexText } from '../../src/transcript/index.js'
import { isWordBorder } from '../../src/transcript/wordBorder.js'

/** What was found, as words: pieces joined by |, or the kind with the number of places. */
function found(text: string, words: string, options: FindOptions = {}): string {
  const result = findWords(text, words, options)
  if (result.kind === 'one') return result.spans.map(span => text.slice(span.start, span.end)).join('|')
  return result.kind === 'several' ? `several ${result.places.length}` : 'none'
}

describe('findWords', () => {
  it.each([
    ['exact', 'Toen kwam de norm.', 'kwam de norm', 'kwam de norm'],
    ['white space and line ends', 'Toen  kwam\nde\u00a0norm.', 'Toen kwam de norm', 'Toen  kwam\nde\u00a0norm'],
    ['quotation marks', 'Hij zei „ja” en ‘nee’.', 'zei "ja" en \'nee\'', 'zei „ja” en ‘nee’'],
    ['apostrophes and dashes', 'zo’n idee – echt', "zo'n idee - echt", 'zo’n idee – echt'],
    ['soft hyphens', 'samen\u00adwerking', 'samenwerking', 'samen\u00adwerking'],
    ['a word broken at a line end', 'de samen-\nwerking ging', 'samenwerking ging', 'samen-\nwerking ging'],
    ['a compound broken at its hyphen', 'een e-\nmail kwam', 'een e-mail kwam', 'een e-\nmail kwam'],
    ['a hanging hyphen at a line end', 'zorg-\nen welzijn', 'zorg- en welzijn', 'zorg-\nen welzijn'],
    ['accents typed apart', 'e\u0301e\u0301n idee', 'één idee', 'e\u0301e\u0301n idee'],
    ['ligatures', 'de oﬃciële norm', 'officiële norm', 'oﬃciële norm'],
    ['quotation marks around the quote', 'Toen kwam de norm.', '“kwam de norm”', 'kwam de norm'],
    ['an omission', 'Toen kwam de norm, en wij ook.', 'Toen … en wij', 'Toen|en wij'],
    ['dots and brackets', 'Toen kwam de norm, en wij ook.', 'Toen kwam [...] en wij ... ook.', 'Toen kwam|en wij|ook.'],
    ['an omission in the text itself', 'Toen… nou ja… de norm.', 'Toen... nou ja', 'Toen… nou ja'],
    ['an omission across one', 'Toen… nou ja… de norm.', 'Toen … de norm', 'Toen|de norm'],
    ['an insertion between words', 'Toen kwam de norm.', 'Toen kwam [in 2012] de norm', 'Toen kwam de norm'],
    ['an insertion behind a word', 'Toen kwam de norm.', 'kwam de norm[en]', 'kwam de norm'],
    ['an insertion instead of words', 'Toen zei hij iets.', 'Toen zei [de chirurg] iets', 'Toen zei|iets'],
    ['a letter put in', 'En toen kwam de norm.', '[T]oen kwam', 'toen kwam'],
    ['brackets of the text itself', 'Dat zei [Redacted] toen.', 'zei [Redacted] toen', 'zei [Redacted] toen'],
    ['punctuation behind an omission', 'Het werkt, en dat is goed.', 'Het werkt …, dat is goed', 'Het werkt|dat is goed'],
    ['never inside a word', 'De normen kwamen.', 'norm', 'none'],
    ['never before the s of foto’s', 'De foto’s kwamen.', 'foto', 'none'],
    ['beside a hyphen', 'Een e-mail.', 'mail', 'mail'],
    ['capitals do not differ', 'Toen kwam de norm.', 'toen kwam', 'none'],
    ['astral letters are words', 'a𝒳b c', 'a', 'none'],
    ['nothing', 'Toen.', '  ', 'none'],
    ['only an omission', 'Toen… ja.', ' […] ', 'none'],
    ['several', 'ja en ja', 'ja', 'several 2'],
    ['the exact one wins over folded ones', 'de  norm, de norm', 'de norm', 'de norm'],
    ['order decides', 'ja. Toen kwam de norm, ja.', 'norm … ja', 'norm|ja'],
    ['order does not decide', 'ja, ja, de norm.', 'ja … norm', 'several 2'],
    ['pieces in the wrong order', 'de norm kwam toen', 'toen … norm', 'none'],
    ['pieces do not overlap', 'de norm', 'de norm … norm', 'none'],
  ])('%s', (_, text, words, expected) => {
    expect(found(text, words)).toBe(expected)
  })

  it('lets pieces stand 2,000 characters apart, and farther within one turn', () => {
    const text = (gap: number): string => `begin ${'x'.repeat(gap - 2)} einde`
    expect(found(text(2000), 'begin … einde')).toBe('begin|einde')
    expect(found(text(2001), 'begin … einde')).toBe('none')
    const turn = { start: 0, end: text(2001).length, speaker: null, respondents: [], asks: false, at: null }
    expect(found(text(2001), 'begin … einde', { turns: [turn] })).toBe('begin|einde')
    expect(found(text(2001), 'begin … einde', { turns: [{ ...turn, end: 20 }] })).toBe('none')
  })
  it('takes the place nearest to where it was', () => {
    expect(findWords('ja nee ja nee ja', 'ja', { near: 8 })).toMatchObject({ kind: 'one', start: 7 })
    expect(findWords('ja nee ja', 'ja', { near: 3.5 })).toMatchObject({ kind: 'several' })
  })
  it('tells the passage that shares most words', () => {
    const text = 'Ik denk dat het werkt. Toen die norm er kwam zaten we binnen een maand om tafel.'
    const result = findWords(text, 'ik denk dat: toen díe norm er kwam, zat ik om tafel')
    expect(result.kind === 'none' && result.nearest && text.slice(result.nearest.start, result.nearest.end)).toBe('Toen die norm er kwam')
    expect(findWords(text, 'heel iets anders dan dit')).toEqual({ kind: 'none', nearest: null })
  })
  it('finds ten thousand quotes in one indexed text', () => {
    const words = Array.from({ length: 30_000 }, (_, i) => `w${i}${i % 7 === 0 ? '\n' : ''}`)
    const indexed = indexText(words.join(' '))
    for (let i = 0; i < 10_000; i++) expect(findWords(indexed, `w${i} w${i + 1} w${i + 2}`).kind).toBe('one')
  })
  it('does not hang on pieces that stand everywhere', () => {
    expect(findWords('ja '.repeat(5000), 'ja … ja … ja … ja … nee').kind).toBe('none')
    expect(findWords('ja '.repeat(5000), 'ja … ja … ja … ja').kind).toBe('several')
  })

  const text = fc.array(
    fc.constantFrom(
      'ja',
      'Nee',
      'e-mail',
      'zo’n',
      "foto's",
      '“wie”',
      'één',
      'e\u0301e\u0301n',
      '…',
      '-',
      '\n',
      'samen-\nwerking',
      '[x]',
      '𝒳',
      ', ',
    ),
    { maxLength: 25 },
  )
  it('finds any slice between word borders that stands there once', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (parts, a, b) => {
        const whole = parts.join(' ')
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y) as [number, number]
        const slice = whole.slice(from, to)
        fc.pre(/[\p{L}\p{N}]/u.test(slice) && slice === slice.trim() && /^[\p{L}\p{N}]/u.test(slice) && /[\p{L}\p{N}]$/u.test(slice))
        fc.pre(isWordBorder(whole, from) && isWordBorder(whole, to) && whole.indexOf(slice) === whole.lastIndexOf(slice))
        // The second half of a word broken at a line end is inside a word.
        fc.pre(!/samen-$/u.test(whole.slice(0, from).trimEnd()) && !/samen$/u.test(slice) && !/^\p{M}/u.test(whole.slice(to)))
        expect(findWords(whole, slice)).toEqual({ kind: 'one', start: from, end: to, spans: [{ start: from, end: to }] })
      }),
      { numRuns: 2000 },
    )
  })
  it('never returns a place inside a word', () => {
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('j', 'a', 'e', 'é', 'n', ' ', '’', '-', '…', 'x'), maxLength: 6 }),
        (parts, words) => {
          const whole = parts.join(' ')
          const result = findWords(whole, words)
          const places = result.kind === 'one' ? result.spans : result.kind === 'several' ? result.places : []
          for (const { start, end } of places) expect([isWordBorder(whole, start), isWordBorder(whole, end)]).toEqual([true, true])
        },
      ),
      { numRuns: 1000 },
    )
  })
})
