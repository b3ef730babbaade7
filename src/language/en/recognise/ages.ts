import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { isAskedFor, isBeside, isChild, isGivenAgain, isOfSomebody, isSaidToBe, isTime, isTurned } from './ageContexts.js'
import { type Findings, likely, sure } from './findings.js'
import { below100, ordinalAt } from './numberWords.js'
import type { Reading } from './reading.js'
import { said } from './stretches.js'
import { near } from './triggers.js'

const words = wordClasses({
  turn: 'aged age turned turning turns turn reached hits hit',
  /** What may follow an age: not a noun that is counted. */
  after:
    'a an and when then now but so or in with at she he i they who the next this last my her his which because as if like um eh uh er yeah you by it that we last to years year yr yrs year-old yo never still not odd plus ish something',
  old: 'years year yr yrs',
  plural: 'forties fifties sixties seventies eighties nineties thirties twenties teens',
  stage: 'early late mid her his my their our the',
  part: 'early late mid middle',
  months: 'months month weeks week days',
  birthday: 'birthday birthdays',
})
const { turn, after, old, plural, stage, part, months, birthday } = words.bit
const close = gap.space | gap.hyphen | gap.line
const before = gap.space | gap.line | gap.comma

/** Ages: the number or the words of a number, where they say how old somebody is. */
export function findAges(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: bits } = reading
  const { count, shape: shapes, length } = tokens
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if (found.claimed[i] !== 0) continue
    if (shapes[i] === shape.digits) {
      if (length[i]! > 3) continue
      const value = Number(tokens.text.slice(tokens.start[i], tokens.end[i]))
      if (value > 0 && value < 112) i = aged(reading, i, { value, end: i + 1 }, found) - 1
    } else if (shapes[i] === shape.alnum) withDigits(reading, i, found)
    else if ((bits[i]! & near.bit.number) !== 0) {
      const number = below100(tokens, i)
      if (!number) continue
      i = isBirthday(reading, i, found) ? i : aged(reading, i, number, found) - 1
    } else if ((bits[i]! & near.bit.ordinal) !== 0) isBirthday(reading, i, found)
    else if (i > 0 && length[i]! > 4 && tokens.text.charCodeAt(tokens.end[i]! - 1) === 0x73 && (words.of(tokens.hash[i]!) & plural) !== 0)
      decades(reading, i, found)
  }
}

/** Marks a number that is an age, and what is joined to it by "and" when both are; gives where to go on. */
function aged(reading: Reading, from: number, { value, end }: { value: number; end: number }, found: Findings): number {
  if (value < 1) return end
  // "eight months old": a baby's age is in the unit too.
  if (hasOld(reading, end, months)) {
    found.tokens(from, end + 1, 'AGE', likely)
    return end + 1
  }
  if (isAge(reading, found, from, end, value)) found.tokens(from, end, 'AGE', certain(reading, from, end))
  else {
    const pair = secondOf(reading, end)
    if (pair === 0 || !isBeside(reading, from)) return end
    found.tokens(from, end, 'AGE', likely)
    found.tokens(end + 1, pair, 'AGE', likely)
    return pair
  }
  return end
}

/** "nine and twelve" and nothing behind: one past the second number, 0 when there is none. */
function secondOf({ tokens }: Reading, at: number): number {
  if (at + 1 >= tokens.count || tokens.gap[at] !== gap.space || tokens.gap[at + 1] !== gap.space) return 0
  if (!/^and$/iu.test(tokens.text.slice(tokens.start[at], Math.min(tokens.end[at]!, tokens.start[at]! + 4)))) return 0
  const isDigits = tokens.shape[at + 1] === shape.digits && tokens.length[at + 1]! < 3
  const end = isDigits ? at + 2 : (below100(tokens, at + 1)?.end ?? 0)
  if (end === 0) return 0
  const apart = end >= tokens.count || (tokens.gap[end]! & ~(gap.space | gap.hyphen)) !== 0
  return apart || (words.of(tokens.hash[end]!) & after) !== 0 ? end : 0
}

/** "61yo", "60s" and "60th": the digits, where they say how old. */
function withDigits(reading: Reading, i: number, found: Findings): void {
  const { tokens } = reading
  const digits = /^(\d{1,3})(yo|yr|yrs|y|s|st|nd|rd|th)$/iu.exec(said(reading, i))
  if (!digits) return
  const ending = digits[2]!.toLowerCase()
  if (ending === 's') {
    if (/^[1-9]0$/u.test(digits[1]!)) decades(reading, i, found)
  } else if (ending.length === 2 && ending[0] !== 'y') isBirthday(reading, i, found)
  else found.units(tokens.start[i]!, tokens.start[i]! + digits[1]!.length, 'AGE', likely)
}

/** "her sixtieth birthday", "my 40th": the ordinal before the word. */
function isBirthday({ tokens }: Reading, at: number, found: Findings): boolean {
  const end = tokens.shape[at] === shape.alnum ? at + 1 : (ordinalAt(tokens, at)?.end ?? at + 1)
  if (end >= tokens.count || tokens.gap[end] !== gap.space || (words.of(tokens.hash[end]!) & birthday) === 0) return false
  found.tokens(at, end, 'AGE', likely)
  return true
}

/** "in her late forties", "in his 60s", "she's mid seventies": the decade. */
function decades(reading: Reading, i: number, found: Findings): void {
  const { tokens } = reading
  const one = words.of(tokens.hash[i - 1] ?? 0)
  const two = i > 1 ? words.of(tokens.hash[i - 2]!) : 0
  const owner = /^(?:her|his|my|their|your|our)$/iu
  const isOwned = (one & stage) !== 0 && (owner.test(said(reading, i - 1)) || ((two & stage) !== 0 && owner.test(said(reading, i - 2))))
  // "her early to mid fifties"
  const isRange = (one & part) !== 0 && /^(?:to|or|and)$/iu.test(said(reading, i - 2)) && owner.test(said(reading, i - 4))
  // Without an owner it may be a decade of the century, unless it is what somebody is.
  if (isOwned || isRange || ((one & part) !== 0 && isSaidToBe(reading, i - 2, false))) found.tokens(i, i + 1, 'AGE', likely)
}

const hasOld = (reading: Reading, to: number, unit = old): boolean => {
  const { tokens } = reading
  if (to >= tokens.count || (tokens.gap[to]! & ~close) !== 0) return false
  if ((words.of(tokens.hash[to]!) & unit) === 0 || to + 1 >= tokens.count) return false
  const word = said(reading, to + 1)
  return /^olds?$/iu.test(word) || (/^of$/iu.test(word) && /^age$/iu.test(said(reading, to + 2)))
}

function certain(reading: Reading, from: number, to: number): number {
  if (hasOld(reading, to)) return sure
  return from > 0 && (words.of(reading.tokens.hash[from - 1]!) & turn) !== 0 ? sure : likely
}

function isAge(reading: Reading, found: Findings, from: number, to: number, value: number): boolean {
  const { tokens, near: bits } = reading
  const { count, gap: gaps, hash } = tokens
  if (hasOld(reading, to)) return (bits[from - 1] ?? 0) === 0 || !/[£$€]/u.test(tokens.text[tokens.start[from]! - 1] ?? ' ')
  if (from === 0) return false
  if (
    /[£$€#]/u.test(tokens.text[tokens.start[from]! - 1] ?? ' ') ||
    /^\s?[%£€:]|^\.\d|^,\d|^\s?\//u.test(tokens.text.slice(tokens.end[to - 1], tokens.end[to - 1]! + 3))
  )
    return false
  const next = to < count ? words.of(hash[to]!) : 0
  const apart = to >= count || (gaps[to]! & ~(gap.space | gap.line | gap.hyphen)) !== 0
  const fits =
    apart ||
    ((next & after) | (bits[to]! & near.bit.number)) !== 0 ||
    ((bits[to]! & near.bit.stop) !== 0 && (bits[to]! & near.bit.unit) === 0)
  // "How old is she?" "Eighty-two."
  if ((gaps[from]! & ~before) !== 0) return fits && (isAskedFor(reading, from) || (apart && isTurned(reading, to)))
  if ((words.of(hash[from - 1]!) & turn) !== 0) {
    const unit = to < count && !apart && (bits[to]! & near.bit.unit) !== 0 && (next & old) === 0
    const isNoun = /^age$/iu.test(said(reading, from - 1))
    return !unit && (value > 9 || isNoun || /^aged$/iu.test(said(reading, from - 1))) && (fits || isNoun)
  }
  if (!fits || (!apart && (next & old) !== 0)) return false
  // "nine to five", "ten out of ten", "one of them"
  if (value < 13 && !apart && /^(?:to|of|out|or|and|a|an|by|the|that|up|down|off|per)$/iu.test(said(reading, to)))
    return value > 2 && /^and$/iu.test(said(reading, to)) && (isSaidToBe(reading, from - 1, true) || isChild(reading, from))
  if (isChild(reading, from) || isGivenAgain(reading, found, from)) return true
  const told = { comma: (gaps[from]! & gap.comma) !== 0, apart, closed: to >= count || (gaps[to]! & ~gap.space) !== 0 }
  return isOfSomebody(reading, from, value, told) || isTime(reading, from, value) || isAskedFor(reading, from)
}
