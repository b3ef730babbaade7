import { type Candidates, certainty } from '../../recognise/candidates.js'
import { foldedWord } from '../../recognise/foldedWord.js'
import { flag } from './flags.js'
import { interest } from './interest.js'
import type { Established } from './names.js'
import type { Reading } from './reading.js'

const fewest = 5
/** More names than any interview has. */
const most = 400

/**
 * Marks what is one letter away from a person's name of the text and no listed word: a slip of the pen, or of speech recognition.
 * These are for the researcher to look at.
 */
export function markNearMisses(reading: Reading, established: Established, out: Candidates): void {
  const { tokens, word, near, ids } = reading
  const names = new Map<string, string[]>()
  let count = 0
  for (const { type, at } of established.values()) {
    const length = tokens.length[at]!
    if (type !== 'PERSON' || length < fewest || length > 30 || ++count > most) continue
    const name = foldedWord(tokens, at)
    for (const key of keysOf(name)) {
      const same = names.get(key)
      if (same) same.push(name)
      else names.set(key, [name])
    }
  }
  if (count === 0) return
  const close = new Map<number, boolean>()
  for (const i of reading.at(interest.unknown)) {
    const length = tokens.length[i]!
    if (length < fewest || length > 30 || near[i] !== 0 || (word[i]! & flag.frequency) !== 0 || established.has(tokens.hash[i]!)) continue
    const id = ids[i]!
    let isClose = close.get(id)
    if (isClose === undefined) {
      const letters = foldedWord(tokens, i)
      isClose = keysOf(letters).some(key => names.get(key)?.some(name => oneApart(name, letters)))
      close.set(id, isClose)
    }
    if (isClose) out.add(tokens.start[i]!, tokens.end[i]!, 'PERSON', certainty.look, -2)
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
