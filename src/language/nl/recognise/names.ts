import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { gap, spelling } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { isStreetAlone } from './addresses.js'
import { type Chunk, chunkAt } from './chunks.js'
import { contextBefore } from './context.js'
import { departmentHeads } from './departments.js'
import { isEponym, isOwnCountry } from './eponyms.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import { behindShort, judgeCased, judgePlain, type Verdict, verdict } from './judge.js'
import { articleBefore, isHyphened, standsAlone, withArticle, withLink, withParticles, withSide, withTail } from './nameEdges.js'
import { particle } from './particles.js'
import type { Coined } from './projects.js'
import type { Reading } from './reading.js'
import { markTitle, markTitled, markVan, markVanDer } from './titled.js'
import { titleEnd } from './titlePhrases.js'
import { part } from './tokenKinds.js'

/** The type of a word that is a name in this text, and a token of it, by hash. */
export type Established = Map<number, { readonly type: string; readonly at: number; readonly sureness: number }>

/** What is known of the names of a text. */
export interface FoundNames {
  /** Names that are sure in this text: the hashes of their parts, with the type. */
  readonly established: Established
  /** 1 for the tokens of a person's name. */
  readonly named: Uint8Array
  /** 1 for the tokens of every name found. */
  readonly covered: Uint8Array
  /** Names of several words that stand elsewhere too, perhaps in other capitals. */
  readonly phrases: readonly Coined[]
}

const van = wordHash('van')

/** Names of persons, places and organisations by their context. */
export function markNames(reading: Reading, kinds: Uint8Array, taken: Uint8Array, out: Candidates): FoundNames {
  const { tokens } = reading
  const established: Established = new Map()
  const covered = tokens.columns.uint8(tokens.count + 1)
  const known = new Set<number>()
  const named = tokens.columns.uint8(tokens.count + 1)
  const phrases: Coined[] = []
  const keep = (chunk: Chunk, found: Verdict) => {
    // What is only to be looked at may still be known from elsewhere.
    if (found.sureness === certainty.look) return
    const isPerson = found.type === 'PERSON' ? 1 : 0
    for (let i = chunk.first; i <= chunk.last; i++) {
      covered[i] = 1
      named[i]! |= isPerson
    }
    establish(reading, kinds, chunk, found, established)
  }
  markVan(reading, (first, last) => {
    taken.fill(1, first, last + 1)
    out.add(tokens.start[first]!, tokens.end[last]!, 'PERSON', certainty.likely)
    keep({ first, last }, { type: 'PERSON', sureness: certainty.likely })
  })
  markVanDer(reading, kinds, (first, last) => {
    out.add(tokens.start[first]!, tokens.end[last]!, 'PERSON', certainty.likely)
    keep({ first, last }, { type: 'PERSON', sureness: certainty.likely })
  })
  markTitled(reading, kinds, out, (first, last) => {
    keep({ first, last }, { type: 'PERSON', sureness: certainty.sure })
    taken.fill(1, first, last + 1)
    // "dokter van hoof": without the title it is known by all its words.
    if (tokens.hash[first] === van && last > first) phrases.push({ first, last, type: 'PERSON', sureness: certainty.likely })
  })
  let done = -1
  for (const i of reading.at(interest.name)) {
    if (i <= done || taken[i] === 1) continue
    const title = titleEnd(reading, taken, i)
    if (title > i) {
      const first = articleBefore(reading, i)
      out.add(tokens.start[first]!, tokens.end[title]!, 'PROJECT', certainty.likely, 2)
      covered.fill(1, first, title + 1)
      phrases.push({ first, last: title, type: 'PROJECT', sureness: certainty.likely })
      done = title
      continue
    }
    if (kinds[i] === part.none) continue
    // "afdeling merel" is named after nobody.
    if (i > 0 && departmentHeads(tokens.hash[i - 1]!) && tokens.gap[i] === gap.space && kinds[i - 1] === part.none) {
      covered[i] = 1
      continue
    }
    const bare = withParticles(reading, trimChunk(reading, kinds, taken, chunkAt(reading, kinds, i)), established)
    const before = contextBefore(reading, bare)
    // "jonge huisartsen" are no practice.
    const tail = reading.plain[i] === 1 && kinds[bare.first] === part.weak ? null : withTail(reading, taken, bare)
    const judged = reading.plain[i] === 1 ? judgePlain(reading, kinds, bare, before) : judgeCased(reading, kinds, bare, before)
    const told = tail ? (before === 'title' ? judged : verdict(tail.type, certainty.likely)) : judged
    const found = told && standsAlone(reading, bare) ? { ...told, sureness: certainty.look } : told
    if (!found || isEponym(reading, bare) || isOwnCountry(reading, bare)) continue
    // "het ROAZ Brabant", "de GGD Zuid": short for a body, and where it is.
    const short = found.type !== 'ORG' && found.type !== 'PROJECT' && behindShort(reading, bare)
    if (found.type === 'ORG' && isStreetAlone(foldedWord(tokens, bare.last))) continue
    if (short) {
      out.add(tokens.start[bare.first - 1]!, tokens.end[bare.last]!, 'ORG', certainty.likely, 1)
      covered.fill(1, bare.first - 1, bare.last + 1)
      done = bare.last
      continue
    }
    const edged = withArticle(reading, tail && told !== judged ? { first: bare.first, last: tail.last } : bare, found, before)
    const chunk = found.type === 'PROJECT' ? withLink(reading, taken, edged) : found.type === 'LOCATION' ? withSide(reading, edged) : edged
    out.add(tokens.start[chunk.first]!, tokens.end[chunk.last]!, found.type, found.sureness)
    if (before === 'title') markTitle(reading, chunk.first, out)
    keep(chunk, found)
    if (
      chunk.last > chunk.first &&
      (found.type !== 'PERSON' || isHyphened(reading, chunk)) &&
      !known.has(spelling(tokens, chunk.first, chunk.last))
    ) {
      known.add(spelling(tokens, chunk.first, chunk.last))
      phrases.push({ ...chunk, ...found })
    }
    done = chunk.last
  }
  return { established, named, covered, phrases }
}

/** Without what a list has taken. */
function trimChunk({ tokens }: Reading, kinds: Uint8Array, taken: Uint8Array, { first, last }: Chunk): Chunk {
  let end = first
  while (end < last && taken[end + 1] === 0) end++
  while (end > first && kinds[end] === part.none && particle(tokens.hash[end]!)) end--
  return { first, last: end }
}

/** Remembers the parts of a name, so that they are known wherever they stand. */
function establish(
  { tokens, word, plain, begins }: Reading,
  kinds: Uint8Array,
  { first, last }: Chunk,
  { type, sureness }: Verdict,
  established: Established,
): void {
  // A word at the start of a sentence that no list has is too little to know it by elsewhere.
  if (sureness === certainty.look || (first === last && kinds[first] === part.odd && plain[first] === 0 && begins[first] === 1)) return
  for (let i = first; i <= last; i++) {
    if (kinds[i] === part.none && (word[i]! & (flag.surname | flag.odd)) === 0) continue
    if (kinds[i] === part.initial || particle(tokens.hash[i]!) || tokens.length[i]! < 2) continue
    const known = established.get(tokens.hash[i]!)
    if (known === undefined || known.sureness < sureness) established.set(tokens.hash[i]!, { type, at: i, sureness })
  }
}
