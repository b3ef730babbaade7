import { gap, shape } from '../../recognise/tokens.js'
import { type Findings, likely, look } from './findings.js'
import { anyWord, flag } from './flags.js'
import type { Reading } from './reading.js'
import { follows, isCapital, isDay, said } from './stretches.js'
import { headOf, near } from './triggers.js'

const { title, kin, pronoun, speaker, article, possessive, stop, says } = near.bit
/** What hospitals are called by for short. */
const spoken = /^(?:General|Royal|Infirmary|Northern|Southern|Eastern|Western|Central|Memorial|County|District|Victoria)$/u
const placed = /^(?:at|to|then|in|into|from|up|over|down|off|of|outside|near)$/iu

/**
 * Words of the language that nothing was made of, with a capital inside a sentence: "the Rotary bought it", "a place there, Our House".
 * Whoever wrote it down took it for a name. What kind of name cannot be told, and some write "Mum" and "Sister" so: for somebody to look at.
 */
export function findLoneCapitals(reading: Reading, found: Findings): void {
  const { ahead, tokens } = reading
  const times = new Map<number, number>()
  const all: number[] = []
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (!isLone(reading, i, found)) continue
    all.push(i)
    times.set(tokens.hash[i]!, (times.get(tokens.hash[i]!) ?? 0) + 1)
  }
  for (const at of all) {
    const from = startOf(reading, at, found)
    const isThe = /^the$/iu.test(said(reading, at - 1))
    if (isSpoken(reading, at)) found.tokens(at, at + 1, 'HOSPITAL', likely)
    else {
      const often = times.get(tokens.hash[at]!)! > 1
      const told = /^(?:called|named|joined)$/iu.test(said(reading, from - 1))
      found.tokens(from, at + 1, isThe || placed.test(said(reading, from - 1)) ? 'ORG' : 'PROJECT', often || told ? likely : look)
    }
  }
}

/** "in the General": a hospital by what is special in its name, and no name behind it. */
function isSpoken(reading: Reading, at: number): boolean {
  if (!spoken.test(said(reading, at)) || !/^the$/iu.test(said(reading, at - 1)) || !placed.test(said(reading, at - 2))) return false
  return !(isCapital(reading, at + 1) && follows(reading, at + 1))
}

function isLone(reading: Reading, at: number, found: Findings): boolean {
  const { tokens, near: close, word, begins, head } = reading
  if (found.claimed[at] !== 0 || begins[at] === 1 || tokens.length[at]! < 3 || !isCapital(reading, at)) return false
  if ((tokens.gap[at]! & ~(gap.space | gap.comma | gap.hyphen | gap.apostrophe)) !== 0) return false
  // "NEVER", and the words that many write with a capital.
  if (tokens.shape[at] !== shape.capital || isDay(reading, at)) return false
  if (isSpoken(reading, at)) return true
  if ((close[at]! & (title | kin | pronoun | speaker | article | possessive | stop | says)) !== 0) return false
  if ((word[at]! & flag.notName) !== 0 || (word[at]! & anyWord) === 0) return false
  return (head[at]! & (headOf.bit.role | headOf.bit.specialty)) === 0 && (word[at]! & flag.job) === 0
}

/** "Our House", "The Laurels", "One Somerset Together": the capitals before it that are inside the sentence, or stand by what is known. */
function startOf(reading: Reading, at: number, found: Findings): number {
  let from = at
  while (from > 0 && at - from < 4 && follows(reading, from) && isCapital(reading, from - 1)) {
    const isOpening = reading.begins[from - 1] === 1
    if (isOpening && (reading.near[from - 1]! & (stop | pronoun | article | possessive)) !== 0) break
    if (found.claimed[from - 1] !== 0 && !(from > 1 && isCapital(reading, from - 2))) break
    from--
    if (isOpening) break
  }
  return from
}
