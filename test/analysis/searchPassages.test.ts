import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bm25Score } from '../../src/analysis/bm25.js'
import { searchPassages } from '../../src/analysis/index.js'
import { openPass } from '../../src/coding/index.js'
import { en } from '../../src/language/en/index.js'
import { nl } from '../../src/language/nl/index.js'
import { type Study, StudyError } from '../../src/study/index.js'
import { by, studyOf, transcript } from '../builders.js'
import { code, coding } from './makeStudy.js'

const dutch = studyOf(
  [
    transcript('i1', [
      'I: Hoe ging het met de norm?',
      '10: De volumenorm kwam van de vereniging. Dat was streng.',
      '10: Wij namen die normen over, zonder morren.',
      '11: Vertrouwen is er niet. De coördinatie ook niet.',
    ]),
    transcript('i2', ['12: Een norm is geen vertrouwen, en vertrouwen is geen norm.', '13+14: Zo’n enorme e-mail.']),
  ],
  { language: 'nl' },
)
const find = (words: string, options: Parameters<typeof searchPassages>[2] = {}, study: Study = dutch) =>
  searchPassages(study, words, { language: nl, ...options }).rows
const places = (rows: ReturnType<typeof find>) => rows.map(row => `${row.transcript}:${row.turn}`)

describe('searchPassages', () => {
  it('finds words by their stem in answers, with fragments that can be coded as they are', () => {
    const rows = find('norm', { inside: false })
    expect(places(rows)).toEqual(['i2:1', 'i1:3'])
    expect(rows[0]).toMatchObject({ words: ['norm', 'norm'], found: 'word', respondents: ['12'], codes: [] })
    for (const row of rows) {
      const { text } = dutch.transcripts.find(one => one.id === row.transcript)!
      expect(text.slice(row.start, row.end)).toBe(row.text)
    }
    const coded = openPass(dutch, by, pass => {
      for (const row of rows) pass.code(row, 'normen', { role: 'context' })
    })
    expect(coded.codings.map(({ transcript: id, start, end }) => ({ id, start, end }))).toEqual(
      rows.map(({ transcript: id, start, end }) => ({ id, start, end })),
    )
    expect(find('norm', { inside: false }, coded).map(row => row.codes)).toEqual([['normen'], ['normen']])
  })

  it('finds a Dutch word inside longer ones, below those that are the word, and says so', () => {
    const rows = find('norm')
    expect(places(rows).sort()).toEqual(['i1:2', 'i1:3', 'i2:1', 'i2:2'])
    const compound = rows.find(row => row.turn === 2 && row.transcript === 'i1')!
    expect(compound).toMatchObject({ words: ['volumenorm'], found: 'inside a word' })
    expect(rows.findIndex(row => row.found === 'inside a word')).toBeGreaterThan(rows.findIndex(row => row.found === 'word'))
    // Under four letters nothing is looked for inside words; in other languages only when asked.
    expect(find('nor')).toEqual(find('nor', { inside: false }))
    const english = studyOf([transcript('e1', ['1: The volumenorm is here.'])])
    expect(searchPassages(english, 'norm', { language: en }).rows).toEqual([])
    expect(searchPassages(english, 'norm', { language: en, inside: true }).rows.length).toBe(1)
  })

  it('looks through questions only when asked', () => {
    const asked = find('norm', { turns: 'all', inside: false }).find(row => row.turn === 1 && row.transcript === 'i1')
    expect(asked).toMatchObject({ respondents: [], words: ['norm'] })
    // A turn without a mark may be anyone's of the conversation, unless it asks.
    const [first] = dutch.transcripts
    const unmarked = { ...first!, turns: first!.turns.map(turn => ({ ...turn, speaker: null, respondents: [] })) }
    const rows = find('norm', { turns: 'all', inside: false }, { ...dutch, transcripts: [unmarked] })
    expect(rows.map(row => [row.turn, row.respondents])).toEqual(
      expect.arrayContaining([
        [1, []],
        [3, ['10', '11']],
      ]),
    )
  })

  it('does not look at case, diacritics, apostrophes and hyphens', () => {
    for (const words of ['COORDINATIE', 'coördinatie', 'coo\u0308rdinatie']) expect(places(find(words))).toEqual(['i1:4'])
    expect(places(find('email'))).toEqual(['i2:2'])
    expect(places(find("zo'n email"))).toEqual(['i2:2'])
  })

  it('a phrase stands as it is asked for, in one turn', () => {
    expect(find('"geen norm"')[0]!.words).toEqual(['geen norm'])
    expect(find('"norm geen"')).toEqual([])
    expect(find('“geen norm” streng')).toHaveLength(1)
    const parted = studyOf([transcript('p', ['1: We trust', '1: them all.'])])
    expect(searchPassages(parted, '"trust them"', { language: en }).rows).toEqual([])
  })

  it('a part of a word with *', () => {
    expect(find('volum*')[0]!.words).toEqual(['volumenorm'])
    expect(
      find('*norm')
        .flatMap(row => row.words)
        .sort(),
    ).toEqual(['norm', 'norm', 'volumenorm'])
    expect(find('*oum*')).toEqual([])
    expect(find('*olum*')[0]!.words).toEqual(['volumenorm'])
    expect(() => find('n*')).toThrow(StudyError)
  })

  it('near: all words within so many of one turn', () => {
    expect(places(find('vertrouwen norm', { near: 4, inside: false }))).toEqual(['i2:1'])
    expect(find('vertrouwen norm', { near: 2, inside: false })).toEqual([])
    const turns = studyOf([transcript('a', ['1: We trust.', '1: The table.'])])
    expect(searchPassages(turns, 'trust table', { language: en, near: 10 }).rows).toEqual([])
    // In one turn, two passages apart: the row covers both.
    const filler = 'And then some other things were said by us again. '.repeat(5)
    const far = studyOf([transcript('f', [`1: We trust them here. ${filler}The table is round.`])])
    expect(searchPassages(far, 'trust table', { language: en, near: 40 }).rows).toEqual([])
    const wide = searchPassages(far, 'trust table', { language: en, near: 80 }).rows
    expect(wide).toHaveLength(1)
    expect(wide[0]!.text).toMatch(/^We trust.*round\.$/u)
  })

  it('a word that stands nowhere is looked for one slip away, and the row says so', () => {
    const rows = find('vertruowen')
    expect(rows.map(row => row.found)).toEqual(['one slip away', 'one slip away'])
    expect(rows.flatMap(row => row.words)).toContain('Vertrouwen')
    expect(find('zwaluw')).toEqual([])
  })

  it('words that carry little meaning are left out, unless there are no others', () => {
    expect(places(find('de streng'))).toEqual(['i1:2'])
    expect(find('de').length).toBeGreaterThan(1)
  })

  it('filters on codes, with those under them, and on being coded', () => {
    const [one] = dutch.transcripts
    const codings = [coding(one!, 'De volumenorm kwam', 'norm'), coding(one!, 'Vertrouwen is er niet', 'oud', { status: 'superseded' })]
    const coded = { ...dutch, codes: [code('eisen'), code('norm', { parent: 'eisen', name: 'volumenormen' }), code('oud')], codings }
    expect(places(find('norm', { codes: ['eisen'] }, coded))).toEqual(['i1:2'])
    expect(places(find('', { codes: ['volumenormen'] }, coded))).toEqual(['i1:2'])
    expect(places(find('norm', { coded: false }, coded))).not.toContain('i1:2')
    expect(places(find('norm', { coded: true }, coded))).toEqual(['i1:2'])
    expect(find('vertrouwen', { codes: ['oud'] }, coded)).toEqual([])
    expect(() => find('norm', { codes: ['volumenorman'] }, coded)).toThrow(/did you mean "volumenormen"/iu)
  })

  it('a text in a language without a pack is compared word by word, and the basis says so', () => {
    const foreign = studyOf([transcript('d', ['1: Die Normen gelten.'], { language: 'de' }), transcript('e', ['1: The norms hold.'])])
    const table = searchPassages(foreign, 'norms', { language: en })
    expect(table.rows.map(row => row.transcript)).toEqual(['e'])
    expect(table.basis).toMatch(/1 transcript is in a language of which no pack was given/u)
    const mixed = { ...foreign, transcripts: [{ ...foreign.transcripts[0]!, language: 'nl-BE' }, foreign.transcripts[1]!] }
    expect(
      searchPassages(mixed, 'norm', { language: [en, nl] })
        .rows.map(row => row.transcript)
        .sort(),
    ).toEqual(['d', 'e'])
  })

  it('cuts a text without full stops, and reads one without turns', () => {
    const endless = Array.from({ length: 200 }, (_, i) => `w${i}x`).join(' ')
    const rows = searchPassages(studyOf([transcript('m', [`1: ${endless}`])]), 'w100x', { language: en }).rows
    expect(rows[0]!.text.split(' ')).toHaveLength(40)
    const bare = { ...transcript('doc', []), text: 'The protocol says so. Twice.' }
    expect(searchPassages(studyOf([bare]), 'protocol', { language: en }).rows[0]).toMatchObject({ turn: null, start: 0, end: 28 })
  })

  it('keeps what it made of a text in one language apart from another', () => {
    expect(searchPassages(dutch, 'normen', { language: en }).rows).toHaveLength(1)
    expect(searchPassages(dutch, 'normen', { language: nl, inside: false }).rows).toHaveLength(2)
  })

  it('lists everything that is wrong', () => {
    const wrong = () => find('"open', { codes: ['nooit'], near: 0, most: 1.5 })
    expect(wrong).toThrow(StudyError)
    try {
      wrong()
    } catch (error) {
      expect((error as StudyError).problems).toHaveLength(4)
    }
    expect(() => find(' … ')).toThrow(/no word to look for/iu)
    expect(() => searchPassages(dutch, 'norm')).toThrow(/no language/iu)
  })

  it('says how many there are when not all are shown', () => {
    const table = searchPassages(dutch, 'norm', { language: nl, most: 2 })
    expect(table.rows).toHaveLength(2)
    expect(table.basis).toMatch(/the first 2 of 4 passages/u)
  })
})

const spoken = fc.array(fc.array(fc.constantFrom<string>('alpha', 'beta', 'gamma', 'delta'), { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 8,
})

describe('the order of passages', () => {
  it('is that of BM25 worked out by hand', () => {
    fc.assert(
      fc.property(spoken, fc.subarray(['alpha', 'beta', 'gamma'], { minLength: 1 }), (turns, asked) => {
        const study = studyOf(turns.map((words, i) => transcript(`t${i}`, [`1: ${words.join(' ')}`])))
        const average = turns.flat().length / turns.length
        const score = (words: readonly string[]) =>
          asked.reduce((sum, term) => {
            const n = turns.filter(other => other.includes(term)).length
            const tf = words.filter(word => word === term).length
            return (
              sum + (Math.log(1 + (turns.length - n + 0.5) / (n + 0.5)) * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * words.length) / average))
            )
          }, 0)
        const expected = turns.map((words, i) => ({ id: `t${i}`, score: score(words) })).filter(one => one.score > 0)
        const found = searchPassages(study, asked.join(' '), { language: en }).rows.map(row => row.transcript)
        expect([...found].sort()).toEqual(expected.map(one => one.id).sort())
        const scores = found.map(id => expected.find(one => one.id === id)!.score)
        for (let i = 1; i < scores.length; i++) expect(scores[i]!).toBeLessThanOrEqual(scores[i - 1]! + 1e-9)
      }),
    )
  })

  it('what the interviewer says changes nothing', () => {
    // Rare in answers is what counts: with the questions in, beta would be the commoner word.
    const lines = ['1: alpha', '2: beta and so on', '3: alpha', '4: gamma']
    const order = (more: readonly string[]) =>
      searchPassages(studyOf([transcript('t', [...lines, ...more])]), 'alpha beta', { language: en }).rows.map(row => row.turn)
    const asking = Array.from({ length: 30 }, () => `I: ${'beta '.repeat(30)}`)
    expect(order(asking)).toEqual(order([]))
    const scores = searchPassages(
      studyOf([transcript('t', ['1: alpha one two three four five six', '2: alpha alpha', ...asking])]),
      'alpha',
      {
        language: en,
      },
    )
    expect(scores.rows.map(row => row.turn)).toEqual([2, 1])
  })

  it('does not hang on the order of the tables or of the words asked for', () => {
    fc.assert(
      fc.property(spoken, turns => {
        const transcripts = turns.map((words, i) => transcript(`t${i}`, [`1: ${words.join(' ')}`]))
        const there = searchPassages(studyOf(transcripts), 'alpha beta', { language: en }).rows
        const back = searchPassages(studyOf([...transcripts].reverse()), 'beta alpha', { language: en }).rows
        const shown = (rows: typeof there) => rows.map(row => `${row.transcript} ${row.start} ${row.words.join(' ')}`)
        expect(shown(back)).toEqual(shown(there))
      }),
    )
  })

  it('near finds what trying every pair of words finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('alpha', 'beta', 'gamma'), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 2, max: 10 }),
        (words, near) => {
          const study = studyOf([transcript('t', [`1: ${words.join(' ')}`])])
          const isNear = words.some((one, i) => words.some((other, j) => one === 'alpha' && other === 'beta' && Math.abs(i - j) < near))
          expect(searchPassages(study, 'alpha beta', { language: en, near }).rows.length).toBe(isNear ? 1 : 0)
        },
      ),
    )
  })

  it('weighs as the published formula: a term in 1 of 2 passages of equal length weighs log(2) times 2.2 over 2.2', () => {
    expect(bm25Score({ passages: 2, length: 5, having: [1] }, [1], 5)).toBeCloseTo(Math.log(2), 12)
    expect(bm25Score({ passages: 2, length: 5, having: [1] }, [1], 10)).toBeLessThan(Math.log(2))
  })
})
