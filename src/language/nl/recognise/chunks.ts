import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import { anyPerson, flag } from './flags.js'
import { nameParticle, particle, prepositionParticle } from './particles.js'
import type { Reading } from './reading.js'
import { part } from './tokenKinds.js'
import { near } from './triggers.js'

/** A run of tokens that may be one name: first and last token. */
export interface Chunk {
  readonly first: number
  readonly last: number
}

const apart = gap.stop | gap.comma | gap.colon | gap.line | gap.open | gap.close | gap.slash | gap.at | gap.other
const verbs = near.bit.does | near.bit.says | near.bit.kin | near.bit.title | near.bit.naming | near.bit.personPrep
const longest = 7
/** Compounds of time, place and work that stand behind a first name in talk. */
const noSurname =
  /(?:morgen|ochtend|middag|avond|nacht|dag|week|maand|jaar|zorg|hulp|gesprek|plan|werk|overleg|uur|thuis|huizen|lijk|lijke|ig|ige|de|te|den|ten|ing|heid|weer|achtig)$/u
/** How surnames end that are made of two words. */
const surnameTail =
  /(?:berg|bergen|veld|velden|huis|huizen|stra|burg|dijk|kamp|hof|bosch|beek|horst|donk|meijer|meyer|maker|mans|steen|stein|broek|laar|brink|eijk|voort|wijk|graaf|kerk|molen|poel|schoten|boom|bloem|koop|zee|haas|schaap|vogel)$/u

/** The longest run from `at` on that may be one name. */
export function chunkAt(reading: Reading, kinds: Uint8Array, at: number): Chunk {
  let last = at
  for (;;) {
    const next = reading.plain[at] === 1 ? nextPlain(reading, kinds, at, last) : nextCased(reading, kinds, last)
    if (next < 0 || next - at > longest) break
    last = next
  }
  return { first: at, last }
}

/** Whether two tokens stand together as parts of one name; after an initial or a short form a dot may stand. */
function together({ tokens }: Reading, at: number): boolean {
  const gaps = tokens.gap[at]!
  // "Beter-" at the end of a line and "Keten" on the next.
  const before = (gaps & gap.hyphen) !== 0 && (gaps & gap.space) === 0 ? gaps & ~gap.line : gaps
  if ((before & apart) === 0) return true
  if ((before & ~(gap.stop | gap.dot | gap.space | gap.hyphen)) !== 0 || (before & gap.dot) === 0) return false
  const { shape: shapes, length } = tokens
  // "J. Bakker", "v.d. Berg"
  if (length[at - 1] === 1) return shapes[at - 1] === shape.capital || particle(tokens.hash[at - 1]!)
  // "J. Th. Bakker"
  return (
    length[at - 1]! < 4 &&
    shapes[at - 1] === shape.capital &&
    at > 1 &&
    length[at - 2] === 1 &&
    shapes[at - 2] === shape.capital &&
    (tokens.gap[at - 1]! & gap.dot) !== 0
  )
}

/** In text with capitals: the next token with a capital, over particles. */
function nextCased(reading: Reading, kinds: Uint8Array, last: number): number {
  const { tokens } = reading
  let i = last + 1
  let over = 0
  while (i < tokens.count && together(reading, i) && over < 4) {
    const kind = kinds[i]!
    const form = tokens.shape[i]!
    // "Terpstra in Sneek" is no surname, "Terpstra in 't Veld" is.
    if (over === 1 && prepositionParticle(tokens.hash[i - 1]!) && !particle(tokens.hash[i]!)) return -1
    if (kind === part.capital || kind === part.initial || kind === part.acronym) return i
    const capital = form === shape.capital || form === shape.mixed
    if (particle(tokens.hash[i]!) || ((tokens.gap[i]! & gap.and) !== 0 && capital)) {
      i++
      over++
      continue
    }
    if (capital && (tokens.gap[i]! & (gap.hyphen | gap.apostrophe)) !== 0) return i
    // "Hyun-woo", "Sha-na-ya": parts that are too short to be words of their own, joined to one that no list has.
    if (tokens.gap[i] === gap.hyphen && tokens.length[i]! < 4 && isUnlisted(reading, last) && over === 0) return i
    if (over > 0 && kind === part.lower && nameParticle(tokens.hash[i - 1]!)) return i
    return -1
  }
  return -1
}

const isUnlisted = ({ word, tokens }: Reading, at: number) =>
  tokens.gap[at] === gap.hyphen || (tokens.length[at]! > 1 && (word[at]! & (flag.frequency | flag.notName)) === 0)

/** In text without capitals: a surname after a first name, over particles. */
function nextPlain(reading: Reading, kinds: Uint8Array, first: number, last: number): number {
  const { tokens, word, near: nearBits } = reading
  const open = (i: number) => i < tokens.count && (tokens.gap[i]! & apart) === 0
  const i = last + 1
  if (!open(i)) return -1
  const bits = word[last]!
  const kind = kinds[i]!
  // "tjon a fat"
  if (
    tokens.length[i] === 1 &&
    kinds[last] === part.name &&
    (bits & flag.surname) !== 0 &&
    i + 1 < tokens.count &&
    tokens.gap[i + 1] === gap.space &&
    tokens.length[i + 1]! < 6 &&
    kinds[i + 1] !== part.none
  )
    return i + 1
  const glued = (tokens.gap[i]! & (gap.hyphen | gap.apostrophe)) !== 0 && (tokens.gap[i]! & gap.space) === 0
  if (glued && tokens.length[i]! > 2)
    return kind === part.none && (word[i]! & flag.frequency) > 0 && (tokens.gap[i]! & gap.apostrophe) !== 0 ? -1 : i
  const firstName = (bits & flag.first) !== 0 || (kinds[last] === part.name && (bits & (anyPerson | flag.place)) === flag.proper)
  const known = kinds[last] === part.name || kinds[last] === part.odd
  // "jutta jutta brandt": in speech a name is begun twice.
  const doubled = last === first + 1 && tokens.hash[last] === tokens.hash[first]
  const alone = last === first || (last === first + 1 && tokens.hash[last] === tokens.hash[first])
  if (kind === part.name || kind === part.odd) {
    if ((nearBits[last]! & near.bit.month) !== 0 && last === first && (bits & flag.first) !== 0)
      return tokens.length[i]! > 2 && (word[i]! & (flag.surname | flag.odd | flag.proper)) !== 0 ? i : -1
    const placeOnly = (word[i]! & (flag.place | anyPerson)) === flag.place
    // "in maarssen demi"
    if ((bits & (flag.place | flag.first)) === flag.place && (word[i]! & flag.first) !== 0) return -1
    return (known || firstName) && !placeOnly && (nearBits[last]! & near.bit.kin) === 0 ? i : -1
  }
  // "maarten jan", "klaas jan"
  const second = (word[i]! & flag.first) !== 0 && ((nearBits[i]! & near.bit.month) !== 0 || (word[i]! & flag.frequency) < 5)
  if (kind === part.weak && known && firstName && alone && second && (nearBits[i]! & verbs) === 0) return i
  if (kind === part.weak && firstName && alone) {
    const surname = (word[i]! & flag.surname) !== 0 && (nearBits[i]! & verbs) === 0 && (word[i]! & flag.frequency) < 7
    return surname && (known || (word[i]! & flag.frequency) < 6) ? i : -1
  }
  // "trees trees mortel": who says a first name twice goes on with the rest of the name.
  if (doubled && firstName && kind === part.none && nearBits[i] === 0 && (word[i]! & flag.frequency) < 4 && !particle(tokens.hash[i]!))
    return i
  // "monique naaldenberg"
  const made = (word[i]! & (flag.compound | flag.form)) !== 0 && nearBits[i] === 0
  if (known && firstName && alone && made && isSurnameLike(reading, i)) return i
  // "ruud kartosen", "fleur kamphuis": a compound made for the occasion, right behind a first name that was just said.
  if (firstName && alone && (word[i]! & (flag.compound | flag.form)) !== 0 && nearBits[i] === 0 && saidTwice(reading, first)) return i
  return particle(tokens.hash[i]!) && (firstName || known) ? overParticles(reading, kinds, i, known, doubled) : -1
}

/** Whether a compound right behind a first name is a surname: by its ending, or because the sentence goes on behind it. */
function isSurnameLike({ tokens, word, near: nearBits, lexicon }: Reading, at: number): boolean {
  const letters = foldedWord(tokens, at)
  if (surnameTail.test(letters)) return true
  const next = at + 1
  const goesOn =
    next >= tokens.count ||
    (tokens.gap[next]! & gap.line) !== 0 ||
    (nearBits[next]! & (near.bit.does | near.bit.says | near.bit.stopWord)) !== 0
  return goesOn && (word[at]! & flag.compound) !== 0 && !noSurname.test(letters) && !lexicon.functionEnds.test(letters)
}

/** The surname after particles: "van den berg", "de wit", "el amrani". */
function overParticles(reading: Reading, kinds: Uint8Array, at: number, known: boolean, doubled: boolean): number {
  const { tokens, word, near: nearBits } = reading
  let i = at
  let strong = false
  while (i < tokens.count && i < at + 3 && (tokens.gap[i]! & apart) === 0 && particle(tokens.hash[i]!)) {
    strong ||= nameParticle(tokens.hash[i]!)
    i++
  }
  if (i >= tokens.count || (tokens.gap[i]! & apart) !== 0) return -1
  const bits = word[i]!
  if ((nearBits[i]! & (near.bit.stopWord | near.bit.kin | near.bit.pronoun)) !== 0 && !(strong && (bits & flag.surname) !== 0)) return -1
  if (strong) return tokens.length[i]! > 2 && tokens.shape[i] === shape.lower ? i : -1
  const placeOnly = (bits & (flag.place | anyPerson)) === flag.place
  if (placeOnly) return -1
  const kind = kinds[i]!
  if (doubled && nearBits[i] === 0 && tokens.length[i]! > 2 && isThe(reading, i - 1) && isVan(reading, at)) return i
  // "joke te velthuis"
  if (known && i === at + 1 && tokens.hash[at] === te && tokens.shape[i] === shape.lower && surnameTail.test(foldedWord(tokens, i)))
    return i
  const prepositionOnly = i === at + 1 && !isArticle(reading, at) && !isVan(reading, at)
  if (prepositionOnly) return -1
  if (kind === part.name) return (bits & (flag.surname | flag.proper)) !== 0 ? i : -1
  if (kind === part.odd) return isVan(reading, at) && i === at + 1 ? (known ? i : -1) : i
  // "de groot": an adjective that is not inflected is no noun's.
  if (bare(tokens.hash[i]!) && isThe(reading, i - 1)) return i
  return kind === part.weak && (bits & flag.surname) !== 0 && (bits & flag.frequency) < 7 ? i : -1
}

/** Adjectives that are surnames behind "de" as they stand. */
const bare = wordSet('groot wit jong bruin bruijn kort wild vries roo rooij waal zwart ruijter')
const theWord = wordHash('de')
const isThe = ({ tokens }: Reading, at: number) => tokens.hash[at] === theWord
/** Whether a token is a surname behind "de" that is nothing else there. */
export const isBareSurname = (reading: Reading, at: number): boolean => at > 0 && bare(reading.tokens.hash[at]!) && isThe(reading, at - 1)

const [vanWord, te] = ['van', 'te'].map(wordHash)
const isVan = ({ tokens }: Reading, at: number) => tokens.hash[at] === vanWord
const isArticle = ({ near: nearBits }: Reading, at: number) => (nearBits[at]! & near.bit.article) !== 0

/** Whether the name at a token stands a few words before it too: "dat is fleur fleur kamphuis". */
function saidTwice({ tokens, near: nearBits }: Reading, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 26; i--) if (tokens.hash[i] === tokens.hash[at]) return true
  return at > 0 && (nearBits[at - 1]! & (near.bit.title | near.bit.naming)) !== 0
}
