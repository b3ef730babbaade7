import { gap, shape } from '../../recognise/tokens.js'
import { wordSet } from '../../recognise/wordSet.js'
import { numberWord, ordinalWord } from './numberWords.js'
import type { Reading } from './reading.js'

const links = wordSet('op en of tot naar')

/**
 * Where the days before a month begin when there is more than one: "de nacht van negen op tien december", "5 en 6 juni", "3/4 mei".
 *
 * @param day the day right before the month, or -1
 */
export function rangeBefore({ tokens }: Reading, day: number): number {
  const { hash, gap: gaps } = tokens
  if (day < 1) return day
  const glued = (gaps[day]! & (gap.slash | gap.hyphen)) !== 0 && (gaps[day]! & (gap.line | gap.stop)) === 0
  if (glued && isDay(tokens, day - 1)) return day - 1
  const linked = day > 1 && links(hash[day - 1]!) && gaps[day] === gap.space && gaps[day - 1] === gap.space
  return linked && isDay(tokens, day - 2) ? day - 2 : day
}

function isDay({ hash, shape: shapes, text, start, end }: Reading['tokens'], at: number): boolean {
  if (shapes[at]! >= shape.digits)
    return /^(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?$/iu.test(text.slice(start[at]!, Math.min(end[at]!, start[at]! + 6)))
  const value = Math.max(numberWord(hash[at]!), ordinalWord(hash[at]!))
  return value > 0 && value < 32
}

const weekdays = wordSet('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag')

/** "dinsdag 17 oktober": the day of the week belongs to the date. */
export function withWeekday({ tokens }: Reading, day: number): number {
  return day > 0 && weekdays(tokens.hash[day - 1]!) && (tokens.gap[day]! & ~(gap.space | gap.comma)) === 0 ? day - 1 : day
}
