import { fiveYears, twoDigitYear } from '../../ladder/twoDigitYear.js'
import { type NumberIn, numbersIn, wordsIn } from './numbersIn.js'

const months = 'January February March April May June July August September October November December'.split(' ')
const days =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:christmas|xmas|easter|thanksgiving|halloween|hogmanay|ramadan|eid|diwali)$/u
/** Words beside a year that make it no finer. */
const filler = new Set('in the year of since from until till to around after before about and'.split(' '))
const nineties = /^(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies$|^noughties$/u

/**
 * A date: its year, and five years. A year by itself: half a decade and a decade, since five years in digits may begin with it. What has
 * no year: a day in its month, a day, a month; nothing of hours and of spans of time.
 */
export function dateSteps(name: string): readonly string[] {
  const words = wordsIn(name)
  const numbers = numbersIn(words)
  const month = words.findIndex(word => monthOf(word) !== null)
  const isDecade = words.some((word, i) => nineties.test(word) || (word === 's' && /^\d*0$/u.test(words[i - 1] ?? '')))
  if (isDecade && month < 0) return decadeSteps(words, numbers)
  const years = yearsOf(name, numbers, words, month)
  const [year] = years
  if (year === undefined) return withoutYear(words, numbers, month)
  if (years.some(one => one !== year)) return years.every(one => decade(one) === decade(year)) ? [decade(year)] : ['a number of years']
  return isBare(words, numbers, month) ? [halfDecade(year), decade(year)] : [`${year}`, fiveYears(year)]
}

function monthOf(word: string): string | null {
  if (word.length < 3) return null
  const found = months.find(one => one.toLowerCase() === word || (word.length < 5 && word !== 'mars' && one.toLowerCase().startsWith(word)))
  return found ?? null
}

/** All years that a text names. */
function yearsOf(name: string, numbers: readonly NumberIn[], words: readonly string[], month: number): readonly number[] {
  const plain = name.trim()
  const compact = /^((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.exec(plain)
  if (compact !== null) return [Number(compact[1])]
  const short = /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*['’]?(\d\d)$/u.exec(plain) ?? /['’‘](\d\d)$/u.exec(plain)
  if (short !== null) return [twoDigitYear(Number(short[1]))]
  const full = numbers.filter(one => one.value >= 1900 && one.value < 2100).map(one => one.value)
  if (full.length > 0) return full
  const pair = pairOf(numbers)
  if (pair !== null) return [pair]
  const after = numbers.find(one => month >= 0 && one.from === month + 1)
  const isYear = after !== undefined && after.value > 31 && after.value < 100 && (!after.digits || words[after.from]!.length === 2)
  return isYear ? [twoDigitYear(after.value)] : []
}

/** "twenty nineteen", "nineteen ninety-five", "twenty twenty-one" */
function pairOf(numbers: readonly NumberIn[]): number | null {
  for (const [i, one] of numbers.entries()) {
    const next = numbers[i + 1]
    if (next === undefined || one.digits || next.digits || next.from !== one.to || next.value > 99) continue
    if ((one.value === 19 && next.value >= 10) || (one.value === 20 && next.value >= 10 && next.value < 60))
      return one.value * 100 + next.value
  }
  return null
}

function isBare(words: readonly string[], numbers: readonly NumberIn[], month: number): boolean {
  const last = numbers.at(-1)
  const one = numbers.length === 1 ? (last?.value ?? 0) < 2100 : numbers.length === 2 && pairOf(numbers) !== null
  return one && month < 0 && words.every((word, i) => filler.has(word) || (i >= numbers[0]!.from && i < last!.to))
}

function withoutYear(words: readonly string[], numbers: readonly NumberIn[], month: number): readonly string[] {
  if (month >= 0) {
    const isDay = numbers.some(one => one.value >= 1 && one.value <= 31)
    return isDay ? [`a day in ${monthOf(words[month]!)}`, 'a day'] : ['a month']
  }
  return words.some(word => days.test(word)) ? ['a day'] : []
}

function decadeSteps(words: readonly string[], numbers: readonly NumberIn[]): readonly string[] {
  if (words.includes('noughties')) return ['this century']
  const [one] = numbers
  if (one === undefined) return []
  if (one.value >= 2000) return ['this century']
  return one.value >= 1900 || one.value >= 30 ? ['the last century'] : []
}

const decade = (year: number) => `the ${year - (year % 10)}s`
const halfDecade = (year: number) => `the ${year % 10 < 5 ? 'early' : 'late'} ${year - (year % 10)}s`
