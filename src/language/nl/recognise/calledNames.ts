import { certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { flag } from './flags.js'
import { isTold } from './framedNames.js'
import { interest } from './interest.js'
import { joined } from './joined.js'
import { type Coined, nameEnd } from './projects.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  heet: 'heet heette',
  die: 'die dat',
  says: 'zeg zegt zeggen zei zeiden noem noemt noemen noemde noemden',
  calls: 'noem noemt noemen noemde noemden',
  all: 'iedereen ze we wij zij men mensen kinderen jongens collegas',
  whom: 'hem haar ze ons mij me je hun',
  fill: 'officieel gewoon altijd ook hier dan allemaal toen nu eigenlijk maar meestal thuis nog wel',
  closes: 'ik want omdat en maar of dus ja nou hoor dat die voor tegen is heeft',
  talk: 'ja nee niks niets alles dag doei hallo dank sorry stop precies goed fijn mooi jammer oke nou hè hoor bedankt welkom succes klaar',
})
const { bit } = words
const people = near.bit.kin | near.bit.person | near.bit.colleague | near.bit.title | near.bit.pronoun

/** Whether a word says that somebody or something is called so. */
export const callingWords = (hash: number): boolean => (words.of(hash) & (bit.heet | bit.says)) !== 0

/**
 * What talk without capitals says is called so: "een groepsapp die heet de gouden wielen", "iedereen zegt tet", "die noemen ze hier sjoemie".
 */
export function calledNames(reading: Reading): readonly Coined[] {
  const { tokens, plain } = reading
  const found: Coined[] = []
  for (const i of reading.at(interest.placed)) {
    if (plain[i] === 0) continue
    const own = words.of(tokens.hash[i]!)
    const name = (own & bit.heet) !== 0 ? thingCalled(reading, i) : (own & bit.says) !== 0 ? saidBy(reading, i, own) : null
    if (name) found.push(name)
  }
  return found
}

const of = ({ tokens }: Reading, at: number) => (at >= 0 && at < tokens.count ? words.of(tokens.hash[at]!) : 0)

/** "een groepsapp die heet de gouden wielen": a noun that nobody is, and what it is called. */
function thingCalled(reading: Reading, at: number): Coined | null {
  const noun = at - 2
  if (noun < 0 || !joined(reading, at) || !joined(reading, at - 1) || (of(reading, at - 1) & bit.die) === 0) return null
  const { near: nearBits, word, lexicon, tokens } = reading
  const letters = foldedWord(tokens, noun)
  if (tokens.shape[noun] !== shape.lower || nearBits[noun] !== 0 || (word[noun]! & (flag.first | flag.surname | flag.odd)) !== 0)
    return null
  if (lexicon.functions.begins(tokens.hash[noun]!) || lexicon.functionEnds.test(letters) || /(?:er|aar|ist|ster|ers|in)$/u.test(letters))
    return null
  let first = at + 1
  while (joined(reading, first) && first < at + 4 && (of(reading, first) & bit.fill) !== 0) first++
  if (!joined(reading, first)) return null
  const last = nameEnd(reading, first)
  if (last < first) return null
  return { first, last, type: 'PROJECT', sureness: isTold(reading, { first, last }) ? certainty.likely : certainty.look }
}

/** "iedereen zegt tet", "noemen ze hem beer", "zegt iedereen de schuit" */
function saidBy(reading: Reading, at: number, own: number): Coined | null {
  const { near: nearBits } = reading
  const ordered = reading.tokens.hash[at] === order
  if (ordered && reading.tokens.hash[at + 1] !== but) return null
  let by = ordered || ((of(reading, at - 1) & bit.all) !== 0 && joined(reading, at))
  let whom = false
  let first = at + 1
  for (; joined(reading, first) && first < at + 5; first++) {
    const next = of(reading, first)
    if ((next & bit.all) !== 0 && !by) by = true
    else if ((own & bit.calls) !== 0 && (next & bit.whom) !== 0) whom = true
    else if ((next & bit.fill) === 0) break
  }
  // "ze zegt": only what all say is how something is called.
  if (!joined(reading, first) || !(whom || (by && ((own & bit.calls) !== 0 || saidByAll(reading, at))))) return null
  const article = (nearBits[first]! & near.bit.article) !== 0
  const noun = article ? first + 1 : first
  if (!joined(reading, noun) || !isRare(reading, noun)) return null
  const ends = !joined(reading, noun + 1) || (of(reading, noun + 1) & bit.closes) !== 0
  if (!ends) return null
  return { first, last: noun, type: article ? 'ORG' : 'PERSON', sureness: certainty.look }
}

/** "iedereen zegt", "zegt iedereen", "zeg maar beer" */
const saidByAll = ({ tokens }: Reading, at: number) =>
  tokens.hash[at - 1] === everybody ||
  tokens.hash[at + 1] === everybody ||
  (tokens.hash[at] === say && tokens.hash[at + 1] === they) ||
  tokens.hash[at] === order
const [everybody, say, they, order, but] = ['iedereen', 'zeggen', 'ze', 'zeg', 'maar'].map(wordHash)

function isRare({ tokens, near: nearBits, word, lexicon }: Reading, at: number): boolean {
  if (
    tokens.shape[at] !== shape.lower ||
    tokens.length[at]! < 2 ||
    (word[at]! & flag.frequency) > 4 ||
    (words.of(tokens.hash[at]!) & bit.talk) !== 0
  )
    return false
  if ((nearBits[at]! & (people | near.bit.stopWord | near.bit.does | near.bit.says | near.bit.personPrep | near.bit.placePrep)) !== 0)
    return false
  return !lexicon.functions.begins(tokens.hash[at]!) && !/(?:lijk|ig|isch|loos|baar|aam)$/u.test(foldedWord(tokens, at))
}
