import { foldedWord } from '../../recognise/foldedWord.js'
import { hashFilter } from '../../recognise/hashFilter.js'
import { shape } from '../../recognise/tokens.js'
import { claimOf, type Findings, likely, look, types } from './findings.js'
import { anyWord, flag } from './flags.js'
import type { Reading } from './reading.js'
import { before, behind, follows, isCapital, isDay, isParticle, isPossessive, isTail, said } from './stretches.js'
import { near } from './triggers.js'

const { says, does, stop, article, possessive, personPrep, title, kin, naming, pronoun, modal, be } = near.bit
const person = claimOf('PERSON')
const spokenTo =
  /^(?:speak|spoke|speaking|spoken|talk|talked|talking|listen|listened|said|say|gave|give|wrote|write|explained|introduced|married|went|go|written|passed|handed|shout|next)$/u
const lasting = [person, claimOf('LOCATION'), claimOf('ORG'), claimOf('HOSPITAL'), claimOf('CARE_INSTITUTION'), claimOf('PROJECT')]

/** Marks what was found once wherever else it stands: names in lower case, names that are words where they fit. */
export function findAgain(reading: Reading, found: Findings): void {
  const { tokens, word, near: close } = reading
  const known = new Map<number, number>()
  for (let i = 0; i < tokens.count; i++) {
    const claim = found.claimed[i]!
    if (claim === 0 || !lasting.includes(claim) || tokens.length[i]! < 3 || (close[i]! & stop & ~modal) !== 0 || isParticle(reading, i))
      continue
    const isWord = (word[i]! & anyWord) !== 0
    // Of a name of several words those that are words by themselves say nothing, but for the names of persons.
    if (isWord && claim !== person) continue
    if (isWord && !isFirstOf(reading, found, i)) continue
    if (known.get(tokens.hash[i]!) !== person) known.set(tokens.hash[i]!, claim)
  }
  if (known.size === 0) return
  findShort(reading, found)
  findBefore(reading, found, known)
  // Most words are none of the known: looked up in a map only when a bit says that they may be.
  const maybe = hashFilter(known.keys(), known.size, tokens.columns)
  for (let i = 0; i < tokens.count; i++) {
    if (!maybe(tokens.hash[i]!) || found.claimed[i] !== 0) continue
    const claim = known.get(tokens.hash[i]!)
    if (claim === undefined || tokens.shape[i] === shape.digits) continue
    const isWord = (word[i]! & anyWord) !== 0
    if (!isWord ? true : isCapital(reading, i) ? fitsCapital(reading, i) : reading.plain[i] === 1 && fitsPlain(reading, i))
      found.tokens(i, i + 1, types[claim]!, likely)
    else if (reading.plain[i] === 1 && mayFit(reading, i)) found.tokens(i, i + 1, types[claim]!, look)
  }
}

/** A word that is the name of somebody in this text and stands where it may be either: for a person to look at. */
function mayFit(reading: Reading, at: number): boolean {
  const prev = before(reading, at)
  return (reading.near[at]! & modal) === 0 && (prev & (article | possessive | pronoun | modal)) === 0 && said(reading, at - 1) !== 'to'
}

/** "Win" of Winifred, "Geth" of Gethin: the beginning of a name that was found, with a capital inside a sentence. */
function findShort(reading: Reading, found: Findings): void {
  const { ahead, tokens, near: close, word } = reading
  const names = new Set<string>()
  const seen = new Set<number>()
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (found.claimed[i] !== person || tokens.length[i]! < 5 || !isCapital(reading, i) || seen.has(tokens.hash[i]!)) continue
    seen.add(tokens.hash[i]!)
    const letters = foldedWord(tokens, i)
    for (let length = 3; length < letters.length; length++) names.add(letters.slice(0, length))
  }
  for (let i = ahead[0]!; i < tokens.count && names.size > 0; i = ahead[i + 1]!) {
    if (found.claimed[i] !== 0 || tokens.length[i]! < 3 || tokens.length[i]! > 7 || !isCapital(reading, i)) continue
    // Every word has a capital at the beginning of a sentence.
    if (reading.begins[i] === 1 && (word[i]! & anyWord) !== 0) continue
    if ((close[i]! & stop) === 0 && (word[i]! & flag.notName) === 0 && !isDay(reading, i) && names.has(foldedWord(tokens, i)))
      found.tokens(i, i + 1, 'PERSON', likely)
  }
}

/** "will grant" beside "doctor grant": a word that is a first name before a surname that is known. */
function findBefore(reading: Reading, found: Findings, known: Map<number, number>): void {
  const { ahead, tokens, word, near: close } = reading
  for (let i = ahead[0]!; i + 1 < tokens.count; i = ahead[i + 1]!) {
    if (reading.plain[i] === 0) continue
    // "twee pham": a rare word before a surname may be a first name, misheard.
    if (isSurname(reading, known, i) && isRare(reading, i - 1) && found.claimed[i - 1] === 0 && !isDetermined(reading, i - 1))
      found.tokens(i - 1, i, 'PERSON', look)
    if ((word[i]! & flag.first) === 0 || (word[i]! & anyWord) === 0 || found.claimed[i] !== 0) continue
    if (
      known.get(tokens.hash[i + 1]!) !== person ||
      (word[i + 1]! & flag.surname) === 0 ||
      !follows(reading, i + 1) ||
      (before(reading, i) & (pronoun | article)) !== 0
    )
      continue
    if ((close[i]! & stop & ~modal) !== 0 || (isModalFirst(reading, i) && before(reading, i) === 0)) continue
    found.tokens(i, i + 2, 'PERSON', likely, 1)
    known.set(tokens.hash[i]!, person)
  }
}

const isSurname = (reading: Reading, known: Map<number, number>, at: number) =>
  known.get(reading.tokens.hash[at]!) === person && (reading.word[at]! & flag.surname) !== 0 && follows(reading, at)

const isRare = ({ word, near: close, head, tokens }: Reading, at: number) =>
  at >= 0 && (word[at]! & flag.frequency) === 1 && close[at] === 0 && head[at] === 0 && tokens.length[at]! > 2

const isDetermined = (reading: Reading, at: number) => (before(reading, at) & (article | possessive)) !== 0

/** "will grant" of somebody called Grant who will, unless a sentence begins behind it: "will grant he's". */
function isModalFirst(reading: Reading, at: number): boolean {
  if ((reading.word[at + 1]! & flag.first) === 0 || (reading.near[at]! & modal) === 0) return false
  return !/^(?:he|she|who|hes|shes)$/u.test(said(reading, at + 2))
}

/** A word counts as a name again when it is the first name, or a surname by a title. */
function isFirstOf(reading: Reading, found: Findings, at: number): boolean {
  const opens = at === 0 || found.claimed[at - 1] !== person || !follows(reading, at)
  return (reading.word[at]! & flag.first) !== 0 || opens || isCapital(reading, at)
}

/** A word with a capital: not where any word would have one, unless what follows is said of a person. */
function fitsCapital(reading: Reading, at: number): boolean {
  if (reading.begins[at] === 0) return true
  const next = isTail(reading, at + 1) ? at + 2 : at + 1
  if (isPossessive(reading, at + 1)) return true
  const close = behind(reading, next)
  const isModal = (reading.near[at]! & modal) !== 0
  if (isModal) return (close & says) !== 0 || (close & does) !== 0
  return (close & (says | does | be)) !== 0 || next >= reading.tokens.count || (reading.tokens.gap[next]! & ~1) !== 0
}

/** A word in a line without capitals: beside words that stand with persons. */
function fitsPlain(reading: Reading, at: number): boolean {
  const prev = before(reading, at)
  if ((prev & (article | possessive)) !== 0) return false
  if (isPossessive(reading, at + 1)) return true
  if (said(reading, at - 1) === 'to' && spokenTo.test(said(reading, at - 2))) return true
  const next = behind(reading, at + 1)
  const opens = reading.begins[at] === 1
  // "to mark a day", "will you do it": the verbs.
  if ((next & (article | possessive | pronoun | near.bit.object)) !== 0) return false
  if ((reading.near[at]! & modal) !== 0) return (next & says) !== 0
  if ((prev & (title | kin | naming)) !== 0) return true
  const after = (next & (says | does | be)) !== 0
  const beside = (prev & personPrep) !== 0 || /^(?:with|by|for|from|call|ask|and)$/u.test(said(reading, at - 1))
  const loose = (next & stop) !== 0 || at + 1 >= reading.tokens.count || (reading.tokens.gap[at + 1]! & ~1) !== 0
  return opens ? after || loose : after ? (prev & (stop | personPrep | says)) !== 0 || prev === 0 : beside && loose
}
