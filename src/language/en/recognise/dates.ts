import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { below100, cardinalOf, ordinalAt, yearAt } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const loose = gap.space | gap.hyphen | gap.comma | gap.line | gap.dot | gap.stop | gap.slash | gap.apostrophe
const day = /^(?:[1-9]|[12]\d|3[01]|0[1-9])(?:st|nd|rd|th)?$/iu
const numeric =
  /(?:\d{1,2}([-/.])\d{1,2}\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2}(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)(?![\p{L}\p{N}]|[-/]\d)/uy
const monthYear = /(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d(?![\p{L}\p{N}/])/uy
const dayMonth = /\d{1,2}\/\d{1,2}(?![\p{L}\p{N}/])/uy

/** Dates: days with their month, months and seasons with their year, years that date something, in figures and in words. */
export function findDates(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: close } = reading
  const { count, shape: shapes } = tokens
  const { month, season, number } = near.bit
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    const bits = close[i]!
    if (shapes[i] === shape.digits || shapes[i] === shape.alnum) i = Math.max(i, figures(reading, i, found) - 1)
    else if ((bits & month) !== 0) i = Math.max(i, aroundMonth(reading, i, found) - 1)
    else if ((bits & season) !== 0) {
      const year = yearAfter(reading, i + 1)
      if (year > 0) {
        const from = i > 0 && /^(?:early|late|mid)$/iu.test(wordAt(reading, i - 1)) ? i - 1 : i
        found.tokens(from, year, 'DATE', sure)
        i = year - 1
      }
    } else if ((bits & number) !== 0) i = Math.max(i, saidYear(reading, i, found) - 1)
  }
}

const wordAt = ({ tokens, text }: Reading, at: number) => text.slice(tokens.start[at], Math.min(tokens.end[at]!, tokens.start[at]! + 16))
const joined = ({ tokens }: Reading, at: number) => at < tokens.count && (tokens.gap[at]! & ~loose) === 0

/** One past a year that stands at a token or behind "of"; 0 when none does. */
function yearAfter(reading: Reading, at: number): number {
  const { tokens } = reading
  if (!joined(reading, at)) return 0
  // A full stop ends the date, unless it is that of "Sept.".
  if ((tokens.gap[at]! & gap.stop) !== 0 && tokens.length[at - 1]! > 4) return 0
  const from = /^(?:of|in)$/iu.test(wordAt(reading, at)) ? at + 1 : at
  if (!joined(reading, from)) return 0
  const year = yearAt(tokens, from)
  if (year) return year.end
  const short = wordAt(reading, from)
  return tokens.shape[from] === shape.digits && /^\d\d$/u.test(short) && (tokens.gap[from]! & (gap.apostrophe | gap.hyphen)) !== 0
    ? from + 1
    : 0
}

/** "3 March 2022", "March 3rd, 2022", "the ninth of january", "May-2021", "21-May"; one past its end, 0 when the month stands alone. */
function aroundMonth(reading: Reading, at: number, found: Findings): number {
  const { tokens, near: close } = reading
  const { gap: gaps } = tokens
  let from = at
  let to = at + 1
  const before = /^of$/iu.test(wordAt(reading, at - 1)) && at > 0 && joined(reading, at) ? at - 1 : at
  if (before > 0 && joined(reading, before) && (gaps[before]! & gap.stop) === 0) {
    const said = wordAt(reading, before - 1)
    if (day.test(said)) from = before - 1
    else if ((close[before - 1]! & near.bit.ordinal) !== 0) {
      from = before - 1
      const ten = from > 0 && joined(reading, from) ? ordinalAt(tokens, from - 1) : null
      if (ten && ten.end === before) from--
    } else if (before === at && (close[before - 1]! & near.bit.number) !== 0 && at + 1 < tokens.count && yearAfter(reading, at + 1) > 0) {
      const value = cardinalOf(tokens.hash[before - 1]!)
      if (value > 0 && value < 32) {
        from = before - 1
        if (value < 10 && from > 0 && [20, 30].includes(cardinalOf(tokens.hash[from - 1]!))) from--
      }
    }
  }
  if (from === at) to = dayBehind(reading, at)
  const year = yearAfter(reading, to)
  if (year > 0) to = year
  if (from === at && to === at + 1) return 0
  const word = wordAt(reading, at)
  // "may 3 people", "march 5 miles": the verbs.
  if (/^(?:may|march|mar|dec|sep|jan|jun|jul|aug)$/u.test(word) && from === at && year === 0 && word !== 'jan') return 0
  // "the ninth of march": the article belongs to the day.
  if (from > 0 && before < at && /^the$/iu.test(wordAt(reading, from - 1)) && joined(reading, from)) from--
  found.tokens(from, to, 'DATE', sure)
  return to
}

/** One past the day behind a month: "March 3rd", "january the ninth". */
function dayBehind(reading: Reading, at: number): number {
  const { tokens, near: close } = reading
  let next = at + 1
  if (!joined(reading, next) || (tokens.gap[next]! & gap.stop && tokens.length[at]! > 4)) return at + 1
  if (/^the$/iu.test(wordAt(reading, next)) && joined(reading, next + 1)) next++
  if (day.test(wordAt(reading, next)) && !unitBehind(reading, next + 1)) return next + 1
  const said = ordinalAt(tokens, next)
  if (said) return said.end
  if (next === at + 1 && (close[next]! & near.bit.number) !== 0) {
    const plain = below100(tokens, next)
    if (plain && plain.value > 0 && plain.value < 32 && yearAfter(reading, plain.end) > 0) return plain.end
  }
  return at + 1
}

const unitBehind = ({ tokens, near: close }: Reading, at: number) =>
  at < tokens.count && (tokens.gap[at]! & ~(gap.space | gap.hyphen)) === 0 && (close[at]! & near.bit.unit) !== 0

/** Dates and years in figures; one past their end, 0 when none stands here. */
function figures(reading: Reading, i: number, found: Findings): number {
  const { tokens, text, near: close } = reading
  const { start, end, length, shape: shapes } = tokens
  const at = start[i]!
  const follow = (units: number) => {
    found.units(at, at + units, 'DATE', sure)
    let to = i
    while (to < tokens.count && start[to]! < at + units) to++
    return to
  }
  if (shapes[i] === shape.alnum) return decade(reading, i, found)
  if (length[i]! <= 4 && (tokens.gap[i + 1]! & (gap.hyphen | gap.slash | gap.dot)) !== 0 && !/[\d/.-]/u.test(text[at - 1] ?? ' ')) {
    numeric.lastIndex = at
    const full = numeric.exec(text)?.[0]
    if (full !== undefined && possible(full)) return follow(full.length)
    monthYear.lastIndex = at
    const month = monthYear.exec(text)?.[0]
    if (month !== undefined) return follow(month.length)
    dayMonth.lastIndex = at
    const short = dayMonth.exec(text)?.[0]
    if (
      short !== undefined &&
      possible(`${short}/20`) &&
      i > 0 &&
      /^(?:on|is|since|from|until|till|by|dated|date|born|the)$/iu.test(wordAt(reading, i - 1)) &&
      short !== '24/7'
    )
      return follow(short.length)
  }
  if (
    length[i] === 2 &&
    /['’‘]/u.test(text[at - 1] ?? ' ') &&
    i > 0 &&
    (close[i - 1]! & near.bit.timePrep) !== 0 &&
    (tokens.gap[i]! & gap.space) !== 0
  ) {
    found.tokens(i, i + 1, 'DATE', likely)
    return i + 1
  }
  const year = found.claimed[i] === 0 ? yearAt(tokens, i) : null
  if (!year || end[i]! - at !== 4) return 0
  return lonelyYear(reading, i, found)
}

/** A year by itself: not part of a longer number, an amount or a time. */
function lonelyYear(reading: Reading, i: number, found: Findings): number {
  const { tokens, text, near: close } = reading
  const { start, end, shape: shapes, gap: gaps, count } = tokens
  const before = text[start[i]! - 1] ?? ' '
  const after = text.slice(end[i]!, end[i]! + 2)
  if (/[£$€\d,.+#]/u.test(before) || /^[,.:]\d|^[%°]/u.test(after) || unitBehind(reading, i + 1)) return 0
  const next = i + 1 < count && shapes[i + 1] === shape.digits && (gaps[i + 1]! & ~(gap.space | gap.hyphen)) === 0
  const range = next && yearAt(tokens, i + 1) !== null && (gaps[i + 1]! & gap.hyphen) !== 0
  if (next && !range && (gaps[i + 1]! & gap.space) !== 0 && (gaps[i + 1]! & gap.hyphen) === 0) return 0
  const prep = i > 0 && (close[i - 1]! & near.bit.timePrep) !== 0
  found.tokens(i, i + 1, 'DATE', prep ? sure : likely)
  return i + 1
}

/** "the 1990s", "the '80s". */
function decade(reading: Reading, i: number, found: Findings): number {
  const said = wordAt(reading, i)
  if (!/^(?:19|20)\d0s$/iu.test(said)) return 0
  found.tokens(i, i + 1, 'DATE', likely)
  return i + 1
}

/** A year in words by itself: "in twenty seventeen", "since two thousand and eight". */
function saidYear(reading: Reading, i: number, found: Findings): number {
  const { tokens, near: close } = reading
  if (i > 0 && joined(reading, i) && (close[i - 1]! & near.bit.number) !== 0) return 0
  const year = yearAt(tokens, i)
  if (!year) return 0
  if (unitBehind(reading, year.end)) return 0
  const prep = i > 0 && (close[i - 1]! & near.bit.timePrep) !== 0
  const thousand = /^two$/iu.test(wordAt(reading, i))
  // "twenty twenty" is sight too, "two thousand" an amount.
  if (!prep && (thousand || year.value < 2004 || year.value === 2020))
    return year.value > 1909 && year.value < 2000 && !thousand ? claim(found, i, year.end) : 0
  return claim(found, i, year.end, prep)
}

function claim(found: Findings, from: number, to: number, certain = false): number {
  found.tokens(from, to, 'DATE', certain ? sure : likely)
  return to
}

/** Whether a date in figures is one: 32 is no day. */
function possible(date: string): boolean {
  const parts = date.split(/[T ]/u)[0]!.split(/[-/.]/u).map(Number)
  const [a, b, c] = parts as [number, number, number]
  if (a > 31) return b > 0 && b <= 12 && c > 0 && c <= 31
  return a > 0 && b > 0 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31))
}
