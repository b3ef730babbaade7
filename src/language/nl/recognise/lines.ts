import { gap, shape, type Tokens } from '../../recognise/tokens.js'
import { particle } from './particles.js'
import { near } from './triggers.js'

const ends = gap.start | gap.line | gap.stop | gap.colon | gap.open

/** "[lacht] Goede vraag", "<v Respondent>Goede vraag": what is in brackets stands before a sentence. */
const behindRemark = ({ text, end, start, gap: gaps }: Tokens, at: number) =>
  at > 0 && (gaps[at]! & gap.close) !== 0 && /^(?:[\])]\s|>)/u.test(text.slice(end[at - 1]!, Math.min(start[at]!, end[at - 1]! + 2)))

export function beginnings(tokens: Tokens): Uint8Array {
  const { count, gap: gaps, length, shape: shapes, columns } = tokens
  const begins = columns.uint8(count)
  for (let i = 0; i < count; i++) {
    const before = gaps[i]!
    if ((before & ends) === 0) {
      if (behindRemark(tokens, i)) begins[i] = 1
      continue
    }
    if (before === (gap.hyphen | gap.line)) continue
    // The dot of an initial or of a number ends no sentence.
    const dotOnly = (before & (ends & ~gap.stop)) === 0 && (before & gap.dot) !== 0
    if (dotOnly && i > 0 && length[i - 1]! === 1 && (shapes[i - 1] === shape.capital || particle(tokens.hash[i - 1]!))) continue
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
export function plainLines({ count, shape: shapes, gap: gaps, length, columns }: Tokens, begins: Uint8Array): Uint8Array {
  const plain = columns.uint8(count)
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
export function foreignLines({ count, gap: gaps, columns }: Tokens, nearBits: Int32Array): Uint8Array {
  const foreign = columns.uint8(count)
  const { english, stopWord } = near.bit
  let from = 0
  let balance = 0
  let all = 0
  for (let i = 0; i <= count; i++) {
    if (i === count || (gaps[i]! & gap.line) !== 0) {
      if (all > 1 && balance > 0) foreign.fill(1, from, i)
      from = i
      balance = 0
      all = 0
      if (i === count) break
    }
    const bits = nearBits[i]!
    if ((bits & english) !== 0) {
      balance++
      all++
    } else if ((bits & stopWord) !== 0) balance -= 2
  }
  return foreign
}

/** In subtitles the lines of one cue are one line of talk: a line end behind words, with no empty line and no sentence that ends. */
function unwrapCues({ text, count, gap: gaps, shape: shapes, start, end }: Tokens): void {
  let letters = false
  for (let i = 0; i < count; i++) {
    if ((gaps[i]! & gap.line) !== 0) {
      if (
        letters &&
        (gaps[i]! & (gap.stop | gap.colon)) === 0 &&
        start[i]! - end[i - 1]! < 4 &&
        !/\n[^\n]*\n/u.test(text.slice(end[i - 1]!, start[i]!))
      )
        gaps[i] = (gaps[i]! & ~gap.line) | gap.space
      else letters = false
    }
    if (shapes[i]! < shape.digits) letters = true
  }
}

/** In text broken into lines of one width a line end inside a sentence is a space. */
export function unwrapLines(tokens: Tokens): void {
  const { text, count, gap: gaps, start, end } = tokens
  if (text.includes('-->')) unwrapCues(tokens)
  let long = 0
  let longest = 0
  let from = 0
  for (let i = 1; i < count; i++) {
    if ((gaps[i]! & gap.line) === 0) continue
    const width = lineWidth(tokens, from, i - 1)
    if (width > longest) longest = width
    if (width > 55) long++
    from = i
  }
  if (long < 4 || longest > 110) return
  from = 0
  for (let i = 1; i < count; i++) {
    if ((gaps[i]! & gap.line) === 0) continue
    const width = lineWidth(tokens, from, i - 1)
    from = i
    const between = text.slice(end[i - 1]!, Math.min(start[i]!, end[i - 1]! + 4))
    const speaker = i + 1 < count && ((gaps[i + 1]! | gaps[i + 2]!) & gap.colon) !== 0
    if (width > 45 && (gaps[i]! & (gap.stop | gap.colon)) === 0 && !/\n[^\n]*\n/u.test(between) && !speaker)
      gaps[i] = (gaps[i]! & ~gap.line) | gap.space
  }
}

/** How wide the last line is of those from one token to another: a word broken off at a line's end is one token of two lines. */
function lineWidth({ text, start, end, hasBroken }: Tokens, first: number, last: number): number {
  if (!hasBroken) return end[last]! - start[first]!
  const broken = text.slice(start[first]!, end[last]!).lastIndexOf('\n')
  return end[last]! - start[first]! - (broken + 1)
}
