import { type Candidates, certainty } from '../../recognise/candidates.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordSet } from '../../recognise/wordSet.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const stops = gap.stop | gap.line | gap.comma | gap.colon
const prepared = wordSet('met aan tegen van voor door bij namens zonder')
const tells = near.bit.kin | near.bit.person | near.bit.colleague | near.bit.title | near.bit.naming
const determines = near.bit.article | near.bit.possessive | near.bit.placePrep

/**
 * Names of two letters in text without capitals: "daar werkt een jongen mo en mo die zingt". Two letters that are no word are a name where
 * a word for a person, a title or "heet" stands before them, and then wherever they stand; nowhere where an article is before them, as before
 * what is shortened ("de ic").
 */
export function markShortNames(reading: Reading, covered: Uint8Array, out: Candidates): void {
  const { tokens, plain, ids } = reading
  const places = new Map<number, { readonly at: number[]; person: boolean; thing: boolean }>()
  for (const i of reading.at(interest.letters)) {
    if (plain[i] === 0 || tokens.length[i] !== 2 || tokens.shape[i] !== shape.lower) continue
    let known = places.get(ids[i]!)
    if (!known) {
      known = { at: [], person: false, thing: false }
      places.set(ids[i]!, known)
    }
    known.at.push(i)
    if (isGlued(reading, i) || isThing(reading, i)) known.thing = true
    else if (isPerson(reading, i)) known.person = true
  }
  for (const { at, person, thing } of places.values())
    if (person && !thing)
      for (const i of at) if (covered[i] === 0) out.add(tokens.start[i]!, tokens.end[i]!, 'PERSON', certainty.likely, -1)
}

const joined = ({ tokens }: Reading, at: number) => at > 0 && at < tokens.count && (tokens.gap[at]! & stops) === 0

/** "o.k.", "x/y", "a2": beside digits or glued to something. */
const isGlued = ({ tokens }: Reading, at: number) =>
  ((tokens.gap[at]! | tokens.gap[at + 1]!) & (gap.hyphen | gap.slash | gap.apostrophe | gap.at)) !== 0 ||
  (at > 0 && tokens.shape[at - 1]! >= shape.digits && (tokens.gap[at]! & gap.line) === 0) ||
  (at + 1 < tokens.count && tokens.shape[at + 1]! >= shape.digits)

function isThing(reading: Reading, at: number): boolean {
  const { near: nearBits, tokens } = reading
  return (
    joined(reading, at) && (nearBits[at - 1]! & determines) !== 0 && (nearBits[at - 1]! & tells) === 0 && !prepared(tokens.hash[at - 1]!)
  )
}

/** "een jongen mo", "ze heet bo", and "mo die zei" behind "met" or "en". */
function isPerson(reading: Reading, at: number): boolean {
  const { near: nearBits, tokens } = reading
  if (!joined(reading, at)) return false
  if ((nearBits[at - 1]! & tells) !== 0 && (nearBits[at - 1]! & near.bit.pronoun) === 0) return true
  return prepared(tokens.hash[at - 1]!) && joined(reading, at + 1) && (nearBits[at + 1]! & near.bit.says) !== 0
}
