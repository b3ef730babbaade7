import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordSet } from '../../recognise/wordSet.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const stops = gap.stop | gap.line | gap.comma | gap.colon | gap.close
const sides = wordSet('noord zuid oost west midden')
const houses = wordSet('huize sint st villa')
/** What bodies are called after that have a part of the country behind their name. */
const body = /(?:zorg|hulp|bescherming|welzijn|wonen|thuis|hulpverlening|ondersteuning|werk|ggd|ggz|mee)$/u
const inside = wordSet('binnen vanuit bij via namens')
/** Articles that no name has. */
const unsaid = wordSet('een geen elke iedere ieder elk welke zulke zulk zon die dat deze dit')
const at = wordSet('bij via namens vanuit van met naar')

/**
 * Marks, in text without capitals, what may be the name of a body though every part of it is a word: "bij de wagenborg", "jeugdbescherming
 * noord", "huize sint anna". No rule can tell: somebody has to look.
 */
export function markToLookAt(reading: Reading, out: Candidates): void {
  const { tokens, plain } = reading
  const look = (first: number, last: number, type: string) => out.add(tokens.start[first]!, tokens.end[last]!, type, certainty.look, -3)
  const joined = (i: number) => i < tokens.count && (tokens.gap[i]! & stops) === 0
  for (const i of reading.at(interest.unknown)) {
    if (plain[i] === 0 || tokens.shape[i] !== shape.lower) continue
    // The article is a part of what may be a name.
    if (isAtBody(reading, i)) look((reading.near[i - 1]! & near.bit.article) !== 0 ? i - 1 : i, i, 'ORG')
  }
  for (const i of reading.at(interest.letters)) {
    if (i > 1 && plain[i] === 1 && tokens.shape[i] === shape.lower && tokens.length[i]! > 2 && isAtShort(reading, i)) look(i, i, 'ORG')
  }
  for (const i of reading.at(interest.side)) {
    if (plain[i] === 1 && i > 0 && sides(tokens.hash[i]!) && joined(i) && body.test(foldedWord(tokens, i - 1))) look(i - 1, i, 'ORG')
    if (plain[i] === 0 || !houses(tokens.hash[i]!) || !joined(i + 1)) continue
    let last = i + 1
    if (houses(tokens.hash[last]!) && joined(last + 1)) last++
    if (isNoun(reading, last)) look(i, last, 'CARE_INSTITUTION')
  }
}

/** "bij de wagenborg", "met de waadwente in dokkum": a word that no list has behind a preposition and an article. */
function isAtBody({ tokens, word, near: nearBits }: Reading, i: number): boolean {
  if ((word[i]! & (flag.form | flag.compound)) === 0 || i < 2 || (tokens.gap[i]! & stops) !== 0 || (tokens.gap[i - 1]! & stops) !== 0)
    return false
  // "binnen vitaalthuis": a compound that no article makes a thing.
  const bare = inside(tokens.hash[i - 1]!) && (word[i]! & flag.compound) !== 0
  if (!bare && ((nearBits[i - 1]! & near.bit.article) === 0 || unsaid(tokens.hash[i - 1]!) || !at(tokens.hash[i - 2]!))) return false
  // Nouns that say what they are end as such: "de samenwerking", "het overleg".
  return !/(?:ing|heid|en|s|je|tie|teit|schap|zorg|overleg|werk|huis|plan|dag|tijd|arts|er|or|praktijk|team|groep|dienst|hulp)$/u.test(
    tokens.text.slice(tokens.start[i]!, tokens.end[i]!),
  )
}

/** "van de vptz": letters that no word is made of, behind a preposition and an article. */
function isAtShort({ tokens, near: nearBits }: Reading, i: number): boolean {
  return (tokens.gap[i]! & stops) === 0 && (nearBits[i - 1]! & near.bit.article) !== 0 && at(tokens.hash[i - 2]!)
}
/** Whether a folded word is a few letters that no word is made of, or two. */
export const isShort = (letters: string): boolean => /^[^aeiouy]{3,5}$|^[a-z]{2}$/u.test(letters)
/** Whether a word may belong to the name of a body or a house. */
export const sideWords = (hash: number): boolean => sides(hash) || houses(hash)

function isNoun({ word, near: nearBits }: Reading, i: number): boolean {
  return (nearBits[i]! & (near.bit.stopWord | near.bit.does | near.bit.pronoun)) === 0 && (word[i]! & flag.frequency) < 7
}
