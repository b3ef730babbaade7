import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { interest } from './interest.js'
import { numberWord } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  phone:
    'telefoonnummer nummer mobiel mobiele telefoon tel bel bellen belt belde doorkiesnummer telefonisch gsm toestel fax noodnummer 06 bereikbaar bereiken whatsapp app appen sein seinnummer pieper',
  inside: 'eh uh uhm ehm dubbel streepje keer plus en maal min',
})
const { bit } = words

/** What may stand between the groups of a number. */
const joins = gap.space | gap.hyphen | gap.dot | gap.stop | gap.slash | gap.open | gap.close | gap.other
const code = (text: string, at: number) => text.charCodeAt(at)

/** Telephone numbers in digits and in words, Dutch and foreign. */
export function markPhones(reading: Reading, out: Candidates): void {
  const { tokens } = reading
  const { shape: shapes, hash, start, text } = tokens
  let done = -1
  for (const i of reading.at(interest.number)) {
    if (i > done && shapes[i] === shape.digits) {
      const plus = start[i]! > 0 && code(text, start[i]! - 1) === 43
      if (plus || code(text, start[i]!) === 48 || phoneBefore(reading, i)) done = markDigits(reading, i, plus, out)
    }
  }
  done = -1
  for (const i of reading.at(interest.numberWord))
    if (i > done && shapes[i] === shape.lower && (numberWord(hash[i]!) === 0 || isCountry(reading, i))) done = markWords(reading, i, out)
}

function phoneBefore({ tokens }: Reading, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) if ((words.of(tokens.hash[i]!) & bit.phone) !== 0) return true
  return false
}

/** Groups of digits from `first` on; returns the last token taken. */
function markDigits(reading: Reading, first: number, plus: boolean, out: Candidates): number {
  const { start, end, shape: shapes, gap: gaps, count, text } = reading.tokens
  let last = first
  let digits = end[first]! - start[first]!
  while (last + 1 < count && shapes[last + 1] === shape.digits && (gaps[last + 1]! & ~joins) === 0 && last - first < 8) {
    const more = end[last + 1]! - start[last + 1]!
    if (digits + more > (plus ? 15 : 13) || start[last + 1]! - end[last]! > 3) break
    digits += more
    last++
  }
  const opened = start[first]! > 0 && text[start[first]! - 1] === '('
  const from = plus || opened ? start[first]! - 1 : start[first]!
  const zero = code(text, start[first]!) === 48
  const second = text.slice(start[first]!, start[first]! + 2)
  if (plus ? digits >= 8 : zero && (second === '00' ? digits >= 11 : digits === 10)) out.add(from, end[last]!, 'PHONE', certainty.sure, 60)
  else if (/^0[89]0[0-9]/u.test(text.slice(start[first]!, end[first]!)) && digits >= 8 && digits <= 11)
    out.add(from, end[last]!, 'PHONE', certainty.sure, 60)
  else if (zero && digits >= 9 && digits <= 11) out.add(from, end[last]!, 'PHONE', certainty.likely, 50)
  else if (phoneBefore(reading, first) && digits >= 6 && digits <= 12) out.add(from, end[last]!, 'PHONE', certainty.likely, 40)
  else if (zero && /^06$/u.test(text.slice(start[first]!, end[first]!)) && digits >= 8)
    out.add(from, end[last]!, 'PHONE', certainty.likely, 40)
  else return first
  return last
}

/** "plus eenendertig zes" */
const isCountry = ({ tokens: { hash } }: Reading, at: number) => at > 0 && hash[at - 1] === plus && numberWord(hash[at]!) > 29
const plus = wordHash('plus')

const hundreds = /^(?:twee|drie|vier|vijf|zes|zeven|acht|negen)honderd$/iu

/** nul zes dertien dubbel vier: number words one after another, from "nul" on. */
function markWords({ tokens, near: nearBits }: Reading, first: number, out: Candidates): number {
  const { hash, gap: gaps, count, start, end, shape: shapes, text } = tokens
  let last = first
  let digits = 1
  let skipped = 0
  for (let i = first + 1; i < count && (gaps[i]! & gap.line) === 0; i++) {
    if (shapes[i] === shape.digits) {
      digits += end[i]! - start[i]!
      last = i
      skipped = 0
      continue
    }
    const value = numberWord(hash[i]!)
    const insideWord = (words.of(hash[i]!) & bit.inside) !== 0 || (nearBits[i]! & near.bit.filler) !== 0
    // "nul zes tweehonderd vierendertig"
    if (hundreds.test(text.slice(start[i]!, Math.min(end[i]!, start[i]! + 14)))) {
      const rest = i + 1 < count ? numberWord(hash[i + 1]!) : -1
      digits += rest > 0 && rest < 100 ? (rest > 9 ? 1 : 2) : 3
      last = i
      skipped = 0
    } else if (value >= 0 && value <= 100) {
      const doubled = text.slice(start[i - 1]!, end[i - 1]!).toLowerCase() === 'dubbel'
      digits += value === 100 ? 3 : value > 9 ? 2 : doubled ? 2 : 1
      last = i
      skipped = 0
    } else if (insideWord && skipped < 3) skipped++
    else break
    if (digits > 14) break
  }
  if (digits < 9) return first
  out.add(start[first]!, end[last]!, 'PHONE', digits >= 10 ? certainty.sure : certainty.likely, 60)
  return last
}
