import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { rangeBefore, withWeekday } from './dayRanges.js'
import { interest } from './interest.js'
import { numberWord, ordinalWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { isFeast, isShortYear } from './saidYears.js'
import { near } from './triggers.js'

const words = wordClasses({
  year: 'jaar jaren schooljaar seizoen cohort lichting jaargang boekjaar',
  month: 'januari februari maart april mei juni juli augustus september oktober november december',
  shortMonth: 'jan feb febr mrt apr jun jul aug sept sep okt nov dec',
  dateWord: 'geboren overleden getrouwd geboortedatum datum gedateerd jarig verjaart sinds',
})
const { bit } = words
const [van, de, het, e, ste, deEnding, en, duizend] = ['van', 'de', 'het', 'e', 'ste', 'de', 'en', 'tweeduizend'].map(wordHash)

/** Dates in every form: 3 maart 2019, drie maart, maart 2019, voorjaar 2018, 3-4-2018, '98, tweeduizend veertien, and years that date. */
export function markDates(reading: Reading, out: Candidates): void {
  const { tokens } = reading
  const { hash, shape: shapes } = tokens
  let done = -1
  for (const i of reading.at(interest.number)) if (i > done && shapes[i] === shape.digits) done = markNumeric(reading, i, out)
  done = -1
  for (const i of reading.at(interest.date)) {
    if (i <= done) continue
    const close = reading.near[i]!
    if ((close & near.bit.month) !== 0) done = markMonth(reading, i, out)
    else if ((close & near.bit.season) !== 0) done = markSeason(reading, i, out)
    else if (numberWord(hash[i]!) >= 19) done = markYear(reading, i, out)
  }
}

/** The tokens of a year that begins at `at`, or 0: 2019, '98, tweeduizend (en) veertien, negentien achtennegentig, twintig eenentwintig. */
export function yearLength({ tokens }: Reading, at: number): number {
  const { hash, shape: shapes, start, end, text, count, gap: gaps } = tokens
  if (at >= count) return 0
  if (shapes[at] === shape.digits) {
    const written = text.slice(start[at]!, Math.min(end[at]!, start[at]! + 6))
    if (/^(?:18[5-9]|19\d|20[0-4])\d$/u.test(written)) return 1
    return written.length === 2 && (gaps[at]! & gap.apostrophe) !== 0 ? 1 : 0
  }
  const value = numberWord(hash[at]!)
  const next = at + 1 < count && (gaps[at + 1]! & ~(gap.space | gap.line)) === 0 ? numberWord(hash[at + 1]!) : -1
  if (value === 2000) {
    if (next > 0 && next < 60 && hash[at] === duizend) return 2
    if (hash[at + 1] === en && at + 2 < count) {
      const third = numberWord(hash[at + 2]!)
      if (third > 0 && third < 60) return 3
    }
    return 1
  }
  if (value > 1900) return value === 1900 && next > 0 && next < 100 ? 2 : 1
  if (value === 1900) return next > 0 && next < 100 ? 2 : 1
  if (value === 19 && next >= 10 && next < 100) return 2
  if (value === 20 && next >= 10 && next <= 35) return 2
  return 0
}

const isMonth = (reading: Reading, at: number) => at >= 0 && at < reading.tokens.count && (reading.near[at]! & near.bit.month) !== 0

/** A month with what stands before (a day) and after (a year). */
function markMonth(reading: Reading, at: number, out: Candidates): number {
  const { tokens } = reading
  const { hash, start, end, gap: gaps, text, shape: shapes, count } = tokens
  if (yearFirst(reading, at, out)) return at + 1
  const short = (words.of(hash[at]!) & bit.month) === 0
  let first = at
  let day = false
  const previous = withWeekday(reading, rangeBefore(reading, dayBefore(reading, at)))
  if (previous >= 0) {
    first = previous
    day = true
  }
  let last = at
  let after = at + 1
  // "38 augustus", "2018 augustus 38", "1 augustus 20181966": no dates.
  const numberBefore = at > 0 && shapes[at - 1] === shape.digits && gaps[at] === gap.space
  if (numberBefore && !day && end[at - 1]! - start[at - 1]! < 3) return at + 1
  if (after < count && shapes[after] === shape.digits && end[after]! - start[after]! > 4 && (gaps[after]! & ~gap.space) === 0) return at
  if (after < count && (gaps[after]! & (gap.comma | gap.line | gap.colon)) === 0) {
    if (hash[after] === van && yearLength(reading, after + 1) > 0) after++
    else if (hash[after] === van && hash[after + 1] === het) after = count
    const length = after < count && !isUnitAfter(reading, after) ? yearLength(reading, after) : 0
    if (length > 0) last = after + length - 1
    else if (after < count && shapes[after] === shape.digits && end[after]! - start[after]! === 2 && (gaps[after]! & gap.apostrophe) !== 0)
      last = after
    else if (after < count && !short && isShortYear(reading, after)) last = after
  }
  if (!day && last === at) return at
  // "jan", "jun" and "dec" are names and pieces of words too; "mei" a name.
  if (short && !(day && last > at) && !(day && text[end[at]!] === '.') && !(last > at && hash[at] !== jan)) {
    if (!(day && hash[at] !== jan)) return at
  }
  const to = short && last === at && text[end[at]!] === '.' ? end[at]! : end[last]!
  out.add(start[first]!, to, 'DATE', certainty.sure, 50)
  return last
}
const jan = wordHash('jan')

/** Where the day before a month begins: 3, 3e, drie, derde, "de derde van"; -1. */
function dayBefore({ tokens, near: nearBits }: Reading, at: number): number {
  const { hash, gap: gaps, shape: shapes, start, end, text } = tokens
  let i = at - 1
  if (i < 0 || (gaps[at]! & (gap.line | gap.comma | gap.colon)) !== 0) return -1
  if ((gaps[at]! & gap.stop) !== 0 && (shapes[i] !== shape.digits || (gaps[at]! & gap.dot) === 0)) return -1
  if (hash[i] === van && i > 0) i--
  const isDay = (one: number) => {
    if (one < 0) return false
    const written = text.slice(start[one]!, Math.min(end[one]!, start[one]! + 6))
    if (/^(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?$/iu.test(written)) return true
    const value = Math.max(numberWord(hash[one]!), ordinalWord(hash[one]!))
    return value > 0 && value < 32 && (nearBits[one]! & near.bit.article) === 0
  }
  if ((hash[i] === e || hash[i] === ste || hash[i] === deEnding) && isDay(i - 1) && shapes[i - 1] === shape.digits) return i - 1
  if (!isDay(i)) return -1
  if (hash[at - 1] === van && ordinalWord(hash[i]!) < 0 && shapes[i] !== shape.alnum && shapes[i] !== shape.digits) return -1
  return i
}

/** "twaalf mei" is a day, "mei 2019 patiënten" no year. */
function isUnitAfter({ tokens, near: nearBits }: Reading, at: number): boolean {
  const { count, gap: gaps } = tokens
  return (
    at + 1 < count &&
    (gaps[at + 1]! & (gap.stop | gap.comma)) === 0 &&
    (nearBits[at + 1]! & near.bit.unit) !== 0 &&
    tokens.hash[at + 1] !== van &&
    tokens.hash[at + 1] !== e &&
    tokens.hash[at + 1] !== de
  )
}

/** voorjaar 2018, najaar van tweeduizend achttien, eind 2025 */
function markSeason(reading: Reading, at: number, out: Candidates): number {
  const { hash, start, end, gap: gaps, count } = reading.tokens
  let next = at + 1
  if (next < count && (hash[next] === van || hash[next] === het || hash[next] === de)) next++
  if (next < count && isMonth(reading, next)) {
    const length = yearLength(reading, next + 1)
    if (length > 0 && !isUnitAfter(reading, next + length)) {
      out.add(start[at]!, end[next + length]!, 'DATE', certainty.sure, 50)
      return next + length
    }
    return at
  }
  if (next >= count || (gaps[next]! & (gap.line | gap.comma | gap.stop)) !== 0) return at
  const length = yearLength(reading, next)
  if (length === 0 || isUnitAfter(reading, next + length - 1)) return at
  out.add(start[at]!, end[next + length - 1]!, 'DATE', certainty.sure, 50)
  return next + length - 1
}

/** 12-03-2019, 3/4, 2018-03-04, 1987, '98 */
function markNumeric(reading: Reading, at: number, out: Candidates): number {
  const { tokens } = reading
  const { start, end, gap: gaps, shape: shapes, text, count } = tokens
  const glued = (i: number) =>
    i < count &&
    shapes[i] === shape.digits &&
    start[i]! - end[i - 1]! < ((gaps[i]! & gap.apostrophe) !== 0 ? 3 : 2) &&
    (gaps[i]! & (gap.hyphen | gap.slash | gap.dot)) !== 0
  const number = (i: number) => Number(text.slice(start[i]!, Math.min(end[i]!, start[i]! + 5)))
  const size = (i: number) => end[i]! - start[i]!
  if (glued(at + 1) && glued(at + 2) && !glued(at + 3)) {
    const [a, b, c] = [number(at), number(at + 1), number(at + 2)]
    const european = a > 0 && a < 32 && b > 0 && b < 13 && (size(at + 2) === 4 ? c > 1850 && c < 2100 : size(at + 2) === 2)
    const iso = size(at) === 4 && a > 1850 && a < 2100 && b > 0 && b < 13 && c > 0 && c < 32
    if ((european || iso) && size(at) !== 3 && size(at + 1) < 3) {
      out.add(start[at]!, end[at + 2]!, 'DATE', certainty.sure, 70)
      return at + 2
    }
    return at + 2
  }
  if (glued(at + 1) && (text[end[at]!] === '-' || text[end[at]!] === '/') && text[start[at]! - 1] !== text[end[at]!]) {
    // 2018-2019, 2018/'19
    if (
      isYear(text.slice(start[at]!, end[at]!)) &&
      size(at + 1) <= 4 &&
      (size(at + 1) === 4 ? isYear(text.slice(start[at + 1]!, end[at + 1]!)) : number(at + 1) === (number(at) + 1) % 100)
    ) {
      out.add(start[at]!, end[at + 1]!, 'DATE', certainty.sure, 40)
      return at + 1
    }
    const [a, b] = [number(at), number(at + 1)]
    const day = a > 0 && a < 32 && b > 0 && b < 13 && size(at) < 3 && size(at + 1) < 3
    const told = at > 0 && (reading.near[at - 1]! & near.bit.timePrep) !== 0 && tokens.hash[at - 1] !== van && text[end[at]!] === '-'
    if (day && told && tokens.hash[at - 1] !== wordHash('in')) out.add(start[at]!, end[at + 1]!, 'DATE', certainty.likely, 20)
    return at + 1
  }
  // "2011 10 23"
  const spaced = (i: number, most: number) =>
    i < count && shapes[i] === shape.digits && gaps[i] === gap.space && size(i) === 2 && number(i) > 0 && number(i) <= most
  if (
    size(at) === 4 &&
    isYear(text.slice(start[at]!, end[at]!)) &&
    spaced(at + 1, 12) &&
    spaced(at + 2, 31) &&
    (at + 3 >= count || shapes[at + 3] !== shape.digits)
  ) {
    out.add(start[at]!, end[at + 2]!, 'DATE', certainty.likely, 30)
    return at + 2
  }
  if (size(at) === 4) return markYear(reading, at, out)
  if (
    size(at) === 2 &&
    (gaps[at]! & gap.apostrophe) !== 0 &&
    (gaps[at]! & ~(gap.apostrophe | gap.space | gap.hyphen)) === 0 &&
    (gaps[at + 1]! & gap.apostrophe) === 0
  ) {
    out.add(start[at]! - 1, end[at]!, 'DATE', certainty.sure, 20)
  }
  return at
}

/** 2011-mei-17, 2012 aug 1, 1928.jan.15 */
function yearFirst(reading: Reading, at: number, out: Candidates): boolean {
  const { tokens } = reading
  const { start, end, text, shape: shapes, count, gap: gaps } = tokens
  const glue = gap.space | gap.hyphen | gap.dot | gap.stop | gap.slash
  if (at === 0 || at + 1 >= count || shapes[at - 1] !== shape.digits || shapes[at + 1] !== shape.digits) return false
  if ((gaps[at]! & ~glue) !== 0 || (gaps[at + 1]! & ~glue) !== 0 || gaps[at] === (gap.stop | gap.dot | gap.space)) return false
  const day = Number(text.slice(start[at + 1]!, Math.min(end[at + 1]!, start[at + 1]! + 3)))
  if (
    !isYear(text.slice(start[at - 1]!, Math.min(end[at - 1]!, start[at - 1]! + 5))) ||
    day < 1 ||
    day > 31 ||
    end[at + 1]! - start[at + 1]! > 2
  )
    return false
  out.add(start[at - 1]!, end[at + 1]!, 'DATE', certainty.sure, 60)
  return true
}

const isYear = (written: string) => /^(?:19|20)\d\d$/u.test(written)

/** A year alone dates when a preposition or a word for a year stands before it, or nothing that it counts behind it. */
function markYear(reading: Reading, at: number, out: Candidates): number {
  const { tokens, near: nearBits } = reading
  const { start, end, hash, gap: gaps, count, shape: shapes } = tokens
  const length = yearLength(reading, at)
  if (length === 0) return at
  const last = at + length - 1
  // "38 augustus 2018"
  if (
    at > 1 &&
    isMonth(reading, at - 1) &&
    shapes[at - 2] === shape.digits &&
    gaps[at - 1] === gap.space &&
    end[at - 2]! - start[at - 2]! === 2 &&
    dayBefore(reading, at - 1) < 0
  )
    return last
  // "2018 augustus 38"
  if (
    isMonth(reading, last + 1) &&
    shapes[at] === shape.digits &&
    shapes[last + 2] === shape.digits &&
    gaps[last + 2] === gap.space &&
    Number(tokens.text.slice(start[last + 2]!, Math.min(end[last + 2]!, start[last + 2]! + 5))) > 31 &&
    end[last + 2]! - start[last + 2]! < 4
  )
    return last
  const value = numberWord(hash[at]!)
  const joined = (gaps[at]! & (gap.hyphen | gap.slash | gap.dot)) !== 0 && (gaps[at]! & gap.space) === 0 && at > 0
  if (joined || ((gaps[last + 1]! & (gap.hyphen | gap.slash | gap.at)) !== 0 && (gaps[last + 1]! & gap.space) === 0)) return last
  const before = at > 0 ? nearBits[at - 1]! : 0
  const timed = (before & near.bit.timePrep) !== 0 || (at > 0 && (words.of(hash[at - 1]!) & (bit.year | bit.dateWord)) !== 0)
  const counted = last + 1 < count && (gaps[last + 1]! & (gap.stop | gap.comma | gap.colon | gap.line)) === 0 && counts(reading, last + 1)
  if (counted) return last
  // "twintig twintig" and bare "tweeduizend" are years only after a preposition of time.
  const weak = (value === 20 || (length === 1 && value === 2000)) && shapes[at] !== shape.digits
  if (weak && !timed) return last
  if (weak && value === 20 && hash[at - 1] === van) return last
  // "carnavalszaterdag tweeduizend twee"
  const feast = at > 0 && gaps[at] === gap.space && nearBits[at - 1] === 0 && isFeast(foldedWord(tokens, at - 1))
  out.add(start[feast ? at - 1 : at]!, end[last]!, 'DATE', timed || feast || length > 1 ? certainty.sure : certainty.likely, 30)
  return last
}

/** Whether the word after a number is what it counts. */
function counts({ near: nearBits, tokens }: Reading, at: number): boolean {
  const bits = nearBits[at]!
  const { hash, text, end, shape: shapes } = tokens
  if (hash[at] === van) return false
  if (shapes[at] === shape.capitals && end[at]! - tokens.start[at]! === 2) return false
  if ((bits & near.bit.unit) !== 0 && (bits & (near.bit.article | near.bit.pronoun)) === 0) return true
  return /[%€]/u.test(text[end[at - 1]!] ?? '')
}
