import { fiveYears, twoDigitYear } from '../../ladder/twoDigitYear.js'
import { type NumberIn, numbersIn, wordsIn } from './numbersIn.js'

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const short: Readonly<Record<string, string>> = {
  jan: 'januari',
  feb: 'februari',
  febr: 'februari',
  mrt: 'maart',
  apr: 'april',
  jun: 'juni',
  jul: 'juli',
  aug: 'augustus',
  sep: 'september',
  sept: 'september',
  okt: 'oktober',
  nov: 'november',
  dec: 'december',
}
const days =
  /^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|kerst|kerstmis|kerstavond|pasen|pinksteren|sinterklaas|koningsdag|koninginnedag|hemelvaart|hemelvaartsdag|oudjaar|nieuwjaar|bevrijdingsdag)$/u
const decades = ['nul', 'tien', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig']
/** Words beside a year that make it no finer. */
const filler = new Set('in het jaar sinds vanaf tot van rond na voor anno ongeveer circa en met tweeduizend negentienhonderd'.split(' '))

/**
 * A date: its year, and five years. A year by itself: half a decade and a decade, in words, since five years in digits may begin with it.
 * What has no year: a day in its month, a day, a month; nothing of hours and of spans of time.
 */
export function dateSteps(name: string): readonly string[] {
  const words = wordsIn(name)
  const numbers = numbersIn(words)
  const month = words.findIndex(word => months.includes(word) || short[word] !== undefined)
  if (words.includes('jaren')) return decadeSteps(numbers)
  const years = yearsOf(name, words, numbers, month)
  if (years.length === 0) return withoutYear(words, numbers, month)
  const [year] = years
  if (year === undefined || years.some(one => one !== year)) return spanSteps(years)
  const isBare =
    month < 0 &&
    numbers.length === 1 &&
    numbers[0]!.value < 2100 &&
    words.every((word, i) => filler.has(word) || (i >= numbers[0]!.from && i < numbers[0]!.to))
  return isBare || isSaidInTwo(words, numbers, month) ? [halfDecade(year), decade(year)] : [`${year}`, fiveYears(year)]
}

/** All years that a text names. */
function yearsOf(name: string, words: readonly string[], numbers: readonly NumberIn[], month: number): readonly number[] {
  const plain = name.trim()
  const compact = /^((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.exec(plain)
  if (compact !== null) return [Number(compact[1])]
  const inDigits = /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*['’]?(\d\d)$/u.exec(plain) ?? /['’‘](\d\d)$/u.exec(plain)
  if (inDigits !== null) return [twoDigitYear(Number(inDigits[1]))]
  const full = numbers.filter(one => one.value >= 1900 && one.value < 2100).map(one => one.value)
  if (full.length > 0) return full
  const pair = pairOf(numbers)
  if (pair !== null) return [pair]
  const after = numbers.find(one => month >= 0 && one.from === month + 1)
  if (after === undefined || (after.digits && (after.value < 32 || (words[after.from] ?? '').length !== 2)) || after.value > 99) return []
  return [twoDigitYear(after.value)]
}

/** "twintig negentien", "negentien vijfennegentig" */
function pairOf(numbers: readonly NumberIn[]): number | null {
  for (const [i, one] of numbers.entries()) {
    const next = numbers[i + 1]
    if (next === undefined || one.digits || next.digits || next.from !== one.to || next.value > 99) continue
    if (one.value === 19 || (one.value === 20 && next.value >= 10 && next.value < 40)) return one.value * 100 + next.value
  }
  return null
}

const isSaidInTwo = (words: readonly string[], numbers: readonly NumberIn[], month: number) =>
  month < 0 &&
  numbers.length === 2 &&
  pairOf(numbers) !== null &&
  words.every((word, i) => filler.has(word) || (i >= numbers[0]!.from && i < numbers[1]!.to))

function withoutYear(words: readonly string[], numbers: readonly NumberIn[], month: number): readonly string[] {
  if (month >= 0) {
    const isDay = numbers.some(one => one.value >= 1 && one.value <= 31)
    return isDay ? [`een dag in ${short[words[month]!] ?? words[month]}`, 'een dag'] : ['een maand']
  }
  if (words.some(word => days.test(word))) return ['een dag']
  const isNumeric = numbers.length === 2 && words.length === 2 && numbers.every(one => one.digits)
  const [day, of] = numbers
  return isNumeric && day!.value >= 1 && day!.value <= 31 && of!.value >= 1 && of!.value <= 12
    ? [`een dag in ${months[of!.value - 1]}`, 'een dag']
    : []
}

const decadeSteps = (numbers: readonly NumberIn[]): readonly string[] => {
  const [one] = numbers
  if (one === undefined) return []
  const century = one.value >= 2000 || one.value < 20 ? 'deze eeuw' : one.value >= 1900 || one.value >= 30 ? 'de vorige eeuw' : null
  return century === null ? [] : [century]
}

function spanSteps(years: readonly number[]): readonly string[] {
  const [first = 0] = years
  return years.every(year => decade(year) === decade(first)) ? [decade(first)] : ['een aantal jaren']
}

const halfDecade = (year: number) => `de ${year % 10 < 5 ? 'eerste' : 'tweede'} helft van ${decade(year)}`

/** "de jaren negentig"; where two centuries have such years, it says which. */
function decade(year: number): string {
  const name = `de jaren ${decades[Math.floor((year % 100) / 10)]}`
  return year >= 2000 ? `${name} van deze eeuw` : year >= 1930 ? name : `${name} van de vorige eeuw`
}
