import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, sure } from './findings.js'
import { flag } from './flags.js'
import type { Reading } from './reading.js'
import { before, behind, follows, followsInitial, isParticle, isPossessive, isStrange, said } from './stretches.js'
import { near } from './triggers.js'

const { title, kin, colleague, naming, placePrep, personPrep, says, does, stop, pronoun, article, possessive, modal, be, eponym, number } =
  near.bit
const most = 5
const toPlace = /^(?:to|of|over|at|via|by|live|lives|lived|originally|from)$/u

/** Names in lines without capitals: words that are none of the language, and words that are names by what stands beside them. */
export function findLowerCase(reading: Reading, found: Findings): void {
  const { ahead, tokens, plain } = reading
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (plain[i] === 0 || found.claimed[i] !== 0) continue
    if (isStrange(reading, i)) i = Math.max(i, aroundStrange(reading, i, found) - 1)
    else i = Math.max(i, byContext(reading, i, found) - 1)
  }
}

/** A word that is a first name too. */
const mayBeFirst = ({ word, tokens, near: close }: Reading, at: number) =>
  at >= 0 && (word[at]! & flag.first) !== 0 && tokens.length[at]! > 2 && (close[at]! & (stop & ~modal)) === 0
/** A word that is a surname too, and could stand behind a first name. */
const mayBeLast = ({ word, tokens, near: close }: Reading, at: number) =>
  at < tokens.count &&
  (word[at]! & (flag.surname | flag.first)) !== 0 &&
  tokens.length[at]! > 2 &&
  (close[at]! & (stop | says | does | pronoun | number | modal | be | kin)) === 0

function aroundStrange(reading: Reading, at: number, found: Findings): number {
  const { tokens, word, near: close } = reading
  let to = at + 1
  while (to < tokens.count && to - at < most && found.claimed[to] === 0 && reading.plain[to] === 1) {
    if (follows(reading, to) && isStrange(reading, to)) to++
    else if (
      follows(reading, to) &&
      (isParticle(reading, to) || tokens.length[to] === 1) &&
      said(reading, to) !== 'i' &&
      said(reading, to) !== 'a' &&
      follows(reading, to + 1) &&
      isStrange(reading, to + 1) &&
      tokens.gap[to] !== gap.apostrophe
    )
      to += 2
    else break
  }
  const known = firstsIn(reading, at, to)
  if (
    to - at < 3 &&
    to < tokens.count &&
    follows(reading, to) &&
    found.claimed[to] === 0 &&
    (known > 0 || isWhole(reading, at, to)) &&
    to - at === 1 &&
    mayBeLast(reading, to) &&
    (word[to]! & flag.surname) !== 0 &&
    !isPossessive(reading, to)
  )
    to++
  // "a young mom hser paw she was"
  if (to - at === 1 && (before(reading, at) & (kin | colleague)) !== 0 && follows(reading, to) && (word[at]! & flag.odd) !== 0)
    if ((word[to]! & flag.frequency) === 1 && close[to] === 0 && (behind(reading, to + 1) & pronoun) !== 0) to++
  let from = at
  const left = at - 1
  if (at > 0 && found.claimed[left] === 0 && followsInitial(reading, at) && reading.plain[left] === 1) {
    const weak = mayBeFirst(reading, left) && (close[left]! & (modal | stop)) === 0 && (before(reading, left) & article) === 0
    const will =
      (close[left]! & modal) !== 0 &&
      mayBeFirst(reading, left) &&
      (before(reading, left) & pronoun) === 0 &&
      // "the survey may nguyen the kids": a sentence begins behind, so that it is no verb before.
      ((known === 0 && before(reading, left) !== 0) ||
        ((word[at]! & flag.surname) !== 0 && (behind(reading, to) & (article | possessive | pronoun)) !== 0))
    if (weak || will) from = left
    else if (
      /^(?:o|mc|mac|ni|al|el|la|le|las|los|san|van|de|o'|fitz|saint|st|princess|queen|prince|king|duchess|duke)$/u.test(
        said(reading, left),
      ) &&
      (tokens.gap[at]! & ~(gap.space | gap.apostrophe | gap.hyphen)) === 0
    )
      from = left
  }
  if (isEponym(reading, to)) return to
  return settle(reading, from, to, found)
}

/** "jaydn cooper and he": a word that may be a surname and ends what is said, behind a word that is no place. */
function isWhole(reading: Reading, at: number, to: number): boolean {
  const { word, tokens } = reading
  if ((word[at]! & flag.place) !== 0 || (before(reading, at) & (placePrep | article)) !== 0 || toPlace.test(said(reading, at - 1)))
    return false
  const ends = to + 1 >= tokens.count || (tokens.gap[to + 1]! & ~gap.space) !== 0
  return (word[to]! & flag.frequency) < 3 && (ends || (behind(reading, to + 1) & (pronoun | stop)) !== 0)
}

function firstsIn({ word }: Reading, from: number, to: number): number {
  let all = 0
  for (let i = from; i < to; i++) if ((word[i]! & flag.first) !== 0) all++
  return all
}

function isEponym(reading: Reading, to: number): boolean {
  const next = isPossessive(reading, to) || said(reading, to) === 's' ? to + 1 : to
  return (behind(reading, next) & eponym) !== 0
}

function settle(reading: Reading, from: number, to: number, found: Findings): number {
  const { word } = reading
  const prev = before(reading, from)
  const prep = said(reading, from - 1)
  const titled = (prev & title) !== 0
  const known = firstsIn(reading, from, to)
  let places = 0
  for (let i = from; i < to; i++) if ((word[i]! & flag.place) !== 0) places++
  const placed = (prev & placePrep) !== 0 || toPlace.test(prep)
  if (titled) found.tokens(from, to, 'PERSON', sure, 2)
  else if (known > 0 && !(placed && places > 0 && to - from === 1)) {
    const spokenOf = !placed && places === 0 && ((prev & personPrep) !== 0 || (behind(reading, to) & says) !== 0)
    found.tokens(from, to, 'PERSON', to - from > 1 || spokenOf || (prev & (kin | naming | colleague)) !== 0 ? sure : likely, 1)
  } else if (places > 0 && (placed || places === to - from))
    found.tokens(from, to, (behind(reading, to) & says) !== 0 && !placed ? 'PERSON' : 'LOCATION', placed ? sure : likely)
  else if ((prev & placePrep) !== 0) found.tokens(from, to, 'LOCATION', likely)
  else if (prep === 'at') found.tokens(from, to, 'ORG', likely)
  else found.tokens(from, to, 'PERSON', likely)
  return to
}

/** "mr king", "my husband mark", "her name was grace", "gerald king" is known by its first word already. */
function byContext(reading: Reading, at: number, found: Findings): number {
  const { tokens, word, near: close } = reading
  if (tokens.length[at]! < 3 || tokens.shape[at] === shape.digits) return 0
  const prev = before(reading, at)
  const bits = word[at]!
  const blocked = (close[at]! & (stop | pronoun | article | possessive | be | number)) !== 0
  if ((prev & title) !== 0 && isTitle(reading, at - 1) && !blocked && ((close[at]! & (says | does)) === 0 || (bits & flag.first) !== 0)) {
    let to = at + 1
    if (mayBeLast(reading, to) && follows(reading, to) && ((bits & flag.first) !== 0 || tokens.gap[to] === gap.hyphen)) to++
    found.tokens(at, to, 'PERSON', (bits & (flag.first | flag.surname)) !== 0 ? sure : likely, 2)
    return to
  }
  if ((bits & flag.first) === 0 || (close[at]! & (stop & ~modal)) !== 0 || (close[at]! & near.bit.day) !== 0)
    return weakPlace(reading, at, found)
  const next = behind(reading, at + 1)
  const isModal = (close[at]! & modal) !== 0
  const owned = (prev & kin) !== 0 && at > 1 && (close[at - 2]! & (possessive | article | near.bit.colour)) !== 0
  const said1 = said(reading, at - 1)
  const introduced =
    (prev & naming) !== 0 ||
    (/^(?:is|was|s)$/u.test(said1) && /^(?:name|surname)$/u.test(said(reading, at - 2))) ||
    (said1 === 'm' && said(reading, at - 2) === 'i' && (next & stop) !== 0 && (bits & flag.frequency) < 2)
  if (isModal && (next & (stop | says)) === 0 && !follows(reading, at + 1)) return 0
  if (isModal && (owned || introduced) && (next & (says | does | stop)) === 0) return 0
  if (owned || introduced) {
    let to = at + 1
    if (mayBeLast(reading, to) && follows(reading, to) && (word[to]! & flag.surname) !== 0 && (word[to]! & flag.frequency) < 3) to++
    found.tokens(at, to, 'PERSON', likely, 1)
    return to
  }
  // "mark treadwell" is joined from its surname; "grace brown said" needs both to be names and a verb behind.
  if (
    !isModal &&
    mayBeLast(reading, at + 1) &&
    follows(reading, at + 1) &&
    (word[at + 1]! & flag.surname) !== 0 &&
    (bits & flag.frequency) < 3 &&
    (word[at + 1]! & flag.frequency) < 3 &&
    (prev & article) === 0 &&
    (behind(reading, at + 2) & (says | does)) !== 0
  ) {
    found.tokens(at, at + 2, 'PERSON', likely, 1)
    return at + 2
  }
  return 0
}

/** Titles that are words too ("sister", "nurse", "father") count before a name only. */
function isTitle({ tokens, word, near: close }: Reading, at: number): boolean {
  const letters = tokens.text.slice(tokens.start[at], tokens.end[at])
  if (/^(?:mr|mrs|ms|miss|dr|mister|missus|doctor|prof|professor|councillor|auntie|aunty|aunt|uncle|reverend|rev)$/iu.test(letters))
    return true
  const name = word[at + 1]!
  return (name & flag.first) !== 0 && (name & flag.frequency) < 2 && (close[at + 1]! & (says | does)) === 0
}

const isBesidePlace = (reading: Reading, at: number) =>
  /^(?:and|or)$/u.test(said(reading, at)) && isStrange(reading, at + 1) && (reading.word[at + 1]! & flag.place) !== 0

/** "in reading", "from bath": places that are words, where nothing else fits. */
function weakPlace(reading: Reading, at: number, found: Findings): number {
  const { word, near: close } = reading
  if ((close[at]! & stop) !== 0 || (word[at]! & flag.notName) !== 0) return 0
  // "to mayo and sligo": beside a place that is no word.
  const joined = /^(?:in|from|to|between|near)$/u.test(said(reading, at - 1)) && isBesidePlace(reading, at + 1)
  if (joined && (word[at]! & (flag.place | flag.surname | flag.proper)) === 0) return 0
  if (
    !joined &&
    ((word[at]! & flag.place) === 0 || (word[at]! & flag.frequency) !== 1 || !/^(?:in|from|near)$/u.test(said(reading, at - 1)))
  )
    return 0
  found.tokens(at, at + 1, 'LOCATION', likely)
  return at + 1
}
