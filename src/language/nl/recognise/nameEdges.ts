import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import type { Chunk } from './chunks.js'
import type { Before } from './context.js'
import { anyName, flag } from './flags.js'
import { nameParticle, particle, prepositionParticle } from './particles.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

/** Where "van der", "van den", "ter", "el", "v/d" before a name begin. */
function strongParticles({ tokens }: Pick<Reading, 'tokens'>, at: number): number {
  let first = at
  const { hash } = tokens
  if (first === 0) return first
  if (tokens.gap[first] === gap.apostrophe && elided(hash[first - 1]!)) return first - 1
  // "'s-Heer Arendskerke", "'t Zand"
  if (
    tokens.shape[first] !== shape.lower &&
    (hash[first - 1] === s || hash[first - 1] === t) &&
    (tokens.gap[first]! & ~(gap.space | gap.hyphen)) === 0 &&
    /['’]/u.test(tokens.text[tokens.start[first - 1]! - 1] ?? '')
  )
    return first - 1
  if (nameParticle(hash[first]!) && tokens.gap[first] === gap.space && hash[first - 1] === van) return first - 1
  const joined = (i: number) => (tokens.gap[i]! & ~(gap.space | gap.slash | gap.apostrophe)) === 0
  if (joined(first) && nameParticle(hash[first - 1]!) && hash[first - 1] !== ben) first--
  else if (first > 1 && joined(first) && hash[first - 1] === d && hash[first - 2] === v && (tokens.gap[first - 1]! & gap.slash) !== 0)
    return first - 2
  if (first < at && first > 0 && joined(first) && hash[first - 1] === van) first--
  return first
}

const [van, de, al, ben, s, t, d, v, huize] = ['van', 'de', 'al', 'ben', 's', 't', 'd', 'v', 'huize'].map(wordHash)
const elided = wordSet('d l s t')
const saint = wordSet('sint sinte st')
const ofName = wordSet('de het')
const namesIt = wordSet('zegt zeggen zei noemen noemt noemde noemden heet heette het')
const being = wordSet('is was heet heette heten')

/** With the particles before it that are written with a capital: "De Wit", "Van den Berg", "De Huet". */
export function withParticles(
  { tokens, plain, begins, word, near: nearBits }: Reading,
  chunk: Chunk,
  established: ReadonlyMap<number, { readonly type: string }>,
): Chunk {
  let first = chunk.first
  const strong = strongParticles({ tokens }, chunk.first)
  // "is al oud"
  const adverb = plain[first] === 1 && tokens.hash[strong] === al && (word[first]! & flag.frequency) > 0
  if (strong < first && !adverb && ((word[first]! & flag.first) === 0 || tokens.length[strong] === 1))
    return { first: strong, last: chunk.last }
  if (plain[chunk.first] === 1) {
    // "de wethouder dat is van rossem"
    const before = first - 2
    const told = before > 0 && tokens.gap[first] === gap.space && tokens.hash[first - 1] === van && being(tokens.hash[before]!)
    return told && (word[first]! & (flag.first | flag.place)) === 0 && (word[first]! & flag.frequency) < 4
      ? { first: first - 1, last: chunk.last }
      : chunk
  }
  // "dat heeft van Ginkel gedaan", "zei de Gruijl"
  const before = first - 2
  if (
    before >= 0 &&
    tokens.gap[first] === gap.space &&
    tokens.gap[first - 1] === gap.space &&
    tokens.shape[first - 1] === shape.lower &&
    (tokens.hash[first - 1] === van || tokens.hash[first - 1] === de) &&
    (nearBits[before]! & (near.bit.says | near.bit.does)) !== 0 &&
    !being(tokens.hash[before]!) &&
    (word[first]! & flag.first) === 0 &&
    (tokens.hash[first - 1] === van
      ? (word[first]! & flag.place) === 0 || (nearBits[before]! & near.bit.says) !== 0
      : (word[first]! & flag.surname) !== 0)
  )
    return { first: first - 1, last: chunk.last }
  for (let i = chunk.first - 1; i >= 0 && i > chunk.first - 4 && particle(tokens.hash[i]!); i--) {
    if ((tokens.gap[i + 1]! & ~(gap.space | gap.apostrophe | gap.hyphen)) !== 0) break
    if (tokens.shape[i] === shape.lower) continue
    const surname = (word[chunk.first]! & flag.surname) !== 0 && (word[chunk.first]! & (flag.first | flag.place)) === 0
    const known = established.get(tokens.hash[chunk.first]!)?.type === 'PERSON' && (word[chunk.first]! & flag.first) === 0
    // "Bij Wesselink" at the start of a sentence, "Van Mick".
    if (begins[i] === 0 || ((surname || known) && !prepositionParticle(tokens.hash[i]!))) first = i
  }
  return { first: first === chunk.first ? openingBefore(tokens, begins, word, nearBits, chunk) : first, last: chunk.last }
}

/** "Wiek Plooij, met een ij": at the start of a sentence a rare noun right before a surname is a first name that no list has. */
function openingBefore(tokens: Reading['tokens'], begins: Uint8Array, word: Int32Array, nearBits: Int32Array, { first }: Chunk): number {
  const at = first - 1
  if (at < 0 || begins[at] === 0 || tokens.shape[at] !== shape.capital || tokens.gap[first] !== gap.space || nearBits[at] !== 0)
    return first
  const surname = (word[first]! & (flag.first | flag.place)) === 0 && (word[first]! & (flag.surname | flag.proper | flag.odd)) !== 0
  const rare = (word[at]! & flag.frequency) < 3 && (word[at]! & (flag.form | flag.notName)) === 0
  return surname && rare && tokens.length[at]! > 2 && (word[first]! & flag.frequency) === 0 ? at : first
}

const tails = wordClasses({
  CARE_INSTITUTION:
    'zorg zorggroep groep kliniek apotheek hospice thuiszorg jeugdzorg ouderenzorg kraamzorg huisartsen praktijk fysiotherapie revalidatie ggz huisartsenpraktijk zorgcentrum verpleeghuis dagbesteding',
  HOSPITAL: 'ziekenhuis ziekenhuizen gasthuis umc hospitaal',
  ORG: 'college school stichting bank hogeschool universiteit lyceum basisschool fonds consultancy groep advies bv',
})

/** The noun behind a name that says what it is the name of: "parkstad zorg", "Albert Schweitzer ziekenhuis". */
export function withTail({ tokens, plain }: Reading, taken: Uint8Array, { last }: Chunk): { last: number; type: string } | null {
  const next = last + 1
  if (next >= tokens.count || taken[next] === 1 || (tokens.gap[next]! & ~(gap.space | gap.hyphen)) !== 0) return null
  const of = tails.of(tokens.hash[next]!)
  if (of === 0 || (plain[last] === 0 && tokens.shape[next] === shape.lower && (of & tails.bit.HOSPITAL) === 0)) return null
  const type = (of & tails.bit.HOSPITAL) !== 0 ? 'HOSPITAL' : (of & tails.bit.CARE_INSTITUTION) !== 0 ? 'CARE_INSTITUTION' : 'ORG'
  return { last: next, type }
}

/** In lower-case speech "de wilgenhof" is a name with its article; "sint" and "huize" belong to the name behind them. */
export function withArticle({ tokens, plain, word }: Reading, chunk: Chunk, { type }: { readonly type: string }, before: Before): Chunk {
  let { first } = chunk
  const { hash } = tokens
  if (first > 0 && type !== 'PERSON' && saint(hash[first - 1]!) && (tokens.gap[first]! & ~(gap.space | gap.dot | gap.stop)) === 0) first--
  if (first > 0 && type !== 'PERSON' && hash[first - 1] === huize) first--
  const named = type === 'ORG' || type === 'CARE_INSTITUTION' || type === 'PROJECT'
  if (plain[chunk.first] === 1 && named && before === 'article' && first > 0 && first === chunk.first && ofName(hash[first - 1]!)) first--
  if (named && first === chunk.first) first = articleBefore({ tokens, plain, word }, first)
  return { first, last: chunk.last }
}

/**
 * "De Gele Stoel": with a capital the article before a name is a part of it, as it is behind what names ("iedereen zegt de Schreve") and before a
 * word of the language that is no name without it ("het Pact"). Gives where the name begins.
 */
export function articleBefore({ tokens, plain, word }: Pick<Reading, 'tokens' | 'plain' | 'word'>, first: number): number {
  const { hash, shape: shapes, gap: gaps } = tokens
  const at = first - 1
  if (at < 0 || plain[first] === 1 || shapes[first] === shape.capitals || !ofName(hash[at]!) || gaps[first] !== gap.space) return first
  if (shapes[at] !== shape.lower) return at
  const told = first > 1 && namesIt(hash[at - 1]!) && gaps[at] === gap.space
  return told || ((word[first]! & flag.frequency) > 1 && (word[first]! & anyName) === 0) ? at : first
}

/** "Samen Sterker na een Beroerte", "Overbruggen in Twente": a few short words between two with capitals. */
export function withLink({ tokens, plain, near: nearBits }: Reading, taken: Uint8Array, chunk: Chunk): Chunk {
  let { last } = chunk
  if (plain[last] === 1) return chunk
  for (let i = last + 1; i < tokens.count && i < last + 4 && tokens.gap[i] === gap.space; i++) {
    if (tokens.shape[i] === shape.capital && i > last + 1 && taken[i] === 0) {
      last = i
      break
    }
    if (tokens.shape[i] !== shape.lower || tokens.length[i]! > 4 || (nearBits[i]! & near.bit.does) !== 0 || !links(tokens.hash[i]!)) break
  }
  return { first: chunk.first, last }
}
const links = wordSet('na van in op aan voor met het de een en bij te om uit naar over door tot zonder je')

/** A line of lower-case speech with nothing else: too little to tell a name by. */
export function standsAlone({ tokens, plain }: Reading, { first, last }: Chunk): boolean {
  const edge = gap.line | gap.start
  return plain[first] === 1 && (tokens.gap[first]! & edge) !== 0 && (last + 1 >= tokens.count || (tokens.gap[last + 1]! & edge) !== 0)
}

export const isHyphened = ({ tokens }: Reading, { first, last }: Chunk) => last === first + 1 && (tokens.gap[last]! & gap.hyphen) !== 0

/** In lower-case speech "tilburg noord" is one place. */
export function withSide({ tokens, plain }: Reading, chunk: Chunk): Chunk {
  const next = chunk.last + 1
  const joins = next < tokens.count && plain[chunk.last] === 1 && tokens.gap[next] === gap.space && sides(tokens.hash[next]!)
  return joins ? { first: chunk.first, last: next } : chunk
}
const sides = wordSet('noord zuid oost west centrum noordoost noordwest zuidoost zuidwest binnenstad')
