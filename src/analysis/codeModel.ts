import type { Code, Coding, Study } from '../study/index.js'
import { countable, type Said } from './countable.js'
import { type Amounts, FeatureReader, wordsAround, wordsInside } from './features.js'
import type { Languages } from './languagesIn.js'
import { type TextIndex, textIndexOf } from './textIndex.js'

/** A coded fragment, or what the codebook says of a code, as a vector of length 1. */
interface Example {
  readonly codes: readonly string[]
  readonly weight: number
  readonly said: readonly Said[]
  readonly amounts: Amounts
}

/** What was learnt of one code. */
export interface Learnt {
  readonly code: Code
  /** The middle of its examples, a vector of length 1. */
  readonly centre: Amounts
  /** Its fragments as vectors, each with the codings that make it. */
  readonly fragments: readonly { readonly vector: Amounts; readonly said: readonly Said[] }[]
}

/** What a study's codings and its codebook teach of its codes. */
export interface CodeModel {
  readonly reader: FeatureReader
  readonly learnt: readonly Learnt[]
  /** Distinct fragments learnt from. */
  readonly fragments: number
  /** How telling a feature is: rare ones more. */
  readonly rarity: (stem: number) => number
  readonly vector: (amounts: Amounts) => Amounts
}

/** What the codebook says of a code counts as two fragments. */
const definitionWeight = 2

interface Text {
  readonly codes: readonly string[]
  readonly weight: number
  readonly said: readonly Said[]
  readonly index: TextIndex
  readonly inside: readonly number[]
  readonly around: readonly number[]
}

const known = new WeakMap<Study, { readonly languages: string; readonly model: CodeModel }>()

/** The model of a study's codes. Made once per study; the codes that are no longer used are not learnt. */
export function codeModelOf(study: Study, languages: Languages): CodeModel {
  const spoken = [languages.own, ...study.transcripts.map(languages.of)].map(language => language?.id ?? '').join(' ')
  const cached = known.get(study)
  if (cached?.languages === spoken) return cached.model
  const model = learn(study, languages)
  known.set(study, { languages: spoken, model })
  return model
}

/**
 * Learns a centre per code: TF-IDF vectors of length 1 (1 + ln tf; ln((N + 1) / (n + 1)) + 1; Salton & Buckley, 1988), added up per code and made of
 * length 1 again (Rocchio, 1971, without negative examples; Han & Karypis, 2000). A text is as near to a code as the cosine of the two.
 */
function learn(study: Study, languages: Languages): CodeModel {
  const texts = [...fragmentTexts(study, languages), ...codeTexts(study, languages)]
  const reader = new FeatureReader(stemsOf(texts))
  const raw = texts.map(text => reader.amounts(text.index, text.inside, text.around))
  const having = new Map<number, number>()
  for (const amounts of raw) for (const stem of amounts.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  const rarity = (stem: number) => Math.log((texts.length + 1) / ((having.get(stem) ?? 0) + 1)) + 1
  const vector = (amounts: Amounts) => unit(new Map([...amounts].map(([stem, n]) => [stem, (n > 1 ? 1 + Math.log(n) : n) * rarity(stem)])))
  const examples = texts.map(({ codes, weight, said }, i) => ({ codes, weight, said, amounts: vector(raw[i]!) }))
  const learnt = centres(study, examples)
  return { reader, learnt, fragments: texts.filter(text => text.said.length > 0).length, rarity, vector }
}

function centres({ codes }: Study, examples: readonly Example[]): readonly Learnt[] {
  const byCode = new Map<string, Example[]>()
  for (const example of examples) {
    for (const code of example.codes) {
      const there = byCode.get(code)
      if (there === undefined) byCode.set(code, [example])
      else there.push(example)
    }
  }
  return inOrder(codes, code => code.id).flatMap(code => {
    const own = byCode.get(code.id)
    if (own === undefined || code.retired === true) return []
    const sum = new Map<number, number>()
    for (const { amounts, weight } of own) for (const [stem, n] of amounts) sum.set(stem, (sum.get(stem) ?? 0) + weight * n)
    const fragments = own.flatMap(({ said, amounts }) =>
      said.length === 0 ? [] : [{ vector: amounts, said: said.filter(one => one.coding.code === code.id) }],
    )
    return [{ code, centre: unit(sum), fragments }]
  })
}

/** Every coded fragment once, with all its codes. In an order that does not hang on that of the tables, so that sums are the same. */
function fragmentTexts(study: Study, languages: Languages): readonly Text[] {
  const transcripts = new Map(study.transcripts.map(transcript => [transcript.id, transcript]))
  const fragments = new Map<string, Said[]>()
  for (const said of countable(study)) {
    const { transcript, start, end } = said.coding
    const key = JSON.stringify([transcript, start, end])
    fragments.set(key, [...(fragments.get(key) ?? []), said])
  }
  return inOrder([...fragments], ([key]) => key).map(([, said]) => {
    const place: Coding = said[0]!.coding
    const transcript = transcripts.get(place.transcript)!
    const index = textIndexOf(transcript, languages.of(transcript))
    const inside = wordsInside(index, place)
    const codes = [...new Set(said.map(one => one.coding.code))]
    return { codes, weight: 1, said, index, inside, around: wordsAround(index, inside) }
  })
}

/** What the codebook says of each code: its name, what it means, when to use it. Not when not to: that tells of others. */
function codeTexts(study: Study, { own }: Languages): readonly Text[] {
  return inOrder(study.codes, code => code.id).map(({ id, name, definition, when }) => {
    const text = [name ?? id, definition, when].filter(part => part !== null).join('.\n')
    const index = textIndexOf({ text, turns: [], extra: {} }, own)
    const inside = Array.from(index.words, (_, at) => at)
    return { codes: [id], weight: definitionWeight, said: [], index, inside, around: [] }
  })
}

function stemsOf(texts: readonly Text[]): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const { index, inside, around } of texts) {
    for (const at of [...inside, ...around]) {
      const { stem, isStop } = index.forms[index.words[at]!]!
      if (!isStop && !stems.has(stem)) stems.set(stem, stems.size)
    }
  }
  return stems
}

/** A vector of length 1; one without length stays as it is. */
function unit(vector: Amounts): Amounts {
  let sum = 0
  for (const n of vector.values()) sum += n * n
  if (sum === 0) return vector
  const length = Math.sqrt(sum)
  return new Map([...vector].map(([stem, n]) => [stem, n / length]))
}

/** How near two vectors of length 1 are: 1 in the same direction, 0 when they share nothing. */
export function cosine(a: Amounts, b: Amounts): number {
  let sum = 0
  for (const [stem, n] of a) sum += n * (b.get(stem) ?? 0)
  return sum
}

function inOrder<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...all].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
