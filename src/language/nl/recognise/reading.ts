import { tokenize } from '../../recognise/tokenize.js'
import { gap, shape, type Tokens } from '../../recognise/tokens.js'
import { isCompoundOf, isFormOf } from './dutchForms.js'
import { anyName, flag } from './flags.js'
import { foldedWord } from './foldedWord.js'
import { interest, interestBits, interestOf } from './interest.js'
import { type Lexicon, lexicon } from './lexicon.js'
import { kindOf, near } from './triggers.js'

/** A text as the rules read it: tokens, what is known of each, and where it is written without capitals. */
export interface Reading {
  readonly text: string
  readonly tokens: Tokens
  readonly lexicon: Lexicon
  /** Bits of `flag`. */
  readonly word: Int32Array
  /** Bits of `near`. */
  readonly near: Int32Array
  /** Bits of `kindOf`. */
  readonly kindOf: Int32Array
  /** 1 where the line is written without capitals, as speech recognition does. */
  readonly plain: Uint8Array
  /** 1 where the line is written in English. */
  readonly foreign: Uint8Array
  /** 1 where a token begins a sentence, a turn or a line. */
  readonly begins: Uint8Array
  /** The tokens that a kind of rule looks at: a bit of `interest`. */
  readonly at: (interest: number) => readonly number[]
  /** The same number for every token that is the same word, from 1 on. */
  readonly ids: Int32Array
}

/** Reads a text. */
export function readText(text: string): Reading {
  const tokens = tokenize(text)
  unwrapLines(tokens)
  const known = lexicon()
  const { count, shape: shapes, gap: gaps } = tokens
  const word = new Int32Array(count)
  const nearBits = new Int32Array(count)
  const kindBits = new Int32Array(count)
  const seen = distinctWords(tokens, known)
  const places: number[][] = Array.from({ length: interestBits }, () => [])
  for (let i = 0; i < count; i++) {
    const id = seen.ids[i]!
    word[i] = seen.word[id]!
    nearBits[i] = seen.near[id]!
    kindBits[i] = seen.kindOf[id]!
    let mask = seen.interest[id]!
    if (shapes[i] !== shape.lower) mask |= shapes[i]! >= shape.digits ? interest.number : interest.name
    if ((gaps[i]! & (gap.at | gap.hyphen)) !== 0) mask |= (gaps[i]! & gap.at) !== 0 ? interest.online : interest.hyphen
    while (mask !== 0) {
      places[31 - Math.clz32(mask & -mask)]!.push(i)
      mask &= mask - 1
    }
  }
  const begins = beginnings(tokens)
  const at = (of: number) => places[31 - Math.clz32(of)]!
  return {
    text,
    tokens,
    lexicon: known,
    word,
    near: nearBits,
    kindOf: kindBits,
    plain: plainLines(tokens, begins),
    foreign: foreignLines(tokens, nearBits),
    begins,
    at,
    ids: seen.ids,
  }
}

/** The different words of a text: which each token is, and what is known of them, worked out once each. */
function distinctWords(tokens: Tokens, known: Lexicon) {
  const { count, hash, shape: shapes } = tokens
  const ids = new Int32Array(count)
  let slots = new Int32Array(1024)
  let mask = slots.length - 1
  let hashes = new Int32Array(512)
  let size = 1
  const word: number[] = [0]
  const nears: number[] = [0]
  const kinds: number[] = [0]
  const interests: number[] = [0]
  const learn = (i: number) => {
    const h = hash[i]!
    const close = near.of(h)
    const of = kindOf.of(h)
    let bits = shapes[i]! >= shape.digits ? 0 : known.words.flags(h)
    if (bits === 0 && close === 0 && of === 0 && shapes[i]! < shape.digits) bits = formBits(tokens, i, known)
    word.push(bits)
    nears.push(close)
    kinds.push(of)
    interests.push(interestOf(tokens, i, known, bits, close, of))
  }
  const grow = () => {
    const old = hashes
    hashes = new Int32Array(old.length * 2)
    hashes.set(old)
    slots = new Int32Array(slots.length * 2)
    mask = slots.length - 1
    for (let id = 1; id < size; id++) {
      let slot = hashes[id]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = id
    }
  }
  for (let i = 0; i < count; i++) {
    const h = hash[i]!
    let slot = h & mask
    let id = slots[slot]!
    while (id !== 0 && hashes[id] !== h) {
      slot = (slot + 1) & mask
      id = slots[slot]!
    }
    if (id === 0) {
      id = size++
      hashes[id] = h
      slots[slot] = id
      learn(i)
      if (size === hashes.length) grow()
    }
    ids[i] = id
  }
  return { ids, word, near: nears, kindOf: kinds, interest: interests }
}

/** Latin of the body, medicines, diseases. */
const medical =
  /(?:aris|alis|icus|orum|atum|itis|osis|oses|emie|emia|pathie|grafie|scopie|ectomie|tomie|pine|pril|olol|statine|mycine|cilline|mab|nib|azol|azine|afine|oxetine|sartan|xaban|gliptine|vir|idine|amide)$/u

/** What a word that is not listed is by its form. */
function formBits(tokens: Tokens, at: number, { words }: Lexicon): number {
  const length = tokens.length[at]!
  if (length < 3) return 0
  if (length > 40) return flag.odd
  if (length > 14 && tokens.shape[at] === shape.lower) return flag.form | flag.compound
  const letters = foldedWord(tokens, at)
  const has = (one: string, asPart = false) => {
    const found = words.flagsOf(one)
    return asPart && one.length < 5 ? (found & flag.frequency) > 2 : (found & (flag.frequency | flag.notName)) !== 0
  }
  if (isFormOf(letters, has)) return flag.form
  if (length > 7 && medical.test(letters)) return flag.form
  if (isCompoundOf(letters, has)) return flag.form | flag.compound
  if (!/[aeiouy]/u.test(letters)) return tokens.shape[at] === shape.lower ? 0 : flag.odd
  if (letters.endsWith('s')) {
    const base = words.flagsOf(letters.slice(0, -1))
    if ((base & anyName) !== 0 && (base & flag.frequency) === 0) return (base & ~flag.frequency) | flag.genitive
  }
  return flag.odd
}

const ends = gap.start | gap.line | gap.stop | gap.colon | gap.open

/** "[lacht] Goede vraag", "<v Respondent>Goede vraag": what is in brackets stands before a sentence. */
const behindRemark = ({ text, end, start, gap: gaps }: Tokens, at: number) =>
  at > 0 && (gaps[at]! & gap.close) !== 0 && /^(?:[\])]\s|>)/u.test(text.slice(end[at - 1]!, Math.min(start[at]!, end[at - 1]! + 2)))

function beginnings(tokens: Tokens): Uint8Array {
  const { count, gap: gaps, length, shape: shapes } = tokens
  const begins = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const before = gaps[i]!
    if ((before & ends) === 0) {
      if (behindRemark(tokens, i)) begins[i] = 1
      continue
    }
    if (before === (gap.hyphen | gap.line)) continue
    // The dot of an initial or of a number ends no sentence.
    const dotOnly = (before & (ends & ~gap.stop)) === 0 && (before & gap.dot) !== 0
    if (dotOnly && i > 0 && length[i - 1]! === 1 && shapes[i - 1] === shape.capital) continue
    if (dotOnly && (before & gap.space) === 0) continue
    // "J. Th. Bakker"
    if (
      dotOnly &&
      i > 1 &&
      length[i - 1]! < 4 &&
      length[i - 2] === 1 &&
      shapes[i - 1] === shape.capital &&
      shapes[i - 2] === shape.capital &&
      (gaps[i - 1]! & gap.dot) !== 0
    )
      continue
    begins[i] = 1
  }
  return begins
}

/** Lines without a capital but at their start; with no more punctuation than a stray mark. */
function plainLines({ count, shape: shapes, gap: gaps, length }: Tokens, begins: Uint8Array): Uint8Array {
  const plain = new Uint8Array(count)
  // Whether the line before began with a capital, or went on from one that did: its sentence goes on in the next line.
  let wrapped = false
  for (let from = 0; from < count; ) {
    let to = from + 1
    let capitals = 0
    let stops = 0
    let words = shapes[from] === shape.lower ? 1 : 0
    while (to < count && (gaps[to]! & gap.line) === 0) {
      const form = shapes[to]!
      if (form === shape.capital || form === shape.capitals || form === shape.mixed) capitals += length[to]! > 1 ? 1 : 0
      else if (form === shape.lower) words++
      if (begins[to] === 1 && (gaps[to]! & gap.colon) === 0) stops++
      to++
    }
    const goesOn = wrapped && from > 0 && shapes[from] === shape.lower && (gaps[from]! & (gap.stop | gap.colon)) === 0 && words > 2
    if (goesOn) {
      from = to
      continue
    }
    const first = shapes[from]!
    wrapped = first !== shape.lower && to - from > 4
    const opens = (first === shape.capital || first === shape.mixed) && length[from]! > 1
    const most = opens ? words > 6 && stops === 0 : words > 0
    if (capitals === 0 && most) plain.fill(1, from, to)
    from = to
  }
  return plain
}

/** Lines of which more is English than Dutch by the words that every sentence has. */
function foreignLines({ count, gap: gaps }: Tokens, nearBits: Int32Array): Uint8Array {
  const foreign = new Uint8Array(count)
  for (let from = 0; from < count; ) {
    let to = from
    let english = 0
    let dutch = 0
    do {
      const bits = nearBits[to]!
      if ((bits & near.bit.english) !== 0) english++
      else if ((bits & near.bit.stopWord) !== 0) dutch++
      to++
    } while (to < count && (gaps[to]! & gap.line) === 0)
    if (english > 1 && english > dutch * 2) foreign.fill(1, from, to)
    from = to
  }
  return foreign
}

/** In subtitles the lines of one cue are one line of talk. */
function unwrapCues(text: string, { count, gap: gaps, start, end }: Pick<Tokens, 'count' | 'gap' | 'start' | 'end'>): void {
  for (let i = 1; i < count; i++) {
    if ((gaps[i]! & gap.line) === 0 || (gaps[i]! & (gap.stop | gap.colon)) !== 0) continue
    const from = text.lastIndexOf('\n', start[i]! - 1)
    const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
    // The line before is one of talk, and no time or number of a cue.
    if (/\p{L}/u.test(line) && !line.includes('-->') && from >= end[i - 1]! && start[i]! - end[i - 1]! < 4)
      gaps[i] = (gaps[i]! & ~gap.line) | gap.space
  }
}

/** In text broken into lines of one width a line end inside a sentence is a space. */
function unwrapLines({ text, count, gap: gaps, start, end }: Tokens): void {
  if (text.includes('-->')) unwrapCues(text, { count, gap: gaps, start, end })
  let long = 0
  let longest = 0
  let from = 0
  for (let i = 1; i < count; i++) {
    if ((gaps[i]! & gap.line) === 0) continue
    const width = end[i - 1]! - start[from]!
    if (width > longest) longest = width
    if (width > 55) long++
    from = i
  }
  if (long < 4 || longest > 110) return
  from = 0
  for (let i = 1; i < count; i++) {
    if ((gaps[i]! & gap.line) === 0) continue
    const width = end[i - 1]! - start[from]!
    from = i
    const between = text.slice(end[i - 1]!, Math.min(start[i]!, end[i - 1]! + 4))
    const speaker = i + 1 < count && ((gaps[i + 1]! | gaps[i + 2]!) & gap.colon) !== 0
    if (width > 45 && (gaps[i]! & (gap.stop | gap.colon)) === 0 && !/\n[^\n]*\n/u.test(between) && !speaker)
      gaps[i] = (gaps[i]! & ~gap.line) | gap.space
  }
}
