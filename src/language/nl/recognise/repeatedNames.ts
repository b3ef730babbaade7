import { certainty } from '../../recognise/candidates.js'
import { hashFilter } from '../../recognise/hashFilter.js'
import { gap, shape } from '../../recognise/tokens.js'
import { wordClasses } from '../../recognise/wordClasses.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Coined } from './projects.js'
import type { Reading } from './reading.js'
import { near } from './triggers.js'

const words = wordClasses({
  heet: 'heet heette heetten',
  that: 'dat',
})
const { bit } = words
const stops = gap.stop | gap.line | gap.comma | gap.colon
const longest = 5

/**
 * Names that are whole phrases, in text without capitals: "wat wil je echt heet dat", "vroeg erbij dat heet officieel". Where such a name begins
 * no rule can tell but one: the same words stand together elsewhere in the text, and the words before them do not.
 */
export function repeatedNames(reading: Reading): readonly Coined[] {
  const { tokens } = reading
  const ends = calledEnds(reading)
  if (ends.length === 0) return []
  // Of one last word the first place only: who says a name says it again.
  const byLast = new Map<number, number>()
  for (const end of ends) if (!byLast.has(tokens.hash[end]!)) byLast.set(tokens.hash[end]!, end)
  const maybe = hashFilter(byLast.keys(), byLast.size, tokens.columns)
  const sizes = new Map<number, number>()
  for (let i = 1; i < tokens.count; i++) {
    if (!maybe(tokens.hash[i]!)) continue
    const end = byLast.get(tokens.hash[i]!)
    if (end === undefined || end === i) continue
    const size = alike(reading, end, i)
    if (size > (sizes.get(end) ?? 1)) sizes.set(end, size)
  }
  return [...sizes].flatMap(([last, size]) => {
    const first = opening(reading, last - size + 1, last)
    return last > first && isPhrase(reading, first, last) ? [{ first, last, type: 'PROJECT', sureness: certainty.look }] : []
  })
}

/** The tokens before "heet dat" and before "dat heet". */
function calledEnds(reading: Reading): readonly number[] {
  const { tokens, plain } = reading
  const found: number[] = []
  for (const i of reading.at(interest.placed)) {
    if (plain[i] === 0 || (words.of(tokens.hash[i]!) & bit.heet) === 0) continue
    const ahead = joined(reading, i) && isThat(reading, i - 1) && joined(reading, i - 1) ? i - 2 : -1
    const behind = joined(reading, i + 1) && isThat(reading, i + 1) && joined(reading, i) ? i - 1 : -1
    if (ahead >= 0) found.push(ahead)
    else if (behind >= 0) found.push(behind)
  }
  return found
}

const joined = ({ tokens }: Reading, at: number) => at > 0 && at < tokens.count && (tokens.gap[at]! & stops) === 0
const isThat = ({ tokens }: Reading, at: number) => (words.of(tokens.hash[at]!) & bit.that) !== 0

/** How many words before two places are the same, those places with them. */
function alike({ tokens, ids }: Reading, a: number, b: number): number {
  let size = 0
  while (size < longest && b - size >= 0 && a - size >= 0 && ids[a - size] === ids[b - size]) {
    size++
    if (((tokens.gap[a - size + 1]! | tokens.gap[b - size + 1]!) & stops) !== 0) break
  }
  return size
}

/** Whether words may be a name: no numbers, and no noun that everybody has with its article. */
function isPhrase({ tokens, near: nearBits, word }: Reading, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (tokens.shape[i]! >= shape.digits) return false
  const own = nearBits[first]! & (near.bit.article | near.bit.possessive)
  return !(own !== 0 && last === first + 1 && (word[last]! & flag.frequency) > 4)
}

/** Without the words that only join: "en dan vroeg erbij". */
function opening({ near: nearBits }: Reading, first: number, last: number): number {
  let at = first
  while (at < last && (nearBits[at]! & near.bit.filler) !== 0) at++
  return at
}
