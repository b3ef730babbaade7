import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { anyName, anyWord, flag } from './flags.js'
import type { Reading } from './reading.js'
import {
  before,
  behind,
  follows,
  followsInitial,
  isCapital,
  isDay,
  isParticle,
  isPossessive,
  isStrange,
  isTail,
  said,
} from './stretches.js'
import { headOf, near } from './triggers.js'

const { title, kin, colleague, naming, pronoun, placePrep, personPrep, says, does, stop, eponym, modal, article, possessive } = near.bit
const most = 8
const motion =
  /^(?:to|of|over|via|visit|visited|visiting|reach|reached|left|leave|live|lives|lived|living|based|born|raised|originally|cover|covers|covered|called)$/iu

/** Words with capitals where capitals say something: persons, places, organisations, by what they are and what stands beside them. */
export function findCapitalised(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: close } = reading
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (!isCapital(reading, i) || found.claimed[i] !== 0) continue
    if ((close[i]! & pronoun) !== 0 && tokens.length[i]! <= 2) continue
    const to = runEnd(reading, i, found)
    judge(reading, i, to, found)
    i = to - 1
  }
}

/** One past the capitalised words that go on from a token, with "van der" and the like between them. */
function runEnd(reading: Reading, from: number, found: Findings): number {
  const { tokens, near: close, begins } = reading
  let to = from + 1
  while (to < tokens.count && to - from < most && found.claimed[to] === 0) {
    if (!followsInitial(reading, to)) break
    if (isCapital(reading, to)) {
      if (begins[to] === 1 || ((close[to]! & pronoun) !== 0 && tokens.length[to]! <= 2 && said(reading, to) === 'I')) break
      to++
    } else if (isParticle(reading, to) && tokens.gap[to] !== gap.apostrophe) {
      let next = to + 1
      while (next < to + 2 && isParticle(reading, next) && follows(reading, next)) next++
      if (!isCapital(reading, next) || !follows(reading, next) || found.claimed[next] !== 0) break
      to = next + 1
    } else break
  }
  return to
}

function judge(reading: Reading, first: number, end: number, found: Findings): void {
  let from = first
  let to = end
  const { tokens, near: close, word, begins } = reading
  let titled = from > 0 && (before(reading, from) & title) !== 0 && (tokens.gap[from]! & gap.comma) === 0
  while (from < to && isOpening(reading, from, to)) {
    if ((close[from]! & title) !== 0) titled = true
    from++
  }
  while (to > from && isClosing(reading, to - 1, from)) to--
  if (from >= to) return
  const length = to - from
  if (isEponym(reading, from, to)) return
  if (titled && tokens.length[from]! > 1) {
    // "Sister Mary", "Dr Okonjo"; "Nurse" and "Father" by themselves are words.
    found.tokens(from, to, 'PERSON', (word[from]! & flag.notName) !== 0 || (word[from]! & 3) === 3 ? likely : sure, 2)
    return
  }
  if (length > 1) return several(reading, from, to, found)
  if (tokens.length[from]! < 2) return
  single(reading, from, begins[first] === 1 && from === first, found)
}

/** What stands before a name and does not belong to it. */
function isOpening(reading: Reading, at: number, end: number): boolean {
  const { near: close, word, begins, tokens, head } = reading
  const bits = close[at]!
  if ((bits & title) !== 0 && at + 1 < end && tokens.length[at]! > 1 && (word[at]! & flag.first) === 0) return true
  if (
    (bits & (stop | article | possessive)) !== 0 &&
    (word[at]! & flag.first) === 0 &&
    (tokens.length[at]! > 1 || said(reading, at) === 'A')
  )
    return true
  // "General Baker", "Aunty Joy" and "Nurse Grace" are titles; "Practice Manager Ruth" is a function and a name.
  if (at + 1 < end && (head[at]! & headOf.bit.role) !== 0 && (word[at]! & flag.first) === 0) return true
  if ((word[at]! & flag.notName) !== 0 && (word[at]! & flag.first) === 0) return true
  if (begins[at] === 0) return false
  const isWord = (word[at]! & anyWord) !== 0
  if (at + 1 >= end) return false
  if ((bits & modal) !== 0 && (word[at + 1]! & flag.first) !== 0 && (word[at + 1]! & flag.surname) === 0) return true
  return isWord &&
    ((word[at]! & flag.first) === 0 || (word[at]! & flag.frequency) === 3) &&
    (word[at]! & flag.frequency) > 1 &&
    (bits & modal) === 0
    ? (word[at]! & flag.first) === 0
    : false
}

function isClosing({ near: close, word, tokens }: Reading, at: number, from: number): boolean {
  if (at === from) return (word[at]! & flag.notName) !== 0 && (word[at]! & flag.first) === 0
  if (tokens.shape[at] === shape.capitals && tokens.length[at] === 2) return false
  return (
    ((close[at]! & stop) !== 0 && tokens.length[at]! > 1 && (word[at]! & (flag.first | flag.surname)) === 0) ||
    (word[at]! & flag.notName) !== 0
  )
}

/** "Parkinson's disease", "the Barthel index". */
function isEponym(reading: Reading, from: number, to: number): boolean {
  const next = isPossessive(reading, to) ? to + 1 : to
  return to - from < 3 && (behind(reading, next) & eponym) !== 0 && (reading.tokens.gap[next]! & gap.line) === 0 && from < to
}

function several(reading: Reading, from: number, to: number, found: Findings): void {
  const { word, tokens } = reading
  let firsts = 0
  let strange = 0
  let names = 0
  let places = 0
  let initials = 0
  let capitals = 0
  for (let i = from; i < to; i++) {
    const bits = word[i]!
    if ((bits & flag.first) !== 0) firsts++
    if (isStrange(reading, i)) strange++
    if ((bits & anyName) !== 0) names++
    if ((bits & flag.place) !== 0) places++
    if (tokens.length[i] === 1) initials++
    if (tokens.shape[i] === shape.capitals) capitals++
  }
  const length = to - from
  const prev = before(reading, from)
  const next = behind(reading, isTail(reading, to) ? to + 1 : to)
  const opensAsFirst = (word[from]! & flag.first) !== 0
  const personal = (prev & (kin | colleague | naming)) !== 0 || (next & (says | does)) !== 0 || isPossessive(reading, to)
  const placed = (prev & placePrep) !== 0 || (from > 0 && motion.test(said(reading, from - 1)))
  if (opensAsFirst && (strange > 0 || names > 1)) {
    const clear = (word[from]! & flag.frequency) === 0 || strange > 0
    found.tokens(from, to, placed && places === length && firsts < length ? 'LOCATION' : 'PERSON', clear ? sure : likely, 1)
    return
  }
  if (initials > 0 && strange + names > 0) {
    found.tokens(from, to, 'PERSON', likely, 1)
    return
  }
  if (strange === 0 && firsts === 0 && names < length) {
    // Words of the language with capitals: `findTitles` is about these.
    return
  }
  if (capitals === length && strange === 0) return
  const type =
    personal && !placed
      ? 'PERSON'
      : placed || (places === length && firsts === 0)
        ? 'LOCATION'
        : said(reading, from - 1) === 'at' && firsts === 0
          ? 'ORG'
          : 'PERSON'
  found.tokens(from, to, type, likely, 1)
}

function single(reading: Reading, at: number, opens: boolean, found: Findings): void {
  const { word, tokens } = reading
  const bits = word[at]!
  if ((bits & flag.notName) !== 0 && (bits & flag.first) === 0) return
  const frequency = bits & flag.frequency
  const prev = before(reading, at)
  const next = behind(reading, isTail(reading, at + 1) ? at + 2 : at + 1)
  const prep = said(reading, at - 1)
  const placed = (prev & placePrep) !== 0 || motion.test(prep)
  const personal =
    (prev & (kin | naming | colleague)) !== 0 ||
    (next & (says | does)) !== 0 ||
    isPossessive(reading, at + 1) ||
    ((prev & personPrep) !== 0 && !placed)
  if (isDay(reading, at) && ((prev & (kin | naming)) === 0 || placed) && (behind(reading, at + 1) & says) === 0) return
  if (isAcronym(reading, at)) return acronym(reading, at, personal, found)
  if ((bits & flag.first) !== 0) {
    if (frequency === 0) {
      const isPlace = (bits & flag.place) !== 0 && placed && !personal
      found.tokens(at, at + 1, isPlace ? 'LOCATION' : 'PERSON', !opens || personal ? sure : likely)
    } else if (!opens) found.tokens(at, at + 1, placed && (bits & flag.place) !== 0 ? 'LOCATION' : 'PERSON', likely)
    else if (acts(reading, at)) found.tokens(at, at + 1, 'PERSON', likely)
    return
  }
  if ((bits & flag.place) !== 0 && (frequency === 0 || (!opens && placed))) {
    const isPerson = (next & says) !== 0 && !placed && (bits & flag.surname) !== 0
    found.tokens(at, at + 1, isPerson ? 'PERSON' : 'LOCATION', placed && frequency === 0 ? sure : likely)
    return
  }
  if (isStrange(reading, at)) {
    if (opens && tokens.length[at]! < 4 && !personal && !acts(reading, at)) return
    const type = placed ? 'LOCATION' : /^(?:at)$/iu.test(prep) ? 'ORG' : 'PERSON'
    found.tokens(at, at + 1, type, likely)
    return
  }
  // "to Coles": hardly a word.
  if (!opens && frequency === 1 && (prev & article) === 0 && (bits & (flag.surname | flag.form)) !== 0 && (placed || personal))
    return found.tokens(at, at + 1, placed ? 'LOCATION' : 'PERSON', likely)
  // "Baker said", "with Bishop": a word that is a surname too.
  if (!opens && (bits & flag.surname) !== 0 && personal && (prev & (article | possessive)) === 0 && frequency < 3)
    found.tokens(at, at + 1, 'PERSON', likely)
}

/** "Bill stopped it", "Aga then went": a verb, told of one thing, and no article before it: somebody did that. */
function acts(reading: Reading, at: number): boolean {
  const verb = /^(?:then|also|just|never|always|still|even|actually)$/iu.test(said(reading, at + 1)) ? at + 2 : at + 1
  if (!follows(reading, at + 1) || !follows(reading, verb) || reading.tokens.shape[verb] !== shape.lower) return false
  if ((behind(reading, verb) & says) !== 0 || (verb > at + 1 && (behind(reading, verb) & does) !== 0)) return true
  return /^\p{L}{2,}ed$/u.test(said(reading, verb)) && (reading.near[at]! & modal) === 0
}

/** In capitals, the s of a plural apart. */
function isAcronym(reading: Reading, at: number): boolean {
  const { tokens } = reading
  if (tokens.length[at]! < 2) return false
  return tokens.shape[at] === shape.capitals || (tokens.shape[at] === shape.mixed && /^\p{Lu}{2,}s$/u.test(said(reading, at)))
}

/** Words in capitals: abbreviations of names, unless they are words said loud. */
function acronym(reading: Reading, at: number, personal: boolean, found: Findings): void {
  const { word, tokens } = reading
  const bits = word[at]!
  // "CHOC" is rare enough as a word to be a name in capitals; "NEVER" is not.
  if ((bits & anyWord) > 1 || /^[IVXLC]+$|s$/u.test(said(reading, at))) return
  if ((bits & flag.first) !== 0) {
    found.tokens(at, at + 1, 'PERSON', likely)
    return
  }
  if ((bits & flag.place) !== 0 && tokens.length[at]! > 3) found.tokens(at, at + 1, 'LOCATION', likely)
  else if (tokens.length[at]! > 2) found.tokens(at, at + 1, tokens.length[at]! > 6 && !personal ? 'LOCATION' : 'ORG', likely)
}
