import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alignTexts, applyEdits, carrySpans } from '../../src/transcript/index.js'
import { editedText, type Random, seeded } from './randomEdits.js'
import { judge, knownOf, type Verdict } from './rightPlaces.js'

/** The words a fragment became, or what became of it. */
function carried(before: string, after: string, words: string, nth = 1): string {
  let start = -1
  for (let n = 0; n < nth; n++) start = before.indexOf(words, start + 1)
  const span = { start, end: start + words.length }
  const [to] = carrySpans(alignTexts(before, after, [span]), [span])
  return `${to!.kind} ${to!.start}: ${after.slice(to!.start, to!.end)}`
}

describe('carrySpans', () => {
  it.each([
    ['put in before it', 'we met here', 'Well, we met here', 'met', 'stands 9: met'],
    [
      'quotation marks and dashes',
      'he said "now - or never" to us',
      'he said “now – or\nnever” to us',
      'now - or never',
      'stands 9: now – or\nnever',
    ],
    ['a word broken over lines', 'de samen-\nwerking liep', 'de samenwerking liep', 'samen-\nwerking', 'stands 3: samenwerking'],
    ['punctuation put in', 'ja dat is zo', 'ja, dat is zo.', 'ja dat is zo', 'stands 0: ja, dat is zo'],
    ['an emoji before it', 'a 😀 happy day', 'a 😀 😀 happy day', 'happy', 'stands 8: happy'],
    ['an emoji', 'so 😀 it was', 'so glad 😀 it was', '😀', 'stands 8: 😀'],
    ['only signs', 'so ... it was', 'And so ... it was', '...', 'stands 7: ...'],
    ['signs that were changed', 'so ... it was', 'so , it was', '...', 'gone 3: '],
    ['a slip corrected', 'we sat at the tabel then', 'we sat at the table then', 'tabel', 'edited 14: table'],
    ['a capital', 'then it began. later more', 'Then it began. Later more', 'later more', 'edited 15: Later more'],
    [
      'a word replaced inside',
      'the warm meetings helped us',
      'the frequent meetings helped us',
      'warm meetings helped',
      'edited 4: frequent meetings helped',
    ],
    ['a word replaced by another', 'the warm room there', 'the cold room there', 'warm', 'gone 4: '],
    ['the end cut off', 'we met every week and it helped', 'we met every week', 'every week and it helped', 'gone 7: '],
    ['half a word', 'their foto album', 'all their foto album', 'oto', 'stands 11: oto'],
  ])('%s', (_, before, after, words, expected) => {
    expect(carried(before, after, words)).toBe(expected)
  })

  it('finds the right one of fifty', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `I: question ${i}?\nR: ja\n`)
    for (const nth of [1, 17, 50]) {
      const after = lines.map((line, i) => (i % 3 === 0 ? `Note.\n${line}` : line)).join('')
      const start = after.indexOf('ja', after.indexOf(`question ${nth - 1}?`))
      expect(carried(lines.join(''), after, 'ja', nth)).toBe(`stands ${start}: ja`)
      expect(carried(lines.join(''), lines.with(nth - 1, `I: question ${nth - 1}?\nR: mm\n`).join(''), 'ja', nth)).toMatch(/^gone/u)
    }
  })

  it('keeps all fifty where nothing but "ja" stands, and loses one when one is taken out', () => {
    const before = 'ja\n'.repeat(50)
    const spans = Array.from({ length: 50 }, (_, i) => ({ start: 3 * i, end: 3 * i + 2 }))
    const places = (after: string) => carrySpans(alignTexts(before, after, spans), spans).filter(one => one.kind === 'stands')
    expect(new Set(places(`${before}ja\n`).map(one => one.start)).size).toBe(50)
    expect(new Set(places('ja\n'.repeat(49)).map(one => one.start)).size).toBe(49)
    expect(places('ja\n'.repeat(49))).toHaveLength(49)
  })

  it('takes an edit that could stand in two places where it breaks no fragment', () => {
    const before = 'So it is. We met there. We met there. And then.'
    const second = { start: before.lastIndexOf('We'), end: before.lastIndexOf('We') + 13 }
    const after = 'So it is. We met there. And then.'
    expect(carrySpans(alignTexts(before, after, [second]), [second])[0]).toMatchObject({ kind: 'stands', start: 10, end: 23 })
  })

  it('finds passages that were moved, also when they were edited there, and no single words', () => {
    const [a, b, c] = [
      'In spring we planted the beans behind the house.\n',
      'Then ja came.\n',
      'Autumn was for repairs to the roof and the long fence.\n',
    ]
    const text = a + b + c
    expect(carried(text, b + c + a, 'planted the beans')).toMatch(/^stands \d+: planted the beans$/u)
    expect(carried(text, c + b + a, 'repairs to the roof')).toMatch(/^stands \d+: repairs to the roof$/u)
    expect(carried(text, `${b}${c}${a.replace('the beans', 'those beans')}`, 'we planted the beans behind')).toMatch(
      /^edited \d+: we planted those beans behind$/u,
    )
    expect(carried(text, `${a}${c}He said ja.\n`, 'ja')).toMatch(/^gone/u)
  })

  it('does not look for words in a passage that was written anew', () => {
    const before = 'We began.\nja maar de mensen wilden toen iets anders en dat was goed\nThe end.\n'
    const after = 'We began.\ner was toen nog geen plan maar ja wie weet en zo kwam het\nThe end.\n'
    for (const words of ['ja', 'maar', 'en', 'toen']) expect(carried(before, after, words)).toMatch(/^gone/u)
  })

  it('is quick with two texts that have nothing in common but words', () => {
    const random = seeded(5)
    const vocabulary = Array.from({ length: 900 }, (_, i) => `w${Math.floor(i * (1 + random()))}`)
    const text = () => Array.from({ length: 18_000 }, () => vocabulary[Math.floor(random() ** 2 * 900)]).join(' ')
    const [before, after] = [text(), text()]
    const spans = Array.from({ length: 200 }, (_, i) => ({ start: i * 400, end: i * 400 + 60 }))
    const result = carrySpans(alignTexts(before, after, spans), spans)
    expect(result.filter(one => one.kind === 'stands').length).toBeLessThan(4)
  })
})

const shared = new URL('../../../shared/', import.meta.url)
const folders = ['transcripts/', 'sources/'].map(name => new URL(name, shared)).filter(existsSync)
const real = folders.flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => readFileSync(new URL(name, folder), 'utf8').replace(/\r\n?/gu, '\n')),
)

/** An interview of made-up sentences, in which "ja" and whole answers come back. */
function madeText(random: Random): string {
  // As many different words as people use: with a dozen nouns, other sentences would be the same by chance.
  const [begins, ends] = [
    'ba ce dro fli gan hu ki lem mo nar pel ru'.split(' '),
    'ck den ffer gle ll mp nt rk stle tter wn xing'.split(' '),
  ]
  const nouns = begins.flatMap(begin => begins.flatMap(middle => ends.map(end => begin + middle + end)))
  const verbs =
    'saw built found lost moved kept needed liked asked told made sold cut read drew held hid left led met paid put sent took'.split(' ')
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
  const sentence = () =>
    `${one(['we', 'they', 'I', 'nobody'])} ${one(verbs)} the ${one(nouns)} ${one(['and', 'but', 'since'])} the ${one(nouns)} ${one(verbs)} it.`
  const answer = () =>
    random() < 0.3 ? one(['ja.', 'Ja, precies.', 'Yes.']) : Array.from({ length: 1 + Math.floor(random() * 5) }, sentence).join(' ')
  return Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? `I: ${sentence()}` : `R: ${answer()}`)).join('\n')
}

interface Tally {
  stood: number
  readonly found: Readonly<Record<Verdict, string[]>>
}

/** Edits a text and asks of fragments where they went. */
function tally(text: string, random: Random, edits: number, { found, ...tallied }: Tally): Tally {
  const edited = editedText(text, random, edits)
  const spans = Array.from({ length: 40 }, () => {
    const start = Math.floor(random() * (text.length - 1))
    return { start, end: Math.min(text.length, start + 1 + Math.floor(random() ** 3 * 300)) }
  })
  const alignment = alignTexts(text, edited.text, spans)
  expect(applyEdits(text, alignment.edits)).toBe(edited.text)
  const known = knownOf(text, edited)
  let { stood } = tallied
  carrySpans(alignment, spans).forEach((to, i) => {
    const { start, end } = spans[i]!
    const { verdict, stands } = judge({ start, end }, to, known)
    if (stands) stood++
    found[verdict].push(`${to.kind}: ${text.slice(start, end)}`)
  })
  return { stood, found }
}

/** So many random edits, up to so many in one text. The edits know of every letter where it came from. */
function tallyAll(texts: (nth: number, random: Random) => string, edits: number, most: number): Tally {
  const random = seeded(2020)
  let result: Tally = { stood: 0, found: { right: [], 'as right': [], 'may be lost': [], missed: [], jumped: [], 'other words': [] } }
  for (let n = 0; n < edits; ) {
    const now = Math.min(edits - n, 1 + Math.floor(random() * most))
    result = tally(texts(n, random), random, now, result)
    n += now
  }
  return result
}

function expectFound({ stood, found }: Tally, least: number, jumps = 0): void {
  expect(stood).toBeGreaterThan(least)
  expect(found['other words']).toEqual([])
  expect(found.missed).toEqual([])
  expect(found.jumped.length, found.jumped.join('\n')).toBeLessThanOrEqual(jumps)
  // What cannot be known stays rare, so that it is no excuse.
  expect(found['as right'].length).toBeLessThan(stood / 25)
  expect(found['may be lost'].length).toBeLessThan(stood / 400)
}

describe('after a thousand random edits', () => {
  const part = (nth: number, random: Random) => {
    const whole = real[nth % real.length]!
    const at = Math.floor(random() * Math.max(1, whole.length - 6000))
    return whole.slice(at, at + 6000)
  }

  // After twenty edits in a page of sentences that are all built alike, a rewritten line has four words of another by chance.
  it.each([
    ['up to four', 4, 5000, 0],
    ['up to twenty', 20, 2000, 3],
  ])(
    'of made-up text, %s at a time, what stands is found and nothing is put elsewhere',
    (_, most, least, jumps) => {
      expectFound(
        tallyAll((_, random) => madeText(random), 1000, most),
        least,
        jumps,
      )
    },
    120_000,
  )

  it.skipIf(real.length === 0).each([
    ['up to four', 4, 5000],
    ['up to twenty', 20, 2000],
  ])(
    'of real interviews, %s at a time, what stands is found and nothing is put elsewhere (skipped without ../shared)',
    (_, most, least) => {
      expectFound(tallyAll(part, 1000, most), least)
    },
    120_000,
  )
})
