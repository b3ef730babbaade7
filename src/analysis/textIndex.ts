import { eachWord, foldWord, type Language, sentencesIn } from '../language/index.js'
import type { Span, Transcript } from '../study/index.js'
import { withheldIn } from './withheld.js'

/** A word as it is compared. */
export interface WordForm {
  readonly form: string
  readonly stem: string
  readonly isStop: boolean
}

/** Whole sentences of one turn, up to forty words; a longer sentence stands alone, and one of more than eighty is cut. */
export interface Passage extends Span {
  /** Where its turn stands in `transcript.turns`; null in a text without turns. */
  readonly turn: number | null
  readonly asks: boolean
  /** Its words: from here, up to but not including there. */
  readonly from: number
  readonly to: number
}

/** The words of a transcript's turns, made ready for looking through many times. What stands where nothing may be quoted is no word. */
export interface TextIndex {
  readonly forms: readonly WordForm[]
  /** Per word of the text, in order: which of the forms it is, where it stands, in which passage. */
  readonly words: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly passageOf: Int32Array
  readonly passages: readonly Passage[]
  /** The sentences the passages are made of. */
  readonly sentences: readonly Passage[]
  /** Where a form stands, in order. */
  placesOf(form: number): Int32Array
  /** Which forms have a stem. */
  withStem(stem: string): readonly number[]
}

const mostWords = 40
const longestSentence = 80
const mostRemembered = 200_000

const known = new WeakMap<object, { readonly language: Language | null; readonly index: TextIndex }[]>()
const remembered = new WeakMap<object, Map<string, WordForm>>()
const noLanguage = {}
const noAbbreviations: ReadonlySet<string> = new Set()

/** A word as a language compares it; without a language its stem is the word, and no word is without meaning. */
export function wordForm(language: Language | null, written: string): WordForm {
  const words = remembered.get(language ?? noLanguage) ?? new Map<string, WordForm>()
  const found = words.get(written)
  if (found !== undefined) return found
  const form = foldWord(written)
  const isStop = language !== null && (language.stopWords.has(written.toLowerCase()) || language.stopWords.has(form))
  const made = { form, stem: language === null ? form : language.stem(form), isStop }
  if (words.size >= mostRemembered) words.clear()
  words.set(written, made)
  remembered.set(language ?? noLanguage, words)
  return made
}

/** The index of a transcript in a language. Made once for as long as the transcript is the same. */
export function textIndexOf(transcript: Pick<Transcript, 'text' | 'turns' | 'extra'>, language: Language | null): TextIndex {
  const made = known.get(transcript) ?? []
  const found = made.find(one => one.language === language)
  if (found !== undefined) return found.index
  const index = indexText(transcript, language)
  known.set(transcript, [...made, { language, index }])
  return index
}

interface Building {
  readonly language: Language | null
  readonly gaps: readonly Span[]
  readonly ids: Map<WordForm, number>
  readonly words: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly sentences: Passage[]
}

function indexText(transcript: Pick<Transcript, 'text' | 'turns' | 'extra'>, language: Language | null): TextIndex {
  const { text, turns } = transcript
  const building: Building = { language, gaps: withheldIn(transcript), ids: new Map(), words: [], starts: [], ends: [], sentences: [] }
  if (turns.length === 0) addStretch(building, text, { start: 0, end: text.length }, null, false)
  for (const [at, turn] of turns.entries()) addStretch(building, text, turn, at, turn.asks)
  const words = Int32Array.from(building.words)
  const passageOf = new Int32Array(words.length)
  const passages = joinSentences(building.sentences)
  for (const [at, passage] of passages.entries()) passageOf.fill(at, passage.from, passage.to)
  const forms = [...building.ids.keys()]
  return {
    forms,
    words,
    starts: Int32Array.from(building.starts),
    ends: Int32Array.from(building.ends),
    passageOf,
    sentences: building.sentences,
    passages,
    ...placesPerForm(words, forms),
  }
}

/** Adds the words of one turn, and its sentences. */
function addStretch(building: Building, text: string, { start, end }: Span, turn: number | null, asks: boolean): void {
  const said = text.slice(start, end)
  const first = building.words.length
  eachWord(said, (from, to) => {
    if (building.gaps.some(gap => gap.start <= start + from && start + to <= gap.end)) return
    const form = wordForm(building.language, said.slice(from, to))
    const id = building.ids.get(form) ?? building.ids.size
    building.ids.set(form, id)
    building.words.push(id)
    building.starts.push(start + from)
    building.ends.push(start + to)
  })
  if (building.words.length === first) return
  const sentences = building.language?.sentences(said) ?? sentencesIn(said, noAbbreviations)
  let from = first
  for (const sentence of sentences) {
    let to = from
    while (to < building.words.length && building.starts[to]! < start + sentence.end) to++
    if (to === from) continue
    building.sentences.push(...cut(building, { turn, asks, from, to, start: start + sentence.start, end: start + sentence.end }))
    from = to
  }
}

/** A stretch without full stops, as a machine writes it, in pieces of forty words. */
function cut({ starts, ends }: Building, whole: Passage): readonly Passage[] {
  const { from: first, to: last } = whole
  if (last - first <= longestSentence) return [whole]
  return Array.from({ length: Math.ceil((last - first) / mostWords) }, (_, i) => {
    const from = first + i * mostWords
    const to = Math.min(last, from + mostWords)
    return { ...whole, from, to, start: i === 0 ? whole.start : starts[from]!, end: to === last ? whole.end : ends[to - 1]! }
  })
}

/** Joins sentences that follow each other in a turn into passages of up to forty words. */
export function joinSentences(sentences: readonly Passage[]): readonly Passage[] {
  const joined: Passage[] = []
  for (const sentence of sentences) {
    const open = joined.at(-1)
    const goesOn = open !== undefined && open.to === sentence.from && open.turn === sentence.turn && sentence.to - open.from <= mostWords
    if (goesOn) joined[joined.length - 1] = { ...open, to: sentence.to, end: sentence.end }
    else joined.push(sentence)
  }
  return joined
}

function placesPerForm(words: Int32Array, forms: readonly WordForm[]): Pick<TextIndex, 'placesOf' | 'withStem'> {
  const ends = new Int32Array(forms.length + 1)
  for (const word of words) ends[word + 1]!++
  for (let form = 0; form < forms.length; form++) ends[form + 1]! += ends[form]!
  const next = ends.slice()
  const places = new Int32Array(words.length)
  for (let at = 0; at < words.length; at++) places[next[words[at]!]!++] = at
  const byStem = new Map<string, number[]>()
  for (const [id, { stem }] of forms.entries()) {
    const there = byStem.get(stem)
    if (there === undefined) byStem.set(stem, [id])
    else there.push(id)
  }
  return { placesOf: form => places.subarray(ends[form]!, ends[form + 1]!), withStem: stem => byStem.get(stem) ?? [] }
}
