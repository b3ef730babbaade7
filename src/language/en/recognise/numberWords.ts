import type { Tokens } from '../../recognise/tokens.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const smallOrdinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const tenOrdinals = 'twentieth thirtieth'.split(' ')

const cardinals = new Map<number, number>()
const ordinals = new Map<number, number>()
for (const [n, word] of small.entries()) cardinals.set(wordHash(word), n)
for (const [n, word] of tens.entries()) cardinals.set(wordHash(word), 20 + 10 * n)
cardinals.set(wordHash('oh'), 0)
cardinals.set(wordHash('o'), 0)
cardinals.set(wordHash('fourty'), 40)
for (const [n, word] of smallOrdinals.entries()) ordinals.set(wordHash(word), n)
for (const [n, word] of tenOrdinals.entries()) ordinals.set(wordHash(word), 20 + 10 * n)

const hundred = wordHash('hundred')
const thousand = wordHash('thousand')
const and = wordHash('and')

/** A number said in words: its value, and one past its last token. */
export interface SaidNumber {
  readonly value: number
  readonly end: number
}

/** The words of numbers, for a class of words. */
export const numberWords = `${[...small, ...tens].join(' ')} oh fourty hundred thousand`
/** The words of ordinals: those that days have, and those of birthdays. */
export const ordinalWords = `${[...smallOrdinals.slice(1), ...tenOrdinals].join(' ')} fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth`

/** The value of one word: 0 to 19, 20, 30 to 90; -1 for others. */
export const cardinalOf = (hash: number): number => cardinals.get(hash) ?? -1

const joins = (tokens: Tokens, at: number) => at < tokens.count && (tokens.gap[at]! & ~(gap.space | gap.hyphen | gap.line)) === 0

/** 0 to 99 in words at a token, "seventy-nine", "seventy nine" or "seven": null when none stands there. */
export function below100(tokens: Tokens, at: number): SaidNumber | null {
  if (at >= tokens.count) return null
  const value = cardinalOf(tokens.hash[at]!)
  if (value < 0) return null
  if (value < 20 || !joins(tokens, at + 1)) return { value, end: at + 1 }
  const unit = cardinalOf(tokens.hash[at + 1]!)
  return unit > 0 && unit < 10 ? { value: value + unit, end: at + 2 } : { value, end: at + 1 }
}

/** A year in words or digits: "2008", "two thousand and eight", "twenty nineteen", "nineteen ninety-three". */
export function yearAt(tokens: Tokens, at: number): SaidNumber | null {
  if (at >= tokens.count) return null
  if (tokens.shape[at] === shape.digits) {
    if (tokens.length[at] !== 4) return null
    const value = Number(tokens.text.slice(tokens.start[at], tokens.end[at]))
    return value >= 1900 && value <= 2045 ? { value, end: at + 1 } : null
  }
  const first = cardinalOf(tokens.hash[at]!)
  if (first < 0 || !joins(tokens, at + 1)) return null
  if (first === 2 && tokens.hash[at + 1] === thousand) return afterThousand(tokens, at + 2)
  if (first !== 19 && first !== 20) return null
  if (first === 19 && tokens.hash[at + 1] === hundred) return { value: 1900, end: at + 2 }
  const rest = saidPair(tokens, at + 1)
  if (!rest || (first === 20 && rest.value > 45) || (rest.value < 10 && rest.end === at + 2)) return null
  return { value: first * 100 + rest.value, end: rest.end }
}

function afterThousand(tokens: Tokens, at: number): SaidNumber {
  const from = at < tokens.count && tokens.hash[at] === and && joins(tokens, at) ? at + 1 : at
  const rest = joins(tokens, from) ? below100(tokens, from) : null
  return rest ? { value: 2000 + rest.value, end: rest.end } : { value: 2000, end: at }
}

/** "oh nine", "nineteen", "ninety three". */
function saidPair(tokens: Tokens, at: number): SaidNumber | null {
  const first = cardinalOf(tokens.hash[at]!)
  if (first === 0 && joins(tokens, at + 1)) {
    const unit = cardinalOf(tokens.hash[at + 1]!)
    return unit > 0 && unit < 10 ? { value: unit, end: at + 2 } : null
  }
  return below100(tokens, at)
}

/** A day of the month in words: "ninth", "the twenty-first"; -1 as value when none. */
export function ordinalAt(tokens: Tokens, at: number): SaidNumber | null {
  if (at >= tokens.count) return null
  const one = ordinals.get(tokens.hash[at]!)
  if (one !== undefined) return { value: one, end: at + 1 }
  const ten = cardinalOf(tokens.hash[at]!)
  if (ten < 20 || !joins(tokens, at + 1)) return null
  const unit = ordinals.get(tokens.hash[at + 1]!)
  return unit !== undefined && unit < 10 ? { value: ten + unit, end: at + 2 } : null
}
