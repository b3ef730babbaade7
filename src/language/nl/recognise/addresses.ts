import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { addressWords } from './addressWords.js'
import { isBelgianCode, withBox } from './boxes.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import { numberWord } from './numberWords.js'
import { nameParticle } from './particles.js'
import type { Reading } from './reading.js'
import { markShortStreet } from './shortStreet.js'
import { near } from './triggers.js'

const streetEnds = wordEndings(
  'straat weg wei laan plein kade gracht singel dijk pad hof steeg plantsoen dreef markt wal ring baan haven allee boulevard hoek weide veld akker kamp oord werf sluis brink erf stee donk wijk park burg horst land berg leane strjitte reed dyk poort zijde zoom vaart beek hage esch es meent plaats gaarde tuin bos duin rak brug straatje laantje weggetje'.split(
    ' ',
  ),
  2,
)
const streets = new Set(
  'straat weg laan plein kade gracht singel dijk pad hof steeg plantsoen dreef markt allee boulevard str strjitte alleetjes brink park wal kerkhof dorp ring'.split(
    ' ',
  ),
)
const street = { test: (word: string) => streetEnds.test(word) || streets.has(word) }
/** Suffixes that say street even where no number follows. */
const plainStreet = wordEndings('straat laan plein kade gracht singel steeg plantsoen dreef strjitte leane'.split(' '), 3)
const { bit } = addressWords
const [een, aan, op, adres, vanWord, postbus, postcode] = ['een', 'aan', 'op', 'adres', 'van', 'postbus', 'postcode'].map(wordHash)

const sides = wordSet('noord zuid oost west')
/** honderdveertien, tweehonderdzes */
const hundreds = /^(?:twee|drie|vier|vijf|zes|zeven|acht|negen)?honderd(?:(?:en)?[a-z]{3,16})?$/u

/** Whether a folded word ends as streets do. */
export const isStreet = (letters: string): boolean => street.test(letters)
/** Whether a folded word says street even where no number follows. */
export const isStreetAlone = (letters: string): boolean => plainStreet.test(letters)
export const streetWords = (hash: number): boolean => (addressWords.of(hash) & bit.bare) !== 0

/** Words that an address begins behind, which has no sign of its own. */
export const addressOpens = (hash: number): boolean => hash === postcode || hash === op || hash === aan

/** Streets with a house number, postcodes, and streets alone. */
export function markAddresses(reading: Reading, out: Candidates): void {
  const { tokens } = reading
  const { shape: shapes, start, end, length } = tokens
  for (const i of reading.at(interest.number)) {
    const form = shapes[i]!
    if (form === shape.digits) {
      if (end[i]! - start[i]! === 4) markPostcode(reading, i, out)
      if (isBelgianCode(reading, i, flag.place)) out.add(start[i]!, end[i]!, 'POSTCODE', certainty.likely, 60)
      continue
    }
    if (form === shape.alnum && end[i]! - start[i]! === 6) markPostcode(reading, i, out)
  }
  for (const i of reading.at(interest.before)) {
    if (tokens.hash[i] === postcode) markSpokenPostcode(reading, i, out)
    else if (tokens.hash[i] === op || tokens.hash[i] === aan) markLivedAt(reading, i, out)
  }
  for (const i of reading.at(interest.number))
    if (i > 0 && postbus === tokens.hash[i - 1] && tokens.gap[i] === gap.space)
      out.add(start[i - 1]!, end[i]!, 'ADDRESS', certainty.sure, 80)
  for (const i of reading.at(interest.number)) {
    markStreetOf(reading, i, out)
    markShortStreet(reading, i, out)
  }
  for (const i of reading.at(interest.street)) {
    if (length[i]! < 3 || (reading.word[i]! & flag.frequency) > 5) continue
    const number = houseNumber(reading, i)
    if (number > 0) {
      if (street.test(foldedWord(tokens, i))) markStreet(reading, i, number, out)
    } else if (length[i]! > 6 && plainStreet.test(foldedWord(tokens, i))) markStreetAlone(reading, i, out)
  }
}

/** "Laan van Meerdervoort 120", "weg naar rhijnauwen 4": the word for a street comes first. */
function markStreetOf(reading: Reading, number: number, out: Candidates): void {
  const { tokens, near: nearBits } = reading
  if (number < 2 || tokens.gap[number] !== gap.space || tokens.end[number]! - tokens.start[number]! > 4) return
  for (let i = number - 1; i >= 0 && i > number - 6 && (tokens.gap[i + 1]! & ~(gap.space | gap.apostrophe | gap.hyphen)) === 0; i--) {
    if ((addressWords.of(tokens.hash[i]!) & bit.bare) !== 0 && i < number - 2) {
      const linked = tokens.hash[i + 1] === vanWord || (nearBits[i + 1]! & near.bit.placePrep) !== 0
      const last = houseNumber(reading, number - 1)
      if (
        linked &&
        last > 0 &&
        tokens.shape[number - 1] !== shape.digits &&
        (reading.plain[i] === 1 || tokens.shape[number - 1] !== shape.lower)
      )
        out.add(tokens.start[i]!, tokens.end[last]!, 'ADDRESS', certainty.sure, 84)
      return
    }
  }
}

/** The last token of a house number after a street and of what stands behind it ("bus 3", "huisje 27"), or 0. */
function houseNumber(reading: Reading, at: number): number {
  const last = plainNumber(reading, at)
  return last > 0 ? withBox(reading, last) : 0
}

function plainNumber({ tokens, near: nearBits }: Reading, at: number): number {
  const { count, shape: shapes, gap: gaps, hash, start, end, text } = tokens
  let i = at + 1
  if (i >= count || (gaps[i]! & ~gap.space) !== 0) return 0
  // "in de spoorstraat op nummer achttien"
  if (hash[i] === op && i + 1 < count && (addressWords.of(hash[i + 1]!) & bit.nummer) !== 0 && gaps[i + 1] === gap.space) i++
  if ((addressWords.of(hash[i]!) & bit.nummer) !== 0) i++
  // "rondweg noord 200"
  if (i + 1 < count && gaps[i + 1] === gap.space && sides(hash[i]!)) i++
  if (i >= count || (gaps[i]! & ~(gap.space | gap.dot | gap.stop)) !== 0) return 0
  const form = shapes[i]!
  const written = text.slice(start[i]!, Math.min(end[i]!, start[i]! + 8))
  if (form === shape.digits ? written.length > 4 : form === shape.alnum ? !/^\d{1,4}[a-z]{1,2}$/iu.test(written) : true) {
    const value = numberWord(hash[i]!)
    if (form === shape.digits || form === shape.alnum || ((value < 1 || value > 103) && !hundreds.test(foldedWord(tokens, i)))) return 0
    if (hash[i] === een && i === at + 1) return 0
    const next = i + 1 < count ? numberWord(hash[i + 1]!) : -1
    if (value > 99 && next > 0 && next < 100 && gaps[i + 1] === gap.space) i++
  }
  if (
    i + 1 < count &&
    (gaps[i + 1]! & (gap.stop | gap.comma | gap.line)) === 0 &&
    (nearBits[i + 1]! & near.bit.unit) !== 0 &&
    end[i + 1]! - start[i + 1]! > 1 &&
    // "kempstraat 118 de praktijk heet"
    (nearBits[i + 1]! & near.bit.article) === 0
  )
    return 0
  const nextGap = gaps[i + 1]!
  if (i + 1 < count && (nextGap === gap.hyphen || nextGap === gap.slash)) return i + 1
  if (i + 1 < count && nextGap === gap.space && /^(?:[a-dA-D]|hs|bis|hoog|I{1,3})$/u.test(text.slice(start[i + 1]!, end[i + 1]!)))
    return i + 1
  return i
}

function markStreet(reading: Reading, at: number, last: number, out: Candidates): void {
  const { tokens, word } = reading
  const { start, end, hash } = tokens
  const bits = word[at]!
  const first = streetStart(reading, at)
  const frequent = (bits & flag.frequency) >= 3 && first === at
  const named = (addressWords.of(hash[at]!) & bit.bare) === 0 || first < at
  if (!named || (addressWords.of(hash[at]!) & bit.general) !== 0) return
  const prepared = at > 0 && before(reading, first)
  if (frequent && !prepared) return
  const strong = /(?:straat|laan|weg|plein|kade|gracht|singel|steeg|plantsoen|dreef|dijk)$/u.test(foldedWord(tokens, at))
  if (!strong && !prepared && (bits & (flag.form | flag.frequency)) !== 0 && tokens.shape[at] === shape.lower) return
  out.add(start[first]!, end[last]!, 'ADDRESS', strong || prepared ? certainty.sure : certainty.likely, 85)
}

function before({ tokens, near: nearBits }: Reading, first: number): boolean {
  for (let i = first - 1; i >= 0 && i >= first - 4; i--)
    if (
      (addressWords.of(tokens.hash[i]!) & bit.lives) !== 0 ||
      ((nearBits[i]! & near.bit.personPrep) !== 0 && tokens.hash[i] === aan) ||
      (i === first - 1 && (tokens.hash[i] === op || tokens.hash[i] === adres))
    )
      return true
  return false
}

/** Where the name of a street begins: "Burgemeester de Vlugtlaan", "Laan van Meerdervoort", "van der pekstraat", "zeven alleetjes". */
function streetStart(reading: Reading, at: number): number {
  const { tokens, near: nearBits, word, plain } = reading
  const { gap: gaps, shape: shapes, hash } = tokens
  let first = at
  const bare = (addressWords.of(hash[at]!) & bit.bare) !== 0
  for (
    let i = at - 1;
    i >= 0 && at - i < 6 && (gaps[i + 1]! & ~(gap.space | gap.dot | gap.stop | gap.apostrophe | gap.hyphen)) === 0;
    i--
  ) {
    // "Burg. Vlugtlaan", not "Wisselend. Mathenesserlaan".
    if ((gaps[i + 1]! & gap.stop) !== 0 && tokens.length[i]! > 4) break
    const form = shapes[i]!
    const capital = form === shape.capital || form === shape.capitals || form === shape.mixed
    const particle = (nearBits[i]! & near.bit.article) !== 0 || hash[i] === vanWord || nameParticle(hash[i]!)
    if (plain[i] === 0) {
      if (capital && (reading.begins[i] === 0 || (word[i]! & flag.frequency) < 4 || i === at - 1)) first = i
      else if (!particle || form !== shape.lower) break
      continue
    }
    if ((addressWords.of(hash[i]!) & bit.sized) !== 0) {
      first = i
      continue
    }
    const named = (word[i]! & (anyName | flag.odd)) !== 0 && (nearBits[i]! & (near.bit.does | near.bit.pronoun)) === 0
    const numbered = numberWord(hash[i]!) > 1
    if ((named && (word[i]! & flag.frequency) < 5) || (numbered && bare === false && i === at - 1) || (nearBits[i]! & near.bit.title) !== 0)
      first = i
    else if (!(particle && i > 0 && hash[i] === vanWord && (bare || first < at || i === at - 1))) {
      if (particle && i > 0 && hash[i - 1] === vanWord) continue
      break
    }
    if (hash[i] === vanWord && first === i + 1) first = i
  }
  if (first > 0 && hash[first - 1] === vanWord && shapes[first - 1] === shape.capital) first--
  return first
}

function markStreetAlone(reading: Reading, at: number, out: Candidates): void {
  const { tokens, word, plain, begins } = reading
  const { start, end, shape: shapes, hash } = tokens
  if ((addressWords.of(hash[at]!) & bit.general) !== 0 || (word[at]! & flag.frequency) > 1) return
  const capital = shapes[at] === shape.capital || shapes[at] === shape.mixed
  if (plain[at] === 0 && !capital) return
  const first = streetStart(reading, at)
  if (capital && begins[at] === 0) out.add(start[first]!, end[at]!, 'LOCATION', certainty.sure, 40)
  else if (plain[at] === 1 && ((word[at]! & flag.odd) !== 0 || first < at))
    out.add(start[first]!, end[at]!, 'LOCATION', certainty.likely, 40)
}

/** "ik woon op de hooge eind zeven": where somebody lives, though the name of the street does not say that it is one. */
function markLivedAt(reading: Reading, prep: number, out: Candidates): void {
  const { tokens, near: nearBits } = reading
  const { hash, gap: gaps, count } = tokens
  const joined = (i: number) => i < count && (gaps[i]! & ~(gap.space | gap.apostrophe | gap.hyphen)) === 0
  let lives = false
  for (let i = prep - 1; i >= 0 && i > prep - 5 && (gaps[i + 1]! & (gap.stop | gap.line)) === 0; i--)
    lives ||= (addressWords.of(hash[i]!) & bit.lives) !== 0
  if (!lives) return
  let first = prep + 1
  if (joined(first) && (nearBits[first]! & near.bit.article) !== 0) first++
  for (let i = first; i < first + 3 && joined(i); i++) {
    if ((nearBits[i]! & (near.bit.stopWord | near.bit.does | near.bit.unit)) !== 0 && i === first) return
    const last = houseNumber(reading, i)
    if (last > 0) return out.add(tokens.start[first]!, tokens.end[last]!, 'ADDRESS', certainty.likely, 30)
  }
}

/** "postcode drieëndertig elf a b": as it is said, number words or digits and two letters. */
function markSpokenPostcode({ tokens }: Reading, at: number, out: Candidates): void {
  const { hash, gap: gaps, count, shape: shapes, length, start, end, text } = tokens
  let i = at + 1
  while (
    i < count &&
    i < at + 4 &&
    gaps[i] === gap.space &&
    /^(?:is|was|van|dat|dan|eh|uh|nou)$/iu.test(text.slice(start[i]!, Math.min(end[i]!, start[i]! + 4)))
  )
    i++
  const first = i
  let digits = 0
  for (; i < count && i < first + 5 && (gaps[i]! & ~gap.space) === 0; i++) {
    const value = shapes[i] === shape.digits ? 10 ** (end[i]! - start[i]! - 1) : numberWord(hash[i]!)
    if (value < 0) break
    digits += value > 999 ? 4 : value > 99 ? 3 : value > 9 ? 2 : 1
  }
  if (i === first || digits < 2 || digits > 6) return
  let last = i - 1
  while (
    last + 1 < count &&
    last < i + 1 &&
    length[last + 1]! < 3 &&
    shapes[last + 1] !== shape.digits &&
    (gaps[last + 1]! & ~(gap.space | gap.hyphen)) === 0
  )
    last++
  out.add(start[first]!, end[last]!, 'POSTCODE', digits === 4 ? certainty.sure : certainty.likely, 80)
}

/** 7009 KD, 7009KD; in lower case too when the letters are no word. */
function markPostcode({ tokens, near: nearBits, plain }: Reading, at: number, out: Candidates): void {
  const { text, start, end, gap: gaps, count, shape: shapes } = tokens
  const joined = shapes[at] === shape.alnum
  const last = joined ? at : at + 1
  if (last >= count || (!joined && (gaps[last]! & ~gap.space) !== 0)) return
  const written = text.slice(start[at]!, end[last]!).replace(/\s/gu, '')
  if (!/^[1-9]\d{3}[a-z]{2}$/iu.test(written) || /(?:SA|SD|SS)$/u.test(written)) return
  const capitals = /[A-Z]{2}$/u.test(written)
  const year = /^(?:19|20)/u.test(written)
  if (capitals) {
    const dated = year && at > 0 && (nearBits[at - 1]! & near.bit.timePrep) !== 0
    if (!dated) out.add(start[at]!, end[last]!, 'POSTCODE', certainty.sure, 80)
    return
  }
  const wordy =
    !joined &&
    (nearBits[last]! !== 0 || /(?:ik|je|we|ze|er|en|of|is|in|op|te|om|zo|al|ja|eh|uh|de|km|kg|ml|nu|ga|na|pk|cc|st|mm|cm)$/iu.test(written))
  if (!wordy && (plain[at] === 1 || joined) && !(year && !joined)) out.add(start[at]!, end[last]!, 'POSTCODE', certainty.likely, 80)
}
