import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import { numberWord, ordinalWord } from './numberWords.js'
import { particle } from './particles.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** What a token may be as a part of a name. */
export const part = {
  none: 0,
  /** A word that is a name too: roos, storm, bakker. */
  weak: 1,
  /** Neither a known word nor a known name. */
  odd: 2,
  /** A known name that is no word. */
  name: 3,
  /** A capital inside a sentence. */
  capital: 4,
  /** One letter that may stand for a first name. */
  initial: 5,
  /** Capitals only. */
  acronym: 6,
  /** A known name or an unknown word in lower case, in text that has capitals. */
  lower: 7,
} as const

/** Words with a capital that name nobody: "Raad van Bestuur", "Kamer". */
const closed = near.bit.stopWord | near.bit.article | near.bit.pronoun

const [ben, s] = ['ben', 's'].map(wordHash)
const partsOfDay = wordSet(
  'morgens ochtends middags avonds nachts maandags dinsdags woensdags donderdags vrijdags zaterdags zondags zomers winters',
)

/** The kind of every token as a part of a name. */
export function tokenKinds(reading: Reading): Uint8Array {
  const { tokens } = reading
  const kinds = tokens.columns.uint8(tokens.count)
  for (const i of reading.at(interest.name)) kinds[i] = kindOf(reading, i)
  return kinds
}

function kindOf(reading: Reading, i: number): number {
  const { tokens, word, near: nearBits, plain, foreign, begins, kindOf: nouns } = reading
  const besideName = (at: number) => nextIsCapital(reading, at)
  const form = tokens.shape[i]!
  const bits = word[i]!
  if (form === shape.lower && bits === 0) return part.none
  if (form >= shape.digits) return part.none
  const length = tokens.length[i]!
  const frequency = bits & flag.frequency
  const named = bits & anyName
  if (length === 1) return form === shape.capital ? part.initial : part.none
  // "'s Avonds belde ze"
  if (i > 0 && tokens.hash[i - 1] === s && partsOfDay(tokens.hash[i]!)) return part.none
  if (foreign[i] === 1) return foreignKind(reading, i)
  if ((bits & flag.notName) !== 0)
    return (named !== 0 && form === shape.capital && besideName(i)) || behindFirstName(reading, i)
      ? part.capital
      : (bits & flag.first) !== 0
        ? part.weak
        : part.none
  if (form === shape.lower) {
    if ((bits & flag.first) !== 0 && frequency > 5 && surnameBehind(reading, i)) return part.weak
    if ((nearBits[i]! & (closed | near.bit.month)) !== 0 || particle(tokens.hash[i]!))
      return (bits & flag.first) !== 0 && (nearBits[i]! & near.bit.month) !== 0 && plain[i] === 1 ? monthKind(reading, i) : part.none
    if ((nearBits[i]! & near.bit.title) !== 0 && (length < 4 || named === 0)) return part.none
    if (plain[i] === 0) return (bits & flag.odd) !== 0 || (named !== 0 && frequency === 0) ? part.lower : part.none
    if ((bits & flag.odd) !== 0) return length > 2 ? part.odd : part.none
    if (named === 0) return part.none
    return frequency === 0 ? part.name : part.weak
  }
  if (begins[i] === 1 && (bits & flag.first) !== 0 && (nearBits[i]! & closed) !== 0 && besideName(i)) return part.weak
  if (begins[i] === 0 && form === shape.capital && !particle(tokens.hash[i]!) && besideName(i)) return part.capital
  // "Piet v.d. Meer"
  if (begins[i] === 0 && form === shape.capital && i > 1 && tokens.length[i - 1] === 1 && particle(tokens.hash[i - 1]!)) return part.capital
  // "zei Ben tegen mij"
  if (
    begins[i] === 0 &&
    form === shape.capital &&
    ((bits & flag.first) !== 0 || tokens.hash[i] === ben) &&
    (nearBits[i]! & (near.bit.pronoun | near.bit.article)) === 0
  )
    return part.capital
  if ((nearBits[i]! & closed) !== 0 && (begins[i] === 1 || particle(tokens.hash[i]!) || frequency > 5 || named === 0)) return part.none
  if (begins[i] === 1) {
    if (form === shape.capitals) return length > 1 && (frequency === 0 || named !== 0) ? part.acronym : part.none
    if ((bits & flag.odd) !== 0) return part.odd
    if (named !== 0) return frequency === 0 ? part.name : part.weak
    if (form === shape.mixed) return part.odd
    return (tokens.gap[i + 1]! & gap.hyphen) !== 0 && bits === 0 && nouns[i] === 0 ? part.odd : part.none
  }
  if (form === shape.capitals) return part.acronym
  return part.capital
}

/** "jan": a name where no day stands before it and no year behind it. */
function monthKind({ tokens, word, near: nearBits }: Reading, at: number): number {
  if ((word[at]! & flag.frequency) !== 0) return part.weak
  const number = (i: number) =>
    i >= 0 && i < tokens.count && (tokens.shape[i]! >= shape.digits || numberWord(tokens.hash[i]!) >= 0 || ordinalWord(tokens.hash[i]!) > 0)
  const timed = at > 0 && (nearBits[at - 1]! & near.bit.timePrep) !== 0 && (nearBits[at - 1]! & near.bit.personPrep) === 0
  return number(at - 1) || number(at + 1) || timed ? part.weak : part.name
}

/** In a line of English only what has a capital, and at the start of a sentence only what is a first name. */
function foreignKind({ tokens, word, near: nearBits, begins }: Reading, i: number): number {
  if (tokens.shape[i] === shape.lower || (nearBits[i]! & near.bit.english) !== 0) return part.none
  if (tokens.shape[i] === shape.capitals) return part.acronym
  if (begins[i] === 0) return part.capital
  return (word[i]! & (flag.first | flag.frequency)) === flag.first && nextIsCapital({ tokens }, i) ? part.name : part.none
}

/** "Sanne Hollander": a word with a capital right behind a first name. */
function behindFirstName({ tokens, word }: Reading, at: number): boolean {
  return (
    at > 0 &&
    tokens.gap[at] === gap.space &&
    tokens.shape[at] === shape.capital &&
    tokens.shape[at - 1] === shape.capital &&
    (word[at - 1]! & (flag.first | flag.frequency)) === flag.first
  )
}

/** Whether a word with a capital stands right behind, particles aside. */
function nextIsCapital({ tokens }: Pick<Reading, 'tokens'>, at: number): boolean {
  for (let i = at + 1; i < tokens.count && i < at + 4; i++) {
    if ((tokens.gap[i]! & ~(gap.space | gap.hyphen)) !== 0) return false
    const form = tokens.shape[i]!
    if (form === shape.capital || form === shape.mixed) return true
    if (!particle(tokens.hash[i]!)) return false
  }
  return false
}

/** "wil de groot", "wil van den berg": particles and a surname behind a word that is a first name too. */
function surnameBehind({ tokens, word, plain }: Reading, at: number): boolean {
  if (plain[at] === 0) return false
  let i = at + 1
  while (i < tokens.count && i < at + 4 && tokens.gap[i] === gap.space && particle(tokens.hash[i]!)) i++
  if (i >= tokens.count || tokens.gap[i] !== gap.space || i === at + 1) return false
  const again = at > 0 && tokens.hash[at - 1] === tokens.hash[at]
  return (word[i]! & flag.surname) !== 0 && (again || (word[i]! & flag.frequency) < 5) && ((word[at]! & flag.frequency) < 7 || again)
}
