import { type Candidates, certainty } from '../../recognise/candidates.js'
import type { FoundName } from '../../recognise/packedPhrases.js'
import { gap, shape } from '../../recognise/tokens.js'
import { anyPerson, flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { kindOf, near } from './triggers.js'

/** Names of our own lists: hospitals, care institutions, organisations, places of several words. Sets `taken` for their tokens. */
export function markListed(reading: Reading, taken: Uint8Array, out: Candidates): void {
  const { tokens, lexicon } = reading
  const { phrases } = lexicon
  let done = -1
  for (const i of reading.at(interest.listed)) {
    if (i <= done) continue
    const found = furthest(reading, i)
    if (!found) continue
    const kind = phrases.kinds[found.kind]!
    const doubtful = kind.endsWith('?')
    const sureness = doubtful ? doubtfulPlace(reading, i, found.end) : surePlace(reading, i, found.end)
    if (sureness < 0) continue
    const from =
      i > 0 &&
      tokens.gap[i] === gap.space &&
      /^(?:sint|st|sinte)$/iu.test(tokens.text.slice(tokens.start[i - 1]!, Math.min(tokens.end[i - 1]!, tokens.start[i - 1]! + 6)))
        ? i - 1
        : i
    out.add(tokens.start[from]!, tokens.end[found.end - 1]!, doubtful ? kind.slice(0, -1) : kind, sureness, 30)
    taken.fill(1, from, found.end)
    done = found.end - 1
  }
}

/** The longest name from a token on; "het" may be a part of one, and stand before a longer one. */
function furthest(reading: Reading, at: number): FoundName | null {
  const { phrases } = reading.lexicon
  const found = phrases.longest(reading.tokens, at)
  if (!found || !isArticle(reading, at)) return found
  const behind = phrases.longest(reading.tokens, at + 1)
  return behind && behind.end > found.end ? { ...behind } : found
}

const isArticle = ({ near: nearBits }: Reading, at: number) => (nearBits[at]! & near.bit.article) !== 0

/** Capitals where the text has them; a word of the language alone is no name in lower case. */
function surePlace(reading: Reading, first: number, end: number): number {
  const { tokens, word, plain, near: nearBits } = reading
  let capitals = 0
  let unknown = 0
  for (let i = first; i < end; i++) {
    if (tokens.shape[i] !== shape.lower) capitals++
    else if ((word[i]! & flag.frequency) === 0 && nearBits[i] === 0) unknown++
  }
  const single = end - first === 1
  // "3-MMC" is a drug, not a hospital.
  if (single && first > 0 && tokens.shape[first - 1] === shape.digits && tokens.gap[first] === gap.hyphen) return -1
  // "00:00:12,010" is a time, not Rotterdam.
  if (
    tokens.shape[first] === shape.digits &&
    ((tokens.gap[first]! | tokens.gap[end]!) & (gap.comma | gap.colon | gap.dot | gap.hyphen)) !== 0 &&
    (tokens.gap[first]! & gap.space) === 0
  )
    return -1
  if (plain[first] === 1 && isArticle(reading, first) && end - first === 2) {
    if (ordinary(reading, first + 1)) return -1
    // "de zorggroep": one is called so, and every region has one.
    if (reading.kindOf[first + 1] !== 0) return certainty.look
  }
  if (plain[first] === 0) {
    if (capitals === 0) return unknown > 0 && (word[first]! & flag.odd) !== 0 ? certainty.likely : -1
    if (!single) return certainty.sure
    const ordinary = (word[first]! & flag.frequency) > 1 && reading.begins[first] === 1 && tokens.shape[first] !== shape.capitals
    return ordinary ? -1 : certainty.sure
  }
  // "ad zat erbij" is a person, not a paper.
  if (unknown > 0 && !(single && (word[first]! & flag.first) !== 0)) return certainty.sure
  return single ? singleWord(reading, first) : certainty.sure
}

/** One word without a capital that is a word of the language too: by what stands before it, or because hardly anybody says it. */
function singleWord(reading: Reading, at: number): number {
  const { word, near: nearBits, tokens } = reading
  if (nameful(reading, at)) return certainty.likely
  const thing = at > 0 && (tokens.gap[at]! & gap.line) === 0 && (nearBits[at - 1]! & (near.bit.article | near.bit.possessive)) !== 0
  const frequency = word[at]! & flag.frequency
  if (thing || (word[at]! & anyPerson) !== 0 || nearBits[at] !== 0 || tokens.length[at]! < 4) return -1
  return frequency < 2 ? certainty.likely : frequency < 4 ? certainty.look : -1
}

/** A name that is also a word or another name: by an article, a preposition or a noun that says what it is. */
function doubtfulPlace(reading: Reading, first: number, end: number): number {
  const { tokens, begins, plain, near: nearBits, word } = reading
  const article = isArticle(reading, first) && end - first > 1
  const at = article ? first + 1 : first
  const capital = tokens.shape[at] !== shape.lower
  if (plain[first] === 0) {
    if (!capital) return -1
    if (article) return certainty.sure
    if (nameful(reading, first)) return certainty.sure
    if (begins[at] === 0 && end - at > 1) return certainty.likely
    // The whole of a cell or heading is for somebody to look at.
    return first === 0 && end === tokens.count ? certainty.look : -1
  }
  // "uit het dorp", "in de kern"
  if (article && (word[at]! & flag.frequency) > 5) return nameful(reading, first) ? certainty.look : -1
  if (article)
    return ordinary(reading, at) && !(first > 0 && (nearBits[first - 1]! & (near.bit.placePrep | near.bit.orgBefore)) !== 0)
      ? -1
      : certainty.likely
  if (end - first > 1) return nameful(reading, first) ? certainty.sure : certainty.likely
  if (nameful(reading, first) && !ordinary(reading, first)) return certainty.likely
  return (word[first]! & flag.frequency) < 3 && tokens.length[first]! > 4 ? singleWord(reading, first) : -1
}

const ordinary = ({ word }: Reading, at: number) => (word[at]! & flag.frequency) > 3

/** Whether "bij", "in het", "ziekenhuis", "project" stand before. */
function nameful(reading: Reading, first: number): boolean {
  const { tokens, near: nearBits, kindOf: kinds, word } = reading
  let i = first - 1
  if (i < 0 || (tokens.gap[first]! & (gap.stop | gap.line | gap.comma)) !== 0) return false
  const article = (nearBits[i]! & near.bit.article) !== 0
  if (kinds[i] !== 0 && (kinds[i]! & kindOf.bit.department) === 0) return true
  // "in één zin"
  if (
    article &&
    ordinary(reading, first) &&
    /^(?:een|één|geen|elke|iedere|welke)$/iu.test(tokens.text.slice(tokens.start[i]!, tokens.end[i]!))
  )
    return false
  if (article && i > 0) i--
  const place = (nearBits[i]! & (near.bit.placePrep | near.bit.orgBefore)) !== 0
  if (article) return place || (word[first]! & flag.frequency) < 3
  return (nearBits[i]! & near.bit.orgBefore) !== 0 && (word[first]! & anyPerson) === 0
}
