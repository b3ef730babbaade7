import { type Columns, ownColumns } from './columns.js'
import { kind, letterTable, unitKind } from './letterTable.js'
import { gap, shape, type Tokens } from './tokens.js'
import { hashEnd, hashStart, hashStep } from './wordHash.js'

const gapOf: Readonly<Record<string, number>> = {
  '.': gap.stop | gap.dot,
  '!': gap.stop,
  '?': gap.stop,
  '…': gap.stop,
  ',': gap.comma,
  ':': gap.colon,
  ';': gap.stop,
  '/': gap.slash,
  '@': gap.at,
  '(': gap.open,
  '[': gap.open,
  '{': gap.open,
  '<': gap.open,
  '‹': gap.open | gap.other,
  '"': gap.open | gap.close,
  '“': gap.open,
  '„': gap.open,
  '«': gap.open,
  '”': gap.close,
  '»': gap.close,
  ')': gap.close,
  ']': gap.close,
  '}': gap.close,
  '>': gap.close,
  '›': gap.close | gap.other,
  '&': gap.and,
}
const gaps = new Uint16Array(0x10000).fill(gap.other)
for (const [char, bits] of Object.entries(gapOf)) gaps[char.charCodeAt(0)] = bits

const opened = '‹'.charCodeAt(0)
const closed = '›'.charCodeAt(0)

/**
 * Takes a text apart into tokens, in one pass and without making strings.
 *
 * A hyphen at the end of a line before a lower-case letter is a word broken off: one token. A token holds letters and digits.
 */
export function tokenize(text: string, columns: Columns = ownColumns): Tokens {
  const { kinds, folds, complete } = letterTable
  const { length } = text
  let room = (length >> 2) + 8
  let start = columns.int32(room)
  let end = columns.int32(room)
  let hashes = columns.int32(room)
  let shapes = columns.uint8(room)
  let gapBits = columns.uint16(room)
  let lengths = columns.uint8(room)
  const replaced: number[] = []
  let openAt = -1
  let hasBroken = false
  let count = 0
  let between: number = gap.start
  let at = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    if (unit === 32) {
      between |= gap.space
      at++
      continue
    }
    if (unit >= complete) unitKind(unit)
    const first = kinds[unit]!
    if (first === 0 || first > 3) {
      if (first === kind.space) between |= gap.space
      else if (first === kind.line) between |= gap.line
      else if (first === kind.hyphen) between |= gap.hyphen
      else if (first === kind.apostrophe) between |= gap.apostrophe
      else if (first !== kind.silent) {
        between |= gaps[unit]!
        if (unit === opened && openAt < 0) openAt = at
        else if (unit === closed && openAt >= 0) {
          replaced.push(openAt, at + 1)
          openAt = -1
        }
      }
      at++
      continue
    }
    if (count + 2 > room) {
      room *= 2
      start = copied(start, columns.int32(room))
      end = copied(end, columns.int32(room))
      hashes = copied(hashes, columns.int32(room))
      shapes = copied(shapes, columns.uint8(room))
      gapBits = copied(gapBits, columns.uint16(room))
      lengths = copied(lengths, columns.uint8(room))
    }
    let hash = hashStart
    let capitals = 0
    let lowers = 0
    let digits = 0
    const from = at
    let last = at
    let current = first
    let code = unit
    // Most tokens are small Latin letters with a space behind them.
    while (code > 96 && code < 123) {
      hash = Math.imul(hash ^ code, 0x01000193)
      at++
      code = at < length ? text.charCodeAt(at) : 32
    }
    if (code === 32) {
      start[count] = from
      end[count] = at
      hashes[count] = hashEnd(hash)
      lengths[count] = Math.min(at - from, 255)
      shapes[count] = shape.lower
      gapBits[count] = between
      between = at < length ? gap.space : 0
      at++
      count++
      continue
    }
    if (at > from) {
      lowers = at - from
      last = at - 1
      if (code >= complete) unitKind(code)
      current = kinds[code]!
    }
    for (;;) {
      if (current === 0 || current > 4) {
        const next = current === kind.hyphen && lowers > 0 ? brokenOff(text, at) : 0
        if (next === 0) break
        hasBroken = true
        at = next
        code = text.charCodeAt(at)
        if (code >= complete) unitKind(code)
        current = kinds[code]!
      }
      if (current === kind.letter) lowers++
      else if (current === kind.capital) capitals++
      else if (current === kind.digit) digits++
      if (current !== kind.silent) {
        hash = hashStep(hash, folds[code]!)
        last = at
      } else if (code !== 0xad) last = at
      at++
      code = at < length ? text.charCodeAt(at) : 0
      while (code > 96 && code < 123) {
        hash = Math.imul(hash ^ code, 0x01000193)
        lowers++
        last = at
        at++
        code = at < length ? text.charCodeAt(at) : 0
      }
      if (at >= length) break
      if (code >= complete) unitKind(code)
      current = kinds[code]!
    }
    start[count] = from
    end[count] = last + 1
    hashes[count] = hashEnd(hash)
    const letters = capitals + lowers
    lengths[count] = Math.min(letters + digits, 255)
    shapes[count] = shapeOf(letters, capitals, lowers, digits, first)
    gapBits[count] = between
    between = 0
    count++
  }
  gapBits[count] = between
  return { text, count, start, end, hash: hashes, shape: shapes, gap: gapBits, length: lengths, replaced, hasBroken, columns }
}

/** Where a word goes on that was broken off at the end of its line by the hyphen at `at`; 0 when it was not. */
function brokenOff(text: string, at: number): number {
  let next = at + 1
  let lines = 0
  // A line end with a few spaces around it, no empty line.
  while (next < text.length && next < at + 12) {
    const found = unitKind(text.charCodeAt(next))
    if (found === kind.line) lines++
    else if (found !== kind.space) return lines > 0 && lines < 3 && found === kind.letter && goesOn(text, next) ? next : 0
    next++
  }
  return 0
}

/** "jeugd-\nen gezinscoach" is no word broken off. */
function goesOn(text: string, at: number): boolean {
  const word = text.slice(at, at + 3)
  return !/^(?:en|of|and|or)[^\p{L}]?$|^(?:en|of|or)\s/u.test(word)
}

function shapeOf(letters: number, capitals: number, lowers: number, digits: number, first: number): number {
  if (letters === 0) return shape.digits
  if (digits > 0) return shape.alnum
  if (capitals === 0) return shape.lower
  if (lowers === 0) return letters === 1 ? shape.capital : shape.capitals
  return capitals === 1 && first === kind.capital ? shape.capital : shape.mixed
}

function copied<A extends Int32Array | Uint16Array | Uint8Array>(old: A, next: A): A {
  next.set(old)
  return next
}
