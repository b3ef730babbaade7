import { gap } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { claimOf, type Findings } from './findings.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'
import { isCapital, isStrange, said } from './stretches.js'
import { near } from './triggers.js'

// What stands before a number that is somebody's age. Only asked of numbers, which are few.

const words = wordClasses({
  /** What may stand between "she was" and a number. */
  about:
    'about nearly almost only just now around maybe roughly over past barely probably like already then going a um eh uh erm gone say well pushing nearing nudging approaching rising still an only all of both',
  who: 'i he she we they you who hes shes im theyre youre',
  one: 'i he she who hes shes im',
  turn: 'aged age turned turning turns turn reached hits hit',
  be: 'am is was are were be been m s re being became',
  /** Between somebody and "be". */
  may: 'will would must might could ll d have ve has had may can should to going gonna not t probably only lived lives live',
  person:
    'woman man lady girl boy lad lass guy gentleman patient female male child kid mum mom mother father daughter son husband wife person resident widow widower bloke chap teenager nurse baby gran nan grandad grandma fella youngster toddler lodger',
  several: 'kids children daughters sons boys girls lads grandchildren grandkids twins nieces nephews bairns weans',
  /** What happens to people at an age. */
  life: 'died die dies passed married marry wed widowed diagnosed retired retire retiring retires divorced pregnant orphaned school menopause job career smoking drinking apprentice born first last mother mum mom dad father stroke qualified left home had emigrated',
})
const { about, who, one, turn, be, may, person, several, life } = words.bit
const of = ({ tokens }: Reading, at: number) => (at >= 0 && at < tokens.count ? words.of(tokens.hash[at]!) : 0)

const age = claimOf('AGE')

interface Told {
  readonly comma: boolean
  /** Whether the sentence, or a part of it, ends behind the number. */
  readonly apart: boolean
  readonly closed: boolean
}

/** "she was 89", "a woman, 61, from Leeds", "a man of 76", "she's getting on for eighty". */
export function isOfSomebody(reading: Reading, from: number, value: number, told: Told): boolean {
  const { tokens, near: bits } = reading
  let at = from - 1
  if (told.comma) return told.closed && value > 15 && isPerson(reading, at)
  if (value > 12 && said(reading, at) === 'of' && (of(reading, at - 1) & person) !== 0 && (bits[at - 2]! & near.bit.article) !== 0)
    return true
  // "coming up to seventy", "getting on for 80", "knocking on ninety"
  const toward = /(?:coming up (?:to|for)|getting on for|close to|closer to|nearer|going on|knocking on)$/iu
  const phrase = toward.exec(tokens.text.slice(Math.max(0, tokens.end[at]! - 16), tokens.end[at]))
  if (phrase) at -= phrase[0].split(' ').length
  for (let steps = 0; at > 0 && steps < 3 && (of(reading, at) & about) !== 0; steps++) at--
  if ((of(reading, at) & turn) !== 0 && (value > 9 || /^age$/iu.test(said(reading, at)))) return true
  // "she's a sprightly 91"
  if (told.closed && value > 15 && at === from - 1 && /^an?$/iu.test(said(reading, at - 1))) at -= 2
  return isSaidToBe(reading, at, value < 14) && value > 2
}

/**
 * Whether a token is the verb that says what somebody is: "she was", "my mother would have been", "Denise is".
 *
 * @param single whether it must be one person, since "we were seven" counts them
 */
export function isSaidToBe(reading: Reading, at: number, single: boolean): boolean {
  if ((of(reading, at) & be) === 0) return false
  let before = at - 1
  for (let steps = 0; before > 0 && steps < 3 && (of(reading, before) & (may | be)) !== 0; steps++) before--
  if (before < 0) return false
  // "those who were seventy" has no one person.
  return isPerson(reading, before) || (of(reading, before) & (single ? one : who)) !== 0
}

function isPerson(reading: Reading, at: number): boolean {
  const { word, near: bits, begins } = reading
  if ((of(reading, at) & person) !== 0 || (bits[at]! & near.bit.kin) !== 0) return true
  if ((word[at]! & flag.first) !== 0 && (word[at]! & flag.frequency) < 2) return true
  // A name that is known by its capital only: "Okonjo is 62", "Mrs Patel, 82,".
  return isCapital(reading, at) && (isStrange(reading, at) || ((word[at]! & flag.surname) !== 0 && begins[at] === 0))
}

/** "died at 67", "left school at sixteen", "At 43 you think": when something happened in a life. */
export function isTime(reading: Reading, from: number, value: number): boolean {
  const { tokens, near: bits, begins } = reading
  const at = from - 1
  if (value < 13 || !/^at$/iu.test(said(reading, at))) return false
  let next = from + 1
  while (next < tokens.count && (bits[next]! & near.bit.number) !== 0) next++
  // "at twenty past four"
  if (/^(?:past|to|am|pm|o|oclock)$/iu.test(said(reading, next))) return false
  for (let back = at - 1; back >= 0 && at - back < 5 && (tokens.gap[back + 1]! & ~(gap.space | gap.line)) === 0; back--)
    if ((of(reading, back) & life) !== 0) return true
  return value > 15 && begins[at] === 1 && next < tokens.count && (of(reading, next) & who) !== 0
}

/** "a boy of nine", "my child of seven" */
export function isChild(reading: Reading, from: number): boolean {
  return /^of$/iu.test(said(reading, from - 1)) && /^(?:boy|girl|child|lad|lass|son|daughter|baby)$/iu.test(said(reading, from - 2))
}

/** "forty-two, forty-three maybe", "and the youngest nine": a number behind an age, by itself or behind who it is of. */
export function isGivenAgain(reading: Reading, { claimed }: Findings, from: number): boolean {
  const { tokens } = reading
  if (claimed[from - 1] === age) return true
  if (!/^(?:eldest|oldest|youngest|other|younger|older|middle)$/iu.test(said(reading, from - 1))) return false
  for (let at = from - 2; at >= 0 && from - at < 9 && (tokens.gap[at + 1]! & gap.stop) === 0; at--) if (claimed[at] === age) return true
  return false
}

/** "Sixty-four, I am." */
export function isTurned(reading: Reading, to: number): boolean {
  const joined = to + 1 < reading.tokens.count && (reading.tokens.gap[to]! & ~(gap.space | gap.comma)) === 0
  return joined && (of(reading, to) & one) !== 0 && (of(reading, to + 1) & be) !== 0
}

const furthest = 14

/** Whether somebody was asked for an age just before: "How old is she?" */
export function isAskedFor({ tokens, near: bits }: Reading, from: number): boolean {
  for (let at = from - 1; at > 0 && from - at < furthest; at--) {
    if ((bits[at]! & near.bit.number) !== 0) return false
    if ((bits[at]! & near.bit.colour) !== 0 && isWord(tokens, at, 'old') && isWord(tokens, at - 1, 'how')) return true
  }
  return false
}

const isWord = ({ text, start, end }: Reading['tokens'], at: number, word: string) =>
  end[at]! - start[at]! === word.length && text.slice(start[at], end[at]).toLowerCase() === word

/** "they're nine and twelve", "two kids, eight and eleven": before the first of two ages of children. */
export function isBeside(reading: Reading, from: number): boolean {
  const { tokens } = reading
  let at = from - 1
  if (at < 0 || (tokens.gap[from]! & ~(gap.space | gap.comma)) !== 0) return false
  if ((of(reading, at) & turn) !== 0) at--
  if ((of(reading, at) & several) !== 0) return (tokens.gap[from]! & gap.comma) !== 0 || at < from - 1
  return (of(reading, at) & be) !== 0 && at > 0 && (/^they$/iu.test(said(reading, at - 1)) || (of(reading, at - 1) & several) !== 0)
}
