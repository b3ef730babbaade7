import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { flag } from './flags.js'
import { below100, cardinalOf } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const inside = gap.space | gap.hyphen | gap.apostrophe | gap.dot | gap.stop
const houseNumber = /^\d{1,5}[a-z]?$/iu
const unitWord = /^(?:flat|unit|apt|apartment|suite|ste|room|floor|po|box|p\.?o)$/iu
const foreign =
  /^(?:rue|avenue|avda|avenida|calle|via|rua|heol|stryd|ffordd|lon|plaza|piazza|chaussee|ul|ulica|boulevard|camino|carrer|sraid|bothar|place|ste)$/iu
const foreignEnd = /(?:straat|stra(?:ss|ß)e|weg|gasse|platz|gatan|vagen|vej|veien|gata|katu|kuja|tie|laan|plein|gade|allee|ulica|utca)$/iu
const bigUnit = 60

/** Streets with the number of a house before or behind them, with flats and boxes. */
export function findAddresses(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: close } = reading
  const { count, shape: shapes } = tokens
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if (found.claimed[i] !== 0) continue
    if ((close[i]! & near.bit.street) !== 0) bySuffix(reading, i, found)
    else if (shapes[i] === shape.digits || shapes[i] === shape.alnum) byNumber(reading, i, found)
    else if (shapes[i] !== shape.lower && foreign.test(said(reading, i))) byForeign(reading, i, found)
  }
}

const said = ({ tokens, text }: Reading, at: number) => text.slice(tokens.start[at], Math.min(tokens.end[at]!, tokens.start[at]! + bigUnit))
const near1 = ({ tokens }: Reading, at: number) => at < tokens.count && (tokens.gap[at]! & ~inside) === 0
const isCapital = ({ tokens }: Reading, at: number) => {
  const form = tokens.shape[at]!
  return form === shape.capital || form === shape.capitals || form === shape.mixed
}

/** From "Street" to the left: the words of its name, then a number. */
function bySuffix(reading: Reading, at: number, found: Findings): void {
  const { tokens, near: close, word, plain } = reading
  if (plain[at] === 0 && !isCapital(reading, at)) {
    // "33 avenue de Provence"
    if (foreign.test(said(reading, at))) byForeign(reading, at, found)
    return
  }
  let from = at
  while (from > 0 && at - from < 4 && near1(reading, from) && isStreetWord(reading, from - 1)) from--
  const named = from < at
  const number = from > 0 && near1(reading, from) && houseNumber.test(said(reading, from - 1))
  const words = !number && plain[at] === 1 ? numberBefore(reading, from) : from
  let end = at + 1
  // "Northeast", "West" behind it; then what else belongs to the address.
  if (
    end < tokens.count &&
    near1(reading, end) &&
    /^(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)$/iu.test(said(reading, end)) &&
    (tokens.gap[end]! & gap.stop) === 0 &&
    isCapital(reading, end)
  )
    end++
  if (named && number) {
    let start = from - 1
    // "17031 2202 Rissik St"
    if (start > 0 && near1(reading, start) && tokens.shape[start - 1] === shape.digits && tokens.length[start - 1]! <= 5) start--
    start = unitBefore(reading, start)
    found.tokens(start, withRest(reading, end), 'ADDRESS', sure, 2)
    return
  }
  if (named && words < from && (word[from]! & flag.frequency) < 3) {
    found.tokens(words, end, 'ADDRESS', likely, 2)
    return
  }
  if (!named) return
  const behind = numberBehind(reading, end)
  if (behind > end) found.tokens(from, behind, 'ADDRESS', likely, 2)
  else if (
    plain[at] === 0 &&
    isCapital(reading, at) &&
    !/^(?:drive|green|court|square|park|way|close|place|walk|row|hill|rise|st|dr|al|ct|pl|cir|av|la|view|terrace|circle|trail|alley|highway|parade|grove|crossing|gardens)$/iu.test(
      said(reading, at),
    )
  )
    found.tokens(from, end, 'ADDRESS', likely)
  void close
}

function isStreetWord({ tokens, near: close, word, plain }: Reading, at: number): boolean {
  if (plain[at] === 1) {
    // In lines without capitals names only, or a word that is no common one.
    return (
      tokens.shape[at] === shape.lower &&
      (close[at]! & near.bit.stop) === 0 &&
      ((word[at]! & flag.frequency) < 2 ||
        (close[at]! & (near.bit.compass | near.bit.ordinal | near.bit.colour)) !== 0 ||
        (word[at]! & (flag.surname | flag.place)) !== 0)
    )
  }
  const form = tokens.shape[at]!
  if (form === shape.alnum) return /^\d+(?:st|nd|rd|th)$/iu.test(tokens.text.slice(tokens.start[at], tokens.end[at]))
  return (form === shape.capital || form === shape.mixed || form === shape.capitals) && (close[at]! & near.bit.pronoun) === 0
}

/** Where number words before a street begin: "four seventeen lafayette street". */
function numberBefore({ tokens }: Reading, from: number): number {
  let at = from
  while (at > 0 && from - at < 4 && (tokens.gap[at]! & ~gap.space) === 0 && cardinalOf(tokens.hash[at - 1]!) >= 0) at--
  return at
}

/** One past number words or a number behind a street: "lafayette street four seventeen". */
function numberBehind(reading: Reading, at: number): number {
  const { tokens } = reading
  if (!near1(reading, at) || (tokens.gap[at]! & (gap.stop | gap.comma)) !== 0) return at
  if (tokens.shape[at] === shape.digits && tokens.length[at]! < 5) return at + 1
  if (reading.plain[at] === 0) return at
  let end = at
  for (let steps = 0; steps < 3 && (end === at || near1(reading, end)); steps++) {
    const value = below100(tokens, end)
    if (!value) break
    end = value.end
  }
  return end
}

/** "Flat 3", "Unit 12" before the number of the house. */
function unitBefore(reading: Reading, from: number): number {
  const { tokens } = reading
  if (from < 2 || (tokens.gap[from]! & ~(gap.space | gap.comma | gap.line)) !== 0) return from
  return houseNumber.test(said(reading, from - 1)) && unitWord.test(said(reading, from - 2)) ? from - 2 : from
}

/** "Apt. 050", "Suite 442", a town with its state and zip, on the same line or the next: the rest of an address that is written out. */
function withRest(reading: Reading, from: number): number {
  const { tokens } = reading
  const apart = gap.space | gap.comma | gap.line | gap.dot | gap.stop | gap.hyphen
  let end = from
  if (
    end + 1 < tokens.count &&
    (tokens.gap[end]! & ~apart) === 0 &&
    unitWord.test(said(reading, end)) &&
    tokens.shape[end + 1] !== shape.lower &&
    tokens.shape[end + 1] !== shape.capital
  )
    end += 2
  // Wilmington, DE 19801
  for (let k = end; k < end + 4 && k + 1 < tokens.count; k++) {
    if ((tokens.gap[k]! & ~apart) !== 0 || !isCapital(reading, k)) break
    if (tokens.shape[k] === shape.capitals && tokens.length[k] === 2 && tokens.shape[k + 1] === shape.digits && tokens.length[k + 1] === 5)
      return k + 2
  }
  return end
}

/** From a number to the right: "4 Heol y Bont", "Vesterskovvej 79" and boxes of the post and the army. */
function byNumber(reading: Reading, at: number, found: Findings): void {
  const { tokens } = reading
  const { gap: gaps, count, shape: shapes } = tokens
  if (tokens.length[at]! > 5) return
  if (
    at > 0 &&
    (gaps[at]! & ~gap.space) === 0 &&
    isCapital(reading, at - 1) &&
    foreignEnd.test(said(reading, at - 1)) &&
    reading.near[at - 1] === 0
  ) {
    let from = at - 1
    if (from > 0 && tokens.shape[from - 1] === shape.digits && (gaps[from]! & ~gap.space) === 0) from--
    found.tokens(from, withRest(reading, at + 1), 'ADDRESS', likely, 2)
    return
  }
  if (
    at > 0 &&
    /^(?:box|psc|unit|flat|apt|suite|apartment)$/iu.test(said(reading, at - 1)) &&
    isCapital(reading, at - 1) &&
    (gaps[at]! & ~(gap.space | gap.dot | gap.stop)) === 0
  ) {
    let from = at - 1
    while (
      from > 0 &&
      at - from < 5 &&
      (gaps[from]! & ~(gap.space | gap.comma)) === 0 &&
      (shapes[from - 1] === shape.digits || unitWord.test(said(reading, from - 1)) || /^psc$/iu.test(said(reading, from - 1)))
    )
      from--
    let to = at + 1
    if (to + 2 < count && /^(?:apo|fpo|dpo)$/iu.test(said(reading, to)) && shapes[to + 2] === shape.digits) to += 3
    found.tokens(from, to, 'ADDRESS', likely, 2)
    return
  }
  if (at + 2 < count && /^(?:a|f|d)po$/iu.test(said(reading, at + 1)) && shapes[at + 1] === shape.capitals)
    found.tokens(at, Math.min(at + 4, count), 'ADDRESS', likely)
}

/** "Rue Ibn El-Jazzar", "Avenida Pedro Ulisses 888", "Heol y Bont": the kind of street comes first. */
function byForeign(reading: Reading, at: number, found: Findings): void {
  const { tokens } = reading
  const number = at > 0 && (tokens.gap[at]! & ~gap.space) === 0 && tokens.shape[at - 1] === shape.digits && tokens.length[at - 1]! <= 5
  let end = at + 1
  let names = 0
  while (end < tokens.count && end - at < 7 && near1(reading, end) && (tokens.gap[end]! & gap.stop) === 0) {
    if (isCapital(reading, end)) names++
    else if (!/^(?:de|la|le|les|du|des|d|y|yr|el|da|do|dos|das|e|del|di|della|na)$/iu.test(said(reading, end))) break
    end++
  }
  while (end > at + 1 && !isCapital(reading, end - 1)) end--
  if (names === 0) return
  let from = number ? at - 1 : at
  if (number && from > 0 && (tokens.gap[from]! & ~gap.space) === 0 && tokens.shape[from - 1] === shape.digits) from--
  const behind = near1(reading, end) && tokens.shape[end] === shape.digits && tokens.length[end]! <= 5
  if (!number && !behind && !/^(?:heol|stryd|ffordd|avda|avenida|rue|calle|rua|via)$/iu.test(said(reading, at))) return
  found.tokens(from, withRest(reading, behind ? end + 1 : end), 'ADDRESS', number || behind ? sure : likely, 2)
}
