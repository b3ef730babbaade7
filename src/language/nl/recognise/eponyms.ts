import { gap } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import type { Chunk } from './chunks.js'
import type { Reading } from './reading.js'

const words = wordClasses({
  thing:
    'ziekte syndroom syndromen sequentie fractuur tumor anemie dystrofie lymfoom score schaal test index vragenlijst reflex operatie procedure manoeuvre katheter drain prothese classificatie criteria anomalie tetralogie contractuur palsy neuralgie encefalopathie methode methodiek wet effect cirkel driehoek piramide',
  before: 'morbus',
})
const { bit } = words
const van = wordHash('van')

/** A name that a disease, a test or a method is called by: "Pierre-Robin sequentie", "het syndroom van Tietze". */
export function isEponym({ tokens }: Reading, { first, last }: Chunk): boolean {
  if (isSaying(tokens, first, last)) return true
  const { hash, gap: gaps, count } = tokens
  const joined = (at: number) => (gaps[at]! & ~(gap.space | gap.hyphen)) === 0
  const next = last + 1
  if (next < count && joined(next) && (words.of(hash[next]!) & bit.thing) !== 0) return true
  if (first > 1 && joined(first) && joined(first - 1) && hash[first - 1] === van && (words.of(hash[first - 2]!) & bit.thing) !== 0)
    return true
  return first > 0 && joined(first) && (words.of(hash[first - 1]!) & bit.before) !== 0
}

/** Names of sayings and of everybody, that are nobody's: "praten als Brugman", "jip-en-janneketaal", "Jan Modaal". */
const sayings =
  /(?:^|\s)(?:als brugman|jip[\s-]en|(?:en[\s-])?janneke(?:taal)?|jan modaal|jan (?:en )?alleman|jan met|jan doedel|jan rap|moeder t(?:h)?eresa|florence nightingale|sint nicolaas|heel holland|holland bakt|onze lieve heer|meneer pastoor|abraham gezien|mark my)$/u

/** What they end in. */
const ends = wordSet(
  'brugman en janneke janneketaal modaal alleman met doedel rap teresa theresa nightingale nicolaas holland bakt heer pastoor gezien my',
)

function isSaying({ text, start, end, count, hash }: Reading['tokens'], first: number, last: number): boolean {
  if (!ends(hash[last]!) && !(last + 1 < count && ends(hash[last + 1]!))) return false
  const from = start[Math.max(0, first - 1)]!
  const to = end[Math.min(count - 1, last + 1)]!
  if (to - from > 60) return false
  const words = text.slice(from, end[last]!).toLowerCase()
  return (
    sayings.test(words) || sayings.test(text.slice(from, to).toLowerCase()) || sayings.test(text.slice(start[first]!, to).toLowerCase())
  )
}

/** The country that the interviews are of says nothing of anybody: "in Nederland". */
export const isOwnCountry = ({ tokens }: Reading, { first, last }: Chunk): boolean => first === last && tokens.hash[first] === netherlands
const netherlands = wordHash('nederland')
