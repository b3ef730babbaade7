import { type Candidates, certainty } from '../../recognise/candidates.js'
import { hashFilter } from '../../recognise/hashFilter.js'
import { gap, shape } from '../../recognise/tokens.js'
import { flag } from './flags.js'
import type { Established } from './names.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const stops = gap.stop | gap.line | gap.colon | gap.comma

/** Marks every other mention of what is established in the text: alone, in lower case, with an s behind it. It is no surer than where it was established. */
export function markMentions(reading: Reading, established: Established, covered: Uint8Array, out: Candidates): void {
  if (established.size === 0) return
  const { tokens, word } = reading
  const maybe = hashFilter(established.keys(), established.size, tokens.columns)
  const common = new Set<number>()
  const openings: number[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!maybe(tokens.hash[i]!)) continue
    const found = established.get(tokens.hash[i]!)
    if (found === undefined) continue
    if (tokens.shape[i] === shape.lower) common.add(tokens.hash[i]!)
    if (covered[i] === 1) continue
    const { type, sureness } = found
    const frequency = word[i]! & flag.frequency
    const form = tokens.shape[i]!
    const known = frequency > 0 || (word[i]! & flag.form) !== 0 || reading.near[i] !== 0
    if (form === shape.lower && reading.plain[i] === 0 && (known || isInCompound(reading, i))) continue
    const capitalInside = form !== shape.lower && reading.begins[i] === 0
    if (known && !capitalInside && !(type === 'PERSON' && (word[i]! & (flag.first | flag.surname)) !== 0 && isBare(reading, i))) {
      if (form !== shape.lower && (reading.near[i]! & talk) === 0) openings.push(i)
      continue
    }
    // In lower case where the text has capitals, or a word of talk: likely at most.
    const doubted = known || (word[i]! & flag.alsoWord) !== 0 || (form === shape.lower && reading.plain[i] === 0)
    out.add(tokens.start[i]!, tokens.end[i]!, type, doubted && !capitalInside ? Math.min(certainty.likely, sureness) : sureness)
  }
  // "Pros kwam ook": at the start of a sentence, a word that this text never writes small.
  for (const i of openings) {
    if (common.has(tokens.hash[i]!)) continue
    const { type, sureness } = established.get(tokens.hash[i]!)!
    out.add(tokens.start[i]!, tokens.end[i]!, type, Math.min(certainty.likely, sureness))
  }
}

const talk = near.bit.stopWord | near.bit.pronoun | near.bit.article | near.bit.does | near.bit.says

/** "meta-netwerk": in lower case and joined to another word by a hyphen. */
const isInCompound = ({ tokens: { gap: gaps, shape: shapes, count } }: Reading, at: number) =>
  (at + 1 < count && gaps[at + 1] === gap.hyphen && shapes[at + 1] === shape.lower) ||
  (at > 0 && gaps[at] === gap.hyphen && shapes[at - 1] === shape.lower)

/** Whether a word that is a name too is used as a name: no article, number or pronoun before it, and no subject behind a verb. */
export function isBare({ tokens, near: nearBits, word }: Reading, at: number): boolean {
  const own = nearBits[at]!
  const verb = (own & (near.bit.does | near.bit.says)) !== 0
  const next = at + 1 < tokens.count && (tokens.gap[at + 1]! & stops) === 0 ? nearBits[at + 1]! : 0
  const fresh = at === 0 || (tokens.gap[at]! & (gap.stop | gap.line | gap.colon)) !== 0
  const previous = fresh ? 0 : nearBits[at - 1]!
  if ((previous & (near.bit.article | near.bit.possessive)) !== 0) return false
  if (verb) {
    if ((previous & near.bit.pronoun) !== 0 || (next & near.bit.pronoun) !== 0) return false
    return (next & (near.bit.does | near.bit.says)) !== 0 || (previous & near.bit.personPrep & ~0) !== 0
  }
  if ((own & near.bit.stopWord) !== 0) return false
  if (fresh) return true
  if (
    at > 1 &&
    (previous & near.bit.does) !== 0 &&
    (nearBits[at - 2]! & near.bit.pronoun) !== 0 &&
    isThereBe(tokens.text.slice(tokens.start[at - 2]!, tokens.end[at - 1]!))
  )
    return false
  if ((next & (near.bit.does | near.bit.says)) !== 0) return (previous & near.bit.timePrep) === 0 || (own & near.bit.month) === 0
  if ((own & near.bit.month) !== 0) return false
  if ((previous & near.bit.pronoun) !== 0) return (previous & near.bit.personPrep) !== 0
  // "een mooie roos": an adjective between.
  const adjective = at > 1 && previous === 0 && (word[at - 1]! & flag.frequency) > 0 && (nearBits[at - 2]! & near.bit.article) !== 0
  return !adjective
}

/** "er was storm", "je hebt storm": no person. */
const isThereBe = (words: string) => /^(?:er|het|je|we|ik|ze)\s(?:is|was|heb|hebt|heeft|had|hadden|komt|kwam)$/iu.test(words)
