import { type Candidates, certainty } from '../../recognise/candidates.js'
import { shape } from '../../recognise/tokens.js'
import { flag } from './flags.js'
import { foldedWord } from './foldedWord.js'
import { interest } from './interest.js'
import type { Reading } from './reading.js'

const fewest = 5
const most = 400

/**
 * Marks what is one letter away from a person's name of the text and no listed word: a slip of the pen, or of speech recognition.
 * These are for the researcher to look at.
 */
export function markNearMisses(reading: Reading, established: ReadonlyMap<number, string>, out: Candidates): void {
  const { tokens, word } = reading
  const persons = new Set<number>()
  for (const [hash, type] of established) if (type === 'PERSON') persons.add(hash)
  if (persons.size === 0) return
  const names = new Map<string, string[]>()
  const odd = new Map<number, number[]>()
  const done = new Set<number>()
  for (const i of [...reading.at(interest.name), ...reading.at(interest.unknown)]) {
    const hash = tokens.hash[i]!
    const length = tokens.length[i]!
    if (length < fewest || length > 30 || tokens.shape[i]! > shape.mixed) continue
    if (persons.has(hash)) {
      if (done.has(hash) || done.size > most) continue
      done.add(hash)
      const name = foldedWord(tokens, i)
      for (const key of keysOf(name)) names.set(key, [...(names.get(key) ?? []), name])
    } else if ((word[i]! & flag.frequency) === 0 && (word[i]! & (flag.form | flag.odd)) !== 0 && reading.near[i] === 0)
      odd.set(hash, [...(odd.get(hash) ?? []), i])
  }
  for (const places of odd.values()) {
    const letters = foldedWord(tokens, places[0]!)
    const close = keysOf(letters).some(key => names.get(key)?.some(name => oneApart(name, letters)))
    if (close) for (const i of places) out.add(tokens.start[i]!, tokens.end[i]!, 'PERSON', certainty.look, -2)
  }
}

/** Two words one letter apart share their first half or their second half. */
const keysOf = (word: string) => [word.slice(0, 2), `.${word.slice(-3)}`]

/** Whether two words differ by one letter: another, one more, one less, or two that changed places. */
export function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [restA, restB] = [endA - from, endB - from]
  return (restA <= 1 && restB <= 1) || (restA === 2 && restB === 2 && a[from] === b[from + 1] && a[from + 1] === b[from])
}
