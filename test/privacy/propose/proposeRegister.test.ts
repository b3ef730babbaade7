import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../../src/files/index.js'
import { en } from '../../../src/language/en/index.js'
import type { Mark, Recogniser } from '../../../src/language/index.js'
import { nl } from '../../../src/language/nl/index.js'
import { anonymise, type Entry, makeRegister, proposeRegister, type Register, readRegister, recognise } from '../../../src/privacy/index.js'
import { registerCsv } from '../../../src/privacy/registerCsv.js'
import { buildReport, renderMarkdown } from '../../../src/report/index.js'
import type { Study } from '../../../src/study/index.js'
import { entry, respondent, studyOf, transcript } from '../../builders.js'

/** Marks these words wherever they stand as whole words, written so; the longest first. */
function knows(words: Readonly<Record<string, string>>, certainty: Mark['certainty'] = 'sure'): Recogniser {
  const list = Object.keys(words).sort((a, b) => b.length - a.length)
  const escaped = list.map(word => word.replace(/[.+]/gu, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text =>
    [...text.matchAll(pattern)].map(found => ({
      type: words[found[0]]!,
      start: found.index,
      end: found.index + found[0].length,
      text: found[0],
      certainty,
    }))
}

const people = (...names: string[]) => Object.fromEntries(names.map(name => [name, 'PERSON']))
/** 0, then 0.5: numbers that are as good as any. */
const numbers = (values: readonly number[] = [0.5]) => {
  let i = 0
  return () => values[i++ % values.length]!
}

function propose(study: Study, recogniser: Recogniser, register?: Register): Register {
  const given = register === undefined ? {} : { register }
  return proposeRegister(study, { language: { ...nl, recognise: recogniser }, random: numbers(), ...given })
}

const rows = (register: Register) => register.map(({ name, variants }) => [name, ...variants])
const talk = (...lines: string[]) => studyOf([transcript('i1', lines)])

describe('one person', () => {
  it('named in many ways is one entry', () => {
    const study = talk(
      'I: U zei dat Jan de Vries er ook bij was?',
      '1: Ja, Jan. Ik zei: meneer De Vries, dat kan niet. En J. de Vries tekende, in de lijst staat Vries, Jan de.',
      '1: Jans plan was dat, en Vries’ baas wist het ook. jan de vries, zoals hij mailt.',
    )
    const made = propose(
      study,
      knows(people('Jan de Vries', 'Jan', 'De Vries', 'J. de Vries', 'Vries, Jan de', 'Jans', 'Vries', 'jan de vries')),
    )
    expect(made).toHaveLength(1)
    expect(made[0]).toMatchObject({ name: 'Jan de Vries', type: 'PERSON', label: 'persoon 50', match: 'anywhere', where: [] })
    expect([...made[0]!.variants].sort()).toEqual(['De Vries', 'J. de Vries', 'Jan', 'Vries', 'Vries, Jan de'])
    const { study: safe } = anonymise(study, { register: made, language: nl })
    expect(safe.transcripts[0]!.text).not.toMatch(/Jan|Vries/iu)
  })

  it('keeps two people with one surname apart, and two with one letter more, which say so', () => {
    const study = talk('1: Piet Jansen en Kees Jansen kwamen, en mevrouw Janssen ook.', '1: Jansen zei niets.')
    const made = propose(study, knows(people('Piet Jansen', 'Kees Jansen', 'Janssen', 'Jansen')))
    expect(rows(made)).toEqual([['Piet Jansen'], ['Kees Jansen'], ['Janssen'], ['Jansen']])
    expect(made[3]!.note).toContain('decide: this name by itself may be of more than one')
    expect(made[2]!.note).toContain('near "Piet Jansen"')
    expect(made[3]!.note).toContain('near "Janssen"')
    expect(new Set(made.map(one => one.label)).size).toBe(4)
  })

  it('tells two with one first name apart by transcript', () => {
    const study = studyOf([
      transcript('i1', ['1: Ellen Wouters maakte het rooster. Ellen deed dat goed.']),
      transcript('i2', ['2: Ellen Brouwer zat voor. Ellen luisterde.']),
      transcript('i3', ['3: En Ellen dan?']),
      transcript('i4', ['4: Ik ken geen Ellen, zei ik.']),
    ])
    // In the last nobody recognises her, and she is hidden all the same.
    const made = propose(study, text => (text.includes('geen Ellen') ? [] : knows(people('Ellen Wouters', 'Ellen Brouwer', 'Ellen'))(text)))
    const ellen = made.filter(one => one.name === 'Ellen')
    expect(ellen.map(one => one.where)).toEqual([['i1'], ['i2'], ['i3', 'i4']])
    const label = (name: string) => made.find(one => one.name === name)!.label
    expect(ellen.map(one => one.label).slice(0, 2)).toEqual([label('Ellen Wouters'), label('Ellen Brouwer')])
    expect(ellen[2]!.note).toContain('may be of more than one')
    const { study: safe } = anonymise(study, { register: made, language: nl })
    expect(JSON.stringify(safe.transcripts.map(one => one.text))).not.toContain('Ellen')
  })

  it('who speaks is known by the mark, by "ik ben", by who asks, and by a label', () => {
    const study = studyOf(
      [
        transcript('i1', ['Hanneke: Ik zat erbij.', '1: Hanneke de Boer zei dat.'], { respondents: ['1'] }),
        transcript('i2', ['I: Welkom, mevrouw Smit.', '2: Dank u. Ik ben eh Liesbeth Smit.']),
        transcript('i3', ['3: Ik ben bij Liesbeth geweest.']),
      ],
      { respondents: [respondent('Hanneke'), respondent('1'), respondent('2'), respondent('3', { label: 'Ravi Ramdin' })] },
    )
    const made = propose(study, knows(people('Hanneke', 'Hanneke de Boer', 'Smit', 'Liesbeth Smit', 'Liesbeth', 'Ravi Ramdin')))
    const of = (name: string) => made.find(one => one.name === name)
    expect(of('Hanneke de Boer')).toMatchObject({ respondent: 'Hanneke', label: '' })
    expect(of('Liesbeth Smit')).toMatchObject({ respondent: '2', label: '' })
    expect(of('Ravi Ramdin')).toMatchObject({ respondent: '3' })
    expect(of('Ravi Ramdin')!.note).toContain('named in the tables only')
  })

  it('is called by a nickname near the whole name, which is then to be looked at', () => {
    const made = propose(talk('1: Froukje Hoekstra, wij zeggen Frouk, was er.'), knows(people('Froukje Hoekstra', 'Frouk')))
    expect(rows(made)).toEqual([['Froukje Hoekstra', 'Frouk']])
    expect(made[0]!.note).toMatch(/^decide: with what may be a short form/u)
  })

  it('has a part of the whole name hidden that nobody recognised', () => {
    const study = talk('1: Willem van der Ploeg belde.', '1: Toen zei ik tegen Van der Ploeg dat Willem moest komen.')
    expect(rows(propose(study, knows(people('Willem van der Ploeg'))))).toEqual([['Willem van der Ploeg', 'van der Ploeg', 'Willem']])
  })
})

describe('organisations', () => {
  it('in three ways are one, and their letters where they are introduced', () => {
    const study = talk(
      '1: Het Sint Odilia Ziekenhuis, het Odilia dus. Bij Odilia werk ik.',
      '1: Het Streekziekenhuis Koningin Beatrix, SKB, is dichtbij. Het SKB groeit.',
    )
    const made = propose(
      study,
      knows({
        ...{ 'Sint Odilia Ziekenhuis': 'HOSPITAL', 'het Odilia': 'HOSPITAL', Odilia: 'ORG' },
        ...{ 'Streekziekenhuis Koningin Beatrix': 'HOSPITAL', SKB: 'HOSPITAL' },
      }),
    )
    expect(rows(made)).toEqual([
      ['Sint Odilia Ziekenhuis', 'Odilia'],
      ['Streekziekenhuis Koningin Beatrix', 'SKB'],
    ])
    expect(made.map(one => one.type)).toEqual(['HOSPITAL', 'HOSPITAL'])
  })

  it('are no persons where a recogniser of sentences takes them for one', () => {
    const marks = knows({ 'Sint Odilia Ziekenhuis': 'HOSPITAL', Odilia: 'PERSON' })
    expect(rows(propose(talk('1: Het Sint Odilia Ziekenhuis. Odilia belde.'), marks))).toEqual([['Sint Odilia Ziekenhuis', 'Odilia']])
  })

  it('of which a short name may be two stay apart', () => {
    const marks = knows({ 'Spaarne Ziekenhuis': 'HOSPITAL', 'Spaarne Gasthuis': 'HOSPITAL', Spaarne: 'HOSPITAL' })
    const made = propose(talk('1: Het Spaarne Ziekenhuis werd Spaarne Gasthuis. Spaarne, zeggen wij.'), marks)
    expect(rows(made)).toEqual([['Spaarne Ziekenhuis'], ['Spaarne Gasthuis'], ['Spaarne']])
    expect(made[2]!.note).toContain('decide')
  })
})

describe('where a name counts', () => {
  it('is with a capital when it is also a word, and anywhere when it is not', () => {
    const study = talk('1: Roos kwam met een roos, en Geertje met een tulp. Geertje lachte.')
    expect(propose(study, knows(people('Roos', 'Geertje'))).map(one => one.match)).toEqual(['capital', 'anywhere'])
  })

  it('is where it is recognised for ages, bare years, months and single words for jobs', () => {
    const marks = knows({
      '58': 'AGE',
      '2022': 'DATE',
      'mei 2021': 'DATE',
      mei: 'DATE',
      chirurg: 'FUNCTION',
      'hoofd inkoop': 'FUNCTION',
      Mei: 'PERSON',
    })
    const made = propose(talk('1: Ik ben 58, sinds 2022 chirurg, en vanaf mei 2021 hoofd inkoop. In mei kwam Mei.'), marks)
    const matches = Object.fromEntries(made.map(one => [`${one.type} ${one.name}`, one.match]))
    expect(matches).toEqual({
      ...{ 'AGE 58': 'recognised', 'DATE 2022': 'recognised', 'FUNCTION chirurg': 'recognised', 'DATE mei 2021': 'anywhere' },
      ...{ 'FUNCTION hoofd inkoop': 'anywhere', 'DATE mei': 'recognised', 'PERSON Mei': 'capital' },
    })
  })

  it('in speech-to-text also without a capital: what is recognised is hidden, also of a name that is a word', () => {
    const study = studyOf([
      transcript('i1', ['1: toen kwam storm binnen en het was een storm']),
      transcript('i2', ['2: Een storm was het. En Storm zei niets, die Storm.']),
    ])
    const marks: Recogniser = text => {
      const at = text.indexOf('storm binnen')
      return [
        ...(at < 0 ? [] : [{ type: 'PERSON', start: at, end: at + 5, text: 'storm', certainty: 'likely' as const }]),
        ...knows(people('Storm'))(text),
      ]
    }
    const made = propose(study, marks)
    expect(made).toMatchObject([{ match: 'capital', variants: [] }])
    expect(made[0]!.note).toContain('left standing once in a text without capitals')
    const { study: safe } = anonymise(study, { register: made, language: { ...nl, recognise: marks } })
    expect(safe.transcripts[0]!.text).toContain('kwam ‹persoon 50› binnen en het was een storm')
  })
})

describe('labels', () => {
  const marks = knows(people('Anna', 'Bert', 'Carla', 'Dirk'))

  it('are drawn at random from those nobody has, and never from the order of names', () => {
    const study = talk('1: Carla, Anna en Bert.')
    const made = proposeRegister(study, { language: { ...nl, recognise: marks }, random: numbers([0.9, 0, 0]) })
    expect(made.map(one => [one.name, one.label])).toEqual([
      ['Carla', 'persoon 90'],
      ['Anna', 'persoon 1'],
      ['Bert', 'persoon 2'],
    ])
    const drawn = new Set(Array.from({ length: 40 }, () => proposeRegister(study, { language: { ...nl, recognise: marks } })[0]!.label))
    expect(drawn.size).toBeGreaterThan(10)
  })

  it('are not drawn when they hold a name', () => {
    const study = talk('1: Anna werkt aan persoon 50.')
    const made = propose(study, knows({ Anna: 'PERSON', 'persoon 50': 'PROJECT' }))
    expect(made.map(one => one.label)).toEqual(['persoon 51', 'project 50'])
  })

  it('stay as they are when a transcript or an entry is added', () => {
    const first = propose(talk('1: Carla en Anna.'), marks)
    const more = studyOf([transcript('i0', ['2: Dirk en Anna.']), transcript('i1', ['1: Carla en Anna.'])])
    const second = propose(more, marks, first)
    expect(second.slice(0, 2)).toEqual(first)
    expect(rows(second.slice(2))).toEqual([['Dirk']])
    expect(new Set(second.map(one => one.label)).size).toBe(3)
  })

  it('are the same for two studies that are equal up to their names', () => {
    const one = propose(talk('1: Carla Visser en Anna. Carla ging.'), knows(people('Carla Visser', 'Carla', 'Anna')))
    const other = propose(talk('1: Zwaantje Abbema en Bo. Zwaantje ging.'), knows(people('Zwaantje Abbema', 'Zwaantje', 'Bo')))
    expect(one.map(row => [row.label, row.match, row.note])).toEqual(other.map(row => [row.label, row.match, row.note]))
  })
})

describe('what asks for a decision', () => {
  it('is what rests on a hint, and a name that was guessed once; no job that was, which is put in coarser words', () => {
    const asks = (certainty: 'look' | 'likely' | 'sure') =>
      propose(talk('1: De tandarts kwam uit Snaterbek.'), knows({ tandarts: 'FUNCTION', Snaterbek: 'ORG' }, certainty)).map(one => [
        one.type,
        one.note!.startsWith('decide:'),
      ])
    expect(asks('look')).toEqual([
      ['FUNCTION', true],
      ['ORG', true],
    ])
    expect(asks('likely')).toEqual([
      ['FUNCTION', false],
      ['ORG', true],
    ])
    expect(asks('sure')).toEqual([
      ['FUNCTION', false],
      ['ORG', false],
    ])
  })
})

describe('a register there is', () => {
  const study = talk('1: Jan Terpstra en Terpstra en Greta en Sneek en Parkinson.')
  const marks = knows({ ...people('Jan Terpstra', 'Terpstra', 'Greta', 'Parkinson'), Sneek: 'LOCATION' })

  it('stays as it is; what it lacks comes behind it, another name of hers with her label', () => {
    const hers = makeRegister([
      entry('Jan Terpstra', { label: 'een collega', note: 'van haar' }),
      entry('Parkinson', { match: 'keep' }),
      entry('Nergens', { label: 'x' }),
    ])
    const made = propose(study, marks, hers)
    expect(made.slice(0, 3)).toEqual([...hers])
    expect(made.slice(3).map(one => [one.name, one.label])).toEqual([
      ['Terpstra', 'een collega'],
      ['Greta', 'persoon 50'],
      ['Sneek', 'plaats 50'],
    ])
    expect(made[3]!.note).toContain('another spelling of row 2')
    expect(propose(study, marks, made)).toEqual(made)
  })

  it('keeps a spelling of hers to where she says', () => {
    const two = studyOf([transcript('i1', ['1: Roos kwam.']), transcript('i2', ['2: Roos ging.'])])
    const made = propose(two, knows(people('Roos')), makeRegister([entry('Roos', { where: ['i1'], label: 'een' })]))
    expect(made.slice(1)).toMatchObject([{ name: 'Roos', where: ['i2'] }])
    expect(() => anonymise(two, { register: made, language: nl })).not.toThrow()
  })
})

describe('whatever is recognised', () => {
  const words = [
    'Jan',
    'Jansen',
    'de',
    'Vries',
    'vries',
    'Mei',
    'mei',
    '58',
    '2021',
    'Sint',
    'Odilia',
    'O.',
    'en',
    'het',
    'Smit-Maas',
    "Anna's",
  ]
  const said = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 })
  /** A recogniser that marks runs of words by a rule of its own, other in every text. */
  const marker = fc.record({ seed: fc.nat(1000), every: fc.integer({ min: 1, max: 5 }) })

  it('sure or likely is replaced by the proposed register, which is sound and reads back', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 3 }), marker, (texts, { seed, every }) => {
        const study = studyOf(texts.map((one, i) => transcript(`i${i}`, [`${i}: ${one.join(' ')}`])))
        const recogniser = erratic(seed, every)
        const language = { ...nl, recognise: recogniser }
        const made = proposeRegister(study, { language, random: numbers() })
        expect(readRegister(registerCsv(made))).toEqual(made.length === 0 ? [] : [...made])
        if (made.length === 0) return
        const { log, review } = anonymise(study, { register: made, language })
        expect(log.rows).toHaveLength(made.length)
        expect(review.rows.filter(row => /(?:sure|likely): not in the register/u.test(row.why))).toEqual([])
        for (const { id, text } of study.transcripts)
          for (const mark of recognise(text, { language }))
            if (mark.certainty !== 'look') expectReplaced(made, id, text, mark, language.recognise)
      }),
      { numRuns: 200 },
    )
  })
})

const types = ['PERSON', 'HOSPITAL', 'ORG', 'LOCATION', 'DATE', 'AGE', 'PROJECT', 'FUNCTION', 'ID']

/** Marks one to three words here and there, as its own dice fall: the same words in one text and not in another, cut in other ways. */
function erratic(seed: number, every: number): Recogniser {
  return text => {
    // Of a transcript only: a label of the library is no talk.
    const words = text.includes(': ') ? [...text.matchAll(/[^\s:]+(?=\s|$)/gu)] : []
    const marks: Mark[] = []
    for (let i = 0; i < words.length; ) {
      const dice = ((text.length + i + 1) * 7919 + seed * 104_729) % 10_007
      const last = words[Math.min(i + (dice % 3), words.length - 1)]!
      const start = words[i]!.index
      const end = last.index + last[0].length
      const certainty = (['sure', 'likely', 'look'] as const)[(dice >> 2) % 3]!
      if (dice % every === 0) marks.push({ type: types[(dice >> 4) % types.length]!, start, end, text: text.slice(start, end), certainty })
      i += (dice % 3) + 1
    }
    return marks
  }
}

/** By brute force: every word of the mark stands in a place that some entry is replaced at, an article aside. */
function expectReplaced(register: readonly Entry[], id: string, text: string, mark: Mark, look: Recogniser): void {
  const turn = { start: 0, end: text.length, speaker: null, respondents: ['1'], asks: false, at: null }
  const study = studyOf([{ ...transcript(id, []), text, turns: [turn], respondents: ['1'] }])
  const language = { ...nl, recognise: look }
  const own = register.filter(one => one.where.length === 0 || one.where.includes(id)).map(one => ({ ...one, where: [], respondent: null }))
  const made = anonymise(study, { register: makeRegister(own), language }).study.transcripts[0]!
  const safe = made.text.slice(made.turns[0]!.start, made.turns[0]!.end)
  const words = (all: string): string[] => all.replace(/‹[^›]*›/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  const before = text.slice(0, mark.start) + text.slice(mark.end)
  // Words left of the whole text are no more than those that stand outside the mark, and articles or a possessive s inside it.
  const left = words(safe)
  for (const word of words(before)) {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
  }
  expect(left.filter(word => word !== 's' && !nl.articles.has(word.toLowerCase()))).toEqual([])
}

it('a word for a job that readers see in a label or a group stays, so that the register can be used as it is', () => {
  const study = studyOf([transcript('i1', ['1: De onderzoeker belde, en de portier ook.'])], {
    respondents: [respondent('1', { label: 'Onderzoeker van buiten', group: 'onderzoeker' })],
  })
  const register = propose(study, knows({ onderzoeker: 'FUNCTION', portier: 'FUNCTION' }, 'look'))
  expect(rows(register)).toEqual([['portier']])
  expect(() => anonymise(study, { register, language: nl })).not.toThrow()
})

it.each([
  ['zorgnetwerk', nl],
  ['community-clinic', en],
] as const)('the register proposed for the invented study %s can be used as it is', async (name, language) => {
  const study = await openStudy(`fixtures/${name}`)
  const register = proposeRegister(study, { language, random: numbers() })
  expect(register.length).toBeGreaterThan(5)
  const { study: safe } = anonymise(study, { register, language })
  expect(() => renderMarkdown(buildReport(safe))).not.toThrow()
})

it('proposes in English with English labels', () => {
  const made = proposeRegister(talk('1: My name is Greta Vos and I work at St Anne Hospital.'), {
    language: { ...en, recognise: knows({ 'Greta Vos': 'PERSON', 'St Anne Hospital': 'HOSPITAL' }) },
    random: numbers([0]),
  })
  expect(made.map(one => [one.name, one.respondent ?? one.label])).toEqual([
    ['Greta Vos', '1'],
    ['St Anne Hospital', 'hospital 1'],
  ])
})
