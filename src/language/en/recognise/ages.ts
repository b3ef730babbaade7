import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { type Findings, likely, sure } from './findings.js'
import { below100 } from './numberWords.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  /** What may stand between "she was" and a number. */
  about:
    'about nearly almost only just now around maybe roughly over past barely probably like already then going a um eh uh erm gone say well',
  who: 'i he she we they you who hes shes im theyre youre',
  turn: 'aged age turned turning turns turn reached hits hit',
  be: 'am is was are were be been m s re being became',
  /** What may follow an age: not a noun that is counted. */
  after:
    'a an and when then now but so or in with at she he i they who the next this last my her his which because as if like um eh uh er yeah you by it that we last to years year yr yrs year-old yo never still not',
  old: 'years year yr yrs',
  plural: 'forties fifties sixties seventies eighties nineties thirties twenties teens',
  stage: 'early late mid her his my their our the',
  person:
    'woman man lady girl boy lad lass guy gentleman patient female male child kid mum mom mother father daughter son husband wife person resident widow widower bloke chap teenager nurse baby',
})
const { about, who, turn, be, after, old, plural, stage, person } = words.bit
const close = gap.space | gap.hyphen | gap.line
const before = gap.space | gap.line | gap.comma

/** Ages: the number or the words of a number, where they say how old somebody is. */
export function findAges(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: bits } = reading
  const { count, shape: shapes, length } = tokens
  for (let i = ahead[0]!; i < count; i = ahead[i + 1]!) {
    if (found.claimed[i] !== 0) continue
    if (shapes[i] === shape.digits) {
      if (length[i]! > 3) continue
      const value = Number(tokens.text.slice(tokens.start[i], tokens.end[i]))
      if (value > 0 && value < 112 && isAge(reading, i, i + 1, value)) found.tokens(i, i + 1, 'AGE', certain(reading, i, i + 1))
    } else if (shapes[i] === shape.alnum) withoutSpace(reading, i, found)
    else if ((bits[i]! & near.bit.number) !== 0) {
      const said = below100(tokens, i)
      if (!said) continue
      if (said.value > 0 && isAge(reading, i, said.end, said.value)) found.tokens(i, said.end, 'AGE', certain(reading, i, said.end))
      i = said.end - 1
    } else if (i > 0 && length[i]! > 4 && tokens.text.charCodeAt(tokens.end[i]! - 1) === 0x73 && (words.of(tokens.hash[i]!) & plural) !== 0)
      decades(reading, i, found)
  }
}

/** "61yo", "a 42-year-old" is two tokens and more. */
function withoutSpace({ tokens }: Reading, i: number, found: Findings): void {
  const said = /^(\d{1,3})(?:yo|yr|yrs|y)$/iu.exec(tokens.text.slice(tokens.start[i], tokens.end[i]))
  if (said) found.units(tokens.start[i]!, tokens.start[i]! + said[1]!.length, 'AGE', likely)
}

/** "in her late forties", "in his 60s": the number word. */
function decades({ tokens }: Reading, i: number, found: Findings): void {
  const one = words.of(tokens.hash[i - 1]!)
  const two = i > 1 ? words.of(tokens.hash[i - 2]!) : 0
  const owner = /^(?:her|his|my|their|your|our)$/iu
  const said = (at: number) => tokens.text.slice(tokens.start[at], Math.min(tokens.end[at]!, tokens.start[at]! + 8))
  if ((one & stage) !== 0 && (owner.test(said(i - 1)) || ((two & stage) !== 0 && owner.test(said(i - 2)))))
    found.tokens(i, i + 1, 'AGE', likely)
}

const hasOld = ({ tokens }: Reading, to: number): boolean => {
  if (to >= tokens.count || (tokens.gap[to]! & ~close) !== 0) return false
  if ((words.of(tokens.hash[to]!) & old) === 0 || to + 1 >= tokens.count) return false
  return /^(?:old|olds)$/iu.test(tokens.text.slice(tokens.start[to + 1], Math.min(tokens.end[to + 1]!, tokens.start[to + 1]! + 5)))
}

function certain(reading: Reading, from: number, to: number): number {
  if (hasOld(reading, to)) return sure
  return from > 0 && (words.of(reading.tokens.hash[from - 1]!) & turn) !== 0 ? sure : likely
}

function isAge(reading: Reading, from: number, to: number, value: number): boolean {
  const { tokens, near: bits } = reading
  const { count, gap: gaps, hash } = tokens
  if (hasOld(reading, to)) return (bits[from - 1] ?? 0) === 0 || !/[£$€]/u.test(tokens.text[tokens.start[from]! - 1] ?? ' ')
  if (from === 0) return false
  if (
    /[£$€#]/u.test(tokens.text[tokens.start[from]! - 1] ?? ' ') ||
    /^\s?[%£€:]|^\.\d|^,\d|^\s?\//u.test(tokens.text.slice(tokens.end[to - 1], tokens.end[to - 1]! + 3))
  )
    return false
  if ((gaps[from]! & ~before) !== 0) return false
  const next = to < count ? words.of(hash[to]!) : 0
  const apart = to >= count || (gaps[to]! & ~(gap.space | gap.line | gap.hyphen)) !== 0
  const fits = apart || (next & after) !== 0 || ((bits[to]! & near.bit.stop) !== 0 && (bits[to]! & near.bit.unit) === 0)
  const previous = words.of(hash[from - 1]!)
  if ((previous & turn) !== 0) {
    const unit = to < count && !apart && (bits[to]! & near.bit.unit) !== 0 && (next & old) === 0
    const isNoun = /^age$/iu.test(tokens.text.slice(tokens.start[from - 1], tokens.end[from - 1]))
    return (
      !unit && (value > 9 || isNoun || /^aged$/iu.test(tokens.text.slice(tokens.start[from - 1], tokens.end[from - 1]))) && (fits || isNoun)
    )
  }
  if (!fits) return false
  if (!apart && (next & old) !== 0) return false
  let at = from - 1
  for (let steps = 0; at > 0 && steps < 3 && (words.of(hash[at]!) & about) !== 0; steps++) at--
  // "at twenty six she": an age at which something happened.
  const bare = at === from - 1
  if ((words.of(hash[at]!) & turn) !== 0 && value > 9) return true
  if ((words.of(hash[at]!) & be) !== 0) return at > 0 && isSomebody(reading, at - 1) && value > (apart ? 12 : 13)
  // "a woman, 61, from Leeds"; "Denise, 61,"
  const comma = (gaps[from]! & gap.comma) !== 0
  if (bare && comma && apart && to < count && (gaps[to]! & gap.comma) !== 0 && value > 15)
    return (words.of(hash[at]!) & person) !== 0 || (reading.word[at]! & 4) !== 0
  return false
}

/** Whether what is said to be a number is somebody: "she was 89", "my mother is 80", "Denise was nineteen". */
function isSomebody({ tokens, near: bits, word }: Reading, at: number): boolean {
  const of = words.of(tokens.hash[at]!)
  if ((of & (who | person)) !== 0 || (bits[at]! & near.bit.kin) !== 0) return true
  return (word[at]! & 4) !== 0 && (word[at]! & 3) < 2
}
