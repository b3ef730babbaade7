import { type Candidates, certainty } from '../../recognise/candidates.js'
import { hashFilter } from '../../recognise/hashFilter.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordSet } from '../../recognise/wordSet.js'
import { isBareSurname } from './chunks.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** Behind these stands a person more than a thing. */
const behind = wordSet('met aan van voor door tegen bij naar namens en of over behalve volgens')
/** Before a subject. */
const opens = wordSet('en dus maar want toen dat als of omdat ja nee nou dan terwijl zodat of hoe wat waar wanneer')
/** Who acts before the verb, so that no other subject stands behind it. */
const subjects = wordSet('ik je jij u hij zij ze we wij jullie men er ie')
const vragen = wordSet('vragen vraag vraagt gebeld gevraagd bellen mailen appen gehoord gesproken')
/** What goes on behind a subject: "dan komt ton binnen". */
const adverbs = wordSet('binnen langs mee terug weer thuis even ook toen nog wel niet hier daar altijd nooit gewoon direct meteen elke dus')
const stops = gap.stop | gap.line | gap.comma | gap.colon

/**
 * First names that are words too, in text without capitals ("dat heeft roos geregeld", "en beer zegt"): what stands beside all mentions of
 * one in a text says more than what stands beside one. Where twice or more only a person would stand, and an article nowhere, it is a
 * name; where once, somebody has to look.
 */
export function markWeakNames(reading: Reading, covered: Uint8Array, out: Candidates): void {
  const { tokens, word, near: nearBits, plain, ids } = reading
  const called = new Set<number>()
  for (const i of reading.at(interest.coined)) markCalled(reading, i, covered, called, out)
  markTold(reading, called, covered, out)
  for (const i of reading.at(interest.name)) markWithArticle(reading, i, covered, out)
  const places = new Map<number, { readonly at: number[]; readonly person: number[]; thing: number }>()
  const closed = near.bit.does | near.bit.says | near.bit.month | near.bit.stopWord | near.bit.pronoun | near.bit.kin | near.bit.title
  for (const i of reading.at(interest.name)) {
    const bits = word[i]!
    const frequency = bits & flag.frequency
    if (
      plain[i] === 0 ||
      tokens.length[i]! < 2 ||
      (bits & flag.first) === 0 ||
      frequency === 0 ||
      frequency > 6 ||
      (nearBits[i]! & closed) !== 0
    )
      continue
    let known = places.get(ids[i]!)
    if (!known) {
      known = { at: [], person: [], thing: 0 }
      places.set(ids[i]!, known)
    }
    known.at.push(i)
    if (isThing(reading, i)) known.thing++
    else if (isPerson(reading, covered, i)) known.person.push(i)
  }
  for (const { at, person, thing } of places.values()) {
    if (person.length === 0 || thing > 0) continue
    const frequency = word[at[0]!]! & flag.frequency
    const told = person.length > 1 && frequency < 6
    for (const i of told ? at : person)
      if (covered[i] === 0) out.add(tokens.start[i]!, tokens.end[i]!, 'PERSON', told ? certainty.likely : certainty.look, -1)
  }
}

/** Behind an article, a possessive, a number, or an adjective that has one before it. */
function isThing({ tokens, near: nearBits, word }: Reading, at: number): boolean {
  if (at === 0 || (tokens.gap[at]! & gap.line) !== 0) return false
  const determines = near.bit.article | near.bit.possessive
  if ((nearBits[at - 1]! & determines) !== 0 || tokens.shape[at - 1]! > 4) return true
  // "je hebt storm", "er was storm"
  const acts = near.bit.does | near.bit.says
  if (at > 1 && (nearBits[at - 1]! & acts) !== 0 && subjects(tokens.hash[at - 2]!) && (tokens.gap[at - 1]! & stops) === 0) return true
  const adjective = at > 1 && (word[at - 1]! & flag.frequency) > 0 && nearBits[at - 1] === 0
  return adjective && (nearBits[at - 2]! & determines) !== 0
}

/** Whether what stands around a word is what stands around a person. */
function isPerson(reading: Reading, covered: Uint8Array, at: number): boolean {
  const { tokens, near: nearBits, word } = reading
  const { hash, gap: gaps, count } = tokens
  const fresh = at === 0 || (gaps[at]! & stops) !== 0
  const before = fresh ? 0 : hash[at - 1]!
  const acts = near.bit.does | near.bit.says
  const next = at + 1 < count && (gaps[at + 1]! & stops) === 0 ? nearBits[at + 1]! : 0
  const ends = at + 1 >= count || (gaps[at + 1]! & stops) !== 0
  if ((next & acts) !== 0 && (fresh || opens(before))) return true
  const closes = ends || adverbs(hash[at + 1]!) || (next & (acts | near.bit.stopWord | near.bit.personPrep | near.bit.placePrep)) !== 0
  // "naar roos vragen", "heb ik lot gebeld"
  if (!ends && vragen(hash[at + 1]!) && !fresh) return true
  if (fresh || !closes) return false
  if (behind(before)) return (word[at]! & flag.frequency) < 6 || isNamed(covered, at)
  // "dat heeft roos toen nog gezegd", not "ik heb storm op zee".
  return (nearBits[at - 1]! & acts) !== 0 && !(at > 1 && (gaps[at - 1]! & stops) === 0 && subjects(hash[at - 2]!))
}

/** Whether a person's name stands right before "en" or right behind it. */
const isNamed = (covered: Uint8Array, at: number) => (at > 1 && covered[at - 2] === 1) || covered[at + 2] === 1

const called = wordSet('heet heette')
const people = wordSet('ik hij ze zij die wie ie je')
const between = wordSet('ze hij zij ik dan ook eigenlijk gewoon officieel voluit eh uh nou nu trouwens echt wel')

/** "ze heet bloem", "hij heette eigenlijk beer": what a person is called, though it is a word and no list knows it as a name. */
function markCalled(reading: Reading, at: number, covered: Uint8Array, told: Set<number>, out: Candidates): void {
  const { tokens, near: nearBits, word, plain } = reading
  const { hash, gap: gaps, count, shape: shapes } = tokens
  if (plain[at] === 0 || !called(hash[at]!)) return
  let isOfOne = at > 0 && gaps[at] === gap.space && people(hash[at - 1]!)
  let i = at + 1
  for (; i < count && i < at + 4 && gaps[i] === gap.space && between(hash[i]!); i++) isOfOne ||= people(hash[i]!)
  if (!isOfOne || i >= count || (gaps[i]! & stops) !== 0 || covered[i] === 1 || tokens.length[i]! < 2 || shapes[i] !== shape.lower) return
  const closed = near.bit.stopWord | near.bit.does | near.bit.pronoun | near.bit.article | near.bit.personPrep | near.bit.placePrep
  if ((nearBits[i]! & closed) !== 0) return
  const rare = (word[i]! & flag.frequency) < 5
  out.add(tokens.start[i]!, tokens.end[i]!, 'PERSON', rare ? certainty.likely : certainty.look, -1)
  if (rare && nearBits[i] === 0) told.add(hash[i]!)
}

/** "ze heet bloem ... en ik zei tegen bloem": what somebody was said to be called, wherever it stands with nothing before it that makes it a thing. */
function markTold(reading: Reading, told: ReadonlySet<number>, covered: Uint8Array, out: Candidates): void {
  if (told.size === 0) return
  const { tokens, plain } = reading
  const maybe = hashFilter(told, told.size, tokens.columns)
  for (let i = 0; i < tokens.count; i++)
    if (maybe(tokens.hash[i]!) && told.has(tokens.hash[i]!) && plain[i] === 1 && covered[i] === 0 && !isThing(reading, i))
      out.add(tokens.start[i]!, tokens.end[i]!, 'PERSON', certainty.likely, -1)
}

/** "met de groot", "dan belt de jong": a surname with its article, which no noun is. */
function markWithArticle(reading: Reading, at: number, covered: Uint8Array, out: Candidates): void {
  const { tokens, plain } = reading
  if (plain[at] === 0 || covered[at] === 1 || at === 0 || tokens.gap[at] !== gap.space || tokens.shape[at] !== shape.lower) return
  if (isBareSurname(reading, at) && at + 1 < tokens.count && (tokens.gap[at + 1]! & gap.hyphen) === 0)
    return out.add(tokens.start[at - 1]!, tokens.end[at]!, 'PERSON', certainty.look, -1)
}
