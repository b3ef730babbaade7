import { passingColumns } from '../../recognise/columns.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { tokenize } from '../../recognise/tokenize.js'
import { gap, shape, type Tokens } from '../../recognise/tokens.js'
import { isEnglishWord } from './englishForms.js'
import { anyName, anyWord, flag } from './flags.js'
import { type Lexicon, lexicon } from './lexicon.js'
import { headOf, near } from './triggers.js'

/** A text as the rules read it: tokens, what is known of each, and where it is written without capitals. */
export interface Reading {
  readonly text: string
  readonly tokens: Tokens
  readonly lexicon: Lexicon
  /** Bits of `flag`. */
  readonly word: Int32Array
  /** Bits of `near`. */
  readonly near: Int32Array
  /** Bits of `headOf`. */
  readonly head: Int32Array
  /** For each place the first token from there on that a rule may be about: not one of the words that every sentence is made of. */
  readonly ahead: Int32Array
  /** 1 where capitals say nothing: lines without them, as speech recognition writes, and lines of nothing else. */
  readonly plain: Uint8Array
  /** 1 where a token begins a sentence, a turn or a line. */
  readonly begins: Uint8Array
}

/** Reads a text. */
export function readText(text: string): Reading {
  const tokens = tokenize(text, passingColumns())
  const known = lexicon()
  const { count, hash, shape: shapes, columns } = tokens
  const word = columns.int32(count)
  const nearBits = columns.int32(count)
  const headBits = columns.int32(count)
  const forms = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    const h = hash[i]!
    const form = shapes[i]!
    if (form === shape.digits) continue
    const close = near.of(h)
    nearBits[i] = close
    // Half of what is said: no name and no noun of a name.
    if ((close & near.bit.stop) !== 0) {
      word[i] = flag.frequency
      continue
    }
    const of = headOf.of(h)
    headBits[i] = of
    let bits = known.words.flags(h)
    if (bits === 0 && close === 0 && of === 0 && form !== shape.alnum) {
      const seen = forms.get(h)
      bits = seen ?? formBits(tokens, i, known)
      if (seen === undefined) forms.set(h, bits)
    } else if ((bits & anyWord) === 0 && (close !== 0 || of !== 0)) bits |= 1
    // A form of a word that shares its hash with a name.
    else if ((bits & anyWord) === 0 && form === shape.lower && (bits & (flag.first | flag.surname | flag.proper)) !== 0) {
      const seen = forms.get(h)
      const made = seen ?? formBits(tokens, i, known)
      if (seen === undefined) forms.set(h, made)
      if (made === flag.form) bits = flag.form
    }
    word[i] = bits
  }
  const begins = beginnings(tokens)
  const ahead = notable(tokens, word, nearBits, headBits)
  return { text, tokens, lexicon: known, word, near: nearBits, head: headBits, ahead, plain: plainLines(tokens, begins), begins }
}

const { title, kin, naming, stop } = near.bit
const announcing = title | kin | naming
const named = anyName | flag.job | flag.odd

function notable({ count, shape: shapes, columns }: Tokens, word: Int32Array, close: Int32Array, head: Int32Array): Int32Array {
  const ahead = columns.int32(count + 1)
  let next = count
  ahead[count] = count
  for (let i = count - 1; i >= 0; i--) {
    const bits = close[i]!
    const said = shapes[i] === shape.lower && (word[i]! & named) === 0 && head[i] === 0 && (bits === 0 || (bits & stop) !== 0)
    if (!said || (i > 0 && (close[i - 1]! & announcing) !== 0)) next = i
    ahead[i] = next
  }
  return ahead
}

/** What a word that is not listed is by its form. */
function formBits(tokens: Tokens, at: number, { words }: Lexicon): number {
  const length = tokens.length[at]!
  if (length < 3) return 0
  if (length > 30) return flag.form
  const letters = foldedWord(tokens, at)
  return isEnglishWord(letters, one => (words.flagsOf(one) & flag.frequency) !== 0) ? flag.form : flag.odd
}

const ends = gap.start | gap.line | gap.stop | gap.colon | gap.open

function beginnings({ count, gap: gaps, length, shape: shapes, hash, columns }: Tokens): Uint8Array {
  const begins = columns.uint8(count)
  const { title } = near.bit
  for (let i = 0; i < count; i++) {
    const before = gaps[i]!
    if ((before & ends) === 0) continue
    // The dot of an initial, of "Dr." or of a number ends no sentence.
    const dotOnly = (before & (ends & ~gap.stop)) === 0 && (before & gap.dot) !== 0
    if (
      dotOnly &&
      i > 0 &&
      shapes[i - 1] === shape.capital &&
      (length[i - 1]! === 1 || (length[i - 1]! < 4 && (near.of(hash[i - 1]!) & title) !== 0))
    )
      continue
    if (dotOnly && (before & gap.space) === 0) continue
    begins[i] = 1
  }
  return begins
}

/** Lines whose words have no capitals, "I" and the first word apart; and lines in capitals. */
function plainLines({ count, shape: shapes, gap: gaps, length, columns }: Tokens, begins: Uint8Array): Uint8Array {
  const plain = columns.uint8(count)
  for (let from = 0; from < count; ) {
    let to = from + 1
    let capitals = 0
    let shouted = shapes[from] === shape.capitals ? 1 : 0
    let stops = 0
    let words = shapes[from] === shape.lower ? 1 : 0
    while (to < count && (gaps[to]! & gap.line) === 0) {
      const form = shapes[to]!
      if (form === shape.capital || form === shape.mixed) capitals += length[to]! > 1 ? 1 : 0
      else if (form === shape.capitals) shouted++
      else if (form === shape.lower) words++
      if (begins[to] === 1 && (gaps[to]! & gap.colon) === 0) stops++
      to++
    }
    const first = shapes[from]!
    const opens = (first === shape.capital || first === shape.mixed) && length[from]! > 1
    const spoken = capitals === 0 && shouted === 0 && (opens ? words > 8 && stops === 0 : words > 0)
    const loud = shouted > 3 && words * 4 < shouted && capitals * 4 < shouted
    if (spoken || loud) plain.fill(1, from, to)
    from = to
  }
  return plain
}
