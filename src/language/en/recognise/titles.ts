import { shape } from '../../recognise/tokens.js'
import { type Findings, likely, look } from './findings.js'
import { anyName, flag } from './flags.js'
import type { Reading } from './reading.js'
import { follows, isCapital, isDay, isStrange, said } from './stretches.js'
import { near } from './triggers.js'

const small = /^(?:of|to|and|for|the|in|at|on|with|it|a|from|by|our|your|my|&)$/u
const papers =
  /^(?:act|agreement|bill|law|policy|number|form|report|review|framework|directive|regulations?|guidelines?|standards?|convention|license|licence|war|day|week|year|month|services?|care|health|safety)$/iu
const most = 7

interface Title {
  readonly from: number
  readonly to: number
  readonly key: number
  readonly opens: boolean
}

/**
 * Names made of ordinary words, "Coast to Fell", "Northern Cradle": words with capitals inside a sentence. Those that come back are likely
 * names of projects and organisations; those that do not are for a person to look at.
 */
export function findTitles(reading: Reading, found: Findings): void {
  const all = titles(reading, found)
  const times = new Map<number, number>()
  for (const { key, opens } of all) times.set(key, (times.get(key) ?? 0) + (opens ? 1 : 2))
  for (const { from, to, key } of all) {
    const often = times.get(key)!
    const named = /^(?:called|named|this|joined|at|with|from)$/iu.test(said(reading, from - 1))
    const paper = papers.test(said(reading, to - 1))
    if (paper && !named) continue
    found.tokens(from, to, 'PROJECT', often > 2 || (named && to - from > 1) ? likely : look)
  }
}

function titles(reading: Reading, found: Findings): Title[] {
  const { ahead, tokens, begins } = reading
  const all: Title[] = []
  for (let i = ahead[0]!; i < tokens.count; i = ahead[i + 1]!) {
    if (!isTitleWord(reading, i, found)) continue
    let to = i + 1
    let capitals = 1
    while (to < tokens.count && to - i < most && follows(reading, to) && begins[to] === 0) {
      if (isTitleWord(reading, to, found)) to++
      else if (small.test(said(reading, to)) && follows(reading, to + 1) && isTitleWord(reading, to + 1, found)) to += 2
      else if (
        small.test(said(reading, to)) &&
        small.test(said(reading, to + 1)) &&
        follows(reading, to + 2) &&
        isTitleWord(reading, to + 2, found)
      )
        to += 3
      else break
      capitals++
    }
    // Next to a name that is known it is part of that.
    const beside =
      (to < tokens.count && follows(reading, to) && isCapital(reading, to)) ||
      (i > 0 && follows(reading, i) && isCapital(reading, i - 1) && begins[i - 1] === 0)
    if (capitals > 1 && !beside && !isShouted(reading, i, to)) {
      let key = 0
      for (let k = i; k < to; k++) key = (Math.imul(key, 31) ^ tokens.hash[k]!) | 0
      all.push({ from: i, to, key, opens: begins[i] === 1 })
    }
    i = to - 1
  }
  return all
}

/** "GO HOME": capitals of which there are too many to say that it is a name. */
function isShouted({ tokens }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens.shape[i] !== shape.capitals) return false
  return true
}

/** A word of the language with a capital, that is no name by itself, no small word and no day. */
function isTitleWord(reading: Reading, at: number, found: Findings): boolean {
  const { word, near: close, tokens } = reading
  if (!isCapital(reading, at) || found.claimed[at] !== 0 || tokens.length[at]! < 2) return false
  const bits = word[at]!
  if (
    (close[at]! & (near.bit.pronoun | near.bit.article | near.bit.possessive | near.bit.speaker | near.bit.title)) !== 0 ||
    isDay(reading, at)
  )
    return false
  if ((close[at]! & near.bit.stop) !== 0 && reading.begins[at] === 1) return false
  if ((bits & flag.notName) !== 0 || isStrange(reading, at)) return false
  return (bits & anyName) === 0 || (bits & flag.frequency) > 1
}
