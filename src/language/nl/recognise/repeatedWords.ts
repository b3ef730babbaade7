import { certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import { type Coined, isVerb } from './projects.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({ before: 'met zonder van bij voor naar via door over namens dat toen als want en maar aan' })
const stops = gap.stop | gap.line | gap.comma | gap.colon
const determines = near.bit.article | near.bit.possessive
/** Plurals, and nouns that talk uses without an article: "mantelzorg", "eenzaamheid", "medicatie", "huiswerk". */
const bare =
  /(?:[^e]en|s|zorg|hulp|heid|ing|ie|iek|teit|schap|werk|isme|ment|tijd|weer|lijk|ig|isch|loos|baar|aam|ief|eel|matig|waarts|halve|weg|jarig|eten|thee|koffie|soep|brood|vlees|melk|water|geld|muziek|sport|bal|nieuws|verlof|vervoer|onderwijs|toezicht|overleg|contact|beleid|verdriet|plezier|ruzie|les|dienst|gedrag|goed|spul|pijn|ziekte|kanker|druk|recht|plicht|ende|ste|de|te)$/u

/**
 * Names made of words, in text without capitals, by how they are used: a compound that no list has, that is said twice or more, always without an
 * article and once where a name stands. "zonder stoepkrijt was ik hier niet", "en stoepkrijt is van de wijk".
 */
export function repeatedWords(reading: Reading): readonly Coined[] {
  const { tokens, ids, plain, word, near: nearBits } = reading
  const places = new Map<number, { readonly first: number; count: number; named: number; thing: boolean }>()
  for (const i of reading.at(interest.unknown)) {
    if (plain[i] === 0 || tokens.shape[i] !== shape.lower || (word[i]! & flag.compound) === 0) continue
    const known = places.get(ids[i]!) ?? { first: i, count: 0, named: 0, thing: false }
    places.set(ids[i]!, known)
    known.count++
    if (i === 0 || (tokens.gap[i]! & stops) !== 0) continue
    if ((nearBits[i - 1]! & determines) !== 0 || nearBits[i - 1] === 0) known.thing = true
    else if (words.of(tokens.hash[i - 1]!) !== 0) known.named++
  }
  const found: Coined[] = []
  for (const { first, count, named, thing } of places.values())
    if (count > 1 && named > 0 && !thing && !bare.test(foldedWord(tokens, first)) && !isVerb(reading, first))
      found.push({ first, last: first, type: 'PROJECT', sureness: certainty.look, doubted: true })
  return found
}
