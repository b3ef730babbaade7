import { gap, type Tokens } from '../../recognise/tokens.js'
import { wordHash } from '../../recognise/wordHash.js'
import { wordSet } from '../../recognise/wordSet.js'
import type { Chunk } from './chunks.js'
import type { Reading } from './reading.js'
import { kindOf, near } from './triggers.js'

/** What stands before a run that may be a name, most telling first. */
export type Before =
  | 'title'
  | 'kin'
  | 'naming'
  | 'thing'
  | 'me'
  | 'project'
  | 'hospital'
  | 'care'
  | 'org'
  | 'area'
  | 'place'
  | 'at'
  | 'article'
  | 'counted'
  | 'person'
  | 'pronoun'
  | 'none'

const stops = gap.stop | gap.line | gap.colon
const nouns: readonly (readonly [number, Before])[] = [
  [kindOf.bit.project, 'project'],
  [kindOf.bit.hospital, 'hospital'],
  [kindOf.bit.care, 'care'],
  [kindOf.bit.org, 'org'],
  [kindOf.bit.area, 'area'],
]

/** Whether a dot behind a title written in full ends its sentence: "een boze mevrouw. Dichtbij", not "prof. Bakker". */
export const endsSentence = ({ gap: gaps, length }: Tokens, at: number): boolean => (gaps[at]! & gap.stop) !== 0 && length[at - 1]! > 4

/** What stands before a run. */
export function contextBefore(reading: Reading, { first }: Chunk): Before {
  const { tokens, near: nearBits, kindOf: kinds } = reading
  let i = first - 1
  if (i < 0 || (tokens.gap[first]! & (stops & ~gap.stop)) !== 0) return 'none'
  // "dr. Bakker": a dot that ends no sentence.
  const bits = nearBits[i]!
  if ((bits & near.bit.title) !== 0 && (tokens.gap[first]! & gap.comma) === 0 && !endsSentence(reading.tokens, first)) return 'title'
  if ((tokens.gap[first]! & gap.stop) !== 0) return 'none'
  while (
    i > 0 &&
    i > first - 4 &&
    (nearBits[i]! & near.bit.filler) !== 0 &&
    (nearBits[i]! & (near.bit.personPrep | near.bit.does)) === 0 &&
    (tokens.gap[i]! & stops) === 0
  )
    i--
  const at = nearBits[i]!
  if ((tokens.gap[first]! & gap.comma) !== 0) return (at & (near.bit.kin | near.bit.colleague)) !== 0 ? 'kin' : 'none'
  if ((at & near.bit.naming) !== 0) return naming(reading, i)
  if (kinds[i] !== 0) for (const [bit, name] of nouns) if ((kinds[i]! & bit) !== 0) return name
  if ((at & near.bit.article) !== 0 && i > 0 && kinds[i - 1] !== 0 && (tokens.gap[i]! & stops) === 0) {
    for (const [bit, name] of nouns) if ((kinds[i - 1]! & bit) !== 0) return name
  }
  if ((at & (near.bit.kin | near.bit.colleague)) !== 0) return 'kin'
  // "onze coördinator lies"
  const { functions } = reading.lexicon
  if (functions.begins(tokens.hash[i]!) && tokens.gap[first] === gap.space) {
    const found = functions.longest(tokens, i)
    if (found?.end === i + 1 && functions.kinds[found.kind] === 'FUNCTION') return 'kin'
  }
  if (isMe(reading, i)) return 'me'
  if ((at & near.bit.title) !== 0) return 'title'
  if ((at & near.bit.placePrep) !== 0) return 'place'
  if ((at & near.bit.orgBefore) !== 0) return 'at'
  if ((at & (near.bit.article | near.bit.possessive)) !== 0) return 'article'
  if ((at & near.bit.pronoun) !== 0) return 'pronoun'
  if ((at & (near.bit.personPrep | near.bit.says)) !== 0) return 'person'
  return 'none'
}

const things = wordSet('het dat dit wat project programma pilot proef app bedrijf organisatie stichting groep ziekenhuis huis methode')
const possessive = wordSet('z d zn zijn haar dr')
const [ik, ben, naam, is, was] = ['ik', 'ben', 'naam', 'is', 'was'].map(wordHash)

/** "hij heet Jan" names a person, "het heet Samen Beter" and "wat wij noemen" something else. */
function naming({ tokens, near: nearBits }: Reading, at: number): Before {
  for (let i = at - 1; i >= 0 && i > at - 3 && (tokens.gap[i + 1]! & stops) === 0; i--) {
    if (things(tokens.hash[i]!)) return 'thing'
    if ((nearBits[i]! & near.bit.pronoun) !== 0) return 'naming'
  }
  return 'naming'
}

/** "ik ben Jan", "mijn naam is Jan", "met Jan" at the telephone. */
function isMe({ tokens }: Reading, at: number): boolean {
  if (at < 1) return false
  const { hash } = tokens
  const [first, second] = [hash[at - 1]!, hash[at]!]
  if (tokens.gap[at] !== gap.space) return false
  return (first === ik && second === ben) || (first === ben && second === ik) || (first === naam && (second === is || second === was))
}

/** Whether a person does or says something right behind a run, or possesses something. */
export function personAfter({ tokens, near: nearBits }: Reading, { last }: Chunk): boolean {
  const i = last + 1
  if (i >= tokens.count || (tokens.gap[i]! & (stops | gap.comma)) !== 0) return false
  if ((nearBits[i]! & (near.bit.says | near.bit.does)) !== 0) return true
  if ((tokens.gap[i]! & gap.apostrophe) !== 0 && tokens.length[i] === 1) return true
  return possessive(tokens.hash[i]!)
}
