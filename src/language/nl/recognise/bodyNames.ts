import { certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordEndings } from '../../recognise/wordEndings.js'
import { anyName, flag } from './flags.js'
import { interest } from './interest.js'
import { joined } from './joined.js'
import { type Coined, isVerb } from './projects.js'
import type { Reading } from './reading.js'
import { kindOf, near } from './triggers.js'

const words = wordClasses({
  /** Nouns of houses and firms that a name stands right behind. */
  house:
    'salon kapsalon haarstudio studio atelier garage bakkerij slagerij cafe restaurant hotel camping brasserie lunchroom manege zorgboerderij dorpshuis buurthuis wijkhuis wijkcentrum eetcafe kinderboerderij speeltuin bloemist snackbar cafetaria kwekerij loonbedrijf autobedrijf rijschool sportschool dansschool muziekschool theater buurtkamer inloophuis peuterspeelzaal',
  /** Nouns of bodies that are always called something. */
  body: 'stichting vereniging cooperatie',
  article: 'de het',
  before: 'van bij in naar met via door voor uit aan op tegen en of dat onder over namens',
  general: 'dood leven oud nieuw klein groot vol leeg open dicht klaar weg over uit aan mee heel ook nog wel niet maar dus daar hier',
})
const { bit } = words
const closed =
  near.bit.stopWord |
  near.bit.does |
  near.bit.says |
  near.bit.pronoun |
  near.bit.article |
  near.bit.possessive |
  near.bit.unit |
  near.bit.month
const people = near.bit.kin | near.bit.person | near.bit.colleague | near.bit.title

const clubs = wordEndings(
  ['club', 'vereniging', 'winkel', 'bakkerij', 'kliniek', 'apotheek', 'kringloop', 'koor', 'fonds', 'school', 'bieb', 'bibliotheek'],
  0,
)
/** Whether a folded word ends as clubs and shops do. */
export const isClub = (letters: string): boolean => clubs.test(letters)
/** Whether a word may stand before or behind the name of a body. */
export const bodyNouns = (hash: number): boolean => (words.of(hash) & (bit.house | bit.body)) !== 0

/**
 * Names of bodies beside the noun that says what they are, in text without capitals, though every part is a word: "van stichting genoeg", "salon
 * memo", "bij de rietvinken de schaatsclub". For somebody to look at.
 */
export function bodyNames(reading: Reading): readonly Coined[] {
  const found: Coined[] = []
  for (const i of reading.at(interest.placed)) {
    if (reading.plain[i] === 0) continue
    const own = of(reading, i)
    const kind = reading.kindOf[i]! & (kindOf.bit.org | kindOf.bit.care)
    const name = (own & (bit.house | bit.body)) !== 0 ? named(reading, i, (own & bit.body) !== 0) : null
    const put = name ?? (kind !== 0 || own !== 0 || isClub(foldedWord(reading.tokens, i)) ? apposed(reading, i) : null)
    if (put) found.push({ ...put, type: 'ORG', sureness: certainty.look })
  }
  return found
}

interface Name {
  readonly first: number
  readonly last: number
}

const of = ({ tokens }: Reading, at: number) => (at >= 0 && at < tokens.count ? words.of(tokens.hash[at]!) : 0)

/** "stichting zachte handen", "haarstudio de krul": a noun that nothing makes one of many, and what stands right behind it. */
function named(reading: Reading, at: number, isBody: boolean): Name | null {
  if (isOneOfMany(reading, at)) return null
  const article = joined(reading, at + 1) && (of(reading, at + 1) & bit.article) !== 0
  const first = article ? at + 2 : at + 1
  if (!isNameLike(reading, first, isBody ? 7 : article ? 6 : 5)) return null
  let last = first
  const more = isBody ? 2 : /e$/u.test(foldedWord(reading.tokens, first)) ? 1 : 0
  while (last < first + more && isNameLike(reading, last + 1, 7)) last++
  return { first: at, last }
}

/** "een stichting", "onze eigen stichting" */
function isOneOfMany(reading: Reading, at: number): boolean {
  const determines = (i: number, bits: number) => joined(reading, i + 1) && (reading.near[i]! & bits) !== 0
  return (
    determines(at - 1, near.bit.article | near.bit.possessive) ||
    (reading.near[at - 1] === 0 && joined(reading, at) && determines(at - 2, near.bit.article))
  )
}

/** "bij de rietvinken de schaatsclub": what it is stands behind its name. */
function apposed(reading: Reading, at: number): Name | null {
  const last = at - 2
  if (last < 1 || !joined(reading, at) || (of(reading, at - 1) & bit.article) === 0 || !isNameLike(reading, last, 3)) return null
  const own = (of(reading, last - 1) & bit.article) !== 0 && joined(reading, last) ? last - 1 : last
  const behind = own > 0 && joined(reading, own) && (of(reading, own - 1) & bit.before) !== 0
  return behind ? { first: own, last } : null
}

function isNameLike(reading: Reading, at: number, most: number): boolean {
  const { tokens, near: nearBits, word, kindOf: kinds, lexicon } = reading
  if (!joined(reading, at) || tokens.shape[at] !== shape.lower || tokens.length[at]! < 3) return false
  if ((word[at]! & flag.frequency) > most || (nearBits[at]! & (closed | people)) !== 0 || kinds[at] !== 0) return false
  if ((of(reading, at) & bit.general) !== 0 || ((word[at]! & anyName) === 0 && isVerb(reading, at))) return false
  return !lexicon.functions.begins(tokens.hash[at]!)
}
